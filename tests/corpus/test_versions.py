"""Versions of an article that developed name each other, newest first."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from sitegen.corpus.dedupe import Match
from sitegen.corpus.versions import link_versions
from sitegen.model.dating import Dating, Precision
from sitegen.model.page import Page, Version
from tests.corpus.corpus_samples import FERRY, compose, compose_one, make_article, on_day, tell

PAGE = compose_one([make_article(FERRY)])


def make_page(slug: str, day: int = 0, title: str = "", precision: Precision = "day") -> Page:
    page = replace(PAGE, id=slug, slug=slug, title=title or f"Ferry {slug}")
    if not day:
        return page
    moment = datetime(2024, 6, day, 12, tzinfo=UTC)
    return replace(page, dating=Dating(moment, precision, "stamp"))


def link(*pages: Page, lead: float = 0.6, score: float = 0.5) -> dict[int, tuple[str, ...]]:
    places = range(len(pages))
    pairs = [
        (one, other, Match(one, other, score, lead))
        for one in places
        for other in places
        if one < other
    ]
    found = link_versions(pages, pairs)
    return {index: tuple(one.slug for one in versions) for index, versions in found.items()}


def test_versions_are_linked_both_ways_newest_first() -> None:
    pages = [make_page("b", 2), make_page("a", 1), make_page("c", 3)]

    assert link(*pages) == {0: ("c", "a"), 1: ("c", "b"), 2: ("b", "a")}


def test_pages_far_apart_in_time_are_no_versions() -> None:
    assert link(make_page("a", 1), make_page("b", 8)) == {0: ("b",), 1: ("a",)}
    assert link(make_page("a", 1), make_page("b", 9)) == {}


def test_a_month_is_near_to_all_its_days() -> None:
    assert link(make_page("a", 1), make_page("b", 28, precision="month"))


def test_versions_have_something_of_their_openings_in_common() -> None:
    assert link(make_page("a", 1), make_page("b", 2), lead=0.1)
    assert not link(make_page("a", 1), make_page("b", 2), lead=0.09)


def test_where_a_date_is_unknown_the_headlines_must_speak_of_one_thing() -> None:
    assert link(make_page("a", 1, "Ferry Aground"), make_page("b", 2, "The Vote"))
    assert link(make_page("a", 0, "Ferry Aground"), make_page("b", 2, "Ferry Freed"))
    assert not link(make_page("a", 0, "Ferry Aground"), make_page("b", 2, "The Vote"))
    long = "Ferry Tugs Wait For High Water On Sunday"
    assert not link(
        make_page("a", 0, long), make_page("b", 2, "Ferry Seats Cut By Bus Firm In Orle")
    )


def test_of_several_matches_between_two_pages_the_best_counts() -> None:
    pages = [make_page("a", 1), make_page("b", 2)]
    matches = [Match(0, 1, 0.5, 0.5), Match(0, 1, 0.6, 0.5), Match(0, 1, 0.55, 0.5)]

    found = link_versions(pages, [(1, 0, match) for match in matches])

    assert found[0] == (Version(slug="b", title="Ferry b", score=0.6),)


def test_a_page_is_no_version_of_itself() -> None:
    assert link_versions([make_page("a")], [(0, 0, Match(0, 1, 0.6, 0.6))]) == {}


@pytest.mark.parametrize("day", [2, 20])
def test_composing_links_versions_and_keeps_them_apart(day: int) -> None:
    early = on_day(make_article(tell(1), "a.txt", title="Ferry Aground"), 1)
    late = on_day(make_article((*tell(1)[:4], *tell(2)[:4]), "b.txt", title="Ferry Freed"), day)

    first, second = sorted(compose([early, late]).pages, key=lambda page: page.seeds[0].seed)

    assert [one.slug for one in first.versions] == ([second.slug] if day == 2 else [])
    assert [one.slug for one in second.versions] == ([first.slug] if day == 2 else [])
    assert len(first.seeds) == len(second.seeds) == 1
