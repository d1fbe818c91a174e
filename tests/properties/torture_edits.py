"""The law above all, on sites of real size: after any edits a build is what a clean one would be.

``make torture-edits`` does 200 random sequences of edits to a site of 200 articles, and 20 to one
of 10,000; after each one ``build --verify`` compares all bytes with those of a clean build.
EDITS in the environment says otherwise, as ``3000:8`` or ``200:50,1000:10``.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.corpus import make_newcomer, write_corpus
from benchmarks.dice import Dice
from tests.properties.edits import POOL, Edit, apply_edit

ROOT = Path(__file__).parents[2]
SIZES = [
    tuple(map(int, size.split(":")))
    for size in os.environ.get("EDITS", "200:200,10000:20").split(",")
]
_MOST_EDITS = 4  # between two builds
_MOST_DAYS = 3
_FINE = {0, 3}  # 3 tells of problems in what came in, and the site is built


def build(site: Path, day: int, edits: list[Edit]) -> None:
    """Build and verify in a process of its own, so many days after the first of 2025.

    ``edits`` are those since the build before, to be told if that fails.
    """
    now = str(1_735_689_600 + 86_400 * day)
    command = [sys.executable, "-m", "sitegen", "build", "-q", "--verify", "-s", str(site)]
    surroundings = {**os.environ, "SOURCE_DATE_EPOCH": now}
    done = subprocess.run(
        command, cwd=ROOT, env=surroundings, capture_output=True, text=True, check=False
    )
    assert done.returncode in _FINE, f"{done.stderr} after {edits}"


def draw_edit(dice: Dice, site: Path, number: int, articles: int) -> Edit:
    """Return one thing that a person may do, mostly to a seed."""
    seeds = sorted(path for path in (site / "seeds").rglob("*") if path.suffix != ".toml")
    name = dice.pick(seeds).relative_to(site / "seeds").as_posix()
    edits: tuple[Edit, ...] = (
        ("put", f"new/{number}.txt", make_newcomer(number, articles)),
        ("put", name, make_newcomer(number, articles)),
        ("append", name, dice.below(len(POOL))),
        ("cut", name, dice.between(200, 3_000)),
        ("remove", name, None),
        ("rename", name, f"moved/{number}.txt"),
        ("state", f"{name}.toml", dice.between(1, 30)),
        ("write page", None, dice.below(1_000_000)),
        ("delete page", None, dice.below(1_000_000)),
        ("merge", None, dice.below(1_000_000)),
        ("split", None, dice.below(1_000_000)),
        ("template", None, dice.below(3)),
        ("config", None, dice.between(1, 3)),
        ("forget", None, None),
    )
    return dice.pick(edits)


@pytest.mark.timeout(0)
@pytest.mark.parametrize(("articles", "sequences"), SIZES)
def test_no_sequence_of_edits_leaves_another_site_than_a_clean_build(
    tmp_path: Path, articles: int, sequences: int
) -> None:
    site, dice = tmp_path / "site", Dice("edits", articles)
    write_corpus(site / "seeds", articles)
    build(site, 0, [])
    day = number = 0
    for _ in range(sequences):
        edits = []
        for _ in range(dice.between(1, _MOST_EDITS)):
            edits.append(draw_edit(dice, site, number, articles))
            apply_edit(site, edits[-1])
            number += 1
        day += dice.below(_MOST_DAYS)
        build(site, day, edits)
