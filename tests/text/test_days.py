from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from sitegen.text import days


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2024, 6, 14), date(2024, 6, 14), "14 June 2024"),
        (date(2024, 6, 3), date(2024, 6, 14), "3 – 14 June 2024"),
        (date(2024, 5, 27), date(2024, 6, 2), "27 May – 2 June 2024"),
    ],
)
def test_a_span_says_nothing_twice(first: date, last: date, words: str) -> None:
    assert days.format_span(first, last) == words


def test_a_weekday_stands_before_its_day() -> None:
    assert days.format_weekday(date(2024, 6, 14)) == "Friday 14 June 2024"


def test_an_instant_falls_on_the_day_that_readers_have_and_a_day_is_the_same_everywhere() -> None:
    moment = datetime(2024, 6, 14, 22, 5, tzinfo=UTC)

    assert days.find_day(moment, ZoneInfo("Europe/Oslo"), is_instant=True) == date(2024, 6, 15)
    assert days.find_day(moment, ZoneInfo("Europe/Oslo"), is_instant=False) == date(2024, 6, 14)
