"""Weigh how much two reports speak for one event: likeness, nearness in time, and rare tags.

What they themselves say of other days and of other results speaks against it.
"""

import math
import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from sitegen.corpus.likeness import Likeness
from sitegen.corpus.timing import (
    Time,
    Weekdays,
    compare_seasons,
    compare_weekdays,
    count_days_between,
    tell_time,
)
from sitegen.model.page import Page
from sitegen.model.summary import NO_HINTS

Pair = tuple[int, int]  # of two pages by their index, the lower one first

ALIKE = 0.255  # average strength of two groups from which they tell one event
WINDOW = 3.0  # days between two reports of one event, where both dates are known
_NEAR_BONUS = 0.12  # what being of one day adds to likeness
_NEAR_DAYS = 2.0  # in which the bonus falls to about a third
_RARE = 8  # articles that may have a tag for it to speak for one event
_RARE_PART = 5  # and no more than one in so many: on a small site few have any tag
_RARE_WINDOW = 7.0  # days between two reports that have such a tag
_RARE_BONUS = 0.1
# Days if they are much alike, too: what a court or an inquiry makes of a matter comes later. Of
# 2,395 real reports with their tags .9037 are grouped as editors did, with seven days .9039.
_LATE_WINDOW = 14.0
_RARE_LEAST = 0.15  # likeness from which such a tag counts: on a small site every tag is rare
# What is taken from two reports of other days whose openings name other weekdays, if they are not
# much alike: of 353 such pairs of labelled reports 32 tell one event, of 13 more alike ones 6.
_OTHER_DAYS, _MUCH_ALIKE = 0.25, 0.45
_APART = 0.5  # days from which on two reports are of other days
_RESULT = re.compile(r"(?<![\d–-])\d{1,2}[–-]\d{1,2}(?![\d–-])")  # of a match or a vote
_UNDATED = 0.9  # what likeness counts where a day is unknown
# What the weekdays of both openings add there.
_BY_WEEKDAYS: Mapping[Weekdays, float] = {"same": 0.01, "open": 0.0, "other": -0.14}


def weigh_pairs(pages: Sequence[Page], likeness: Likeness) -> Mapping[Pair, float]:
    """Return how much each two pages that are alike speak for one event.

    0 if they are too far from each other in time, or tell of two results.
    """
    times = tell_times(pages, likeness)
    rare = list_rare_tags(pages)
    results = [list_results(page) for page in pages]
    return {
        (first, second): 0.0
        if differ(results[first], results[second])
        else _weigh_pair(
            cosine,
            times[first],
            times[second],
            has_rare=bool(share_rare_tags(rare[first], rare[second], cosine)),
        )
        for first, neighbours in enumerate(likeness.neighbours)
        for second, cosine in neighbours.items()
        if first < second
    }


def tell_times(pages: Sequence[Page], likeness: Likeness) -> list[Time]:
    """Return when each page may have appeared, by its date and by what its text says.

    Without a date that was before it was seen first.
    """
    hints = likeness.hints or (NO_HINTS,) * len(pages)
    return [
        tell_time(page.dating, hint, page.first_seen)
        for page, hint in zip(pages, hints, strict=True)
    ]


def list_rare_tags(pages: Sequence[Page]) -> list[frozenset[str]]:
    """Return of each page the tags that so few have that they speak for one event."""
    support = Counter(tag for page in pages for tag in page.tags)
    most = min(_RARE, len(pages) // _RARE_PART)
    return [frozenset(tag for tag in page.tags if support[tag] <= most) for page in pages]


def list_results(page: Page) -> frozenset[str]:
    """Return the results that a headline tells, such as ``3-0``: a match has but one."""
    return frozenset(_RESULT.findall(page.title.replace("–", "-")))


def differ(one: Collection[object], other: Collection[object]) -> bool:
    """Tell whether both have something and nothing in common.

    >>> differ({"3-0"}, {"1-0"}), differ({"3-0"}, set())
    (True, False)
    """
    return bool(one) and bool(other) and not {*one} & {*other}


def are_of_other_days(one: Time, other: Time, cosine: float, *, has_rare: bool) -> bool:
    """Tell whether two reports are dated to other days and name other weekdays in their openings.

    A report of what others told the day before names that day, too. In two that are much alike
    other weekdays say nothing: they tell one matter as it goes on. Nor in two that share what few
    others have, such as a ship: what comes of a matter in the days after has a day of its own.
    """
    if _MUCH_ALIKE <= cosine:
        return False
    apart = count_days_between(one, other)
    if apart is None or apart < _APART or (has_rare and apart <= WINDOW):
        return False
    is_known = one.is_exact and other.is_exact
    return is_known and differ(one.hints.weekdays, other.hints.weekdays)


def share_rare_tags(one: frozenset[str], other: frozenset[str], cosine: float) -> frozenset[str]:
    """Return the rare tags that speak for one event of two pages, if they are alike at all."""
    return one & other if _RARE_LEAST <= cosine else frozenset()


def measure_bond(
    one: Sequence[int], other: Sequence[int], strengths: Mapping[Pair, float]
) -> float:
    """Return how much two groups speak for one event: the average over all pairs of the two."""
    pairs = [
        (first, second) if first < second else (second, first) for first in one for second in other
    ]
    return sum([strengths.get(pair, 0.0) for pair in pairs]) / len(pairs)


def _weigh_pair(cosine: float, one: Time, other: Time, *, has_rare: bool) -> float:
    apart = count_days_between(one, other)
    if apart is not None and _find_window(cosine, has_rare=has_rare) < apart:
        return 0.0
    if apart is not None and one.is_exact and other.is_exact:
        near = _NEAR_BONUS * math.exp(-apart / _NEAR_DAYS)
        if are_of_other_days(one, other, cosine, has_rare=has_rare):
            return max(0.0, cosine + near - _OTHER_DAYS)
        return cosine + near + _RARE_BONUS * has_rare
    by_weekdays = _BY_WEEKDAYS[compare_weekdays(one, other)]
    return max(0.0, _UNDATED * cosine * math.sqrt(compare_seasons(one, other)) + by_weekdays)


def _find_window(cosine: float, *, has_rare: bool) -> float:
    """Return how many days may lie between two reports of one event."""
    if not has_rare:
        return WINDOW
    return _LATE_WINDOW if _MUCH_ALIKE <= cosine else _RARE_WINDOW
