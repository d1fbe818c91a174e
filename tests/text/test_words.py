import pytest

from sitegen.text.words import count_words, split_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Mayor’s no-one", ["the", "mayor's", "no-one"]),
        ("1,200.50 U.S.", ["1", "200.50", "u.s"]),
        ("“Ferries” – (again)…", ["ferries", "again"]),
        ("snake_case C++", ["snake", "case", "c"]),
        ("島の朝 and ไทย", ["島", "の", "朝", "and", "ไ", "ท", "ย"]),
        ("Ильинское утро", ["ильинское", "утро"]),
        ("—", []),
    ],
)
def test_text_is_cut_into_folded_words(text: str, words: list[str]) -> None:
    assert split_words(text) == words
    assert count_words(text) == len(words)
