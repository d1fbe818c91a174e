"""Name the headings of slides: what stands below ``2 of 5``, above a picture or its text."""

from collections.abc import Sequence
from itertools import pairwise

from sitegen.ingest.blocks import Marked
from sitegen.ingest.headings import HEADING_WORDS
from sitegen.ingest.pages import is_place

_FEWEST = 3
_MAY_HEAD = frozenset({"body", "noise", "dek"})
_KEPT = frozenset({"button", "row of buttons", "invitation", "counter"})  # noise for sure


def name_slides(marked: Sequence[Marked]) -> list[Marked]:
    """Return the lines, the one below the number of each slide as its heading."""
    named = list(marked)
    printed = [index for index, mark in enumerate(marked) if mark.kind != "blank"]
    pairs = [(one, other) for one, other in pairwise(printed) if is_place(marked[one].line)]
    if len(pairs) < _FEWEST:
        return named
    for _, below in pairs:
        mark = marked[below]
        is_short = mark.line.words <= HEADING_WORDS and not mark.line.is_sentence
        if is_short and mark.kind in _MAY_HEAD and mark.rule not in _KEPT:
            named[below] = Marked(mark.line, "heading", "heading of a slide")
    return named
