"""Find the days of the week that a text names."""

import re
from functools import cache

from sitegen.text.languages import read_language


def find_weekdays(text: str, language: str = "en") -> frozenset[int]:
    """Return the weekdays in a text by number, Monday 0 as in :meth:`datetime.date.weekday`.

    ``language`` is the tag of the text's language; where its days are not known, none are found.

    >>> sorted(find_weekdays("FRIDAY'S fog lifted by Monday."))
    [0, 4]
    >>> sorted(find_weekdays("Seit Freitag ist Nebel.", "de-AT"))
    [4]
    """
    days = read_language(language).weekdays
    if not days:
        return frozenset()
    folded = text.casefold()
    if not any(name in folded for name in days):  # as most, and a twentieth of the time
        return frozenset()
    return frozenset(days[name] for name in _find_any(tuple(days)).findall(folded))


@cache
def _find_any(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)")
