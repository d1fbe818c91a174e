from datetime import UTC, datetime, timedelta

import pytest

from sitegen.app.clock import read_clock
from sitegen.errors import UsageError


def test_a_day_given_by_hand_is_its_midnight_in_utc() -> None:
    assert read_clock("2024-06-14", {}) == datetime(2024, 6, 14, tzinfo=UTC)


def test_an_instant_is_moved_to_utc_and_cut_to_whole_seconds() -> None:
    moment = read_clock("2024-06-14T09:30:00.750+02:00", {})

    assert moment == datetime(2024, 6, 14, 7, 30, tzinfo=UTC)
    assert moment.utcoffset() == timedelta(0)


def test_the_command_line_wins_over_source_date_epoch() -> None:
    assert read_clock("2024-06-14", {"SOURCE_DATE_EPOCH": "0"}).year == 2024


def test_source_date_epoch_counts_seconds_since_1970() -> None:
    assert read_clock(None, {"SOURCE_DATE_EPOCH": "86401"}) == datetime(
        1970, 1, 2, 0, 0, 1, tzinfo=UTC
    )


def test_an_empty_source_date_epoch_counts_as_unset() -> None:
    assert read_clock(None, {"SOURCE_DATE_EPOCH": ""}).year > 2025


def test_without_any_wish_it_is_now_in_whole_seconds() -> None:
    before = datetime.now(UTC).replace(microsecond=0)

    moment = read_clock(None, {})

    assert before <= moment <= datetime.now(UTC)
    assert moment.microsecond == 0


@pytest.mark.parametrize("text", ["yesterday", "", "2024-13-01", "0001-01-01T00:00:00+23:00"])
def test_a_time_that_cannot_be_read_is_told_with_a_good_one(text: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_clock(text, {})

    assert str(caught.value) == (
        f"--as-of: {text!r} is not a time; write 2024-06-14 or 2024-06-14T09:30:00Z"
    )


@pytest.mark.parametrize("text", ["soon", "1e400", "9" * 30])
def test_a_wrong_epoch_is_told_with_the_way_out(text: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_clock(None, {"SOURCE_DATE_EPOCH": text})

    assert str(caught.value) == (
        f"SOURCE_DATE_EPOCH: {text!r} is not a number of seconds since 1970; "
        "mend or unset the variable"
    )
