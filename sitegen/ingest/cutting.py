"""Cut the lines in which a scrape has glued paragraphs together: ``at noon.The harbour``."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sitegen.ingest.document import RawLine

_LONG = 400  # characters; a shorter line is one paragraph, however it is punctuated
_GLUES = 2  # a single one may be a slip of the writer
_GLUE = re.compile(
    r"(?<=[^\W\d_A-Z][.!?])(?=[\"“‘(]?[A-Z][a-z ])|(?<=[.!?][\"”’)])(?=[\"“‘(]?[A-Z])"
)

# What a text with a glue has, and no other: from its full stop on, to which a search can leap.
_CLOSE = re.compile(r"[.!?](?:[\"”’)][\"“‘(]?[A-Z]|(?<=[^\W\d_A-Z].)[\"“‘(]?[A-Z][a-z ])")


def cut_glued(lines: Iterable[RawLine]) -> Iterator[RawLine]:
    """Yield the lines, a glued one as several with its number.

    >>> text = "It ran onto a bank at noon." + "The fog was thick that day." * 20
    >>> len(list(cut_glued([RawLine(1, text)])))
    21
    """
    for line in lines:
        if len(line.text) < _LONG or line.shape or line.verdict or not _CLOSE.search(line.text):
            yield line
            continue
        pieces = _GLUE.split(line.text)
        if len(pieces) <= _GLUES:
            yield line
        else:
            yield from (replace(line, text=piece) for piece in pieces)
