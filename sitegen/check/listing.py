"""Compare pages and feeds with the lists that name them: sitemap, list of feeds, each other."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from sitegen.check.facts import Link, ListFacts, PageFacts
from sitegen.check.findings import MEND, error, shorten, warning
from sitegen.check.pages import NOT_FOUND
from sitegen.model.problem import Problem

_FRONT = "index.html"


def find_misnamed(
    offered: Mapping[tuple[str, str], str], feeds: Mapping[str, str], paths: Collection[str]
) -> Iterator[Problem]:
    """Yield the feeds that a page offers as something else than they are.

    ``offered`` are (path, media type) with the place that says so; ``feeds`` the media types of
    the feeds that are there.
    """
    for (path, media_type), place in offered.items():
        if path in paths and feeds.get(path) != media_type:
            yield error(place, f"offers {path} as {shorten(media_type)}, which it is not; {MEND}")


def find_unlisted(
    lists: Iterable[ListFacts],
    pages: Mapping[str, PageFacts],
    feeds: Mapping[str, str],
    items: Mapping[str, str],
) -> Iterator[Problem]:
    """Yield pages that no sitemap names, and feeds that no list of feeds does.

    ``items`` are the addresses of all items of feeds, with the first place that has them.
    """
    named: dict[str, set[str]] = {"sitemap": set(), "index": set(), "opml": set()}
    for one in lists:
        named[one.kind] |= {link.target.path for link in one.links}
    addresses = {page.canonical: path for path, page in pages.items() if not page.is_redirect}
    told = set(named["sitemap"])
    for url, place in items.items():
        path = addresses.get(url, "")
        if path and path not in told:
            told.add(path)
            yield error(place, f"leads to {path}, which no sitemap names; {MEND}")
    yield from _find_left_out(pages, named["sitemap"], told)
    for path in feeds:
        beside = pages.get(f"{path.rpartition('/')[0]}/index.html")
        if beside and (beside.is_redirect or beside.is_hidden):
            continue  # it goes on for those who follow it, and is offered to nobody else
        if named["opml"] and path.endswith("atom.xml") and path not in named["opml"]:
            yield warning(path, f"is a feed that feeds.opml does not name; {MEND}")


def _find_left_out(
    pages: Mapping[str, PageFacts], named: Collection[str], told: Collection[str]
) -> Iterator[Problem]:
    """Yield articles, and pages of whose kind others are named, that no sitemap names.

    Lists by day or of older articles are of no use to those who search, so they may all be left
    out. The kind of a page is told by where it lies.
    """
    kinds = {_tell_kind(path) for path in named} | {_tell_kind(_FRONT)}
    for path, page in pages.items():
        if path in told or page.is_redirect or page.is_hidden or path == NOT_FOUND:
            continue
        if page.is_article:
            yield error(path, f"is an article that no sitemap names; {MEND}")
        elif named and _tell_kind(path) in kinds:
            yield error(path, f"is a page that no sitemap names; {MEND}")


def _tell_kind(path: str) -> tuple[str, int]:
    return path.split("/", maxsplit=1)[0], path.count("/")


def find_misfits(
    lists: Iterable[ListFacts],
    pages: Mapping[str, PageFacts],
    feeds: Mapping[str, str],
    paths: Collection[str],
) -> Iterator[Problem]:
    """Yield what a list names that does not belong into it."""
    for one in lists:
        for link in one.links:
            yield from _examine_entry(one.kind, link, pages, feeds, paths)


def find_alike(pages: Mapping[str, PageFacts]) -> Iterator[Problem]:
    """Yield the pages that a list of search results would show alike."""
    seen: dict[tuple[str, str], str] = {}
    for path, page in pages.items():
        if page.is_hidden:
            continue
        for name, text in (("title", page.title), ("description", page.description)):
            first = seen.setdefault((name, text), path)
            if text and first != path:
                yield warning(path, f"has the {name} of {first}; give it its own")


def find_lonely(
    pages: Mapping[str, PageFacts], linked: Collection[str], silent: Iterable[str]
) -> Iterator[Problem]:
    """Yield the pages that no other page leads to, and the ``silent`` ones that offer no feed."""
    for path, page in pages.items():
        is_reached = path in linked or path in {_FRONT, NOT_FOUND}
        if not is_reached and not page.is_redirect and not page.is_hidden:
            yield warning(path, f"is a page that no other page leads to; {MEND}")
    for path in silent:
        yield warning(path, f"offers no feed to readers (link rel=alternate); {MEND}")


def _examine_entry(
    kind: str,
    link: Link,
    pages: Mapping[str, PageFacts],
    feeds: Mapping[str, str],
    paths: Collection[str],
) -> Iterator[Problem]:
    path = link.target.path
    page = pages.get(path)
    if kind == "opml" and path in paths and path not in feeds:
        yield error(link.place, f"names {path}, which is no feed; {MEND}")
    if kind == "sitemap" and page and (page.is_hidden or page.is_redirect):
        yield error(link.place, f"names {path}, which keeps itself out of searches; {MEND}")
    if kind == "sitemap" and path == NOT_FOUND:
        yield error(link.place, f"names {path}, which is no page to be found; {MEND}")
