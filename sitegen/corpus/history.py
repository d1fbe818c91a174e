"""Notice what changes in the text of a published article, and put it on record.

``docs/decisions/changes-are-on-record.md`` says what is kept of it, and what is not.
"""

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from operator import attrgetter

from sitegen.corpus.prose import read_prose
from sitegen.corpus.seconds import SECOND, FreeSeconds
from sitegen.model.article import Article, Block
from sitegen.model.history import Change, History
from sitegen.model.page import Page
from sitegen.model.record import Record
from sitegen.text.changes import Changes, compare_sentences
from sitegen.text.digests import digest_sentence
from sitegen.text.slug import make_unique_slug

_NOTHING = Changes((), (), ())


@dataclass(frozen=True, slots=True)
class _Known:
    """What there was before: pages and the last history of each by id, seeds by digest.

    ``deleted`` are the digests of articles whose pages are gone, by id.
    """

    pages: Mapping[str, Page]
    histories: Mapping[str, History]
    seeds: Mapping[str, Article]
    deleted: Mapping[str, Container[str]]


def list_texts(title: str, blocks: Iterable[Block]) -> tuple[str, ...]:
    """Return the headline and the text, as they are compared."""
    return (title, *(block.text for block in blocks))


def says_same(old: Iterable[str], new: Iterable[str]) -> bool:
    """Tell whether no sentence has changed: marks, capitals and layout do not count."""
    return compare_sentences(old, new) == _NOTHING


def group_histories(histories: Iterable[History]) -> dict[str, list[History]]:
    """Return what changed by the id of the article, the file that goes on last."""
    grouped: dict[str, list[History]] = {}
    for history in sorted(histories, key=lambda one: (len(one.slug), one.slug)):
        grouped.setdefault(history.id, []).append(history)
    return grouped


def note_changes(
    before: Record, after: Record, articles: Iterable[Article], now: datetime
) -> Record:
    """Return the record ``after`` a build with the changes of text since the one ``before``.

    A page that a person keeps, or that is made again since they deleted its file, is compared with
    what was seen of it last, or else with what its seed says; a draft waits. ``articles`` are those
    of the seeds.
    """
    known = _Known(
        pages={page.id: page for page in before.pages},
        histories={id_: own[-1] for id_, own in group_histories(after.histories).items()},
        seeds={article.digest: article for article in articles if article.seed},
        deleted=_list_deleted(before),
    )
    seconds = FreeSeconds(
        (
            *(page.updated for page in after.pages),
            *(change.moment for history in after.histories for change in history.changes),
        )
    )
    take_now = partial(seconds.take, now.replace(microsecond=0), -SECOND)
    made: dict[str, History] = {}
    taken = {history.slug for history in after.histories}
    for page in sorted(after.pages, key=attrgetter("slug")):
        noted = _note(page, known, take_now)
        if noted:
            if not noted.slug:
                noted = replace(noted, slug=make_unique_slug(page.slug, taken))
            taken.add(noted.slug)
            made[noted.slug] = noted
    kept = (history for history in after.histories if history.slug not in made)
    return replace(after, histories=(*kept, *made.values())) if made else after


def _list_deleted(record: Record) -> dict[str, set[str]]:
    """Return the digests of the articles that were published and have no page, by their ids."""
    present = {page.id for page in (*record.pages, *record.merged)}
    digests: dict[str, set[str]] = {}
    for part in record.addresses:
        for address in part.addresses:
            if address.id and address.id not in present:
                digests.setdefault(address.id, set()).add(address.digest)
    return digests


def _note(page: Page, known: _Known, take_now: Callable[[], datetime]) -> History | None:
    """Return the history of a page with what is new in it, None if there is nothing.

    ``take_now`` gives the moment of a change by a person.
    """
    history, old = known.histories.get(page.id), known.pages.get(page.id)
    is_new_text = old is not None and old.updated != page.updated and not page.is_edited
    is_back = page.id in known.deleted and not page.is_edited
    if page.draft or not (history or page.is_edited or is_new_text or is_back):
        return None
    text = list_texts(page.title, read_prose(page.body))
    seen = history.text if history else _find_text(page, known)
    going = history and not history.is_edited
    begun = history if history and going else History("", page.id, (), ())
    if not seen:
        if not is_back:
            return replace(begun, text=text)
        if page.seeds[0].digest in known.deleted[page.id]:
            return None
        # It says something else, and nobody knows what it said.
        return replace(begun, changes=(Change(page.updated, is_by_hand=False),), text=text)
    if seen == text or says_same(seen, text):
        return None
    changes = compare_sentences(seen, text)
    new = (*changes.new, *(said for _, said in changes.otherwise))
    gone = (*changes.gone, *(said for said, _ in changes.otherwise))
    is_by_hand = not (is_new_text or is_back)
    change = Change(take_now() if is_by_hand else page.updated, is_by_hand, new)
    if is_new_text:
        change = replace(change, gone=gone)
    else:  # a person took it out, in the page or with it
        change = replace(change, removed=tuple(map(digest_sentence, gone)))
    return replace(begun, changes=(*begun.changes, change), text=text)


def _find_text(page: Page, known: _Known) -> tuple[str, ...]:
    """Return what a page without a history said before: empty where nobody can tell."""
    if not page.is_edited:
        old = known.pages.get(page.id)
        return list_texts(old.title, read_prose(old.body)) if old else ()
    seed = known.seeds.get(page.seeds[0].digest) if page.seeds else None
    return list_texts(seed.title, seed.blocks) if seed else ()
