"""One more real article changes the tags of others as seldom as ever."""

from pathlib import Path

import pytest

from tests.quality.figures import find_fallen, read_floors
from tests.quality.relating import REAL, read_reports, read_rows
from tests.quality.tagging import list_tags, measure_tagging

FOLDER = Path(__file__).parents[3] / "shared" / "eval"

needs_real_text = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the labelled real text is not beside this checkout"
)


@needs_real_text
def test_one_more_article_leaves_the_tags_of_others() -> None:
    reports = read_reports(read_rows(FOLDER, REAL)[:1040])

    assert find_fallen(measure_tagging([one.summary for one in reports]), read_floors()) == []


def test_tags_are_those_of_articles_nobody_published() -> None:
    assert list_tags([]) == []
