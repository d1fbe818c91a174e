"""Read articles back from pages whose seeds have gone, so that no later copy doubles them."""

from collections.abc import Iterable, Mapping
from operator import attrgetter

from sitegen.corpus.prose import read_prose
from sitegen.model.article import Article
from sitegen.model.page import Copy, Page


def recall_articles(pages: Iterable[Page], articles: Iterable[Article]) -> tuple[Article, ...]:
    """Return the text of each page whose own seed is not among ``articles``, by slug.

    A recalled article has no seed: its name is empty, its ordinal 0, its digest the page's id.
    """
    ordered = sorted(pages, key=attrgetter("slug"))
    owners = find_owners(ordered)
    present = {article.digest for article in articles}
    ids = {page.id for page in ordered}

    def is_present(page: Page) -> bool:
        own = list_own_copies(page, ids)
        # A page that shows the text of one that was merged into it leaves that text to the other.
        needed = own[:1] if own[:1] == page.seeds[:1] else own
        digests = [copy.digest for copy in needed] or [page.id]
        return any(digest in present and owners[digest] is page for digest in digests)

    return tuple(_recall(page) for page in ordered if not is_present(page))


def find_owners(pages: Iterable[Page]) -> Mapping[str, Page]:
    """Return the page of each text by its digest: the first that publishes it, or records it.

    What came from a page that was merged into another is that page's own, while it has a file.
    """
    ordered = sorted(pages, key=attrgetter("slug"))
    owners = {page.id: page for page in ordered}
    copies = [(page, list_own_copies(page, owners.keys())) for page in ordered]
    for page, own in copies:
        for copy in own[:1]:
            owners.setdefault(copy.digest, page)
    for page, own in copies:
        for copy in own[1:]:
            owners.setdefault(copy.digest, page)
    return owners


def list_own_copies(page: Page, ids: Iterable[str]) -> tuple[Copy, ...]:
    """Return the copies of a page that are not on record for a merged page with a file."""
    return tuple(copy for copy in page.seeds if not copy.merged or copy.merged not in ids)


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
    )
