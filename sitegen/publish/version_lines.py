"""What changed in an article, on its page: from one version to the next, and since it came."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, tzinfo
from operator import attrgetter

from sitegen.model.history import Change
from sitegen.model.page import Page
from sitegen.publish.dates import format_date_of
from sitegen.publish.edition import Edition
from sitegen.publish.markup import read_texts
from sitegen.publish.renewal import moment_of
from sitegen.text.changes import compare_sentences
from sitegen.text.digests import digest_sentence
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


@dataclass(frozen=True, slots=True)
class _Event:
    """A sentence comes or goes; ``text`` is empty where it is not to be quoted."""

    sentence: str
    day: date
    is_by_hand: bool
    is_new: bool
    text: str


def list_versions(
    page: Page, edition: Edition, by_slug: Mapping[str, Page]
) -> tuple[VersionLine, ...]:
    """Return the versions that are published, newest first."""
    others = (by_slug.get(version.slug) for version in page.versions)
    published = [other for other in others if other and other.id != page.id]
    return tuple(_compare(page, other, edition) for other in published[:MOST_VERSIONS])


def list_changes(page: Page, edition: Edition) -> tuple[VersionLine, ...]:
    """Return what has changed in the text since it was published, the last day first.

    Of each sentence the last change is told, if it is still true: not of one that is there again,
    nor of one that came and went on one day.
    """
    histories = edition.histories.get(page.id, ())
    if not histories:
        return ()
    changes = sorted(
        (change for history in histories for change in history.changes), key=attrgetter("moment")
    )
    said = compare_sentences((), (page.title, *read_texts(edition.bodies[page.id]))).new
    there = {digest_sentence(sentence) for sentence in said}
    blocks: dict[tuple[date, bool], list[_Event]] = {}
    for event in _list_lasting(changes, there, edition.site.settings.timezone):
        blocks.setdefault((event.day, event.is_by_hand), []).append(event)
    latest = sorted(blocks.items(), key=lambda item: item[0], reverse=True)
    return tuple(_describe(events, edition) for _, events in latest[:MOST_VERSIONS])


def _list_lasting(
    changes: Iterable[Change], there: Collection[str], timezone: tzinfo
) -> Iterator[_Event]:
    """Yield the last event of each sentence that still tells something true."""
    told: dict[str, list[_Event]] = {}
    for change in changes:
        for event in _list_events(change, timezone):
            told.setdefault(event.sentence, []).append(event)
    for sentence, events in told.items():
        first, last = events[0], events[-1]
        if last.is_new:
            is_lasting = first.is_new and sentence in there
        else:
            came = [event.day for event in events if event.is_new]
            was_read = not first.is_new or came[-1] != last.day
            is_lasting = was_read and sentence not in there
        if is_lasting:
            yield last


def _list_events(change: Change, timezone: tzinfo) -> Iterator[_Event]:
    day = change.moment.astimezone(timezone).date()
    for text in change.new:
        yield _Event(digest_sentence(text), day, change.is_by_hand, is_new=True, text=text)
    for text in change.gone:
        yield _Event(digest_sentence(text), day, change.is_by_hand, is_new=False, text=text)
    for sentence in change.removed:
        yield _Event(sentence, day, change.is_by_hand, is_new=False, text="")


def _describe(events: Sequence[_Event], edition: Edition) -> VersionLine:
    """Return what one day brought, by hand or otherwise."""
    new = [event.text for event in events if event.is_new]
    gone = [event.text for event in events if not event.is_new]
    words = edition.words
    head_gone, head_new = _head_here(len(gone), len(new), words)
    is_by_hand = events[0].is_by_hand
    return VersionLine(
        heading=words.gettext("Edited") if is_by_hand else words.gettext("Updated"),
        title="",
        path="",
        language="",
        note=words.day(events[0].day),
        gone_heading=head_gone if gone else "",
        gone=tuple(filter(None, gone))[:MOST_SENTENCES],
        new_heading=head_new if new else "",
        new=tuple(new[:MOST_SENTENCES]),
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
