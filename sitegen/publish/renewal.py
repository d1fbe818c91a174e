"""Tell when a page was published and when it changed last, whatever its file says of that."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from sitegen.model.page import Page
from sitegen.model.problem import Problem
from sitegen.model.record import Record
from sitegen.text.opening import read_opening


def moment_of(page: Page) -> datetime:
    """Return the moment that orders a page: its date, else when it was first seen."""
    return page.dating.moment or page.first_seen


def renew(pages: Iterable[Page], record: Record, now: datetime) -> list[Page]:
    """Return the pages, each updated when its text last changed: a person's says what was once.

    One that a person wrote without a summary is told by its first sentences.
    """
    changed = {
        history.id: max(change.moment for change in history.changes)
        for history in sorted(record.histories, key=lambda one: (len(one.slug), one.slug))
        if history.changes
    }
    told = [
        page if page.summary else replace(page, summary=read_opening(page.body) or page.title)
        for page in pages
    ]
    noted = (
        replace(page, updated=max(page.updated, changed[page.id])) if page.id in changed else page
        for page in told
    )
    return [
        replace(page, updated=moment_of(page)) if page.is_changed_ahead(now) else page
        for page in noted
    ]


def find_late_updates(record: Record, now: datetime) -> Iterator[Problem]:
    """Yield a warning for each page of a person's that says it changed on a day that is to come."""
    for page in record.pages:
        if page.is_edited and page.is_changed_ahead(now):
            yield Problem(
                place=f"content/articles/{page.slug}.md",
                message=f"'updated' is {page.updated.date()}, which is neither its date nor past; "
                "take it out, or the article counts as changed on that day",
                severity="warning",
            )
