"""Decide what the site holds: which pages, tags, stories and digests."""

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, timedelta, tzinfo
from urllib.parse import urlsplit

from sitegen.model.digest import Digest
from sitegen.model.page import ID_SCHEME, Page, Record
from sitegen.model.settings import Settings
from sitegen.model.site import Site, Tag
from sitegen.model.story import Story
from sitegen.publish import urls

_MINTED = re.compile(rf"tag:[^:,]+,{ID_SCHEME}/[0-9a-f]{{16}}")


def plan_site(record: Record, settings: Settings, now: datetime) -> Site:
    """Group the publishable pages of content/ into a site.

    Drafts and pages dated after ``now`` stay out unless the settings ask for them.
    """
    pages = sorted(
        (page for page in record.pages if _is_published(page, settings, now)),
        key=lambda page: (moment_of(page), page.id),
        reverse=True,
    )
    return Site(
        settings=settings,
        pages=tuple(pages),
        tags=_group_tags(pages, record, settings.tag_minimum),
        stories=_group_stories(pages),
        digests=_group_digests(pages, settings.timezone),
        own=record.own,
        authority=_find_authority(record, settings),
    )


def _find_authority(record: Record, settings: Settings) -> str:
    """Return the beginning of the ids that came first, so that it outlives a move of the site.

    Drafts and pages of the future count too; ids that a person made up do not.
    """
    minted = [page for page in record.pages if _MINTED.match(page.id)]
    if not minted:
        return f"tag:{urlsplit(settings.base_url).hostname},{ID_SCHEME}"
    first = min(minted, key=lambda page: (page.first_seen, page.id))
    return first.id.rpartition("/")[0]


def list_withheld(record: Record, settings: Settings, now: datetime) -> tuple[Page, ...]:
    """Return the pages that stay out for no other reason than a date after ``now``."""
    return tuple(
        page
        for page in record.pages
        if _is_released(page, settings) and _is_early(page, settings, now)
    )


def moment_of(page: Page) -> datetime:
    """Return the moment that orders a page: its date, else when it was first seen."""
    return page.dating.moment or page.first_seen


def day_of(page: Page, timezone: tzinfo) -> date:
    """Return the day under which a page is listed.

    A date known to the day is that day everywhere; an instant falls on the day that the site's
    readers have.
    """
    if page.dating.moment and page.dating.precision != "instant":
        return page.dating.moment.date()
    return moment_of(page).astimezone(timezone).date()


def has_day(page: Page) -> bool:
    """Tell whether a page belongs to a day: a month or a year that is known is none."""
    return page.dating.precision not in {"month", "year"}


def list_link_targets(site: Site) -> frozenset[str]:
    """Return the addresses that a link in a text may lead to."""
    return frozenset(
        [urls.article_address(slug) for page in site.pages for slug in (page.slug, *page.aliases)]
        + [urls.tag_address(tag.slug) for tag in site.tags]
        + [urls.digest_address(digest.slug) for digest in site.digests]
        + [urls.own_address(own.slug) for own in site.own]
    )


def _is_published(page: Page, settings: Settings, now: datetime) -> bool:
    return _is_released(page, settings) and not _is_early(page, settings, now)


def _is_released(page: Page, settings: Settings) -> bool:
    return settings.drafts or not page.draft


def _is_early(page: Page, settings: Settings, now: datetime) -> bool:
    return not settings.future and moment_of(page).date() > now.date()


def _group_tags(pages: Iterable[Page], record: Record, minimum: int) -> tuple[Tag, ...]:
    """Keep the tags that have a page in content/ and enough articles on the site."""
    slugs = {tag.title: tag.slug for tag in record.tags}
    tagged = defaultdict(list)
    for page in pages:
        for title in page.tags:
            tagged[title].append(page)
    return tuple(
        Tag(title=title, slug=slugs[title], pages=tuple(tagged[title]))
        for title in sorted(tagged, key=lambda title: (title.casefold(), title))
        if title in slugs and len(tagged[title]) >= minimum
    )


def _group_stories(pages: Iterable[Page]) -> tuple[Story, ...]:
    """Keep the stories that still have two pages; the first report names the story."""
    told = defaultdict(list)
    for page in pages:
        if page.story:
            told[page.story].append(page)
    return tuple(
        Story(slug=slug, title=members[-1].title, pages=tuple(reversed(members)))
        for slug, members in told.items()
        if len(members) > 1
    )


def _group_digests(pages: Iterable[Page], timezone: tzinfo) -> tuple[Digest, ...]:
    days = defaultdict(list)
    weeks = defaultdict(list)
    for page in filter(has_day, pages):
        day = day_of(page, timezone)
        days[day].append(page)
        weeks[day - timedelta(days=day.weekday())].append(page)
    daily = [
        Digest(slug=day.isoformat(), kind="day", first=day, last=day, pages=tuple(members))
        for day, members in days.items()
    ]
    weekly = [
        Digest(
            slug="{}-W{:02}".format(*monday.isocalendar()),
            kind="week",
            first=monday,
            last=monday + timedelta(days=6),
            pages=tuple(members),
        )
        for monday, members in weeks.items()
    ]
    return tuple(
        sorted(daily + weekly, key=lambda digest: (digest.last, digest.slug), reverse=True)
    )
