"""The pages of days and weeks, and the list of them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import ClassVar

from sitegen.model.digest import Digest, Issue
from sitegen.model.page import Page
from sitegen.publish import urls
from sitegen.publish.books import find_book
from sitegen.publish.charts import monday_of
from sitegen.publish.dates import count_articles
from sitegen.publish.edition import Edition, place_body, tag_path
from sitegen.publish.frame import link_feeds, make_chrome, make_head
from sitegen.publish.language import foreign_language
from sitegen.publish.linked_data import describe_list
from sitegen.publish.listing import (
    ListMatter,
    Part,
    describe_matter,
    group_by_day,
    leave_clocks,
    make_blocks,
    name_part,
    split_list,
)
from sitegen.publish.markup import Html
from sitegen.publish.matter import Maker
from sitegen.publish.parts import Chrome, FeedLink, Group, Head, Link, Pager
from sitegen.text.topics import Grouped, group_by_topic, weigh_topic
from sitegen.text.wording import Wording

# With their days, up to twice as many less one: under 800 elements.
WEEKS_IN_LIST = 12


@dataclass(frozen=True, slots=True)
class DigestView:
    """What one day or one week brought.

    ``body`` is the digest as it was issued, and ``groups`` what came later; until it is issued
    there is no ``body``, and ``groups`` are all by topic or, for a week, by day. ``is_open`` while
    nothing has come from a later day. ``language`` is that in which it was issued, if the site
    speaks another one now. ``ways`` lead from a day to its week, and from a week to its days.
    """

    template: ClassVar[str] = "pages/digest.html"

    address: str
    site: Chrome
    head: Head
    title: str
    language: str
    summary: str
    kind: str
    ways: tuple[Link, ...]
    earlier: Link | None
    later: Link | None
    is_issued: bool
    is_open: bool
    body: Html
    groups: tuple[Group, ...]
    pager: Pager


@dataclass(frozen=True, slots=True)
class Week:
    """A week and its days."""

    week: Link
    days: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class DigestsView:
    """A part of the list of digests, the latest week first."""

    template: ClassVar[str] = "pages/digests.html"

    address: str
    site: Chrome
    head: Head
    title: str
    feeds: tuple[FeedLink, ...]
    weeks: tuple[Week, ...]
    pager: Pager


def make_digest_views(edition: Edition) -> Iterator[Maker[DigestView | DigestsView]]:
    """Yield makers of the list of digests, and of every part of every day and week."""
    for weeks in split_list(_list_weeks(edition), "digest/", WEEKS_IN_LIST):
        yield Maker(partial(_make_index, weeks, edition))
    near: dict[tuple[str, date], list[Digest]] = defaultdict(list)
    for digest in reversed(edition.site.digests):
        near["day" if digest.kind == "week" else "week", monday_of(digest.first)].append(digest)
    for kind in ("day", "week"):
        digests = [digest for digest in edition.site.digests if digest.kind == kind]
        for index, digest in enumerate(digests):
            later = _name_way(digests[index - 1], edition) if index else None
            earlier = _name_way(digests[index + 1], edition) if index + 1 < len(digests) else None
            ways = tuple(_name_way(other, edition) for other in near[kind, monday_of(digest.first)])
            for part in split_list(digest.pages, urls.digest_address(digest.slug)):
                make = partial(_make_part, digest, part, edition, ways, (earlier, later))
                if digest.issue:
                    issue, links = digest.issue, (*ways, earlier, later)
                    yield Maker(make, partial(_describe, digest, issue, part, edition, links))
                else:
                    yield Maker(make)


def _describe(
    digest: Digest,
    issue: Issue,
    part: Part[Page],
    edition: Edition,
    links: tuple[Link | None, ...],
) -> ListMatter:
    """Return the matter of a part of a digest that is out: the topics of others are all tags'."""
    told = (issue.id, *(page.id for page in digest.pages))
    return describe_matter(part, told, edition, (digest.slug, f"{digest.told}"), links)


def name_digest(digest: Digest, words: Wording) -> str:
    """Return what a digest is called, by whoever issued it if it is out."""
    return digest.issue.title if digest.issue else words.period(digest.slug)


def _has_no_date(digest: Digest) -> bool:
    """Tell whether all of a day is without a date, which is then said once, above it."""
    is_day = digest.kind == "day" and not digest.issue
    return is_day and not any(page.dating.moment for page in digest.pages)


def _say_when(digest: Digest, told: str, words: Wording) -> str:
    """Return how much a digest tells, behind its day or week where its title does not say it.

    An editor may have given it one of its own: "The day of the swan".
    """
    period = words.period(digest.slug)
    return told if name_digest(digest, words) == period else f"{period} · {told}"


