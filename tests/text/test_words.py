import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.text.normalize import fold
from sitegen.text.words import count_words, estimate_words, split_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Mayor’s no-one", ["the", "mayor's", "no-one"]),
        ("1,200.50 U.S.", ["1", "200.50", "u.s"]),
        ("“Ferries” – (again)…", ["ferries", "again"]),
        ("snake_case C++", ["snake", "case", "c"]),
        ("島の朝 and ไทย", ["島", "の", "朝", "and", "ไ", "ท", "ย"]),
        ("Ильинское утро", ["ильинское", "утро"]),
        ("कोहरे में, बच्चों!", ["कोहरे", "में", "बच्चों"]),
        ("العبّارات في", ["العبّارات", "في"]),
        ("—", []),
    ],
)
def test_text_is_cut_into_folded_words(text: str, words: list[str]) -> None:
    assert split_words(text) == words
    assert count_words(text) == len(words)


@given(st.text(st.sampled_from("ab7'.- _,’é島")))
def test_plain_text_is_cut_as_any_other(text: str) -> None:
    word = re.compile(r"島|[^\W_島]+(?:['.-][^\W_島]+)*")

    assert split_words(text) == word.findall(fold(text))


@given(st.text(st.sampled_from("ab 島ไ’é…")).map(lambda text: " ".join(text.split())))
def test_words_are_estimated_by_spaces_but_in_scripts_without_them(text: str) -> None:
    is_spaced = "島" not in text and "ไ" not in text

    words = estimate_words(text, fold(text))

    assert words == (len(text.split()) if is_spaced else count_words(text))
