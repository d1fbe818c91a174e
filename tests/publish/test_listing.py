from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.dating import UNKNOWN, Dating
from sitegen.publish.listing import PART, group_by_day, list_by_day, make_blocks, split_list
from tests.publish.feed_samples import SETTINGS
from tests.publish.site_samples import edition_of, make_page, noon, plan

NUMBERS = st.integers(0, 1_000)


@given(NUMBERS)
def test_the_parts_together_are_the_list(number: int) -> None:
    items = tuple(range(number))
    parts = split_list(items, "")

    assert tuple(item for part in parts for item in part.items) == items
    assert [part.number for part in parts] == [0, *range(len(parts) - 1, 0, -1)]


@given(NUMBERS)
def test_the_newest_part_is_never_thin_while_there_are_others(number: int) -> None:
    newest, *older = split_list(range(number), "")

    assert all(len(part.items) == PART for part in older)
    assert len(newest.items) < 2 * PART
    assert not older or PART <= len(newest.items)


@given(NUMBERS)
def test_a_new_item_leaves_every_numbered_part_as_it_is(number: int) -> None:
    before = {part.address: part.items for part in split_list(range(number, 0, -1), "")}
    after = {part.address: part.items for part in split_list(range(number + 1, 0, -1), "")}

    del before[""]
    assert before.items() <= after.items()


@given(st.integers(0, 10_000))
def test_every_part_is_near(number: int) -> None:
    """Two clicks from the newest part up to 8,000 articles, three up to 10,000 and beyond."""
    parts = {part.number: part.pager for part in split_list(range(number), "")}

    near = {0} | {int(link.text) for link in parts[0].parts}
    reached = near | {int(link.text) for here in near for link in parts[here].parts}

    assert reached == set(parts)


def test_older_and_newer_lead_through_all_parts() -> None:
    parts = {part.address: part.pager for part in split_list(range(4 * PART), "tags/a/")}
    paths = {f"{address}index.html": pager for address, pager in parts.items()}

    path, seen = "tags/a/index.html", []
    while path:
        seen.append(path)
        assert not paths[path].older or paths[paths[path].older].newer == path
        path = paths[path].older

    assert seen == [
        "tags/a/index.html",
        "tags/a/page/3/index.html",
        "tags/a/page/2/index.html",
        "tags/a/page/1/index.html",
    ]


def test_a_short_list_has_no_pager() -> None:
    (only,) = split_list(range(2 * PART - 1), "")

    assert (only.pager.older, only.pager.newer, only.pager.parts) == ("", "", ())


def test_the_reports_of_a_story_stand_under_the_newest_one() -> None:
    pages = (
        make_page("newest", noon(16), story="s"),
        make_page("other", noon(15)),
        make_page("oldest", noon(14), story="s"),
    )

    first, second = make_blocks(pages, edition_of(plan(*pages)))

    assert first.card.title == "Newest"
    assert [card.title for card in first.others] == ["Oldest"]
    assert first.story is not None
    assert (first.story.path, first.story.note) == (
        "stories/s/index.html",
        "The whole story in 2 reports",
    )
    assert (second.card.title, second.others, second.story) == ("Other", (), None)


def test_a_page_whose_story_has_no_other_page_stands_alone() -> None:
    pages = (make_page("a", story="gone"), make_page("b", story="lost"))

    blocks = make_blocks(pages, edition_of(plan(*pages)))

    assert [block.story for block in blocks] == [None, None]


def test_a_day_stands_once_even_where_the_order_of_moments_is_another() -> None:
    """In Auckland an instant late on the 14th is the 15th, before a page of the 14th."""
    morning = datetime(2024, 6, 14, 1, tzinfo=UTC)
    pages = (
        make_page("a", dating=Dating(morning + timedelta(hours=11, minutes=30), "instant", "")),
        make_page("b", dating=Dating(morning + timedelta(hours=11), "day", "")),
        make_page("c", dating=Dating(morning + timedelta(hours=10, minutes=59), "instant", "")),
    )
    site = plan(*pages, settings=replace(SETTINGS, timezone=ZoneInfo("Pacific/Kiritimati")))

    groups = group_by_day(site.pages, edition_of(site))

    assert [(group.title, len(group.blocks)) for group in groups] == [
        ("Saturday 15 June 2024", 2),
        ("Friday 14 June 2024", 1),
    ]


def test_days_in_order_of_time_list_each_report_by_itself() -> None:
    site = plan(make_page("a", noon(14), story="s"), make_page("b", noon(15), story="s"))

    groups = list_by_day(site.stories[0].pages, edition_of(site))

    assert [(group.path, group.blocks[0].card.title) for group in groups] == [
        ("digest/2024-06-14/index.html", "A"),
        ("digest/2024-06-15/index.html", "B"),
    ]


def test_pages_of_a_known_month_or_year_stand_under_its_name() -> None:
    month = make_page("m", dating=Dating(noon(1), "month", "June 2024"))
    year = make_page("y", dating=Dating(noon(1), "year", "2024"))
    site = plan(month, year, make_page("a", noon(1)))

    groups = group_by_day(site.pages, edition_of(site))

    assert [(group.title, group.path, group.blocks[0].card.title) for group in groups] == [
        ("Saturday 1 June 2024", "digest/2024-06-01/index.html", "A"),
        ("June 2024", "archive/2024/06/index.html", "M"),
        ("2024", "archive/2024/06/index.html", "Y"),
    ]


def test_pages_without_a_date_stand_behind_the_dated_ones_of_their_day() -> None:
    undated = make_page("late", noon(14) + timedelta(hours=2), dating=UNKNOWN)
    site = plan(undated, make_page("a", noon(14)))

    groups = group_by_day(site.pages, edition_of(site))

    assert [(group.title, group.blocks[0].card.title) for group in groups] == [
        ("Friday 14 June 2024", "A"),
        ("Date unknown, seen 14 June 2024", "Late"),
    ]


def test_what_the_heading_says_of_a_date_is_not_said_again() -> None:
    month = make_page("m", dating=Dating(noon(1), "month", "June 2024"))
    instant = make_page("i", dating=Dating(noon(2), "instant", "June 2, 12:00"))
    site = plan(month, instant, make_page("u", noon(3), dating=UNKNOWN))

    groups = group_by_day(site.pages, edition_of(site))

    assert [(group.title, group.blocks[0].card.clock) for group in groups] == [
        ("Date unknown, seen 3 June 2024", ""),
        ("Sunday 2 June 2024", "12:00"),
        ("June 2024", ""),
    ]
