"""What articles have in common, and which of them a page points to, in words."""

from sitegen.corpus import summarize
from sitegen.corpus.related import Likeness, choose_related, measure_likeness
from sitegen.model.summary import Summary
from tests.corpus.corpus_samples import (
    FERRY,
    FERRY_ELSEWHERE,
    VOTE,
    compose,
    make_article,
    tell,
)

ARTICLES = [
    make_article(FERRY, "a.txt"),
    make_article(FERRY_ELSEWHERE, "b.txt", title="All Safe on Grounded Ferry"),
    make_article(VOTE, "c.txt", title="Election Called"),
    *(make_article(tell(number), f"{number}.txt", title=f"Report {number}") for number in range(9)),
]
SUMMARIES = [summarize(article) for article in ARTICLES]


def measure(*texts: str) -> dict[int, float]:
    summaries = [summarize(make_article([text], title="-")) for text in texts]
    return dict(measure_likeness(summaries).neighbours[0])


def compare(likeness: Likeness, first: int, second: int) -> float:
    return likeness.neighbours[first].get(second, 0.0)


def test_reports_of_one_event_are_alike_and_others_are_not() -> None:
    likeness = measure_likeness(SUMMARIES)

    assert 0.3 < compare(likeness, 0, 1) <= 1
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


def test_nothing_and_a_single_article_relate_to_nothing() -> None:
    assert measure_likeness([]).neighbours == ()
    assert measure_likeness(SUMMARIES[:1]).neighbours == ({},)


def test_a_text_without_words_relates_to_nothing() -> None:
    assert measure("of 12", "of 12", "herring quota") == {}


def test_a_word_that_many_articles_have_relates_none() -> None:
    assert measure("herring", "herring") == {1: 1.0}
    assert measure(*["herring"] * 3) == {}


def test_what_an_article_says_alone_makes_it_less_like_others() -> None:
    alike = measure("herring quota", "herring quota cut")[1]
    less = measure("herring quota orchard bakery", "herring quota cut")[1]

    assert less < alike


def test_a_page_names_what_it_shares_with_another() -> None:
    pages = {page.slug: page for page in compose(ARTICLES).pages}

    (related,) = pages["ferry-runs-aground-in-fog"].related

    assert (related.slug, related.title) == (
        "all-safe-on-grounded-ferry",
        "All Safe on Grounded Ferry",
    )
    assert related.reason == "shares Kestrel, Ivo Brandt, Port Ellery"


def test_where_no_name_is_shared_the_words_are_told() -> None:
    texts = ("herring quota is cut", "quota for herring grows", "bakery burns")
    articles = [
        make_article([text], f"{text}.txt", title=text.split()[0].title()) for text in texts
    ]

    pages = {page.slug: page for page in compose(articles).pages}

    assert [one.reason for one in pages["herring"].related] == ["shares the words herring, quota"]


def test_a_page_points_to_five_others_and_never_to_itself() -> None:
    texts = [f"herring{number} quota{number}" for number in range(7)]
    summaries: list[Summary] = [
        summarize(make_article([" ".join([*texts[:number], *texts[number + 1 :], f"x{number}y"])]))
        for number in range(7)
    ]
    pages = compose([make_article(tell(number), f"{number}") for number in range(7)]).pages
    likeness = Likeness((dict.fromkeys(range(1, 7), 0.5),))

    chosen = choose_related(0, pages, summaries, likeness)

    assert [one.slug for one in chosen] == [page.slug for page in pages[1:6]]
