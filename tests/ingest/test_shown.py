"""Posts and pictures tell the month where the opening or other posts bear them out."""

from datetime import UTC, datetime

from sitegen.ingest.shown import read_shown_date
from sitegen.model.article import Caption
from sitegen.model.dating import Dating

OPENING = (
    "The lamplighters of Mirovar walked out.",
    "Nobody lit a lamp on Friday. The mayor wrote.",
)
JUNE = datetime(2024, 6, 1, 12, tzinfo=UTC)


def show(*captions: str, credit: str = "", lines: tuple[str, ...] = ()) -> Dating | None:
    return read_shown_date(OPENING, [Caption(text, credit) for text in captions], lines)


def test_a_picture_of_the_weekday_that_the_opening_names_tells_the_month() -> None:
    caption = "A dark street in Mirovar, June 14, 2024."

    assert show(caption) == Dating(
        JUNE, "month", f"Nobody lit a lamp on Friday. {caption}", "shown"
    )


def test_a_picture_of_another_weekday_tells_nothing() -> None:
    assert show("A dark street in Mirovar, June 13, 2024.") is None


def test_the_latest_picture_counts() -> None:
    assert show("The mayor, 14 June 2024.", "The mayor on Friday, May 3, 2019.") == Dating(
        JUNE, "month", "Nobody lit a lamp on Friday. The mayor, 14 June 2024.", "shown"
    )
    assert show("A lamp, June 14, 2024.", "A lamp, June 15, 2024.") is None


def test_an_old_picture_tells_nothing() -> None:
    assert show("In this June 14, 2024 picture, a lamp.") is None
    assert show("A lamp, June 14, 2024.", credit="Orle Press/File Photo") is None
    assert show("A lamp, June 14, 2024, from the archives.") is None


def test_a_day_that_the_calendar_does_not_have_tells_nothing() -> None:
    assert show("A lamp, February 31, 2024.") is None


def test_a_weekday_further_down_does_not_bear_a_picture_out() -> None:
    captions = [Caption("A lamp, June 14, 2024.", "")]

    assert read_shown_date(["Dark.", "Darker.", "It was Friday."], captions, ()) is None


def test_a_post_of_that_weekday_tells_the_month_wherever_it_stands() -> None:
    post = "“Light them yourselves” — Ada Brandt (@adabrandt) June 14, 2024"

    assert show(lines=("Above.", post)) == Dating(
        JUNE, "month", "Nobody lit a lamp on Friday. Ada Brandt (@adabrandt) June 14, 2024", "shown"
    )


def test_two_posts_of_one_week_bear_each_other_out() -> None:
    posts = (
        "— Ada (@ada) June 12, 2024",
        "— Ivo (@ivo) on 10 June 2024",
        "— Ivo (@ivo) May 1, 2019",
    )

    assert show(lines=posts) == Dating(
        JUNE, "month", "Ivo (@ivo) on 10 June 2024 Ada (@ada) June 12, 2024", "shown"
    )


def test_a_single_post_or_posts_of_other_weeks_tell_nothing() -> None:
    assert show(lines=("— Ada (@ada) June 12, 2024",)) is None
    assert show(lines=("— Ada (@ada) June 12, 2024", "— Ivo (@ivo) May 1, 2024")) is None


def test_a_later_picture_of_another_weekday_leaves_the_posts_to_tell() -> None:
    posts = ("— Ada (@ada) June 12, 2024", "— Ivo (@ivo) June 10, 2024")

    found = show("A lamp, July 3, 2024.", lines=posts)

    assert found is not None
    assert found.moment == JUNE
