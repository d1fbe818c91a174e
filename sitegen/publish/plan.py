"""Decide what the site holds: which pages, tags, stories and digests."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from sitegen.model.address import Address
from sitegen.model.digest import Digest, Issue
from sitegen.model.feed import FeedArchive
from sitegen.model.page import Page
from sitegen.model.record import Record
from sitegen.model.settings import Settings
from sitegen.model.site import Site, Source, Tag
from sitegen.model.story import Story
from sitegen.publish import urls
from sitegen.publish.former import lead_on, list_fed, list_former, list_gone, list_published
from sitegen.publish.heirs import find_story_heirs, find_tag_heirs, list_own_addresses
from sitegen.publish.renewal import moment_of, renew
from sitegen.text.authority import find_authority
from sitegen.text.days import find_day, find_week
from sitegen.text.normalize import fold
from sitegen.text.slug import make_unique_slug
from sitegen.text.source import name_source
from sitegen.text.wording import read_wording

_ONE_SECOND = timedelta(seconds=1)


def plan_site(record: Record, settings: Settings, now: datetime) -> Site:
    """Group the publishable pages of content/ into a site.

    Drafts and pages dated after ``now`` stay out unless the settings ask for them.
    """
    published = list_published(record)
    released = sorted(
        (page for page in record.pages if _is_published(page, settings, now)),
        key=lambda page: (moment_of(page), page.id),
        reverse=True,
    )
    pages = lead_on(renew(released, record, now), published)
    archives = _group_archives(pages, record)
    archived = {article.id for archive in archives for article in archive.articles}
    authority = find_authority(
        ((page.first_seen, page.id) for page in record.pages),
        settings.stated_url or settings.base_url,
    )
    site = Site(
        settings=settings,
        pages=tuple(pages),
        tags=_group_tags(pages, record, settings.tag_minimum),
        stories=_group_stories(pages),
        digests=_group_digests(pages, _list_issues(record, settings, authority), settings.timezone),
        own=record.own,
        authority=authority,
        latest=tuple(page for page in pages if page.id not in archived),
        archives=archives,
        sources=_group_sources(pages, settings.tag_minimum, published),
        gone=list_gone(pages, record, published, read_wording(settings.language, settings.words)),
        histories=record.histories,
        with_feeds=list_fed(published),
    )
    answered = {one.path for one in list_addresses(site)}
    return replace(site, former=list_former(pages, record, published, answered))


def list_addresses(site: Site) -> Iterator[Address]:
    """Yield what a site publishes that may be left one day; an article's own address last."""
    for page in site.pages:
        seen, date = page.first_seen, page.dating.moment
        for slug in (*page.aliases, page.slug):
            path = urls.article_address(slug)
            yield Address(path, id=page.id, first_seen=seen, date=date)
    for tag in site.tags:
        yield Address(urls.tag_address(tag.slug), tag.title)
    for source in site.sources:
        yield Address(urls.source_address(source.slug), source.name)
    lists = [urls.SOURCES] if site.sources else []
    lists += [urls.tag_address(slug) for slug in find_tag_heirs(site)]
    lists += [urls.story_address(story.slug) for story in site.stories]
    lists += [urls.story_address(slug) for slug in find_story_heirs(site)]
    lists += [urls.digest_address(digest.slug) for digest in site.digests]
    # At about/ something of ours stands where a person wrote nothing.
    lists += [address for address in list_own_addresses(site) if address != urls.ABOUT]
    days = [day_of(page, site.settings.timezone) for page in site.pages]
    lists += [urls.month_address(*month) for month in sorted({(d.year, d.month) for d in days})]
    yield from map(Address, lists)


def list_withheld(record: Record, settings: Settings, now: datetime) -> tuple[Page, ...]:
    """Return the pages that stay out for no other reason than a date after ``now``."""
    return tuple(
        page
        for page in record.pages
        if _is_released(page, settings) and _is_early(page, settings, now)
    )


def moment_of_issue(issue: Issue, timezone: tzinfo) -> datetime:
    """Return the moment that orders an issue: when its period was over, a week a second later."""
    after = date.fromisoformat(issue.slug) + timedelta(days=7 if issue.kind == "week" else 1)
    midnight = datetime.combine(after, time(), timezone).astimezone(UTC)
    return midnight + _ONE_SECOND * (issue.kind == "week")


def day_of(page: Page, timezone: tzinfo) -> date:
    """Return the day under which a page is listed.

    A date known to the day is that day everywhere; an instant falls on the day that the site's
    readers have.
    """
    is_instant = page.dating.moment is None or page.dating.precision == "instant"
    return find_day(moment_of(page), timezone, is_instant=is_instant)


def has_day(page: Page) -> bool:
    """Tell whether a page belongs to a day: a month or a year that is known is none."""
    return page.dating.precision not in {"month", "year"}


def is_dated(page: Page) -> bool:
    """Tell whether the day of a page is known, and not only the one on which it was first seen."""
    return page.dating.moment is not None and has_day(page)


