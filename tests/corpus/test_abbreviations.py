"""An abbreviation alone, and the articles around it that write its name out."""

from dataclasses import replace

import pytest

from sitegen.corpus.abbreviations import join_abbreviations
from sitegen.corpus.summarize import summarize
from sitegen.model.summary import Mention, Summary
from tests.corpus.corpus_samples import FERRY, make_article

BARE = replace(summarize(make_article(FERRY)), mentions=(), topics=())
BOARD = Mention("Orle Ferry Board", ("Orle Ferry Board", "OFB"), 3, "organisation")
ALONE = replace(BARE, mentions=(Mention("OFB", ("OFB",), 2, "organisation"),), topics=(("OFB", 4),))


def say(mention: Mention, times: int = 1) -> list[Summary]:
    return [replace(BARE, mentions=(mention,))] * times


def join(*summaries: Summary, own: tuple[str, ...] = ()) -> Summary:
    return join_abbreviations([ALONE, *summaries], own)[0]


def test_an_abbreviation_alone_is_the_name_that_others_write_out() -> None:
    joined = join(*say(BOARD, 2))

    assert joined.mentions == (Mention("Orle Ferry Board", ("OFB",), 2, "organisation"),)
    assert joined.topics == (("Orle Ferry Board", 4),)


def test_stops_in_an_abbreviation_count_for_nothing() -> None:
    dotted = replace(ALONE, mentions=(Mention("O.F.B.", ("O.F.B.",), 1, "organisation"),))

    joined = join_abbreviations([dotted, *say(BOARD, 2)], ())[0]

    assert [one.name for one in joined.mentions] == ["Orle Ferry Board"]


def test_one_article_that_writes_it_out_is_not_enough() -> None:
    assert join(*say(BOARD)) == ALONE


def test_where_another_has_the_abbreviation_too_nothing_is_meant() -> None:
    other = Mention("Orle Film Bureau", ("Orle Film Bureau", "OFB"), 1, "organisation")

    assert join(*say(BOARD, 5), *say(other)) == ALONE
    assert join(*say(BOARD, 6), *say(other)) != ALONE


def test_where_most_take_it_for_known_it_may_be_another() -> None:
    assert join(*say(BOARD, 2), *[ALONE] * 13) != ALONE
    assert join(*say(BOARD, 2), *[ALONE] * 20) == ALONE


@pytest.mark.parametrize(
    ("name", "form"), [("OFB Sounds", "OFB"), ("Ofb", "OFB"), ("Orle Bay", "OB")]
)
def test_a_word_of_the_name_and_two_letters_are_no_abbreviation(name: str, form: str) -> None:
    bare = replace(BARE, mentions=(Mention(form, (form,), 1, "organisation"),))
    full = Mention(name, (name, form), 2, "organisation")

    assert join_abbreviations([bare, *say(full, 3)], ())[0] == bare


def test_what_a_person_said_of_a_name_is_left_to_that() -> None:
    assert join(*say(BOARD, 3), own=("ofb",)) == ALONE


def test_with_and_without_stops_it_is_one_abbreviation_where_nobody_writes_it_out() -> None:
    dotted = replace(ALONE, mentions=(Mention("O.F.B.", ("O.F.B.",), 1, "organisation"),))

    assert join_abbreviations([dotted], ())[0] == dotted
    assert join_abbreviations([dotted, ALONE], ())[0].mentions[0].name == "OFB"
