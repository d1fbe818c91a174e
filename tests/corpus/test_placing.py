"""What a person dated to a day gets its moment once: a second of its own, and none ahead."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from sitegen.corpus import note_published, place_days, recall_moments
from sitegen.model.address import Address
from sitegen.model.dating import UNKNOWN, Dating
from sitegen.model.page import Page
from sitegen.model.record import Record
from tests.corpus.corpus_samples import EMPTY
from tests.publish.site_samples import make_page

NOON = datetime(2024, 6, 26, 12, tzinfo=UTC)
MORNING = datetime(2024, 6, 26, 9, 0, 0, 250_000, tzinfo=UTC)
EVENING = datetime(2024, 6, 26, 21, tzinfo=UTC)
AT_NINE = datetime(2024, 6, 26, 9, tzinfo=UTC)


def write(slug: str, day: datetime | None = NOON, **changes: object) -> Page:
    """Return a page as it is read that a person dated to a day alone, like its coming."""
    dating = Dating(day, "day", "") if day else UNKNOWN
    page = make_page(slug, NOON, dating=dating, updated=NOON, is_edited=True)
    return replace(page, **changes)  # type: ignore[arg-type]


def hold(*pages: Page) -> Record:
    return replace(EMPTY, pages=pages)


def publish(record: Record, now: datetime) -> Record:
    """Return the record after a build at that moment: the pages as their files say them again."""
    read = replace(record, pages=recall_moments(record.pages, record.addresses))
    placed = place_days(read, UTC, now)
    rows = [
        Address(f"articles/{page.slug}/", "", page.id, page.first_seen, page.dating.moment)
        for page in placed.pages
    ]
    return replace(note_published(placed, rows, ()), pages=record.pages)


def tell(record: Record) -> list[datetime | None]:
    return [page.dating.moment for page in recall_moments(record.pages, record.addresses)]


def test_a_day_gets_its_noon_and_each_article_a_second_of_its_own() -> None:
    (a, b, seed) = (write("a"), write("b"), make_page("c", NOON - timedelta(seconds=1)))

    assert tell(publish(hold(a, b, seed), EVENING)) == [
        NOON,
        NOON - timedelta(seconds=2),
        NOON - timedelta(seconds=1),
    ]


def test_no_moment_is_later_than_the_build() -> None:
    (page,) = place_days(hold(write("a")), UTC, MORNING).pages

    assert (page.dating.moment, page.first_seen, page.updated) == (AT_NINE, AT_NINE, AT_NINE)
    assert page.dating.precision == "day"


def test_where_the_day_begins_earlier_than_in_utc_the_day_stays() -> None:
    east = timezone(timedelta(hours=13))
    dawn = datetime(2024, 6, 25, 19, tzinfo=UTC)  # eight in the morning of the 26th

    (page,) = place_days(hold(write("a")), east, dawn).pages

    assert page.dating.moment == datetime(2024, 6, 26, tzinfo=UTC)


def test_a_published_moment_never_moves() -> None:
    first = publish(hold(write("a")), MORNING)

    again = publish(replace(first, pages=(*first.pages, write("0"))), EVENING)

    assert tell(first) == [AT_NINE]
    assert tell(again) == [AT_NINE, NOON]
    assert publish(again, EVENING + timedelta(days=9)) == again


def test_what_was_published_with_a_second_keeps_it_where_a_person_writes_the_day_alone() -> None:
    second = NOON + timedelta(seconds=3)
    ours = write("a", second, is_edited=False)

    record = publish(hold(ours), EVENING)

    assert tell(replace(record, pages=(write("a"),))) == [second]


def test_another_day_is_another_moment_and_on_record_as_well() -> None:
    first = publish(hold(write("a", NOON - timedelta(days=5))), MORNING)

    moved = publish(replace(first, pages=(write("a"),)), MORNING)

    assert tell(moved) == [AT_NINE]
    assert tell(publish(moved, EVENING)) == [AT_NINE]
    assert len(moved.addresses[0].addresses) == 1


def test_an_article_without_a_date_is_ordered_by_when_a_person_says_that_it_came() -> None:
    record = publish(hold(write("a", None), write("b", None)), MORNING)

    pages = recall_moments(record.pages, record.addresses)

    assert [page.first_seen for page in pages] == [AT_NINE, AT_NINE - timedelta(seconds=1)]
    assert all(page.dating == UNKNOWN and page.updated == page.first_seen for page in pages)


@pytest.mark.parametrize(
    "page",
    [
        write("a", draft=True),
        write("a", NOON + timedelta(days=1), first_seen=NOON + timedelta(days=1)),
        write("a", is_edited=False),
        make_page("a", NOON, first_seen=EVENING, is_edited=True),
    ],
    ids=["a draft", "dated ahead", "ours", "dated to the instant"],
)
def test_what_waits_and_what_says_its_moment_is_left_alone(page: Page) -> None:
    assert place_days(hold(page), UTC, MORNING) == hold(page)
