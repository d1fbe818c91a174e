"""Texts made to be slow pass every door; the time limit of each test is the guard."""

import pytest

from sitegen.ingest import parse_seed
from sitegen.model.content import ContentFile
from sitegen.model.seed import Intake, SeedFile
from sitegen.pages import read_own
from sitegen.publish import render_markdown
from tests.faults.worst_cases import PATTERNS

SIZE = 20_000


@pytest.mark.parametrize("name", PATTERNS)
def test_a_text_made_to_be_slow_passes_every_door(name: str) -> None:
    text = PATTERNS[name](SIZE)
    data = text.encode()

    for ending in (".txt", ".md", ".html", ".json", ".jsonl"):
        parsed = parse_seed(Intake(SeedFile(f"a{ending}", data)))
        assert all(fate.rule != "fault" for fate in parsed.lines)
    render_markdown(text)
    read_own(ContentFile("pages/a.md", data))
