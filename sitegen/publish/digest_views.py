"""The pages of days and weeks, and the list of them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from sitegen.model.digest import Digest
from sitegen.model.page import Page
from sitegen.publish import urls
from sitegen.publish.charts import monday_of
from sitegen.publish.dates import count
from sitegen.publish.edition import Edition, place_body, tag_path
from sitegen.publish.frame import link_feeds, make_chrome, make_head
from sitegen.publish.linked_data import describe_list
from sitegen.publish.listing import Part, group_by_day, make_blocks, split_list
from sitegen.publish.markup import Html
from sitegen.publish.parts import Chrome, FeedLink, Group, Head, Link, Pager
from sitegen.text.days import name_period
from sitegen.text.topics import group_by_topic, weigh_topic

# With their days, up to twice as many less one: under 800 elements.
WEEKS_IN_LIST = 12


@dataclass(frozen=True, slots=True)
class DigestView:
    """What one day or one week brought.

    ``body`` is the digest as it was issued, and ``groups`` what came later; until it is issued
    there is no ``body``, and ``groups`` are all by topic or, for a week, by day. ``is_open`` while
    nothing has come from a later day.
    """

    template: ClassVar[str] = "pages/digest.html"

    address: str
    site: Chrome
    head: Head
    title: str
    summary: str
    kind: str
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


def make_digest_views(edition: Edition) -> Iterator[Callable[[], DigestView | DigestsView]]:
    """Yield makers of the list of digests, and of every part of every day and week."""
    for weeks in split_list(_list_weeks(edition), "digest/", WEEKS_IN_LIST):
        yield partial(_make_index, weeks, edition)
    for kind in ("day", "week"):
        digests = [digest for digest in edition.site.digests if digest.kind == kind]
        for index, digest in enumerate(digests):
            later = _name_way(digests[index - 1]) if index else None
            earlier = _name_way(digests[index + 1]) if index + 1 < len(digests) else None
            for part in split_list(digest.pages, urls.digest_address(digest.slug)):
                yield partial(_make_part, digest, part, edition, earlier, later)


def name_digest(digest: Digest) -> str:
    """Return what a digest is called, by whoever issued it if it is out."""
    return digest.issue.title if digest.issue else name_period(digest.slug)


def _make_part(
    digest: Digest,
    part: Part[Page],
    edition: Edition,
    earlier: Link | None,
    later: Link | None,
) -> DigestView:
    settings = edition.site.settings
    name = name_digest(digest)
    title = f"{name}, part {part.number}" if part.number else name
    told = len(digest.issue.linked) if digest.issue else digest.number
    summary = count(len(part.items) if part.number else told, "article")
    body = edition.bodies[digest.issue.id] if digest.issue and not part.number else ""
    return DigestView(
        address=part.address,
        site=make_chrome(part.address, edition),
        head=make_head(
            part.address,
            edition,
            title=title,
            description=f"{title} in {settings.title}: {summary}",
            data=describe_list(title, part.address, settings),
            feeds=_link_own_feeds(edition),
        ),
        title=title,
        summary=summary,
        kind=digest.kind,
        earlier=earlier,
        later=later,
        is_issued=digest.issue is not None,
        is_open=digest.issue is None and edition.last_day <= digest.last,
        body=place_body(body, "digests", part.address, edition),
        groups=_group(digest, part.items, edition),
        pager=part.pager,
    )


def _group(digest: Digest, pages: Sequence[Page], edition: Edition) -> tuple[Group, ...]:
    if digest.issue:
        blocks = make_blocks(pages, edition)
        return (Group(title="Came later", path="", blocks=blocks),) if blocks else ()
    arrange = _group_by_topic if digest.kind == "day" else group_by_day
    return arrange(pages, edition)


def _group_by_topic(pages: Sequence[Page], edition: Edition) -> tuple[Group, ...]:
    """Put each story under a topic, by the rule of the digest that will be issued."""
    stories: dict[str, list[Page]] = {}
    for page in pages:
        key = page.story if page.story in edition.stories else page.id
        stories.setdefault(key, []).append(page)
    members = list(stories.values())
    total = len(edition.site.pages)
    weights = {title: weigh_topic(len(tag.pages), total) for title, tag in edition.tags.items()}
    tags = [{tag for page in reports for tag in page.tags} for reports in members]
    topics = group_by_topic(tags, weights)
    return tuple(
        Group(
            title=topic or ("Other news" if 1 < len(topics) else ""),
            path=tag_path(edition.tags[topic]) if topic else "",
            blocks=make_blocks([page for place in places for page in members[place]], edition),
        )
        for topic, places in topics
    )


def _make_index(part: Part[Week], edition: Edition) -> DigestsView:
    settings = edition.site.settings
    title = f"Digests, part {part.number}" if part.number else "Digests"
    feeds = _link_own_feeds(edition)
    return DigestsView(
        address=part.address,
        site=make_chrome(part.address, edition),
        head=make_head(
            part.address,
            edition,
            title=title,
            description=f"{title} of {settings.title}: its days and weeks",
            data=describe_list(title, part.address, settings),
            feeds=feeds,
        ),
        title=title,
        feeds=feeds,
        weeks=part.items,
        pager=part.pager,
    )


def _list_weeks(edition: Edition) -> tuple[Week, ...]:
    digests = edition.site.digests
    days: dict[object, list[Link]] = {}
    for digest in digests:
        if digest.kind == "day":
            days.setdefault(monday_of(digest.first), []).append(_link_digest(digest))
    return tuple(
        Week(week=_link_digest(digest), days=tuple(days[digest.first]))
        for digest in digests
        if digest.kind == "week"
    )


def _name_way(digest: Digest) -> Link:
    """Return the way to a neighbour; it does not say how much is there, for that may change."""
    return Link(text=name_digest(digest), path=urls.link_path(urls.digest_address(digest.slug)))


def _link_digest(digest: Digest) -> Link:
    return Link(
        text=name_digest(digest),
        path=urls.link_path(urls.digest_address(digest.slug)),
        note=count(digest.number, "article"),
    )


def _link_own_feeds(edition: Edition) -> tuple[FeedLink, ...]:
    settings = edition.site.settings
    return link_feeds("digest/", f"Digests · {settings.title}", settings)
