from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import permutations
from zoneinfo import ZoneInfo

import pytest

from sitegen.model.dating import UNKNOWN, Dating, Precision
from sitegen.model.page import SITE_NAMES
from sitegen.model.record import Record
from sitegen.model.settings import Settings
from sitegen.publish import urls
from sitegen.publish.plan import day_of, list_link_targets, list_withheld, plan_site
from sitegen.publish.renewal import moment_of
from tests.publish.feed_samples import NOON, SETTINGS, make_issue
from tests.publish.site_samples import day, make_page, noon, plan, tag


def test_the_newest_page_comes_first_and_the_order_of_files_does_not_matter() -> None:
    pages = (make_page("a", noon(14)), make_page("b", noon(15)), make_page("c", noon(14)))

    for order in permutations(pages):
        assert [page.slug for page in plan(*order).pages] == ["b", "c", "a"]


def test_an_undated_page_stands_where_it_was_first_seen() -> None:
    undated = make_page("a", noon(14), dating=UNKNOWN)

    assert moment_of(undated) == noon(14)
    assert day_of(undated, UTC) == day(14)


@pytest.mark.parametrize(
    ("hour", "zone", "expected"),
    [(23, "UTC", 14), (23, "Europe/Oslo", 15), (1, "America/Lima", 13)],
)
def test_an_instant_falls_on_the_day_that_readers_have(hour: int, zone: str, expected: int) -> None:
    page = make_page("a", datetime(2024, 6, 14, hour, tzinfo=UTC))

    assert day_of(page, ZoneInfo(zone)) == day(expected)


def test_a_known_day_is_that_day_everywhere() -> None:
    page = make_page("a", dating=Dating(NOON, "day", ""))

    assert day_of(page, ZoneInfo("Pacific/Auckland")) == day(14)


@pytest.mark.parametrize(("drafts", "expected"), [(False, []), (True, ["a"])])
def test_drafts_are_published_only_if_asked_for(drafts: bool, expected: list[str]) -> None:  # noqa: FBT001 - a parameter of the case
    site = plan(make_page("a", draft=True), settings=replace(SETTINGS, drafts=drafts))

    assert [page.slug for page in site.pages] == expected


@pytest.mark.parametrize(("future", "expected"), [(False, ["a"]), (True, ["b", "a"])])
def test_pages_of_later_days_are_published_only_if_asked_for(
    future: bool,  # noqa: FBT001 - a parameter of the case
    expected: list[str],
) -> None:
    pages = (make_page("a", NOON + timedelta(hours=3)), make_page("b", NOON + timedelta(days=1)))
    record = Record(pages=pages, tags=(), own=())

    site = plan_site(record, replace(SETTINGS, future=future), NOON)

    assert [page.slug for page in site.pages] == expected


def test_what_is_withheld_is_what_a_later_day_alone_keeps_off_the_site() -> None:
    pages = (
        make_page("today", NOON),
        make_page("later", NOON + timedelta(days=1)),
        make_page("draft", NOON + timedelta(days=1), draft=True),
    )
    record = Record(pages=pages, tags=(), own=())

    def list_slugs(settings: Settings) -> list[str]:
        return [page.slug for page in list_withheld(record, settings, NOON)]

    plain = replace(SETTINGS, drafts=False, future=False)
    assert list_slugs(plain) == ["later"]
    assert list_slugs(replace(plain, drafts=True)) == ["later", "draft"]
    assert list_slugs(replace(plain, future=True)) == []


def test_a_tag_needs_a_page_in_content_and_enough_articles() -> None:
    pages = (make_page("a", tags=("Mira", "Oslo", "Rare")), make_page("b", tags=("Mira", "Oslo")))

    site = plan(*pages, tags=("Mira", "Rare"), settings=replace(SETTINGS, tag_minimum=2))

    assert [(found.title, len(found.pages)) for found in site.tags] == [("Mira", 2)]


def test_tags_stand_by_title_whatever_their_case() -> None:
    site = plan(make_page("a", tags=("b", "C", "A")), tags=("C", "b", "A"))

    assert [found.title for found in site.tags] == ["A", "b", "C"]


def test_a_story_needs_two_pages_and_bears_the_title_of_the_first_report() -> None:
    pages = (
        make_page("later", noon(15), story="s"),
        make_page("first", noon(14), story="s"),
        make_page("alone", noon(14), story="t"),
    )

    (story,) = plan(*pages).stories

    assert (story.slug, story.title) == ("s", "First")
    assert [page.slug for page in story.pages] == ["first", "later"]


def test_a_report_without_a_date_does_not_make_an_old_story_the_latest() -> None:
    pages = (
        make_page("old", noon(3), story="old"),
        make_page("undated", noon(20), story="old", dating=UNKNOWN),
        *(make_page(f"new-{number}", noon(number), story="new") for number in (13, 14)),
        *(make_page(name, noon(10), story="unknown", dating=UNKNOWN) for name in ("x", "y")),
    )

    assert [story.slug for story in plan(*pages).stories] == ["new", "unknown", "old"]


def test_a_digest_without_an_id_gets_the_one_that_it_would_have_had() -> None:
    (digest,) = plan(issues=(make_issue("2024-06-14", id=""),)).digests

    assert digest.issue is not None
    assert digest.issue.id == "tag:example.org,2026:sitegen/digest/2024-06-14"


def test_a_copy_of_a_digest_gets_an_id_of_its_own() -> None:
    first = make_issue("2024-06-14")

    digests = plan(issues=(first, make_issue("2024-06-15", id=first.id))).digests

    assert [digest.issue.id for digest in digests if digest.issue] == [
        "tag:example.org,2026:sitegen/digest/2024-06-15",
        first.id,
    ]


def test_every_day_and_week_with_articles_has_a_digest() -> None:
    pages = (make_page("sunday", noon(16)), make_page("monday", noon(17)))

    digests = plan(*pages).digests

    assert [digest.slug for digest in digests] == [
        "2024-W25",
        "2024-06-17",
        "2024-W24",
        "2024-06-16",
    ]
    assert (digests[2].first, digests[2].last) == (day(10), day(16))


def test_an_empty_record_is_an_empty_site() -> None:
    site = plan_site(Record(pages=(), tags=(tag("Mira"),), own=()), SETTINGS, NOON)

    assert (site.pages, site.tags, site.stories, site.digests) == ((), (), (), ())


def test_a_person_cannot_take_a_name_that_the_site_uses() -> None:
    roots = {
        urls.article_address("a"), urls.tag_address("a"), urls.story_address("a"),
        urls.digest_address("a"), urls.month_address(2024, 6), urls.page_address("", 1),
        urls.source_address("a"), urls.feed_archive_address(1),
    }  # fmt: skip

    assert {address.split("/")[0] for address in roots} <= SITE_NAMES


def test_a_link_may_lead_to_a_former_address() -> None:
    site = plan(replace(make_page("b", noon(14)), aliases=("a",)))

    assert {"articles/a/", "articles/b/"} <= list_link_targets(site)


@pytest.mark.parametrize("precision", ["month", "year"])
def test_a_page_of_which_no_day_is_known_is_in_no_digest(precision: Precision) -> None:
    coarse = make_page("m", dating=Dating(noon(1), precision, "June 2024"))

    site = plan(coarse, make_page("a", noon(2)))

    assert [digest.slug for digest in site.digests] == ["2024-W22", "2024-06-02"]
    assert {page.slug for page in site.pages} == {"m", "a"}
