"""Find pairs of articles worth an exact look, by the samples that they share.

Nothing depends on the order of the articles: they are taken in the order of their digests, and a
text that is there several times counts once.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from sitegen.corpus.fingerprint import measure_sample, unpack
from sitegen.model.summary import Summary
from sitegen.text.answers import Answers

_SHARED = 2  # sketch hashes that make two articles candidates
_CROWD = 64  # a phrase in more articles than this is a formula; only neighbours are compared
_FORMULA = 0.4  # what such a phrase counts: copies share most of them, a paragraph used again few
_PART = 32_768  # articles whose hashes are indexed at a time: what bounds the memory
_HASHES = 1 << 32
_FEWEST_WORDS = 12  # "This story is being updated." makes no two articles one


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs of indexes: of the same text, word for word, and of texts to be compared.

    ``distinct`` are the articles, in the order of their digests, of which each text has one.
    """

    distinct: tuple[int, ...]
    same: tuple[tuple[int, int], ...]
    pairs: tuple[tuple[int, int], ...]


def find_candidates(summaries: Sequence[Summary]) -> Candidates:
    """Return the pairs, those that hang together one after another."""
    distinct, same = _part_same(summaries)
    order = [index for index in distinct if _FEWEST_WORDS <= summaries[index].words]
    found = [(order[one], order[other]) for one, other in _count_shared(summaries, order)]
    return Candidates(tuple(distinct), tuple(same), tuple(_sort_by_component(found)))


def find_repeated(
    read: Callable[[int], Iterable[int]], indexes: Sequence[int], least: int
) -> dict[int, list[int]]:
    """Return each hash that at least so many have, with their places in ``indexes``, in order.

    Most hashes are those of one text, so which ones come again is found out first.

    ``read`` gives the hashes of one index. One part of the range of hashes is indexed after the
    other, so that not all hashes of all articles are in memory at a time.
    """
    repeated: dict[int, list[int]] = {}
    parts = 1 + len(indexes) // _PART
    for part in range(parts):
        low, high = _HASHES * part // parts, _HASHES * (part + 1) // parts
        seen: set[int] = set()
        again: set[int] = set()
        for index in indexes:
            values = {*read(index)}
            if 1 < parts:
                values = {value for value in values if low <= value < high}
            again |= seen & values
            seen |= values
        found: dict[int, list[int]] = defaultdict(list)
        for place, index in enumerate(indexes):
            for value in again.intersection(read(index)):
                found[value].append(place)
        repeated.update((value, places) for value, places in found.items() if least <= len(places))
    return repeated


def _part_same(summaries: Sequence[Summary]) -> tuple[list[int], list[tuple[int, int]]]:
    """Return one article of each text, and the pairs of it and each other that says the same."""
    first_of: dict[object, int] = {}
    distinct, same = [], []
    for index in sorted(range(len(summaries)), key=lambda index: summaries[index].digest):
        summary = summaries[index]
        is_long = _FEWEST_WORDS <= summary.words
        text = (summary.words, summary.fingerprint) if is_long else summary.digest
        first = first_of.setdefault(text, index)
        if first == index:
            distinct.append(index)
        else:
            same.append((min(first, index), max(first, index)))
    return distinct, same


def _count_shared(summaries: Sequence[Summary], order: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of places that share enough of their samples."""

    def read(index: int) -> Iterable[int]:
        fingerprint = summaries[index].fingerprint
        return (*unpack(fingerprint.sketch), *unpack(fingerprint.lead))

    def measure(place: int) -> dict[int, int]:
        return measure_sample(unpack(summaries[order[place]].fingerprint.sketch))

    sizes = Answers(measure, most=1 + len(order))
    postings, crowds = _file_postings(find_repeated(read, order, least=2).values())
    for place in postings.keys() | crowds.keys():
        before = (places[: bisect_left(places, place)] for places in postings.get(place, ()))
        shared = Counter(chain.from_iterable(before))
        for other, count in Counter(crowds.get(place, ())).items():
            shared[other] += int(count * _FORMULA)
        for other, count in shared.items():
            if _SHARED <= count and _is_enough(count, sizes[place], sizes[other]):
                yield other, place


def _file_postings(
    found: Iterable[list[int]],
) -> tuple[dict[int, list[list[int]]], dict[int, list[int]]]:
    """Return for each place the postings it is in, and those before it in the crowds it is in."""
    postings: dict[int, list[list[int]]] = defaultdict(list)
    crowds: dict[int, list[int]] = defaultdict(list)
    for places in found:
        if len(places) <= _CROWD:
            for place in places[1:]:
                postings[place].append(places)
        else:
            for one, other in pairwise(places):
                crowds[other].append(one)
    return postings, crowds


def _is_enough(count: int, one: Mapping[int, int], other: Mapping[int, int]) -> bool:
    """Tell whether two share enough of what both were sampled by.

    A copy shares most of the common sample; a quarter of it leaves room for chance.
    """
    step = max(min(one), min(other))
    return min(one[step], other[step]) <= 4 * count


def _sort_by_component(pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the pairs so that texts that are compared with one another come one after another."""
    ordered = sorted((min(pair), max(pair)) for pair in pairs)
    parent: dict[int, int] = {}

    def find_root(index: int) -> int:
        while (above := parent.setdefault(index, index)) != index:
            parent[index] = parent[above]
            index = parent[index]
        return index

    for one, other in ordered:
        low, high = sorted((find_root(one), find_root(other)))
        parent[high] = low
    return sorted(ordered, key=lambda pair: (find_root(pair[0]), pair))
