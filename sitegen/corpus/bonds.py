"""Weigh how much two reports speak for one event: likeness, nearness in time, and rare tags."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import product

from sitegen.corpus.likeness import Likeness
from sitegen.corpus.nearness import find_day
from sitegen.model.page import Page

Pair = tuple[int, int]  # of two pages by their index, the lower one first

ALIKE = 0.255  # average strength of two groups from which they tell one event
_WINDOW = 3.0  # days between two reports of one event, where both dates are known
_NEAR_BONUS = 0.12  # what being of one day adds to likeness
_NEAR_DAYS = 2.0  # in which the bonus falls to about a third
_RARE = 8  # articles that may have a tag for it to speak for one event
_RARE_WINDOW = 7.0  # days between two reports that have such a tag
_RARE_BONUS = 0.1
_RARE_LEAST = 0.15  # likeness from which such a tag counts: on a small site every tag is rare
_UNDATED = 0.9  # what likeness counts where a date is unknown


def weigh_pairs(pages: Sequence[Page], likeness: Likeness) -> Mapping[Pair, float]:
    """Return how much each two pages that are alike speak for one event; 0 if they are too far."""
    days = [find_day(page.dating) for page in pages]
    rare = list_rare_tags(pages)
    return {
        (first, second): _weigh_pair(
            cosine,
            days[first],
            days[second],
            has_rare=bool(share_rare_tags(rare[first], rare[second], cosine)),
        )
        for first, neighbours in enumerate(likeness.neighbours)
        for second, cosine in neighbours.items()
        if first < second
    }


def list_rare_tags(pages: Sequence[Page]) -> list[frozenset[str]]:
    """Return of each page the tags that so few have that they speak for one event."""
    support = Counter(tag for page in pages for tag in page.tags)
    return [frozenset(tag for tag in page.tags if support[tag] <= _RARE) for page in pages]


def share_rare_tags(one: frozenset[str], other: frozenset[str], cosine: float) -> frozenset[str]:
    """Return the rare tags that speak for one event of two pages, if they are alike at all."""
    return one & other if _RARE_LEAST <= cosine else frozenset()


def measure_bond(
    one: Sequence[int], other: Sequence[int], strengths: Mapping[Pair, float]
) -> float:
    """Return how much two groups speak for one event: the average over all pairs of the two."""
    pairs = ((min(pair), max(pair)) for pair in product(one, other))
    return sum(strengths.get(pair, 0.0) for pair in pairs) / (len(one) * len(other))


def _weigh_pair(cosine: float, one: float | None, other: float | None, *, has_rare: bool) -> float:
    if one is None or other is None:
        return _UNDATED * cosine
    apart = abs(one - other)
    if (_RARE_WINDOW if has_rare else _WINDOW) < apart:
        return 0.0
    return cosine + _NEAR_BONUS * math.exp(-apart / _NEAR_DAYS) + _RARE_BONUS * has_rare