def _make_part(
    digest: Digest,
    part: Part[Page],
    edition: Edition,
    ways: tuple[Link, ...],
    neighbours: tuple[Link | None, Link | None],
) -> DigestView:
    settings, words = edition.site.settings, edition.words
    title = name_part(name_digest(digest, words), part.number, words)
    count = count_articles(len(part.items) if part.number else digest.told, words)
    if _has_no_date(digest):
        count = words.listed((count, words.gettext("date unknown")))
    summary = _say_when(digest, count, words)
    body = edition.bodies[digest.issue.id] if digest.issue and not part.number else ""
    return DigestView(
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
            feeds=_link_own_feeds(edition),
            book=find_book(digest, settings),
        ),
        title=title,
        language=_language_of(digest, words),
        summary=summary,
        kind=digest.kind,
        ways=ways,
        earlier=neighbours[0],
        later=neighbours[1],
        is_issued=digest.issue is not None,
        is_open=digest.issue is None and edition.last_day <= digest.last,
        body=place_body(body, "digests", part.address, edition),
        groups=_group(digest, part.items, edition),
        pager=part.pager,
    )


def _group(digest: Digest, pages: Sequence[Page], edition: Edition) -> tuple[Group, ...]:
    if digest.issue:
        blocks = make_blocks(pages, edition)
        title = edition.words.gettext("Came later")
        return (Group(title=title, path="", blocks=blocks),) if blocks else ()
    if digest.kind == "week":
        return group_by_day(pages, edition)
    groups = _group_by_topic(pages, edition)
    if _has_no_date(digest):
        return tuple(replace(group, blocks=leave_clocks(group.blocks)) for group in groups)
    return groups


def _group_by_topic(pages: Sequence[Page], edition: Edition) -> tuple[Group, ...]:
    """Put each story under a topic, by the rule of the digest that will be issued."""
    stories: dict[str, list[Page]] = {}
    for page in pages:
        key = page.story if page.story in edition.stories else page.id
        stories.setdefault(key, []).append(page)
    members = list(stories.values())
    tags = {tag for page in pages for tag in page.tags}
    total = len(edition.site.pages)
    weights = {
        title: weigh_topic(len(edition.tags[title].pages), total)
        for title in edition.tags.keys() & tags
    }
    topics = group_by_topic([_tell_ties(reports) for reports in members], weights)
    other = edition.words.gettext("Other news") if 1 < len(topics) else ""
    return tuple(
        Group(
            title=topic or other,
            path=tag_path(edition.tags[topic]) if topic else "",
            blocks=make_blocks([page for place in places for page in members[place]], edition),
        )
        for topic, places in topics
    )


def _tell_ties(reports: Sequence[Page]) -> Grouped:
    return Grouped(
        tags=frozenset(tag for page in reports for tag in page.tags),
        slugs=frozenset(page.slug for page in reports),
        related=frozenset(other.slug for page in reports for other in page.related),
    )


def _make_index(part: Part[Week], edition: Edition) -> DigestsView:
    settings, words = edition.site.settings, edition.words
    title = name_part(words.gettext("Digests"), part.number, words)
    feeds = _link_own_feeds(edition)
    return DigestsView(
        address=part.address,
        site=make_chrome(part.address, edition),
        head=make_head(
            part.address,
            edition,
            title=title,
            description=words.gettext(
                "%(title)s of %(site)s: its days and weeks", title=title, site=settings.title
            ),
            data=describe_list(title, part.address, settings),
            feeds=feeds,
        ),
        title=title,
        feeds=feeds,
        weeks=part.items,
        pager=part.pager,
    )


def _list_weeks(edition: Edition) -> tuple[Week, ...]:
    """Return all weeks, with their days; one that took up late articles alone may have none."""
    digests = edition.site.digests
    days: dict[date, list[Link]] = defaultdict(list)
    for digest in digests:
        if digest.kind == "day":
            days[monday_of(digest.first)].append(_link_digest(digest, edition))
    return tuple(
        Week(week=_link_digest(digest, edition), days=tuple(days[digest.first]))
        for digest in digests
        if digest.kind == "week"
    )


def _language_of(digest: Digest, words: Wording) -> str:
    """Return the language that a digest was issued in, if the site speaks another one now."""
    return foreign_language(digest.issue.lang, words.language) if digest.issue else ""


def _name_way(digest: Digest, edition: Edition) -> Link:
    """Return the way to a neighbour; it does not say how much is there, for that may change."""
    title = name_digest(digest, edition.words)
    return Link(
        text=title,
        path=urls.link_path(urls.digest_address(digest.slug)),
        language=_language_of(digest, edition.words),
    )


def _link_digest(digest: Digest, edition: Edition) -> Link:
    words = edition.words
    note = _say_when(digest, count_articles(digest.told, words), words)
    return replace(_name_way(digest, edition), note=note)


def _link_own_feeds(edition: Edition) -> tuple[FeedLink, ...]:
    settings = edition.site.settings
    title = edition.words.gettext("Digests")
    return link_feeds("digest/", f"{title} · {settings.title}", settings)