def list_link_targets(site: Site) -> frozenset[str]:
    """Return the addresses that a link in a text may lead to: former tags, too, with what is left.

    An edited page keeps the links that we wrote, and is not mended when a tag goes.
    """
    return frozenset(
        [urls.article_address(slug) for page in site.pages for slug in (page.slug, *page.aliases)]
        + [urls.tag_address(tag.slug) for tag in site.tags]
        + [urls.tag_address(slug) for slug in find_tag_heirs(site)]
        + [former.address for former in site.former if former.pages]
        + [urls.digest_address(digest.slug) for digest in site.digests]
        + [*list_own_addresses(site)]
    )


def _is_published(page: Page, settings: Settings, now: datetime) -> bool:
    return _is_released(page, settings) and not _is_early(page, settings, now)


def _is_released(page: Page, settings: Settings) -> bool:
    return settings.drafts or not page.draft


def _is_early(page: Page, settings: Settings, now: datetime) -> bool:
    if settings.future:
        return False
    today = find_day(now, settings.timezone, is_instant=True)
    return today < day_of(page, settings.timezone)


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


def _group_archives(pages: Iterable[Page], record: Record) -> tuple[FeedArchive, ...]:
    """Return the archives without what was withdrawn; one that tells of nothing stays, too."""
    published = {page.id for page in pages}
    return tuple(
        replace(one, articles=tuple(told for told in one.articles if told.id in published))
        for one in record.archives
    )


def source_of(page: Page) -> str:
    """Return whom a report comes from: its agency, else its source, else its original's host."""
    return name_source(page.agency, page.source, page.url)


def rights_of(page: Page, settings: Settings) -> str:
    """Return whose a text is: what is stated of it, else what the settings say of its source."""
    if page.rights or not settings.rights:
        return page.rights
    folders = (name for copy in page.seeds for name in copy.seed.split("/")[:-1])
    names = {fold(name) for name in (page.agency, page.source, source_of(page), *folders)}
    return next((line for source, line in settings.rights if fold(source) in names), "")


def _group_sources(
    pages: Iterable[Page], minimum: int, published: Mapping[str, Address]
) -> tuple[Source, ...]:
    """Return those from whom enough reports come, each at the address that it has had.

    Of two that are new and would have one slug the earlier gets it.
    """
    told: dict[str, list[Page]] = defaultdict(list)
    for page in pages:
        if name := source_of(page):
            told[name].append(page)
    addresses = ((path.split("/"), one.title) for path, one in published.items() if one.title)
    slugs = {title: path[1] for path, title in addresses if path[0] == "sources"}
    for name in sorted(
        told, key=lambda name: min((page.first_seen, page.id) for page in told[name])
    ):
        if name not in slugs:
            slugs[name] = make_unique_slug(name, {"page", *slugs.values()})
    return tuple(
        Source(name, slugs[name], tuple(told[name]))
        for name in sorted(told, key=lambda name: (name.casefold(), name))
        if len(told[name]) >= minimum
    )


def _group_stories(pages: Iterable[Page]) -> tuple[Story, ...]:
    """Keep the stories of two pages and more, the latest first; the first report names each."""
    told = defaultdict(list)
    for page in pages:
        if page.story:
            told[page.story].append(page)
    stories = (
        Story(slug=slug, title=members[-1].title, pages=tuple(reversed(members)))
        for slug, members in told.items()
        if len(members) > 1
    )
    return tuple(sorted(stories, key=lambda story: story.latest, reverse=True))


def _group_digests(
    pages: Iterable[Page], issues: Iterable[Issue], timezone: tzinfo
) -> tuple[Digest, ...]:
    """Return every period that has pages, an issue or both, the latest first."""
    listed: dict[str, list[Page]] = defaultdict(list)
    for page in filter(has_day, pages):
        day = day_of(page, timezone)
        listed[day.isoformat()].append(page)
        listed[find_week(day)].append(page)
    issued = {issue.slug: issue for issue in issues}
    digests = (
        _make_digest(slug, listed.get(slug, ()), issued.get(slug)) for slug in {*listed, *issued}
    )
    return tuple(sorted(digests, key=lambda digest: (digest.last, digest.slug), reverse=True))


def _make_digest(slug: str, pages: Sequence[Page], issue: Issue | None) -> Digest:
    first = date.fromisoformat(slug)
    is_week = "W" in slug
    told = {*issue.articles, *issue.linked} if issue else set()
    return Digest(
        slug=slug,
        kind="week" if is_week else "day",
        first=first,
        last=first + timedelta(days=6 * is_week),
        pages=tuple(page for page in pages if told.isdisjoint((page.id, page.slug, *page.aliases))),
        number=len(pages),
        issue=issue,
    )


def _list_issues(record: Record, settings: Settings, authority: str) -> Iterator[Issue]:
    """Yield the issues to be published, each with an id of its own.

    One that a person wrote may have none, and a copy of another's file has that one's.
    """
    given: set[str] = set()
    for issue in record.issues:
        if settings.drafts or not issue.draft:
            is_free = issue.id and issue.id not in given
            made = replace(issue, id=issue.id if is_free else f"{authority}/digest/{issue.slug}")
            given.add(made.id)
            yield made
