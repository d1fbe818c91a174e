"""Read articles back from pages whose seeds have gone, so that no later copy doubles them."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from operator import attrgetter

from sitegen.corpus.prose import read_prose
from sitegen.model.article import Article
from sitegen.model.page import Page
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
    owners = find_owners(ordered)
    present = {article.digest for article in articles}

    def is_present(page: Page) -> bool:
        own = page.seeds[0].digest if page.seeds else page.id
        return own in present and owners[own] is page

    return tuple(_recall(page, rules) for page in ordered if not is_present(page))


def find_owners(pages: Iterable[Page]) -> Mapping[str, Page]:
    """Return the page of each text by its digest: the first that publishes it, or records it."""
    ordered = sorted(pages, key=attrgetter("slug"))
    owners = {page.id: page for page in ordered}
    for page in ordered:
        for copy in page.seeds[:1]:
            owners.setdefault(copy.digest, page)
    for page in ordered:
        for copy in page.seeds[1:]:
            owners.setdefault(copy.digest, page)
    return owners


def _recall(page: Page, noise: tuple[SourceNoise, ...]) -> Article:
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
        place=page.place,
        source=page.source,
        url=page.url,
    )


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
