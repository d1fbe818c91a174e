"""Find for an article those that share most of its telling words, near in time first."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from heapq import heappush, heappushpop

from sitegen.corpus.timing import count_days, fade
from sitegen.model.summary import Summary

# The weight of each word of an article, heaviest first, as a whole number: a sum is the same in
# any order. The squares of all of them make UNIT * UNIT.
Vector = Mapping[str, int]
UNIT = 1000

# Candidates are found by the first of an article's words, as many as are in so many articles
# together; those that share least of them are not compared, nor more than the best few.
_POSTINGS = 6000
_COMMON = 512  # articles that may have a word for all of them to be looked at
NEXT = 6  # before and after in time that are looked at where more have it
SHARED = 0.04 * UNIT * UNIT
_COMPARED = 24


class Postings:
    """For each word the articles that have it, by their places in the order of time."""

    def __init__(self, vectors: Sequence[Vector], summaries: Sequence[Summary]) -> None:
        """File all words; both stand :func:`in the order of time <order_in_time>`."""
        self._vectors = vectors
        self._digests = [summary.digest for summary in summaries]
        self._days = [count_days(summary.moment) for summary in summaries]
        self.places: dict[str, list[int]] = defaultdict(list)
        for place, vector in enumerate(vectors):
            for word in vector:
                self.places[word].append(place)
        self.sizes = {word: step_up(len(places)) for word, places in self.places.items()}

    def find_candidates(self, place: int) -> list[int]:
        """Return the places of the articles that the one at a place is to be compared with.

        Of a word that too many articles have, only those next in time are looked at, so that the
        order of the articles decides nothing.
        """
        return self._choose(place, self._share_words(place, self._vectors[place]))

    def add_candidates(
        self, place: int, candidates: Collection[int], news: Mapping[int, int]
    ) -> list[int]:
        """Return the candidates of an article that had these, now that there are ``news``.

        ``news`` is what each new one shares with it, none of it by a word of a crowd.
        """
        if len(candidates) + len(news) <= _COMPARED:
            return [*candidates, *news]
        return self._choose(place, {**self._share_with(place, candidates), **news})

    def _choose(self, place: int, shared: Mapping[int, int]) -> list[int]:
        """Return those that share enough with an article, the best few if they are many."""
        enough = [(share, other) for other, share in shared.items() if SHARED <= share]
        if len(enough) <= _COMPARED:
            return [other for _, other in enough]
        day = self._days[place]
        best: list[tuple[float, str, int]] = []
        for share, other in sorted(enough, reverse=True):
            if len(best) == _COMPARED and share < best[0][0]:
                break  # time only takes from what they share
            found = (share * _fade(day, self._days[other]), self._digests[other], other)
            if len(best) < _COMPARED:
                heappush(best, found)
            else:
                heappushpop(best, found)
        return [other for *_, other in best]

    def look_up(
        self, vector: Vector, sizes: Mapping[str, int] | None = None
    ) -> Iterator[tuple[str, bool]]:
        """Yield the words by which candidates are found, and whether of each only the next are.

        ``sizes`` are those of the lists of all words, in steps, if not as they are now.
        """
        sizes = self.sizes if sizes is None else sizes
        left = _POSTINGS
        for word in vector:
            if left <= 0:
                break
            size = sizes[word]
            is_crowd = min(left, _COMMON) < size
            left -= 2 * NEXT + 1 if is_crowd else size
            yield word, is_crowd

    def list_together(self, word: str) -> Sequence[int]:
        """Return the articles that have a word; none where they are too many to look at all."""
        return self.places[word] if self.sizes[word] <= _COMMON else ()

    def _share_words(self, place: int, vector: Vector) -> Mapping[int, int]:
        """Return what others share of the words of the article at a place, by their places."""
        shared: dict[int, int] = defaultdict(int)
        for word, is_crowd in self.look_up(vector):
            posting: Sequence[int] = self.places[word]
            if is_crowd:
                posting = _list_next(posting, place)
            share = vector[word] * vector[word]
            for other in posting:
                shared[other] += share
        shared.pop(place, None)
        return shared

    def _share_with(self, place: int, others: Collection[int]) -> Mapping[int, int]:
        """Return the same of these others alone."""
        vector = self._vectors[place]
        shares = {}
        shared = dict.fromkeys(others, 0)
        for word, is_crowd in self.look_up(vector):
            share = vector[word] * vector[word]
            if is_crowd:
                for other in shared.keys() & _list_next(self.places[word], place):
                    shared[other] += share
            else:
                shares[word] = share
        for other in others:
            both = shares.keys() & self._vectors[other].keys()
            shared[other] += sum(map(shares.__getitem__, both))
        return shared


def order_in_time(summaries: Sequence[Summary]) -> list[int]:
    """Return the indexes of articles in the order of time, those without a date last."""

    def rank(index: int) -> tuple[bool, float, str]:
        day = count_days(summaries[index].moment)
        return day is None, day or 0.0, summaries[index].digest

    return sorted(range(len(summaries)), key=rank)


def _list_next(posting: Sequence[int], place: int) -> Sequence[int]:
    """Return those of a crowd that stand next to a place in time."""
    middle = bisect_left(posting, place)
    return posting[max(0, middle - NEXT) : middle + NEXT + 1]


def _fade(one: float | None, other: float | None) -> float:
    return fade(None if one is None or other is None else abs(one - other))


def step_up(count: int) -> int:
    """Return the power of two from a count on: one more article seldom makes it another one.

    >>> [step_up(count) for count in (1, 2, 3, 512, 513)]
    [1, 2, 4, 512, 1024]
    """
    return 1 << (count - 1).bit_length()
