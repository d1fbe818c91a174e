"""How much articles are alike, and that not all are compared with all."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sitegen.corpus import summarize
from sitegen.corpus.likeness import Likeness, measure_likeness
from sitegen.corpus.terms import weigh_terms
from sitegen.model.summary import Summary
from tests.corpus.corpus_samples import FERRY, FERRY_ELSEWHERE, VOTE, make_article, tell

ARTICLES = [
    make_article(FERRY, "a.txt"),
    make_article(FERRY_ELSEWHERE, "b.txt", title="All Safe on Grounded Ferry"),
    make_article(VOTE, "c.txt", title="Election Called"),
    *(make_article(tell(number), f"{number}.txt", title=f"Report {number}") for number in range(9)),
]
SUMMARIES = [summarize(article) for article in ARTICLES]


def measure(*texts: str) -> dict[int, float]:
    """Return what the first of some texts is like."""
    summaries = [
        replace(SUMMARIES[0], digest=f"{number}", terms=weigh_terms([], text.split()))
        for number, text in enumerate(texts)
    ]
    return dict(measure_likeness(summaries).neighbours[0])


def compare(likeness: Likeness, first: int, second: int) -> float:
    return likeness.neighbours[first].get(second, 0.0)


def test_reports_of_one_event_are_alike_and_others_are_not() -> None:
    likeness = measure_likeness(SUMMARIES)

    assert 0.2 < compare(likeness, 0, 1) <= 1
    assert compare(likeness, 0, 2) == 0.0


def test_likeness_is_mutual() -> None:
    likeness = measure_likeness(SUMMARIES)

    for first in range(len(SUMMARIES)):
        for second in range(len(SUMMARIES)):
            assert compare(likeness, first, second) == compare(likeness, second, first)


def test_no_article_is_like_itself() -> None:
    likeness = measure_likeness(SUMMARIES)

    assert [compare(likeness, index, index) for index in range(len(SUMMARIES))] == [0.0] * 12


def test_the_most_alike_come_first() -> None:
    cosines = list(measure_likeness(SUMMARIES).neighbours[3].values())

    assert 1 < len(cosines)
    assert cosines == sorted(cosines, reverse=True)


def test_the_order_of_the_articles_is_irrelevant() -> None:
    forward = measure_likeness(SUMMARIES).neighbours
    backward = measure_likeness(SUMMARIES[::-1]).neighbours

    last = len(SUMMARIES) - 1
    assert [{last - other: cosine for other, cosine in row.items()} for row in backward[::-1]] == [
        dict(row) for row in forward
    ]


def test_nothing_and_a_single_article_are_like_nothing() -> None:
    assert measure_likeness([]).neighbours == ()
    assert measure_likeness(SUMMARIES[:1]).neighbours == ({},)


def test_a_text_without_words_is_like_nothing() -> None:
    assert measure("of 12", "of 12", "herring quota") == {}


def test_a_rare_word_makes_more_alike_than_a_common_one() -> None:
    rare = measure("herring government report", "herring country report")[1]
    common = measure("herring government report", "quota government report")

    assert common.get(1, 0.0) < rare


def test_two_articles_of_a_small_site_that_share_a_common_word_have_little_in_common() -> None:
    texts = ("herring quota cut national", "bakery oven fire national", "orchard")

    assert measure(*texts) == {}


def test_what_an_article_says_alone_makes_it_less_like_others() -> None:
    alike = measure("herring quota", "herring quota cut")[1]
    less = measure("herring quota orchard bakery", "herring quota cut")[1]

    assert less < alike


def test_one_more_article_hardly_moves_what_the_others_are() -> None:
    before = measure_likeness(SUMMARIES[:-1])
    after = measure_likeness(SUMMARIES)

    assert abs(compare(after, 0, 1) - compare(before, 0, 1)) < 0.001


def test_of_very_many_like_articles_only_some_are_compared() -> None:
    summaries = [
        replace(SUMMARIES[0], digest=f"{number}", terms=weigh_terms([], ["herring", f"x{number}"]))
        for number in range(400)
    ]

    compared = sum(map(len, measure_likeness(summaries).neighbours))

    assert 400 < compared < 400 * 60


def test_where_all_articles_are_on_one_topic_those_next_in_time_are_compared() -> None:
    start = datetime(2024, 1, 1, tzinfo=UTC)
    summaries = [
        replace(
            SUMMARIES[0],
            digest=f"{number * 7919 % 1000:03}",
            terms=weigh_terms([], ["herring", "quota"]),
            moment=start + timedelta(hours=number),
        )
        for number in range(1000)
    ]

    neighbours = measure_likeness(summaries).neighbours[500]

    assert 10 <= len(neighbours)
    assert {499, 501} <= set(neighbours) <= set(range(470, 531))


def test_of_many_like_articles_those_near_in_time_are_compared() -> None:
    start = datetime(2024, 1, 1, tzinfo=UTC)
    terms = weigh_terms([], ["herring", "quota"])
    summaries: list[Summary] = [
        replace(
            SUMMARIES[0], digest=f"{number}", terms=terms, moment=start + timedelta(days=3 * number)
        )
        for number in range(200)
    ]

    nearest = sorted(measure_likeness(summaries).neighbours[0])[:5]

    assert nearest == [1, 2, 3, 4, 5]


def test_short_texts_that_share_but_a_place_and_a_weekday_are_hardly_alike() -> None:
    first = "ellery thursday choir fishermen sing water bell tide rope"
    second = "ellery thursday bakery loaf drone oven flour night customer"
    both = "ellery thursday bakery loaf drone oven flour night morning"

    assert measure(first, second).get(1, 0.0) < 0.1 < measure(second, both)[1]
