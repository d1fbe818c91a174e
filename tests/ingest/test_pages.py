import pytest

from sitegen.ingest.document import RawLine
from sitegen.ingest.fields import read_fields
from sitegen.ingest.lines import make_line, make_lines
from sitegen.ingest.looks import look_at
from sitegen.ingest.pages import cut_pages

LEAD = "A ferry carrying 312 people ran onto a sandbank in thick fog early on Tuesday."
OTHER = "Flights were halted for 48 minutes on Sunday by a single sheep on the runway."


def cut(text: str) -> list[str]:
    lines = read_fields([RawLine(n, line) for n, line in enumerate(text.split("\n"), start=1)])
    pages = cut_pages(look_at(make_lines(lines), lambda _: ""))
    assert [look.line.number for page in pages for look in page] == list(range(1, len(lines) + 1))
    return ["\n".join(look.line.text for look in page).strip() for page in pages]


@pytest.mark.parametrize(
    "mark",
    [
        "Article {} of 2",
        "--- Story {} ---",
        "Document {}:",
        "[{} of 2]",
        "RECORD #{}",
        "CLIPPING {}/2",
        "{} of 2 DOCUMENTS",
    ],
)
def test_numbers_of_articles_part_them(mark: str) -> None:
    one, two = f"{mark.format(1)}\n{LEAD}", f"{mark.format(2)}\n{OTHER}"

    assert cut(f"{one}\n\n{two}") == [one, two]


def test_what_stands_above_the_first_number_is_a_page_of_its_own() -> None:
    assert cut(f"Export\nArticle 1\n{LEAD}\nArticle 2\n{OTHER}")[0] == "Export"


@pytest.mark.parametrize(
    "line", ["Article 1 of 2", "Article 5 of the treaty was read aloud.", "12"]
)
def test_one_number_or_another_line_parts_nothing(line: str) -> None:
    assert len(cut(f"{LEAD}\n{line}\n{OTHER}")) == 1


def test_each_head_of_a_record_begins_a_page_at_its_first_field() -> None:
    one = f"Date: 14 June\nTitle: Ferry Late\nBody:\n{LEAD}"
    two = f"Date: 16 June\nTitle: Sheep Late\nBody:\n{OTHER}"

    assert [page.split("\n")[0] for page in cut(f"{one}\n\n{two}")] == [
        "Date: 14 June",
        "Date: 16 June",
    ]


def test_the_head_of_a_site_that_comes_again_begins_a_page() -> None:
    head = "Harbour Ledger\nHome\nOpinion"
    one, two = f"{head}\n\nFerry Late\n{LEAD}", f"{head}\n\nSheep Late\n{OTHER}"

    assert cut(f"{one}\n\n{two}") == [one, two]


@pytest.mark.parametrize(
    "again",
    [
        "\nHarbour Ledger\nFerry Late",  # one line again
        "Harbour Ledger\nHome\nOpinion",  # without a gap
        "\nOpinion\nHome\nHarbour Ledger",  # in another order
    ],
)
def test_lines_that_come_again_otherwise_begin_none(again: str) -> None:
    assert len(cut(f"Harbour Ledger\nHome\nOpinion\n\n{LEAD}\n{again}\n{OTHER}")) == 1


def test_a_text_that_comes_again_is_no_head() -> None:
    assert len(cut(f"{LEAD}\n{OTHER}\n\n\n{LEAD}\n{OTHER}")) == 1


def test_a_page_has_said_something_before_the_next_begins() -> None:
    assert len(cut("Ferry Late\nHome\nNews\n\n\nFerry Late\nHome\nNews\n\n" + LEAD)) == 1


def test_the_numbers_of_pictures_in_a_gallery_part_nothing() -> None:
    lines = ["1 of 2 |", "A truck. (AP Photo/Bo Ek)", "2 of 2 |", "A bus. (AP Photo/Bo Ek)"]

    assert len(cut_pages(look_at(map(make_line, lines), lambda _: ""))) == 1


def test_the_way_past_its_menus_begins_a_page_behind_the_text_of_another() -> None:
    text = "\n".join([LEAD] * 8)
    first, second = f"Skip to content\nFerry\n{text}", f"Skip to main content\nFlights\n{OTHER}"

    assert cut(f"{first}\n{second}") == [first, second]
    # Above it a page may ask to allow cookies.
    assert cut(f"{LEAD}\n{second}") == [f"{LEAD}\n{second}"]


def test_each_page_of_teletext_begins_with_its_number_and_the_clock() -> None:
    first = f"P301  ORLETEXT 301  Tue 04 Feb 19:42:07\n{LEAD}"
    second = f"P302  ORLETEXT 302  Tue 04 Feb 19:42:31\n{OTHER}"

    assert [" ".join(page.split()) for page in cut(f"{first}\n{second}")] == [
        " ".join(page.split()) for page in (first, second)
    ]


def test_numbers_of_slides_below_a_byline_part_nothing() -> None:
    head = "Two Sheep That Closed an Airport\nBy Ida Fell"
    slides = f"1 of 2\nThe first\n{LEAD}\n2 of 2\nThe second\n{OTHER}"

    assert len(cut(f"{head}\n{slides}")) == 1
    assert len(cut(f"{head}\n1 of 2\n{LEAD}\n2 of 2\nBy Ivo Brandt\n{OTHER}\n3 of 3")) > 1
