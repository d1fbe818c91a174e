"""Related articles and stories are found as they were, on real text where it is at hand."""

from pathlib import Path

import pytest

from tests.quality import relating as quality

FOLDER = Path(__file__).parents[3] / "shared" / "eval"

needs_real_text = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the labelled real text is not beside this checkout"
)


@needs_real_text
def test_reports_of_the_events_of_basil_are_gathered() -> None:
    reports = list(quality.read_reports(quality.read_rows(FOLDER, "basil")))

    assert 0.94 <= quality.measure_stories(reports)
    assert 0.95 <= quality.recall(reports, is_dated=False)


def test_bcubed_f1_is_that_of_its_paper() -> None:
    assert quality.score_bcubed("aaab", "xxyy") == pytest.approx(2 * 0.75 * 0.6667 / 1.4167, 0.001)
