"""What a person decided about pages that are one or two: it holds whatever the texts say.

``merged_into`` in one page makes it part of another; ``apart`` names the pages that it was split
from. Both stand in content/ alone, see docs/decisions/overruling-merges.md.
"""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter

from sitegen.corpus.recall import name_own
from sitegen.model.page import Apart, Page
from sitegen.model.record import Record


def find_survivors(pages: Iterable[Page]) -> Mapping[str, str]:
    """Return for each page the id of the one that is published for it, by id: mostly its own.

    A page that is merged into one that is not there, or into itself round about, stands for
    itself.
    """
    leads = {page.id: page.merged_into for page in pages}
    return {page_id: _follow(page_id, leads) for page_id in leads}


def find_merged(page: Page, record: Record) -> tuple[Page, ...]:
    """Return the pages that are merged into this one, be it by way of others."""
    survivors = find_survivors((*record.pages, *record.merged))
    return tuple(item for item in record.merged if survivors[item.id] == page.id)


def settle_merges(pages: Sequence[Page]) -> tuple[tuple[Page, ...], tuple[Page, ...]]:
    """Part pages into those that are published and those that are merged into one of these.

    The former answer for the addresses of the latter (law 5).
    """
    survivors = find_survivors(pages)
    live = [page for page in pages if survivors[page.id] == page.id]
    merged = [page for page in pages if survivors[page.id] != page.id]
    brought: dict[str, list[str]] = {page.id: [] for page in live}
    for page in sorted(merged, key=attrgetter("slug")):
        brought[survivors[page.id]] += [page.slug, *page.aliases]
    slugs = {page.slug for page in live}
    former = {page.id: page.aliases for page in live}
    settled = []
    for page in live:
        apart = {slug for row in page.apart for slug in former.get(row.id, ())}
        named = (*page.aliases, *brought[page.id])
        away = {slug for slug in named if slug in slugs or slug in apart}
        settled.append(_settle_aliases(page, brought[page.id], away))
    return tuple(settled), tuple(merged)


def keep_apart(pages: Sequence[Page]) -> list[Page]:
    """Return the pages, each naming every page that it was split from, as that one is now.

    One of the two may have lost its note with its file. Pages edited by hand stay as they are.
    The notes stay when the two are merged again: they still tell which copy is whose.
    """
    if not any(page.apart for page in pages):
        return list(pages)
    known = {page.id: page for page in pages}
    rows: dict[str, dict[str, Apart]] = {
        page.id: {row.id: row for row in page.apart} for page in pages if page.apart
    }
    for page in pages:
        for row in page.apart:
            if row.id in known:
                rows.setdefault(row.id, {})[page.id] = name_apart(page)
                rows[page.id][row.id] = name_apart(known[row.id])
    return [
        replace(page, apart=tuple(rows[page.id][other] for other in sorted(rows[page.id])))
        if page.id in rows and not page.is_edited
        else page
        for page in pages
    ]


def name_apart(page: Page) -> Apart:
    """Return the note by which another page is kept apart from this one."""
    return Apart(page.id, page.slug, *name_own(page))


def _follow(page_id: str, leads: Mapping[str, str]) -> str:
    seen = [page_id]
    while leads[seen[-1]]:
        following = leads[seen[-1]]
        if following not in leads or following in seen:
            return page_id
        seen.append(following)
    return seen[-1]


def _settle_aliases(page: Page, brought: Sequence[str], away: Container[str]) -> Page:
    """Return a page with the addresses it answers for, without those that another has again."""
    kept = page.aliases if page.is_edited else [slug for slug in page.aliases if slug not in away]
    led = [slug for slug in brought if slug not in away]
    aliases = tuple(dict.fromkeys((*kept, *led)))
    return page if aliases == page.aliases else replace(page, aliases=aliases)
