"""Tell how near in time two reports are, as far as it is known of each."""

import math
from calendar import monthrange
from collections.abc import Mapping
from datetime import datetime
from typing import Literal

from sitegen.corpus.time_hints import compare_halves, count_weekdays_between
from sitegen.model.dating import Dating
from sitegen.model.summary import NO_HINTS, TimeHints
from sitegen.model.value import value

Weekdays = Literal["same", "open", "other"]

_DECAY_DAYS = 4.0  # reports of one event appear within days of each other
_LASTING = 0.25  # what likeness counts where years lie between
_UNDATED = 0.6  # and where one of the days is unknown
_BY_WEEKDAYS: Mapping[Weekdays, float] = {"same": 1.1, "open": 1.0, "other": 0.7}
_DAY = 86_400  # seconds
_YEAR = 365  # days from the first to the last of a year, at most


@value
class Time:
    """The first and the last day, since 1970, on which a text may have appeared, and its hints.

    Without a date the first is None, and so is the last where nobody knows when it was seen first.
    """

    first: float | None
    last: float | None
    hints: TimeHints = NO_HINTS

    @property
    def is_dated(self) -> bool:
        """Tell whether the day, the month or the year is known."""
        return self.first is not None

    @property
    def is_exact(self) -> bool:
        """Tell whether the day is known."""
        return self.first is not None and self.first == self.last


def count_days(moment: datetime | None) -> float | None:
    """Return a moment as days since 1970, for :func:`fade`."""
    return None if moment is None else moment.timestamp() / _DAY


def tell_time(
    dating: Dating, hints: TimeHints = NO_HINTS, first_seen: datetime | None = None
) -> Time:
    """Return when a text may have appeared, as exactly as its date is known.

    What has no date was written before it was ``first_seen``: a day is added to that, since a
    date without a time may be that of another zone.

    >>> from datetime import UTC
    >>> june = tell_time(Dating(datetime(2024, 6, 1, 12, tzinfo=UTC), "month", ""))
    >>> june.last - june.first
    29.0
    """
    first = count_days(dating.moment)
    if dating.moment is None or first is None:
        seen = count_days(first_seen)
        return Time(None, None if seen is None else seen + 1, hints)
    length = 0
    if dating.precision == "year":
        length = _YEAR
    elif dating.precision == "month":
        length = monthrange(dating.moment.year, dating.moment.month)[1] - 1
    return Time(first, first + length, hints)


def count_days_between(one: Time, other: Time) -> float | None:
    """Return how many days are between two texts at least; None where nobody can tell.

    >>> count_days_between(Time(0, 30), Time(40, 40)), count_days_between(Time(0, 30), Time(7, 7))
    (10, 0.0)
    >>> undated = Time(None, 30)
    >>> count_days_between(undated, Time(40, 40)), count_days_between(undated, Time(7, 7))
    (10, None)
    """
    apart = 0.0
    if one.first is not None and other.last is not None:
        apart = max(apart, one.first - other.last)
    if other.first is not None and one.last is not None:
        apart = max(apart, other.first - one.last)
    return apart if apart or (one.is_dated and other.is_dated) else None


def fade(days: float | None) -> float:
    """Return how much the days between two texts let a likeness count, from 0 to 1.

    >>> fade(0), round(fade(4), 2), fade(None)
    (1.0, 0.53, 0.6)
    """
    if days is None:
        return _UNDATED
    return _LASTING + (1 - _LASTING) * math.exp(-days / _DECAY_DAYS)


def measure_nearness(one: Time, other: Time) -> float:
    """Return how much the time between two texts lets their likeness count, from 0 to 1.

    Where a day is unknown the weekdays that both name raise it or lower it.
    """
    days = fade(count_days_between(one, other))
    if one.is_exact and other.is_exact:
        return days
    if not (one.is_dated and other.is_dated):
        days = min(days, _UNDATED)
    return min(days, _UNDATED * _BY_WEEKDAYS[compare_weekdays(one, other)])


def compare_weekdays(one: Time, other: Time) -> Weekdays:
    """Tell how the weekdays of two openings fit: reports of one event name one, or neighbours."""
    apart = count_weekdays_between(one.hints.weekdays, other.hints.weekdays)
    if apart is None or apart == 1:
        return "open"
    return "other" if apart else "same"


def compare_seasons(one: Time, other: Time) -> float:
    """Return how likely two texts are of one time of the year, beside chance, at most 1."""
    return min(1.0, compare_halves(one.hints.halves, other.hints.halves))
