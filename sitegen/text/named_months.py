"""Find the months that a text names, each with its day and its year as far as they stand there."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from sitegen.text.languages import read_language

_SHORTEST = 4  # letters of a month that counts without a day: "Mar" and "Dec" are names, too
_DAYS_OF_A_MONTH = 31


class NamedMonth(NamedTuple):
    """A month, January 1, with the day and the year that stand beside it; 0 for none."""

    month: int
    day: int
    year: int


def find_months(text: str, language: str = "en") -> Iterator[NamedMonth]:
    """Yield the months that a text names, in its order.

    Without a day or a year a month counts only with a capital, for "march" and "mars" are other
    things as well. ``language`` is the tag of the text's language; where its months are not known,
    none are found.

    >>> [tuple(one) for one in find_months("Fog on Jan. 14 and in March, as on 2 May, 2019.")]
    [(1, 14, 0), (3, 0, 0), (5, 2, 2019)]
    >>> [tuple(one) for one in find_months("Seit dem 3. Juni 2024 ist Nebel.", "de")]
    [(6, 3, 2024)]
    >>> list(find_months("They may march to the 14 mars."))
    []
    """
    known = read_language(language)
    months = known.months
    # Few texts name one, and that is told in a third of the time.
    if not months or not _find_name(known.code).search(f" {text.casefold()}"):
        return
    for match in _find_dated(known.code).finditer(text):
        name = match["name"]
        day = int(match["before"] or match["after"] or 0)
        year = int(match["year"] or 0)
        is_sure = day or year or (name[0].isupper() and _SHORTEST <= len(name))
        month = months.get(name.casefold())
        if month and is_sure and day <= _DAYS_OF_A_MONTH:
            yield NamedMonth(month, day, year)


@cache
def _find_name(code: str) -> re.Pattern[str]:
    """Return what finds the name of a month in folded text, behind what stands before a word."""
    names = _list_names(code)
    first = "".join(sorted({name[0] for name in read_language(code).months}))
    return re.compile(rf"[^\w.](?=[{first}])(?:{names})(?!\w)")  # most words begin otherwise


@cache
def _find_dated(code: str) -> re.Pattern[str]:
    """Return what finds the name of a month with the day and the year beside it."""
    ordinal = "(?:st|nd|rd|th|er|º)?"
    return re.compile(
        rf"(?<![\w.])(?:(?P<before>\d{{1,2}}){ordinal}\.?(?: of| de)? )?"
        rf"(?P<name>{_list_names(code)})(?!\w)\.?"
        rf"(?: (?P<after>\d{{1,2}}){ordinal}(?![\w:]))?"
        r"(?:,?(?: del?)? (?P<year>(?:19|20)\d\d)(?!\w))?",
        re.IGNORECASE,
    )


def _list_names(code: str) -> str:
    """Return the months of a language as a choice for a pattern, the longest first."""
    months = read_language(code).months
    return "|".join(map(re.escape, sorted(months, key=len, reverse=True)))
