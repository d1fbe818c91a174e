"""What answers at former addresses: the way to the present one (law 5)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from sitegen.model.page import Page
from sitegen.model.story import Story
from sitegen.publish import urls
from sitegen.publish.edition import Edition
from sitegen.publish.frame import make_chrome
from sitegen.publish.heirs import find_story_heirs
from sitegen.publish.parts import Chrome


@dataclass(frozen=True, slots=True)
class MovedView:
    """What answers at the former address of an article or a story."""

    template: ClassVar[str] = "pages/moved.html"

    address: str
    site: Chrome
    title: str
    canonical: str
    path: str


def make_moved_views(edition: Edition) -> Iterator[MovedView]:
    """Yield a page for every former address, those of articles first."""
    yield from _make_moved_articles(edition)
    for slug, heir in find_story_heirs(edition.site).items():
        yield _lead(urls.story_address(slug), heir, edition)


def _make_moved_articles(edition: Edition) -> Iterator[MovedView]:
    """Yield a page for every former address that no article has now; the newest heir wins."""
    heirs: dict[str, Page] = {}
    # File systems that fold case would take two such names for one.
    taken = {page.slug.casefold() for page in edition.site.pages}
    for page in edition.site.pages:
        for alias in page.aliases:
            if alias.casefold() not in taken:
                taken.add(alias.casefold())
                heirs[urls.article_address(alias)] = page
    for address in sorted(heirs):
        yield _lead(address, heirs[address], edition)


def _lead(address: str, heir: Page | Story, edition: Edition) -> MovedView:
    is_story = isinstance(heir, Story)
    target = urls.story_address(heir.slug) if is_story else urls.article_address(heir.slug)
    return MovedView(
        address=address,
        site=make_chrome(address, edition),
        title=heir.title,
        canonical=urls.absolute_url(edition.site.settings.base_url, target),
        path=urls.link_path(target),
    )
