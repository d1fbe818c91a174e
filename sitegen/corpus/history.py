"""Notice what changes in the text of a published article, and put it on record.

``docs/decisions/changes-are-on-record.md`` says what is kept of it, and what is not.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from operator import attrgetter

from sitegen.corpus.prose import read_prose
from sitegen.model.article import Article, Block
from sitegen.model.history import Change, History
from sitegen.model.page import Page
from sitegen.model.record import Record
from sitegen.text.changes import Changes, compare_sentences
from sitegen.text.slug import make_unique_slug

_NOTHING = Changes((), (), ())


def list_texts(title: str, blocks: Iterable[Block]) -> tuple[str, ...]:
    """Return the headline and the text, as they are compared."""
    return (title, *(block.text for block in blocks))


def says_same(old: Iterable[str], new: Iterable[str]) -> bool:
    """Tell whether no sentence has changed: marks, capitals and layout do not count."""
    return compare_sentences(old, new) == _NOTHING


def note_changes(
    before: Record, after: Record, articles: Iterable[Article], now: datetime
) -> Record:
    """Return the record ``after`` a build with the changes of text since the one ``before``.

    A page that a person keeps is compared with what was seen of it last, or else with what its
    seed says; a draft waits. ``articles`` are those of the seeds.
    """
    seeds = {article.digest: article for article in articles if article.seed}
    latest = {
        history.id: history
        for history in sorted(after.histories, key=lambda one: (len(one.slug), one.slug))
    }
    old = {page.id: page for page in before.pages}
    made: dict[str, History] = {}
    taken = {history.slug for history in after.histories}
    for page in sorted(after.pages, key=attrgetter("slug")):
        noted = _note(page, old.get(page.id), latest.get(page.id), seeds, now)
        if noted:
            if not noted.slug:
                noted = replace(noted, slug=make_unique_slug(page.slug, taken))
            taken.add(noted.slug)
            made[noted.slug] = noted
    kept = (history for history in after.histories if history.slug not in made)
    return replace(after, histories=(*kept, *made.values())) if made else after


def _note(
    page: Page,
    old: Page | None,
    history: History | None,
    seeds: Mapping[str, Article],
    now: datetime,
) -> History | None:
    """Return the history of a page with what is new in it, None if there is nothing."""
    is_new_text = old is not None and old.updated != page.updated and not page.is_edited
    if page.draft or not (history or page.is_edited or is_new_text):
        return None
    text = list_texts(page.title, read_prose(page.body))
    seen = history.text if history else _find_text(page, old, seeds)
    going = history and not history.is_edited
    begun = history if history and going else History("", page.id, (), ())
    if not seen:
        return replace(begun, text=text)
    if seen == text or says_same(seen, text):
        return None
    changes = compare_sentences(seen, text)
    new = (*changes.new, *(said for _, said in changes.otherwise))
    gone = (*changes.gone, *(said for said, _ in changes.otherwise))
    change = (
        Change(page.updated, is_by_hand=False, new=new, gone=gone)
        if is_new_text
        else Change(now.replace(microsecond=0), is_by_hand=True, new=new, removed=len(gone))
    )
    return replace(begun, changes=(*begun.changes, change), text=text)


def _find_text(page: Page, old: Page | None, seeds: Mapping[str, Article]) -> tuple[str, ...]:
    """Return what a page without a history said before: empty where nobody can tell."""
    if not page.is_edited:
        return list_texts(old.title, read_prose(old.body)) if old else ()
    seed = seeds.get(page.seeds[0].digest) if page.seeds else None
    return list_texts(seed.title, seed.blocks) if seed else ()
