"""Read articles back from pages whose seeds have gone, so that no later copy doubles them."""

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from operator import attrgetter

from sitegen.corpus.merge import name_copy
from sitegen.corpus.prose import read_prose, write_prose
from sitegen.model.article import Article
from sitegen.model.page import Apart, Copy, Page
from sitegen.model.record import Record
from sitegen.model.seed import SourceNoise
from sitegen.text.normalize import fold
from sitegen.text.wildcard import Wildcards


def recall_articles(
    pages: Iterable[Page], articles: Iterable[Article], noise: Iterable[SourceNoise] = ()
) -> tuple[Article, ...]:
    """Return the text of each page whose own seed is not among ``articles``, by slug.

    A recalled article has no seed: its name is empty, its ordinal 0, its digest the page's id.
    What a person has named as noise since leaves it too, or it would be the longer text for ever.
    """
    rules = tuple(noise)
    ordered = sorted(pages, key=attrgetter("slug"))
    ids = {page.id for page in ordered}
    place = make_placer(ordered)
    placed = [(place(article)[0], article.digest) for article in articles]
    present = {(page.id, digest) for page, digest in placed if page}

    def is_present(page: Page) -> bool:
        own = list_own_copies(page, ids)
        # A page that shows the text of one that was merged into it leaves that text to the other.
        needed = own[:1] if own[:1] == page.seeds[:1] else own
        digests = [copy.digest for copy in needed] or [page.id]
        return any((page.id, digest) in present for digest in digests)

    return tuple(read_article(page, rules) for page in ordered if not is_present(page))


def make_placer(pages: Iterable[Page]) -> Callable[[Article], tuple[Page | None, str]]:
    """Return what finds the page that has a text on record, or the id that waits for it.

    Mostly the digest tells. After a split two pages may have the same text, letter for letter;
    the seed's name tells them apart.
    """
    known = {page.id: page for page in sorted(pages, key=attrgetter("slug"))}
    owners = find_owners(known.values())
    split = _read_splits(known)
    waiting = {row.digest: row.id for row in list_lost(known.values()).values()}

    def place(article: Article) -> tuple[Page | None, str]:
        name = name_copy(article) if split else ""
        home = split.get((name, article.digest), "")
        page = known.get(home) if home else owners.get(article.digest)
        if not home and article.digest in waiting and not _leads(page, article.digest, known):
            return None, waiting[article.digest]
        return page, "" if page else home

    return place


def name_own(page: Page) -> tuple[str, str]:
    """Return seed and digest of the first copy that is the page's own and was not split off."""
    away = {(row.seed, row.digest) for row in page.apart}
    own = ((copy.seed, copy.digest) for copy in page.seeds if not copy.merged)
    return next((pair for pair in own if pair not in away), ("", ""))


def list_lost(pages: Iterable[Page]) -> Mapping[str, Apart]:
    """Return the pages, by id, that another is kept apart from and that have no file."""
    every = sorted(pages, key=attrgetter("slug"))
    known = {page.id for page in every}
    return {row.id: row for page in every for row in page.apart if row.id not in known}


def find_owners(pages: Iterable[Page]) -> Mapping[str, Page]:
    """Return the page of each text by its digest: the first that publishes it, or records it.

    What came from a page that was merged into another is that page's own, while it has a file,
    also where a person keeps that file, so that only the other page has it on record.
    """
    ordered = sorted(pages, key=attrgetter("slug"))
    known = {page.id: page for page in ordered}
    owners = dict(known)
    copies = [(page, list_own_copies(page, known.keys())) for page in ordered]
    for page, own in copies:
        for copy in own[:1]:
            owners.setdefault(copy.digest, page)
    for page, own in copies:
        for copy in own[1:]:
            owners.setdefault(copy.digest, page)
    for copy in (copy for page in ordered for copy in page.seeds if copy.merged in known):
        owners.setdefault(copy.digest, known[copy.merged])
    return owners


