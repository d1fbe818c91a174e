"""Names are found as well as ever, on labelled real text where it is at hand."""

from pathlib import Path

import pytest

from tests.quality.figures import find_fallen, read_floors
from tests.quality.naming import measure_spans
from tools.labelled_names import join_tokens, read_newswire

FOLDER = Path(__file__).parents[3] / "shared" / "eval"

needs_real_text = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the labelled real text is not beside this checkout"
)


@needs_real_text
def test_names_of_the_newswire_are_found_as_well_as_ever() -> None:
    texts = [text for split, text in read_newswire(FOLDER) if split == "dev"]

    assert find_fallen(measure_spans("world newswire, dev", texts), read_floors()) == []


def test_tokens_become_the_text_that_they_are_of() -> None:
    words = "“ No , ” said Ivo/B-PER Brandt/I-PER 's pro - Orle/B-LOC mate ( a cook ) ."
    text = join_tokens([read_tokens(words), read_tokens("Orle/I-LOC left")])

    assert text.paragraphs == ("“No,” said Ivo Brandt's pro-Orle mate (a cook).", "Orle left")
    assert {
        (text.paragraphs[number][start:end], kind) for number, start, end, kind in text.labels
    } == {("Ivo Brandt", "person"), ("Orle", "place")}


def test_a_name_counts_where_its_ends_and_its_kind_are_right() -> None:
    text = join_tokens([read_tokens("Ivo/B-PER Brandt/I-PER left")])
    figures = {
        figure.name: figure.value
        for figure in measure_spans("own", [text], lambda *_: ("B-place", "I-place"))
    }

    assert figures["names with kinds, F1"] == 0.0
    assert figures["names of any kind, F1"] == 1.0


def read_tokens(words: str) -> list[tuple[str, str]]:
    """Each word with its label, which is behind a slash unless it is O."""
    pairs = (word.partition("/") for word in words.split())
    return [(word, label or "O") for word, _, label in pairs]
