"""Compare all articles, going on from the comparison that an earlier build made.

An article more or less changes what few others are compared with. Which ones those are follows
from the words by which candidates are found; all others keep what they were compared with.
The likeness is that of :func:`~sitegen.corpus.likeness.measure_likeness`, the slow clear way.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from sitegen.corpus.likeness import Likeness, compare_with, join_candidates, make_vectors, multiply
from sitegen.corpus.postings import NEXT, SHARED, Postings, Vector, order_in_time, step_up
from sitegen.model.summary import Summary

_MOST_NEWS = 0.1  # of all articles; where more are new or gone, all are compared anew


@dataclass(frozen=True, slots=True)
class Compared:
    """What articles were compared with, in the order of time.

    ``names`` are digests of all that an article is compared by, ``weights`` hashes of what its
    words weighed among the others; ``support`` counts the articles that have each word. The
    ``candidates`` of each article are others, by their places here, with their cosines.
    """

    names: tuple[bytes, ...]
    weights: tuple[int, ...]
    support: dict[str, int]
    candidates: tuple[dict[int, float], ...]


def compare_articles(summaries: tuple[Summary, ...], last: Compared | None) -> Compared:
    """Return the comparison of articles; ``last`` is an earlier one, and changes but the time."""
    ordered = [summaries[index] for index in order_in_time(summaries)]
    vectors = make_vectors(ordered)
    postings = Postings(vectors, ordered)
    names = tuple(map(_name, ordered))
    weights = tuple(hash(tuple(vector.values())) for vector in vectors)
    support = {word: len(places) for word, places in postings.places.items()}
    # Two articles of one name, as a person's split may leave, cannot be told apart here.
    is_told = last is not None and all(len({*each}) == len(each) for each in (names, last.names))
    kept = _keep(last, names, weights, vectors, postings) if last and is_told else {}
    candidates = tuple(
        kept[place]
        if place in kept
        else compare_with(place, postings.find_candidates(place), vectors)
        for place in range(len(ordered))
    )
    return Compared(names, weights, support, candidates)


def read_likeness(compared: Compared, summaries: Sequence[Summary]) -> Likeness:
    """Return the likeness of the articles that were compared."""
    order = order_in_time(summaries)
    return join_candidates(compared.candidates, order, [summaries[index] for index in order])


def _name(summary: Summary) -> bytes:
    named = f"{summary.digest} {summary.moment} {summary.terms.words}"
    return blake2b(named.encode("utf-8", "replace"), digest_size=12).digest()


def _keep(
    last: Compared,
    names: Sequence[bytes],
    weights: Sequence[int],
    vectors: Sequence[Vector],
    postings: Postings,
) -> dict[int, dict[int, float]]:
    """Return the candidates of all articles, by place, whose words weigh what they did in ``last``.

    Most have the same ones. A cosine is taken again where the words of the other weigh something
    else.
    """
    now = {name: place for place, name in enumerate(names)}
    moved = [now.get(name, -1) for name in last.names]  # to where each has moved, -1 if it is gone
    before = {place: former for former, place in enumerate(moved) if 0 <= place}
    news = [place for place in range(len(names)) if place not in before]
    gaps = _find_gaps(moved)
    gone = {former for former, place in enumerate(moved) if place == -1}
    if _MOST_NEWS * len(names) < len(news) + len(gaps):
        return {}
    same = {place for place, former in before.items() if weights[place] == last.weights[former]}
    finder = _Finder(vectors, postings, news, gaps, last.support)
    kept = {}
    for place in sorted(same):
        found = last.candidates[before[place]]
        others = [moved[other] for other in found]
        shares = finder.find_news(place) if gone.isdisjoint(found) else None
        if shares is None:
            others = postings.find_candidates(place)
        elif shares:
            others = postings.add_candidates(place, others, shares)
        known = {moved[other]: cosine for other, cosine in found.items() if moved[other] in same}
        kept[place] = {
            other: known[other] if other in known else multiply(vectors[place], vectors[other])
            for other in others
        }
    return kept


def _find_gaps(moved: Sequence[int]) -> list[int]:
    """Return for each article that is gone the place that it would have now.

    >>> _find_gaps([0, -1, 1, 3, -1])
    [1, 4]
    """
    gaps = []
    following = 0
    for place in moved:
        if place == -1:
            gaps.append(following)
        else:
            following = place + 1
    return gaps


class _Finder:
    """Finds what others which are new or gone mean for an article, by the words they share."""

    def __init__(
        self,
        vectors: Sequence[Vector],
        postings: Postings,
        news: Sequence[int],
        gaps: Sequence[int],
        support: Mapping[str, int],
    ) -> None:
        """Look at the words of the ``news``, and at those that more or fewer articles have now.

        ``gaps`` are the places of those that are gone; ``support`` is that of before.
        """
        self._vectors = vectors
        self._postings = postings
        self._new: dict[str, list[int]] = defaultdict(list)
        for place in news:
            for word in vectors[place]:
                self._new[word].append(place)
        words = {*postings.places, *support} if gaps else self._new.keys()
        sizes = [(word, support.get(word, 0), len(postings.places.get(word, ()))) for word in words]
        stepped = [word for word, old, size in sizes if step_up(old) != step_up(size)]
        self._stepped = {place for word in stepped for place in postings.places.get(word, ())}
        self._sizes = postings.sizes | {word: step_up(support.get(word, 0)) for word in stepped}
        touched = {word for word, old, size in sizes if old != size or word in self._new}
        self._near = {word: set(self._list_near(word, (*news, *gaps))) for word in touched}
        self._asked = set(self._list_asked(news))

    def _list_asked(self, news: Iterable[int]) -> Iterator[int]:
        """Yield the places of all that may have to be compared anew, or with something new."""
        yield from self._stepped
        for places in self._near.values():
            yield from places
        for new in news:
            most: dict[int, int] = defaultdict(int)  # that others share with it
            for word in self._vectors[new]:
                for place in self._postings.list_together(word):
                    most[place] += self._vectors[place][word] ** 2
            yield from (place for place, share in most.items() if SHARED <= share)

    def _list_near(self, word: str, changed: Sequence[int]) -> Iterator[int]:
        """Yield the places of those that have a word and may look at other neighbours now."""
        places = self._postings.places.get(word, [])
        reach = NEXT + len(changed)
        for place in changed:
            middle = bisect_left(places, place)
            yield from places[max(0, middle - reach) : middle + reach + 1]

    def find_news(self, place: int) -> Mapping[int, int] | None:
        """Return how much new articles share with one that has kept the candidates that it had.

        None where it may not have kept them, because of what is new or gone.
        """
        if place not in self._asked:
            return {}
        vector = self._vectors[place]
        shares: dict[int, int] = defaultdict(int)
        looked_up = [*self._postings.look_up(vector)]
        if place in self._stepped and looked_up != [*self._postings.look_up(vector, self._sizes)]:
            return None
        for word, is_crowd in looked_up:
            if is_crowd and place in self._near.get(word, ()):
                return None
            if not is_crowd:
                for new in self._new.get(word, ()):
                    shares[new] += vector[word] * vector[word]
        return {other: share for other, share in shares.items() if SHARED <= share}
