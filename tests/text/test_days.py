from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from sitegen.text import days


def test_an_instant_falls_on_the_day_that_readers_have_and_a_day_is_the_same_everywhere() -> None:
    moment = datetime(2024, 6, 14, 22, 5, tzinfo=UTC)

    assert days.find_day(moment, ZoneInfo("Europe/Oslo"), is_instant=True) == date(2024, 6, 15)
    assert days.find_day(moment, ZoneInfo("Europe/Oslo"), is_instant=False) == date(2024, 6, 14)
