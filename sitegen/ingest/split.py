"""Cut a seed file where one article ends and the next begins."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from sitegen.ingest.belonging import TIED, is_of_text_above
from sitegen.ingest.cohesion import read_ties
from sitegen.ingest.extent import is_dump
from sitegen.ingest.lines import is_titled
from sitegen.ingest.looks import HEAD_FACTS, Look, is_body
from sitegen.ingest.separators import (
    HEADLINE_WORDS,
    LABEL_WORDS,
    Side,
    find_dress,
    find_separators,
    mark_separators,
    may_open,
    read_dress,
)
from sitegen.text.dateline import split_dateline

_REACH = 12  # lines of text within which a page repeats its headline above the body
_NEAR = 4  # lines of text within which a byline, a stamp or a place line follows a headline
_TOP = 1  # blank lines above a headline of the first level
_GAP = 2  # blank lines that part articles rather than paragraphs
_FEWEST_WORDS = 12  # of text, which any article has
_QUOTES = "\"'“‘«„("
_LONG_TIED, _LONG_WORDS = 0.22, 8  # what ties a heading that is longer than most of them
_PAGE_WORDS = 120  # of text, which a whole article has and a list of links has not
_LEAST_ALONE = 3  # paragraphs without a blank line, before one above a headline means something
_TEASER_WORDS = 35  # of text, which a teaser below a headline has not
_RULER = re.compile(r"^([-=*_#~])(?: ?\1){4,}$")
_TURN = re.compile(
    r"^(?:page \d+ (?:of|/) \d+|(?:turn|continued|see|from) .{0,8}page \d+\b.{0,20})$"
)
_MARK = re.compile(r"^[-=*_#~+.•·◆■]{3,}$|^([-=*_#~+•·◆■o])(?: \1){2,}$|^\*$")


@dataclass(frozen=True, slots=True)
class _Item:
    """A line of text, and how it stands apart from the one before it.

    ``gap`` is the most blank lines in a row between them, ``first`` the index of the line that
    follows those: noise and lone words such as bread crumbs belong to the headline below them.
    ``is_parted`` tells that a ruled line, an end mark or an address stands between; ``is_turned``
    that a printed page ends and the text goes on with the next one. ``dress`` says what it has
    around it if the first line of the file has the same.
    """

    look: Look
    gap: int
    first: int
    is_parted: bool
    is_turned: bool
    dress: str


def split_lines(looks: Sequence[Look]) -> list[Sequence[Look]]:
    """Return the sections of a file, in order; together they hold every line.

    A section begins at a headline: a line of that shape, after a body, that is repeated soon,
    stands apart by a ruled line or by more blank lines than paragraphs have, or is followed by
    what only the head of an article has; and a body comes after it.
    What stands before the first headline belongs to the first section.
    """
    is_page = is_dump(looks)
    separators = {} if is_page else find_separators(looks)
    looks = mark_separators(looks, separators)
    items = _keep_text(looks, separators, is_page=is_page)
    starts = [0, *_find_starts(items, is_page=is_page), len(looks)]
    return [looks[start:end] for start, end in pairwise(starts) if start < end]


def _keep_text(
    looks: Sequence[Look], separators: Mapping[int, Side], *, is_page: bool
) -> list[_Item]:
    """Leave out blank lines, noise and lone words, but remember how the rest stands apart.

    On a page with its menus only a ruled line parts; other marks, numbers and addresses are many.
    """
    items = []
    worn = "" if is_page else find_dress(looks)
    gap = blanks = first = 0
    is_parted = is_turned = False
    for index, look in enumerate(looks):
        if not look.line.text:
            blanks += 1
            continue
        is_turned = is_turned or bool(_TURN.match(look.line.key))
        if gap < blanks:
            gap, first = blanks, index
        blanks = 0
        side = separators.get(index, "")
        if _RULER.match(look.line.key) or side == "behind" or (not is_page and _is_mark(look)):
            gap, first, is_parted = max(gap, _GAP), index + 1, True
        elif side == "above" or (not is_page and _parts(look)):
            first, is_parted = first if is_parted else index, True
        elif not look.noise and (1 < look.line.words or look.line.is_sentence):
            begin = first if _GAP <= gap or is_parted else index
            dress = worn if worn and read_dress(look) == worn else ""
            items.append(_Item(look, gap, begin, is_parted, is_turned, dress))
            gap = first = 0
            is_parted = is_turned = False
    return items


def _is_mark(look: Look) -> bool:
    """Tell whether a line is a small ruled line, or what an agency ends a report with."""
    is_mark = look.noise == "end mark" or bool(_MARK.match(look.line.key))
    return is_mark and look.line.verdict != "table ruler"


def _parts(look: Look) -> bool:
    """Tell whether a line is the address of the article below it."""
    key = look.line.key
    return key.startswith(("http://", "https://", "www.", "url:"))


def _find_starts(items: Sequence[_Item], *, is_page: bool) -> list[int]:
    """Return the indexes in the file at which a further article begins."""
    texts = _find_texts(items)
    starts = []
    paragraphs = usual_gap = 0
    for position, item in enumerate(items):
        if (paragraphs and _begins_article(items, position, usual_gap, texts, is_page=is_page)) or (
            not is_page and _LEAST_ALONE <= paragraphs and _stands_alone(items, position, usual_gap)
        ):
            starts.append(item.first)
            paragraphs = usual_gap = 0
        elif item.look.line.key in texts:
            usual_gap = max(usual_gap, item.gap) if paragraphs else 0
            paragraphs += 1
    return starts


def _find_texts(items: Sequence[_Item]) -> frozenset[str]:
    """Return what is said in paragraphs, and not in a headline or a caption of one sentence.

    Those are said again at the head of the page; a paragraph is so only in a copy of its article,
    and then the one below it is, too.
    """
    counts = Counter(item.look.line.key for item in items)
    bodies = [item.look.line.key if is_body(item.look) else "" for item in items]
    pairs = Counter((one, other) for one, other in pairwise(bodies) if one != other)
    copied = {key for pair, count in pairs.items() if count > 1 and all(pair) for key in pair}
    return frozenset(key for key in bodies if key and (counts[key] == 1 or key in copied))


def _begins_article(
    items: Sequence[_Item], position: int, usual_gap: int, texts: frozenset[str], *, is_page: bool
) -> bool:
    item = items[position]
    line = item.look.line
    if not _may_be_headline(item):
        return False
    is_repeated = _is_repeated(items, position, texts)
    if is_page:
        if item.is_parted:
            return _has_body(items, position, _TEASER_WORDS)
        is_long = LABEL_WORDS < line.words
        return is_long and is_repeated and _has_body(items, position, _PAGE_WORDS)
    if is_repeated:
        return True
    # Between paragraphs that have blank lines themselves, two are no great distance.
    if item.is_parted or (_GAP <= item.gap and usual_gap + bool(usual_gap) < item.gap):
        return _has_body(items, position, _FEWEST_WORDS)
    is_long = HEADLINE_WORDS <= line.words + is_titled(line.text)
    is_apart = (_has_head(items, position) and not _breaks_off(items, position)) or (
        (_TOP if item.dress == "#" else max(_GAP, usual_gap + 1)) <= item.gap
        and not _is_of_text_above(items, position)
    )
    return is_long and is_apart and _has_body(items, position, _TEASER_WORDS)


def _may_be_headline(item: _Item) -> bool:
    """Tell whether nothing speaks against a line being the headline of a further article."""
    return not item.is_turned and may_open(
        item.look, is_parted=item.is_parted, is_dressed=item.dress != ""
    )


def _is_repeated(items: Sequence[_Item], position: int, texts: frozenset[str]) -> bool:
    """Tell whether a page says its headline again before its text begins, and has a text.

    Twice in a row without distance is a caption inside the text; a headline's second appearance
    comes after something else.
    """
    item = items[position]
    key = item.look.line.key
    following = items[position + 1 : position + 1 + _REACH]
    head = takewhile(lambda one: one.look.line.key not in texts, following)
    is_again = any(
        one.look.line.key == key and (place or _is_beyond_noise(item, one))
        for place, one in enumerate(head)
    )
    return is_again and any(is_body(one.look) for one in following)


def _is_beyond_noise(item: _Item, after: _Item) -> bool:
    """Tell whether more than blank lines stand between two lines of text: a button, a number."""
    between = after.look.line.number - item.look.line.number - item.look.line.span
    return after.gap < between


def _stands_alone(items: Sequence[_Item], position: int, usual_gap: int) -> bool:
    """Tell whether a line has a blank one above it in a text that has none between paragraphs."""
    item = items[position]
    line = item.look.line
    if usual_gap or not item.gap or not _may_be_headline(item):
        return False
    is_long = (
        HEADLINE_WORDS <= line.words + is_titled(line.text)
        and not line.text.lstrip(_QUOTES)[:1].islower()
    )
    return is_long and not line.is_sentence and _has_body(items, position, _TEASER_WORDS)


def _has_head(items: Sequence[_Item], position: int) -> bool:
    """Tell whether byline, stamp or place line follow, as they do below a headline only."""
    for after in items[position + 1 : position + 1 + _NEAR]:
        if after.look.fact in HEAD_FACTS:
            return True
        if is_body(after.look):
            return bool(split_dateline(after.look.line.text)[0])
    return False


def _breaks_off(items: Sequence[_Item], position: int) -> bool:
    """Tell whether a line is the last of a text that was cut off, and no headline.

    Then the headline follows it: in capitals, as the line is not, or further apart.
    """
    item = items[position]
    after = items[position + 1] if position + 1 < len(items) else None
    if after is None or item.is_parted or _GAP <= item.gap or not _may_be_headline(after):
        return False
    is_titled_next = is_titled(after.look.line.text) and not is_titled(item.look.line.text)
    is_further = after.is_parted or item.gap < after.gap
    if not is_body(items[position - 1].look):
        return False
    if is_titled_next or is_further:
        return True
    words = read_ties([item.look])
    above = read_ties(one.look for one in items[max(0, position - _REACH) : position])
    below = read_ties(one.look for one in items[position + 1 : position + 1 + _REACH])
    return len(words & below) < len(words & above)


def _is_of_text_above(items: Sequence[_Item], position: int) -> bool:
    """Tell whether a line is a sentence or the sub-heading of a text that has begun above it."""
    line = items[position].look.line
    near = items[position + 1 : position + 1 + _NEAR]
    above = items[max(0, position - 2 * _REACH) : position]
    return line.is_sentence or is_of_text_above(
        line.text,
        (item.look.line.text for item in near if is_body(item.look)),
        (item.look.line.text for item in above),
        TIED if line.words < _LONG_WORDS else _LONG_TIED,
    )


def _has_body(items: Sequence[_Item], position: int, fewest: int) -> bool:
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
