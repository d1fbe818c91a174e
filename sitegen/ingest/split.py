"""Cut a seed file where one article ends and the next begins."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from sitegen.ingest.extent import is_dump
from sitegen.ingest.lines import is_headline_shaped, is_titled
from sitegen.ingest.looks import HEAD_FACTS, Look
from sitegen.text.dateline import split_dateline

_REACH = 12  # lines of text within which a page repeats its headline above the body
_NEAR = 4  # lines of text within which a byline, a stamp or a place line follows a headline
_GAP = 2  # blank lines that part articles rather than paragraphs
_BODY_WORDS = 8
_FEWEST_WORDS = 12  # of text, which any article has
_HEADLINE_WORDS = 5  # from which a line with a blank one above it is no sub-heading
_LABEL_WORDS = 3
_QUOTES = "\"'“‘«„("
_LEAST_ALONE = 3  # paragraphs without a blank line, before one above a headline means something
_TEASER_WORDS = 35  # of text, which a teaser below a headline has not
_RULER = re.compile(r"^([-=*_#~])(?: ?\1){4,}$")
_END_MARKS = frozenset({"end mark", "lone mark"})


@dataclass(frozen=True, slots=True)
class _Item:
    """A line of text, and how it stands apart from the one before it.

    ``gap`` is the most blank lines in a row between them, ``first`` the index of the line that
    follows those: noise and lone words such as bread crumbs belong to the headline below them.
    ``is_parted`` tells that a ruled line, an end mark or an address stands between.
    """

    look: Look
    gap: int
    first: int
    is_parted: bool


def split_lines(looks: Sequence[Look]) -> list[Sequence[Look]]:
    """Return the sections of a file, in order; together they hold every line.

    A section begins at a headline: a line of that shape, after a body, that is repeated soon,
    stands apart by a ruled line or by more blank lines than paragraphs have, or is followed by
    what only the head of an article has; and a body comes after it.
    What stands before the first headline belongs to the first section.
    """
    is_page = is_dump(looks)
    items = _keep_text(looks, is_page=is_page)
    starts = [0, *_find_starts(items, is_page=is_page), len(looks)]
    return [looks[start:end] for start, end in pairwise(starts) if start < end]


def _keep_text(looks: Sequence[Look], *, is_page: bool) -> list[_Item]:
    """Leave out blank lines, noise and lone words, but remember how the rest stands apart.

    On a page with its menus only a ruled line parts; other marks, numbers and addresses are many.
    """
    items = []
    gap = blanks = first = 0
    is_parted = False
    for index, look in enumerate(looks):
        if not look.line.text:
            blanks += 1
            continue
        if gap < blanks:
            gap, first = blanks, index
        blanks = 0
        if _RULER.match(look.line.key) or (look.noise in _END_MARKS and not is_page):
            gap, first, is_parted = max(gap, _GAP), index + 1, True
        elif not is_page and _parts(look):
            first, is_parted = first if is_parted else index, True
        elif not look.noise and (1 < look.line.words or look.line.is_sentence):
            begin = first if _GAP <= gap or is_parted else index
            items.append(_Item(look, gap, begin, is_parted))
            gap = first = 0
            is_parted = False
    return items


def _parts(look: Look) -> bool:
    """Tell whether a line is the address of the article below it."""
    key = look.line.key
    return key.startswith(("http://", "https://", "www.", "url:"))


def _find_starts(items: Sequence[_Item], *, is_page: bool) -> list[int]:
    """Return the indexes in the file at which a further article begins."""
    counts = Counter(item.look.line.key for item in items)
    starts = []
    paragraphs = usual_gap = 0
    for position, item in enumerate(items):
        if (paragraphs and _begins_article(items, position, usual_gap, is_page=is_page)) or (
            not is_page and _LEAST_ALONE <= paragraphs and _stands_alone(items, position, usual_gap)
        ):
            starts.append(item.first)
            paragraphs = usual_gap = 0
        elif _is_body(item.look) and counts[item.look.line.key] == 1:
            usual_gap = max(usual_gap, item.gap) if paragraphs else 0
            paragraphs += 1
    return starts


def _begins_article(
    items: Sequence[_Item], position: int, usual_gap: int, *, is_page: bool
) -> bool:
    item = items[position]
    line = item.look.line
    if item.look.fact or item.look.end or item.look.has_credit:
        return False
    if line.shape and not (line.shape == "heading" and item.is_parted):
        return False
    if not is_headline_shaped(line) or (item.look.heading and not item.is_parted):
        return False
    if line.words <= _LABEL_WORDS and not is_titled(line.text):
        return False
    following = items[position + 1 : position + 1 + _REACH]
    # Twice in a row without distance is a caption inside the text; a headline's second
    # appearance comes after something else.
    if is_page:
        return item.is_parted and _has_body(items, position, _TEASER_WORDS)
    is_repeated = any(after.look.line.key == line.key for after in following[1:])
    if is_repeated and any(_is_body(after.look) for after in following):
        return True
    if item.is_parted or (item.gap >= _GAP and item.gap > usual_gap):
        return _has_body(items, position, _FEWEST_WORDS)
    return _has_head(items, position) and _has_body(items, position, _TEASER_WORDS)


def _stands_alone(items: Sequence[_Item], position: int, usual_gap: int) -> bool:
    """Tell whether a line has a blank one above it in a text that has none between paragraphs."""
    item = items[position]
    line = item.look.line
    if usual_gap or not item.gap or not _is_free(item) or not is_headline_shaped(line):
        return False
    is_long = (
        _HEADLINE_WORDS <= line.words + is_titled(line.text)
        and not line.text.lstrip(_QUOTES)[:1].islower()
    )
    return is_long and not line.is_sentence and _has_body(items, position, _TEASER_WORDS)


def _is_free(item: _Item) -> bool:
    look = item.look
    return not (look.fact or look.end or look.has_credit or look.heading or look.line.shape)


def _has_head(items: Sequence[_Item], position: int) -> bool:
    """Tell whether byline, stamp or place line follow, as they do below a headline only."""
    for after in items[position + 1 : position + 1 + _NEAR]:
        if after.look.fact in HEAD_FACTS:
            return True
        if _is_body(after.look):
            return bool(split_dateline(after.look.line.text)[0])
    return False


def _has_body(items: Sequence[_Item], position: int, fewest: int) -> bool:
    """Tell whether as much text follows as an article has, before anything stands apart again."""
    words = 0
    for after in items[position + 1 : position + 1 + 2 * _REACH]:
        if words and after.is_parted:
            break
        if after.look.line.is_sentence or after.look.line.shape:
            words += after.look.line.words
        if fewest <= words:
            return True
    return False


def _is_body(look: Look) -> bool:
    return look.is_prose and _BODY_WORDS <= look.line.words and not look.has_credit
