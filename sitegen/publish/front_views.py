"""The front page, and the older articles behind it."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from sitegen.model.page import Page
from sitegen.publish import urls
from sitegen.publish.dates import count_articles, span_of
from sitegen.publish.edition import Edition, tag_path
from sitegen.publish.frame import make_chrome, make_head
from sitegen.publish.linked_data import describe_list, describe_site
from sitegen.publish.listing import Part, describe_part, group_by_day, split_list
from sitegen.publish.parts import Block, Card, Chrome, Group, Head, Link, Pager

RAIL_TAGS = 16
RAIL_DAYS = 7
RAIL_UNDATED = 8

_NOTHING = Group(title="", path="", blocks=())


@dataclass(frozen=True, slots=True)
class FrontView:
    """The front page: the latest day, led by its most reported event, and the days before.

    Without articles ``lead`` is None, and the page says how to start. ``undated`` are those first
    seen last of the articles without a date, which are no news of any day; ``undated_list`` leads
    to all of them. Where no article has a date, they are the days, under which they were seen.
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
    undated: tuple[Card, ...]
    undated_list: Link
    pager: Pager


@dataclass(frozen=True, slots=True)
class ListView:
    """Older articles, a part of the list that the front page begins; or those without a date."""

    template: ClassVar[str] = "pages/list.html"

    address: str
    site: Chrome
    head: Head
    title: str
    summary: str
    groups: tuple[Group, ...]
    pager: Pager


def make_front_views(edition: Edition) -> Iterator[Callable[[], FrontView | ListView]]:
    """Yield makers of the front page, of older articles, and of those without a date."""
    dated = [page for page in edition.site.pages if page.dating.moment]
    undated = [page for page in edition.site.pages if not page.dating.moment]
    newest, *older = split_list(dated or undated, "")
    apart = undated if dated else []
    yield partial(_make_front, newest, apart, edition)
    for part in older:
        title = edition.words.gettext("Older articles, part %(number)s", number=part.number)
        span = span_of(part.items, edition.site.settings.timezone, edition.words)
        yield partial(_make_list, part, title, span, edition)
    if apart:
        name = edition.words.gettext("Date unknown")
        for part in split_list(apart, urls.UNDATED):
            title, _ = describe_part(name, apart, part, edition)
            # One more article is to change no older part.
            number = count_articles(len(part.items if part.number else apart), edition.words)
            yield partial(_make_list, part, title, number, edition)


def _make_front(part: Part[Page], undated: Sequence[Page], edition: Edition) -> FrontView:
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
        undated=tuple(edition.cards[page.id] for page in undated[:RAIL_UNDATED]),
        undated_list=Link(
            text=edition.words.gettext("Date unknown"),
            path=urls.link_path(urls.UNDATED) if undated else "",
            note=edition.words.ngettext(
                "%(number)s article without a date",
                "All %(number)s articles without a date",
                len(undated),
            ),
        ),
        pager=part.pager,
    )


def _make_list(part: Part[Page], title: str, summary: str, edition: Edition) -> ListView:
    settings = edition.site.settings
    words = edition.words
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
                summary=summary,
            ),
            data=describe_list(title, part.address, settings),
        ),
        title=title,
        summary=summary,
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
            note=count_articles(digest.told, edition.words),
        )
        for digest in days[:RAIL_DAYS]
    )
