import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.ingest.cutting import cut_glued
from sitegen.ingest.document import RawLine

SENTENCES = [
    "The harbour master closed the channel at noon.",
    "“The tugs waited for the tide all night.”",
    "The owner runs nine ferries across the sea!",
    "Nobody was hurt, said the coastguard on Friday.",
] * 4


def cut(text: str) -> list[str]:
    return [line.text for line in cut_glued([RawLine(7, text)])]


def test_paragraphs_glued_together_are_cut_apart_and_keep_their_number() -> None:
    lines = list(cut_glued([RawLine(7, "".join(SENTENCES))]))

    assert [line.text for line in lines] == SENTENCES
    assert {line.number for line in lines} == {7}


@pytest.mark.parametrize(
    "text",
    [
        "It was late.The tide was not.Nobody knew.",  # short
        " ".join(SENTENCES),  # not glued
        " ".join(SENTENCES) + "One slip.",
        "The U.S.S. Brekke left at 5.30.It was early, said J.R. Tansley of Grayle. " + "a" * 400,
        "See ledger.example/Ferry.html and the log of the S.S. Brekke for all of it, " * 9,
    ],
)
def test_other_lines_stay_whole(text: str) -> None:
    assert cut(text) == [text]


def test_lines_that_have_a_shape_or_a_verdict_stay_whole() -> None:
    text = "".join(SENTENCES)
    lines = [RawLine(1, text, "item"), RawLine(2, text, verdict="a comment")]

    assert list(cut_glued(lines)) == lines


PIECES = st.sampled_from([*'aéAB1.!?"“‘”’() ', "The tide", "noon."])


@given(st.lists(PIECES).map("".join))
def test_a_long_line_is_cut_at_all_its_glues_if_it_has_two(text: str) -> None:
    glue = re.compile(
        r"(?<=[^\W\d_A-Z][.!?])(?=[\"“‘(]?[A-Z][a-z ])|(?<=[.!?][\"”’)])(?=[\"“‘(]?[A-Z])"
    )
    text += " and so on" * 40
    pieces = glue.split(text)

    assert cut(text) == (pieces if len(pieces) > 2 else [text])
