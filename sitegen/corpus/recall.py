"""Read articles back from pages whose seeds have gone, so that no later copy doubles them."""

from collections.abc import Iterable

from sitegen.corpus.prose import read_prose
from sitegen.model.article import Article
from sitegen.model.page import Page


def recall_articles(pages: Iterable[Page], articles: Iterable[Article]) -> tuple[Article, ...]:
    """Return the text of each page whose own seed is not among ``articles``.

    A recalled article has no seed: its name is empty and its ordinal 0.
    """
    present = {article.digest for article in articles}
    return tuple(
        _recall(page) for page in pages if not page.seeds or page.seeds[0].digest not in present
    )


def _recall(page: Page) -> Article:
    return Article(
        seed="",
        ordinal=0,
        digest=recall_digest(page),
        title=page.title,
        blocks=read_prose(page.body),
        captions=page.captions,
        agency=page.agency,
        byline=page.byline,
        dating=page.dating,
        is_truncated=page.is_truncated,
    )


def recall_digest(page: Page) -> str:
    """Return the digest under which a page's own text is known; its id if it never had a seed."""
    return page.seeds[0].digest if page.seeds else page.id
