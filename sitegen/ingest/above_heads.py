"""Tell what stands above a line and says that no article begins there: a pointer, an advert."""

from collections.abc import Sequence

from sitegen.ingest.lines import make_line
from sitegen.ingest.looks import is_body
from sitegen.ingest.noise import find_noise
from sitegen.ingest.outline import Item
from sitegen.ingest.rivals import ANNOUNCING

_POINTERS = frozenset({"teaser", "list heading"})  # noise rules
_SPONSORS = (
    "sponsored by",
    "presented by",
    "brought to you by",
    "in partnership with",
    "paid for by",
    "a message from",
    "a word from",
)
_MOST_POINTS = 6
_CLOCKS = frozenset({"0:0", "0:0am", "0:0pm", "0.0am", "0.0pm"})  # each number as a zero
_STAMPS = frozenset({"date stamp", "day in figures", "byline and date"})
_FEWEST_ENTRIES = 3


def is_below_pointer(item: Item) -> bool:
    """Tell whether ``Read also`` or its like stands right above a line, which is a link then."""
    return any(find_noise(make_line(form)) in _POINTERS for form in item.left_out)


def is_advert(item: Item) -> bool:
    """Tell whether ``A message from the Orle Bank`` or its like stands right above a line."""
    return any(form.startswith(_SPONSORS) for form in item.left_out)


def is_point(items: Sequence[Item], position: int) -> bool:
    """Tell whether a line is one of those that sum a text up below ``Key points``."""
    for above in reversed(items[max(0, position - _MOST_POINTS) : position]):
        if above.look.line.key.strip(" :") in ANNOUNCING:
            return True
        if above.look.fact or is_body(above.look):
            return False
    return False


def is_entry(items: Sequence[Item], position: int) -> bool:
    """Tell whether a clock alone stands right above a line or below, as in a live report.

    With the day beside it, below a headline, it tells when an article was published.
    """
    if not _CLOCKS.isdisjoint(items[position].left_out):
        return True
    below = items[position + 1 : position + 2]
    if not below or _CLOCKS.isdisjoint(below[0].left_out):
        return False
    return below[0].look.fact not in _STAMPS


def is_live(items: Sequence[Item]) -> bool:
    """Tell whether a file has entries of a report that was written as it happened."""
    with_clock = sum(not _CLOCKS.isdisjoint(item.left_out) for item in items)
    return _FEWEST_ENTRIES <= with_clock
