"""Phrases are runs of nouns, weighed by their words, their place and their length."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.text.phrases import find_phrases


def find(*paragraphs: str) -> set[str]:
    return {phrase.text for phrase in find_phrases(paragraphs)}


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("The herring limits are fair.", {"herring limits"}),
        ("They want to limit fishing rights.", {"fishing rights"}),
        ("A new fishing port opened quietly.", {"fishing port"}),
        ("The ferry's engine failed.", {"ferry", "engine"}),
        ("He quickly denied tax fraud, bribery and arson.", {"tax fraud", "bribery", "arson"}),
        ("On Monday the tide turned.", {"tide"}),
        ("The U.S. ferry line sank.", {"U.S. ferry line"}),
        ("It was 1987 and 12 ships sank.", {"ships"}),
    ],
)
def test_a_phrase_is_a_run_of_nouns_and_of_what_tells_them_apart(
    text: str, phrases: set[str]
) -> None:
    assert find(text) == phrases


def test_no_phrase_goes_from_one_paragraph_to_the_next() -> None:
    assert find("They saw the ferry", "port officials left") == {"ferry", "port officials"}


def test_singular_and_plural_are_one_phrase_as_first_said() -> None:
    (phrase,) = find_phrases(["The herring limit is one of two herring limits."])

    assert (phrase.text, phrase.said) == ("herring limit", 2)


def test_a_phrase_in_small_letters_stands_for_one_that_begins_a_sentence() -> None:
    assert find("Herring limits are fair.", "The herring limits are old.") == {"herring limits"}


def test_early_and_often_weighs_more() -> None:
    early, late = find_phrases(["The herring limits and then, after it all, the sponge reefs."])
    often = find_phrases(["The herring limits and then, after it all, the herring limits."])

    assert (early.text, late.text) == ("herring limits", "sponge reefs")
    assert often[0].weight > early.weight > late.weight


def test_a_common_word_weighs_less_than_a_rare_one() -> None:
    weights = {phrase.text: phrase.weight for phrase in find_phrases(["herring"])}
    weights |= {phrase.text: phrase.weight for phrase in find_phrases(["government"])}

    assert weights["herring"] > weights["government"]


@given(st.lists(st.text(max_size=80), max_size=4))
def test_any_text_has_phrases_of_its_own_words_heaviest_first(paragraphs: list[str]) -> None:
    phrases = find_phrases(paragraphs)

    said = "".join(" ".join(paragraphs).split())
    assert all("".join(phrase.text.split()) in said for phrase in phrases)
    assert [one.weight for one in phrases] == sorted((one.weight for one in phrases), reverse=True)
