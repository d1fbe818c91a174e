"""Decide what the front matter of two pages must say so that they are one, or two.

A decision is a few pages to write, in an order in which a kill between two of them loses nothing;
everything else follows from them in the next ingest.
"""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sitegen.corpus.identity import Mint
from sitegen.corpus.merge import name_copy
from sitegen.corpus.overrule import find_merged, find_survivors, name_apart
from sitegen.errors import UsageError
from sitegen.model.article import Article
from sitegen.model.page import Apart, Copy, Page
from sitegen.model.record import Record


@dataclass(frozen=True, slots=True)
class Decision:
    """Pages to write, in this order, the ids that it is about, and what a person should know.

    ``kept`` is the page that stays as it is, ``other`` the one that goes into it or out of it.
    """

    pages: tuple[Page, ...]
    kept: str
    other: str
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """A copy of a page, and the merged page that it came with, if any."""

    copy: Copy
    origin: Page | None


def decide_merge(record: Record, kept: Page, other: Page) -> Decision:
    """Decide that ``other`` is part of ``kept`` from now on. Raise UsageError where it is already.

    One file says so, that of the page that is merged.
    """
    if kept.id == other.id:
        raise UsageError(
            f"both names are those of {_file(kept)}; name two pages, or see what is merged into "
            f"it with 'sitegen explain {kept.slug}'"
        )
    for page in (kept, other):
        _refuse_merged(record, page)
    return Decision(
        pages=(replace(other, merged_into=kept.id),),
        kept=kept.id,
        other=other.id,
        remarks=tuple(_list_merge_remarks(kept, other)),
    )


def decide_split(
    record: Record, page: Page, seed: str, articles: Iterable[Article], mint: Mint
) -> Decision:
    """Decide that a copy is an article of its own. Raise UsageError where it cannot be one.

    What came with a merged page goes back to that page, with all of its copies.
    """
    _refuse_merged(record, page)
    present = {name_copy(article): article for article in articles}
    copies = _list_copies(record, page)
    found = _find_copy(record, page, copies, seed, present)
    if found.origin:
        merged = [item for item in find_merged(page, record) if item.id != found.origin.id]
        return _split_page(page, found.origin, copies, present, merged)
    own = [item.copy for item in copies if not item.origin]
    _refuse_own(page, found.copy, own, copies, present)
    return _split_copy(page, found.copy, present[found.copy.seed], mint)


def _split_page(
    page: Page,
    origin: Page,
    copies: Sequence[_Found],
    present: Mapping[str, Article],
    merged: Sequence[Page],
) -> Decision:
    """Take a merge back. The page that leaves is written first: by itself it says all."""
    own = [item.copy for item in copies if not item.origin]
    if page.phrases and not page.is_edited and not any(_is_there(copy, present) for copy in own):
        names = ", ".join(f"seeds/{_file_of(copy)}" for copy in own) or "its seeds"
        raise UsageError(
            f"{_file(page)}: shows the text of {_file(origin)}, and its own text is no longer "
            f"there; put back {names}, then split again"
        )
    away = {origin.slug, *origin.aliases}
    kept = replace(_forget_addresses(page, away), apart=_add_apart(page.apart, name_apart(origin)))
    # A page that it went into before that one was merged in turn may name its addresses too.
    others = [_forget_addresses(item, away) for item in merged if away & {*item.aliases}]
    freed = replace(origin, merged_into="", apart=_add_apart(origin.apart, name_apart(page)))
    return Decision(pages=(freed, kept, *others), kept=page.id, other=origin.id, remarks=())


def _forget_addresses(page: Page, away: Container[str]) -> Page:
    return replace(page, aliases=tuple(slug for slug in page.aliases if slug not in away))


def _split_copy(page: Page, copy: Copy, article: Article, mint: Mint) -> Decision:
    """Reserve an id and an address for the copy in the page that it leaves, and nowhere else."""
    row = Apart(copy.merged or mint.make_id(article), mint.make_slug(article.title), "", "")
    row = replace(row, seed=copy.seed, digest=article.digest)
    kept = replace(page, seeds=_leave(page, copy), apart=_add_apart(page.apart, row))
    remarks = []
    if page.is_edited and page.seeds[:1] == (copy,):
        remarks.append(
            f"{_file(page)} is edited by hand, so it keeps its text, which may be that of the copy"
        )
    return Decision(pages=(kept,), kept=page.id, other=row.id, remarks=tuple(remarks))


def _leave(page: Page, copy: Copy) -> tuple[Copy, ...]:
    """Return the copies that stay: what says the same letter for letter goes along.

    Where it is the text of the page itself, it stays.
    """
    if page.is_edited:
        return page.seeds
    rest = tuple(item for item in page.seeds if item != copy)
    is_shown = any(item.digest == copy.digest for item in rest[:1])
    return rest if is_shown else tuple(item for item in rest if item.digest != copy.digest)


def _list_copies(record: Record, page: Page) -> list[_Found]:
    """Return the copies of a page: those of the pages merged into it, then its own.

    A page edited by hand still has on record what has left it.
    """
    merged = {item.id: item for item in find_merged(page, record)}
    elsewhere = {item.id for item in (*record.pages, *record.merged)} - merged.keys()
    away = {(row.seed, row.digest) for row in page.apart if row.id in elsewhere}
    found = {
        copy.seed: _Found(copy, origin)
        for origin in merged.values()
        for copy in origin.seeds
        if copy.merged not in merged
    }
    found |= {
        copy.seed: _Found(copy, merged.get(copy.merged))
        for copy in page.seeds
        if copy.seed not in found
        and copy.merged not in elsewhere
        and (copy.seed, copy.digest) not in away
    }
    return list(found.values())


