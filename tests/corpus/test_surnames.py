"""A surname alone, and the articles around it that name its bearer in full."""

from dataclasses import replace

import pytest

from sitegen.corpus.summarize import summarize
from sitegen.corpus.surnames import join_surnames
from sitegen.model.summary import Mention, Summary
from tests.corpus.corpus_samples import FERRY, make_article

BARE = replace(summarize(make_article(FERRY)), mentions=(), topics=())
FULL = Mention("Avril Haines", ("Avril Haines", "Haines"), 3, "person")
ALONE = replace(
    BARE, mentions=(Mention("Haines", ("Haines",), 2, "person"),), topics=(("Haines", 4),)
)


def say(mention: Mention, times: int = 1) -> list[Summary]:
    return [replace(BARE, mentions=(mention,))] * times


def join(*summaries: Summary, own: tuple[str, ...] = ()) -> Summary:
    return join_surnames([ALONE, *summaries], own)[0]


def test_a_surname_alone_is_the_one_person_whom_others_name() -> None:
    joined = join(*say(FULL, 5))

    assert joined.mentions == (Mention("Avril Haines", ("Haines",), 2, "person"),)
    assert joined.topics == (("Avril Haines", 4),)


def test_few_articles_are_not_enough() -> None:
    assert join(*say(FULL, 4)) == ALONE


@pytest.mark.parametrize(
    ("name", "kind"), [("Odile Haines", "person"), ("Haines", "place"), ("Haines", "organisation")]
)
def test_where_another_has_the_name_too_nobody_is_meant(name: str, kind: str) -> None:
    other = Mention(name, (name,), 1, kind)

    assert join(*say(FULL, 9), *say(other, 2)) == ALONE
    assert join(*say(FULL, 12), *say(other, 2)) != ALONE


def test_an_article_that_has_named_another_bearer_before_is_left_alone() -> None:
    wife = Mention("Odile Haines", ("Odile Haines",), 1, "person")
    before = replace(ALONE, mentions=(wife, *ALONE.mentions))
    after = replace(ALONE, mentions=(*ALONE.mentions, wife))

    assert join_surnames([before, *say(FULL, 12)], ())[0] == before
    assert join_surnames([after, *say(FULL, 12)], ())[0].topics == (("Avril Haines", 4),)


def test_what_the_name_was_taken_for_counts_little() -> None:
    place = replace(ALONE, mentions=(Mention("Haines", ("Haines",), 2, "place"),))

    joined = join_surnames([place, *say(FULL, 12)], ())[0]

    assert joined.mentions == (Mention("Avril Haines", ("Haines",), 2, "person"),)


def test_an_article_with_both_forms_has_one_name() -> None:
    both = replace(ALONE, mentions=(*ALONE.mentions, FULL))

    joined = join_surnames([both, *say(FULL, 5)], ())[0]

    assert [(one.name, one.count) for one in joined.mentions] == [("Avril Haines", 5)]


def test_what_a_person_said_of_a_name_is_left_to_that() -> None:
    assert join(*say(FULL, 9), own=("haines",)) == ALONE


def test_others_are_as_they_were() -> None:
    summaries = [ALONE, *say(FULL, 5)]

    assert join_surnames(summaries, ())[1:] == summaries[1:]
