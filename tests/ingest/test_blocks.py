"""Whole small seeds as annotated text: every line with its article and its kind."""

import re
from pathlib import Path

import pytest

from sitegen.ingest import parse_seed
from sitegen.ingest.blocks import mark_lines
from sitegen.ingest.document import Shape
from sitegen.ingest.lines import make_line
from sitegen.ingest.looks import look_at
from sitegen.model.seed import Intake, SeedFile

CASES = Path(__file__).parent.parent / "cases" / "seeds"
LEAD = "A ferry carrying 312 people ran onto a sandbank in thick fog early on Tuesday."
ANNOTATED = re.compile(r"^(\d| ) (\w+) \|(?: (.*))?$")


def read_case(path: Path) -> list[tuple[str, str, str]]:
    """Return (article, kind, text) of each annotated line; blank lines belong to any article."""
    matches = map(ANNOTATED.match, path.read_text(encoding="utf-8").splitlines())
    return [(match[1], match[2], match[3] or "") for match in matches if match]


@pytest.mark.parametrize("path", sorted(CASES.glob("*.txt")), ids=lambda path: path.stem)
def test_every_line_is_what_its_annotation_says(path: Path) -> None:
    case = read_case(path)
    seed = SeedFile(path.name, "\n".join(text for _, _, text in case).encode())

    parsed = parse_seed(Intake(seed))

    marked = [(str(fate.article), fate.kind) for fate in parsed.lines]
    wanted = [(article, kind) for article, kind, _ in case]
    assert len(marked) == len(wanted)
    assert [one for one in marked if one[1] != "blank"] == [
        one for one in wanted if one[1] != "blank"
    ]


def test_annotations_cover_every_kind_of_line() -> None:
    kinds = {kind for path in CASES.glob("*.txt") for _, kind, _ in read_case(path)}

    assert kinds == {
        "title", "dek", "caption", "noise", "blank", "body", "heading", "fact", "correction",
        "item", "quote", "row",
    }  # fmt: skip


def test_nothing_but_links_is_no_text_however_it_stands_there() -> None:
    link = make_line("Sheep Closes Airport for an Hour", 3, "link")
    lines = [
        make_line("Ferry Runs Aground", 1),
        make_line(LEAD, 2),
        link,
        make_line(f"{LEAD} So.", 4),
    ]

    assert [mark.kind for mark in mark_lines(look_at(lines, lambda _: ""))] == [
        "title",
        "body",
        "noise",
        "body",
    ]


def test_rows_that_say_the_same_stay_rows_and_captions_do_not() -> None:
    shapes: list[Shape] = ["", "", "row", "row", "", "", ""]
    texts = [
        "Ferry Runs Aground",
        LEAD,
        "Tarn | 2",
        "Tarn | 2",
        "The ferry",
        "The ferry",
        f"{LEAD} So.",
    ]
    lines = [make_line(text, shape=shape) for text, shape in zip(texts, shapes, strict=True)]

    kinds = [mark.kind for mark in mark_lines(look_at(lines, lambda _: ""))]

    assert kinds == ["title", "body", "row", "row", "caption", "caption", "body"]
