"""Whole small seeds as annotated text: every line with its article and its kind."""

import re
from pathlib import Path

import pytest

from sitegen.ingest import parse_seed
from sitegen.model.seed import Intake, SeedFile

CASES = Path(__file__).parent.parent / "cases" / "seeds"
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
