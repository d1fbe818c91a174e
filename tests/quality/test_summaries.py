"""Excerpts are near what people wrote, on labelled real text where it is at hand."""

from pathlib import Path

import pytest

from tests.quality import relating, summaries
from tests.quality.figures import Figure

FOLDER = Path(__file__).parents[3] / "shared" / "eval"

needs_real_text = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the labelled real text is not beside this checkout"
)


@needs_real_text
def test_excerpts_are_nearer_to_what_people_wrote_than_the_first_sentences_are() -> None:
    rows = [row for row in relating.read_rows(FOLDER, relating.REAL) if row["story"]]

    figures = summaries.measure_summaries(FOLDER, list(relating.read_reports(rows[::3])))

    ours, beyond, cut, _ = map(_value, figures)
    assert 0.315 <= ours
    assert 0.015 <= beyond
    assert cut == 0


def _value(figure: Figure) -> float:
    return figure.value


def test_rouge_counts_each_word_as_often_as_both_say_it() -> None:
    assert summaries.score_rouge1("a a a b", "A, b! b c") == 0.5
    assert summaries.score_rouge1("a", "b") == summaries.score_rouge1("", "") == 0.0
