"""The search index: files that a page's script fetches as a reader types.

::

    search/index.json           how many articles there are, and which files of words
    search/words/a-BEGIN.json   words that begin so, of the archive: articles by full five hundreds
    search/words/r-BEGIN.json   the same, of the recent articles that are no five hundred yet
    search/articles/N.json      what the list of results shows of eight neighbouring articles

Articles are numbered in the order in which the site first saw them, so a new one changes no other's
number, and only files of the recent part, which are few. Beside words the index has what a reader
can filter by, as words with a mark behind: ``solveig-star#`` a tag, ``meridian$`` a source,
``2024-06!`` a month and ``2024!`` a year.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sitegen.model.output import OutputFile
from sitegen.model.page import Page
from sitegen.model.site import Site
from sitegen.publish.dates import format_date_of, machine_date_of
from sitegen.publish.json_text import write_json
from sitegen.publish.language import foreign_language
from sitegen.publish.plan import day_of, source_of
from sitegen.publish.renewal import moment_of
from sitegen.publish.search_index import (
    Chunk,
    ChunkIndex,
    Entry,
    SearchText,
    join_chunks,
    write_postings,
)
from sitegen.publish.search_shards import cut_shards
from sitegen.publish.search_words import split_search_words
from sitegen.text.wording import read_wording

# The archive of the index holds a multiple of so many articles, its recent part fewer.
ARCHIVED = 512
# Articles that are indexed at once, and remembered; behind the last full chunk in pieces of a few,
# so that one that is new costs no more than these.
CHUNK = 64
PIECE = 8
# Articles in a file of results; a page of ten results fetches ten such files at most.
BLOCK = 8
# A word in more than one article of so many tells nothing, once there are some articles.
COMMON_SHARE = 3
FEW_ARTICLES = 32

_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the index: the mark in its paths, the number of its first article, its words.

    ``filters`` are what a reader can filter by, each with its postings.
    """

    mark: str
    offset: int
    chunks: tuple[ChunkIndex, ...]
    filters: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PartFiles:
    """The files of words of a part, by the beginning that the words of each share."""

    mark: str
    offset: int
    shards: tuple[tuple[str, bytes], ...]


def cut_chunks(site: Site) -> Iterator[Chunk]:
    """Yield the texts of all articles in chunks, in the order of the index."""
    pages = _order_pages(site)
    full = len(pages) // CHUNK * CHUNK
    starts = [*range(0, full, CHUNK), *range(full, len(pages), PIECE)]
    for start, end in pairwise((*starts, len(pages))):
        yield Chunk(tuple(_make_text(page, site) for page in pages[start:end]))


def join_parts(site: Site, indexes: Sequence[ChunkIndex]) -> tuple[Part, Part]:
    """Return the archive and the recent part of the index.

    ``indexes`` are those of :func:`cut_chunks`, in order.
    """
    pages = _order_pages(site)
    archived = len(pages) // ARCHIVED * ARCHIVED
    full = archived // CHUNK
    return (
        Part("a", 0, tuple(indexes[:full]), _index_filters(pages[:archived], site)),
        Part("r", archived, tuple(indexes[full:]), _index_filters(pages[archived:], site)),
    )


def cut_words(part: Part) -> PartFiles:
    """Return the files of words of a part."""
    common = max(sum(chunk.size for chunk in part.chunks) // COMMON_SHARE, FEW_ARTICLES)
    filters = {key: Entry((), postings) for key, postings in part.filters}
    shards = cut_shards(join_chunks(part.chunks, common) | filters)
    return PartFiles(part.mark, part.offset, tuple(shards.items()))


def make_search_files(site: Site, parts: Iterable[PartFiles]) -> Iterator[OutputFile]:
    """Yield the files of the index; ``parts`` are those of :func:`join_parts`, cut into files."""
    pages = _order_pages(site)
    named = []
    for part in parts:
        for start, data in part.shards:
            yield OutputFile(path=f"search/words/{part.mark}-{start}.json", data=data)
        named.append((part.offset, part.mark, sorted(start for start, _ in part.shards)))
    for number in range(0, len(pages), BLOCK):
        shown = [_show(page, site) for page in pages[number : number + BLOCK]]
        yield OutputFile(
            path=f"search/articles/{number // BLOCK}.json", data=write_json(shown).encode()
        )
    summary = {"articles": len(pages), "block": BLOCK, "parts": named}
    yield OutputFile(path="search/index.json", data=write_json(summary).encode())


def filter_key(name: str, mark: str) -> str:
    """Return under which word the index has a tag (mark ``#``) or a source (``$``).

    >>> filter_key("Solveig Star", "#")
    'solveig-star#'
    """
    return "-".join(split_search_words(name)) + mark


def _order_pages(site: Site) -> list[Page]:
    return sorted(site.pages, key=lambda page: (page.first_seen, moment_of(page), page.id))


def _make_text(page: Page, site: Site) -> SearchText:
    """Return an article's words without its links, which come and go with the tags."""
    return SearchText(
        language=page.lang or site.settings.language,
        title=page.title,
        dek=page.dek or page.summary,
        text=_LINK.sub(r"\1", page.body),
    )


def _index_filters(pages: Sequence[Page], site: Site) -> tuple[tuple[str, str], ...]:
    """Return the postings of what a reader can filter by."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, page in enumerate(pages):
        for key in sorted(_list_filters(page, site)):
            places[key].append(place)
    return tuple((key, write_postings(found)) for key, found in places.items())


def _list_filters(page: Page, site: Site) -> set[str]:
    found = {filter_key(tag, "#") for tag in page.tags}
    source = source_of(page)
    if source:
        found.add(filter_key(source, "$"))
    if page.dating.moment:
        day = day_of(page, site.settings.timezone)
        found.add(f"{day.year:04}!")
        if page.dating.precision != "year":
            found.add(f"{day.year:04}-{day.month:02}!")
    return found - {"#", "$"}


def _show(page: Page, site: Site) -> list[str]:
    """Return what a result shows of an article."""
    settings = site.settings
    words = read_wording(settings.language, settings.words)
    return [
        page.slug,
        page.title,
        page.dek or page.summary,
        format_date_of(page, settings.timezone, words),
        machine_date_of(page),
        source_of(page),
        foreign_language(page.lang or settings.language, words.language),
    ]
