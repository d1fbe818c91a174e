"""Choices that look random and are the same on every machine, in every Python, in any order.

Each die is seeded by a hash of what it is for, and uses nothing but ``random.random()``: the one
method whose sequence Python promises to keep
(https://docs.python.org/3/library/random.html#notes-on-reproducibility).
"""

from bisect import bisect
from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import accumulate
from random import Random
from typing import TypeVar

Option = TypeVar("Option")


class Dice:
    """A stream of choices that depends on its name alone.

    >>> Dice("copy", 7).below(1000) == Dice("copy", 7).below(1000)
    True
    """

    def __init__(self, *name: object) -> None:
        digest = blake2b(repr(name).encode(), digest_size=8).digest()
        self._roll = Random(int.from_bytes(digest, "big")).random

    def below(self, limit: int) -> int:
        """Return a number from 0 to ``limit - 1``."""
        return int(self._roll() * limit)

    def between(self, least: int, most: int) -> int:
        """Return a number from ``least`` to ``most``, both possible."""
        return least + self.below(most - least + 1)

    def happens(self, share: float) -> bool:
        """Return True in that share of all cases."""
        return self._roll() < share

    def pick(self, options: Sequence[Option]) -> Option:
        """Return one of the options, each as likely as the others."""
        return options[self.below(len(options))]

    def sample(self, options: Iterable[Option], count: int) -> list[Option]:
        """Return some of the options, none of them twice."""
        left = list(options)
        return [left.pop(self.below(len(left))) for _ in range(min(count, len(left)))]

    def rank(self, size: int) -> int:
        """Return a rank from 0 to ``size - 1``; rank 0 is twice as likely as rank 1 (Zipf)."""
        weights = _sum_weights(size)
        return bisect(weights, self._roll() * weights[-1])


@lru_cache
def _sum_weights(size: int) -> tuple[float, ...]:
    """Return the running sums of 1, 1/2, 1/3 and so on."""
    return tuple(accumulate(1 / rank for rank in range(1, size + 1)))
