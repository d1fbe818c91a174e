"""Choose for every page the others worth pointing to, each with its reason in words."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sitegen.corpus.bonds import tell_times
from sitegen.corpus.likeness import Likeness
from sitegen.corpus.reasons import ShownPair, find_reason, share_words
from sitegen.corpus.timing import measure_nearness
from sitegen.model.page import Page, RelatedPage
from sitegen.model.value import value
from sitegen.text.answers import Answers
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


# Another page that is like one, by its index, with how much the two belong together.
_Other = tuple[int, float]


@dataclass(frozen=True, slots=True)
class _Site:
    """All pages, where each stands by its slug, and how many have each tag."""

    pages: Sequence[Page]
    places: Mapping[str, int]
    support: Mapping[str, int]
    words: Wording
    share: Callable[[ShownPair], tuple[str, ...]]


def relate_pages(
    pages: Sequence[Page],
    likeness: Likeness,
    words: Wording,
    share: Callable[[ShownPair], tuple[str, ...]] = share_words,
) -> list[tuple[RelatedPage, ...]]:
    """Return the related pages of each page, best first.

    ``pages`` have their tags, stories and versions, and what they were related to before: a
    version of an article, or a copy of it that was published before, is not related to it, it is
    the same.
    What a page had stays in its order while nothing else is much better: what words weigh changes
    a little with each article, and lists that followed it would change with every build.
    Who points is pointed to: a page answers those that chose it, beyond its own choice if it must.
    """
    site = _Site(
        pages=pages,
        places={page.slug: place for place, page in enumerate(pages)},
        support=Counter(tag for page in pages for tag in page.tags),
        words=words,
        share=share,
    )
    scores = _measure_scores(pages, likeness)
    chosen = [
        _choose_others(page, cosines, others, site)
        for page, cosines, others in zip(pages, likeness.neighbours, scores, strict=True)
    ]
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


def _choose_others(
    page: Page, cosines: Mapping[int, float], scores: Mapping[int, float], site: _Site
) -> list[_Choice]:
    """Return what a page points to by its own choice."""
    others = _leave_out_same(page, cosines, scores, site.pages)

    def find(place: int) -> str:
        other = site.pages[place]
        return find_reason(page, other, cosines[place], site.support, site.words, site.share)

    # A reason is slow to find, and asked for again where a page keeps what it had.
    reasons = Answers(find, most=1 + len(others))
    known = [site.places.get(had.slug, -1) for had in page.related]
    # Answers stand behind a choice that left them no room, so this gives the choice alone.
    recalled = [(place, others[place]) for place in known if place in others]
    had = list(_choose(page, recalled, site.pages, reasons))
    ranked = _rank(others, {choice.other for choice in had}, site.pages)
    return _keep_order(had, _choose(page, ranked, site.pages, reasons))


def _leave_out_same(
    page: Page, cosines: Mapping[int, float], scores: Mapping[int, float], pages: Sequence[Page]
) -> Mapping[int, float]:
    """Return the scores of the others without those that are one article with the page.

    A person who keeps two apart knows better.
    """
    versions = {version.slug for version in page.versions}
    same = {
        place
        for place, cosine in cosines.items()
        if (_SAME <= cosine or pages[place].slug in versions) and not _are_apart(page, pages[place])
    }
    return {place: scores[place] for place in cosines if place not in same}


def _are_apart(one: Page, other: Page) -> bool:
    """Tell whether a person keeps two pages apart."""
    pairs = [(one, other), (other, one)]
    return any(row.id == away.id for kept, away in pairs for row in kept.apart)


def _rank(others: Mapping[int, float], had: Collection[int], pages: Sequence[Page]) -> list[_Other]:
    """Return the others, best first, where what a page had counts more."""
    ranked = sorted(
        [
            (-score * _HAD if place in had else -score, -score, pages[place].slug, place)
            for place, score in others.items()
        ]
    )
    return [(place, -score) for _, score, _, place in ranked]


def _choose(
    page: Page, ranked: Iterable[_Other], pages: Sequence[Page], reasons: Mapping[int, str]
) -> Iterator[_Choice]:
    """Yield the best of the own story and the best others, few of one story and no two versions.

    A reason is slow to find, so it is looked for only where there is room.
    """
    counts: Counter[str] = Counter()
    others = 0
    taken: set[str] = set()
    for place, score in ranked:
        other = pages[place]
        is_own = page.story != "" and other.story == page.story
        if not is_own and others == _OTHERS:
            continue
        most = _OF_STORY if is_own else _OF_ONE_STORY
        if (other.story and counts[other.story] == most) or other.slug in taken:
            continue
        reason = reasons[place]
        if not reason:
            continue
        others += not is_own
        counts[other.story] += 1
        taken.update(version.slug for version in other.versions)
        yield _Choice(place, score, reason)


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
