"""Find the code of a Markdown file, where marks and tags are what the text is about."""

import re
from collections.abc import Sequence

FENCE = re.compile(r" {0,3}(```+|~~~+)")
# Hugo and Jekyll colour what stands between these, and Liquid leaves it as it is.
_TAG = re.compile(r"[ \t]*\{[{%][<%]?-?[ \t]*(highlight|raw)\b[^{}]*\}{1,2}[ \t]*$")


def find_code(lines: Sequence[str]) -> frozenset[int]:
    """Return the places of the lines between fences, or between tags that mark code.

    What has no end is no code, as a scrape may have lost either fence.

    >>> sorted(find_code(["```", "{{ title }}", "```", "{% raw %}", "{{ x }}", "{% endraw %}"]))
    [1, 4]
    >>> sorted(find_code(["```", "{{ title }}"]))
    []
    """
    code: set[int] = set()
    lost: set[str] = set()  # ends that no line has any more
    place = 0
    while place < len(lines):
        end = _name_end(lines[place])
        last = _find_end(lines, place, end) if end and end not in lost else place
        if end and last == place:
            lost.add(end)
        code.update(range(place + 1, last))
        place = last + 1
    return frozenset(code)


def _name_end(line: str) -> str:
    """Return the pattern of what ends the code that begins below a line, nothing if none does."""
    if fence := FENCE.match(line):
        return rf" {{0,3}}{re.escape(fence[1])}[`~]*[ \t]*$"
    tag = _TAG.match(line)
    return rf"[ \t]*\{{[{{%][<%]?-?[ \t]*(?:end|/[ \t]*){tag[1]}\b" if tag else ""


def _find_end(lines: Sequence[str], place: int, end: str) -> int:
    pattern = re.compile(end)
    return next((one for one in range(place + 1, len(lines)) if pattern.match(lines[one])), place)
