"""The texts of content/ that a person wrote, for what looks at them alone."""

from collections.abc import Iterable, Iterator

from sitegen.model.digest import Issue
from sitegen.model.page import OwnPage, Page


def list_own_texts(
    pages: Iterable[Page], own: Iterable[OwnPage], gone: Iterable[OwnPage], issues: Iterable[Issue]
) -> Iterator[tuple[str, str, str]]:
    """Yield folder, name and Markdown of each text that a person wrote."""
    yield from (("articles", page.slug, page.body) for page in pages if page.is_edited)
    yield from (("pages", one.slug, one.body) for one in own)
    yield from (("gone", one.slug, one.body) for one in gone)
    yield from (("digests", issue.slug, issue.body) for issue in issues if issue.is_edited)
