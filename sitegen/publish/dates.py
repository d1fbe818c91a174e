"""Dates and numbers as the pages say them, without the machine's locale."""

from datetime import tzinfo

from sitegen.model.page import Page
from sitegen.publish.plan import day_of, has_day
from sitegen.publish.renewal import moment_of
from sitegen.text.wording import Wording


def count_articles(number: int, words: Wording) -> str:
    """Return a number of articles in words.

    >>> from sitegen.text.wording import read_wording
    >>> count_articles(1, read_wording("en")), count_articles(1200, read_wording("en"))
    ('1 article', '1,200 articles')
    """
    return words.ngettext("%(number)s article", "%(number)s articles", number)


def format_date_of(page: Page, timezone: tzinfo, words: Wording) -> str:
    """Return a page's date as exactly as it is known, or that it is not and when it was seen."""
    moment = page.dating.moment
    day = day_of(page, timezone)
    if moment is None:
        return words.gettext("date unknown, seen on %(day)s", day=words.day(day))
    match page.dating.precision:
        case "instant":
            return words.moment(day, moment.astimezone(timezone).time())
        case "month":
            return words.month(moment.year, moment.month)
        case "year":
            return f"{moment.year}"
        case _:
            return words.day(moment.date())


def format_clock_of(page: Page, timezone: tzinfo, words: Wording) -> str:
    """Return what is left to say of a page's date under the heading of its day."""
    match page.dating.precision:
        case "instant":
            return words.clock(moment_of(page).astimezone(timezone).time())
        case "day":
            return ""
        case "unknown":
            return words.gettext("date unknown")
        case _:
            return format_date_of(page, timezone, words)


def machine_date_of(page: Page) -> str:
    """Return a page's date for machines, as exactly as it is known; empty where it is not."""
    moment = page.dating.moment
    if moment is None:
        return ""
    lengths = {"year": 4, "month": 7, "day": 10}
    return moment.isoformat(timespec="seconds")[: lengths.get(page.dating.precision)]


def span_of(pages: tuple[Page, ...], timezone: tzinfo, words: Wording) -> str:
    """Return the days that pages are known to fall on, as a range, and how many have no date."""
    known = [page for page in pages if page.dating.moment]
    if not known:
        return words.gettext("date unknown")
    ordered = sorted(filter(has_day, known), key=moment_of)
    span = words.gettext("day unknown")
    if ordered:
        span = words.span(day_of(ordered[0], timezone), day_of(ordered[-1], timezone))
    if len(known) == len(pages):
        return span
    undated = len(pages) - len(known)
    count = words.ngettext("%(number)s without a date", "%(number)s without a date", undated)
    return words.listed((span, count))
