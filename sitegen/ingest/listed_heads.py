"""Tell the entries of a box of links from the headline of the next article, right below it.

A page ends with what else is to be read. Where the next one follows at once, the last entry stands
as near to its byline as the headline does, and looks the same.
"""

from collections.abc import Sequence

from sitegen.ingest.above_heads import is_below_pointer
from sitegen.ingest.cohesion import find_shared, read_ties
from sitegen.ingest.looks import is_body
from sitegen.ingest.outline import Item, may_be_headline
from sitegen.ingest.separators import LONGEST_HEADLINE

_MOST_LINKS, _REACH = 12, 12  # entries of a box; lines of text that tell what an article is about
_LEAST_WORDS = 4
_LED, _TIED = 0.14, 0.2  # of the words of a headline stand in its text, and fewer of another's


def find_head_below(items: Sequence[Item], position: int) -> int:
    """Return the place of what may be a headline right below a line that is an entry of a box.

    It stands apart from the box, is said twice, or has much more to do with the text below. -1
    where the line is of no box of links, or none follows.
    """
    item = items[position]
    if not _is_listed(items, position):
        return -1
    own = _measure_tie(items, position)
    for place in range(position + 1, min(len(items), position + 1 + _MOST_LINKS)):
        below = items[place]
        if below.look.fact or is_body(below.look):
            return -1
        if below.look.line.key == item.look.line.key or not may_be_headline(below):
            continue
        is_apart = below.is_parted or item.gap < below.gap or _is_said_twice(items, place)
        tied = _measure_tie(items, place)
        if own <= tied and (is_apart or (own < _LED and _TIED <= tied)):
            return place
    return -1


def is_said_at_once(items: Sequence[Item], position: int) -> bool:
    """Tell whether a line is said again at once, and may be a headline whatever it ends with."""
    look = items[position].look
    is_plain = not (look.fact or look.end or look.noise or look.has_credit or look.line.shape)
    is_long = _LEAST_WORDS <= look.line.words <= LONGEST_HEADLINE
    return is_plain and is_long and _is_said_twice(items, position)


def _is_listed(items: Sequence[Item], position: int) -> bool:
    """Tell whether nothing but headlines stands between a line and what heads a box of links."""
    for item in reversed(items[max(0, position - _MOST_LINKS) : position + 1]):
        if item.look.fact or item.is_parted or is_body(item.look):
            return False
        if is_below_pointer(item):
            return True
    return False


def _is_said_twice(items: Sequence[Item], position: int) -> bool:
    """Tell whether a line of some words is said again at once."""
    line = items[position].look.line
    return any(line.key == item.look.line.key for item in items[position + 1 : position + 2])


def _measure_tie(items: Sequence[Item], position: int) -> float:
    """Return which part of the words of a line stands in the text below it."""
    words = read_ties([items[position].look])
    near = items[position + 1 : position + 1 + _REACH]
    shared = find_shared(words, [item.look for item in near if is_body(item.look)])
    return len(shared) / len(words) if words else 0.0
