"""Tell what opens an article: a head as only articles have, and a text below that is its own."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from sitegen.ingest.belonging import TIED, is_of_text_above
from sitegen.ingest.cohesion import find_shared, read_ties
from sitegen.ingest.lines import is_titled
from sitegen.ingest.looks import Look, is_body
from sitegen.ingest.outline import (
    ADDRESSES,
    GAP,
    OLD,
    Item,
    is_below_byline,
    is_dated_item,
    is_signed_and_dated,
    may_be_headline,
    name_form,
)
from sitegen.ingest.separators import HEADLINE_WORDS
from sitegen.text.dateline import split_dateline

_REACH = 12  # lines of text that tell what an article is about
_NEAR = 4  # lines of text within which a byline, a stamp or a place line follows a headline
_LONG_TIED, _LONG_WORDS = 0.22, 8  # what ties a heading that is longer than most of them
_OWN_WORDS, _OWN = 4, 0.4  # of the words of a headline that has nothing else to show
_APART = 0.1  # of the words of another article, at most, stand in the one above it
# "8:29 p.m.: …", "12.40 …": how an entry of a report begins that was written as it happened.
_CLOCK = re.compile(r"\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\b|:|-|–|—)|\d{1,2}[:.]\d\d\b")
_MARKS = frozenset({"--", "---", "-", "*", "***", "* * *", "#", "###", "•"})  # between two wires
TEASER_WORDS = 35  # of text, which a teaser below a headline has not
_QUOTES = "\"'“‘«„("
_BELOW_HEAD = 10  # lines of text behind byline and stamp: labels, a caption, the text
_TEASING = ("...", "…")  # how a teaser ends, and the first paragraph of a text does not
_RIGHTS = ("©", "copyright", "(c) ")
_LED = 0.14  # of the words of a headline, at least, stand in the text below it
_FEWEST_WORDS = 12  # of text, which any article has
_ARTICLE_WORDS = 60  # of text, which few articles have not


def has_head(items: Sequence[Item], position: int) -> bool:
    """Tell whether byline, stamp or place line follow, as they do below a headline only."""
    if is_below_byline(items, position):
        return False
    for after in items[position + 1 : position + 1 + _NEAR]:
        if after.look.line.text.endswith(_TEASING):
            return False
        if is_dated_item(after) or OLD in after.left_out:
            return True
        if is_body(after.look):
            return bool(split_dateline(after.look.line.text)[0])
    return False


def is_wired(items: Sequence[Item], position: int) -> bool:
    """Tell whether a place line stands right below a mark, as in a file of bare wires."""
    item = items[position]
    if not position or not (item.is_parted or not _MARKS.isdisjoint(item.left_out)):
        return False
    return is_placed(item.look) and not may_be_headline(items[position - 1])


def is_placed(look: Look) -> bool:
    """Tell whether a paragraph begins with a place line."""
    return is_body(look) and bool(split_dateline(look.line.text)[0])


def has_address(items: Sequence[Item], position: int) -> bool:
    """Tell whether a web address stands right above a line, as above a page that was fetched."""
    return any(form.startswith(ADDRESSES) for form in items[position].left_out)


def is_fetched(items: Sequence[Item], position: int) -> bool:
    """Tell whether an address stands above a head, as somebody puts it above a page he copies.

    Where one stands above the first page of a file, too, the next may tell of the same matter.
    """
    if not (has_address(items, position) and has_head(items, position)):
        return False
    if has_address(items, 0) and has_own_body(items, position, TEASER_WORDS):
        return True
    return leads_on(items, position) and has_body(items, position, _FEWEST_WORDS)


def find_furniture(items: Sequence[Item]) -> frozenset[str]:
    """Return the forms of the lines above the first paragraph: buttons, numbers, labels."""
    found: set[str] = set()
    for item in items:
        found |= item.left_out
        if is_body(item.look):
            break
        found.add(name_form(item.look))
    return frozenset(found)


def has_furniture(items: Sequence[Item], position: int, known: AbstractSet[str]) -> bool:
    """Tell whether between a line and the paragraph below it stands what the first head has."""
    for after in items[position + 1 : position + 1 + _NEAR]:
        if after.left_out & known:
            return True
        if is_body(after.look):
            return False
        if name_form(after.look) in known:
            return True
    return False


def stands_alone(items: Sequence[Item], position: int, usual_gap: int) -> bool:
    """Tell whether a line has a blank one above it in a text that has none between paragraphs."""
    item = items[position]
    line = item.look.line
    if usual_gap or not item.gap or line.is_sentence or not may_be_headline(item):
        return False
    is_long = (
        HEADLINE_WORDS <= line.words + is_titled(line.text)
        and not line.text.lstrip(_QUOTES)[:1].islower()
    )
    return is_long and has_body(items, position, TEASER_WORDS)


def waits(items: Sequence[Item], position: int) -> bool:
    """Tell whether a line that is of no text stands above the headline: a button, a label."""
    if is_led(items, position):
        return False
    for place in range(position + 1, min(position + 1 + _NEAR, len(items))):
        if items[place].look.fact or is_body(items[place].look):
            break
        if may_be_headline(items[place]) and is_led(items, place):
            return True
    return False


def is_led(items: Sequence[Item], position: int) -> bool:
    """Tell whether a word of a line stands in the text below it, as most headlines have one."""
    words = read_ties([items[position].look])
    return bool(_find_below(words, items, position))


def leads_on(items: Sequence[Item], position: int) -> bool:
    """Tell whether a headline is about the paragraphs below it, and not about those above.

    Below byline and stamp it may be as much about either.
    """
    words, below, above = _weigh(items, position)
    if is_signed_and_dated(items, position):
        return above <= below
    return above < below and _LED * words <= below


def tells_of_another(items: Sequence[Item], position: int) -> bool:
    """Tell whether headline and paragraphs have one another's words and none of those above."""
    if _CLOCK.match(items[position].look.line.text):
        return False
    words = read_ties([items[position].look])
    if len(words) < _OWN_WORDS or _find_above(words, items, position):
        return False
    if len(_find_below(words, items, position)) < max(2, _OWN * len(words)):
        return False
    return not is_of_text_above(
        items[position].look.line.text,
        (look.line.text for look in _list_bodies(items[position + 1 : position + 1 + _NEAR])),
        (item.look.line.text for item in items[max(0, position - 2 * _REACH) : position]),
        _APART,
    )


