"""Find what a recipe needs: the short lines between its two headings, in any language.

To a rule about single lines they look like the menu of a page, and what stands above them like the
introduction of another.
"""

from collections.abc import Sequence

from sitegen.ingest.lines import Line
from sitegen.ingest.looks import Look
from sitegen.ingest.word_lists import read_named

_HEADINGS = read_named("recipes")
_MOST_LINES, _MOST_WORDS = 60, 16  # of the list, and of an entry
_FEWEST = 2  # entries
_MOST_FIELDS, _FIELD_WORDS = 8, 6  # "Serves: 4", above the list


def find_recipe(looks: Sequence[Look]) -> set[int]:
    """Return the indexes of the lines of such lists, and of those that belong to them.

    These are both headings, and what says for how many it is and how long it takes.
    """
    texts = [index for index, look in enumerate(looks) if look.line.text]
    parts = {place: part for place, i in enumerate(texts) if (part := read_part(looks[i].line))}
    found: set[int] = set()
    for place, part in parts.items():
        below = next((one for one in parts if place < one and parts[one] == "method"), 0)
        between = texts[place + 1 : below]
        entries = [index for index in between if not looks[index].noise]
        if part != "needs" or not _FEWEST <= len(entries) <= _MOST_LINES:
            continue
        if all(looks[index].line.words <= _MOST_WORDS for index in entries):
            found.update((texts[place], *entries, texts[below]))
            found.update(_list_fields(looks, texts[:place]))
    return found


def read_part(line: Line) -> str:
    """Return which part of a recipe a line heads: ``needs``, ``method`` or nothing.

    >>> from sitegen.ingest.lines import make_line
    >>> [read_part(make_line(text)) for text in ("Zutaten:", "Method", "Methods of the council")]
    ['needs', 'method', '']
    """
    return _HEADINGS.get(line.key.strip(" :"), "") if line.words <= _FIELD_WORDS else ""


def _list_fields(looks: Sequence[Look], above: Sequence[int]) -> list[int]:
    """Return the indexes of the short lines right above the list that name something, or count."""
    fields: list[int] = []
    for index in reversed(above[-_MOST_FIELDS:]):
        line = looks[index].line
        tells = ":" in line.text or any(map(str.isdigit, line.text))
        if _FIELD_WORDS < line.words or line.is_sentence or looks[index].fact or not tells:
            break
        fields.append(index)
    return fields