def list_own_copies(page: Page, ids: Container[str]) -> tuple[Copy, ...]:
    """Return the copies of a page that are not on record for a merged page with a file."""
    return tuple(copy for copy in page.seeds if not copy.merged or copy.merged not in ids)


def _read_splits(known: Mapping[str, Page]) -> Mapping[tuple[str, str], str]:
    """Return the id that splits gave to each copy: that of the page that has it on record.

    A page that a person keeps may say what was true once; so what has no file yet comes first,
    then what a page says of itself.
    """
    split = [page for page in known.values() if page.apart]
    rows = [row for page in split for row in page.apart if row.seed]

    def rank(row: Apart) -> int:
        page = known.get(row.id)
        return 2 if page is None else int(name_own(page) == (row.seed, row.digest))

    recorded = {
        (copy.seed, copy.digest): page.id for page in split for copy in list_own_copies(page, known)
    }
    return recorded | {(row.seed, row.digest): row.id for row in sorted(rows, key=rank)}


def _leads(page: Page | None, digest: str, ids: Container[str]) -> bool:
    """Tell whether a text is the first of its page's own, and not just one of its copies."""
    return page is not None and any(
        copy.digest == digest for copy in list_own_copies(page, ids)[:1]
    )


def read_article(page: Page, noise: tuple[SourceNoise, ...] = ()) -> Article:
    """Return the text that a page shows, without what a person has named as noise since."""
    named = _read_noise(page, noise)
    blocks = read_prose(page.body)
    left = tuple(block for block in blocks if not named.find(block.text))
    return Article(
        seed="",
        ordinal=0,
        digest=page.id,
        title=page.title,
        blocks=left or blocks,
        captions=page.captions,
        agency=page.agency,
        byline=page.byline,
        dating=page.dating,
        is_truncated=page.is_truncated,
        dek=page.dek,
        lang=page.lang,
        place=page.place,
        source=page.source,
        url=page.url,
        rights=page.rights,
    )


def leave_out_named(
    record: Record, articles: Iterable[Article], noise: Iterable[SourceNoise]
) -> Record:
    """Return the record without what a person has named as noise since in the texts of its pages.

    Nothing of the article has changed then: it tells no change, and feeds do not show it again.
    Neither does it if other lines of its seed no longer count because of that one, as what stands
    behind the last sentence. A page whose text is among ``articles``, letter for letter, has
    nothing of it.
    """
    rules = tuple(noise)
    if not rules:
        return record
    named, present = {}, set()
    for article in articles:
        named[name_copy(article)] = article
        present.add(article.digest)
    pages = (
        page
        if page.is_edited or any(copy.digest in present for copy in page.seeds[:1])
        else _leave_out_named(page, rules, named)
        for page in record.pages
    )
    return replace(record, pages=tuple(pages))


def _leave_out_named(
    page: Page, noise: tuple[SourceNoise, ...], articles: Mapping[str, Article]
) -> Page:
    named = _read_noise(page, noise)
    blocks = read_prose(page.body)
    left = tuple(block for block in blocks if not named.find(block.text))
    if not left or len(left) == len(blocks):
        return page
    said = {block.text for block in left}
    now = articles.get(page.seeds[0].seed) if page.seeds else None
    if now and all(block.text in said for block in now.blocks):
        left = now.blocks
    return replace(page, body=write_prose(left, {}))


def _read_noise(page: Page, noise: tuple[SourceNoise, ...]) -> Wildcards:
    """Return the lines that are noise in a page's text, by its source or its own seed's folders."""
    folders = page.seeds[0].seed.split("/")[:-1] if page.seeds else []
    names = {fold(name) for name in (page.source, *folders)}
    applying = (rule for rule in noise if not rule.source or fold(rule.source) in names)
    return _compile(tuple(line for rule in applying for line in rule.lines))


@lru_cache(maxsize=1000)
def _compile(lines: tuple[str, ...]) -> Wildcards:
    """Read the lines once for all pages that they apply to: there may be hundreds of both."""
    return Wildcards((line, line) for line in lines)
