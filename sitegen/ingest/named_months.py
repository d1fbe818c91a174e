"""Find dates by the names of their months, in the languages that we know.

Where a month may stand, a pattern has ``NAME``, which takes any word as long as one, and as its
group ``month``; which words are months is asked of what was found. All names in a pattern were
several thousand letters, which take 10 to 50 ms to compile each time that the program starts.
"""

import re
from collections.abc import Callable, Container, Iterable, Iterator

from sitegen.text.months import MONTHS
from sitegen.text.normalize import fold
from sitegen.text.package_data import read_kinds

CALENDAR = read_kinds("sitegen.ingest", "words/calendar.txt")
# Months as stamps name them, which in running text would be other words: "12 set 2024".
STAMP_MONTHS = MONTHS | {
    name: number for number, names in enumerate(CALENDAR["month"], 1) for name in names
}
# Letters, with the signs on those of Greek and of India. No name has any that may stand around it.
NAME = r"[^\W\d_]{1,12}(?:[\u0300-\u036f\u0900-\u0963]{1,3}[^\W\d_]{0,12}){0,6}"
FULL_DATE = (
    r"(?:(?:(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.|º)?(?: of| de)? )?"
    rf"(?P<month>{NAME})\.?"
    r"(?(day),?(?: del?)? (?P<year>\d{4})| (?P<day2>\d{1,2})(?:st|nd|rd|th)?,? (?P<year2>\d{4}))"
    r"|(?P<year3>\d{4})(?:-|(?P<signs> ?[年년] ?))(?P<month3>\d{1,2})(?(signs) ?[月월] ?|-)"
    r"(?P<day3>\d{1,2})(?(signs) ?[日일]))"
)


def is_named(match: re.Match[str], names: Container[str] = MONTHS) -> bool:
    """Tell whether what stands where a month may is one, or nothing stands there."""
    name = match["month"]
    return not name or fold(name) in names


def find_named(
    pattern: re.Pattern[str], text: str, names: Container[str] = MONTHS
) -> Iterator[re.Match[str]]:
    """Yield all that the pattern finds in a text, as far as the months in it are some.

    >>> [one[0] for one in find_named(re.compile(FULL_DATE), "of 2024-06-14, pier 3 2024-06-15")]
    ['2024-06-14', '2024-06-15']
    """
    place = 0
    while match := pattern.search(text, place):
        if is_named(match, names):
            yield match
            place = match.end()
        else:  # a date may begin amid what looked like one
            place = match.start() + 1


def replace_named(
    pattern: re.Pattern[str],
    write: Callable[[re.Match[str]], str],
    text: str,
    names: Container[str] = MONTHS,
) -> str:
    """Return a text with something else in place of what ``find_named`` finds."""
    found = tuple(find_named(pattern, text, names))
    if not found:
        return text
    first, *rest = part_at(found, text)
    return first + "".join(write(one) + part for one, part in zip(found, rest, strict=True))


def part_at(matches: Iterable[re.Match[str]], text: str) -> Iterator[str]:
    """Yield what stands between the matches in a text, which may be nothing."""
    place = 0
    for match in matches:
        yield text[place : match.start()]
        place = match.end()
    yield text[place:]
