"""One date is chosen of many, by the order of what they rest on."""

from datetime import UTC, datetime

import pytest

from sitegen.ingest import parse_seed
from sitegen.ingest.dates import read_stated_date
from sitegen.ingest.dating import settle_date
from sitegen.model.dating import UNKNOWN, Dating
from sitegen.model.problem import Problem
from sitegen.model.seed import Intake, Parsed, SeedFile

SHOWN = Dating(datetime(2024, 5, 1, 12, tzinfo=UTC), "month", "a picture", "shown")


def state(text: str) -> Dating:
    dating = read_stated_date(text, "")
    assert dating is not None
    return dating


def test_of_no_date_nothing_is_known() -> None:
    assert settle_date([]) == UNKNOWN
    assert settle_date([None, UNKNOWN]) == UNKNOWN


def test_the_first_date_counts_and_the_other_stands_on_record() -> None:
    found = settle_date([None, state("2024-06-14"), state("2021-03-02"), state("2020-01-01")])

    assert (found.evidence, found.contrary) == ("2024-06-14", "2021-03-02")


@pytest.mark.parametrize(
    ("first", "second", "counts"),
    [
        ("2024-06-14", "2024-06-14T09:30Z", "2024-06-14T09:30Z"),
        ("2024-06", "2024-06-14", "2024-06-14"),
        ("2024", "2024-06", "2024-06"),
        ("2024-06-14", "2024-06", "2024-06-14"),
        ("2024-06-14", "2024-06-15T01:30Z", "2024-06-14"),
        ("2024-06-15T23:30Z", "2024-06-16", "2024-06-15T23:30Z"),
        ("2024-06-30", "2024-07", "2024-06-30"),
    ],
)
def test_of_dates_that_agree_the_most_exact_counts(first: str, second: str, counts: str) -> None:
    found = settle_date([state(first), state(second)])

    assert (found.evidence, found.contrary) == (counts, "")


def test_the_first_of_two_updates_counts_where_nothing_else_does() -> None:
    text = "Updated: 20 June 2024\nUpdated: 18 June 2024"

    assert parse(text, "").articles[0].dating.evidence == "Updated: 18 June 2024"


def test_an_old_picture_contradicts_nothing_and_dates_what_has_no_other_date() -> None:
    assert settle_date([state("2024-06-14"), SHOWN]).contrary == ""
    assert settle_date([None, SHOWN]) == SHOWN


def test_a_picture_tells_the_month_of_a_year_that_is_stated() -> None:
    assert settle_date([state("2024"), SHOWN]) == SHOWN
    assert settle_date([state("2023"), SHOWN]) == state("2023")


TEXT = """Ferry Runs Aground off Havnsund
{date}
A ferry carrying 312 people ran onto a sandbank in thick fog early on Tuesday, and all were safe.
Passengers were brought ashore by lifeboats before noon, said the coastguard of the island.
"""


def parse(date: str, sidecar: str) -> Parsed:
    data = TEXT.format(date=date).encode()
    return parse_seed(Intake(SeedFile("a.txt", data, sidecar.encode(), "a.toml")))


def test_two_dates_that_contradict_each_other_are_told_with_the_way_out() -> None:
    parsed = parse("14 June 2024", "date = 2021-03-02\n")

    assert parsed.problems == (
        Problem(
            "seeds/a.txt",
            "article 1 has two dates: '14 June 2024' counts and '2021-03-02, stated in a.toml' "
            "does not; correct the one that is wrong",
            "warning",
        ),
    )


def test_the_day_of_an_update_counts_only_where_nothing_tells_of_the_publication() -> None:
    alone = parse("Updated: 20 June 2024", "").articles[0].dating
    beside = parse("Updated: 20 June 2024", "date = 2024-06-14\n")

    assert alone.evidence == "Updated: 20 June 2024"
    assert beside.articles[0].dating.evidence == "2024-06-14, stated in a.toml"
    assert beside.problems == ()


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Posted on 11th May 2023 in Interviews", "2023-05-11"),
        ("By Ida Fellgate on 22 Aug 2024 in Interviews", "2024-08-22"),
        ("publish_date: 2021-06-29 05:00", "2021-06-29"),
        ("(PNW) 12 May 2021 0600 GMT", "2021-05-12"),
        ("Ferry fair opens on 12 June 2031 in Orle", ""),
        ("Register by 30 June 2031", ""),
        ("Meeting on 12 June 2025", ""),
        ("Exported from Laterpile on 2023-02-11", ""),
        ("Wednesday, Mar 5th 2025 11AM 9°C 5-Day Forecast", ""),
    ],
)
def test_a_date_amid_other_words_above_the_text_counts_where_nothing_else_tells(
    line: str, day: str
) -> None:
    (article,) = parse(line, "").articles

    assert f"{article.dating.moment or ''}"[:10] == day
    assert article.dating.evidence == (line if day else "")


def test_a_byline_that_ends_with_its_day_tells_both() -> None:
    (article,) = parse("By Ida Fellgate on 22 Aug 2024", "").articles

    assert article.byline == "Ida Fellgate"
    assert article.dating.evidence == "on 22 Aug 2024"


def test_a_date_amid_other_words_contradicts_none_that_stands_alone() -> None:
    found = parse("Posted on 11th May 2023 in Interviews\n14 June 2024", "").articles[0].dating

    assert (found.evidence, found.contrary) == ("14 June 2024", "")


def test_an_address_dates_what_nothing_else_dates() -> None:
    parsed = parse("Ferries", 'url = "https://example.org/2024/06/14/ferry"\n')

    (article,) = parsed.articles
    assert (article.dating.precision, parsed.problems) == ("day", ())


def test_a_day_that_the_calendar_does_not_have_costs_nothing_else() -> None:
    parsed = parse("31 February 2024", "date = 2024-06-14\n")

    (article,) = parsed.articles
    assert article.dating.evidence == "2024-06-14, stated in a.toml"
    assert parsed.problems == ()


def test_years_of_the_past_in_the_text_are_no_dates() -> None:
    history = "In March 1948 the first ferry sank here, and on 14 June 1951 so did the second."
    data = f"{TEXT.format(date='By Ida Fellgate')}{history}\n".encode()

    (article,) = parse_seed(Intake(SeedFile("a.txt", data))).articles

    assert article.dating == UNKNOWN


def test_very_many_contradictions_are_told_in_one_line() -> None:
    lines = "\n".join(
        f'{{"title": "Ferry {number}", "date": "2021-03-02", "text": "14 June 2024\\n'
        f'A ferry carrying {number} people ran onto a sandbank in thick fog early on Tuesday."}}'
        for number in range(100, 202)
    )

    problems = parse_seed(Intake(SeedFile("a.jsonl", lines.encode()))).problems

    assert len(problems) == 101
    assert problems[-1].message == "2 more articles have two dates; correct the wrong ones"
