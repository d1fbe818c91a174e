"""Which day and which week a moment falls into."""

from datetime import date, datetime, tzinfo

# A date outside of these years is a slip, and clocks, weeks and feeds have no room for it.
YEARS = range(1000, 9000)


def find_day(moment: datetime, timezone: tzinfo, *, is_instant: bool) -> date:
    """Return the day that a moment falls on.

    A date known to the day is that day everywhere; an instant falls on the day that readers in
    ``timezone`` have.
    """
    return moment.astimezone(timezone).date() if is_instant else moment.date()


def find_week(day: date) -> str:
    """Return the week of a day as ISO 8601 writes it; it begins on its Monday.

    >>> find_week(date(2024, 6, 14)), find_week(date(2024, 12, 30))
    ('2024-W24', '2025-W01')
    """
    return "{}-W{:02}".format(*day.isocalendar())
