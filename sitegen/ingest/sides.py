"""Find what a test likes of a thing and what it does not: two lists, each below its heading.

To a rule about single lines they look like the menu of a page, as what a recipe needs does.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sitegen.ingest.document import Shape
from sitegen.ingest.lines import Line
from sitegen.ingest.noise import find_noise
from sitegen.ingest.word_lists import read_named

_HEADINGS = read_named("sides")
_HEADING_WORDS, _ENTRY_WORDS = 4, 16
_MOST = 8  # entries of one side


def mark_sides(lines: Sequence[Line]) -> list[Line]:
    """Return the lines, the entries of both lists as items, below their headings."""
    marked = list(lines)
    for headings, entries in _find_pairs(lines):
        shapes: dict[int, Shape] = dict.fromkeys(entries, "item")
        shapes |= dict.fromkeys(headings, "heading")
        for index, shape in shapes.items():
            if not lines[index].shape and not lines[index].verdict:
                marked[index] = replace(lines[index], shape=shape)
    return marked


def find_sides(lines: Sequence[Line]) -> frozenset[int]:
    """Return the indexes of the lines of such lists and of their headings."""
    return frozenset(index for pair in _find_pairs(lines) for indexes in pair for index in indexes)


def heads_side(line: Line) -> bool:
    """Tell whether a line is known to head what speaks for a thing, or against it."""
    return line.shape == "heading" and bool(_read_side(line))


def _find_pairs(lines: Sequence[Line]) -> Iterator[tuple[list[int], list[int]]]:
    """Yield the headings and the entries of two lists, of which one is for and one against."""
    short = [
        index for index, line in enumerate(lines) if line.text and line.words <= _HEADING_WORDS
    ]
    for index in short:
        if not (side := _read_side(lines[index])):
            continue
        first = _list_entries(lines, index + 1)
        behind = range(first[-1] + 1, len(lines)) if first else ()
        below = next((place for place in behind if lines[place].text), -1)
        if below < 0 or {side, _read_side(lines[below])} != {"for", "against"}:
            continue
        second = _list_entries(lines, below + 1)
        if second:
            yield [index, below], [*first, *second]


def _read_side(line: Line) -> str:
    """Return on which side a line heads a list: ``for``, ``against`` or nothing."""
    return _HEADINGS.get(line.key.strip(" :"), "") if line.words <= _HEADING_WORDS else ""


def _list_entries(lines: Sequence[Line], begin: int) -> list[int]:
    """Return the indexes of the short lines from one on, up to the next heading or noise."""
    entries: list[int] = []
    for index in range(begin, len(lines)):
        line = lines[index]
        if not line.text:
            continue
        is_short = line.words <= _ENTRY_WORDS and not line.verdict and not find_noise(line)
        if not is_short or _read_side(line) or len(entries) == _MOST:
            break
        entries.append(index)
    return entries
