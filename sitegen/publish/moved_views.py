"""What answers at former addresses: the way to the present one, or that there is none (law 5)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from sitegen.model.page import OwnPage
from sitegen.model.site import FormerList, Tag
from sitegen.model.story import Story
from sitegen.publish import urls
from sitegen.publish.edition import Edition, place_body
from sitegen.publish.frame import link_feeds, make_chrome
from sitegen.publish.heirs import Heir, address_of, list_heirs
from sitegen.publish.markup import Html, render_markdown
from sitegen.publish.parts import Chrome, FeedLink, Link


@dataclass(frozen=True, slots=True)
class MovedView:
    """What answers at the former address of an article, a story, a tag or a person's own page."""

    template: ClassVar[str] = "pages/moved.html"

    address: str
    site: Chrome
    title: str
    language: str
    canonical: str
    path: str


@dataclass(frozen=True, slots=True)
class GoneView:
    """What stands where an article, a list or a page was, and the articles left of a list.

    ``feeds`` are that of the list, if it had one, and those of the site.
    """

    template: ClassVar[str] = "pages/gone.html"

    address: str
    site: Chrome
    title: str
    body: Html
    feeds: tuple[FeedLink, ...]
    links: tuple[Link, ...] = ()


def make_moved_views(edition: Edition) -> Iterator[Callable[[], MovedView | GoneView]]:
    """Yield makers of a page for every former address, those of articles first."""
    for former in edition.site.former:
        make = _miss_own_page if urls.is_own_address(former.address) else _name_rest
        yield partial(make, former, edition)
    for gone in edition.site.gone:
        yield partial(_take_leave, gone, edition)
    for address, heir in list_heirs(edition.site):
        yield partial(_lead, address, heir, edition)


def _take_leave(page: OwnPage, edition: Edition) -> GoneView:
    address = urls.article_address(page.slug)
    return GoneView(
        address=address,
        site=make_chrome(address, edition),
        title=page.title,
        body=place_body(render_markdown(page.body), "gone", address, edition),
        feeds=_link_feeds(address, page.title, edition),
    )


def _miss_own_page(former: FormerList, edition: Edition) -> GoneView:
    """Return what stands where a page of a person's own was: it may have gone, or be unreadable."""
    words = edition.words
    body = words.gettext("It was published here, and is not at present.")
    return GoneView(
        address=former.address,
        site=make_chrome(former.address, edition),
        title=words.gettext("This page is not here"),
        body=place_body(render_markdown(body), "gone", former.address, edition),
        feeds=_link_feeds(former.address, "", edition),
    )


def _name_rest(former: FormerList, edition: Edition) -> GoneView:
    """Return what stands where a list was: the newest articles that are left, or that none is."""
    words = edition.words
    pages = former.pages[: edition.site.settings.feed_items]
    body = (
        words.gettext("This list is no part of the site any more. These articles are left of it.")
        if pages
        else words.gettext(
            "The articles that were listed here are not published any more,"
            " or are listed elsewhere."
        )
    )
    return GoneView(
        address=former.address,
        site=make_chrome(former.address, edition),
        title=former.title or words.gettext("Nothing is listed here any more"),
        body=place_body(render_markdown(body), "gone", former.address, edition),
        feeds=_link_feeds(former.address, former.title, edition),
        links=tuple(
            Link(page.title, urls.link_path(urls.article_address(page.slug))) for page in pages
        ),
    )


def _link_feeds(address: str, title: str, edition: Edition) -> tuple[FeedLink, ...]:
    """Return the feeds of an address that lives on by its feed alone, before those of the site."""
    settings = edition.site.settings
    own = address in edition.site.with_feeds
    title = title or edition.words.gettext("No more articles")
    feeds = link_feeds(address, f"{title} · {settings.title}", settings) if own else ()
    return feeds + link_feeds("", settings.title, settings)


def _language_of(heir: Heir, edition: Edition) -> str:
    """Return the language of a title where it is not the site's.

    Nobody knows that of a tag, or of a page of a person's own.
    """
    if isinstance(heir, Tag | OwnPage):
        return ""
    page = heir.pages[0] if isinstance(heir, Story) else heir
    return edition.cards[page.id].language


def _lead(address: str, heir: Heir, edition: Edition) -> MovedView:
    target = address_of(heir)
    return MovedView(
        address=address,
        site=make_chrome(address, edition),
        title=heir.title,
        language=_language_of(heir, edition),
        canonical=urls.absolute_url(edition.site.settings.base_url, target),
        path=urls.link_path(target),
    )
