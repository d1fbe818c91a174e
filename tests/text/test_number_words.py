import re

import pytest

from sitegen.text.number_words import NUMBER_WORDS, read_number_words


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("two", 2),
        ("twelve", 12),
        ("nineteen", 19),
        ("forty", 40),
        ("ninety-one", 91),
        ("one hundred", 100),
        ("nineteen hundred", 1900),
        ("three hundred and twelve", 312),
        ("two hundred and forty-nine", 249),
    ],
)
def test_a_number_in_words_is_read(written: str, number: int) -> None:
    assert re.fullmatch(NUMBER_WORDS, written)
    assert read_number_words(written) == number


@pytest.mark.parametrize(
    "written", ["one", "a hundred", "a dozen", "two dozen", "hundreds", "fortieth", "ten-two"]
)
def test_what_is_no_certain_number_is_left(written: str) -> None:
    assert not re.fullmatch(NUMBER_WORDS, written)
