from hypothesis import given
from hypothesis import strategies as st

from sitegen.publish.search_words import LONGEST_WORD, split_search_words


def test_accents_and_case_make_no_difference() -> None:
    assert split_search_words("ZOË Đorđević") == split_search_words("zoe đorđevic")


def test_signs_part_words_in_every_script() -> None:
    assert split_search_words("can't—won't, 3.5 €5 «да» किताब।") == [
        *("can", "t", "won", "t", "3", "5", "5", "да"),
        "किताब",
    ]


def test_scripts_without_spaces_are_cut_into_pairs() -> None:
    assert split_search_words("東京タワー 港") == ["東京", "京タ", "タワ", "ワー", "港"]


def test_a_picture_is_a_word() -> None:
    assert split_search_words("sheep 🐑!") == ["sheep", "🐑"]


@given(st.text())
def test_words_are_their_own_words(text: str) -> None:
    words = split_search_words(text)

    assert all(word == word[:LONGEST_WORD] for word in words)
    for word in words:
        assert split_search_words(word) == [word]
