"""Which words of an article it is compared by."""

from sitegen.corpus.terms import list_terms, weigh_terms
from sitegen.text.words import split_words


def weigh(title: str, text: str) -> dict[str, int]:
    terms = weigh_terms(split_words(title), split_words(text))
    return dict(zip(terms.words.split(), terms.weights, strict=True))


def test_a_word_that_is_said_often_weighs_more_but_not_without_end() -> None:
    text = "nothing here " * 60 + "anchor " * 30 + "pilot " * 3 + "harbour"
    weights = weigh("", text)

    assert weights["harbour"] < weights["pilot"] < weights["anchor"] < 3 * weights["harbour"]


def test_words_of_the_title_and_of_the_lead_weigh_more() -> None:
    text = "pilot harbour " + "filler " * 100 + "anchor"
    weights = weigh("Pilot", text)

    assert weights["anchor"] < weights["harbour"] < weights["pilot"]


def test_rare_words_are_kept_before_common_ones() -> None:
    rare = [f"{first}{second}olo" for first in "bcdfghjklm" for second in "rlwtpqvxsznd"]

    kept = weigh("", " ".join(["president", *rare]))

    assert set(kept) == set(rare)
    assert len(kept) == 120


def test_small_words_numbers_and_the_plural_tell_nothing_apart() -> None:
    text = "the ferries of 1987 as ferry's glass is new"

    assert sorted(weigh("", text)) == ["ferry", "glass"]


def test_of_a_script_without_spaces_neighbouring_characters_are_compared() -> None:
    assert list_terms(split_words("霧の港 fog"), frozenset()) == ["fog", "霧の", "の港"]


def test_nothing_has_no_terms() -> None:
    assert weigh("", "") == {}
