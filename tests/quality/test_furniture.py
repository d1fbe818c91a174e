"""Real articles with made furniture around them are cut and headed as well as ever."""

from pathlib import Path

import pytest

from tests.quality.figures import find_fallen, read_floors
from tests.quality.furniture import measure_furniture, write_files

FOLDER = Path(__file__).parents[3] / "shared" / "eval"

needs_real_text = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the labelled real text is not beside this checkout"
)


@needs_real_text
def test_real_articles_in_furniture_are_read_as_well_as_ever() -> None:
    assert find_fallen(measure_furniture(FOLDER), read_floors()) == []


@needs_real_text
def test_the_files_are_the_same_in_every_run_and_hold_their_articles() -> None:
    first, second = write_files(FOLDER), write_files(FOLDER)

    for _ in range(20):
        articles, text = next(first)
        assert (articles, text) == next(second)
        assert all(paragraph in text for one in articles for paragraph in one.paragraphs)
