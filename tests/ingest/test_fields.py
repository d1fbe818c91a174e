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


@pytest.mark.parametrize(
    "record",
    [
        '"headline": "Ferry Late",\n"datePublished": "14 June",\n"article_body": "It was late.",',
        "{'hl': 'Ferry Late',\n 'dt': '14 June',\n 'txt': 'It was late.'}",
        "<title>Ferry Late\n<date>14 June\n<text>It was late.",
        "<HEADLINE>Ferry Late</HEADLINE>\n<DATE>14 June</DATE>\n<TEXT>It was late.</TEXT>",
        "[Title] Ferry Late\n[Date] 14 June\n[Body] It was late.",
        "[title]: Ferry Late\n[date]: 14 June\n[body]: It was late.",
        "title = Ferry Late\ndate = 14 June\ntext = It was late.",
    ],
)
def test_fields_are_read_in_each_form_that_tools_write(record: str) -> None:
    assert read(record) == [
        ("Ferry Late", "title", ""),
        ("Date: 14 June", "field", ""),
        ("It was late.", "", ""),
    ]


def test_a_text_in_quotes_loses_them_where_it_ends_and_its_escapes() -> None:
    record = (
        '"title": "The "Orle" is late",\n"author": ["Ida Fellgate", "Ivo Brandt"],\n'
        '"text": "It was late.\\n\\n\\"Again\\", they said.\nNobody came.",\n"comments": 7'
    )

    assert read(record) == [
        ('The "Orle" is late', "title", ""),
        ("Author: Ida Fellgate, Ivo Brandt", "field", ""),
        ("It was late.", "", ""),
        ('"Again", they said.', "", ""),
        ("Nobody came.", "", ""),
        ('"comments": 7', "field", ""),
    ]


def test_each_text_of_a_list_is_a_paragraph() -> None:
    record = '"title": "Ferry Late",\n"url": "",\n"paragraphs": [\n  "It was late.",\n  "So."\n],'

    assert read(record)[2:] == [
        ('"paragraphs": [', "", "name of a field"),
        ("It was late.", "", ""),
        ("So.", "", ""),
        ("],", "", ""),
    ]


def test_what_a_record_tells_of_its_picture_is_a_caption() -> None:
    assert read("Title: Ferry Late\nPhoto caption: The pier at noon.")[1] == (
        "The pier at noon.",
        "caption",
        "",
    )


WRAPPED = "The ferry that was sold to a museum on a hill without a harbour or"


def test_a_value_may_run_over_lines() -> None:
    assert read(f"Title: {WRAPPED}\neven a pond\nDate: 14 June")[:2] == [
        (f"{WRAPPED} even a pond", "title", ""),
        ("even a pond", "", "joined above"),
    ]


def test_between_the_fields_of_a_head_stand_others_of_any_name() -> None:
    assert read("Title: Ferry Late\nShelf mark: 12 b\nDate: 14 June")[1][1] == "field"


@pytest.mark.parametrize(
    "head",
    [
        "Title: Ferry Late\nIt was late again.\nDate: 14 June",  # a short value ends with its line
        f"Title: {WRAPPED} so.\nIt was late again.\nDate: 14 June",  # and one with its sentence
        "Title: Ferry Late\n\nMayor: It was late.\n\nDate: 14 June",  # amid blank lines
        "Title: Ferry Late\nText:\nMayor: It was late.\nDate: 14 June",  # below the name
    ],
)
def test_a_text_between_two_fields_is_no_part_of_them(head: str) -> None:
    assert any("late." in text or "again." in text for text, shape, _ in read(head) if not shape)


@pytest.mark.parametrize(
    "text",
    [
        "[Text] was missing.\nIt was late.",
        'They sang "title": a song.\n"No": that was all she said.',
        "<title> is an element.\nIt was late.",
        '{"title": "Ferry Late", "text": "It was late."}\n{"id": 7, "title": "A", "text": "So."}',
    ],
)
def test_signs_of_a_field_amid_a_text_are_no_head(text: str) -> None:
    assert read(text) == [(line, "", "") for line in text.split("\n")]
