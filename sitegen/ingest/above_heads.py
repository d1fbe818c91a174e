"""Tell what stands above a line and says that no article begins there: a pointer, an advert."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

from sitegen.ingest.counters import counts_something
from sitegen.ingest.lines import is_headline_shaped, make_line
from sitegen.ingest.looks import Look, find_below, is_body
from sitegen.ingest.noise import find_noise
from sitegen.ingest.openings import has_head
from sitegen.ingest.outline import Item, name_form
from sitegen.ingest.rivals import ANNOUNCING

_MOST_LINKS = 3  # in a box amid a text
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
# Each number as a zero, and perhaps the zone.
_CLOCK = re.compile(r"0:0(?:[ap]m)?|0\.0[ap]m|0[:.]0(?: [ap]\.?m\.?)? [a-z]{3,4}")
_CLOCK_WORDS = 3
_STAMPS = frozenset({"date stamp", "day in figures", "byline and date"})
_FEWEST_ENTRIES = 3
_LABELS = 1  # between a stamp and the headline below it
_PLACES = frozenset({"0 of 0", "0 / 0", "slide 0 of 0", "photo 0 of 0", "image 0 of 0"})
_LINK_WORDS = 4  # few labels have as many


def is_below_pointer(item: Item) -> bool:
    """Tell whether ``Read also`` or its like stands right above a line, which is a link then."""
    return any(map(_points, item.left_out))


def is_below_box(items: Sequence[Item], position: int) -> bool:
    """Tell whether a box of links stands right above a line: ``Read also``, and a few headlines.

    Behind such a box the text goes on, with a heading as likely as with a paragraph.
    """
    for above in reversed(items[max(0, position - _MOST_LINKS) : position]):
        if above.look.fact or is_body(above.look):
            return False
        if is_below_pointer(above):
            return True
    return False


@lru_cache(maxsize=128)
def _points(form: str) -> bool:
    """Remember of the lines around whether they point to others: many rules ask for the same."""
    return find_noise(make_line(form)) in _POINTERS


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
    if _is_below_clock(items, position):
        return not has_counter(items, position)
    below = items[position + 1 : position + 2]
    if not below or below[0].look.fact in _STAMPS:
        return False
    return _is_clock(below[0]) or any(map(_CLOCK.fullmatch, below[0].left_out))


def find_top(items: Sequence[Item], position: int) -> int:
    """Return the position of the stamp that stands above a headline, or that of the headline.

    It stands apart from the text above, and right above the headline but for a label.
    """
    for place in range(position, max(0, position - _LABELS - 1), -1):
        above = items[place - 1]
        if items[place].gap or is_body(above.look):
            break
        if above.look.fact in _STAMPS and above.gap:
            return place - 1
    return position


def is_live(items: Sequence[Item]) -> bool:
    """Tell whether a file has entries of a report that was written as it happened."""
    with_clock = sum(
        _is_below_clock(items, position) and not has_counter(items, position)
        for position in range(len(items))
    )
    return _FEWEST_ENTRIES <= with_clock


def _is_below_clock(items: Sequence[Item], position: int) -> bool:
    """Tell whether a clock alone stands right above a line, with or without its zone."""
    is_below = position > 0 and _is_clock(items[position - 1])
    return is_below or any(map(_CLOCK.fullmatch, items[position].left_out))


def _is_clock(item: Item) -> bool:
    is_short = item.look.line.words <= _CLOCK_WORDS and not item.look.fact
    return is_short and bool(_CLOCK.fullmatch(name_form(item.look)))


def has_counter(items: Sequence[Item], position: int) -> bool:
    """Tell whether below a line stands how often it was read or answered: then it is an article's.

    A report that is written as it happens is counted as a whole.
    """
    below = items[position + 1 : position + 2]
    return any(counts_something(form) for item in below for form in item.left_out)


def is_slide(items: Sequence[Item], position: int) -> bool:
    """Tell whether ``2 of 5`` alone stands right above a line that no byline or stamp follows.

    So the slides of one article are counted, each with its heading.
    """
    return not _PLACES.isdisjoint(items[position].left_out) and not has_head(items, position)


def count_unlinked(items: Sequence[Item]) -> Mapping[str, int]:
    """Return how often each line stands in a file, but for links to it below ``Read also``."""
    counts: Counter[str] = Counter()
    in_links = False
    for item in items:
        is_plain = not (item.look.fact or is_body(item.look))
        in_links = is_plain and (is_below_pointer(item) or (in_links and not item.left_out))
        counts[item.look.line.key] += not in_links
    return counts


def find_template(items: Sequence[Item]) -> AbstractSet[int]:
    """Return the positions of lines that stand below the same headline wherever they stand.

    So a site has them below each article. Where the lines below are the same as well, an article
    may stand in the file twice.
    """
    places: dict[tuple[str, str], list[int]] = {}
    for position in range(1, len(items)):
        above, line = items[position - 1].look, items[position].look
        is_link = not (above.fact or line.fact or is_body(above) or is_body(line))
        if is_link and _LINK_WORDS <= min(above.line.words, line.line.words):
            places.setdefault((above.line.key, line.line.key), []).append(position)
    found = {one for same in places.values() if _differ_below(items, same) for one in same}
    # What stands above such lines each time is of the same list.
    for same in sorted(places.values(), key=max, reverse=True):
        if 1 < len(same) and all(one + 1 in found for one in same):
            found.update(same)
    return found


def _differ_below(items: Sequence[Item], places: Sequence[int]) -> bool:
    below = {items[one + 1].look.line.key if one + 1 < len(items) else "" for one in places}
    return len(below) == len(places) > 1


def find_first_fetched(looks: Sequence[Look], starts: Sequence[int]) -> list[int]:
    """Return the place of the address above the first headline if a name stands above both.

    It is that of the file, if those of the further articles at ``starts`` have one above them, too.
    """
    addresses = [index for index, look in enumerate(looks) if look.noise == "address"]
    if not addresses or not starts:
        return []
    place, last = addresses[0], addresses[-1]  # below the last no article can have one
    is_each = all(last < start or looks[start].noise == "address" for start in starts)
    has_name = any(look.line.text and not (look.noise or look.fact) for look in looks[:place])
    below = find_below(looks, place)
    if not is_each or not has_name or starts[0] <= place or below is None:
        return []
    is_headline = is_headline_shaped(below.line) and not (below.noise or below.fact)
    return [place] if is_headline and not any(map(is_body, looks[:place])) else []
