import pytest

from sitegen.ingest.bylines import is_post
from sitegen.ingest.heads import read_head
from sitegen.ingest.lines import make_line


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Ida Fellgate | 14 June 2024", ("Ida Fellgate", "14 June 2024")),
        ("By Ida Fellgate • 14 June 2024", ("By Ida Fellgate", "14 June 2024")),
        ("By Ida Fellgate • Vale Press •", ("By Ida Fellgate", "Vale Press")),
        ("Vale Press - 10/06/2024 - 09:30", ("Vale Press", "10/06/2024", "09:30")),
        ("By Ida & Bo Fellgate | 10/9/24 7:15 AM", ("By Ida & Bo Fellgate", "10/9/24 7:15 AM")),
        ("Ida Fellgate, Friday 14 June 2024", ("Ida Fellgate", "Friday 14 June 2024")),
        ("Posted on 14 June 2024 by Ida", ("Posted on 14 June 2024", "by Ida")),
        ("Posted by Ida Fellgate on Friday, June 14, 2024",
         ("Posted by Ida Fellgate", "Friday", "June 14, 2024")),
        ("Ida Fellgate - June 14, 2024", ("Ida Fellgate", "June 14, 2024")),
        ("By Ida Fellgate | Vale Press | Posted June 14, 2024 at 10:41 p.m.",
         ("By Ida Fellgate", "Vale Press", "Posted June 14, 2024 at 10:41 p.m.")),
        ("By Ida Fellgate · Published June 14, 2024 · Updated June 15, 2024 · 41 Comments",
         ("By Ida Fellgate", "Published June 14, 2024", "Updated June 15, 2024")),
        ("Havnsund / Ida Fellgate / 14 June 2024", ("Havnsund", "Ida Fellgate", "14 June 2024")),
        ("Rosa Fellgate 14 June 2024", ("Rosa Fellgate", "14 June 2024")),
        ("Rosa Fellgate and Oscar Lind Fri 14 June 2024 09.30",
         ("Rosa Fellgate and Oscar Lind", "Fri 14 June 2024 09.30")),
        ("By Ida Fellgate June 14, 2024, 9:30 a.m.",
         ("By Ida Fellgate", "June 14, 2024, 9:30 a.m.")),
        ("Ida Fellgate, Harbour Correspondent | 2024-06-14",
         ("Ida Fellgate", "Harbour Correspondent", "2024-06-14")),
    ],
)  # fmt: skip
def test_the_facts_of_a_line_are_read_one_by_one(text: str, facts: tuple[str, ...]) -> None:
    assert read_head(make_line(text)) == facts


@pytest.mark.parametrize(
    "text",
    [
        "Ida Fellgate | Havnsund",  # no day
        "14 June 2024",  # nothing else
        "The ferry ran aground, 14 June 2024.",  # a sentence
        "the ferry of Brekke, as it was on 14 June 2024",  # no name
        "Home | News | Sport | Weather | Tides | Ferry | 14 June 2024",  # too much
        "Battle of Brekke 14 June 2024",  # no name of somebody
        "Havnsund Ledger 14 June 2024",
        "Room 12 | 14 June 2024",  # a number that is no name
        "The Larch House on June 14, 2024, in Mirovar",  # a caption
        "What the Harbour Master of Havnsund Said About the Fog | 14 June 2024",  # a headline
        "",
    ],
)
def test_a_line_with_anything_else_is_no_head(text: str) -> None:
    assert read_head(make_line(text)) == ()


def test_what_somebody_is_in_a_newsroom_is_known() -> None:
    posts = ["Harbour Correspondent", "Ledger Staff", "News editor", "Agencies"]

    assert all(is_post(make_line(text)) for text in posts)


@pytest.mark.parametrize(
    "text",
    ["The editor.", "Harbour Master", "What the harbour master told our correspondent", "Desktop"],
)
def test_other_lines_are_no_post(text: str) -> None:
    assert not is_post(make_line(text))


def test_a_clock_behind_a_date_and_the_number_of_an_issue_hide_no_date() -> None:
    assert read_head(make_line("Issue 88 | Thursday, May 15, 2025")) == ("Thursday, May 15, 2025",)
    assert read_head(make_line("May 11, 2025 · 38 min")) == ("May 11, 2025",)
    assert read_head(make_line("May 15, 2025 / 9:05 AM EDT / Orle Echo")) == (
        "May 15, 2025, 9:05 AM EDT",
        "Orle Echo",
    )


@pytest.mark.parametrize("page", ["page 7", "p. 7", "pp. 7", "p.A7"])
def test_the_page_of_a_paper_hides_no_date(page: str) -> None:
    line = make_line(f"Orle Echo, 15 May 2025, {page}")

    assert read_head(line) == ("Orle Echo", "15 May 2025")


def test_how_long_reading_takes_is_no_part_of_a_head() -> None:
    line = make_line("Von Timo Rauch | 14.06.2024 | Lesezeit: 3 Min.")

    assert read_head(line) == ("Von Timo Rauch", "14.06.2024")


def test_a_line_that_announces_or_signs_a_quotation_is_no_head() -> None:
    assert read_head(make_line("On Fri, 14 June 2024 at 16:05, Rosa Fell wrote:")) == ()
    assert read_head(make_line("— Rosa Fell, Orle, 14 June 2024")) == ()
    assert read_head(make_line("4 May 1931 – 14 June 2024")) == ()
