"""The other versions of an article on its page, and what changed from one to the next."""

from collections.abc import Mapping
from dataclasses import dataclass

from sitegen.model.page import Page
from sitegen.publish.dates import count, format_date_of
from sitegen.publish.edition import Edition
from sitegen.publish.markup import read_texts
from sitegen.publish.plan import moment_of
from sitegen.text.changes import compare_sentences

# Versions of one article, and sentences of each change, that a page shows.
MOST_VERSIONS = 5
MOST_SENTENCES = 8


@dataclass(frozen=True, slots=True)
class VersionLine:
    """Another version: where it is, and the sentences that the later of both lacks or has new."""

    heading: str
    title: str
    path: str
    note: str
    gone_heading: str
    gone: tuple[str, ...]
    new_heading: str
    new: tuple[str, ...]


def list_versions(
    page: Page, edition: Edition, by_slug: Mapping[str, Page]
) -> tuple[VersionLine, ...]:
    """Return the versions that are published, newest first."""
    others = (by_slug.get(version.slug) for version in page.versions)
    published = [other for other in others if other and other.id != page.id]
    return tuple(_compare(page, other, edition) for other in published[:MOST_VERSIONS])


def _compare(page: Page, other: Page, edition: Edition) -> VersionLine:
    """Say what changed from the earlier of two versions to the later."""
    is_later = _order(page) < _order(other)
    earlier, later = (page, other) if is_later else (other, page)
    changes = compare_sentences(
        *(read_texts(edition.bodies[version.id]) for version in (earlier, later))
    )
    gone = (*changes.gone, *(old for old, _ in changes.otherwise))
    new = (*changes.new, *(said for _, said in changes.otherwise))
    where = "there" if is_later else "here"
    return VersionLine(
        heading="Later version" if is_later else "Earlier version",
        title=other.title,
        path=edition.cards[other.id].path,
        note=format_date_of(other, edition.site.settings.timezone),
        gone_heading=_head(len(gone), f"no longer {where}"),
        gone=gone[:MOST_SENTENCES],
        new_heading=_head(len(new), f"new {where}"),
        new=new[:MOST_SENTENCES],
    )


def _head(number: int, what: str) -> str:
    shown = f", the first {MOST_SENTENCES} of them" if MOST_SENTENCES < number else ""
    return f"{count(number, 'sentence')} {what}{shown}"


def _order(page: Page) -> tuple[object, ...]:
    return (moment_of(page), page.id)
