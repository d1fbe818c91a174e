"""Read the text of a page of so many elements that to look at each would take seconds.

Only the borders of blocks are kept: what is a heading, a link or an item there is not told.
"""

import re
from typing import Any

_MOST_TAGS = 100_000  # a book on one page has as many
_SPACE = re.compile(r"[^\S\x85]+")
_BORDER = re.compile(
    r"<(?=/?(?:address|article|aside|blockquote|body|br|caption|center|dd|details|div|dl|dt"
    r"|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|option|p|pre|section|select"
    r"|table|td|th|tr|ul)\b)",
    re.IGNORECASE,
)
_UNSEEN = ("script", "style", "template", "noframes")


def is_vast(source: str) -> bool:
    """Tell whether a page has more elements than are looked at one by one."""
    return _MOST_TAGS < source.count("<")


def part_blocks(source: str) -> str:
    r"""Return a page with a line end before each tag that begins or ends a block, and no other.

    >>> part_blocks("<p>Thick\nfog<p>Rain")
    '\n<p>Thick fog\n<p>Rain'
    """
    return _BORDER.sub("\n<", _SPACE.sub(" ", source))


def list_texts(body: Any) -> list[str]:  # noqa: ANN401 # an element of any library
    """Return the texts of the blocks of such a page."""
    for element in body.iter(*_UNSEEN):
        element.text = None
    lines = "".join(body.itertext(with_tail=True)).split("\n")
    return [text for line in lines if (text := line.strip())]
