"""Figures of quality stay above their floors, and floors only go up."""

from pathlib import Path

import pytest

from tests.quality import figures
from tests.quality.figures import Figure, find_fallen, raise_floors, read_floors, write_table
from tests.quality.reading import list_figures

LABELLED = Path(__file__).parent / "labelled"


def test_the_labelled_seeds_are_read_as_well_as_they_ever_were() -> None:
    assert find_fallen(list_figures(LABELLED), read_floors()) == []


@pytest.mark.parametrize(
    ("figure", "floor", "is_fallen"),
    [
        (Figure("a", "recall", 0.9), 0.9, False),
        (Figure("a", "recall", 0.89), 0.9, True),
        (Figure("a", "noise", 0.3, is_most=True), 0.3, False),
        (Figure("a", "noise", 0.31, is_most=True), 0.3, True),
    ],
)
def test_a_figure_worse_than_its_floor_is_told(
    figure: Figure, floor: float, *, is_fallen: bool
) -> None:
    assert bool(find_fallen([figure], {figure.key: floor})) is is_fallen


def test_a_figure_without_a_floor_is_told_with_the_way_out() -> None:
    assert find_fallen([Figure("a", "recall", 0.9)], {}) == [
        "a: recall: has no floor; run make quality ARGS=--raise-floors"
    ]


def test_floors_only_get_better(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "floors.json"
    path.write_text('{"a: noise": 0.3, "a: recall": 0.9, "b: gone": 0.5}', encoding="utf-8")
    monkeypatch.setattr(figures, "FLOORS", path)

    worse = [Figure("a", "recall", 0.8), Figure("a", "noise", 0.4, is_most=True)]
    better = [Figure("a", "recall", 0.95), Figure("a", "noise", 0.2, is_most=True)]

    assert raise_floors(worse) == {"a: noise": 0.3, "a: recall": 0.9, "b: gone": 0.5}
    assert raise_floors(better) == {"a: noise": 0.2005, "a: recall": 0.9495, "b: gone": 0.5}


def test_the_table_shows_value_floor_goal_and_what_others_reach() -> None:
    row = write_table([Figure("a", "recall", 0.9, 0.95)], {"a: recall": 0.8}).splitlines()[-1]

    assert row.split() == ["a", "recall", "0.9000", "0.8000", "0.9500", "–"]
