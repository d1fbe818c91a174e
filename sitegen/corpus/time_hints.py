"""Tell when a text was written, for want of a date, by the months and weekdays that it names.

No date is made of that (law 7): it only tells two reports apart that are alike. A day without its
year, such as "Jan. 14", is within a month of the report in 70 of 100, a month alone is mostly one
of the two before; and reports of one event mostly name one weekday, or neighbours.
"""

import math
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import chain, product

from sitegen.model.article import PROSE_KINDS, Article
from sitegen.model.summary import NO_HINTS, TimeHints
from sitegen.text.named_months import NamedMonth, find_months
from sitegen.text.weekdays import find_weekdays

_HALVES = 24  # of months in a year
_OPENING = 4  # paragraphs whose weekdays count
# How much likelier than by chance a report is written near a day that it names without a year:
# so much of the odds fall off by half-months, the rest is spread over the year.
_SURE, _SPREAD = 0.75, 1.5
# The same for a month without a day, by the months from its beginning on, and for all others.
_AFTER_MONTH, _ANY_MONTH = (0.8, 1.9, 1.9, 1.2), 0.77
_DAYS_OF_A_WEEK = 7
# Bits of a digit that holds the sum of the products of the odds of all halves, spread four times.
_DIGIT = (_HALVES * 255 * 4 * 255).bit_length()
_SECOND_HALF = 16  # the day of a month on which it begins


def read_time_hints(article: Article) -> TimeHints:
    """Return what an article tells of the time of the year and the days of the week."""
    prose = [block.text for block in article.blocks if block.kind in PROSE_KINDS]
    shown = [caption.text for caption in article.captions]
    told = _find_all([article.title, *prose], article.lang)
    seen = (one for one in _find_all(shown, article.lang) if one.day and one.year)
    named = [*told, *seen]
    weekdays = find_weekdays("\n".join(prose[:_OPENING]), article.lang)
    if not named and not weekdays:
        return NO_HINTS
    return TimeHints(weigh_halves(named), tuple(sorted(weekdays)))


def weigh_halves(named: Sequence[NamedMonth]) -> bytes:
    """Return how likely each half of a month is, of 255; nothing if no month tells of the time.

    Days with their year count where it is the latest that is named so.

    >>> odds = weigh_halves([NamedMonth(1, 14, 0), NamedMonth(5, 2, 1948), NamedMonth(5, 2, 2001)])
    >>> odds.index(max(odds)), odds[0] // odds[12]
    (0, 10)
    """
    latest = max((one.year for one in named if one.day), default=0)
    days = {(one.month, one.day) for one in named if one.day and one.year in {0, latest}}
    months = {one.month for one in named if not one.day and not one.year}
    months -= {month for month, _ in days}
    if not days and not months:
        return b""
    weights = [
        sum(_weigh_day(half - _find_half(*day)) for day in sorted(days))
        + sum(_weigh_month(half - _find_half(month, 1)) for month in sorted(months))
        for half in range(_HALVES)
    ]
    best = max(weights)
    return bytes(round(255 * math.exp(weight - best)) for weight in weights)


def compare_halves(one: bytes, other: bytes) -> float:
    """Return how much likelier than by chance two texts are of one time of the year; 1 if unknown.

    >>> june, january = bytes([0] * 11 + [255] + [0] * 12), bytes([255] + [0] * 23)
    >>> compare_halves(june, june), compare_halves(june, january), compare_halves(june, b"")
    (12.0, 0.0, 1.0)
    """
    if not one or not other:
        return 1.0
    both = (_join(one) * _join_spread(other) >> _DIGIT * (_HALVES - 1)) % (1 << _DIGIT)
    return _HALVES * both / (4 * sum(one) * sum(other))


# A text is compared with dozens of others. As digits of two numbers, those of the one in reverse
# order, the odds are multiplied and summed up by the digit in the middle of the product: half of
# the time of doing so one by one.
@lru_cache(maxsize=16_384)
def _join(odds: Sequence[int]) -> int:
    """Return the odds as the digits of one number, the last one foremost."""
    return sum(one << _DIGIT * place for place, one in enumerate(odds))


@lru_cache(maxsize=16_384)
def _join_spread(odds: bytes) -> int:
    """Return the same of the odds of each half with those beside it, the first one foremost."""
    spread = [odds[half - 1] + 2 * odds[half] + odds[half + 1 - _HALVES] for half in range(_HALVES)]
    return sum(one << _DIGIT * place for place, one in enumerate(reversed(spread)))


# There are few sets of weekdays, and many pairs of texts.
@lru_cache(maxsize=16_384)
def count_weekdays_between(one: tuple[int, ...], other: tuple[int, ...]) -> int | None:
    """Return how many days apart the nearest two weekdays are, 0 to 3; None if none is named.

    >>> count_weekdays_between((6,), (0, 3)), count_weekdays_between((), (0,))
    (1, None)
    """
    apart = ((mine - theirs) % _DAYS_OF_A_WEEK for mine, theirs in product(one, other))
    return min((min(days, _DAYS_OF_A_WEEK - days) for days in apart), default=None)


def _find_all(texts: Iterable[str], language: str) -> Iterable[NamedMonth]:
    """Return the months that any of some texts name."""
    return chain.from_iterable(find_months(text, language) for text in texts)


def _find_half(month: int, day: int) -> int:
    """Return which half of a month a day falls in, counted from the first of January.

    >>> _find_half(1, 15), _find_half(1, 16), _find_half(12, 31)
    (0, 1, 23)
    """
    return 2 * (month - 1) + (_SECOND_HALF <= day)


@cache
def _weigh_day(later: int) -> float:
    """Return the logarithm of the odds so many halves of months after a day."""
    every = (math.exp(-_go_round(half) / _SPREAD) for half in range(_HALVES))
    share = math.exp(-_go_round(later) / _SPREAD) / math.fsum(every)
    return math.log(_HALVES * _SURE * share + 1 - _SURE)


def _weigh_month(later: int) -> float:
    month = later % _HALVES // 2
    return math.log(_AFTER_MONTH[month] if month < len(_AFTER_MONTH) else _ANY_MONTH)


def _go_round(halves: int) -> int:
    """Return how far apart two halves of months are, whichever way round the year."""
    return min(halves % _HALVES, -halves % _HALVES)
