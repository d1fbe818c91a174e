"""One kind for each name over the whole site, told by all articles that say it."""

from dataclasses import replace

import pytest

from sitegen.corpus.kinds import correct_kinds, find_kinds, settle_kinds
from sitegen.corpus.summarize import summarize
from sitegen.model.summary import Mention, Summary
from tests.corpus.corpus_samples import FERRY, make_article

BARE = replace(summarize(make_article(FERRY)), mentions=(), topics=())
TOWN = Mention("Orle", ("Orle",), 1, "place")  # beside a name, so that a text tells kinds at all


def say(name: str, kind: str, count: int = 1, times: int = 1) -> list[Summary]:
    mention = Mention(name, (name,), count, kind)
    return [replace(BARE, mentions=(TOWN, mention))] * times


def settle(*summaries: Summary) -> list[str]:
    return [summary.mentions[-1].kind for summary in settle_kinds(summaries)]


def test_a_name_is_of_the_kind_that_most_articles_tell() -> None:
    told = [*say("Selvia", "person", 2), *say("Selvia", "organisation", times=5)]

    assert settle(*told) == ["organisation"] * 6


def test_an_article_that_says_a_name_often_tells_more_but_does_not_decide() -> None:
    often = say("Selvia", "organisation", 30)

    assert (
        settle(*often, *say("Selvia", "person", times=2), *say("Selvia", "organisation", 2))
        == ["organisation"] * 4
    )
    assert settle(*often, *say("Selvia", "person", times=6)) == ["person"] * 7


def test_where_few_say_a_name_or_half_of_them_say_so_each_tells_for_itself() -> None:
    few = [*say("Selvia", "person"), *say("Selvia", "place", times=4)]
    half = [*say("Selvia", "person", times=5), *say("Selvia", "place", times=5)]

    assert settle_kinds(few) == few
    assert settle_kinds(half) == half


def test_all_spellings_of_a_name_are_of_one_kind() -> None:
    told = [*say("SELVIA", "person"), *say("Selvia", "organisation", times=5)]

    assert settle(*told) == ["organisation"] * 6


def test_a_surname_alone_is_of_somebody_where_others_call_somebody_so() -> None:
    mention = Mention("Ida Fellgate", ("Ida Fellgate", "Fellgate"), 4, "person")
    full = [replace(BARE, mentions=(TOWN, mention))] * 5

    assert settle(*say("Fellgate", "place", times=3), *full)[:3] == ["person"] * 3
    assert settle(*say("Fellgate", "place", times=9), *full)[:9] == ["place"] * 9


def test_a_country_is_none_of_those_who_are_called_so() -> None:
    mention = Mention("Ida Jordan", ("Ida Jordan", "Jordan"), 4, "person")
    full = [replace(BARE, mentions=(TOWN, mention))] * 9

    assert settle(*say("Jordan", "place", times=5), *full)[:5] == ["place"] * 5


def test_texts_that_tell_no_kinds_have_no_vote_and_take_what_the_others_tell() -> None:
    """So are all texts in languages that we have no tables of."""
    untold = [replace(BARE, mentions=(Mention("Selvia", ("Selvia",), 3, "other"),))] * 9

    assert settle(*untold, *say("Selvia", "organisation", times=5)) == ["organisation"] * 14


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_of_articles_changes_nothing(order: int) -> None:
    told = [*say("Selvia", "person", 3), *say("Selvia", "place", 2, times=4), *say("Oda", "place")]

    assert find_kinds(one.mentions for one in told[::order]) == {"orle": "place", "selvia": "place"}


def test_what_is_shown_of_an_article_has_the_kinds_of_all() -> None:
    (told,) = say("Selvia", "person")

    assert correct_kinds(told.mentions, {"selvia": "place"})[1].kind == "place"
    assert correct_kinds(told.mentions, {}) == told.mentions
