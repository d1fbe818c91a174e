"""Find what answers for an address that an article, a story, a tag or a page had (law 5)."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from sitegen.model.page import OwnPage, Page
from sitegen.model.site import Site, Tag
from sitegen.model.story import Story
from sitegen.publish import urls
from sitegen.text.slug import make_slug

Heir = Page | Story | Tag | OwnPage
Named = TypeVar("Named", Page, OwnPage)


def list_heirs(site: Site) -> Iterator[tuple[str, Heir]]:
    """Yield every former address, those of articles first, and what answers for it."""
    for slug, page in sorted(_find_heirs(site.pages).items()):
        yield urls.article_address(slug), page
    for slug, heir in find_story_heirs(site).items():
        yield urls.story_address(slug), heir
    for slug, tag in find_tag_heirs(site).items():
        yield urls.tag_address(slug), tag
    for slug, own in _find_heirs(site.own).items():
        yield urls.own_address(slug), own


def list_own_addresses(site: Site) -> Iterator[str]:
    """Yield the addresses of a person's own pages, those that lead to them first."""
    yield from map(urls.own_address, _find_heirs(site.own))
    yield from (urls.own_address(own.slug) for own in site.own)


def address_of(heir: Heir) -> str:
    """Return where an heir lives."""
    if isinstance(heir, Tag):
        return urls.tag_address(heir.slug)
    if isinstance(heir, Story):
        return urls.story_address(heir.slug)
    if isinstance(heir, OwnPage):
        return urls.own_address(heir.slug)
    return urls.article_address(heir.slug)


def _find_heirs(pages: Sequence[Named]) -> Mapping[str, Named]:
    """Return who answers for every former slug that no page has now: the first of these."""
    heirs: dict[str, Named] = {}
    # File systems that fold case would take two such names for one.
    taken = {page.slug.casefold() for page in pages}
    for page in pages:
        for alias in page.aliases:
            if alias.casefold() not in taken:
                taken.add(alias.casefold())
                heirs[alias] = page
    return heirs


def find_story_heirs(site: Site) -> Mapping[str, Story | Page]:
    """Return what stories that have no page now became, by their slugs, which are sorted.

    What a person left in such a story is what it is, though it is a single report. Else that is the
    story that most of its reports are part of, or its first report where none is.
    """
    stories = {story.slug: story for story in site.stories}
    # File systems that fold case would take two such names for one.
    taken = {slug.casefold() for slug in stories}
    reports: dict[str, list[Page]] = defaultdict(list)
    for page in site.pages:
        for slug in dict.fromkeys((page.story, *page.former_stories)):
            if slug and slug.casefold() not in taken:
                reports[slug].append(page)
    heirs: dict[str, Story | Page] = {}
    for slug in sorted(reports):
        if slug.casefold() not in taken:
            taken.add(slug.casefold())
            left = [page for page in reports[slug] if page.story == slug]
            heirs[slug] = _choose_heir(left or reports[slug], stories)
    return heirs


def find_tag_heirs(site: Site) -> Mapping[str, Tag]:
    """Return the tags that are meant by others in ``[tags.aliases]``, by the slugs of these."""
    tags = {tag.title: tag for tag in site.tags}
    taken = {tag.slug.casefold() for tag in site.tags}
    heirs: dict[str, Tag] = {}
    for written, meant in sorted(site.settings.tag_aliases):
        slug = make_slug(written)
        if meant in tags and slug.casefold() not in taken:
            taken.add(slug.casefold())
            heirs[slug] = tags[meant]
    return heirs


def _choose_heir(reports: list[Page], stories: Mapping[str, Story]) -> Story | Page:
    """Choose among the stories of reports, newest first, or else these reports."""
    counts = Counter(page.story for page in reports if page.story in stories)
    if not counts:
        return reports[-1]
    return stories[min(counts, key=lambda slug: (-counts[slug], slug))]
