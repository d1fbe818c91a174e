"""Cut a seed file where one article ends and the next begins."""

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from sitegen.ingest.credits import has_credit
from sitegen.ingest.lines import Line, is_headline_shaped, is_prose, read_heading
from sitegen.ingest.noise import find_noise

_REACH = 12  # lines of text within which a page repeats its headline above the body
_GAP = 2  # blank lines that part articles rather than paragraphs
_BODY_WORDS = 8


@dataclass(frozen=True, slots=True)
class _Item:
    """A line of text, and the distance to the one before it.

    ``gap`` is the most blank lines in a row between them, ``first`` the number of the line that
    follows those: noise and lone words such as bread crumbs belong to the headline below them.
    """

    line: Line
    gap: int
    first: int


def split_lines(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], ...]:
    """Return the sections of a file, in order; together they hold every line.

    A section begins at a headline: a line of that shape, after a body, that either is repeated
    soon or stands apart by more blank lines than paragraphs have.
    What stands before the first headline belongs to the first section.
    """
    starts = [0, *_find_starts(_keep_text(lines)), len(lines)]
    return tuple(lines[start:end] for start, end in pairwise(starts) if start < end)


def _keep_text(lines: tuple[Line, ...]) -> list[_Item]:
    """Leave out blank lines, noise and lone words, but remember how far apart the rest stands.

    A lone mark (a ruled line) parts as much as blank lines do.
    """
    items = []
    gap = blanks = first = 0
    for line in lines:
        if not line.text:
            blanks += 1
            continue
        noise = find_noise(line)
        if gap < blanks:
            gap, first = blanks, line.number
        blanks = 0
        if noise == "lone mark":
            gap, first = max(gap, _GAP), line.number + 1
        elif not noise and (1 < line.words or line.is_sentence):
            items.append(_Item(line=line, gap=gap, first=first if _GAP <= gap else line.number))
            gap = first = 0
    return items


def _find_starts(items: list[_Item]) -> list[int]:
    """Return the indexes in the file at which a further article begins."""
    counts = Counter(item.line.key for item in items)
    starts = []
    has_body = False
    usual_gap = 0
    for position, item in enumerate(items):
        if has_body and _begins_article(items, position, usual_gap):
            starts.append(item.first - 1)
            has_body, usual_gap = False, 0
        elif _is_body(item.line) and counts[item.line.key] == 1:
            usual_gap = max(usual_gap, item.gap) if has_body else 0
            has_body = True
    return starts


def _begins_article(items: list[_Item], position: int, usual_gap: int) -> bool:
    item = items[position]
    if not is_headline_shaped(item.line) or read_heading(item.line) or has_credit(item.line):
        return False
    following = items[position + 1 : position + 1 + _REACH]
    if not any(_is_body(after.line) for after in following):
        return False
    if item.gap >= _GAP and item.gap > usual_gap:
        return True
    # Twice in a row without distance is a caption inside the text; a headline's second
    # appearance comes after something else.
    return any(after.line.key == item.line.key for after in following[1:])


def _is_body(line: Line) -> bool:
    return is_prose(line) and _BODY_WORDS <= line.words and not has_credit(line)
