"""The front page, and the older articles behind it."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from sitegen.model.page import Page
from sitegen.publish import urls
from sitegen.publish.dates import count_articles, span_of
from sitegen.publish.edition import Edition, tag_path
from sitegen.publish.frame import make_chrome, make_head
from sitegen.publish.linked_data import describe_list, describe_site
from sitegen.publish.listing import Part, group_by_day, split_list
from sitegen.publish.parts import Block, Chrome, Group, Head, Link, Pager

RAIL_TAGS = 16
RAIL_DAYS = 7

_NOTHING = Group(title="", path="", blocks=())


@dataclass(frozen=True, slots=True)
class FrontView:
    """The front page: the latest day, led by its most reported event, and the days before.

    Without articles ``lead`` is None, and the page says how to start.
    """

    template: ClassVar[str] = "pages/front.html"

    address: str
    site: Chrome
    head: Head
    day: Link
    lead: Block | None
    rest: tuple[Block, ...]
    groups: tuple[Group, ...]
    tags: tuple[Link, ...]
    days: tuple[Link, ...]
    pager: Pager


@dataclass(frozen=True, slots=True)
class ListView:
    """Older articles: one part of the list that the front page begins."""

    template: ClassVar[str] = "pages/list.html"

    address: str
    site: Chrome
    head: Head
    title: str
    summary: str
    groups: tuple[Group, ...]
    pager: Pager


def make_front_views(edition: Edition) -> Iterator[Callable[[], FrontView | ListView]]:
    """Yield makers of the front page and of the pages of older articles."""
    newest, *older = split_list(edition.site.pages, "")
    yield partial(_make_front, newest, edition)
    for part in older:
        yield partial(_make_list, part, edition)


def _make_front(part: Part[Page], edition: Edition) -> FrontView:
    settings = edition.site.settings
    latest, *earlier = group_by_day(part.items, edition) or (_NOTHING,)
    lead = max(latest.blocks, key=lambda block: len(block.others), default=None)
    description = settings.description or edition.words.gettext(
        "News from %(site)s", site=settings.title
    )
    return FrontView(
        address=part.address,
        site=make_chrome(part.address, edition),
        head=make_head(
            part.address, edition, title="", description=description, data=describe_site(settings)
        ),
        day=Link(text=latest.title, path=latest.path),
        lead=lead,
        rest=tuple(block for block in latest.blocks if block is not lead),
        groups=tuple(earlier),
        tags=_list_tags(part.items, edition),
        days=_list_days(edition),
        pager=part.pager,
    )


def _make_list(part: Part[Page], edition: Edition) -> ListView:
    settings = edition.site.settings
    words = edition.words
    title = words.gettext("Older articles, part %(number)s", number=part.number)
    span = span_of(part.items, settings.timezone, words)
    return ListView(
        address=part.address,
        site=make_chrome(part.address, edition),
        head=make_head(
            part.address,
            edition,
            title=title,
            description=words.gettext(
                "%(title)s of %(site)s: %(summary)s",
                title=title,
                site=settings.title,
                summary=span,
            ),
            data=describe_list(title, part.address, settings),
        ),
        title=title,
        summary=span,
        groups=group_by_day(part.items, edition),
        pager=part.pager,
    )


def _list_tags(pages: Iterable[Page], edition: Edition) -> tuple[Link, ...]:
    """Return the tags that the given articles have most, those with most articles in all first."""
    counts = Counter(title for page in pages for title in page.tags if title in edition.tags)
    most = sorted(counts, key=lambda title: (-counts[title], title))[:RAIL_TAGS]
    tags = [edition.tags[title] for title in most]
    return tuple(
        Link(text=tag.title, path=tag_path(tag), note=count_articles(len(tag.pages), edition.words))
        for tag in sorted(tags, key=lambda tag: (-len(tag.pages), tag.title.casefold(), tag.title))
    )


def _list_days(edition: Edition) -> tuple[Link, ...]:
    days = [digest for digest in edition.site.digests if digest.kind == "day"]
    return tuple(
        Link(
            text=edition.words.day(digest.first),
            path=urls.link_path(urls.digest_address(digest.slug)),
            note=count_articles(digest.number, edition.words),
        )
        for digest in days[:RAIL_DAYS]
    )
