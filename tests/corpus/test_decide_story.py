"""What a person decides about stories, as front matter."""

from dataclasses import replace

import pytest

from sitegen.corpus import (
    decide_story_join,
    decide_story_merge,
    decide_story_split,
    find_brought,
    find_reports,
)
from sitegen.corpus.decide_story import StoryDecision
from sitegen.errors import UsageError
from sitegen.model.page import Page
from sitegen.model.record import Record
from tests.publish.site_samples import make_page, noon

PAGES = (
    make_page("a", noon(14), story="storm"),
    make_page("b", noon(15), story="storm"),
    make_page("c", noon(14), story="flood"),
    make_page("d", noon(15), story="flood"),
    make_page("e", noon(15)),
)
RECORD = Record(pages=PAGES, tags=(), own=())


def obey(record: Record, decision: StoryDecision) -> Record:
    written = {page.id: page for page in decision.pages}
    return replace(record, pages=tuple(written.get(page.id, page) for page in record.pages))


def list_stories(record: Record) -> dict[str, str]:
    return {page.slug: page.story for page in record.pages}


def pick(record: Record, slug: str) -> Page:
    return next(page for page in record.pages if page.slug == slug)


def test_a_merge_makes_all_reports_of_both_say_so() -> None:
    after = obey(RECORD, decide_story_merge(RECORD, "storm", "flood"))

    assert [page.slug for page in find_reports(after, "storm")] == ["a", "c", "b", "d"]
    assert all(page.is_story_by_hand for page in find_reports(after, "storm"))
    assert pick(after, "c").former_stories == ("flood",)
    assert pick(after, "e") == pick(RECORD, "e")


def test_those_of_the_story_that_stays_are_written_first() -> None:
    decision = decide_story_merge(RECORD, "storm", "flood")

    assert [page.slug for page in decision.pages] == ["a", "b", "c", "d"]


def test_a_split_undoes_a_merge_and_the_story_has_its_address_again() -> None:
    merged = obey(RECORD, decide_story_merge(RECORD, "storm", "flood"))
    brought = find_brought(merged, "storm", "flood")

    decision = decide_story_split(merged, "storm", brought)

    assert decision.other == "flood"
    assert list_stories(obey(merged, decision)) == list_stories(RECORD)


def test_reports_that_leave_are_a_story_named_after_the_first_of_them() -> None:
    decision = decide_story_split(RECORD, "storm", [PAGES[1]])

    assert (decision.kept, decision.other) == ("storm", "b")
    assert [(page.slug, page.story) for page in decision.pages] == [("a", "storm"), ("b", "b")]


def test_an_article_joins_a_story_and_does_not_take_along_those_that_it_leaves() -> None:
    after = obey(RECORD, decide_story_join(RECORD, "storm", PAGES[3]))

    assert list_stories(after) == list_stories(RECORD) | {"d": "storm"}
    assert pick(after, "c").is_story_by_hand
    with pytest.raises(UsageError, match="d: is a report of stories/storm already"):
        decide_story_join(after, "storm", pick(after, "d"))


def test_a_page_edited_by_hand_that_says_so_already_is_left_alone() -> None:
    edited = replace(PAGES[0], is_edited=True)
    record = replace(RECORD, pages=(edited, *PAGES[1:]))

    decision = decide_story_merge(record, "storm", "flood")

    assert [page.slug for page in decision.pages] == ["b", "c", "d"]


@pytest.mark.parametrize(
    ("leaving", "message"),
    [
        ([PAGES[2]], "c: is no report of stories/storm; its reports: a, b"),
        ([PAGES[0], PAGES[1]], "stories/storm: these are all of its reports"),
    ],
)
def test_what_cannot_be_split_is_told(leaving: list[Page], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        decide_story_split(RECORD, "storm", leaving)


def test_a_story_is_not_merged_into_itself() -> None:
    with pytest.raises(UsageError, match="both names are those of stories/storm"):
        decide_story_merge(RECORD, "storm", "storm")
