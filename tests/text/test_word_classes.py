"""Words are told apart as far as lists and endings can."""

import pytest

from sitegen.text.word_classes import classify_word, is_general


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("N", "herring ferry family reef NATO Larkmoor fishing seed"),
        ("B", "ban limit plans attack strikes"),
        ("A", "dangerous criminal-ish readable"),
        ("L", "new big several northern"),
        ("G", "smouldering"),
        ("D", "1987 12-foot"),
        ("P", "to would she don't"),
        (".", "the denied denies carried planned went quickly Monday officially , – people"),
    ],
)
def test_a_word_has_the_class_of_its_list_or_its_ending(kind: str, words: str) -> None:
    assert {word: classify_word(word) for word in words.split()} == dict.fromkeys(
        words.split(), kind
    )


def test_roles_and_bodies_are_general() -> None:
    assert is_general("official")
    assert not is_general("herring")
