"""Choose for every page the others worth pointing to, each with its reason in words."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from sitegen.corpus.bonds import tell_times
from sitegen.corpus.likeness import Likeness
from sitegen.corpus.reasons import find_reason
from sitegen.corpus.timing import measure_nearness
from sitegen.model.page import Page, RelatedPage
from sitegen.model.value import value
from sitegen.text.wording import Wording

_OF_STORY = 3  # of the page's own story; the page of the story has them all
_OTHERS = 5
_OF_ONE_STORY = 2  # of the others, those of one story: a third says the same again
_SAME = 0.9  # cosine from which two pages are one article
_ANSWERS = 3  # beyond the others: pages that point here and would get no answer
_HAD = 1.1  # how much more counts what a page had: another must be better by more than that


@value
class _Choice:
    """Another page, by its index, that one page would point to, and why."""

    other: int
    score: float
    reason: str


class _Other(NamedTuple):
    """Another page that is like one, by its place, and how much, with and without their dates."""

    place: int
    page: Page
    score: float
    cosine: float


def relate_pages(
    pages: Sequence[Page], likeness: Likeness, words: Wording
) -> list[tuple[RelatedPage, ...]]:
    """Return the related pages of each page, best first.

    ``pages`` have their tags, stories and versions, and what they were related to before: a
    version of an article, or a copy of it that was published before, is not related to it, it is
    the same.
    What a page had stays in its order while nothing else is much better: what words weigh changes
    a little with each article, and lists that followed it would change with every build.
    Who points is pointed to: a page answers those that chose it, beyond its own choice if it must.
    """
    support = Counter(tag for page in pages for tag in page.tags)
    scores = _measure_scores(pages, likeness)
    chosen = []
    for index, page in enumerate(pages):
        cosines = likeness.neighbours[index]
        others = [
            _Other(other, pages[other], score, cosines[other])
            for other, score in _rank(index, pages, scores[index], cosines)
        ]
        # Answers stand behind a choice that left them no room, so this gives the choice alone.
        had = list(_choose(page, _recall(page, others), support, words))
        best = list(_choose(page, _prefer(had, others), support, words))
        chosen.append(_keep_order(had, best))
    answered = _answer(pages, chosen)
    return [
        tuple(
            RelatedPage(pages[choice.other].slug, pages[choice.other].title, choice.reason)
            for choice in choices
        )
        for choices in answered
    ]


def _measure_scores(pages: Sequence[Page], likeness: Likeness) -> list[dict[int, float]]:
    """Return how much each page and those like it belong together, by the index of the others."""
    times = tell_times(pages, likeness)
    scores: list[dict[int, float]] = [{} for _ in pages]
    for first, cosines in enumerate(likeness.neighbours):
        for second, cosine in cosines.items():
            if first < second:  # who is like another has it as one like it, too
                score = cosine * measure_nearness(times[first], times[second])
                scores[first][second] = scores[second][first] = score
    return scores


def _rank(
    index: int,
    pages: Sequence[Page],
    scores: Mapping[int, float],
    cosines: Mapping[int, float],
) -> list[tuple[int, float]]:
    """Return the other articles like one with their scores, best first."""
    page = pages[index]
    versions = {version.slug for version in page.versions}

    def is_same(other: Page, cosine: float) -> bool:
        """Tell whether two pages are one article; a person who keeps them apart knows better."""
        if cosine < _SAME and other.slug not in versions:
            return False
        pairs = [(page, other), (other, page)]
        return not any(row.id == away.id for kept, away in pairs for row in kept.apart)

    scored = [
        (other, scores[other])
        for other, cosine in cosines.items()
        if not is_same(pages[other], cosine)
    ]
    return sorted(scored, key=lambda pair: (-pair[1], pages[pair[0]].slug))


def _choose(
    page: Page, ranked: Iterable[_Other], support: Mapping[str, int], words: Wording
) -> Iterator[_Choice]:
    """Yield the best of the own story and the best others, few of one story and no two versions.

    A reason is slow to find, so it is looked for only where there is room.
    """
    counts: Counter[str] = Counter()
    others = 0
    taken: set[str] = set()
    for place, other, score, cosine in ranked:
        is_own = page.story != "" and other.story == page.story
        most = _OF_STORY if is_own else _OF_ONE_STORY
        if (other.story and counts[other.story] == most) or other.slug in taken:
            continue
        if not is_own and others == _OTHERS:
            continue
        reason = find_reason(page, other, cosine, support, words)
        if not reason:
            continue
        others += not is_own
        counts[other.story] += 1
        taken.update(version.slug for version in other.versions)
        yield _Choice(place, score, reason)


def _recall(page: Page, others: Iterable[_Other]) -> Iterator[_Other]:
    """Return those of the others that a page had, in its order."""
    by_slug = {other.page.slug: other for other in others}
    return (by_slug[had.slug] for had in page.related if had.slug in by_slug)


def _prefer(had: Iterable[_Choice], others: Sequence[_Other]) -> Sequence[_Other]:
    """Return the others, best first, where what a page had counts more."""
    places = {choice.other for choice in had}
    if not places:
        return others
    return sorted(others, key=lambda one: -one.score * (_HAD if one.place in places else 1))


def _keep_order(had: Sequence[_Choice], best: Iterable[_Choice]) -> list[_Choice]:
    """Return the best, what a page had in its order, and each new one above what is less like it.

    >>> had = [_Choice(1, 0.5, ""), _Choice(2, 0.6, ""), _Choice(3, 0.3, "")]
    >>> best = [_Choice(2, 0.6, ""), _Choice(4, 0.55, ""), _Choice(1, 0.5, "")]
    >>> [choice.other for choice in _keep_order(had, best)]
    [4, 1, 2]
    """
    by_place = {choice.other: choice for choice in best}
    kept = [by_place.pop(choice.other) for choice in had if choice.other in by_place]
    for new in by_place.values():
        lower = (place for place, choice in enumerate(kept) if choice.score < new.score)
        kept.insert(next(lower, len(kept)), new)
    return kept


def _answer(pages: Sequence[Page], chosen: Sequence[list[_Choice]]) -> list[list[_Choice]]:
    """Return the choices, and for each page that is not chosen back the answer, best first."""
    answers: list[list[_Choice]] = [[] for _ in pages]
    known = [{choice.other for choice in choices} for choices in chosen]
    for index, choices in enumerate(chosen):
        for choice in choices:
            other = choice.other
            is_own = pages[index].story != "" and pages[index].story == pages[other].story
            if index not in known[other] and not is_own:
                answers[other].append(_Choice(index, choice.score, choice.reason))
    return [
        own + _choose_answers(page, more, pages)
        for page, own, more in zip(pages, chosen, answers, strict=True)
    ]


def _choose_answers(page: Page, answers: Sequence[_Choice], pages: Sequence[Page]) -> list[_Choice]:
    """Return the best answers of a page; what it had counts more and keeps its order."""
    places = {related.slug: place for place, related in enumerate(page.related)}

    def tell_worth(choice: _Choice) -> tuple[float, str]:
        slug = pages[choice.other].slug
        return -choice.score * (_HAD if slug in places else 1), slug

    best = sorted(answers, key=tell_worth)[:_ANSWERS]
    return sorted(best, key=lambda choice: places.get(pages[choice.other].slug, len(places)))
