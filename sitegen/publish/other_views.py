"""Pages that are no news: how to subscribe, how the site is made, a person's own, and 404."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from sitegen.model.page import OwnPage
from sitegen.model.site import Source
from sitegen.publish import urls
from sitegen.publish.edition import Edition, place_body
from sitegen.publish.frame import link_feeds, make_chrome, make_chrome_below, make_head
from sitegen.publish.linked_data import describe_page
from sitegen.publish.markup import Html, render_markdown
from sitegen.publish.moved_views import MovedView
from sitegen.publish.parts import Chrome, FeedLink, Head

# Tags and sources whose feeds the subscribe page lists, the largest; the page of each has its own.
TAGS_TO_SUBSCRIBE = 40
SOURCES_TO_SUBSCRIBE = 20


@dataclass(frozen=True, slots=True)
class FeedSet:
    """The three formats of one feed."""

    title: str
    home: str
    feeds: tuple[FeedLink, ...]


@dataclass(frozen=True, slots=True)
class FeedsView:
    """What a feed is, and the addresses of all of them; ``script`` copies one, or is empty."""

    template: ClassVar[str] = "pages/feeds.html"

    address: str
    site: Chrome
    head: Head
    title: str
    list_path: str
    script: str
    feeds: tuple[FeedSet, ...]
    sources: tuple[FeedSet, ...]
    sources_path: str
    tags: tuple[FeedSet, ...]


@dataclass(frozen=True, slots=True)
class AboutView:
    """How the site is made, in our words; a person's own page about it stands elsewhere."""

    template: ClassVar[str] = "pages/about.html"

    address: str
    site: Chrome
    head: Head
    title: str


@dataclass(frozen=True, slots=True)
class OwnPageView:
    """A page that a person wrote."""

    template: ClassVar[str] = "pages/own.html"

    address: str
    site: Chrome
    head: Head
    title: str
    body: Html


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """What answers for an address that is not there; its links are absolute."""

    template: ClassVar[str] = "pages/not_found.html"

    address: str
    site: Chrome
    head: Head
    title: str


def make_other_views(
    edition: Edition,
) -> Iterator[Callable[[], FeedsView | AboutView | MovedView | OwnPageView | NotFoundView]]:
    """Yield makers of the subscribe page, the page about the site, the own pages and 404."""
    yield partial(_make_feeds_page, edition)
    for own in edition.site.own:
        yield partial(_make_own_page, own, edition)
    yield partial(_make_about, edition)
    names = {name for own in edition.site.own for name in (own.slug, *own.aliases)}
    if urls.ABOUT not in map(urls.own_address, names):
        yield partial(_lead_to_account, edition)
    yield partial(_make_not_found, edition)


def _make_feeds_page(edition: Edition) -> FeedsView:
    settings, words = edition.site.settings, edition.words
    address = "feeds/"
    title = words.gettext("Subscribe")
    largest = sorted(edition.site.tags, key=lambda tag: (-len(tag.pages), tag.title))
    return FeedsView(
        address=address,
        site=make_chrome(address, edition),
        head=make_head(
            address,
            edition,
            title=title,
            description=words.gettext(
                "Follow %(site)s in a feed reader: the addresses of its feeds", site=settings.title
            ),
            data=describe_page(title, address, settings),
        ),
        title=title,
        list_path=urls.FEED_LIST,
        script=urls.link_path(edition.copy_script) if edition.copy_script else "",
        feeds=(
            _make_feed_set(words.gettext("All articles"), "", edition),
            _make_feed_set(
                words.gettext("Digests, once a day and once a week"), "digest/", edition
            ),
        ),
        sources=tuple(
            _make_feed_set(source.name, urls.source_address(source.slug), edition)
            for source in sorted(edition.site.sources, key=_sort_source)[:SOURCES_TO_SUBSCRIBE]
        ),
        sources_path=urls.link_path(urls.SOURCES) if edition.site.sources else "",
        tags=tuple(
            _make_feed_set(tag.title, urls.tag_address(tag.slug), edition)
            for tag in largest[:TAGS_TO_SUBSCRIBE]
        ),
    )


def _sort_source(source: Source) -> tuple[int, str]:
    return -len(source.pages), source.name


def _make_feed_set(title: str, address: str, edition: Edition) -> FeedSet:
    feeds = link_feeds(address, title, edition.site.settings)
    return FeedSet(title=title, home=urls.link_path(address), feeds=feeds)


def _make_about(edition: Edition) -> AboutView:
    settings = edition.site.settings
    title = _name_account(edition)
    return AboutView(
        address=urls.ACCOUNT,
        site=make_chrome(urls.ACCOUNT, edition),
        head=make_head(
            urls.ACCOUNT,
            edition,
            title=title,
            description=edition.words.gettext(
                "Where the articles of %(site)s come from, and how they are dated",
                site=settings.title,
            ),
            data=describe_page(title, urls.ACCOUNT, settings),
        ),
        title=title,
    )


def _name_account(edition: Edition) -> str:
    return edition.words.gettext("How this site is made")


def _lead_to_account(edition: Edition) -> MovedView:
    """Return what stands where a person may write about the site, and has not."""
    return MovedView(
        address=urls.ABOUT,
        site=make_chrome(urls.ABOUT, edition),
        title=_name_account(edition),
        language="",
        canonical=urls.absolute_url(edition.site.settings.base_url, urls.ACCOUNT),
        path=urls.link_path(urls.ACCOUNT),
    )


def _make_own_page(own: OwnPage, edition: Edition) -> OwnPageView:
    settings = edition.site.settings
    address = urls.own_address(own.slug)
    return OwnPageView(
        address=address,
        site=make_chrome(address, edition),
        head=make_head(
            address,
            edition,
            title=own.title,
            description=edition.words.gettext(
                "%(title)s: a page of %(site)s", title=own.title, site=settings.title
            ),
            data=describe_page(own.title, address, settings),
        ),
        title=own.title,
        body=place_body(render_markdown(own.body), "pages", address, edition),
    )


def _make_not_found(edition: Edition) -> NotFoundView:
    settings, words = edition.site.settings, edition.words
    address = "404.html"
    title = words.gettext("This page is not here")
    return NotFoundView(
        address=address,
        site=make_chrome_below(settings.base_url, address, edition),
        head=make_head(
            address,
            edition,
            title=title,
            description=words.gettext(
                "%(title)s: where to look for it in %(site)s", title=title, site=settings.title
            ),
            data=describe_page(title, address, settings),
        ),
        title=title,
    )
