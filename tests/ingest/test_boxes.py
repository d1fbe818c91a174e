from dataclasses import replace

from sitegen.ingest.blocks import Marked
from sitegen.ingest.boxes import drop_boxes
from sitegen.ingest.lines import make_line
from sitegen.model.seed import LineKind

TEXT = (
    "A ferry carrying 312 people ran onto a sandbank in thick fog early on Tuesday, the harbour "
    "master said, and stayed there until the tide had turned twice and the tugs had come."
)


def mark(*rows: tuple[LineKind, str]) -> list[Marked]:
    return [
        Marked(make_line(text, number), kind, "button" if kind == "noise" else kind)
        for number, (kind, text) in enumerate(rows, start=1)
    ]


def find_taken(marked: list[Marked]) -> list[str]:
    settled = drop_boxes(marked)
    return [
        new.line.text
        for old, new in zip(marked, settled, strict=True)
        if old.kind != new.kind and new.kind == "noise"
    ]


def test_short_lines_that_stand_with_an_offer_are_a_box() -> None:
    marked = mark(
        ("body", TEXT),
        ("blank", ""),
        ("heading", "The Gannet Letter"),
        ("body", "Five good things to read, on your table by six."),
        ("noise", "Your e-mail address"),
        ("blank", ""),
        ("body", TEXT),
    )

    assert find_taken(marked) == [
        "The Gannet Letter",
        "Five good things to read, on your table by six.",
    ]


def test_a_block_that_speaks_of_the_matter_is_no_box() -> None:
    marked = mark(
        ("body", TEXT),
        ("blank", ""),
        ("heading", "Fog and ferry"),
        ("body", "The sandbank held the ferry until the tide had turned."),
        ("noise", "Share"),
        ("blank", ""),
        ("body", TEXT),
    )

    assert find_taken(marked) == []


def test_a_single_sentence_above_a_button_may_be_the_last_of_the_text() -> None:
    marked = mark(
        ("body", TEXT), ("blank", ""), ("body", "Nobody blamed Orla."), ("noise", "Share")
    )

    assert find_taken(marked) == []


def test_what_somebody_says_is_no_box() -> None:
    marked = mark(
        ("body", TEXT),
        ("blank", ""),
        ("body", "“No,” she said."),
        ("body", "Then nobody spoke."),
        ("noise", "Share"),
    )

    assert find_taken(marked) == []


def test_the_note_on_the_writer_behind_the_text_goes() -> None:
    marked = mark(
        ("title", "Ferry Runs Aground"),
        ("fact", "By Ida Fellgate"),
        ("body", TEXT),
        ("body", TEXT.replace("ferry", "barge")),
        ("body", "Ida Fellgate grows leeks. Her walks are out in paperback."),
    )

    assert find_taken(marked) == ["Ida Fellgate grows leeks. Her walks are out in paperback."]


def test_a_person_named_in_the_middle_of_the_text_stays() -> None:
    marked = mark(
        ("fact", "By Ida Fellgate"),
        ("body", TEXT),
        ("body", "Ida Fellgate was on board and saw the bow rise."),
        ("body", TEXT.replace("ferry", "barge")),
    )

    assert find_taken(marked) == []


def test_the_line_under_a_heading_makes_no_box() -> None:
    marked = mark(("body", TEXT), ("blank", ""), ("heading", "What it costs"), ("noise", "---"))
    ruled = [replace(one, rule="mark") if one.kind == "noise" else one for one in marked]

    assert find_taken([*ruled, *mark(("blank", ""), ("body", TEXT))]) == []


def test_the_note_below_the_name_of_who_wrote_goes_behind_an_agencys_report() -> None:
    note = "Fellgate covers rivers for the Upland Press."
    marked = mark(
        ("title", "Ferry runs onto a bank"), ("fact", "By IDA FELLGATE"), ("body", TEXT),
        ("body", "Two tugs came at noon."), ("noise", "___"), ("heading", "IDA FELLGATE"),
        ("body", note),
    )  # fmt: skip

    assert find_taken(marked) == ["IDA FELLGATE", note]


def test_a_sentence_about_somebody_of_that_name_stays_below_any_other_line() -> None:
    marked = mark(
        ("title", "Ferry runs onto a bank"), ("fact", "By IDA FELLGATE"), ("body", TEXT),
        ("heading", "The tugs"), ("body", "Fellgate and a second tug came at noon."),
    )  # fmt: skip

    assert find_taken(marked) == []


def test_what_a_paper_found_out_is_no_note_on_it() -> None:
    name: list[tuple[LineKind, str]] = [("fact", "By The Vale Ledger"), ("body", TEXT)]

    assert find_taken(mark(*name, ("body", "The Vale Ledger reports that fog is usual."))) == []