def _weigh(items: Sequence[Item], position: int) -> tuple[int, int, int]:
    """Return how many words tie a headline to others, to the text below it and to that above."""
    words = read_ties([items[position].look])
    below, above = _find_below(words, items, position), _find_above(words, items, position)
    return len(words), len(below), len(above)


def _find_below(words: AbstractSet[str], items: Sequence[Item], position: int) -> AbstractSet[str]:
    return find_shared(words, _list_bodies(items[position + 1 : position + 1 + _REACH]))


def _find_above(words: AbstractSet[str], items: Sequence[Item], position: int) -> AbstractSet[str]:
    return find_shared(words, _list_bodies(items[max(0, position - _REACH // 2) : position]))


def is_behind_article(items: Sequence[Item], position: int, fewest: int = _ARTICLE_WORDS) -> bool:
    """Tell whether as much text stands above a line as an article has."""
    words = [
        look.line.words for look in _list_bodies(items[max(0, position - 2 * _REACH) : position])
    ]
    return 1 < len(words) and fewest <= sum(words)


def is_behind_comment(items: Sequence[Item], position: int, texts: AbstractSet[str]) -> bool:
    """Tell whether one paragraph alone stands between a stamp and a line, as among comments.

    Only ``texts`` count: what a site says below each of its articles is no comment. Behind whose
    rights they are a page has ended.
    """
    paragraphs = 0
    for place in range(position, max(0, position - _NEAR), -1):
        if any(form.startswith(_RIGHTS) for form in items[place].left_out):
            return False
        above = items[place - 1]
        if is_dated_item(above):
            return paragraphs == 1
        paragraphs += is_body(above.look) and above.look.line.key in texts
    return False


def breaks_off(items: Sequence[Item], position: int) -> bool:
    """Tell whether a line is the last of a text that was cut off, and no headline.

    Then the headline follows it: in capitals, as the line is not, or further apart.
    """
    item = items[position]
    after = items[position + 1] if position + 1 < len(items) else None
    if after is None or item.is_parted or GAP <= item.gap or not may_be_headline(after):
        return False
    is_titled_next = is_titled(after.look.line.text)
    if not is_body(items[position - 1].look):
        return False
    if after.look.line.words + is_titled_next < HEADLINE_WORDS:
        return False
    if is_titled_next and not is_titled(item.look.line.text):
        return True
    if after.is_parted or item.gap < after.gap:
        return True
    words = read_ties([item.look])
    above = find_shared(words, (one.look for one in items[max(0, position - _REACH) : position]))
    below = find_shared(words, (one.look for one in items[position + 1 : position + 1 + _REACH]))
    return len(below) < len(above)


def is_part_of_text(items: Sequence[Item], position: int) -> bool:
    """Tell whether a line is a sentence or the sub-heading of a text that has begun above it."""
    line = items[position].look.line
    near = items[position + 1 : position + 1 + _NEAR]
    above = items[max(0, position - 2 * _REACH) : position]
    return line.is_sentence or is_of_text_above(
        line.text,
        (look.line.text for look in _list_bodies(near)),
        (item.look.line.text for item in above),
        TIED if line.words < _LONG_WORDS else _LONG_TIED,
    )


def has_body(items: Sequence[Item], position: int, fewest: int) -> bool:
    """Tell whether as much text follows as an article has, before anything stands apart again."""
    words = 0
    for after in items[position + 1 : position + 1 + 2 * _REACH]:
        if words and after.is_parted:
            break
        if after.look.is_prose or after.look.line.shape:
            words += after.look.line.words
        if fewest <= words:
            return True
    return False


def has_own_body(
    items: Sequence[Item], position: int, fewest: int, *, is_live: bool = False
) -> bool:
    """Tell whether so many words of text follow before another stamp: teasers and comments end.

    The entries of a report that is written as it happens have a stamp each.
    """
    words = 0
    end = _find_end_of_head(items, position)
    is_headed = is_dated_item(items[position + 1]) if position + 1 < len(items) else False
    reach = _BELOW_HEAD if is_headed else _NEAR + 2
    if not any(is_body(item.look) for item in items[end : end + reach]):
        return False
    for after in items[end : position + 1 + 2 * _REACH]:
        if words and (after.is_parted or (is_dated_item(after) and not is_live)):
            return False
        if is_body(after.look) or words:
            words += after.look.line.words
        if fewest <= words:
            return True
    return False


def _find_end_of_head(items: Sequence[Item], position: int) -> int:
    """Return the index behind byline and stamps below a headline, and a dek above them."""
    end, bodies = position + 1, 0
    for place in range(position + 1, min(position + 2 + _NEAR, len(items))):
        bodies += is_body(items[place].look)
        # Between stamp and byline a dek may stand; between two stamps, what somebody wrote.
        is_further = bodies and position + 1 < end and items[place].look.fact != "byline"
        if is_dated_item(items[place]) and not is_further:
            end = place + 1
        elif bodies > 1:
            break
    return end


def _list_bodies(items: Sequence[Item]) -> Iterator[Look]:
    return (item.look for item in items if is_body(item.look))
