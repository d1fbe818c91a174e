"""The note on who wrote, behind a text, is noise, and what stands behind it."""

import pytest

from sitegen.ingest import parse_seed
from sitegen.ingest.bios import drop_boxes_on_writers
from sitegen.ingest.blocks import Marked
from sitegen.ingest.lines import make_line
from sitegen.model.seed import Intake, SeedFile

HEAD = ("Ferry Runs Aground off Havnsund", "", "By Ida Fellgate", "4 November 2025", "")
TEXT = (
    "A ferry carrying 312 people ran onto a sandbank in thick fog early on Tuesday.",
    "The harbour master closed the channel until the tide had turned on Friday.",
    "The owner runs nine ferries across the sea, and had cancelled all of them.",
)


def find_kinds(*lines: str) -> list[str]:
    parsed = parse_seed(Intake(SeedFile("a.txt", "\n".join([*HEAD, *TEXT, *lines]).encode())))
    return [fate.kind for fate in parsed.lines[len(HEAD) + len(TEXT) :]]


@pytest.mark.parametrize(
    "note",
    [
        "Ida Fellgate writes about money and manners. Her column appears on Wednesdays.",
        "Ida Fellgate, who has crossed in all nine of them, is the author of a book on fog.",
        "Fellgate reported from Orle. Ivo Brandt in Larkmoor contributed to this report.",
    ],
)
def test_a_last_paragraph_that_begins_with_the_writer_tells_who_that_is(note: str) -> None:
    assert find_kinds(note) == ["noise"]


def test_what_stands_behind_the_note_is_no_text() -> None:
    lines = ("Ida Fellgate writes about boats.", "The talk is about fog, and some like it.")

    assert find_kinds(*lines) == ["noise", "noise"]


def test_the_name_alone_stands_above_the_note() -> None:
    assert find_kinds("IDA FELLGATE", "Fellgate covers the sea for the wire.") == ["noise", "noise"]


def test_who_is_named_in_the_text_and_has_not_written_it_stays() -> None:
    assert find_kinds("Ivo Brandt writes about boats, and was on board when it ran aground.") == [
        "body"
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Reuters reported from Orle that divers were on their way.",
        "Ida Fellgate: What did you do when the fog came down?",
    ],
)
def test_who_reports_in_the_text_and_what_the_writer_asks_stay(line: str) -> None:
    assert find_kinds(line) == ["body"]


def test_a_writer_who_is_first_in_a_text_stays() -> None:
    lead = "Ida Fellgate was asleep in her bunk when the ferry ran onto a bank of sand."
    text = "\n".join([*HEAD, lead, *TEXT]).encode()

    assert parse_seed(Intake(SeedFile("a.txt", text))).lines[len(HEAD)].kind == "body"


@pytest.mark.parametrize(
    "box",
    [
        ("Ida Fellgate", "Contributing editor", "Ida has written about boats for 15 years."),
        ("Rosa Lind", "Heating engineer", "Rosa has looked after boilers for 22 years."),
    ],
)
def test_a_box_says_who_wrote_or_advised(box: tuple[str, str, str]) -> None:
    name, post, note = box
    text = [Marked(make_line(line), "body", "text") for line in TEXT]
    left = Marked(make_line(name), "noise", "fragment")
    lines = [Marked(make_line(post), "heading", ""), Marked(make_line(note), "body", "text")]

    kinds = [mark.kind for mark in drop_boxes_on_writers([*text, left, *lines])]
    assert kinds == [*["body"] * 3, *["noise"] * 3]
    assert drop_boxes_on_writers([*text, *lines]) == [*text, *lines]
