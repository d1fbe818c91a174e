"""Move what the main feed has no room for into its archives: each article once, and for good.

RFC 5005 (https://www.rfc-editor.org/rfc/rfc5005#section-4) lets a reader page from a feed back
through documents that stay as they are. ``docs/decisions/feeds-have-archives.md`` says why which
article is in which of them is on record and not worked out anew.
"""

from collections.abc import Container, Iterable
from dataclasses import replace
from datetime import datetime

from sitegen.model.feed import Archived, FeedArchive
from sitegen.model.page import Page
from sitegen.model.record import Record
from sitegen.model.settings import Settings
from sitegen.text.opening import read_opening

# Of Markdown; the HTML that is made of it must have room in the 512 KB of a feed.
FEED_BYTES = 320 * 1024
# A longer article counts for no more: for want of room the feed tells of it in an excerpt, so that
# it drives out no others.
LONG_BYTES = FEED_BYTES // 8


def archive_articles(
    record: Record, settings: Settings, now: datetime, known: Container[str] = ()
) -> Record:
    """Return the record with archives for the articles that the main feed has no room for.

    The feed keeps those that came last: never more than ``settings.feed_items``, and where it
    overflows half as many, so that not each article makes an archive. What is new with this build,
    that is not among the ids ``known``, stays, as many articles as the feed may have: many readers
    look at nothing but the feed itself.
    Drafts and articles dated after ``now`` wait; nothing that is on record changes. While the file
    of an archive cannot be read none is made, since its articles would be given to two.
    """
    if record.held_archives:
        return record
    taken = {article.id for archive in record.archives for article in archive.articles}
    waiting = [page for page in record.pages if page.id not in taken and _is_out(page, now)]
    waiting.sort(key=_sort_by_arrival)
    if len(waiting) <= settings.feed_items and _weigh(waiting, settings) <= FEED_BYTES:
        return record
    half = max(1, settings.feed_items // 2)
    new = sum(page.id not in known for page in waiting)
    room = min(new, settings.feed_items)
    halves = -(-max(0, len(waiting) - settings.feed_items) // half)
    kept = max(1, room, len(waiting) - halves * half)
    if _weigh(waiting[-kept:], settings) > FEED_BYTES:
        while max(1, room) < kept and _weigh(waiting[-kept:], settings) > FEED_BYTES // 2:
            kept -= 1
    gone = waiting[:-kept]
    first = 1 + max((archive.number for archive in record.archives), default=0)
    made = (
        FeedArchive(number, tuple(map(_archive, gone[start : start + half])))
        for number, start in enumerate(range(0, len(gone), half), start=first)
    )
    return replace(record, archives=(*record.archives, *made))


def _archive(page: Page) -> Archived:
    published = page.dating.moment or page.first_seen
    return Archived(
        id=page.id,
        slug=page.slug,
        title=page.title,
        published=published,
        updated=max(published, page.updated),
        author=page.agency or page.byline,
        summary=page.summary or read_opening(page.body) or page.title,
        language=page.lang,
    )


def _is_out(page: Page, now: datetime) -> bool:
    """Tell whether a reader of the feed can have seen the page."""
    return not page.draft and (page.dating.moment or page.first_seen).date() <= now.date()


def _sort_by_arrival(page: Page) -> tuple[datetime, datetime, str]:
    """Return what orders pages as they came to the feed, whatever the dates that they bear."""
    moment = page.dating.moment or page.first_seen
    return page.first_seen, moment, page.id


def _weigh(pages: list[Page], settings: Settings) -> int:
    """Return how many bytes of text the feed carries for pages."""
    if settings.feed_content == "excerpt":
        return 0
    return sum(min(len(page.body.encode()), LONG_BYTES) for page in pages)


def settle_archives(archives: Iterable[FeedArchive]) -> tuple[FeedArchive, ...]:
    """Return archives by number; an article that stands in several is in the first of them."""
    taken: set[str] = set()
    settled: dict[int, FeedArchive] = {}
    for archive in sorted(archives, key=lambda archive: archive.number):
        own = {article.id: article for article in reversed(archive.articles)}
        told = tuple(own[id_] for id_ in reversed(own) if id_ not in taken)
        before = settled.get(archive.number, FeedArchive(archive.number, ()))
        settled[archive.number] = replace(before, articles=before.articles + told)
        taken.update(own)
    return tuple(settled.values())
