import pytest

from sitegen.ingest.document import RawLine
from sitegen.ingest.shapes import find_shapes


def shape(text: str) -> list[tuple[str, str]]:
    lines = find_shapes(RawLine(number, line) for number, line in enumerate(text.split("\n")))
    return [(line.shape, line.text) for line in lines]


@pytest.mark.parametrize(
    "text",
    ["- tea\n- salt", "* tea\n\n* salt", "– tea\n— salt", "1. tea\n2. salt", "(a) tea\n(b) salt"],
)
def test_marks_of_one_kind_below_each_other_make_a_list(text: str) -> None:
    assert [one for one in shape(text) if one[1]] == [("item", "tea"), ("item", "salt")]


def test_a_bullet_is_an_item_even_alone() -> None:
    assert shape("Bring:\n• tea") == [("", "Bring:"), ("item", "tea")]


@pytest.mark.parametrize(
    "text",
    [
        "- I have said no, said the harbour master.",
        "- West pier -\n- East pier -",
        "1. A long wait\nPassengers were brought ashore.\n2. A short inquiry",
        "-30-\n-30-",
        "* * *\n* * *",
        "3.5 tons of herring\n4.5 tons of sprat",
        "2024. What a year\nIt rained.",
        "5 ferries\n6 ferries",
    ],
)
def test_a_mark_alone_or_of_another_kind_is_no_list(text: str) -> None:
    assert shape(text) == [("", line) for line in text.split("\n")]


def test_paragraphs_that_somebody_numbered_stay_paragraphs() -> None:
    long = "the harbour master counted the boats " * 12
    text = f"1. {long}\n2. {long}"

    assert [one for one, _ in shape(text)] == ["", ""]


def test_a_quotation_is_known_by_its_mark() -> None:
    assert shape("> It was late.\n>> Very.") == [("quote", "It was late."), ("quote", "Very.")]


@pytest.mark.parametrize("between", ["\t", "\t\t", " | ", "\t | "])
def test_cells_side_by_side_are_a_table_and_stay_readable(between: str) -> None:
    text = f"Boat{between}Tons\nBrekke{between}40"

    assert shape(text) == [("row", "Boat | Tons"), ("row", "Brekke | 40")]


def test_the_edges_of_a_table_go() -> None:
    assert shape("| Boat | Tons |\n|------|------|\n| Brekke | 40 |") == [
        ("row", "Boat | Tons"),
        ("", "|------|------|"),
        ("row", "Brekke | 40"),
    ]


def test_one_line_with_a_bar_is_no_table() -> None:
    text = "Ida Fellgate | 14 June 2024\nThe ferry was late."

    assert shape(text) == [("", "Ida Fellgate | 14 June 2024"), ("", "The ferry was late.")]


def test_one_cell_is_no_row() -> None:
    assert shape(" | tea\n | salt") == [("", " | tea"), ("", " | salt")]


def test_what_the_format_has_shaped_stays_as_it_is() -> None:
    lines = [RawLine(1, "- tea", "heading"), RawLine(2, "- salt", verdict="a comment")]

    assert list(find_shapes(lines)) == lines


def test_a_drawn_table_is_one_even_with_a_single_row() -> None:
    ruler = "+-----+----+"

    assert shape(f"{ruler}\n| Boat | 4 |\n{ruler}") == [
        ("", ruler),
        ("row", "Boat | 4"),
        ("", ruler),
    ]
    assert shape("| Boat | 4 |") == [("row", "Boat | 4")]


@pytest.mark.parametrize("text", ["| Home | News |", "+-----+----+", "It rained.\n+----+"])
def test_edges_alone_make_no_table(text: str) -> None:
    assert shape(text) == [("", line) for line in text.split("\n")]


def test_two_dashes_begin_the_items_of_a_wire() -> None:
    lines = [RawLine(1, "    --  Revenue rose"), RawLine(2, "    --  Costs fell")]

    assert [(one.text, one.shape) for one in find_shapes(lines)] == [
        ("Revenue rose", "item"),
        ("Costs fell", "item"),
    ]


def test_an_item_has_the_number_that_it_began_with() -> None:
    lines = [RawLine(1, "1. Cut the twine"), RawLine(2, "(2) Draw it tight"), RawLine(3, "- tea")]

    assert [one.mark for one in find_shapes(lines)] == ["1", "2", ""]


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("News  Sport  Notices  E-paper", ["menu"]),
        ("NEWS  SPORT  MONEY  TRAVEL  TV", ["menu"]),
        # words that were set to fill a line, a table, a date, and too few
        ("The mayor  said that  the bridge", [""]),
        ("Orle Town  Mellin  Saltby\nHarwick  Corven  Skerry", ["", ""]),
        ("Ida Fellgate  Staff Writer  12 May", [""]),
        ("MAYOR  OPENS  BRIDGE", [""]),
    ],
)
def test_entries_with_wide_gaps_between_them_are_a_menu(text: str, verdicts: list[str]) -> None:
    lines = find_shapes(RawLine(n, line) for n, line in enumerate(text.split("\n"), start=1))

    assert [line.verdict for line in lines] == verdicts


def test_a_box_to_tick_begins_an_item() -> None:
    assert shape("▢ 500 g rhubarb\n☐ 60 g butter") == [
        ("item", "500 g rhubarb"),
        ("item", "60 g butter"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (">" * 500_000, [("", ">" * 500_000)]),
        (">" * 500_000 + " tea", [("quote", "tea")]),
        ("tea | salt" + " " * 500_000 + "rice", [("", "tea | salt" + " " * 500_000 + "rice")]),
        ("-" * 500_000 + "\ttea", [("", "-" * 500_000 + "\ttea")]),
    ],
    ids=["marks", "a quotation", "spaces", "dashes"],
)
def test_a_run_without_end_is_gone_through_once(text: str, expected: list[tuple[str, str]]) -> None:
    assert shape(text) == expected
