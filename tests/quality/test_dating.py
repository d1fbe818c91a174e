"""Dates are right where they are told: in our own texts, and in real text where it is at hand."""

from pathlib import Path

import pytest

from tests.quality.dating import (
    DAY,
    MONTH,
    MONTH_GOAL,
    measure_cases,
    measure_labelled,
    measure_real,
    measure_wikinews,
)
from tests.quality.figures import find_fallen, read_floors
from tests.quality.near_duplicates import REAL, read_rows

LABELLED = Path(__file__).parent / "labelled"
FOLDER = Path(__file__).parents[3] / "shared" / "eval"

needs_real_text = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the labelled real text is not beside this checkout"
)


def test_our_own_texts_are_dated_as_well_as_ever() -> None:
    assert find_fallen([*measure_cases(), *measure_labelled(LABELLED)], read_floors()) == []


@needs_real_text
def test_months_of_real_articles_are_right_where_they_are_told() -> None:
    figures = {(one.set, one.name): one for one in measure_real(read_rows(FOLDER, REAL), one_in=8)}

    month = figures["real dates", MONTH]
    assert month.baseline is not None
    assert max(MONTH_GOAL, month.baseline) < month.value
    assert figures["real dates", "told to the month"].value > 0.05


@needs_real_text
def test_stamps_of_real_reports_are_right() -> None:
    figures = measure_wikinews(read_rows(FOLDER, "meantime_wikinews_ccby"))

    assert {one.name: one.value for one in figures} == {DAY: 1.0, "told to the day": 1.0}
