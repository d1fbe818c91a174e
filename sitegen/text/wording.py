"""What the site itself says, in its own language.

English is the language of the code: its words stand where they are used, in the calls of gettext.
Any other language has a catalogue of them, ``interface.po``, in its folder beside this module, and
a site may bring its own (:mod:`sitegen.text.catalogue`), whose words win. A site in a language
without any speaks English, and says so (:attr:`Wording.language`).

Words are looked up whole, with places for what is put in, so that a language may order them as it
likes: https://www.gnu.org/software/gettext/manual/html_node/Preparing-Strings.html
"""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, time, timedelta
from functools import cache, lru_cache
from gettext import GNUTranslations, NullTranslations
from hashlib import blake2b
from io import BytesIO

from babel.core import Locale, UnknownLocaleError
from babel.dates import format_date, format_time
from babel.numbers import format_decimal

from sitegen.text.package_data import list_folders, read_data

CATALOGUE = "interface.po"
SOURCE_LANGUAGE = "en"
# The words of a site's own: the language of each catalogue, in lower case, and the catalogue as
# gettext compiles it (:mod:`sitegen.text.catalogue`).
Catalogues = tuple[tuple[str, bytes], ...]
_LONGEST_DATE = 100
# What a pattern is tried with: a day of each month and of each weekday, or a time of each hour.
_DAYS = tuple(date(2024, month, 14) for month in range(1, 13))
_CLOCKS = tuple(time(hour, minute) for hour in range(24) for minute in (0, 5))
# What Babel raises of a pattern that is none, or that says what the language has no words for.
_UNWRITABLE = (ValueError, ArithmeticError, LookupError, AttributeError, TypeError)
_SAMPLES = 120  # numbers from 0 on, among which is one of each category


