"""Measure how much the time between two articles lets their likeness count."""

import math
from datetime import datetime

from sitegen.model.dating import Dating

_DECAY_DAYS = 4.0  # reports of one event appear within days of each other
_LASTING = 0.25  # what likeness counts where years lie between
_UNDATED = 0.6  # and where one of the dates is unknown
_DAY = 86_400  # seconds


def count_days(moment: datetime | None) -> float | None:
    """Return a moment as days since 1970, for :func:`measure_nearness`."""
    return None if moment is None else moment.timestamp() / _DAY


def find_day(dating: Dating) -> float | None:
    """Return the day of a date that is known to the day; a month or a year is near to nothing."""
    return count_days(dating.moment) if dating.precision in {"instant", "day"} else None


def measure_nearness(one: float | None, other: float | None) -> float:
    """Return how much the time between two days lets a likeness count, from 0 to 1.

    >>> measure_nearness(0, 0), round(measure_nearness(0, 4), 2), measure_nearness(0, None)
    (1.0, 0.53, 0.6)
    """
    if one is None or other is None:
        return _UNDATED
    return _LASTING + (1 - _LASTING) * math.exp(-abs(one - other) / _DECAY_DAYS)
