"""What has no date gets the month of a dated report of the same days, and keeps it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from sitegen.corpus.dating import may_be_near
from sitegen.model.article import Article
from sitegen.model.dating import Dating, Precision
from sitegen.model.page import Page
from sitegen.model.record import Record
from tests.corpus.corpus_samples import (
    EMPTY,
    FERRY,
    FERRY_ELSEWHERE,
    LATER,
    SETTINGS,
    VOTE,
    compose,
    make_article,
    on_day,
)

DATED = on_day(make_article(FERRY, "a.txt"), 20)
TITLE = "All Safe on Grounded Ferry"
UNDATED = make_article((*FERRY_ELSEWHERE, FERRY[2], FERRY[3]), "b.txt", title=TITLE)
MONTH = Dating(
    datetime(2024, 6, 1, 12, tzinfo=UTC),
    "month",
    f"{FERRY_ELSEWHERE[0]} – also in “{DATED.title}”, 2024-06-20",
    "agreed",
)


def date_of(title: str, *articles: Article, record: Record = EMPTY) -> Dating:
    return find(title, compose(articles, record, now=LATER)).dating


def find(title: str, record: Record) -> Page:
    return next(page for page in record.pages if page.title == title)


def test_a_report_with_the_weekday_and_passages_of_a_dated_one_is_of_its_month() -> None:
    assert date_of(TITLE, DATED, UNDATED) == MONTH


def test_the_other_report_is_named_in_the_language_of_the_site() -> None:
    german = compose([DATED, UNDATED], settings=replace(SETTINGS, language="de"))

    assert find(TITLE, german).dating.evidence == (
        f"{FERRY_ELSEWHERE[0]} – auch in „{DATED.title}“, 2024-06-20"
    )


def test_without_common_passages_or_without_the_weekday_nothing_is_known() -> None:
    alike = replace(UNDATED, blocks=UNDATED.blocks[:-2], digest="0" * 16)
    opening = replace(UNDATED.blocks[0], text=UNDATED.blocks[0].text.replace("Thursday", "Monday"))
    other_day = replace(UNDATED, blocks=(opening, *UNDATED.blocks[1:]), digest="1" * 16)

    assert date_of(TITLE, DATED, alike).moment is None
    assert date_of(TITLE, DATED, other_day).moment is None


@pytest.mark.parametrize(
    "dating",
    [
        Dating(datetime(2024, 6, 1, 12, tzinfo=UTC), "month", "June 2024"),
        Dating(datetime(2024, 6, 1, 12, tzinfo=UTC), "month", "a picture", "shown"),
    ],
)
def test_a_month_dates_no_other_report(dating: Dating) -> None:
    assert date_of(TITLE, replace(DATED, dating=dating), UNDATED).moment is None


def test_a_date_once_published_stays_whatever_comes_later() -> None:
    first = compose([DATED, UNDATED])
    rival = on_day(make_article((FERRY_ELSEWHERE[0], *FERRY_ELSEWHERE[2:], *VOTE), "c.txt"), 2)

    later = compose([DATED, UNDATED, replace(rival, title="A Rival")], first, now=LATER)
    alone = compose([UNDATED], later, now=LATER + timedelta(days=1))

    assert find(TITLE, first).dating == find(TITLE, later).dating == find(TITLE, alone).dating


def test_a_date_that_is_stated_later_counts_instead() -> None:
    first = compose([DATED, UNDATED])
    stated = on_day(replace(UNDATED, seed="c.txt"), 21)

    assert find(TITLE, first).dating == MONTH
    assert date_of(TITLE, DATED, UNDATED, stated, record=first) == stated.dating


def test_composing_again_changes_nothing() -> None:
    first = compose([DATED, UNDATED])

    assert compose([DATED, UNDATED], first, now=LATER) == first


def test_the_order_of_the_articles_changes_nothing() -> None:
    assert compose([UNDATED, DATED]) == compose([DATED, UNDATED])


@pytest.mark.parametrize(
    ("precision", "day", "expected"),
    [("day", 3, True), ("day", 4, False), ("month", 28, True), ("year", 28, True)],
)
def test_dates_are_near_as_far_as_they_are_known(
    precision: Precision,
    day: int,
    expected: bool,  # noqa: FBT001 - a parameter of the case
) -> None:
    one = Dating(datetime(2024, 6, 1, 12, tzinfo=UTC), precision, "")
    other = Dating(datetime(2024, 6, day, 12, tzinfo=UTC), "day", "")

    assert may_be_near(one, other, timedelta(days=2)) is expected
    assert may_be_near(other, one, timedelta(days=2)) is expected
