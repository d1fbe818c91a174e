import pytest

from sitegen.ingest.document import RawLine
from sitegen.ingest.fields import read_fields


def read(text: str) -> list[tuple[str, str, str]]:
    lines = [RawLine(number, line) for number, line in enumerate(text.split("\n"), start=1)]
    return [(line.text, line.shape, line.verdict) for line in read_fields(lines)]


def test_a_head_gives_its_title_and_keeps_its_facts() -> None:
    assert read("Title: Ferry Late\nDate: 2024-06-14\nBody:\nIt was late.") == [
        ("Ferry Late", "title", ""),
        ("Date: 2024-06-14", "field", ""),
        ("Body:", "", "name of a field"),
        ("It was late.", "", ""),
    ]


def test_the_text_may_begin_beside_the_name_of_its_field() -> None:
    assert read("Headline: Ferry Late\nText: It was late.")[1] == ("It was late.", "", "")


@pytest.mark.parametrize("head", ["TITLE: {}", "**Title:** {}", "## Headline: {}", "title>> {}"])
def test_names_of_fields_may_be_written_in_many_ways(head: str) -> None:
    assert read(f"{head.format('Ferry Late')}\nDate: 14 June")[0] == ("Ferry Late", "title", "")


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("[harbour-list] Ferry Late", "Ferry Late"),
        ("[Harbour-list] Ferry Late", "Ferry Late"),
        ("[ferries] Ferry Late", "Ferry Late"),
        ("[ferries 112] Ferry Late", "Ferry Late"),
        ("[EXTERNAL] Ferry Late", "Ferry Late"),
        ("Re: [harbour-list] Ferry Late", "Re: Ferry Late"),
        ("[Odile] Is Late", "[Odile] Is Late"),
        ("[harbour list and all] Ferry Late", "[harbour list and all] Ferry Late"),
        ("Ferry [sic] Late", "Ferry [sic] Late"),
        ("[harbour-list]", "[harbour-list]"),
    ],
)
def test_the_subject_of_a_mail_loses_the_tag_of_its_list(subject: str, title: str) -> None:
    assert read(f"Subject: {subject}\nDate: 14 June")[0] == (title, "title", "")


def test_brackets_of_a_headline_that_is_no_subject_stay() -> None:
    assert read("Title: [harbour-list] Ferry\nDate: 14 June")[0][0] == "[harbour-list] Ferry"


def test_three_fields_are_a_head_without_a_title() -> None:
    shapes = [shape for _, shape, _ in read("By: Ida\nDate: 14 June\nSource: Ledger\nIt was late.")]

    assert shapes == ["field", "field", "field", ""]


@pytest.mark.parametrize(
    "text",
    [
        "Title: Ferry Late",  # alone
        "Title: Ferry Late\nTitle: Sheep Late",  # of one kind
        "Date: 14 June\nSource: Ledger",  # two, and no title
        "Tide: high\nWind: west\nFog: thick",  # no fields that we know
        "Title: Ferry Late" + "\nIt was late." * 9 + "\nDate: 14 June",  # far apart
        "The title: Ferry Late\nDate: 14 June",
    ],
)
def test_what_is_no_head_stays_as_it_is(text: str) -> None:
    assert read(text) == [(line, "", "") for line in text.split("\n")]


def test_a_title_without_a_value_is_a_field_like_others() -> None:
    assert read("Title:\nDate: 14 June\nBy: Ida")[0] == ("Title:", "field", "")


def test_lines_that_the_format_has_read_are_no_fields() -> None:
    lines = (RawLine(1, "Title: A", "heading"), RawLine(2, "Date: B", verdict="a comment"))

    assert read_fields(lines) == lines