def _find_copy(
    record: Record,
    page: Page,
    copies: Sequence[_Found],
    seed: str,
    present: Mapping[str, Article],
) -> _Found:
    """Return the copy that a name means: ``wire/a.txt#2``, or the file where it holds one."""
    fits = [item for item in copies if seed in {item.copy.seed, _file_of(item.copy)}]
    names = [item.copy.seed for item in fits]
    if len(fits) > 1:
        raise UsageError(
            f"{seed}: {_file(page)} has {len(fits)} copies of it; name one of them: "
            f"{', '.join(names)}"
        )
    if fits:
        return fits[0]
    recorded = [
        item for item in record.pages for copy in item.seeds if seed in {copy.seed, _file_of(copy)}
    ]
    if recorded:
        raise UsageError(f"{seed}: is no copy of {_file(page)} but of {_file(recorded[0])}")
    unrecorded = [name for name in present if seed in {name, name.rpartition("#")[0]}]
    if page.is_edited and len(unrecorded) == 1:
        # A page edited by hand does not record the copies that came later.
        copy = Copy(unrecorded[0], present[unrecorded[0]].digest, 0, 0.0, "")
        return _Found(copy, None)
    listed = ", ".join(item.copy.seed for item in copies) or "none"
    raise UsageError(f"{seed}: is no copy of {_file(page)}; its copies: {listed}")


def _refuse_own(
    page: Page,
    copy: Copy,
    own: Sequence[Copy],
    copies: Sequence[_Found],
    present: Mapping[str, Article],
) -> None:
    """Refuse to take a page its last text, or the one that it was founded on."""
    others = [item for item in own if item != copy]
    if not others and copy in own:
        way = ", ".join(item.copy.seed for item in copies if item.origin)
        more = f"; to take out what was merged into it, name one of: {way}" if way else ""
        raise UsageError(
            f"{copy.seed}: is the only copy that {_file(page)} has of its own, so there is "
            f"nothing to split{more}"
        )
    if _is_founder(page, copy, [item for item in others if _is_there(item, present)]):
        names = ", ".join(item.seed for item in others)
        raise UsageError(
            f"{copy.seed}: is the text that {_file(page)} was founded on, and keeps its id and "
            f"its address; split off the others instead: {names}"
        )
    if not _is_there(copy, present):
        raise UsageError(
            f"{copy.seed}: its text is no longer there, because seeds/{_file_of(copy)} is gone or "
            "says something else; put the file back, then split again"
        )
    is_shown = page.seeds[:1] == (copy,) and not page.is_edited
    if is_shown and not any(_is_there(item, present) for item in others):
        names = ", ".join(f"seeds/{_file_of(item)}" for item in others)
        raise UsageError(
            f"{copy.seed}: is the only text of {_file(page)} that is still there; put back "
            f"one of {names}, then split again"
        )


def _is_founder(page: Page, copy: Copy, others: Sequence[Copy]) -> bool:
    """Tell whether the page's id was minted from this copy, and no other that is like it stays."""
    founded = page.id.rpartition("/")[2].partition("-")[0]
    is_alone = all(item.digest != copy.digest for item in others) or page.seeds[:1] == (copy,)
    return founded == copy.digest and is_alone


def _is_there(copy: Copy, present: Mapping[str, Article]) -> bool:
    return copy.seed in present and present[copy.seed].digest == copy.digest


def _refuse_merged(record: Record, page: Page) -> None:
    """Refuse to work on a page that is part of another."""
    if page in record.pages:
        return
    survivors = find_survivors((*record.pages, *record.merged))
    (survivor,) = (item for item in record.pages if item.id == survivors[page.id])
    copy = next((copy.seed for copy in page.seeds if not copy.merged), "SEED")
    raise UsageError(
        f"{_file(page)}: is merged into {_file(survivor)} already; name that page, or take the "
        f"merge back with 'sitegen split {survivor.slug} {copy}'"
    )


def _list_merge_remarks(kept: Page, other: Page) -> Iterable[str]:
    if kept.is_edited:
        yield f"{_file(kept)} is edited by hand, so it is published as it stands"
    if other.is_edited:
        yield (
            f"{_file(other)} is edited by hand: it keeps its words, but they are no longer "
            f"published; copy what you need, or merge the other way round"
        )
    if any(row.id == other.id for row in kept.apart) or any(
        row.id == kept.id for row in other.apart
    ):
        yield "the two were split by hand before; that is taken back"
    if kept.draft and not other.draft:
        yield f"{_file(kept)} is a draft, so neither of the two is published"


def _add_apart(rows: Sequence[Apart], row: Apart) -> tuple[Apart, ...]:
    return tuple(sorted((*(item for item in rows if item.id != row.id), row), key=lambda i: i.id))


def _file(page: Page) -> str:
    return f"content/articles/{page.slug}.md"


def _file_of(copy: Copy) -> str:
    return copy.seed.rpartition("#")[0]
