"""One spelling for each name across all articles, and no two things under one name."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.corpus.spellings import join_spellings
from sitegen.corpus.summarize import summarize
from sitegen.model.summary import Mention, Summary
from tests.corpus.corpus_samples import make_article

EMPTY = summarize(make_article(["it rained."]))


def make_summary(*names: str, kind: str = "person") -> Summary:
    mentions = tuple(Mention(name, (name,), 1, kind) for name in names)
    return Summary(
        digest=EMPTY.digest,
        words=EMPTY.words,
        fingerprint=EMPTY.fingerprint,
        terms=EMPTY.terms,
        mentions=mentions,
        topics=tuple((name, 5) for name in names),
        excerpt=EMPTY.excerpt,
        moment=None,
    )


def join(*texts: Iterable[str], known: Iterable[str] = (), own: Iterable[str] = ()) -> list[str]:
    joined = join_spellings([make_summary(*names) for names in texts], known, own)
    assert all(
        {mention.name for mention in summary.mentions} == {name for name, _ in summary.topics}
        for summary in joined
    )
    return [" & ".join(mention.name for mention in summary.mentions) for summary in joined]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("José Marañón", "Jose Maranon"),
        ("Kim Jong Un", "Kim Jong-un"),
        ("Kiev", "Kyiv"),
        ("Muammar Gaddafi", "Moammar Gadhafi"),
        ("Sergey Brandt", "Sergei Brandt"),
        ("Ivo T. Brandt", "Ivo Brandt"),
        ("NATO", "Nato"),
    ],
)
def test_spellings_of_one_name_become_the_one_of_most_articles(one: str, other: str) -> None:
    assert join([one], [one], [other]) == [one] * 3
    assert join([other], [one], [other]) == [other] * 3


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ivo Brandt", "Zoë Brandt"),
        ("Ivo T. Brandt", "Ivo H. Brandt"),
        ("C", "C++"),
        ("US", "U.S."),
        ("J. Brandt", "Julia Brandt"),
        ("Kim Jong Un", "Kim Jong Il"),
    ],
)
def test_different_names_stay_apart(one: str, other: str) -> None:
    assert join([one], [one], [other]) == [one, one, other]


def test_a_stop_behind_an_initial_counts_for_nothing() -> None:
    assert set(join(["Ivo T. Brandt"], ["Ivo T Brandt"], ["Ivo Brandt"], ["Ivo Brandt"])) == {
        "Ivo Brandt"
    }


def test_a_name_without_initials_that_may_be_two_people_is_neither() -> None:
    assert join(["Ivo T. Brandt"], ["Ivo H. Brandt"], ["Ivo Brandt"]) == [
        "Ivo T. Brandt",
        "Ivo H. Brandt",
        "Ivo Brandt",
    ]


def test_a_spelling_that_has_a_page_stays_when_another_one_becomes_more_frequent() -> None:
    assert join(["Kyiv"], ["Kyiv"], ["Kiev"], known=["Kiev"]) == ["Kiev"] * 3


def test_of_what_a_person_gave_a_meaning_nothing_is_changed() -> None:
    assert join(["Kyiv"], ["Kyiv"], ["Kiev"], own=["kiev"]) == ["Kyiv", "Kyiv", "Kiev"]


def test_two_spellings_in_one_article_are_one_name_there() -> None:
    (summary,) = join_spellings([make_summary("Ivo T. Brandt", "Ivo Brandt")], (), ())

    assert summary.mentions == (
        Mention("Ivo Brandt", ("Ivo T. Brandt", "Ivo Brandt"), 2, "person"),
    )


NAMES = st.sampled_from(
    [
        "Ivo Brandt",
        "Ivo T. Brandt",
        "Ivo H. Brandt",
        "Kiev",
        "Kyiv",
        "José Orle",
        "Jose Orle",
        "C++",
    ]
)


@given(st.lists(st.lists(NAMES, unique=True, max_size=4), max_size=5))
def test_joining_again_changes_nothing(texts: list[list[str]]) -> None:
    once = join_spellings([make_summary(*names) for names in texts], (), ())

    assert join_spellings(once, (), ()) == once


@given(st.lists(st.lists(NAMES, unique=True, max_size=4), max_size=5))
def test_the_order_of_articles_changes_no_spelling(texts: list[list[str]]) -> None:
    summaries = [make_summary(*names) for names in texts]

    assert join_spellings(summaries[::-1], (), ())[::-1] == join_spellings(summaries, (), ())
