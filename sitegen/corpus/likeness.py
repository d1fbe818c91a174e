"""Measure how much articles are alike, without comparing all with all."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import mul

from sitegen.corpus.postings import UNIT, Postings, Vector, order_in_time
from sitegen.corpus.terms import Rareness
from sitegen.model.summary import NO_HINTS, Summary, TimeHints

_ALIKE = 0.1  # cosine from which two articles have something in common
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
    order = order_in_time(summaries)
    ordered = [summaries[index] for index in order]
    vectors = make_vectors(ordered)
    postings = Postings(vectors, ordered)
    candidates = [
        compare_with(place, postings.find_candidates(place), vectors)
        for place in range(len(ordered))
    ]
    return join_candidates(candidates, order, ordered)


def compare_with(
    place: int, candidates: Sequence[int], vectors: Sequence[Vector]
) -> dict[int, float]:
    """Return the cosines of an article's candidates."""
    return {other: multiply(vectors[place], vectors[other]) for other in candidates}


def join_candidates(
    candidates: Sequence[Mapping[int, float]], order: Sequence[int], ordered: Sequence[Summary]
) -> Likeness:
    """Return the likeness of articles, given with their candidates in the order of time.

    ``order`` has the index of each; who is a candidate of another has it as one, too.
    """
    alike = [dict(cosines) for cosines in candidates]
    for place, cosines in enumerate(candidates):
        for other, cosine in cosines.items():
            alike[other][place] = cosine
    neighbours: list[Mapping[int, float]] = [{} for _ in order]
    hints: list[TimeHints] = [NO_HINTS] * len(order)
    for index, cosines, summary in zip(order, alike, ordered, strict=True):
        neighbours[index] = {order[other]: cosine for other, cosine in _rank(cosines, ordered)}
        hints[index] = summary.hints
    return Likeness(tuple(neighbours), tuple(hints))


def make_vectors(summaries: Sequence[Summary]) -> list[Vector]:
    """Return unit vectors of words, those that are rare here and in any news heavier."""
    lists = [summary.terms.words.split() for summary in summaries]
    support = Counter(chain.from_iterable(lists))
    rareness = Rareness(support, len(summaries))
    known = {word: rareness.measure(word) for word in support}
    vectors: list[Vector] = []
    for words, summary in zip(lists, summaries, strict=True):
        weighed = [*map(mul, map(known.__getitem__, words), summary.terms.weights)]
        norm = math.hypot(*weighed)
        scaled = [round(UNIT * weight / norm) for weight in weighed]
        vectors.append(dict(zip(words, scaled, strict=True)))
    return vectors


def list_shared_words(one: Vector, other: Vector, most: int) -> tuple[str, ...]:
    """Return the words that make two articles alike, what counts most first."""
    shared = sorted(one.keys() & other.keys(), key=lambda word: (-one[word] * other[word], word))
    return tuple(shared[:most])


def multiply(one: Vector, other: Vector) -> float:
    """Return the cosine of two unit vectors; of less if they share but a name and a weekday."""
    shared = one.keys() & other.keys()
    product = sum([one[word] * other[word] for word in shared])
    part = len(shared) / min(_FEW, len(one), len(other)) if shared else 0.0
    return round(product * min(1.0, part) / (UNIT * UNIT), 4)


def _rank(cosines: Mapping[int, float], ordered: Sequence[Summary]) -> list[tuple[int, float]]:
    """Return the cosines best first; equals stand in an order that no other article changes."""
    alike = (pair for pair in cosines.items() if _ALIKE <= pair[1])
    return sorted(alike, key=lambda pair: (-pair[1], ordered[pair[0]].digest))
