"""Days as pages and digests name them, without the machine's locale."""

from datetime import date, datetime, timedelta, tzinfo

from sitegen.text import english

MONTHS = tuple(name.title() for name in english.MONTH_NAMES)
WEEKDAYS = tuple(name.title() for name in english.WEEKDAYS)

# A date outside of these years is a slip, and clocks, weeks and feeds have no room for it.
YEARS = range(1000, 9000)


def find_day(moment: datetime, timezone: tzinfo, *, is_instant: bool) -> date:
    """Return the day that a moment falls on.

    A date known to the day is that day everywhere; an instant falls on the day that readers in
    ``timezone`` have.
    """
    return moment.astimezone(timezone).date() if is_instant else moment.date()


def format_day(day: date) -> str:
    """Return a day in words.

    >>> format_day(date(2024, 6, 14))
    '14 June 2024'
    """
    return f"{day.day} {format_month(day.year, day.month)}"


def format_weekday(day: date) -> str:
    """Return a day in words with its weekday.

    >>> format_weekday(date(2024, 6, 14))
    'Friday 14 June 2024'
    """
    return f"{WEEKDAYS[day.weekday()]} {format_day(day)}"


def find_week(day: date) -> str:
    """Return the week of a day as ISO 8601 writes it; it begins on its Monday.

    >>> find_week(date(2024, 6, 14)), find_week(date(2024, 12, 30))
    ('2024-W24', '2025-W01')
    """
    return "{}-W{:02}".format(*day.isocalendar())


def name_period(slug: str) -> str:
    """Return in words the day or the week that is written as ISO 8601 does.

    >>> name_period("2024-06-14"), name_period("2024-W24")
    ('Friday 14 June 2024', 'Week 24, 10 – 16 June 2024')
    """
    first = date.fromisoformat(slug)
    if "W" not in slug:
        return format_weekday(first)
    return f"Week {slug[-2:]}, {format_span(first, first + timedelta(days=6))}"


def format_month(year: int, month: int) -> str:
    """Return a month in words."""
    return f"{MONTHS[month - 1]} {year}"


def format_span(first: date, last: date) -> str:
    """Return a range of days without saying anything twice.

    >>> format_span(date(2024, 6, 10), date(2024, 6, 16))
    '10 – 16 June 2024'
    >>> format_span(date(2023, 12, 28), date(2024, 1, 3))
    '28 December 2023 – 3 January 2024'
    """
    if first == last:
        return format_day(last)
    if first.year != last.year:
        return f"{format_day(first)} – {format_day(last)}"
    month = "" if first.month == last.month else f" {MONTHS[first.month - 1]}"
    return f"{first.day}{month} – {format_day(last)}"
