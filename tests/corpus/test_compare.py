"""What two texts are to each other, by the share of phrases, openings, numbers and length."""

from dataclasses import replace

import pytest

from sitegen.corpus.compare import Kin, Texts, compare_texts, read_text
from sitegen.model.article import Article
from tests.corpus.corpus_samples import make_article, on_day, tell

WHOLE = tell(1, 24)


def compare(one: Article, other: Article) -> Kin:
    kin = compare_texts(read_text(one), read_text(other))
    assert compare_texts(read_text(other), read_text(one)) == kin
    return kin


def test_a_cut_text_is_a_copy_and_begins_as_its_original_does() -> None:
    assert compare(make_article(WHOLE), make_article(WHOLE[:4])) == Kin(
        "copy", score=1.0, lead=1.0, begins=True
    )


def test_a_piece_from_the_end_is_a_copy_that_begins_elsewhere() -> None:
    kin = compare(make_article(WHOLE), make_article(WHOLE[2:]))

    assert (kin.kinship, kin.begins) == ("copy", False)


def test_what_shares_half_of_its_phrases_is_a_version() -> None:
    kin = compare(make_article(WHOLE), make_article((*WHOLE[:4], *tell(2, 12))))

    assert kin.kinship == "version"
    assert 0.45 <= kin.score < 0.7


def test_what_shares_less_is_nothing() -> None:
    assert compare(make_article(WHOLE), make_article((*WHOLE[:2], *tell(2)))).kinship == "none"


NOTE = "Winds of {} knots from the {} are forecast for the sound, with seas of {} metres by {}. "
REST = " ".join(tell(3, 8))


@pytest.mark.parametrize(
    ("numbers", "kinship"),
    [
        (("20", "west", "3", "14"), "copy"),
        (("25", "west", "3", "14"), "copy"),
        (("25", "west", "4", "14"), "none"),
        (("25", "west", "4", "15"), "none"),
    ],
)
def test_notes_of_one_form_differ_in_their_numbers(numbers: tuple[str, ...], kinship: str) -> None:
    one = make_article([NOTE.format("20", "west", "3", "14"), REST])

    assert compare(one, make_article([NOTE.format(*numbers), REST])).kinship == kinship


def test_one_number_that_was_corrected_makes_a_note_no_other() -> None:
    one = make_article(["A fee of 20 crowns is asked. ", REST])

    assert compare(one, make_article(["A fee of 30 crowns is asked. ", REST])).kinship == "copy"


@pytest.mark.parametrize(("day", "kinship"), [(2, "copy"), (8, "copy"), (9, "none")])
def test_a_note_that_comes_again_a_week_later_is_another_one(day: int, kinship: str) -> None:
    one = make_article(["The bank left its rates as they were. ", REST])
    other = make_article(["The bank left all its rates as they were. ", REST])

    assert compare(on_day(one, 1), on_day(other, day)).kinship == kinship
    assert compare(one, on_day(other, day)).kinship == "copy"


BRIEF = " ".join(tell(4, 5))
LONG = (BRIEF, *tell(5, 24))


def test_fifty_words_cut_from_a_long_text_are_a_copy_under_its_headline_only() -> None:
    brief = make_article([BRIEF], title="Ferry Aground in Fog")

    assert compare(brief, make_article(LONG, title="Ferry aground in the fog")).kinship == "copy"
    assert compare(brief, make_article(LONG, title="The week in Orle")).kinship == "none"


def test_a_greeting_above_a_long_text_is_no_copy_of_it() -> None:
    greeting = " ".join(tell(6, 3))

    assert compare(make_article([greeting]), make_article((greeting, *LONG))).kinship == "none"


def test_lines_of_a_gallery_do_not_count() -> None:
    gallery = " ".join(f"Photos: the flood in Orle. {text} Hide caption." for text in tell(7, 40))
    one, other = (make_article((*tell(number, 16), gallery)) for number in (8, 9))

    assert compare(one, other).score == 0
    assert not read_text(one).is_gallery
    assert read_text(make_article((*tell(8, 4), gallery))).is_gallery


def test_no_more_than_some_texts_are_held_and_those_used_last_longest() -> None:
    asked: list[int] = []

    def get_article(index: int) -> Article:
        asked.append(index)
        return replace(make_article(tell(index, 4)), seed=f"{index}")

    texts = Texts(get_article, frozenset())
    for index in range(300):
        assert texts[0].words
        assert texts[index].words

    assert asked == [*range(300)]
    assert texts[1].words
    assert asked[-1] == 1
