"""Measure how much articles are alike, without comparing all with all."""

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest

from sitegen.corpus.terms import Rareness
from sitegen.corpus.timing import count_days, fade
from sitegen.model.summary import Summary, TimeHints

Vector = Mapping[str, int]

_ALIKE = 0.1  # cosine from which two articles have something in common
# Weights are whole numbers, so that a sum is the same in any order.
_UNIT = 1000
# Candidates are found by the first of an article's words, as many as are in so many articles
# together; those that share least of them are not compared, nor more than the best few.
_POSTINGS = 6000
_COMMON = 512  # articles that may have a word for all of them to be looked at
_NEXT = 6  # before and after in time that are looked at where more have it
_SHARED = 0.04 * _UNIT * _UNIT
_COMPARED = 24
_FEW = 8  # words; two short texts with fewer in common are seldom of one matter


@dataclass(frozen=True, slots=True)
class Likeness:
    """For each article, by index, the cosines of those like it, by their index, best first.

    ``hints`` are what the articles say of their time, by index too; empty where nobody asked.
    """

    neighbours: tuple[Mapping[int, float], ...]
    hints: tuple[TimeHints, ...] = ()


def measure_likeness(summaries: Sequence[Summary]) -> Likeness:
    """Compare each article with those that share its telling words, those near in time first."""
    vectors = make_vectors(summaries)
    alike: list[dict[int, float]] = [{} for _ in summaries]
    for index, candidates in _find_candidates(vectors, summaries):
        for other in candidates:
            if other not in alike[index]:
                cosine = _multiply(vectors[index], vectors[other])
                alike[index][other] = alike[other][index] = cosine
    return Likeness(
        neighbours=tuple(_rank(cosines, summaries) for cosines in alike),
        hints=tuple(summary.hints for summary in summaries),
    )


def make_vectors(summaries: Sequence[Summary]) -> list[Vector]:
    """Return unit vectors of words, those that are rare here and in any news heavier."""
    lists = [summary.terms.words.split() for summary in summaries]
    support = Counter(word for words in lists for word in words)
    rareness = Rareness(support, len(summaries))
    known = {word: (word, rareness.measure(word)) for word in support}
    vectors: list[Vector] = []
    for words, summary in zip(lists, summaries, strict=True):
        weighed = [
            (word, rare * weight)
            for (word, rare), weight in zip(
                map(known.__getitem__, words), summary.terms.weights, strict=True
            )
        ]
        norm = math.hypot(*(weight for _, weight in weighed))
        vectors.append({word: round(_UNIT * weight / norm) for word, weight in weighed})
    return vectors


def list_shared_words(one: Vector, other: Vector, most: int) -> tuple[str, ...]:
    """Return the words that make two articles alike, what counts most first."""
    shared = sorted(one.keys() & other.keys(), key=lambda word: (-one[word] * other[word], word))
    return tuple(shared[:most])


def _find_candidates(
    vectors: Sequence[Vector], summaries: Sequence[Summary]
) -> Iterator[tuple[int, list[int]]]:
    """Yield each article, by index, with those that share most of its telling words.

    Of a word that too many articles have, only those next in time are looked at, so that the order
    of the articles decides nothing.
    """
    days = [count_days(summary.moment) for summary in summaries]
    order = sorted(range(len(vectors)), key=lambda index: _place(days[index], summaries[index]))
    postings: dict[str, list[int]] = defaultdict(list)
    for place, index in enumerate(order):
        for word in vectors[index]:
            postings[word].append(place)
    for place, index in enumerate(order):
        shared = _share_words(place, vectors[index], postings)
        found = [
            (share * _fade(days[index], days[other]), summaries[other].digest, other)
            for other, share in ((order[each], share) for each, share in shared.items())
            if _SHARED <= share
        ]
        best = found if len(found) <= _COMPARED else nlargest(_COMPARED, found)
        yield index, [other for *_, other in best]


def _fade(one: float | None, other: float | None) -> float:
    return fade(None if one is None or other is None else abs(one - other))


def _place(day: float | None, summary: Summary) -> tuple[bool, float, str]:
    """Return what articles are sorted by in time, those without a date last."""
    return day is None, day or 0.0, summary.digest


def _share_words(
    place: int, vector: Vector, postings: Mapping[str, Sequence[int]]
) -> Mapping[int, int]:
    """Return what others share of the words of the article at a place, by their places."""
    shared: dict[int, int] = defaultdict(int)
    left = _POSTINGS
    for word, weight in vector.items():
        if left <= 0:
            break
        posting = postings[word]
        size = _step_up(len(posting))
        if min(left, _COMMON) < size:
            middle = bisect_left(posting, place)
            posting = posting[max(0, middle - _NEXT) : middle + _NEXT + 1]
            size = len(posting)
        left -= size
        share = weight * weight
        for other in posting:
            shared[other] += share
    shared.pop(place, None)
    return shared


def _step_up(count: int) -> int:
    """Return the power of two from a count on: one more article seldom makes it another one."""
    return 1 << (count - 1).bit_length()


def _multiply(one: Vector, other: Vector) -> float:
    """Return the cosine of two unit vectors; of less if they share but a name and a weekday."""
    shared = one.keys() & other.keys()
    product = sum([one[word] * other[word] for word in shared])
    part = len(shared) / min(_FEW, len(one), len(other)) if shared else 0.0
    return round(product * min(1.0, part) / (_UNIT * _UNIT), 4)


def _rank(cosines: Mapping[int, float], summaries: Sequence[Summary]) -> Mapping[int, float]:
    """Return the cosines best first; equals stand in an order that no other article changes."""
    alike = (pair for pair in cosines.items() if _ALIKE <= pair[1])
    return dict(sorted(alike, key=lambda pair: (-pair[1], summaries[pair[0]].digest)))
