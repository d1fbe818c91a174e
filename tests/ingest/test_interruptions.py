"""A turned page and what was heard interrupt a text; what looks like them stays."""

import pytest

from sitegen.ingest.interruptions import drop_interruptions, is_turn
from sitegen.ingest.lines import make_line
from sitegen.ingest.looks import look_at

LEAD = "The clock of the old brewery is to be set right after a vote on Thursday."
MORE = "The work will cost three thousand pounds, of which ringers have raised half."


def drop(*lines: str) -> list[str]:
    """Return the lines between two paragraphs that are dropped."""
    looks = look_at(map(make_line, (LEAD, *lines, MORE)), lambda _: "")
    dropped = drop_interruptions(looks)
    return [look.line.text for look in dropped if look.noise in {"turned page", "stage direction"}]


@pytest.mark.parametrize(
    "text",
    [
        "See CLOCK, page 6",
        "Please turn to page A4",
        "Continued from page 3",
        "(MORE)",
        "The Record Saturday, March 9, 2024 • Page 3",
        "Thursday, August 17, 2017 — 4A",
        "(SOUNDBITE OF FERRY HORN)",
        "(LAUGHTER)",
    ],
)
def test_what_interrupts_a_text_is_noise(text: str) -> None:
    assert drop(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "See what is on page 6.",
        "2024-06-15",
        "Clock struck thirteen from 1961 to 2024",
        "THE BREWERY",
        "(Laughter from the gallery followed.)",
        "(NWP)",
    ],
)
def test_what_looks_like_it_stays(text: str) -> None:
    assert drop(text) == []


def test_capitals_beside_a_turned_page_are_the_paper_or_the_word_of_the_text() -> None:
    assert drop("CLOCK", "Continued from page 3") == ["CLOCK", "Continued from page 3"]
    assert drop("Clock", "Continued from page 3") == ["Continued from page 3"]


def test_a_line_in_brackets_behind_the_text_is_no_stage_direction() -> None:
    looks = look_at(map(make_line, (LEAD, "(NORTHERN WIRE)")), lambda _: "")
    assert drop_interruptions(looks) == looks


def test_the_rows_of_a_table_turn_no_page() -> None:
    rows = ["2021 | 9 | 61", "2022 | 34 | 17"]
    looks = look_at([make_line(text, shape="row") for text in rows], lambda _: "")

    assert not any(look.noise for look in drop_interruptions(looks))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2019 - 5", True),
        ("ORLE LEDGER 12 June 2019 • page a5", True),
        ("Orle 2019b - 5", False),
        ("Ledger - 5 2019", False),
        ("2019–5", False),
        ("2024-06-14" * 100_000, False),
        ("2024-06-14" * 100_000 + " - 5", True),
    ],
    ids=lambda one: str(one)[:40],
)
def test_a_year_with_a_number_of_a_page_behind_is_the_head_of_one(
    text: str, *, expected: bool
) -> None:
    assert is_turn(make_line(text)) is expected
