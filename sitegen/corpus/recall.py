"""Read articles back from pages whose seeds have gone, so that no later copy doubles them."""

from collections.abc import Iterable, Mapping
from operator import attrgetter

from sitegen.corpus.prose import read_prose
from sitegen.model.article import Article
from sitegen.model.page import Page


def recall_articles(pages: Iterable[Page], articles: Iterable[Article]) -> tuple[Article, ...]:
    """Return the text of each page whose own seed is not among ``articles``, by slug.

    A recalled article has no seed: its name is empty, its ordinal 0, its digest the page's id.
    """
    ordered = sorted(pages, key=attrgetter("slug"))
    owners = find_owners(ordered)
    present = {article.digest for article in articles}

    def is_present(page: Page) -> bool:
        own = page.seeds[0].digest if page.seeds else page.id
        return own in present and owners[own] is page

    return tuple(_recall(page) for page in ordered if not is_present(page))


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


def _recall(page: Page) -> Article:
    return Article(
        seed="",
        ordinal=0,
        digest=page.id,
        title=page.title,
        blocks=read_prose(page.body),
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
