"""Each noise rule has a case file: the lines it takes, and lines like them that it leaves."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.ingest.lines import make_line
from sitegen.ingest.noise import NOISE_RULES, find_noise

CASES = Path(__file__).parent.parent / "cases" / "noise"


def read_case(path: Path) -> tuple[list[str], list[str]]:
    takes, leaves = path.read_text(encoding="utf-8").removeprefix("takes\n").split("leaves\n")
    return takes.splitlines(), leaves.splitlines()


def find_rule(text: str) -> str:
    return find_noise(make_line(text))


@pytest.mark.parametrize("path", sorted(CASES.glob("*.txt")), ids=lambda path: path.stem)
def test_rule_takes_its_lines_and_no_sentence_like_them(path: Path) -> None:
    takes, leaves = read_case(path)

    found = {text: find_rule(text) for text in (*takes, *leaves)}

    assert found == dict.fromkeys(takes, path.stem.replace("-", " ")) | dict.fromkeys(leaves, "")


def test_every_rule_has_a_case_file() -> None:
    names = {rule.name.replace(" ", "-") for rule in NOISE_RULES}

    assert names == {path.stem for path in CASES.glob("*.txt")}


TAKEN = [text for path in sorted(CASES.glob("*.txt")) for text in read_case(path)[0]]
PIECES = st.sampled_from(["min", "ends", "www", "com", "no", "8", "30", *" .,:;!?'()&$%-/|>•@#→☀"])


@given(st.lists(PIECES, max_size=20).map("".join) | st.sampled_from(TAKEN))
def test_no_rule_is_left_out_that_takes_a_short_line(text: str) -> None:
    line = make_line(text)

    assert find_noise(line) == next((rule.name for rule in NOISE_RULES if rule.matches(line)), "")
