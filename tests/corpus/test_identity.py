"""What is minted is given out once, and stays."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from sitegen.corpus.identity import Mint
from sitegen.model.dating import UNKNOWN, Dating
from sitegen.model.page import Page
from tests.corpus.corpus_samples import FERRY, NOW, compose_one, make_article, on_day

ARTICLE = make_article(FERRY)
PAGE = compose_one([on_day(ARTICLE, 14)])
NOON = datetime(2024, 6, 14, 12, 0, tzinfo=UTC)
DAY = Dating(NOON, "day", "June 14")
SECOND = timedelta(seconds=1)


def make_mint(*pages: Page, base_url: str = "https://example.org/news/") -> Mint:
    return Mint(pages, base_url, NOW)


def test_an_id_is_a_tag_uri_of_the_site_and_the_text() -> None:
    assert make_mint().make_id(ARTICLE) == f"tag:example.org,2026:sitegen/{ARTICLE.digest}"


@pytest.mark.parametrize("base_url", ["", "/news/", "news"])
def test_a_site_without_a_host_still_has_ids(base_url: str) -> None:
    made = make_mint(base_url=base_url).make_id(ARTICLE)

    assert made == f"tag:localhost,2026:sitegen/{ARTICLE.digest}"


def test_an_id_is_never_given_twice() -> None:
    mint = make_mint(PAGE)

    assert mint.make_id(ARTICLE) == f"{PAGE.id}-2"
    assert mint.make_id(ARTICLE) == f"{PAGE.id}-3"


def test_a_slug_that_a_page_has_or_had_is_never_given_again() -> None:
    mint = make_mint(replace(PAGE, slug="ferry", aliases=("ship", "boat")))

    slugs = [mint.make_slug(title) for title in ("Ferry", "Ship", "Boat", "Tug", "Ferry")]

    assert slugs == ["ferry-2", "ship-2", "boat-2", "tug", "ferry-3"]


def test_days_are_given_seconds_after_noon_that_no_page_has() -> None:
    mint = make_mint(PAGE)

    placed = [mint.place_date(DAY).moment for _ in range(3)]

    assert placed == [NOON + SECOND, NOON + 2 * SECOND, NOON + 3 * SECOND]


def test_an_instant_and_an_unknown_date_stay_as_they_are() -> None:
    instant = Dating(NOON, "instant", "12:00 UTC")

    assert make_mint(PAGE).place_date(instant) is instant
    assert make_mint(PAGE).place_date(UNKNOWN) is UNKNOWN


def test_pages_without_a_date_are_given_seconds_before_now() -> None:
    mint = make_mint(replace(PAGE, dating=UNKNOWN, first_seen=NOW - SECOND))

    seen = [mint.seen_now(is_order=True) for _ in range(3)]

    assert seen == [NOW, NOW - 2 * SECOND, NOW - 3 * SECOND]
    assert mint.seen_now(is_order=False) == NOW


def test_seconds_stay_distinct_when_the_build_runs_just_after_midnight() -> None:
    midnight = datetime(2024, 6, 20, 0, 0, 2, tzinfo=UTC)
    mint = Mint((), "", midnight)

    seen = [mint.seen_now(is_order=True) for _ in range(50)]

    assert len(set(seen)) == 50
    assert {moment.date() for moment in seen} == {midnight.date()}


def test_the_second_of_an_update_is_taken() -> None:
    mint = make_mint(replace(PAGE, updated=NOW))

    assert mint.seen_now(is_order=True) == NOW - SECOND


def test_a_day_with_more_pages_than_seconds_repeats_noon() -> None:
    mint = make_mint()

    placed = [mint.place_date(DAY).moment for _ in range(86_400)]

    assert len(set(placed)) == 86_400
    assert {moment.date() for moment in placed if moment} == {NOON.date()}
    assert mint.place_date(DAY).moment == NOON
