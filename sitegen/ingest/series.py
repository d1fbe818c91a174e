"""Find headlines in a series: reports in brief, and articles that a page sets all alike.

A short headline looks like a sub-heading, and nothing about one of them tells which it is. All of
them together do: where lines that stand alike have texts below that have nothing to do with one
another, each begins an article; the parts of one article share their words.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, partial
from itertools import islice, pairwise

from sitegen.ingest.above_heads import has_counter
from sitegen.ingest.cohesion import join_telling
from sitegen.ingest.lines import is_headline_shaped
from sitegen.ingest.looks import Look, is_body
from sitegen.ingest.openings import has_body
from sitegen.ingest.outline import GAP, Item
from sitegen.ingest.separators import LONGEST_HEADLINE, mask_figures

_FEWEST_AFTER, _ALIKE = 3, 0.75  # headlines behind the first, and their part with the like below
_FEWEST = 2  # that begin something of their own, of those behind the first text
_SHARE = 0.6  # of them all
# Measured on labelled seeds: nine in ten articles share less than this with the one above them,
# and seven in ten parts of an article share less with the parts above; but of those only one in
# eight is headed by words that stand more often below it than above.
_TIED = 0.15
_UNTIED_WORDS = 35
_NEAR = 3  # paragraphs below and twice as many above, which tell what a text is about
_CLOCK = re.compile(r"\b0[:.]0\b")  # once its figures are masked
# Buttons below each thing that one article compares.
_OF_ONE_TEXT = frozenset(
    {"buy now", "shop now", "view deal", "see price", "check price", "sold out", "read review"}
)
_REACH = 12  # lines
_FARTHEST = 100  # lines of text above a headline in which the last ones of the text stand
_HEAD = 3  # lines within which the text below a headline begins
_Compare = Callable[[int], int]


def find_series(items: Sequence[Item], *, is_page: bool) -> frozenset[int]:
    """Return the positions of the headlines of all series.

    On a page with its menus blank lines part nothing.
    """
    forms: dict[tuple[str, ...], list[int]] = defaultdict(list)
    begin = next((index for index, item in enumerate(items) if is_body(item.look)), len(items))
    heads = [
        position
        for position, item in enumerate(items)
        if begin < position and _may_head(items, position)
    ]
    if len(heads) < _FEWEST:
        return frozenset()
    counts = Counter(item.look.line.key for item in items)
    for position in heads:
        if counts[items[position].look.line.key] == 1:
            for form in _list_forms(items, position, is_page=is_page):
                forms[form].append(position)
    series: set[int] = set()
    # The same lines may stand alike in several ways, and need to be asked once.
    compare = cache(partial(_compare_ties, items))
    for places in {tuple(places) for places in forms.values() if _FEWEST <= len(places)}:
        series.update(_choose(items, places, compare))
    return frozenset(series | _find_first(items, begin, series))


def _find_first(items: Sequence[Item], begin: int, series: AbstractSet[int]) -> set[int]:
    """Return the position of the first headline of a series, which nothing parts from a text above.

    It stands right above the first text if all the others stand right above theirs, and is no
    longer: what is above it names the column. Or it is signed as they are, below a greeting.
    """
    if len(series) < _FEWEST_AFTER:
        return set()
    below = Counter(_name_line(items[place + 1].look) for place in series)
    kind, count = below.most_common(1)[0]
    if count < _ALIKE * len(series):
        return set()
    if kind == "text":
        longest = max(items[place].look.line.words for place in series)
        is_like = items[begin - 1].look.line.words <= longest and _may_head(items, begin - 1)
        return {begin - 1} if 1 < begin and is_like else set()
    places = range(begin + 1, min(series)) if kind == "byline" else ()
    found = (at for at in places if _may_head(items, at) and items[at + 1].look.fact == kind)
    return {*islice(found, 1)}


def _name_line(look: Look) -> str:
    return "text" if is_body(look) else look.fact


def _may_head(items: Sequence[Item], position: int) -> bool:
    """Tell whether a line is short and no sentence, and a text begins right below it."""
    look = items[position].look
    line = look.line
    is_asked = GAP <= items[position].gap and line.text.endswith("?") and not is_body(look)
    if (look.is_prose or (line.is_sentence and not line.text.isupper())) and not is_asked:
        return False
    if look.fact or look.end or look.has_credit or line.shape:
        return False
    if not is_headline_shaped(line) or LONGEST_HEADLINE < line.words or items[position].is_turned:
        return False
    if _is_entry(items, position):
        return False
    return any(is_body(after.look) for after in items[position + 1 : position + 1 + _HEAD])


def _is_entry(items: Sequence[Item], position: int) -> bool:
    """Tell whether a clock stands at a line: an entry of a report written as it happened."""
    item = items[position]
    if has_counter(items, position):
        return False
    above = items[position - 1].look if position else None
    is_below = bool(above and above.fact and _CLOCK.search(mask_figures(above.line.key)))
    keys = (mask_figures(item.look.line.key), *item.left_out)
    return is_below or any(map(_CLOCK.search, keys))


def _list_forms(
    items: Sequence[Item], position: int, *, is_page: bool
) -> Iterator[tuple[str, ...]]:
    """Yield in what ways a line stands apart from the text above it, as others may."""
    item = items[position]
    if not is_page and items[position + 1].gap < item.gap:
        yield "nearer to the text below", str(min(item.gap, GAP))
    if not is_page and GAP <= item.gap:
        yield ("far from the text above",)
    if items[position + 1].is_parted:
        yield ("above a ruled line",)
    for key in item.left_out - _OF_ONE_TEXT:
        yield "behind", key
    if item.gap and any(map(str.isalpha, item.left_out)):
        yield ("below a lone word, apart from the text above",)


def _choose(items: Sequence[Item], places: Sequence[int], compare: _Compare) -> set[int]:
    """Return which of some lines begin an article, if most of them do.

    ``compare`` remembers what :func:`_compare_ties` says of each, for a line may stand in several
    ways as others do.
    """
    sure = {
        place
        for place, end in pairwise([*places, len(items)])
        if compare(place) > 0 and _is_of_its_own(items, place, end)
    }
    if len(sure) < max(_FEWEST, _SHARE * len(places)):
        return set()
    labels = {place for place in places if items[place].look.heading}
    labels = labels if 2 * len(labels) < len(places) else set()  # in capitals, as few others are
    begun = {place for place in places if _may_begin(items, place, compare(place))}
    return sure | (begun - labels)


def _is_of_its_own(items: Sequence[Item], place: int, end: int) -> bool:
    """Tell whether headline and text have nothing to do with the text above.

    The headline is known to be tied to the text below it.
    """
    said = (look.line.text for look in _list_bodies(items[place + 1 : end])[:_NEAR])
    bodies = _list_bodies(items[max(0, place - _FARTHEST) : place])
    above = (look.line.text for look in bodies[-2 * _NEAR :])
    words = join_telling((items[place].look.line.text, *said))
    return len(words & join_telling(above)) < _TIED * len(words)


def _may_begin(items: Sequence[Item], place: int, ties: int) -> bool:
    """Tell whether a line among headlines is one, though it may have no word of its text."""
    below = [after.look for after in items[place + 1 : place + 3]]
    is_headed = any(is_body(look) or look.fact or look.has_credit for look in below)
    return ties > 0 or (not ties and is_headed and has_body(items, place, _UNTIED_WORDS))


def _compare_ties(items: Sequence[Item], place: int) -> int:
    """Return by how many words a headline is tied more to the text below it than to that above."""
    words = join_telling([items[place].look.line.text])
    below = _list_bodies(items[place + 1 : place + 1 + _REACH])[:_NEAR]
    above = _list_bodies(items[max(0, place - _REACH) : place])[-2 * _NEAR :]
    below_ties, above_ties = (
        join_telling(look.line.text for look in looks) for looks in (below, above)
    )
    return len(words & below_ties) - len(words & above_ties)


def _list_bodies(items: Sequence[Item]) -> list[Look]:
    return [item.look for item in items if is_body(item.look)]
