"""Floors hold: no figure may be worse than it has been."""

from pathlib import Path

from tests.quality.blind_seeds import measure_blind
from tests.quality.figures import Figure, find_fallen, raise_floors, read_floors, write_table
from tests.quality.reading import list_figures, name_figures

LABELLED = Path(__file__).parent / "labelled"


def test_our_own_seeds_are_read_as_well_as_ever() -> None:
    assert find_fallen(list_figures(LABELLED), read_floors()) == []


def test_seeds_written_blind_are_read_as_well_as_ever() -> None:
    for name, tally in measure_blind().items():
        assert find_fallen(name_figures(name, tally), read_floors()) == []


def test_a_figure_below_its_floor_is_named_and_so_is_one_without() -> None:
    figures = [
        Figure("own", "recall", 0.9),
        Figure("own", "noise", 0.3, is_most=True),
        Figure("own", "new", 1.0),
        Figure("own", "good", 0.8),
    ]
    floors = {"own: recall": 0.91, "own: noise": 0.2, "own: good": 0.8}

    assert find_fallen(figures, floors) == [
        "own: recall: 0.9000 is worse than its floor 0.9100",
        "own: noise: 0.3000 is worse than its floor 0.2000",
        "own: new: has no floor; run make quality ARGS=--raise-floors",
    ]


def test_floors_rise_and_never_sink() -> None:
    known = read_floors()
    key = "labelled seeds: body words recall"
    worse = Figure("labelled seeds", "body words recall", known[key] - 0.1)
    better = Figure("labelled seeds", "body words recall", 1.0)

    assert raise_floors([worse])[key] == known[key]
    assert raise_floors([better])[key] == 0.9995


def test_the_table_shows_value_floor_and_goal() -> None:
    lines = write_table([Figure("own", "recall", 0.9, 0.95, 0.8)], {"own: recall": 0.85})

    assert lines.splitlines()[-1].split() == [
        "own",
        "recall",
        "0.9000",
        "0.8500",
        "0.9500",
        "0.8000",
    ]
