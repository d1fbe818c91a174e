"""Copies are found and other reports kept apart, on labelled real text where it is at hand."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from tests.quality import near_duplicates as quality
from tests.quality.figures import Figure

FOLDER = Path(__file__).parents[3] / "shared" / "eval"

needs_real_text = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the labelled real text is not beside this checkout"
)


# Of a part of the sets, in which one pair weighs more; `make quality` has the floors for the whole.
FLOORS = {
    "run-together recall": 0.97,  # the goal is reached once splitting is better
    "gallery kept apart": 0.99,
    "samestory kept apart": 0.99,
    "template kept apart": 0.97,  # reports filed twice are labelled as two
    "version recall": 0.5,
    "undated recall": 0.25,
    "of one headline or topic": 0.95,
}


def list_below(figures: Iterable[Figure]) -> list[Figure]:
    """Return the figures below their floors, but for speed: a busy machine is no fault."""
    below = []
    for one in figures:
        floor = FLOORS.get(one.name, one.goal)
        is_met = floor is None or (one.value <= floor if one.is_most else floor <= one.value)
        if not is_met and one.name != quality.SPEED:
            below.append(one)
    return below


@needs_real_text
def test_copies_of_every_kind_are_found_and_look_alikes_kept_apart() -> None:
    rows = quality.read_rows(FOLDER, quality.SYNTHETIC)

    assert list_below(quality.measure_synthetic(rows, one_in=2)) == []


@needs_real_text
def test_labelled_pairs_of_real_articles_are_copies_versions_or_neither() -> None:
    rows, gold = (quality.read_rows(FOLDER, name) for name in (quality.REAL, quality.GOLD))

    assert list_below(quality.measure_real(rows, gold, one_in=4)) == []


@needs_real_text
def test_wires_of_one_form_are_not_merged() -> None:
    rows = quality.read_rows(FOLDER, quality.WIRE)

    assert list_below(quality.measure_wire(rows, one_in=2)) == []


# ---------------------------------------------------------------- the measure itself

BODY = [
    "The ferry Kestrel ran aground in fog outside Port Ellery early on Thursday with many aboard.",
    "Her captain had asked for a pilot twice in the night and been told that none was free.",
    "Fishermen from Larkmoor reached her first and took off the children in a herring boat.",
    "Nobody was badly hurt, the coastguard said, but two sailors were treated for the cold.",
    "The ship lay on a bank that moves some forty paces to the west with each winter's storms.",
    "Tugs are to try to pull her free on the spring tide on Sunday if the wind stays south.",
]
OTHER = [
    "Velmark's prime minister called an early election, gambling on a mended economy to win.",
    "Polling day is in July, she told reporters on the steps of Larch House above a brass band.",
    "The Orchard League welcomed the contest and promised lower tolls on all the island roads.",
    "A survey last week put her party ahead, with a sixth of the voters as yet undecided.",
    "Prices and the closing of a steel works are expected to decide it, and so is the weather.",
    "The Civic Greens want a tunnel under the sound, which nobody has yet offered to pay for.",
]


def make_row(row_id: str, kind: str, group: int, lines: Sequence[str]) -> quality.Row:
    text = "\n\n".join(["A Headline Above the Text", *lines])
    return {"id": row_id, "kind": kind, "g": [group], "text": text}


def test_the_measure_sees_what_is_missed_and_what_is_merged_wrongly() -> None:
    rows = [
        make_row("a", "base", 0, BODY),
        make_row("b", "trunc", 0, BODY[:5]),
        make_row("c", "edit", 0, OTHER),
        make_row("d", "template", 1, BODY),
    ]

    figures = {one.name: one.value for one in quality.measure_synthetic(rows)}

    assert figures["F1"] == pytest.approx(2 * 1 / (3 + 3))
    assert figures["F1 of edit"] == 0
    assert figures["template kept apart"] < 1
    assert figures["gallery kept apart"] == 1
