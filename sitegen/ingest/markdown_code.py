"""Find the code of a Markdown file, where marks and tags are what the text is about."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

# A line with more backticks has code amid its text (CommonMark 0.31, section 4.5).
FENCE = re.compile(r" {0,3}(?:(`{3,})(?=[^`]*$)|(~{3,}))")
# Hugo and Jekyll colour what stands between these, and Liquid leaves it as it is.
_TAG = re.compile(
    r"[ \t]*\{[{%][<%]?-?[ \t]*"
    r"(?:(?P<start>highlight|raw)\b[^{}]*\}{1,2}[ \t]*$|(?:end|/[ \t]*)(?P<end>highlight|raw)\b)"
)


@dataclass(frozen=True, slots=True)
class _Mark:
    """A line that may begin code or end it: a fence, which may do both, or a tag."""

    kind: str  # the sign of a fence, or the name of a tag
    length: int  # of a fence, which a shorter one does not end
    may_begin: bool
    may_end: bool


def find_code(lines: Sequence[str]) -> frozenset[int]:
    """Return the places of the lines between fences, or between tags that mark code.

    What has no end is no code, as a scrape may have lost either fence. Each line is read once,
    however many marks have no end.

    >>> sorted(find_code(["```", "{{ title }}", "```", "{% raw %}", "{{ x }}", "{% endraw %}"]))
    [1, 4]
    >>> sorted(find_code(["```", "{{ title }}"]))
    []
    """
    marks = {place: mark for place, line in enumerate(lines) if (mark := _read_mark(line))}
    ended = _find_ended(marks)
    code: set[int] = set()
    begun: tuple[int, _Mark] | None = None
    for place, mark in marks.items():
        if begun is None:
            begun = (place, mark) if place in ended else None
        elif _ends(mark, begun[1]):
            code.update(range(begun[0] + 1, place))
            begun = None
    return frozenset(code)


def _read_mark(line: str) -> _Mark | None:
    if fence := FENCE.match(line):
        run = fence[1] or fence[2]
        is_bare = not line[fence.end() :].strip(" \t")
        return _Mark(run[0], len(run), may_begin=True, may_end=is_bare)
    if tag := _TAG.match(line):
        start, end = tag["start"], tag["end"]
        return _Mark(start or end, 1, may_begin=bool(start), may_end=bool(end))
    return None


def _ends(mark: _Mark, begun: _Mark) -> bool:
    return mark.may_end and mark.kind == begun.kind and begun.length <= mark.length


def _find_ended(marks: dict[int, _Mark]) -> frozenset[int]:
    """Return the places of the marks that may begin code and that some mark below ends."""
    ended: set[int] = set()
    longest: dict[str, int] = defaultdict(int)  # ends of each kind further down
    for place in reversed(marks):
        mark = marks[place]
        if mark.may_begin and mark.length <= longest[mark.kind]:
            ended.add(place)
        if mark.may_end:
            longest[mark.kind] = max(longest[mark.kind], mark.length)
    return frozenset(ended)
