"""What who writes in a forum has below each post is none of its text."""

import pytest

from sitegen.ingest.document import RawLine
from sitegen.ingest.signatures import SIGNATURE, drop_signatures

MOTTO = "If it floats, I shall mend it"


def read(*texts: str) -> list[str]:
    lines = drop_signatures([RawLine(number, text) for number, text in enumerate(texts, 1)])
    return [line.text for line in lines if line.verdict == SIGNATURE]


@pytest.mark.parametrize("button", ["Reply With Quote", "Quote", " reply "])
def test_between_a_ruler_and_the_button_to_reply_stands_a_signature(button: str) -> None:
    assert read("It was late.", "__________", "", MOTTO, "Harbour rules | Tea", "", button) == [
        MOTTO,
        "Harbour rules | Tea",
    ]


@pytest.mark.parametrize(
    "below",
    [
        [MOTTO, "It was late again."],  # without a button
        ["It was late, and nobody came. " * 5, "Reply With Quote"],  # a paragraph
        [*["It was late."] * 6, "Reply With Quote"],  # many lines
    ],
)
def test_other_lines_below_a_ruler_are_no_signature(below: list[str]) -> None:
    assert read("It was late.", "__________", *below) == []
