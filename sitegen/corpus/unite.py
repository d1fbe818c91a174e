"""Draft the pages, those that a person merged into another together with it.

A merged page stays a page: it keeps its file and its own copies, so that taking the merge back
loses nothing. Its copies are copies of the other page as well, and that one is published.
"""

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace

from sitegen.corpus.addresses import Former, find_returning
from sitegen.corpus.compare import compare_texts, read_text
from sitegen.corpus.drafting import draft_page, mint_page
from sitegen.corpus.identity import Mint
from sitegen.corpus.merge import Candidate, choose_best, name_copy
from sitegen.corpus.overrule import find_survivors
from sitegen.corpus.ownership import make_phrases
from sitegen.corpus.prose import write_prose
from sitegen.model.page import Copy, Page, RelatedPage
from sitegen.model.settings import Settings
from sitegen.model.value import value
from sitegen.text.wording import Wording, read_wording


@value
class Draft:
    """A page before its tags, story and relations are known, and the copies it is made from."""

    page: Page
    best: Candidate
    copies: Sequence[Candidate]
    is_new: bool = False


def draft_pages(
    groups: Sequence[Sequence[Candidate]], mint: Mint, settings: Settings
) -> tuple[list[Draft], list[Page]]:
    """Return the drafts of what is published, and the pages that are merged into these."""
    words = read_wording(settings.language, settings.words)
    returning = find_returning(groups, mint.former)
    founded = [
        _found(copies, mint, settings.language, returning.get(place))
        for place, copies in enumerate(groups)
    ]
    survivors = find_survivors(draft.page for draft in founded)
    members: dict[str, list[Draft]] = defaultdict(list)
    for draft in founded:
        if survivors[draft.page.id] != draft.page.id:
            members[survivors[draft.page.id]].append(draft)
    drafts = [
        _fill(draft, members.get(draft.page.id, ()), survivors, mint, words)
        for draft in founded
        if survivors[draft.page.id] == draft.page.id
    ]
    published = {draft.page.id: draft.page for draft in drafts}
    merged = [
        _set_aside(_fill(draft, (), survivors, mint, words), published[survivor], words)
        for survivor, those in members.items()
        for draft in those
    ]
    return drafts, merged


def _found(copies: Sequence[Candidate], mint: Mint, language: str, former: Former | None) -> Draft:
    """Give a group its page: the one it has, the ``former`` one that is back, or a new one."""
    page = next((copy.page for copy in copies if copy.page), None)
    if page is None:
        best = choose_best(copies)
        return Draft(mint_page(best, copies, mint, language, former), best, copies, is_new=True)
    if page.phrases and not all(copy.is_kept for copy in copies):
        # What the page kept is the text of another; its own has come back.
        copies = [copy for copy in copies if not copy.is_kept]
    return Draft(page, choose_best(copies), copies)


def _fill(
    draft: Draft, members: Sequence[Draft], ids: Container[str], mint: Mint, words: Wording
) -> Draft:
    """Write into a page what its copies say, and those of the pages that were merged into it.

    ``ids`` are those of all pages: what is on record as merged from a page that stands for itself
    again is that page's.
    """
    if not members and not draft.page.phrases and not any(copy.merged for copy in draft.page.seeds):
        page = draft_page(draft.page, draft.best, draft.copies, mint, words, is_new=draft.is_new)
        return replace(draft, page=page)
    origins = {member.page.id for member in members}
    page = _forget_copies(draft.page, ids, origins)
    own = [replace(copy, page=page) for copy in draft.copies]
    if page.phrases and not members and all(copy.is_kept for copy in own):
        return replace(draft, page=page)
    # The words that a person wrote into a merged page stay in that page.
    brought = [
        (copy, member.page.id)
        for member in members
        for copy in member.copies
        if not (copy.is_kept and (member.page.is_edited or member.page.phrases))
    ]
    copies = [*own, *(copy for copy, _ in brought)]
    best = _choose(own, copies, page)
    made = draft_page(page, best, copies, mint, words, is_new=draft.is_new)
    if not made.is_edited:
        named = {_name(copy): origin for copy, origin in reversed(brought)}
        lost = {_key(copy): copy.merged for copy in page.seeds if copy.merged not in origins}
        named |= {
            _name(copy): lost.get(_name(copy), "")
            for copy in own
            if not (copy.is_kept and page.phrases)
        }
        seeds = _mark_copies(made.seeds, named, members, words)
        made = replace(made, seeds=seeds, phrases=_remember(own, best, page))
    return replace(draft, page=made, best=best, copies=copies)


def _forget_copies(page: Page, ids: Container[str], origins: Container[str]) -> Page:
    if page.is_edited:
        return page
    known = [copy for copy in page.seeds if copy.merged not in ids or copy.merged in origins]
    return replace(page, seeds=tuple(known))


def _choose(own: Sequence[Candidate], copies: Sequence[Candidate], page: Page) -> Candidate:
    """Return the copy whose text is published.

    A text that only the page itself still holds gives way to its own copies alone: written over
    by another text it would be lost.
    """
    best, kept = choose_best(copies), choose_best(own)
    if best in own or page.phrases or not kept.is_kept:
        return best
    kin = compare_texts(read_text(kept.article), read_text(best.article))
    return best if kin.kinship == "copy" else kept


def _remember(own: Sequence[Candidate], best: Candidate, page: Page) -> tuple[str, ...]:
    """Return phrases of the page's own text if it shows another, which would hide its own."""
    if all(copy.is_kept for copy in own) and page.phrases:
        return page.phrases
    if best in own:
        return ()
    there = [copy for copy in own if not copy.is_kept]
    return make_phrases(choose_best(there or own).article)


def _mark_copies(
    seeds: Sequence[Copy],
    origins: Mapping[tuple[str, str], str],
    members: Sequence[Draft],
    words: Wording,
) -> tuple[Copy, ...]:
    """Say of each copy that came with a merged page that it did, the best copy first."""
    marked = [_mark(copy, origins.get(_key(copy), copy.merged), words) for copy in seeds]
    names = {copy.seed for copy in seeds}
    for member in members:
        for copy in member.page.seeds:
            if not copy.merged and copy.seed not in names:
                marked.append(_mark(copy, member.page.id, words))
                names.add(copy.seed)
    first, *others = marked
    return (first, *sorted(others, key=lambda copy: copy.seed))


def _mark(copy: Copy, origin: str, words: Wording) -> Copy:
    by_hand = words.gettext("merged by hand; ")
    reason = copy.reason.removeprefix(by_hand)
    return replace(copy, merged=origin, reason=by_hand + reason if origin else reason)


def _key(copy: Copy) -> tuple[str, str]:
    return copy.seed, copy.digest


def _name(copy: Candidate) -> tuple[str, str]:
    """Return the names that a copy has on record: a kept text goes by the seed it came from."""
    if copy.is_kept and copy.page and copy.page.seeds:
        return _key(copy.page.seeds[0])
    return name_copy(copy.article), copy.article.digest


def _set_aside(draft: Draft, survivor: Page, words: Wording) -> Page:
    """Return a merged page as its file shows it: its text, and where it is published."""
    page = draft.page
    if page.is_edited:
        return page
    why = words.gettext("this article was merged into it by hand")
    lead = RelatedPage(survivor.slug, survivor.title, why)
    body = write_prose(draft.best.article.blocks, {})
    return replace(page, tags=(), related=(lead,), body=body)