class Wording:
    """The words, dates and numbers of one language.

    ``language`` is the tag (BCP 47) of what it says: the site's, or English where there is no
    catalogue for that. Patterns of dates are Unicode's
    (https://unicode.org/reports/tr35/tr35-dates.html#Date_Format_Patterns).
    """

    __slots__ = ("_locale", "_messages", "language")

    def __init__(self, language: str, messages: NullTranslations) -> None:
        """Take a language, and the catalogue that has its words."""
        self.language = language
        self._messages = messages
        self._locale = _find_locale(language)

    def gettext(self, text: str, **values: object) -> str:
        """Return a text of the code in this language, with values in its places.

        >>> read_wording("de").gettext("Older articles, part %(number)s", number=3)
        'Ältere Artikel, Teil 3'
        """
        found = self._messages.gettext(text)
        return found % values if values else found

    def ngettext(self, one: str, many: str, number: int, **values: object) -> str:
        """Return a text that goes by a number, which it has a place for.

        >>> words = read_wording("en")
        >>> [words.ngettext("%(number)s tag", "%(number)s tags", n) for n in (1, 1200)]
        ['1 tag', '1,200 tags']
        """
        found = self._messages.ngettext(one, many, number)
        return found % {"number": self.number(number), **values}

    def number(self, number: int) -> str:
        """Return a number with its thousands set apart."""
        return _format_number(number, self._locale)

    def names(self, names: Sequence[str]) -> str:
        """Join names as a sentence does.

        >>> read_wording("en").names(["a", "b", "c"]), read_wording("de").names(["a", "b"])
        ('a, b and c', 'a und b')
        """
        *first, last = names
        if not first:
            return last
        return self.gettext("%(names)s and %(last)s", names=self.listed(first), last=last)

    def listed(self, parts: Sequence[str]) -> str:
        """Join things that stand beside one another."""
        return self.gettext(", ").join(parts)

    def plural_forms(self, one: str, many: str) -> tuple[tuple[str, str], ...]:
        """Return a text that goes by a number in all its forms, with ``#`` for the number.

        Each stands behind the category (https://cldr.unicode.org/index/cldr-spec/plural-rules) of
        the numbers that it is for, by which a script in a browser finds it.

        >>> read_wording("en").plural_forms("%(number)s tag", "%(number)s tags")
        (('one', '# tag'), ('other', '# tags'))
        """
        category_of = self._locale.plural_form
        samples = {category_of(number): number for number in range(_SAMPLES, -1, -1)}
        return tuple(
            (category, self._messages.ngettext(one, many, samples[category]) % {"number": "#"})
            for category in sorted(samples)
        )

    def day(self, day: date) -> str:
        """Return a day in words.

        >>> read_wording("en").day(date(2024, 6, 14)), read_wording("de").day(date(2024, 6, 14))
        ('14 June 2024', '14. Juni 2024')
        """
        return self._date(day, self._patterns("date pattern", "d MMMM y"))

    def weekday(self, day: date) -> str:
        """Return a day in words with its weekday.

        >>> read_wording("en").weekday(date(2024, 6, 14))
        'Friday 14 June 2024'
        """
        return self._date(day, self._patterns("date pattern", "EEEE d MMMM y"))

    def month(self, year: int, month: int) -> str:
        """Return a month in words."""
        return self._date(date(year, month, 1), self._patterns("date pattern", "LLLL y"))

    def moment(self, day: date, clock: time) -> str:
        """Return a day in words with the time of the day."""
        return self.gettext("%(day)s, %(time)s", day=self.day(day), time=self.clock(clock))

    def clock(self, clock: time) -> str:
        """Return a time of the day."""
        return _format(clock, self._patterns("time pattern", "HH:mm"), self._locale)

    def day_name(self, day: date) -> str:
        """Return the weekday of a day."""
        return self._date(day, ("cccc",))

    def short_day_name(self, day: date) -> str:
        """Return the weekday of a day as the head of a calendar has it."""
        return self._date(day, self._patterns("day pattern, head of a calendar", "cccccc"))

    def short_month_name(self, month: date) -> str:
        """Return the month of a day as a calendar of the year has it."""
        return self._date(month, ("LLL",))

    def span(self, first: date, last: date) -> str:
        """Return a range of days without saying anything twice.

        >>> read_wording("en").span(date(2024, 6, 10), date(2024, 6, 16))
        '10 – 16 June 2024'
        >>> read_wording("en").span(date(2023, 12, 28), date(2024, 1, 3))
        '28 December 2023 – 3 January 2024'
        """
        if first == last:
            return self.day(last)
        begin = self._patterns("date pattern", "d MMMM y")
        end = begin
        if (first.year, first.month) == (last.year, last.month):
            begin = self._patterns("first day of a span in one month", "d")
            end = self._patterns("last day of a span in one month", "d MMMM y")
        elif first.year == last.year:
            begin = self._patterns("first day of a span in one year", "d MMMM")
            end = self._patterns("last day of a span in one year", "d MMMM y")
        return self.gettext(
            "%(first)s – %(last)s", first=self._date(first, begin), last=self._date(last, end)
        )

    def period(self, slug: str) -> str:
        """Return in words the day or the week that is written as ISO 8601 does.

        >>> read_wording("en").period("2024-06-14"), read_wording("en").period("2024-W24")
        ('Friday 14 June 2024', 'Week 24, 10 – 16 June 2024')
        >>> read_wording("en").period("2024-W09")
        'Week 9, 26 February – 3 March 2024'
        """
        first = date.fromisoformat(slug)
        if "W" not in slug:
            return self.weekday(first)
        days = self.span(first, first + timedelta(days=6))
        return self.gettext("Week %(week)s, %(days)s", week=int(slug[-2:]), days=days)

    def _patterns(self, context: str, ours: str) -> tuple[str, str]:
        """Return the pattern of a catalogue, and ours for what cannot be written by that."""
        return self._messages.pgettext(context, ours), ours

    def _date(self, day: date, patterns: tuple[str, ...]) -> str:
        return _format(day, patterns, self._locale)


