"""Name as noise the lines that stand around several articles of one file.

What a site writes above and below each of its articles comes again with the next one. A sentence
of an article does not; and two sections that share much are copies, not neighbours.
"""

from collections import defaultdict
from collections.abc import Sequence

from sitegen.ingest.blocks import LONE_CREDIT, Marked

_EDGE = 3  # lines of text from the beginning or the end, where a site writes
_COPIES = 0.3  # of the lines of the shorter section, from which two are copies
_FEWEST_WORDS = 3
_RECURRING = frozenset({"body", "heading", "dek", "caption", "item"})


def drop_recurring(sections: Sequence[Sequence[Marked]]) -> list[list[Marked]]:
    """Return the sections, with what recurs at their edges named as noise."""
    if len(sections) < 2:  # noqa: PLR2004 - nothing to recur in
        return [list(section) for section in sections]
    edges = [_find_edges(section) for section in sections]
    places: dict[str, list[int]] = defaultdict(list)
    for number, edge in enumerate(edges):
        for key in edge:
            places[key].append(number)
    keys = [{mark.line.key for mark in one if mark.kind in _RECURRING} for one in sections]
    recurring = {
        key: numbers
        for key, numbers in places.items()
        if len(numbers) > 1 and not _are_copies(keys[numbers[0]], keys[numbers[1]])
    }
    return [
        [
            Marked(mark.line, "noise", "recurring line", "stands around several articles here")
            if mark.line.key in edge and mark.line.key in recurring and _may_recur(mark)
            else mark
            for mark in section
        ]
        for section, edge in zip(sections, edges, strict=True)
    ]


def _may_recur(mark: Marked) -> bool:
    """Tell whether a line may be the site's: who took a picture may have taken several."""
    return mark.kind in _RECURRING and mark.rule != LONE_CREDIT


def _find_edges(section: Sequence[Marked]) -> dict[str, None]:
    """Return the lines near the beginning and the end of the text of a section, in order."""
    texts = [mark for mark in section if mark.kind in _RECURRING]
    near = texts[:_EDGE] + texts[-_EDGE:]
    return dict.fromkeys(mark.line.key for mark in near if _FEWEST_WORDS <= mark.line.words)


def _are_copies(one: set[str], other: set[str]) -> bool:
    return _COPIES * min(len(one), len(other)) <= len(one & other)
