"""The archive: years of months, and months of days."""

from calendar import Calendar
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import ClassVar

from sitegen.model.page import Page
from sitegen.publish import urls
from sitegen.publish.charts import tint
from sitegen.publish.dates import count_articles
from sitegen.publish.edition import Edition
from sitegen.publish.frame import make_chrome, make_head
from sitegen.publish.linked_data import describe_list
from sitegen.publish.listing import Part, group_by_day, name_part, split_list
from sitegen.publish.parts import Cell, Chrome, Group, Head, Link, Pager
from sitegen.publish.plan import has_day
from sitegen.text.wording import Wording

Month = tuple[int, int]
# Any one, from its Monday.
_A_WEEK = tuple(date(2024, 1, day) for day in range(1, 8))


@dataclass(frozen=True, slots=True)
class Year:
    """A year: its articles in words, and its twelve months."""

    title: str
    summary: str
    months: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class ArchiveView:
    """All years, the latest first."""

    template: ClassVar[str] = "pages/archive.html"

    address: str
    site: Chrome
    head: Head
    title: str
    summary: str
    years: tuple[Year, ...]


@dataclass(frozen=True, slots=True)
class MonthView:
    """A month: its calendar, a row a week from Monday, and its articles by day."""

    template: ClassVar[str] = "pages/month.html"

    address: str
    site: Chrome
    head: Head
    title: str
    summary: str
    weekdays: tuple[Cell, ...]
    weeks: tuple[tuple[Cell, ...], ...]
    groups: tuple[Group, ...]
    earlier: Link | None
    later: Link | None
    pager: Pager


def make_archive_views(edition: Edition) -> Iterator[Callable[[], ArchiveView | MonthView]]:
    """Yield makers of the archive's front and of every part of every month."""
    months = _group_by_month(edition)
    yield partial(_make_archive, months, edition)
    order = list(months)
    for index, month in enumerate(order):
        later = _link_month(order[index - 1], edition.words) if index else None
        earlier = _link_month(order[index + 1], edition.words) if index + 1 < len(order) else None
        for part in split_list(months[month], urls.month_address(*month)):
            yield partial(_make_month, month, months[month], part, edition, (earlier, later))


def _group_by_month(edition: Edition) -> Mapping[Month, Sequence[Page]]:
    """Return the articles of every month that has any, the latest month first."""
    months: defaultdict[Month, list[Page]] = defaultdict(list)
    for page in edition.site.pages:
        day = edition.days[page.id]
        months[day.year, day.month].append(page)
    return {month: months[month] for month in sorted(months, reverse=True)}


def _make_archive(months: Mapping[Month, Sequence[Page]], edition: Edition) -> ArchiveView:
    settings, words = edition.site.settings, edition.words
    address = "archive/"
    title = words.gettext("Archive")
    summary = count_articles(len(edition.site.pages), words)
    most = max((len(pages) for pages in months.values()), default=0)
    return ArchiveView(
        address=address,
        site=make_chrome(address, edition),
        head=make_head(
            address,
            edition,
            title=title,
            description=words.gettext(
                "All of %(site)s by month: %(summary)s", site=settings.title, summary=summary
            ),
            data=describe_list(title, address, settings),
        ),
        title=title,
        summary=summary,
        years=tuple(
            _make_year(year, months, most, words)
            for year in sorted({year for year, _ in months}, reverse=True)
        ),
    )


def _make_year(
    year: int, months: Mapping[Month, Sequence[Page]], most: int, words: Wording
) -> Year:
    counts = [len(months.get((year, month), ())) for month in range(1, 13)]
    return Year(
        title=f"{year}",
        summary=count_articles(sum(counts), words),
        months=tuple(
            Cell(
                text=words.short_month_name(date(year, month, 1)),
                path=urls.link_path(urls.month_address(year, month)) if number else "",
                label=words.month(year, month),
                tint=tint(number, most),
                note=words.number(number) if number else "",
            )
            for month, number in enumerate(counts, start=1)
        ),
    )


def _draw_month(
    month: Month, pages: Sequence[Page], edition: Edition
) -> tuple[tuple[Cell, ...], ...]:
    words = edition.words
    counts = Counter(edition.days[page.id] for page in pages if has_day(page))
    most = max(counts.values(), default=0)

    def draw(day: date) -> Cell:
        number = counts[day]
        return Cell(
            text=f"{day.day}" if day.month == month[1] else "",
            path=urls.link_path(urls.digest_address(day.isoformat())) if number else "",
            label=words.listed((words.day(day), count_articles(number, words))),
            tint=tint(number, most),
        )

    return tuple(tuple(draw(day) for day in week) for week in Calendar().monthdatescalendar(*month))


def _make_month(
    month: Month,
    pages: Sequence[Page],
    part: Part[Page],
    edition: Edition,
    neighbours: tuple[Link | None, Link | None],
) -> MonthView:
    settings, words = edition.site.settings, edition.words
    title = name_part(words.month(*month), part.number, words)
    summary = count_articles(len(part.items if part.number else pages), words)
    earlier, later = neighbours
    return MonthView(
        address=part.address,
        site=make_chrome(part.address, edition),
        head=make_head(
            part.address,
            edition,
            title=title,
            description=words.gettext(
                "%(title)s in %(site)s: %(summary)s",
                title=title,
                site=settings.title,
                summary=summary,
            ),
            data=describe_list(title, part.address, settings),
        ),
        title=title,
        summary=summary,
        weekdays=tuple(
            Cell(text=words.short_day_name(day), path="", label=words.day_name(day), tint=0)
            for day in _A_WEEK
        ),
        weeks=() if part.number else _draw_month(month, pages, edition),
        groups=group_by_day(part.items, edition),
        earlier=earlier,
        later=later,
        pager=part.pager,
    )


def _link_month(month: Month, words: Wording) -> Link:
    return Link(text=words.month(*month), path=urls.link_path(urls.month_address(*month)))
