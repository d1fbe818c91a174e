"""A page that says nothing of itself in short is told by its first sentences."""

import pytest

from sitegen.text.opening import read_opening


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("The pen was found. Nobody lost it.", "The pen was found. Nobody lost it."),
        ("\n# The Pen\n\nIt was\nfound.\n\nLater.", "It was found."),
        ("> A word.\n\n- one\n- two\n\nThe pen was *found*.", "The pen was found."),
        ("See [the *pen*](../pen.md) of `Orle`.", "See the pen of Orle."),
        ("It cost \\*five\\* crowns.", "It cost *five* crowns."),
        ("- one\n- two", "- one - two"),
        ("The\x7f pen\u202e was\ufffe found.", "The pen was found."),
        ("", ""),
        ("\n\n   \n", ""),
    ],
)
def test_the_first_paragraph_is_told_without_its_markup(body: str, told: str) -> None:
    assert read_opening(body) == told


def test_whole_sentences_are_told_as_long_as_there_is_room() -> None:
    sentence = "The pen was found again behind the counter of the harbour office on Monday."

    assert read_opening(" ".join([sentence] * 9)) == " ".join([sentence] * 3)


def test_a_first_sentence_is_never_cut() -> None:
    sentence = f"The pen was {'very ' * 200}old."

    assert read_opening(f"{sentence} Nobody lost it.") == sentence
