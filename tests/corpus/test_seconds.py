from datetime import UTC, datetime, timedelta

from sitegen.corpus.seconds import SECOND, FreeSeconds

NOON = datetime(2024, 6, 14, 12, tzinfo=UTC)
MIDNIGHT = datetime(2024, 6, 14, tzinfo=UTC)


def test_each_second_is_given_once_the_nearest_first() -> None:
    seconds = FreeSeconds([NOON, NOON - SECOND])

    given = [seconds.take(NOON, -SECOND) for _ in range(3)]

    assert given == [NOON - number * SECOND for number in (2, 3, 4)]
    assert seconds.take(NOON, SECOND) == NOON + SECOND


def test_the_day_stays_where_it_has_no_second_left_on_one_side() -> None:
    seconds = FreeSeconds([MIDNIGHT])

    assert seconds.take(MIDNIGHT, -SECOND) == MIDNIGHT + SECOND


def test_a_day_that_is_full_gives_the_wanted_second_again() -> None:
    seconds = FreeSeconds(MIDNIGHT + timedelta(seconds=number) for number in range(86_400))

    assert seconds.take(NOON, SECOND) == NOON
