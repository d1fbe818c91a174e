"""Find the days of the week that a text names."""

import re

from sitegen.text.english import WEEKDAYS

_NUMBERS = {day: number for number, day in enumerate(WEEKDAYS)}
_WEEKDAY = re.compile(r"(?<!\w)(?:" + "|".join(WEEKDAYS) + r")(?!\w)", re.IGNORECASE)


def find_weekdays(text: str) -> frozenset[int]:
    """Return the weekdays in a text by number, Monday 0 as in :meth:`datetime.date.weekday`.

    >>> sorted(find_weekdays("FRIDAY'S fog lifted by Monday."))
    [0, 4]
    """
    return frozenset(_NUMBERS[match[0].lower()] for match in _WEEKDAY.finditer(text))
