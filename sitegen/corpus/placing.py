"""Give what a person dated to a day its moment in that day, once and for good (law 4).

A day that stands alone in a file is read as its noon. When the article is published first it gets
a second that no other page has, at noon or before and no later than the build: what is of the
future looks like a mistake to readers of feeds. The file is the person's, so the list of addresses
keeps the moment.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, tzinfo

from sitegen.corpus.seconds import SECOND, FreeSeconds
from sitegen.model.address import Address, AddressList
from sitegen.model.page import Page
from sitegen.model.record import Record
from sitegen.text.days import find_day

_NOON = time(12)


def recall_moments(pages: Sequence[Page], lists: Iterable[AddressList]) -> tuple[Page, ...]:
    """Return the pages, those that a person dated to a day with the moments that are on record."""
    if not any(map(_has_days, pages)):
        return tuple(pages)
    rows = _group_rows(lists)
    return tuple(_recall(page, rows[page.id]) if _has_days(page) else page for page in pages)


def place_days(record: Record, timezone: tzinfo, now: datetime) -> Record:
    """Return the record with a moment for each day that a person wrote and that has none yet.

    A page that is a draft or dated ahead waits for its own.
    """
    written = [page for page in record.pages if _has_days(page) and not page.draft]
    if not written:
        return record
    today, rows = find_day(now, timezone, is_instant=True), _group_rows(record.addresses)
    new = {
        page.id: page
        for page in sorted(written, key=lambda page: page.id)
        if _moment_of(page).date() <= today and not _is_placed(page, rows[page.id])
    }
    known = [page for page in (*record.pages, *record.merged) if page.id not in new]
    seconds = FreeSeconds(moment for page in known for moment in (_moment_of(page), page.updated))
    for id_, page in new.items():
        new[id_] = _place(page, seconds, now, is_first=not rows[id_])
    return replace(record, pages=tuple(new.get(page.id, page) for page in record.pages))


def _has_days(page: Page) -> bool:
    """Tell whether a person wrote the page and dated it to a day, or when it came."""
    return page.is_edited and (_is_day_alone(page) or page.first_seen.time() == _NOON)


def _is_day_alone(page: Page) -> bool:
    date = page.dating.moment
    return date is not None and date.time() == _NOON and page.dating.precision != "instant"


def _moment_of(page: Page) -> datetime:
    return page.dating.moment or page.first_seen


def _group_rows(lists: Iterable[AddressList]) -> Mapping[str, Sequence[Address]]:
    rows: dict[str, list[Address]] = defaultdict(list)
    for part in lists:
        for address in part.addresses:
            if address.id:
                rows[address.id].append(address)
    return rows


def _is_placed(page: Page, rows: Iterable[Address]) -> bool:
    """Tell whether the moment that orders a page is on record."""
    if not page.dating.moment or not _is_day_alone(page):
        return any(rows)
    day = page.dating.moment.date()
    return any(row.date is not None and row.date.date() == day for row in rows)


def _recall(page: Page, rows: Iterable[Address]) -> Page:
    date, seen = page.dating.moment, page.first_seen
    for row in rows:
        if date and _is_day_alone(page) and row.date and row.date.date() == date.date():
            date = row.date
        if seen.time() == _NOON and row.first_seen and row.first_seen.date() == seen.date():
            seen = row.first_seen
    return _set_moments(page, date, seen)


def _place(page: Page, seconds: FreeSeconds, now: datetime, *, is_first: bool) -> Page:
    """Return the page with its moments; when it came is settled once it ``is_first`` published."""
    date, seen = page.dating.moment, page.first_seen
    is_same = is_first and seen == date  # it came when it was dated
    if is_first and seen.time() == _NOON:
        seen = seconds.take(_hold_back(seen, now), -SECOND)
    if date and _is_day_alone(page):
        date = seen if is_same else seconds.take(_hold_back(date, now), -SECOND)
    return _set_moments(page, date, seen)


def _hold_back(noon: datetime, now: datetime) -> datetime:
    """Return noon, or the build's moment where that is before, but no other day."""
    midnight = datetime.combine(noon.date(), time(), UTC)
    return max(midnight, min(noon, now.replace(microsecond=0)))


def _set_moments(page: Page, date: datetime | None, seen: datetime) -> Page:
    """Return the page with these moments; one that states no update has been as it came."""
    updated = seen if page.updated == page.first_seen else page.updated
    dating = replace(page.dating, moment=date)
    return replace(page, dating=dating, first_seen=seen, updated=updated)
