"""The two real seed files that lie beside the checkout, where they do.

Their text belongs to others and is not in the project: they are described by line numbers.
"""

from pathlib import Path

import pytest

from sitegen.ingest import parse_seed, read_lines
from sitegen.model.seed import Intake, Parsed, SeedFile

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
# For each file: number of lines, and the lines of each article that are title, caption and
# heading; every other line above the text is noise, every other one in it is text.
EXPECTED = {
    "000_566b17ec143e6040.txt": (83, [(1, 3, 12, [18, 28]), (36, 38, 47, [])]),
    "001_7902f1fff5b0ac85.txt": (115, [(1, 3, 13, []), (41, 43, 53, [75, 95])]),
}

needs_real_seeds = pytest.mark.skipif(
    not SEEDS.is_dir(), reason="the real seeds are not beside this checkout"
)


def parse(name: str) -> tuple[Parsed, tuple[str, ...]]:
    seed = SeedFile(name, (SEEDS / name).read_bytes())
    return parse_seed(Intake(seed)), read_lines(seed)


@needs_real_seeds
@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_each_real_seed_gives_its_two_articles_and_loses_no_line(name: str) -> None:
    count, sections = EXPECTED[name]
    parsed, lines = parse(name)

    wanted = {}
    ends = [title for title, *_ in sections[1:]] + [count + 1]
    for ordinal, (section, end) in enumerate(zip(sections, ends, strict=True), start=1):
        title, caption, body, headings = section
        for number in range(title, end):
            kind = "noise" if number < body else "body"
            kind = "heading" if number in headings else kind
            kind = {title: "title", caption: "caption"}.get(number, kind)
            wanted[number] = ("blank", 0) if not lines[number - 1] else (kind, ordinal)

    found = {
        fate.number: (fate.kind, fate.article if fate.kind != "blank" else 0)
        for fate in parsed.lines
    }
    assert len(lines) == count
    assert found == wanted
    assert len(parsed.articles) == 2
    assert not parsed.problems
