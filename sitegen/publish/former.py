"""What answers at addresses that were published and are no page of the site any more (law 5)."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sitegen.model.address import Address
from sitegen.model.page import OwnPage, Page
from sitegen.model.record import Record
from sitegen.model.site import FormerList
from sitegen.publish import urls
from sitegen.text.source import name_source
from sitegen.text.wording import Wording


def list_published(record: Record) -> Mapping[str, Address]:
    """Return all that has been published, by its path."""
    return {one.path: one for part in record.addresses for one in part.addresses}


def list_fed(published: Mapping[str, Address]) -> frozenset[str]:
    """Return the addresses of the tags, sources and stories that have been published."""
    return frozenset(
        path for path, one in published.items() if one.title or path.startswith("stories/")
    )


def lead_on(pages: Sequence[Page], published: Mapping[str, Address]) -> list[Page]:
    """Return the pages, each answering for every address that it has had.

    One that another page answers for is that page's.
    """
    # File systems that fold case would take two such names for one.
    taken = {slug.casefold() for page in pages for slug in (page.slug, *page.aliases)}
    present = {page.id for page in pages}
    lost: dict[str, list[str]] = defaultdict(list)
    for slug, address in _list_articles(published):
        if address.id in present and slug.casefold() not in taken:
            taken.add(slug.casefold())
            lost[address.id].append(slug)
    return [
        replace(page, aliases=(*page.aliases, *lost[page.id])) if page.id in lost else page
        for page in pages
    ]


def list_gone(
    pages: Iterable[Page], record: Record, published: Mapping[str, Address], words: Wording
) -> tuple[OwnPage, ...]:
    """Return what stands where articles were; an address that one has again is its own.

    It is what a file of content/gone/ says, else that the article is withdrawn: a draft, or dated
    ahead.
    """
    taken = {slug.casefold() for page in pages for slug in (page.slug, *page.aliases)}
    title = words.gettext("This article is withdrawn")
    body = words.gettext("It was published here, and is not at present.")
    left = {
        slug.casefold(): OwnPage(title, slug, body)
        for slug, _ in _list_articles(published)
        if slug.casefold() not in taken
    }
    left |= {page.slug.casefold(): page for page in record.gone}
    return tuple(left[slug] for slug in sorted(left.keys() - taken))


def list_former(
    pages: Sequence[Page],
    record: Record,
    published: Mapping[str, Address],
    answered: Collection[str],
) -> tuple[FormerList, ...]:
    """Return the lists that were published and have no page, with what is left of them.

    ``pages`` are those of the site, ``answered`` the addresses that something stands at.
    """
    taken = {path.casefold() for path in answered}
    lost = {
        path.casefold(): one
        for path, one in sorted(published.items())
        if not one.id and path.casefold() not in taken
    }
    if not lost:
        return ()
    told = {
        urls.tag_address(tag.slug): [urls.article_address(slug) for slug, _ in tag.entries]
        for tag in record.tags
    }
    places = _index(pages)
    left = ({*_find(one, told, places)} for one in lost.values())
    since = _find_moments(published.values())
    return tuple(
        FormerList(
            one.path,
            one.title,
            tuple(pages[place] for place in sorted(found)),
            since.get(one.path),
        )
        for one, found in zip(lost.values(), left, strict=True)
    )


def _find_moments(published: Iterable[Address]) -> Mapping[str, datetime]:
    """Return when each list was published first, as far as the articles before it tell."""
    since: dict[str, datetime] = {}
    latest: datetime | None = None
    for one in published:
        if one.first_seen:
            latest = max(one.first_seen, latest or one.first_seen)
        elif latest:
            since[one.path] = latest
    return since


def _index(pages: Sequence[Page]) -> Mapping[tuple[str, str], Sequence[int]]:
    """Return the places of pages by what they are found under: address, tag or source."""
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, page in enumerate(pages):
        for slug in (page.slug, *page.aliases):
            places["", urls.article_address(slug)].append(place)
        for title in page.tags:
            places["tags", title].append(place)
        places["sources", name_source(page.agency, page.source, page.url)].append(place)
    return places


def _find(
    one: Address,
    told: Mapping[str, Iterable[str]],
    places: Mapping[tuple[str, str], Sequence[int]],
) -> Iterator[int]:
    """Yield the places of the pages that are, or were, on the list of a tag or a source."""
    kind = one.path.partition("/")[0]
    if one.title:
        yield from places.get((kind, one.title), ())
    for path in told.get(one.path, ()):
        yield from places.get(("", path), ())


def _list_articles(published: Mapping[str, Address]) -> Iterator[tuple[str, Address]]:
    folder = urls.article_address("")[:-1]
    for path, address in sorted(published.items()):
        if address.id and path.startswith(folder):
            yield path.removeprefix(folder).removesuffix("/"), address
