"""Decide what the front matter of pages must say so that two stories are one, or one is two.

Each page says which story it is part of, and that a person decided so; a page says too of which it
was part before. ``docs/decisions/stories-by-hand.md`` tells what later builds make of it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from sitegen.corpus.stories import find_decided, list_story_slugs, order_in_time, place_in_story
from sitegen.errors import UsageError
from sitegen.model.page import Page
from sitegen.model.record import Record
from sitegen.text.slug import make_unique_slug


@dataclass(frozen=True, slots=True)
class StoryDecision:
    """Pages to write, in this order, and the two stories that it is about, by their slugs.

    ``kept`` is the story that stays, ``other`` the one that goes into it or comes out of it; empty
    where a single report goes into it.
    """

    pages: tuple[Page, ...]
    kept: str
    other: str


def decide_story_merge(record: Record, kept: str, other: str) -> StoryDecision:
    """Decide that the reports of ``other`` are of the story ``kept``. Raise UsageError."""
    if kept == other:
        raise UsageError(f"both names are those of stories/{kept}; name two stories")
    # Only those that come with the other story say that they were of it: a split goes by that.
    stay = tuple(_place(find_reports(record, kept), kept, forget=other))
    come = tuple(_place(find_reports(record, other), kept))
    return StoryDecision((*stay, *come), kept, other)


def decide_story_join(record: Record, story: str, page: Page) -> StoryDecision:
    """Decide that one more article is a report of a story. Raise UsageError where it is already."""
    reports = find_reports(record, story)
    if page in reports and find_decided(page):
        raise UsageError(f"{page.slug}: is a report of stories/{story} already")
    left = [one for one in find_reports(record, page.story) if one.id != page.id]
    # Those that it leaves say first where they belong: else they would go along.
    staying = _place(left, page.story) if page.story else ()
    return StoryDecision((*staying, *_place(reports, story), *_place([page], story)), story, "")


def decide_story_split(record: Record, story: str, leaving: Sequence[Page]) -> StoryDecision:
    """Decide that some reports of a story are another one. Raise UsageError where they cannot be.

    They take the address again that they had before the two became one, if they had one.
    """
    reports = find_reports(record, story)
    for page in leaving:
        if page not in reports:
            named = ", ".join(one.slug for one in reports)
            raise UsageError(f"{page.slug}: is no report of stories/{story}; its reports: {named}")
    staying = [page for page in reports if page not in leaving]
    if not staying:
        raise UsageError(
            f"stories/{story}: these are all of its reports, so nothing would stay; name those "
            "that tell of something else"
        )
    taken = list_story_slugs((*record.pages, *record.merged))
    first = min(leaving, key=order_in_time)
    common = set(first.former_stories).intersection(*(page.former_stories for page in leaving))
    known = [slug for slug in first.former_stories if slug in common and not taken[slug]]
    slug = known[-1] if known else make_unique_slug(first.title, taken)
    # Those that stay come first: a kill among the others then leaves a story with fewer of them.
    return StoryDecision((*_place(staying, story), *_place(leaving, slug)), story, slug)


def find_reports(record: Record, story: str) -> tuple[Page, ...]:
    """Return the pages of a story, in order of time."""
    return tuple(sorted((p for p in record.pages if p.story == story), key=order_in_time))


def find_brought(record: Record, story: str, former: str) -> tuple[Page, ...]:
    """Return the pages of a story that came with another, which is part of it now."""
    return tuple(page for page in find_reports(record, story) if former in page.former_stories)


def _place(pages: Iterable[Page], story: str, forget: str = "") -> Iterable[Page]:
    """Yield the pages that have to say so; what a person keeps says it by itself."""
    for page in sorted(pages, key=attrgetter("slug")):
        former = tuple(slug for slug in page.former_stories if slug != forget)
        known = replace(page, former_stories=former, is_story_by_hand=True)
        placed = place_in_story(known, story)
        if placed != page and not (page.is_edited and page.story == story):
            yield placed
