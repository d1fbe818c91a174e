"""What answers at former addresses: the way to the present one, or that there is none (law 5)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from sitegen.model.page import OwnPage, Page
from sitegen.model.site import FormerList, Tag
from sitegen.model.story import Story
from sitegen.publish import urls
from sitegen.publish.edition import Edition, place_body
from sitegen.publish.frame import make_chrome
from sitegen.publish.heirs import find_story_heirs, find_tag_heirs
from sitegen.publish.markup import Html, render_markdown
from sitegen.publish.parts import Chrome, Link

_EMPTY_TITLE = "Nothing is listed here any more"
_EMPTY = "The articles that were listed here are not published any more, or are listed elsewhere."
_FEW = "This list is no part of the site any more. These articles are left of it."


@dataclass(frozen=True, slots=True)
class MovedView:
    """What answers at the former address of an article, a story or a tag."""

    template: ClassVar[str] = "pages/moved.html"

    address: str
    site: Chrome
    title: str
    canonical: str
    path: str


@dataclass(frozen=True, slots=True)
class GoneView:
    """What stands where an article or a list was, and the articles that are left of a list."""

    template: ClassVar[str] = "pages/gone.html"

    address: str
    site: Chrome
    title: str
    body: Html
    links: tuple[Link, ...] = ()


def make_moved_views(edition: Edition) -> Iterator[Callable[[], MovedView | GoneView]]:
    """Yield makers of a page for every former address, those of articles first."""
    for former in edition.site.former:
        yield partial(_name_rest, former, edition)
    for gone in edition.site.gone:
        yield partial(_take_leave, gone, edition)
    for address, page in sorted(_find_article_heirs(edition).items()):
        yield partial(_lead, address, page, edition)
    for slug, heir in find_story_heirs(edition.site).items():
        yield partial(_lead, urls.story_address(slug), heir, edition)
    for slug, tag in find_tag_heirs(edition.site).items():
        yield partial(_lead, urls.tag_address(slug), tag, edition)


def _find_article_heirs(edition: Edition) -> dict[str, Page]:
    """Return who answers for every former address that no article has now: the newest."""
    heirs: dict[str, Page] = {}
    # File systems that fold case would take two such names for one.
    taken = {page.slug.casefold() for page in edition.site.pages}
    for page in edition.site.pages:
        for alias in page.aliases:
            if alias.casefold() not in taken:
                taken.add(alias.casefold())
                heirs[urls.article_address(alias)] = page
    return heirs


def _take_leave(page: OwnPage, edition: Edition) -> GoneView:
    address = urls.article_address(page.slug)
    return GoneView(
        address=address,
        site=make_chrome(address, edition),
        title=page.title,
        body=place_body(render_markdown(page.body), "gone", address, edition),
    )


def _name_rest(former: FormerList, edition: Edition) -> GoneView:
    """Return what stands where a list was: the newest articles that are left, or that none is."""
    pages = former.pages[: edition.site.settings.feed_items]
    body = _FEW if pages else _EMPTY
    return GoneView(
        address=former.address,
        site=make_chrome(former.address, edition),
        title=former.title if pages and former.title else _EMPTY_TITLE,
        body=place_body(render_markdown(body), "gone", former.address, edition),
        links=tuple(
            Link(page.title, urls.link_path(urls.article_address(page.slug))) for page in pages
        ),
    )


def _lead(address: str, heir: Page | Story | Tag, edition: Edition) -> MovedView:
    if isinstance(heir, Tag):
        target = urls.tag_address(heir.slug)
    elif isinstance(heir, Story):
        target = urls.story_address(heir.slug)
    else:
        target = urls.article_address(heir.slug)
    return MovedView(
        address=address,
        site=make_chrome(address, edition),
        title=heir.title,
        canonical=urls.absolute_url(edition.site.settings.base_url, target),
        path=urls.link_path(target),
    )
