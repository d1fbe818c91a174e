"""Tell how a story came about, for whoever asks: what holds it together, and what stayed out."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sitegen.corpus.accounts import Texts
from sitegen.corpus.bonds import (
    ALIKE,
    WINDOW,
    are_of_other_days,
    differ,
    list_rare_tags,
    list_results,
    measure_bond,
    share_rare_tags,
    tell_times,
    weigh_pairs,
)
from sitegen.corpus.likeness import (
    Likeness,
    list_shared_words,
    make_vectors,
    measure_likeness,
)
from sitegen.corpus.postings import Vector
from sitegen.corpus.stories import find_decided, find_staying, gather_reports, order_in_time
from sitegen.corpus.timing import Time, compare_seasons, compare_weekdays, count_days_between
from sitegen.model.page import Page

_RESULTS = "their headlines tell other results"
_WORDS = 6  # that two reports are said to have in common
_UNLIKELY = 0.7  # beside chance, from which on it is said that two are of other times of the year


@dataclass(frozen=True, slots=True)
class Bond:
    """How much another page speaks for one event with a report.

    ``strength`` is the likeness of the texts (``cosine``), raised by nearness in time (``days``
    between the two at least, None where that is not known) and by ``tags`` that few have, if they
    count. It is 0 where the days between are too many. ``words`` make the texts alike, the first
    most; there are none where the likeness is too small to count, and ``cosine`` is 0. ``signs``
    tell in words what speaks of the time where a day is unknown.
    """

    slug: str
    strength: float
    cosine: float
    days: float | None
    tags: tuple[str, ...]
    words: tuple[str, ...]
    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """A report of a story; ``strength`` is the average of its bonds with all the others.

    ``stays_by`` is the slug of the report that keeps it in the story that it was part of before,
    empty where it does not need one.
    """

    page: Page
    is_decided: bool
    stays_by: str
    strength: float
    bonds: tuple[Bond, ...]


@dataclass(frozen=True, slots=True)
class Outsider:
    """A page that is like a report and yet not of the story.

    ``bond`` is that with the report it is nearest to; ``strength`` the average over all pairs of
    the story and the one that it is part of itself; ``reason`` says what keeps it out.
    """

    page: Page
    strength: float
    nearest: str
    bond: Bond
    reason: str


@dataclass(frozen=True, slots=True)
class StoryAccount:
    """What is known of a story; ``threshold`` is the average strength that makes two groups one."""

    members: tuple[Member, ...]
    outsiders: tuple[Outsider, ...]
    threshold: float = ALIKE


def give_story_account(story: str, texts: Texts) -> StoryAccount:
    """Return what holds a story together and what keeps others out of it.

    Measured as in a build. A report whose text is not at hand has no bonds.
    """
    measured = _Measured.of(texts)
    inside = [index for index, page in enumerate(texts.pages) if page.story == story]
    inside.sort(key=lambda index: order_in_time(texts.pages[index]))
    near = {other for index in inside for other in measured.likeness.neighbours[index]}
    outsiders = [
        measured.describe_outsider(other, inside) for other in sorted(near.difference(inside))
    ]
    outsiders.sort(key=lambda one: (-one.strength, -one.bond.cosine, one.page.slug))
    members = tuple(measured.describe_member(index, inside) for index in inside)
    return StoryAccount(members, tuple(outsiders))


@dataclass(frozen=True, slots=True)
class _Measured:
    """All pages with their likeness, and the groups that they stand in."""

    pages: Sequence[Page]
    likeness: Likeness
    strengths: Mapping[tuple[int, int], float]
    vectors: Sequence[Vector]
    rare: Sequence[frozenset[str]]
    times: Sequence[Time]
    groups: Mapping[str, Sequence[int]]
    staying: Mapping[int, int]

    @classmethod
    def of(cls, texts: Texts) -> "_Measured":
        likeness = measure_likeness(texts.summaries)
        groups: dict[str, list[int]] = defaultdict(list)
        for index, page in enumerate(texts.pages):
            groups[page.story].append(index)
        strengths = weigh_pairs(texts.pages, likeness)
        gathered = gather_reports(strengths, [find_decided(page) for page in texts.pages])
        return cls(
            pages=texts.pages,
            likeness=likeness,
            strengths=strengths,
            vectors=make_vectors(texts.summaries),
            rare=list_rare_tags(texts.pages),
            times=tell_times(texts.pages, likeness),
            groups=groups,
            staying=find_staying(texts.pages, strengths, gathered),
        )

    def describe_member(self, index: int, inside: Sequence[int]) -> Member:
        others = [other for other in inside if other != index]
        bonds = [self.describe_bond(index, other) for other in others]
        bonds.sort(key=lambda bond: (-bond.strength, -bond.cosine, bond.slug))
        page = self.pages[index]
        strength = measure_bond([index], others, self.strengths) if others else 0.0
        stays_by = self.pages[self.staying[index]].slug if index in self.staying else ""
        return Member(page, bool(find_decided(page)), stays_by, round(strength, 4), tuple(bonds))

    def describe_outsider(self, other: int, inside: Sequence[int]) -> Outsider:
        page = self.pages[other]
        group = self.groups[page.story] if page.story else [other]
        bonds = [(index, self.describe_bond(index, other)) for index in inside]
        nearest, bond = max(bonds, key=lambda pair: (pair[1].strength, pair[1].cosine))
        strength = measure_bond(inside, group, self.strengths)
        reason = self._find_reason(group, inside, strength, bond)
        return Outsider(page, round(strength, 4), self.pages[nearest].slug, bond, reason)

    def describe_bond(self, index: int, other: int) -> Bond:
        pair = (min(index, other), max(index, other))
        one, two = self.times[index], self.times[other]
        days = count_days_between(one, two)
        is_known = one.is_exact and two.is_exact
        cosine = self.likeness.neighbours[index].get(other, 0.0)
        tags = share_rare_tags(self.rare[index], self.rare[other], cosine)
        vectors = self.vectors[index], self.vectors[other]
        return Bond(
            slug=self.pages[other].slug,
            strength=round(self.strengths.get(pair, 0.0), 4),
            cosine=cosine,
            days=round(days, 1) if days is not None and (is_known or days >= 1) else None,
            tags=tuple(sorted(tags)) if is_known else (),
            words=list_shared_words(*vectors, _WORDS) if cosine else (),
            signs=(
                *_list_signs(one, two, cosine, has_rare=bool(tags)),
                *_list_results(self.pages[index], self.pages[other]),
            ),
        )

    def _find_reason(
        self, group: Sequence[int], inside: Sequence[int], strength: float, bond: Bond
    ) -> str:
        ours, theirs = (
            {find_decided(self.pages[index]) for index in indexes} - {""}
            for indexes in (inside, group)
        )
        if ours and theirs:
            return "a person keeps them apart"
        if _RESULTS in bond.signs:
            return _RESULTS
        if bond.strength == 0.0 and bond.days is not None and WINDOW < bond.days:
            return "too many days between them"
        if strength < ALIKE:
            return "too little alike on average"
        return "other reports were more alike and joined first"


def _list_signs(one: Time, other: Time, cosine: float, *, has_rare: bool) -> Iterator[str]:
    """Yield what the texts say of their time, beside their dates."""
    if one.is_exact and other.is_exact:
        if cosine and are_of_other_days(one, other, cosine, has_rare=has_rare):
            yield "their openings name other weekdays"
        return
    weekdays = compare_weekdays(one, other)
    if weekdays != "open":
        yield f"their openings name {'one weekday' if weekdays == 'same' else 'other weekdays'}"
    if compare_seasons(one, other) < _UNLIKELY:
        yield "the months they name are of other times of the year"


def _list_results(one: Page, other: Page) -> Iterator[str]:
    if differ(list_results(one), list_results(other)):
        yield _RESULTS
