"""Keep the lists of a whole page's text, whose lines look like what a page leaves there.

A line without a sentence amid the text of a page is a fragment, mostly a label or a link. Several
in a row that count or weigh something are a list: ingredients, results, what things cost; so are
those below a line that announces them.
"""

import re
from collections.abc import Iterator, Sequence

from sitegen.ingest.blocks import FRAGMENT, Marked
from sitegen.model.seed import LineKind

_FIGURE = re.compile(r"\d")
_FEWEST = 4  # lines of a list that nothing announces
_FEWEST_ANNOUNCED = 3
_COUNTING = 0.6  # share of the lines with a figure


def keep_lists(marked: Sequence[Marked]) -> list[Marked]:
    """Return the lines, with the fragments that are a list as its items, below their heading."""
    kept = list(marked)
    for run in _find_runs(marked):
        first = marked[run[0]].line
        has_head = not _FIGURE.search(first.text)
        rows = run[1:] if has_head else run
        counting = sum(bool(_FIGURE.search(marked[index].line.text)) for index in rows)
        is_announced = first.text.endswith(":") and _FEWEST_ANNOUNCED <= len(rows)
        if is_announced or (_FEWEST <= len(rows) and _COUNTING * len(rows) <= counting):
            for index in rows:
                kept[index] = Marked(marked[index].line, "item", "list amid the text")
            if has_head:
                kind: LineKind = "body" if first.text.endswith(":") else "heading"
                kept[run[0]] = Marked(first, kind, "above a list amid the text")
    return kept


def _find_runs(marked: Sequence[Marked]) -> Iterator[list[int]]:
    """Yield the places of fragments with nothing but blank lines between them."""
    run: list[int] = []
    for index, mark in enumerate(marked):
        if mark.rule == FRAGMENT:
            run.append(index)
        elif mark.kind != "blank" and run:
            yield run
            run = []
    if run:
        yield run
