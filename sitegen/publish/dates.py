"""Dates and numbers as the pages say them, without the machine's locale."""

from datetime import tzinfo

from sitegen.model.page import Page
from sitegen.publish.plan import day_of, has_day, moment_of
from sitegen.text.days import format_day, format_month, format_span


def format_number(number: int) -> str:
    """Return a number with its thousands set apart by commas."""
    return f"{number:,}"


def count(number: int, noun: str) -> str:
    """Return a number of things in words.

    >>> count(1, "article"), count(1200, "article"), count(2, "story")
    ('1 article', '1,200 articles', '2 stories')
    """
    if number == 1:
        return f"1 {noun}"
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{format_number(number)} {plural}"


def format_date_of(page: Page, timezone: tzinfo) -> str:
    """Return a page's date as exactly as it is known, or that it is not and when it was seen."""
    moment = page.dating.moment
    if moment is None:
        return f"date unknown, seen on {format_day(day_of(page, timezone))}"
    match page.dating.precision:
        case "instant":
            return f"{moment.astimezone(timezone):{format_day(day_of(page, timezone))}, %H:%M}"
        case "month":
            return format_month(moment.year, moment.month)
        case "year":
            return f"{moment.year}"
        case _:
            return format_day(moment.date())


def format_clock_of(page: Page, timezone: tzinfo) -> str:
    """Return what is left to say of a page's date under the heading of its day."""
    match page.dating.precision:
        case "instant":
            return f"{moment_of(page).astimezone(timezone):%H:%M}"
        case "day":
            return ""
        case "unknown":
            return "date unknown"
        case _:
            return format_date_of(page, timezone)


def machine_date_of(page: Page) -> str:
    """Return a page's date for machines, as exactly as it is known; empty where it is not."""
    moment = page.dating.moment
    if moment is None:
        return ""
    lengths = {"year": 4, "month": 7, "day": 10}
    return moment.isoformat(timespec="seconds")[: lengths.get(page.dating.precision)]


def span_of(pages: tuple[Page, ...], timezone: tzinfo) -> str:
    """Return the days that pages are known to fall on, as a range."""
    known = [page for page in pages if page.dating.moment]
    ordered = sorted(filter(has_day, known), key=moment_of)
    if not ordered:
        return "day unknown" if known else "date unknown"
    return format_span(day_of(ordered[0], timezone), day_of(ordered[-1], timezone))
