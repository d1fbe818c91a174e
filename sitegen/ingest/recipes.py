"""Find what a recipe needs: the short lines between its two headings, in any language.

To a rule about single lines they look like the menu of a page, and what stands above them like the
introduction of another.
"""

from collections.abc import Sequence
from dataclasses import replace

from sitegen.ingest.document import Shape
from sitegen.ingest.lines import Line
from sitegen.ingest.looks import HEAD_FACTS, Look
from sitegen.ingest.noise import find_noise
from sitegen.ingest.word_lists import read_named

_HEADINGS = read_named("recipes")
_GROUPS = tuple(f"{words} " for words, part in _HEADINGS.items() if part == "group")
_HEADING_WORDS, _ENTRY_WORDS = 4, 16
_FEWEST, _MOST = 2, 60  # entries
_NEAR, _REACH = 8, 200  # headings, and lines, blank ones too, within which the second follows
_MOST_FIELDS, _FIELD_WORDS = 8, 6  # "Serves: 4", above the list


def mark_recipes(lines: Sequence[Line]) -> list[Line]:
    """Return the lines, those of such lists as items, below and above a heading."""
    marked = list(lines)
    for above, entries, below in _find_lists(lines):
        shapes: dict[int, Shape] = {i: "item" for i in entries if not _heads_group(lines[i])}
        shapes |= dict.fromkeys((above, below), "heading")
        for index, shape in shapes.items():
            if not lines[index].shape and not lines[index].verdict:
                marked[index] = replace(lines[index], shape=shape)
    return marked


def find_recipes(looks: Sequence[Look]) -> set[int]:
    """Return the indexes of the lines of such lists, and of those that belong to them.

    These are both headings, the buttons between them, and what says for how many it is and how long
    it takes.
    """
    found: set[int] = set()
    for above, _, below in _find_lists([look.line for look in looks]):
        found.update((*range(above, below + 1), *_list_fields(looks[:above])))
    return found


def heads_list(line: Line) -> bool:
    """Tell whether a line is known to head what a recipe needs, or what is done with it."""
    return line.shape == "heading" and bool(_read_part(line))


def _find_lists(lines: Sequence[Line]) -> list[tuple[int, list[int], int]]:
    """Return for each list its first heading, its entries and its second heading, as indexes."""
    short = [
        index for index, line in enumerate(lines) if line.text and line.words <= _HEADING_WORDS
    ]
    parts = [(index, part) for index in short if (part := _read_part(lines[index]))]
    found = []
    for place, (above, part) in enumerate(parts):
        near = parts[place + 1 : place + 1 + _NEAR] if part == "needs" else []
        below = next((index for index, other in near if other == "method"), above)
        if _REACH < below - above:
            continue
        between = [index for index in range(above + 1, below) if lines[index].text]
        if len(between) <= _MOST and all(lines[i].words <= _ENTRY_WORDS for i in between):
            entries = [index for index in between if not find_noise(lines[index])]
            if _FEWEST <= len(entries):
                found.append((above, entries, below))
    return found


def _read_part(line: Line) -> str:
    """Return which part of a recipe a line heads: ``needs``, ``method`` or nothing."""
    return _HEADINGS.get(line.key.strip(" :"), "") if line.words <= _HEADING_WORDS else ""


def _heads_group(line: Line) -> bool:
    """Tell whether an entry heads others: ``For the topping``."""
    is_short = line.words <= _HEADING_WORDS and not any(map(str.isdigit, line.text))
    return is_short and line.key.startswith(_GROUPS)


def _list_fields(looks: Sequence[Look]) -> list[int]:
    """Return the indexes of the last short lines, which have a figure or are noise."""
    fields: list[int] = []
    for index in range(len(looks) - 1, -1, -1):
        look, line = looks[index], looks[index].line
        if not line.text:
            continue
        tells = bool(look.noise) or any(map(str.isdigit, line.text))
        is_short = line.words <= _FIELD_WORDS and not line.is_sentence
        if not tells or not is_short or look.fact in HEAD_FACTS or len(fields) == _MOST_FIELDS:
            break
        fields.append(index)
    return fields
