"""Laws 4 and 5 for stories: what a person put together or apart stays so, whatever else comes."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import combinations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from sitegen.corpus.bonds import ALIKE, weigh_pairs
from sitegen.corpus.decide_story import (
    StoryDecision,
    decide_story_join,
    decide_story_merge,
    decide_story_split,
    find_brought,
    find_reports,
)
from sitegen.corpus.likeness import Likeness
from sitegen.corpus.stories import find_decided, list_story_slugs, name_stories, place_in_story
from sitegen.errors import UsageError
from sitegen.model.page import Page
from sitegen.model.record import Record
from sitegen.publish import plan_site
from sitegen.publish.heirs import find_story_heirs
from tests.publish.feed_samples import SETTINGS
from tests.publish.site_samples import NOW, make_page, noon

NUMBERS = st.integers(0, 11)
COSINES = st.sampled_from([0.0, 0.0, 0.15, 0.25, 0.5, 0.9])
STEPS = st.one_of(
    st.tuples(st.just("come"), NUMBERS, st.lists(COSINES, min_size=12, max_size=12)),
    st.tuples(st.just("come"), NUMBERS, st.lists(COSINES, min_size=12, max_size=12)),
    st.tuples(st.just("merge"), NUMBERS, NUMBERS),
    st.tuples(st.just("split"), NUMBERS, st.just(0)),
    st.tuples(st.just("join"), NUMBERS, NUMBERS),
    st.tuples(st.just("edit"), NUMBERS, st.just(0)),
    st.tuples(st.just("leave"), NUMBERS, st.just(0)),
)
Step = tuple[str, int, object]


@dataclass
class Site:
    """The pages of a site, how alike they are, and the addresses that stories have had."""

    record: Record = field(default_factory=lambda: Record(pages=(), tags=(), own=()))
    cosines: dict[tuple[str, str], float] = field(default_factory=dict)
    addresses: set[str] = field(default_factory=set)
    number: int = 0

    def list_stories(self) -> list[str]:
        return sorted({page.story for page in self.record.pages if page.story})

    def build(self) -> None:
        pages = self.record.pages
        names = name_stories(pages, self.measure())
        placed = [
            page if page.is_edited else place_in_story(page, name)
            for page, name in zip(pages, names, strict=True)
        ]
        self.record = replace(self.record, pages=tuple(placed))
        counts = Counter(page.story for page in placed if page.story)
        self.addresses |= {slug for slug, number in counts.items() if number > 1}

    def measure(self) -> Likeness:
        pages = self.record.pages
        near: list[dict[int, float]] = [{} for _ in pages]
        for (one, first), (other, second) in combinations(enumerate(pages), 2):
            cosine = self.cosines.get((min(first.id, second.id), max(first.id, second.id)), 0)
            if cosine:
                near[one][other] = near[other][one] = cosine
        return Likeness(tuple(near))

    def step(self, kind: str, number: int, more: object) -> None:
        pages, stories = self.record.pages, self.list_stories()
        match kind, more:
            case "come", list(cosines):
                page = make_page(f"p{self.number}", noon(10 + number % 4))
                self.number += 1
                for other, cosine in zip(pages, cosines, strict=False):
                    self.cosines[min(page.id, other.id), max(page.id, other.id)] = cosine
                self.record = replace(self.record, pages=(*pages, page))
            case "merge", int(other) if stories:
                names = stories[number % len(stories)], stories[other % len(stories)]
                self.decide(lambda: decide_story_merge(self.record, *names))
            case "split", _ if stories:
                page = find_reports(self.record, stories[number % len(stories)])[-1]
                self.decide(lambda: decide_story_split(self.record, page.story, [page]))
            case "join", int(other) if stories:
                story, page = stories[other % len(stories)], pages[number % len(pages)]
                self.decide(lambda: decide_story_join(self.record, story, page))
            case "edit", _ if pages:
                self.write([replace(pages[number % len(pages)], is_edited=True)])
            case "leave", _ if len(pages) > 1:
                gone = pages[number % len(pages)]
                self.record = replace(self.record, pages=tuple(p for p in pages if p != gone))

    def decide(self, decide: Callable[[], StoryDecision]) -> None:
        try:
            self.write(decide().pages)
        except UsageError:
            return

    def write(self, pages: list[Page] | tuple[Page, ...]) -> None:
        written = {page.id: page for page in pages}
        kept = tuple(written.get(page.id, page) for page in self.record.pages)
        self.record = replace(self.record, pages=kept)


@settings(max_examples=60, deadline=None)
@given(st.lists(STEPS, min_size=4, max_size=24))
@example([("come", 0, [0.0] * 12)] * 2 + [("edit", 0, 0), ("come", 0, [0.5] * 12)])
def test_what_a_person_decided_holds_in_every_later_build(steps: list[Step]) -> None:
    site = Site()
    for step in steps:
        site.step(*step)
        decided = {page.id: find_decided(page) for page in site.record.pages}
        site.build()
        after = {page.id: page.story for page in site.record.pages}
        assert {name: after[name] for name, story in decided.items() if story} == {
            name: story for name, story in decided.items() if story
        }
        built = site.record
        site.build()
        assert site.record == built


@settings(max_examples=60, deadline=None)
@given(st.lists(STEPS, min_size=4, max_size=24))
@example([("come", 0, [0.0] * 12), ("come", 0, [0.25] * 12), ("come", 0, [0.0, 0.9] + [0.0] * 10)])
def test_no_report_is_left_alone_by_a_story_in_which_one_is_like_it(steps: list[Step]) -> None:
    site = Site()
    for step in steps:
        site.step(*step)
        before = site.record.pages
        strengths = weigh_pairs(before, site.measure())
        site.build()
        alone = {i for i, page in enumerate(site.record.pages) if not page.story}
        assert [
            pair
            for pair, strength in strengths.items()
            if before[pair[0]].story == before[pair[1]].story != ""
            and alone.intersection(pair)
            and ALIKE <= strength
        ] == []


@settings(max_examples=60, deadline=None)
@given(st.lists(STEPS, min_size=4, max_size=24))
def test_every_address_that_a_story_had_is_answered_while_a_page_is_left_that_knows_it(
    steps: list[Step],
) -> None:
    site = Site()
    for step in steps:
        site.step(*step)
        site.build()
        known = list_story_slugs(site.record.pages)
        plan = plan_site(site.record, SETTINGS, NOW)
        answers = {story.slug for story in plan.stories} | find_story_heirs(plan).keys()
        assert site.addresses & known.keys() <= answers
        for slug, heir in find_story_heirs(plan).items():
            left = [page for page in plan.pages if page.story == slug]
            assert not left or heir in left


@settings(max_examples=60, deadline=None)
@given(st.lists(STEPS, min_size=4, max_size=16), NUMBERS, NUMBERS)
def test_a_split_undoes_a_merge(steps: list[Step], one: int, other: int) -> None:
    site = Site()
    for step in steps:
        if step[0] == "edit":
            continue
        site.step(*step)
        site.build()
    stories = site.list_stories()
    if len(stories) < 2:
        return
    kept, away = stories[one % len(stories)], stories[other % len(stories)]
    if kept == away:
        return
    before = {story: find_ids(site, story) for story in (kept, away)}

    site.write(decide_story_merge(site.record, kept, away).pages)
    site.build()
    brought = find_brought(site.record, kept, away)
    came = {page.id for page in brought}
    site.write(decide_story_split(site.record, kept, brought).pages)
    site.build()

    assert before[away] <= came
    assert before[away] <= find_ids(site, away)
    assert before[kept] <= find_ids(site, kept)


def find_ids(site: Site, story: str) -> set[str]:
    return {page.id for page in find_reports(site.record, story)}
