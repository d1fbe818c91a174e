"""Tell the last links of a page from its text, though they ask or end as sentences do.

``Most read`` stands behind a text with some headlines below it; one that ends with a question mark
or a full stop looks like a paragraph of a text that goes on behind the box.
"""

from itertools import takewhile

from sitegen.ingest.blocks import Marked

_HEADING = "list heading"
_LINKS = frozenset({"link list", "behind the text", "headline of another", "teaser"})
_MAY_LINK = frozenset({"body", "heading"})
_LONGEST, _FEWEST = 20, 2  # words of an entry; entries that are sure
_TEXT_WORDS = 40  # above the box, from which it stands behind a text
_CLOSING = "\"'”’») "


def drop_last_links(marked: list[Marked]) -> list[Marked]:
    """Return the lines, the entries of the last box of links as noise.

    What ends with a full stop is one only above another that is sure. Where something longer than
    a headline stands below the heading, or text behind the box, the text goes on, and all is kept.
    """
    heading = max((i for i, mark in enumerate(marked) if mark.rule == _HEADING), default=-1)
    if (
        sum(mark.line.words for mark in marked[: max(0, heading)] if mark.kind == "body")
        < _TEXT_WORDS
    ):
        return marked
    below = [i for i in range(heading + 1, len(marked)) if marked[i].kind != "blank"]
    entries = list(takewhile(lambda i: _may_be_entry(marked[i]), below))
    sure = [
        i for i in entries if not marked[i].line.text.rstrip(_CLOSING).endswith((".", "?", "!"))
    ]
    goes_on = any(marked[i].kind == "body" for i in below[len(entries) :])
    if goes_on or len(sure) < _FEWEST:
        return marked
    links = {i for i in entries if i < sure[-1] or i in sure or _ends_with(marked[i], "?!")}
    return [
        Marked(mark.line, "noise", "link list", "a headline below a pointer to others")
        if index in links and mark.kind != "noise"
        else mark
        for index, mark in enumerate(marked)
    ]


def _may_be_entry(mark: Marked) -> bool:
    is_line = mark.kind in _MAY_LINK or mark.rule in _LINKS
    return is_line and not mark.line.shape and mark.line.words <= _LONGEST


def _ends_with(mark: Marked, stops: str) -> bool:
    return mark.line.text.rstrip(_CLOSING)[-1:] in set(stops)
