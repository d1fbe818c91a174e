"""Take out of a page what a parser does not get through.

libxml2 gives up below 256 elements and forgets the rest of the page; no reader sees the difference
between 200 boxes around a text and 10,000. It compares each attribute of a tag with all others.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any

_DEEPEST = 220
_MOST_WORDS = 2_000  # of a tag with its attributes
_LONG_TAG = re.compile(rf"<[A-Za-z][^<>]{{{2 * _MOST_WORDS},}}+")
# Elements without an end, or that end of themselves where the next one begins.
_FLAT = (
    "area base body br col dd dt embed head hr html img input li link meta option p param source"
    " tbody td tfoot th thead tr track wbr"
)
_TAG = re.compile(
    rf"<(/?)(?!(?:{_FLAT.replace(' ', '|')})[^A-Za-z0-9:-])"
    r"([A-Za-z][A-Za-z0-9:-]*)(?:[^<>\"']|\"[^\"<>]*\"|'[^'<>]*')*>",
    re.IGNORECASE | re.ASCII,
)


# With the flat elements that belong inside them, and with those that a parser adds.
_WEIGHTS = {"table": 4, "ul": 2, "ol": 2, "dl": 2}


def flatten(source: str) -> str:
    """Return the page without the tags that are nested too deeply, and attributes by thousands.

    >>> deep = "<div>" * 300 + "<p>Tide</p>" + "</div>" * 300
    >>> flatten(deep) == "<div>" * 220 + "<p>Tide</p>" + "</div>" * 220
    True
    >>> flatten("<p " + "a=b " * 3000 + ">Tide</p>")
    '<p>Tide</p>'
    """
    source = _LONG_TAG.sub(_bare, source)
    if source.count("<") <= _DEEPEST / max(_WEIGHTS.values()):
        return source
    depth = 0

    def take(match: re.Match[str]) -> str:
        nonlocal depth
        if match[0].endswith("/>"):
            return match[0]
        weight = _WEIGHTS.get(match[2].lower(), 1)
        if not match[1]:
            depth += weight
            return match[0] if depth <= _DEEPEST else ""
        kept = match[0] if depth <= _DEEPEST else ""
        depth = max(depth - weight, 0)
        return kept

    return _TAG.sub(take, source)


def sum_depths(tree: Iterable[Any]) -> int:
    """Return how far the elements of a tree are below its root, all together.

    An element is what its children are listed from, as in ElementTree and lxml.

    >>> sum_depths([[[], []], []])
    6
    """
    level: Sequence[Any] = [tree]
    depth = total = 0
    while level:
        total += depth * len(level)
        depth += 1
        level = [child for one in level for child in one]
    return total


def _bare(tag: re.Match[str]) -> str:
    words = tag[0].split()
    return tag[0] if len(words) <= _MOST_WORDS else words[0]
