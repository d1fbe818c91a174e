"""Gather the reports of one event into a story, with a name that stays (law 4)."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import timedelta
from itertools import product

from sitegen.corpus.dating import may_be_near
from sitegen.corpus.related import Likeness
from sitegen.model.page import Page
from sitegen.text.slug import make_unique_slug

_ALIKE = 0.36  # average cosine of two groups from which they tell one event
_WINDOW = timedelta(days=10)  # between neighbouring reports, where both dates are known
_RARE = 8  # articles that may have a tag for it to speak for one event
_RARE_BONUS = 0.16


def name_stories(pages: Sequence[Page], likeness: Likeness) -> tuple[str, ...]:
    """Return the story slug of each page, an empty string for a page that stands alone.

    A story keeps the slug that most of its pages have on record; a new one is named after its
    earliest report.
    """
    taken = {page.story for page in pages if page.story}
    used: set[str] = set()
    names = [""] * len(pages)
    for group in sorted(_gather(pages, likeness), key=lambda group: (-len(group), group)):
        first = min(group, key=lambda index: _order(pages[index]))
        recorded = Counter(pages[index].story for index in sorted(group) if pages[index].story)
        known = [slug for slug, _ in recorded.most_common() if slug not in used]
        slug = known[0] if known else make_unique_slug(pages[first].title, taken)
        taken.add(slug)
        used.add(slug)
        for index in group:
            names[index] = slug
    return tuple(names)


def _gather(pages: Sequence[Page], likeness: Likeness) -> list[list[int]]:
    """Join the most alike first, two groups only if all their members are alike on average."""
    strengths = _weigh_pairs(pages, likeness)
    pairs = sorted(
        (-strength, *pair)
        for pair, strength in strengths.items()
        if _ALIKE <= strength and _are_near(*(pages[index] for index in pair))
    )
    groups = {index: [index] for _, *both in pairs for index in both}
    for _, first, second in pairs:
        one, other = groups[first], groups[second]
        if one is other or _average(one, other, strengths) < _ALIKE:
            continue
        joined = sorted(one + other)
        for index in joined:
            groups[index] = joined
    unique = defaultdict(list)
    for group in groups.values():
        unique[group[0]] = group
    return [group for group in unique.values() if len(group) > 1]


def _weigh_pairs(pages: Sequence[Page], likeness: Likeness) -> dict[tuple[int, int], float]:
    """Return how much each two pages, the lower index first, speak for one event.

    Beside their likeness counts a tag that few articles have, if both are known to be of one time.
    """
    support = Counter(tag for page in pages for tag in page.tags)
    rare = [{tag for tag in page.tags if support[tag] <= _RARE} for page in pages]
    return {
        (first, second): cosine
        + _RARE_BONUS * (bool(rare[first] & rare[second]) and _is_dated_near(pages, first, second))
        for first, neighbours in enumerate(likeness.neighbours)
        for second, cosine in neighbours.items()
        if first < second
    }


def _average(one: list[int], other: list[int], strengths: Mapping[tuple[int, int], float]) -> float:
    pairs = ((min(pair), max(pair)) for pair in product(one, other))
    return sum(strengths.get(pair, 0.0) for pair in pairs) / (len(one) * len(other))


def _is_dated_near(pages: Sequence[Page], first: int, second: int) -> bool:
    is_dated = all(pages[index].dating.moment for index in (first, second))
    return is_dated and _are_near(pages[first], pages[second])


def _are_near(one: Page, other: Page) -> bool:
    return may_be_near(one.dating, other.dating, _WINDOW)


def _order(page: Page) -> tuple[object, ...]:
    return (page.dating.moment or page.first_seen, page.id)
