"""What answers at former addresses: the way to the present one, or that there is none (law 5)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from sitegen.model.page import OwnPage, Page
from sitegen.model.site import Tag
from sitegen.model.story import Story
from sitegen.publish import urls
from sitegen.publish.edition import Edition, place_body
from sitegen.publish.frame import make_chrome
from sitegen.publish.heirs import address_of, list_heirs
from sitegen.publish.markup import Html, render_markdown
from sitegen.publish.parts import Chrome


@dataclass(frozen=True, slots=True)
class MovedView:
    """What answers at the former address of an article, a story or a tag."""

    template: ClassVar[str] = "pages/moved.html"

    address: str
    site: Chrome
    title: str
    language: str
    canonical: str
    path: str


@dataclass(frozen=True, slots=True)
class GoneView:
    """What stands where an article was that is published no more."""

    template: ClassVar[str] = "pages/gone.html"

    address: str
    site: Chrome
    title: str
    body: Html


def make_moved_views(edition: Edition) -> Iterator[Callable[[], MovedView | GoneView]]:
    """Yield makers of a page for every former address, those of articles first."""
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
    )


def _language_of(heir: Page | Story | Tag, edition: Edition) -> str:
    """Return the language of a title where it is not the site's; nobody knows that of a tag."""
    if isinstance(heir, Tag):
        return ""
    page = heir.pages[0] if isinstance(heir, Story) else heir
    return edition.cards[page.id].language


def _lead(address: str, heir: Page | Story | Tag, edition: Edition) -> MovedView:
    target = address_of(heir)
    return MovedView(
        address=address,
        site=make_chrome(address, edition),
        title=heir.title,
        language=_language_of(heir, edition),
        canonical=urls.absolute_url(edition.site.settings.base_url, target),
        path=urls.link_path(target),
    )
