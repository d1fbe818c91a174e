"""Decide what is in the book of a digest: all its articles in full, to be read anywhere.

Each issued digest has one beside its page, an EPUB. A book is a value of finished text: it must be
bound again only if its issue or one of its articles changed.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from urllib.parse import quote

from sitegen.model.book import Book, Chapter
from sitegen.model.digest import Digest, Issue
from sitegen.model.output import OutputFile
from sitegen.model.page import Page
from sitegen.model.settings import Settings
from sitegen.model.site import Site
from sitegen.model.value import value
from sitegen.publish import urls
from sitegen.publish.dates import count_articles, format_date_of
from sitegen.publish.language import direction_of, foreign_direction
from sitegen.publish.markup import find_address, find_targets, lead_links
from sitegen.publish.matter import NO_STAMPS, Maker, Stamps
from sitegen.publish.plan import (
    list_link_targets,
    moment_of_issue,
    rights_of,
    source_of,
)
from sitegen.publish.renewal import moment_of
from sitegen.text.normalize import clean_line
from sitegen.text.wording import Wording, read_wording

# What nobody reads to its end; a file of all that an archive brings on one day would be refused
# by hosts. What the text of a digest links to always has room.
ARTICLES = 1_000

# An absolute address as RFC 3986 writes it, with a host as RFC 1123 does or an IPv4 address:
# checkers of books complain about any other.
_LABEL = r"[a-z\d](?:[a-z\d-]*[a-z\d])?"
_HOST = rf"(?:(?:{_LABEL}\.)*(?=[a-z]){_LABEL}|\d{{1,3}}(?:\.\d{{1,3}}){{3}})"
_SIGNS = r"(?:[\w.~!$&'()*+,;=:@/?-]|%[\da-f]{2})*"
_ABSOLUTE = re.compile(
    rf"(?:https?://{_HOST}(?::\d{{1,5}})?(?=[/?#]|$)|mailto:(?=[\w%])){_SIGNS}(?:#{_SIGNS})?",
    re.IGNORECASE | re.ASCII,
)
_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z\d]{2,8})*", re.IGNORECASE)  # BCP 47, in the main


@dataclass(frozen=True, slots=True)
class _Shelf:
    """What the books of a site share: texts and pages by id, and the ids of pages by address.

    ``targets`` are the addresses that links may lead out to: tags are of use on the site alone, and
    an article names many.
    """

    settings: Settings
    bodies: Mapping[str, str]
    pages: Mapping[str, Page]
    ids: Mapping[str, str]
    targets: frozenset[str]


@value
class _Matter:
    """All that shapes a book: the stamps of the site, its digest and its articles in order."""

    stamps: tuple[bytes, ...]


def list_books(
    site: Site, bodies: Mapping[str, str], stamps: Stamps = NO_STAMPS
) -> Iterator[Maker[Book]]:
    """Yield a maker of the book of each issued digest, if the site has books.

    ``bodies`` is the HTML of each page and each issued digest by its id, ``stamps`` are theirs.
    """
    shelf = _Shelf(
        settings=site.settings,
        bodies=bodies,
        pages={page.id: page for page in site.pages},
        ids={address: page.id for page in site.pages for address in _list_addresses(page)},
        targets=list_link_targets(site) - {urls.tag_address(tag.slug) for tag in site.tags},
    )
    for digest in site.digests:
        if digest.issue and site.settings.epub:
            describe = partial(_describe, digest.issue, shelf, stamps)
            yield Maker(partial(_make_book, digest.issue, shelf), describe)


def find_book(digest: Digest, settings: Settings) -> str:
    """Return the address of the book of a digest, empty where it has none."""
    return _address_of(digest.issue) if digest.issue and settings.epub else ""


def bind_book(book: Book) -> tuple[OutputFile, ...]:
    """Return a book as an EPUB."""
    # Imported late: a build in which no digest comes out needs no lxml.
    from sitegen.publish.epub import write_epub

    return (OutputFile(path=book.address, data=write_epub(book)),)


def _describe(issue: Issue, shelf: _Shelf, stamps: Stamps) -> _Matter:
    return _Matter(stamps.find(issue.id, *(page.id for page in _list_told(issue, shelf))))


def _address_of(issue: Issue) -> str:
    return f"{urls.digest_address(issue.slug)}{issue.slug}.epub"


def _list_addresses(page: Page) -> list[str]:
    return [urls.article_address(slug) for slug in (page.slug, *page.aliases)]


def _make_book(issue: Issue, shelf: _Shelf) -> Book:
    settings = shelf.settings
    words = read_wording(issue.lang, settings.words)
    pages = _list_told(issue, shelf)
    names = {page.id: f"article-{number}.xhtml" for number, page in enumerate(pages, 1)}
    files = {address: names[page.id] for page in pages for address in _list_addresses(page)}
    published = moment_of_issue(issue, settings.timezone)
    return Book(
        address=_address_of(issue),
        id=clean_line(issue.id),
        title=clean_line(issue.title) or issue.slug,
        site=clean_line(settings.title) or settings.base_url,
        author=clean_line(settings.author),
        description=clean_line(issue.summary),
        language=words.language,
        direction=direction_of(words.language),
        published=_write_moment(published),
        modified=_write_moment(max((page.updated for page in pages), default=published), published),
        extent=count_articles(len(pages), words),
        contents=words.gettext("Contents"),
        pictures=words.gettext("Pictures showed"),
        overview=_make_overview(issue, files, shelf, words),
        articles=tuple(_make_article(page, files, shelf, words) for page in pages),
    )


def _list_told(issue: Issue, shelf: _Shelf) -> tuple[Page, ...]:
    """Return the articles that an issue tells of: those that its text links to, in its order.

    Those that it only counts follow, newest first, as far as there is room; but what a changed
    issue does not link to, a person took out.
    """
    targets = find_targets(shelf.bodies[issue.id], "digests")
    linked = dict.fromkeys(shelf.ids[address] for _, address in targets if address in shelf.ids)
    counted = () if issue.is_edited else issue.articles
    others = [shelf.pages[name] for name in {*counted} - linked.keys() if name in shelf.pages]
    others.sort(key=lambda page: (moment_of(page), page.id), reverse=True)
    room = max(ARTICLES - len(linked), 0)
    return (*(shelf.pages[name] for name in linked), *others[:room])


def _make_overview(
    issue: Issue, files: Mapping[str, str], shelf: _Shelf, words: Wording
) -> Chapter:
    language = _read_tag(issue.lang, words)
    return Chapter(
        file="overview.xhtml",
        title=words.gettext("In this issue"),
        language=language,
        direction=foreign_direction(language, words.language),
        body=_lead_links(shelf.bodies[issue.id], "digests", files, shelf),
        url=urls.absolute_url(shelf.settings.base_url, urls.digest_address(issue.slug)),
    )


def _make_article(page: Page, files: Mapping[str, str], shelf: _Shelf, words: Wording) -> Chapter:
    settings = shelf.settings
    language = _read_tag(page.lang or settings.language, words)
    url = urls.absolute_url(settings.base_url, urls.article_address(page.slug))
    broken = words.gettext("The text breaks off here: only the beginning of this report was found.")
    facts = (
        source_of(page),
        words.gettext("by %(byline)s", byline=page.byline) if page.byline else "",
        page.place,
        format_date_of(page, settings.timezone, words),
    )
    return Chapter(
        file=files[urls.article_address(page.slug)],
        title=clean_line(page.title) or url,
        language=language,
        direction=foreign_direction(language, words.language),
        body=_lead_links(shelf.bodies[page.id], "articles", files, shelf),
        url=url,
        dek=clean_line(page.dek),
        facts=clean_line(" · ".join(filter(None, facts))),
        notice=broken if page.is_truncated else "",
        captions=page.captions,
        rights=clean_line(rights_of(page, settings)),
    )


def _lead_links(html: str, folder: str, files: Mapping[str, str], shelf: _Shelf) -> str:
    """Lead links to articles of the book into it, others out to the site and the web."""

    def lead(target: str) -> str:
        address = find_address(target.partition("#")[0], folder)
        if address in files:
            return files[address]
        if address in shelf.targets:
            return urls.absolute_url(shelf.settings.base_url, address)
        written = quote(target, safe="%/:?#[]@!$&'()*+,;=~")
        return written if _ABSOLUTE.fullmatch(written) else ""

    return lead_links(html, lead)


def _read_tag(language: str, words: Wording) -> str:
    """Return what a person may have written for a language, if that is the tag of one."""
    return language if _TAG.fullmatch(language) else words.language


def _write_moment(*moments: datetime) -> str:
    """Return the latest of some moments.

    >>> _write_moment(datetime(2024, 6, 15, 0, 0, 1, 5, tzinfo=UTC))
    '2024-06-15T00:00:01Z'
    """
    latest = max(moments).astimezone(UTC).replace(tzinfo=None)
    return f"{latest.isoformat(timespec='seconds')}Z"
