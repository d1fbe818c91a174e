"""What a name is in the text can mostly be told from its words; where it stands says the same."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.text.name_spans import find_forms, find_spans
from tests.patience import allow

# Words and signs that names are made of, and what may stand between them.
PIECES = (
    "Ivo|Brandt|Maud|Orle|Bank|of|U.S.|U. S.|St.|Port-Louis|Paris-based|O’Neil|’s|&|A380|7|the|met"
    "|,|.|(|/|Herring Board|Norway| |  |\n"
).split("|")


@given(
    st.tuples(st.sampled_from(["", " "]), st.lists(st.sampled_from(PIECES), max_size=12)).map(
        lambda drawn: drawn[0].join(drawn[1])
    )
)
@example("he met the U.S.Navy, A T & T and Ivo  Brandt/Orle")
def test_forms_are_what_the_text_has_where_names_stand(text: str) -> None:
    spans = find_spans([text])

    said = [(" ".join(span.text.split()), span.kind) for span in spans]
    assert list(find_forms([text])) == said
    assert all(text[span.start : span.end] == span.text for span in spans)


@pytest.mark.parametrize("piece", ["Related ’", "HD ", "Secretary of State "])
def test_the_names_of_an_endless_sentence_are_found_in_seconds(piece: str) -> None:
    start = time.process_time()

    list(find_forms([f"The ferry {piece * (200_000 // len(piece))}ran aground."]))

    assert time.process_time() - start < allow(3)
