"""Draft one page from the copies of one article: its old identity kept, or a new one minted."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import TypeVar

from sitegen.corpus.addresses import Former
from sitegen.corpus.history import list_texts, says_same
from sitegen.corpus.identity import Mint
from sitegen.corpus.merge import (
    Candidate,
    find_present,
    follow_renames,
    name_copy,
    record_copies,
)
from sitegen.corpus.prose import read_prose
from sitegen.model.article import Article, Caption
from sitegen.model.dating import BASES, UNKNOWN, Dating
from sitegen.model.page import Page
from sitegen.text.wording import Wording

Fact = TypeVar("Fact")

_read_facts = attrgetter("dek", "agency", "byline", "place", "source", "url", "rights", "captions")
_ENTITIES = 20  # names on record for one article, in order of first mention


def mint_page(
    best: Candidate,
    copies: Sequence[Candidate],
    mint: Mint,
    language: str,
    former: Former | None = None,
) -> Page:
    """Return a page for copies that have none: an identity, and nothing to read yet.

    An article that was ``former``-ly published gets back what it had.
    """
    home = next((copy.home for copy in copies if copy.home), "")
    dating = _choose_dating(best, copies, UNKNOWN)
    stated = _first(copy.article.lang for copy in copies)
    page = _mint_page(best.article, dating, mint, stated or language, home, former)
    had = former or mint.find_former(home)
    return page if had is None else _give_back(page, had, best, mint)


def draft_page(
    page: Page,
    best: Candidate,
    copies: Sequence[Candidate],
    mint: Mint,
    words: Wording,
    *,
    is_new: bool,
) -> Page:
    """Return the page of an article without tags, story, relations and body."""
    if page.is_edited:
        return page
    seeds = record_copies(best, copies, words)
    # What a seed says now counts, and not what it said before.
    copies = [copy for copy in copies if find_present(copy, copies) is None]
    if not is_new:
        followed = follow_renames(page, copies)
        page = page if followed is page.seeds else replace(page, seeds=followed)
        page = _drop_unsaid(_update_page(page, best, copies, mint), copies)
    article = best.article
    return replace(
        page,
        title=article.title,
        dek=_choose_dek(page, best, copies),
        lang=article.lang or page.lang,
        agency=article.agency or page.agency or _first(copy.article.agency for copy in copies),
        byline=article.byline or page.byline or _first(copy.article.byline for copy in copies),
        place=article.place or page.place or _first(copy.article.place for copy in copies),
        source=article.source or page.source or _first(copy.article.source for copy in copies),
        url=_choose_url(page, best, copies),
        rights=article.rights or page.rights,
        captions=article.captions or page.captions or _borrow_captions(copies),
        entities=tuple(mention.name for mention in best.summary.mentions[:_ENTITIES]),
        summary=best.summary.excerpt,
        seeds=seeds,
        words=best.summary.words,
        is_truncated=article.is_truncated,
    )


def _give_back(page: Page, former: Former, best: Candidate, mint: Mint) -> Page:
    """Return a page with the dates that its article had when it was published before."""
    dating, had = page.dating, former.date
    if dating.moment and had and dating.moment.date() == had.date():
        dating = replace(dating, moment=had)
    published = dating.moment or former.first_seen
    changed = (
        former.changed if _is_unchanged(former, best.article) else mint.seen_now(is_order=True)
    )
    updated = max(published, changed or published)
    return replace(page, dating=dating, first_seen=former.first_seen, updated=updated)


def _is_unchanged(former: Former, article: Article) -> bool:
    """Tell whether an article says what it said last."""
    if not former.text:
        return article.digest in former.digests
    return says_same(former.text, list_texts(article.title, article.blocks))


def _mint_page(
    article: Article, dating: Dating, mint: Mint, language: str, home: str, former: Former | None
) -> Page:
    """Return a page with everything that will never change again."""
    placed = mint.place_date(dating)
    seen = mint.seen_now(is_order=placed.moment is None)
    if former:
        id_, (slug, aliases) = former.id, mint.give_back(former, article.title)
    else:
        id_, slug, aliases = mint.make_id(article, home), mint.make_slug(article.title, home), ()
    return Page(
        id=id_,
        title=article.title,
        slug=slug,
        dating=placed,
        first_seen=seen,
        updated=placed.moment or seen,
        draft=False,
        lang=language,
        agency="",
        byline="",
        captions=(),
        source="",
        url="",
        tags=(),
        entities=(),
        story="",
        summary="",
        related=(),
        aliases=aliases,
        seeds=(),
        words=0,
        body="",
        is_truncated=False,
        is_edited=False,
    )


def _update_page(page: Page, best: Candidate, copies: Sequence[Candidate], mint: Mint) -> Page:
    """Return the page with its date and the moment of its last material change."""
    found = _choose_dating(best, copies, page.dating, is_held=_is_date_held(page, copies))
    dating = page.dating
    if found.moment and not found.is_same_date(page.dating):
        dating = mint.place_date(found)
    elif found.moment and (found.basis, found.contrary) != (dating.basis, dating.contrary):
        dating = replace(found, moment=dating.moment)
    if _says_same(page, best.article):
        return _hold_back(page if dating is page.dating else replace(page, dating=dating), mint)
    changed = mint.seen_now(is_order=True)
    return replace(page, dating=dating, updated=max(changed, dating.moment or page.first_seen))


def _hold_back(page: Page, mint: Mint) -> Page:
    """Return the page, changed on no day to come: a date that was mended may have been ahead."""
    if not page.is_changed_ahead(mint.seen_now(is_order=False)):
        return page
    return replace(page, updated=page.dating.moment or page.first_seen)


def _drop_unsaid(page: Page, copies: Sequence[Candidate]) -> Page:
    """Return the page without the facts that its seeds said once, and of which none does now.

    What a seed said that is gone stays; so do dates, which are for life.
    """
    present = [copy.article for copy in copies if not copy.is_kept]
    names = {name_copy(article) for article in present}
    if any(copy.seed not in names for copy in page.seeds):
        return page
    if any(_read_facts(article) == _read_facts(page) for article in present):
        return page
    return replace(
        page,
        dek=_keep(page.dek, "", (article.dek for article in present)),
        agency=_keep(page.agency, "", (article.agency for article in present)),
        byline=_keep(page.byline, "", (article.byline for article in present)),
        place=_keep(page.place, "", (article.place for article in present)),
        source=_keep(page.source, "", (article.source for article in present)),
        url=_keep(page.url, "", (article.url for article in present)),
        rights=_keep(page.rights, "", (article.rights for article in present)),
        captions=_keep(page.captions, (), (article.captions for article in present)),
    )


def _keep(value: Fact, nothing: Fact, said: Iterable[Fact]) -> Fact:
    return value if value in said else nothing


def _is_date_held(page: Page, copies: Sequence[Candidate]) -> bool:
    """Tell whether the date of a page stands: a copy says so, or one that is there no more did.

    So a better text that comes later, or by a merge, brings no later date, and what a seed says
    of itself can be corrected there.
    """
    if any(copy.article.dating.is_same_date(page.dating) for copy in copies):
        return True
    present = {name_copy(copy.article) for copy in copies}
    return any(copy.seed not in present for copy in page.seeds)


def _choose_dating(
    best: Candidate, copies: Sequence[Candidate], recorded: Dating, *, is_held: bool = False
) -> Dating:
    """Return the date on record if that ``is_held``, else that of the best copy, else the earliest.

    What was stated counts before what was worked out, in whichever copy.
    """
    found = (best.article.dating, recorded, *(copy.article.dating for copy in copies))
    known = [dating for dating in found if dating.moment]
    if not known:
        return best.article.dating
    firmest = min(BASES.index(dating.basis) for dating in known)
    known = [dating for dating in known if BASES.index(dating.basis) == firmest]
    if is_held and recorded in known:
        return recorded
    if known[0] is best.article.dating:
        return known[0]
    return min(known, key=lambda dating: (dating.moment, dating.precision, dating.evidence))


def _says_same(page: Page, article: Article) -> bool:
    """Tell whether title and sentences are those of the page; links and layout do not count."""
    if page.title == article.title and page.seeds and page.seeds[0].digest == article.digest:
        return True  # the page was written from this very text
    blocks = read_prose(page.body)
    if page.title == article.title and blocks == article.blocks:
        return True
    return says_same(list_texts(page.title, blocks), list_texts(article.title, article.blocks))


def _choose_dek(page: Page, best: Candidate, copies: Sequence[Candidate]) -> str:
    """Return the line under the headline, unless the article says the same elsewhere."""
    article = best.article
    said = {article.title, *(block.text for block in article.blocks)}
    deks = (article.dek, page.dek, *(copy.article.dek for copy in copies))
    return _first(dek for dek in deks if dek not in said)


def _choose_url(page: Page, best: Candidate, copies: Sequence[Candidate]) -> str:
    """Return the address that the article came from; nothing else is one on record."""
    urls = (best.article.url, page.url, *(copy.article.url for copy in copies))
    return _first(url for url in urls if url.startswith(("https://", "http://")))


def _first(texts: Iterable[str]) -> str:
    return next(filter(None, texts), "")


def _borrow_captions(copies: Sequence[Candidate]) -> tuple[Caption, ...]:
    return next((copy.article.captions for copy in copies if copy.article.captions), ())
