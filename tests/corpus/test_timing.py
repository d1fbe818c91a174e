"""How near in time two reports are, whatever is known of their dates."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sitegen.corpus.timing import (
    Time,
    compare_seasons,
    compare_weekdays,
    count_days_between,
    measure_nearness,
    tell_time,
)
from sitegen.model.dating import UNKNOWN, Dating, Precision
from sitegen.model.summary import TimeHints


def tell(month: int, day: int = 1, precision: Precision = "day", *weekdays: int) -> Time:
    moment = datetime(2024, month, day, 12, tzinfo=UTC)
    return tell_time(Dating(moment, precision, ""), TimeHints(b"", weekdays))


def name(*weekdays: int) -> Time:
    return tell_time(UNKNOWN, TimeHints(b"", weekdays))


FIRST = datetime(2000, 1, 1, 12, tzinfo=UTC)
DATINGS = st.one_of(
    st.just(UNKNOWN),
    st.builds(
        Dating,
        st.integers(0, 30 * 365).map(lambda days: FIRST + timedelta(days)),
        st.sampled_from(["instant", "day", "month", "year"]),
        st.just(""),
    ),
)
TIMES = st.builds(
    tell_time,
    DATINGS,
    st.builds(
        TimeHints,
        st.one_of(st.just(b""), st.lists(st.integers(1, 255), min_size=24, max_size=24).map(bytes)),
        st.lists(st.integers(0, 6), max_size=7).map(tuple),
    ),
    st.one_of(st.none(), st.integers(0, 30 * 365).map(lambda days: FIRST + timedelta(days))),
)


def test_two_months_are_as_far_apart_as_their_nearest_days() -> None:
    january, february, june = (tell(month, precision="month") for month in (1, 2, 6))

    assert count_days_between(january, february) == 1
    assert count_days_between(june, january) == 29 + 31 + 30 + 31 + 1
    assert count_days_between(january, tell(1, 20)) == 0
    assert count_days_between(january, tell(2, 20)) == 20
    assert count_days_between(tell(1, precision="year"), june) == 0


def test_nearness_falls_with_the_days_and_never_to_nothing() -> None:
    near = [measure_nearness(tell(6, 14), other) for other in (tell(6, 14), tell(6, 18), tell(1))]

    assert near == sorted(near, reverse=True)
    assert near[0] == 1
    assert 0.25 <= near[-1] < 0.26


def test_a_month_is_as_near_as_no_date_unless_it_is_another_one() -> None:
    june, january = tell(6, precision="month"), tell(1, precision="month")

    assert measure_nearness(june, tell(6, 14)) == measure_nearness(name(), name()) == 0.6
    assert measure_nearness(june, january) < 0.26


def test_the_weekdays_of_openings_count_where_no_day_is_known() -> None:
    friday, saturday, monday = name(4), name(5), name(0)

    assert compare_weekdays(friday, name(2, 4)) == "same"
    assert compare_weekdays(friday, saturday) == compare_weekdays(friday, name()) == "open"
    assert compare_weekdays(friday, monday) == "other"
    near = [measure_nearness(friday, other) for other in (friday, saturday, monday)]
    assert near == sorted(near, reverse=True)
    assert measure_nearness(tell(6, 14, "day", 4), tell(6, 14, "day", 0)) == 1


def test_what_has_no_date_was_written_by_the_day_on_which_it_was_first_seen() -> None:
    seen = tell_time(UNKNOWN, first_seen=datetime(2024, 6, 3, 9, tzinfo=UTC))
    later = tell_time(UNKNOWN, first_seen=datetime(2024, 8, 1, 9, tzinfo=UTC))

    apart = count_days_between(seen, tell(6, 24))
    assert apart is not None
    assert 20 <= apart <= 21
    assert count_days_between(tell(6, 24), seen) == apart
    assert count_days_between(seen, tell(6, 3)) is None
    assert count_days_between(seen, tell(1, 5)) is None, "it may be as old as any"
    assert count_days_between(seen, later) is None, "both may be"
    assert measure_nearness(seen, tell(6, 24)) < measure_nearness(seen, tell(6, 3)) == 0.6


@given(TIMES, TIMES)
def test_nearness_is_mutual_and_a_share(one: Time, other: Time) -> None:
    assert measure_nearness(one, other) == measure_nearness(other, one)
    assert 0.25 <= measure_nearness(one, other) <= 1
    assert abs(compare_seasons(one, other) - compare_seasons(other, one)) < 1e-9
    assert 0 < compare_seasons(one, other) <= 1
