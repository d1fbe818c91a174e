"""What an article is about is told as well as ever, on labelled real text where it is at hand."""

from pathlib import Path

import pytest

from tests.quality.figures import find_fallen, read_floors
from tests.quality.phrases import measure_key_phrases, measure_main_entities, measure_phrases

FOLDER = Path(__file__).parents[3] / "shared" / "eval"

needs_real_text = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the labelled real text is not beside this checkout"
)


@needs_real_text
def test_phrases_and_main_names_are_found_as_well_as_ever() -> None:
    assert find_fallen(measure_phrases(FOLDER), read_floors()) == []


def test_a_phrase_counts_where_its_stems_are_those_of_a_label() -> None:
    row = {"text": "The sponge reefs are fair.", "keys_stemmed": ["fog bank", "spong reef"]}

    values = [figure.value for figure in measure_key_phrases("own", [row])]

    assert values == pytest.approx([2 / 3, 2 / 3])


def test_the_first_name_counts_in_its_short_or_its_full_form() -> None:
    told = {"title": "Brandt Leaves", "text": "LARKMOOR - Ivo Brandt has left. Brandt smiled."}
    rows = [{**told, "main_entities": [name]} for name in ("Brandt", "Ivo Brandt", "Larkmoor")]

    assert [measure_main_entities("own", [row]).value for row in rows] == [1.0, 1.0, 0.0]
