"""Find what the seeds of pages that people keep say now, where that is something else.

Such a page stays as it is, so nothing else would tell that its publisher has put a mistake right.
"""

from collections.abc import Iterable

from sitegen.corpus.differences import describe_changes
from sitegen.corpus.history import list_texts, says_same
from sitegen.corpus.merge import name_copy
from sitegen.corpus.prose import read_prose
from sitegen.model.article import Article
from sitegen.model.page import Page
from sitegen.model.problem import Problem
from sitegen.text.changes import compare_sentences
from sitegen.text.wording import SOURCE_LANGUAGE, read_wording


def find_changed_seeds(pages: Iterable[Page], articles: Iterable[Article]) -> dict[str, Article]:
    """Return what the seed says now of which a page was made, by the page's id.

    It counts where a person keeps the page, the text that it was made from is nowhere any more, and
    that of its seed is no other page's. ``articles`` are those of the seeds that are there.
    """
    pages = tuple(pages)
    present = {name_copy(article): article for article in articles}
    digests = {article.digest for article in present.values()}
    recorded = {copy.digest for page in pages for copy in page.seeds}
    changed = {}
    for page in pages:
        first = page.seeds[0] if page.is_edited and page.seeds else None
        now = present.get(first.seed) if first and first.digest not in digests else None
        if now and now.digest not in recorded and not says_same(*_read_both(page, now)):
            changed[page.id] = now
    return changed


def describe_changed_seed(page: Page, now: Article) -> str:
    """Return how the text of a page's seed differs from the page, counted in sentences."""
    return describe_changes(
        compare_sentences(*_read_both(page, now)), read_wording(SOURCE_LANGUAGE)
    )


def report_changed_seed(page: Page, now: Article) -> Problem:
    """Say that a page that a person keeps does not have what its seed says now."""
    message = (
        f"edited by hand, so it is kept as it is, but seeds/{now.seed} says something else since: "
        f"beside the page it {describe_changed_seed(page, now)}; take over what is right, then put "
        f"'digest: \"{now.digest}\"' below 'seed: {name_copy(now)}' in the page"
    )
    return Problem(f"content/articles/{page.slug}.md", message, "warning")


def _read_both(page: Page, now: Article) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return (
        list_texts(page.title, read_prose(page.body)),
        list_texts(now.title, now.blocks),
    )