@lru_cache(maxsize=64)
def read_wording(tag: str, own: Catalogues = ()) -> Wording:
    """Return what a site in the language of a tag says, with the words of its own before ours.

    What a catalogue for a country lacks, that for the language has; what none has is English.

    >>> [read_wording(tag).language for tag in ("en-GB", "de-AT", "tlh")]
    ['en-GB', 'de-AT', 'en']
    """
    code = tag.partition("-")[0].lower()
    added = select_words(tag, own)
    if not added and code != SOURCE_LANGUAGE and code not in list_catalogues():
        return read_wording(SOURCE_LANGUAGE, own)
    messages = _read_catalogue(code) if code in list_catalogues() else NullTranslations()
    for _, compiled in added:
        below, messages = messages, GNUTranslations(BytesIO(compiled))
        messages.add_fallback(below)
    return Wording(tag, messages)


def select_words(tag: str, own: Catalogues) -> Catalogues:
    """Return those of a site's own words that are for a language, the most particular last.

    >>> select_words("de-AT", (("de-ch", b"3"), ("de-at", b"2"), ("de", b"1")))
    (('de', b'1'), ('de-at', b'2'))
    """
    return tuple(one for one in sorted(own) if f"{tag.lower()}-".startswith(f"{one[0]}-"))


def digest_words(own: Catalogues) -> str:
    """Return a digest of words of a site's own, empty where there are none."""
    return blake2b(repr(own).encode(), digest_size=8).hexdigest() if own else ""


@cache
def list_catalogues() -> tuple[str, ...]:
    """Return the codes of the languages that the interface is translated into.

    >>> {"ar", "de"} <= set(list_catalogues())
    True
    """
    return list_folders(__package__, CATALOGUE)


@cache
def _read_catalogue(code: str) -> NullTranslations:
    """Compile a catalogue in memory: so there is one file a language, which people read."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(read_data(__package__, f"{code}/{CATALOGUE}"))))
    compiled.seek(0)
    return GNUTranslations(compiled)


def is_date_pattern(context: str, pattern: str, language: str) -> bool:
    """Tell whether a translation is a pattern of dates or times, as all with a context are.

    >>> [is_date_pattern("date pattern", one, "de") for one in ("d MMMM y", "HH:mm")]
    [True, False]
    """
    samples: Sequence[date | time] = _CLOCKS if context.startswith("time") else _DAYS
    locale = _find_locale(language)
    try:
        return all(0 < len(_write(one, pattern, locale)) <= _LONGEST_DATE for one in samples)
    except _UNWRITABLE:
        return False


def _find_locale(language: str) -> Locale:
    """Return how a language writes dates; English in one way, whatever the country.

    >>> _find_locale("de-AT-x-none").territory, _find_locale("en-GB").territory
    (None, None)
    """
    code = language.partition("-")[0].lower()
    if code != SOURCE_LANGUAGE:
        try:
            return Locale.parse(language, sep="-")
        except (UnknownLocaleError, ValueError):
            pass
    try:
        return Locale.parse(code)
    except (UnknownLocaleError, ValueError):  # that of a site's own words, which nobody else knows
        return Locale.parse(SOURCE_LANGUAGE)


# A list has the same few days again and again.
@lru_cache(maxsize=4096)
def _format(moment: date | time, patterns: tuple[str, ...], locale: Locale) -> str:
    """Write a date or a time by the first pattern that can write it; the last one always can."""
    for pattern in patterns[:-1]:
        with suppress(*_UNWRITABLE):
            return _write(moment, pattern, locale)
    return _write(moment, patterns[-1], locale)


def _write(moment: date | time, pattern: str, locale: Locale) -> str:
    if isinstance(moment, time):
        return format_time(moment, pattern, locale=locale)
    return format_date(moment, pattern, locale=locale)


@lru_cache(maxsize=4096)
def _format_number(number: int, locale: Locale) -> str:
    return format_decimal(number, locale=locale)
