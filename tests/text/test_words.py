import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.text.normalize import fold
from sitegen.text.words import count_words, estimate_words, join_signs, split_words


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


@given(st.text(st.sampled_from("ab ’é…")).map(lambda text: " ".join(text.split())))
def test_words_are_estimated_by_spaces(text: str) -> None:
    assert estimate_words(text, fold(text)) == len(text.split())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("火曜日の早朝、フェリーが濃い霧の中で砂州に乗り上げた。", 13),  # 25 letters
        ("港の霧 AFP", 3),
        ("เรือข้ามฟากเกยตื้น", 4),
        ("သင်္ဘောသောင်တင်", 3),
        ("Havnsund (霧)", 2),
        ("。", 1),
    ],
)
def test_words_of_a_script_without_spaces_are_as_long_as_others(text: str, words: int) -> None:
    assert estimate_words(text, fold(text)) == words


@given(st.text(st.sampled_from("a 島ไက’。")))
def test_no_text_has_more_words_than_letters_and_marks(text: str) -> None:
    clean = " ".join(text.split())

    assert estimate_words(clean, fold(clean)) <= len(clean)


def test_signs_are_joined_by_their_script() -> None:
    assert join_signs(split_words("ข่าวใหม่ 中国新闻")) == [
        "ข่าวใ",
        "่าวให",
        "าวใหม",
        "วใหม่",
        "中国",
        "国新",
        "新闻",
    ]
