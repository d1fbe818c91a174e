from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from sitegen.model.dating import UNKNOWN, Dating, Precision
from sitegen.publish import dates
from sitegen.text.wording import read_wording
from tests.publish.site_samples import make_page, noon

ENGLISH = read_wording("en")

MOMENT = datetime(2024, 6, 14, 22, 5, 7, 89, tzinfo=UTC)
OSLO = ZoneInfo("Europe/Oslo")


@pytest.mark.parametrize(
    ("precision", "words", "clock", "machine"),
    [
        ("instant", "15 June 2024, 00:05", "00:05", "2024-06-14T22:05:07+00:00"),
        ("day", "14 June 2024", "", "2024-06-14"),
        ("month", "June 2024", "June 2024", "2024-06"),
        ("year", "2024", "2024", "2024"),
    ],
)
def test_a_date_is_told_as_exactly_as_it_is_known(
    precision: Precision, words: str, clock: str, machine: str
) -> None:
    page = make_page("a", dating=Dating(MOMENT, precision, ""))

    assert dates.format_date_of(page, OSLO, ENGLISH) == words
    assert dates.format_clock_of(page, OSLO, ENGLISH) == clock
    assert dates.machine_date_of(page) == machine


def test_an_unknown_date_stays_unknown() -> None:
    page = make_page("a", MOMENT, dating=UNKNOWN)

    assert dates.format_date_of(page, UTC, ENGLISH) == "date unknown, seen on 14 June 2024"
    assert dates.format_clock_of(page, UTC, ENGLISH) == "date unknown"
    assert not dates.machine_date_of(page)


def test_the_span_of_pages_goes_from_the_oldest_to_the_newest() -> None:
    pages = tuple(make_page(f"{number}", noon(number)) for number in (9, 14, 3))

    assert dates.span_of(pages, UTC, ENGLISH) == "3 – 14 June 2024"


def test_pages_without_a_date_have_no_span_and_are_counted_beside_that_of_others() -> None:
    undated = make_page("a", noon(9), dating=UNKNOWN)

    assert dates.span_of((undated,), UTC, ENGLISH) == "date unknown"
    told = "14 June 2024, 1 without a date"
    assert dates.span_of((undated, make_page("b", noon(14))), UTC, ENGLISH) == told


def test_pages_of_which_a_month_is_known_add_no_day_to_a_span() -> None:
    month = make_page("m", dating=Dating(noon(1), "month", "June 2024"))

    assert dates.span_of((month,), UTC, ENGLISH) == "day unknown"
    assert dates.span_of((month, make_page("b", noon(14))), UTC, ENGLISH) == "14 June 2024"


def test_numbers_are_told_in_words() -> None:
    assert dates.count_articles(0, ENGLISH) == "0 articles"
    assert dates.count_articles(12_345, ENGLISH) == "12,345 articles"
