"""What changed between two texts, sentence by sentence."""

import pytest

from sitegen.text.changes import Changes, compare_sentences

FOG = "The ferry ran aground in fog on Thursday."
PILOT = "Her captain asked for a pilot twice in the night."
TUG = "A tug is to pull her free on Sunday."


def test_the_same_sentences_in_other_paragraphs_and_order_are_no_change() -> None:
    assert compare_sentences([f"{FOG} {PILOT}", TUG], [TUG, FOG, PILOT]) == Changes((), (), ())


def test_quotes_and_capitals_are_no_change() -> None:
    assert compare_sentences(["“We left,” she said."], ['"We LEFT" she said.']) == Changes(
        (), (), ()
    )


@pytest.mark.parametrize(
    "marked",
    [
        f"{FOG} *{TUG}*",
        f"{FOG} __{TUG}__",
        f"**{FOG}** {TUG}",
        f"***{FOG} {TUG}***",
        f"**The *ferry* ran{FOG.removeprefix('The ferry ran')}** {TUG}",
    ],
)
def test_emphasis_is_no_change(marked: str) -> None:
    assert compare_sentences([f"{FOG} {TUG}"], [marked]) == Changes((), (), ())


def test_a_sentence_that_is_new_in_italics_is_one_and_told_without_them() -> None:
    assert compare_sentences([FOG], [f"{FOG} *{TUG}*"]) == Changes((), new=(TUG,), otherwise=())


def test_stars_that_a_text_has_of_its_own_stay() -> None:
    said = "He called it a d*** shame* and went."

    assert compare_sentences([FOG], [FOG, said]).new == (said,)


def test_a_million_stars_take_no_time() -> None:
    for text in ("*a " * 100_000, "*" * 1_000_000, "_a* " * 100_000):
        assert compare_sentences([text], [text]) == Changes((), (), ())


def test_what_is_gone_and_what_is_new_is_told_in_the_words_of_its_text() -> None:
    assert compare_sentences([f"{FOG} {PILOT}"], [f"{FOG} {TUG}"]) == Changes(
        gone=(PILOT,), new=(TUG,), otherwise=()
    )


def test_a_sentence_with_a_few_other_words_is_said_otherwise() -> None:
    edited = PILOT.replace("twice", "three times")

    assert compare_sentences([FOG, PILOT], [FOG, edited]) == Changes(
        gone=(), new=(), otherwise=((PILOT, edited),)
    )


def test_a_sentence_is_the_other_form_of_one_sentence_only() -> None:
    once = "The price of herring rose by a tenth."
    again = "The price of herring rose by a fifth."
    now = "The price of herring rose by a third."

    changes = compare_sentences([once, again], [now])

    assert changes == Changes(gone=(again,), new=(), otherwise=((once, now),))


def test_words_that_every_sentence_has_make_none_alike() -> None:
    old = [f"He said that word{number} was so." for number in range(30)]
    new = [f"He said that other{number} was so." for number in range(30)]

    assert compare_sentences(old, new).otherwise == ()


def test_a_hundred_thousand_sentences_take_no_time() -> None:
    old = [f"Line {number} of the log reads {number * 7}." for number in range(20_000)]
    new = [f"Line {number} of the log reads {number * 9}." for number in range(20_000)]

    assert len(compare_sentences(old, new).gone) <= 20_000
