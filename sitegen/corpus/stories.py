"""Gather the reports of one event into a story, with a name that stays (law 4).

Average linkage over likeness and time: of 2,395 real reports of 1,022 events, .90 are grouped as
editors did (B-cubed F1).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sitegen.corpus.bonds import ALIKE, Pair, measure_bond, weigh_pairs
from sitegen.corpus.likeness import Likeness
from sitegen.model.page import Page
from sitegen.text.slug import make_slug, make_unique_slug


def name_stories(pages: Sequence[Page], likeness: Likeness) -> tuple[str, ...]:
    """Return the story slug of each page, an empty string for a page that stands alone.

    Where a person decided, that is the story of the whole group (``docs/decisions/stories-by-hand``
    says how). Else a story keeps the slug that most of its pages have on record, or had before,
    unless it is only a smaller part of what had that slug, without the report that gave it: that
    part is of another event. A new one is named after its earliest report.
    No report that is of a story is left alone because others came: :func:`find_staying`.
    """
    decided = [find_decided(page) for page in pages]
    strengths = weigh_pairs(pages, likeness)
    gathered = gather_reports(strengths, decided)
    together = _let_stay(gathered, find_staying(pages, strengths, gathered))
    taken = list_story_slugs(pages)
    before = taken.copy()
    used: set[str] = set()
    names = [""] * len(pages)
    groups = _unite_decided(together, decided)
    for slug, group in sorted(groups, key=lambda group: (not group[0], -len(group[1]), group[1])):
        first = min(group, key=lambda index: order_in_time(pages[index]))
        known = [slug, *_list_known([pages[index] for index in group], taken, before)]
        name = next((one for one in known if one and one not in used), "")
        name = name or make_unique_slug(pages[first].title, taken)
        taken[name] += len(group)
        used.add(name)
        for index in group:
            names[index] = name
    return tuple(names)


def gather_reports(strengths: Mapping[Pair, float], decided: Sequence[str]) -> list[list[int]]:
    """Join the most alike first, two groups only if all their members are alike on average.

    What a person has put into two stories is not joined (constrained clustering as of Wagstaff et
    al., ICML 2001, for the pairs that may not be linked). A page of a decided story is a group,
    be it alone.
    """
    pairs = sorted((-strength, *pair) for pair, strength in strengths.items() if ALIKE <= strength)
    groups = {index: [index] for _, *both in pairs for index in both}
    groups |= {index: [index] for index, story in enumerate(decided) if story}
    stories = dict(enumerate(decided))
    for _, first, second in pairs:
        one, other = groups[first], groups[second]
        if one is other or measure_bond(one, other, strengths) < ALIKE:
            continue
        if stories[first] and stories[second] and stories[first] != stories[second]:
            continue
        joined = sorted(one + other)
        story = stories[first] or stories[second]
        for index in joined:
            groups[index] = joined
            stories[index] = story
    unique = {group[0]: group for group in groups.values()}
    return [group for group in unique.values() if len(group) > 1 or stories[group[0]]]


def find_staying(
    pages: Sequence[Page], strengths: Mapping[Pair, float], groups: Iterable[Iterable[int]]
) -> dict[int, int]:
    """Return the reports that no group has and that stay in their story all the same.

    Each with the report of that story that it is most like. A story that grows is on average less
    like the short report that it began with, which says nothing against that one. What has found
    others of its own stays with those: so a report that was taken for one of a story leaves when
    its event has another, and no two groups are ever joined because of what was published
    (``docs/decisions/published-reports-stay`` has the figures).
    """
    gathered = {index for group in groups for index in group}
    bonds: dict[int, list[tuple[float, tuple[object, ...], int]]] = defaultdict(list)
    for pair, strength in strengths.items():
        for one, other in (pair, pair[::-1]):
            if one in gathered or strength < ALIKE or not pages[one].story:
                continue
            if pages[one].story == pages[other].story:
                bonds[one].append((-strength, order_in_time(pages[other]), other))
    return {one: min(others)[-1] for one, others in bonds.items()}


def find_decided(page: Page) -> str:
    """Return the story that a page is part of whatever the texts say, if there is one.

    In a page edited by hand it stands as a person left it.
    """
    return page.story if page.is_story_by_hand or page.is_edited else ""


def list_story_slugs(pages: Iterable[Page]) -> Counter[str]:
    """Return the slugs that are those of stories, or were, and of how many pages each is now."""
    slugs = Counter({slug: 0 for page in pages for slug in page.former_stories})
    slugs.update(page.story for page in pages if page.story)
    return slugs


def place_in_story(page: Page, slug: str) -> Page:
    """Return the page as part of a story, or of none; it remembers where it was before (law 5).

    What it was part of last stands last.
    """
    if page.story == slug:
        return page
    former = [one for one in page.former_stories if one not in {slug, page.story}]
    left = [page.story] if page.story else []
    return replace(page, story=slug, former_stories=(*former, *left))


def _list_known(
    pages: Sequence[Page], taken: Mapping[str, int], before: Mapping[str, int]
) -> list[str]:
    """Return the slugs that pages have on record, then those that they had and no page has now.

    ``before`` is how many pages each slug had when nothing was named yet.
    """
    recorded = Counter(page.story for page in pages if page.story)
    for slug, number in [*recorded.items()]:
        if 2 * number <= before[slug] and not any(_gave(page, slug) for page in pages):
            del recorded[slug]
    former = Counter(slug for page in pages for slug in page.former_stories if not taken[slug])
    return [slug for slugs in (recorded, former) for slug, _ in slugs.most_common()]


def _gave(page: Page, slug: str) -> bool:
    """Tell whether a story may have its slug from the title of this report."""
    return re.fullmatch(f"{re.escape(make_slug(page.title))}(-[0-9]+)?", slug) is not None


def _let_stay(groups: Iterable[Iterable[int]], staying: Mapping[int, int]) -> Iterator[list[int]]:
    """Yield the groups, each with the reports that stay because of one in it."""
    more: dict[int, list[int]] = defaultdict(list)
    for one, other in staying.items():
        more[other].append(one)
    for group in groups:
        yield sorted(one for index in group for one in (index, *more[index]))


def _unite_decided(
    groups: Iterable[list[int]], decided: Sequence[str]
) -> list[tuple[str, list[int]]]:
    """Put together what a person has put into one story; each group with that story, if any."""
    stories: dict[str, list[int]] = defaultdict(list)
    free = []
    for group in groups:
        story = next((decided[index] for index in group if decided[index]), "")
        if story:
            stories[story] += group
        else:
            free.append(("", group))
    return [*free, *((story, sorted(group)) for story, group in stories.items())]


def order_in_time(page: Page) -> tuple[object, ...]:
    """Return what the reports of a story are sorted by."""
    return (page.dating.moment or page.first_seen, page.id)
