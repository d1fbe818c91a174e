"""What changed in an article, on its page: from one version to the next, and since it came."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sitegen.model.history import Change
from sitegen.model.page import Page
from sitegen.publish.dates import format_date_of
from sitegen.publish.edition import Edition
from sitegen.publish.markup import read_texts
from sitegen.publish.plan import moment_of
from sitegen.text.changes import compare_sentences
from sitegen.text.wording import Wording

# Versions of one article, and sentences of each change, that a page shows.
MOST_VERSIONS = 5
MOST_SENTENCES = 8


@dataclass(frozen=True, slots=True)
class VersionLine:
    """Another version: where it is, and the sentences that the later of both lacks or has new.

    Of what the page itself said before ``title`` and ``path`` are empty.
    """

    heading: str
    title: str
    path: str
    language: str
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


def list_changes(page: Page, edition: Edition) -> tuple[VersionLine, ...]:
    """Return what has changed in the text since it was published, the last change first.

    A sentence that is no longer there is not quoted as new.
    """
    histories = edition.histories.get(page.id, ())
    if not histories:
        return ()
    said = read_texts(edition.bodies[page.id])
    there = compare_sentences((), (page.title, *said)).new
    changes = sorted(
        (change for history in histories for change in history.changes),
        key=lambda change: change.moment,
        reverse=True,
    )
    lines = (_describe(change, there, edition) for change in changes[:MOST_VERSIONS])
    return tuple(line for line in lines if line.new_heading or line.gone_heading)


def _describe(change: Change, there: Collection[str], edition: Edition) -> VersionLine:
    day = change.moment.astimezone(edition.site.settings.timezone).date()
    new = tuple(sentence for sentence in change.new if sentence in there)
    lost = len(change.gone) + change.removed
    words = edition.words
    head_gone, head_new = _head_here(lost, len(new), words)
    return VersionLine(
        heading=words.gettext("Edited") if change.is_by_hand else words.gettext("Updated"),
        title="",
        path="",
        language="",
        note=words.day(day),
        gone_heading=head_gone if lost else "",
        gone=change.gone[:MOST_SENTENCES],
        new_heading=head_new if new else "",
        new=new[:MOST_SENTENCES],
    )


def _compare(page: Page, other: Page, edition: Edition) -> VersionLine:
    """Say what changed from the earlier of two versions to the later."""
    is_later = _order(page) < _order(other)
    earlier, later = (page, other) if is_later else (other, page)
    changes = compare_sentences(
        *(read_texts(edition.bodies[version.id]) for version in (earlier, later))
    )
    gone = (*changes.gone, *(old for old, _ in changes.otherwise))
    new = (*changes.new, *(said for _, said in changes.otherwise))
    words = edition.words
    head_gone, head_new = (_head_there if is_later else _head_here)(len(gone), len(new), words)
    return VersionLine(
        heading=words.gettext("Later version") if is_later else words.gettext("Earlier version"),
        title=other.title,
        path=edition.cards[other.id].path,
        language=edition.cards[other.id].language,
        note=format_date_of(other, edition.site.settings.timezone, words),
        gone_heading=head_gone,
        gone=gone[:MOST_SENTENCES],
        new_heading=head_new,
        new=new[:MOST_SENTENCES],
    )


def _head_there(gone: int, new: int, words: Wording) -> tuple[str, str]:
    """Return how many sentences the other version lacks, and how many it has new."""
    return _limit(
        words.ngettext(
            "%(number)s sentence no longer there", "%(number)s sentences no longer there", gone
        ),
        gone,
        words,
    ), _limit(
        words.ngettext("%(number)s sentence new there", "%(number)s sentences new there", new),
        new,
        words,
    )


def _head_here(gone: int, new: int, words: Wording) -> tuple[str, str]:
    """Return how many sentences this version lacks, and how many it has new."""
    return _limit(
        words.ngettext(
            "%(number)s sentence no longer here", "%(number)s sentences no longer here", gone
        ),
        gone,
        words,
    ), _limit(
        words.ngettext("%(number)s sentence new here", "%(number)s sentences new here", new),
        new,
        words,
    )


def _limit(heading: str, number: int, words: Wording) -> str:
    if number <= MOST_SENTENCES:
        return heading
    return words.gettext(
        "%(heading)s, the first %(number)s of them", heading=heading, number=MOST_SENTENCES
    )


def _order(page: Page) -> tuple[object, ...]:
    return (moment_of(page), page.id)
