"""Name the posts of other platforms that a page shows amid a text.

A scrape has the handle of who wrote, the words, and the clock with its day on lines of their own;
handle and clock are noise by themselves, and the words between them look like a paragraph.
"""

import re
from collections.abc import Sequence

from sitegen.ingest.looks import Look, take_as_noise

POST = "embedded post"  # the rule's name in every account
_REASON = "stands between a handle of another platform and the clock of a post"
_CLOCK = re.compile(r"\d{1,2}:\d\d ?[ap]m ?[·•] ?[a-z]{3,9}\.? \d{1,2}, \d{4}(?: ?[·•].*)?$")
_HANDLE = re.compile(r"@\w{2,30}$")
_WORDS = 60  # of a post
_LINES = 4  # of a post, and of who wrote it


def drop_embedded(looks: Sequence[Look]) -> Sequence[Look]:
    """Take no line as noise but the words of posts between two paragraphs."""
    printed = [index for index, look in enumerate(looks) if look.line.text]
    page = [looks[index] for index in printed]
    taken: set[int] = set()
    for place, look in enumerate(page):
        if look.line.text[:1].isdigit() and _CLOCK.match(look.line.key):
            taken.update(printed[at] for at in _find_post(page, place))
    return take_as_noise(looks, taken, POST, _REASON)


def _find_post(page: Sequence[Look], clock: int) -> range:
    """Return the places of the words of a post above its clock; none without a handle.

    The name of who wrote stands above the handle. What a text announces, ``She wrote:``, is of
    the text.
    """
    for place in range(clock - 1, max(0, clock - _LINES - 1), -1):
        line = page[place].line
        if _HANDLE.match(line.key):
            above = page[max(0, place - 2) : place]
            is_announced = any(look.line.text.endswith(":") for look in above)
            return range(0) if is_announced else range(place, clock)
        if _WORDS < line.words or page[place].fact:
            break
    return range(0)
