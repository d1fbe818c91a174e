"""Read the days that are written in figures: which number is the day, and in which century."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from sitegen.text.days import YEARS

DAYS_IN_FIGURES = re.compile(r"(?<![\d/.-])\d{1,2}([/.-])\d{1,2}\1(?:19|20)\d\d(?![\d/.-])")
# "08-13-10 05:18 PM": a day of a year without its century, which only a clock beside it tells.
SHORT_DAYS_IN_FIGURES = re.compile(r"(?<![\d/.-])\d{1,2}([/.-])\d{1,2}\1\d\d(?![\d/.-])")
# Where a clock is that of America the month comes first: "03/12/24 08:41 PM ET".
_AMERICAN = re.compile(r"\d ?[ap]\.?m\.? [ecmp][sd]?t\b")
_SHORT_YEAR = re.compile(r"^(\d{1,2}[/.](\d{1,2})[/.])(\d{2})\b")
_MONTHS_OF_A_YEAR, _DAYS_OF_A_MONTH = 12, 31
_CENTURY = 100
_FIRST_SHORT_YEAR = 69  # POSIX, strptime, %y


def read_days(key: str, *, is_day_first: bool) -> date | None:
    """Return the first of the days that stand in a folded text in figures, if all are certain.

    >>> read_days("12.3.24, 20:41", is_day_first=False)
    datetime.date(2024, 3, 12)
    >>> read_days("03/12/24 08:41 pm et", is_day_first=False)
    datetime.date(2024, 3, 12)
    """
    found = [*DAYS_IN_FIGURES.finditer(key)] or [*SHORT_DAYS_IN_FIGURES.finditer(key)]
    is_month_first = _AMERICAN.search(key) is not None
    days = [{*_list_readings(match[0], is_day_first, is_month_first)} for match in found]
    is_certain = bool(days) and all(len(readings) == 1 for readings in days)
    return min(day for readings in days for day in readings) if is_certain else None


def _list_readings(text: str, is_day_first: bool, is_month_first: bool) -> Iterator[date]:  # noqa: FBT001
    """Yield the days that may be meant, such as the tenth of June and the sixth of October.

    A year without its century may stand first between strokes, and then nobody knows.
    """
    first, second, year = (int(part) for part in re.split("[/.-]", text))
    orders = [(second, first), (first, second)]
    if is_month_first or is_day_first or "." in text:
        orders = orders[1:] if is_month_first else orders[:1]
    elif year < _CENTURY:
        return
    year = _add_century(year)
    for month, day in orders if year in YEARS else ():
        with suppress(ValueError):
            yield date(year, month, day)


def spell_year(key: str) -> str:
    """Return a folded date with its whole year where no other part of it may be the year.

    >>> spell_year("4/23/18"), spell_year("23.4.97"), spell_year("14/06/24")
    ('4/23/2018', '23.4.1997', '14/06/24')
    """
    match = _SHORT_YEAR.match(key)
    if not match or (int(match[2]) <= _MONTHS_OF_A_YEAR and int(match[3]) <= _DAYS_OF_A_MONTH):
        return key
    return f"{match[1]}{_add_century(int(match[3]))}{key[match.end() :]}"


def _add_century(year: int) -> int:
    """Return a whole year, one of two figures in the hundred years that POSIX means.

    >>> _add_century(24), _add_century(97), _add_century(2024)
    (2024, 1997, 2024)
    """
    if _CENTURY <= year:
        return year
    return year + (1900 if _FIRST_SHORT_YEAR <= year else 2000)
