"""Which pages a page points to, and why, in words."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from sitegen.corpus.likeness import Likeness
from sitegen.corpus.related import relate_pages
from sitegen.model.dating import Dating
from sitegen.model.page import Apart, Page, RelatedPage, Version
from sitegen.text.wording import read_wording
from tests.corpus.corpus_samples import FERRY, FERRY_ELSEWHERE, VOTE, compose, make_article

ENGLISH = read_wording("en")

PAGE = compose([make_article(FERRY)]).pages[0]


def make_page(name: str, *, story: str = "", tag: str = "Kestrel", day: int = 14) -> Page:
    dating = Dating(datetime(2024, 6, day, 12, tzinfo=UTC), "day", "")
    return replace(
        PAGE, id=name, slug=name, title=name, dating=dating, story=story, tags=(tag,) if tag else ()
    )


def relate(pages: list[Page], cosines: Mapping[tuple[int, int], float]) -> list[list[str]]:
    """Return the slugs that each page points to."""
    neighbours: list[dict[int, float]] = [{} for _ in pages]
    for (one, other), cosine in cosines.items():
        neighbours[one][other] = neighbours[other][one] = cosine
    related = relate_pages(pages, Likeness(tuple(neighbours)), ENGLISH)
    return [[item.slug for item in items] for items in related]


def test_a_page_names_what_it_shares_with_another() -> None:
    articles = [
        make_article(FERRY, "a.txt"),
        make_article(FERRY_ELSEWHERE, "b.txt", title="All Safe on Grounded Ferry"),
        make_article(VOTE, "c.txt", title="Election Called"),
    ]
    pages = {page.slug: page for page in compose(articles).pages}

    (related,) = pages["ferry-runs-aground-in-fog"].related

    assert (related.slug, related.title) == (
        "all-safe-on-grounded-ferry",
        "All Safe on Grounded Ferry",
    )
    assert related.reason == "reports the same story"


def test_the_most_alike_come_first_and_five_at_most() -> None:
    pages = [make_page(name) for name in "abcdefg"]

    related = relate(pages, {(0, other): 0.1 * other for other in range(1, 7)})

    assert related[0] == ["g", "f", "e", "d", "c", "b"]  # the last answers, see below


def test_of_equally_alike_articles_the_one_nearer_in_time_comes_first() -> None:
    pages = [make_page("a", day=14), make_page("b", day=28), make_page("c", day=15)]

    assert relate(pages, {(0, 1): 0.5, (0, 2): 0.5})[0] == ["c", "b"]


def test_a_page_answers_who_points_to_it() -> None:
    """The least of eight would be left out by number, but it has no other to point to."""
    pages = [make_page(name) for name in "abcdefgh"]

    related = relate(pages, {(0, other): 0.1 * other for other in range(1, 8)})

    assert related[0][:5] == ["h", "g", "f", "e", "d"]
    assert related[0][5:] == ["c", "b"]
    assert related[1:] == [["a"]] * 7


def test_a_page_answers_three_at_most_beyond_its_own_choice() -> None:
    pages = [make_page(f"p{number}") for number in range(20)]

    related = relate(pages, {(0, other): 0.01 * other + 0.2 for other in range(1, 20)})

    assert len(related[0]) == 5 + 3


def test_three_of_the_own_story_come_beside_the_others() -> None:
    own = [make_page(name, story="storm") for name in "abcdef"]
    others = [make_page(name) for name in "uvw"]
    cosines = {(0, other): 0.9 - 0.1 * other for other in range(1, 9)}

    assert relate([*own, *others], cosines)[0] == ["b", "c", "d", "u", "v", "w"]


def test_two_of_another_story_are_enough() -> None:
    pages = [make_page("a"), *(make_page(name, story="storm") for name in "bcde"), make_page("f")]
    cosines = {(0, other): 0.9 - 0.1 * other for other in range(1, 6)}

    chosen = relate(pages, cosines)[0]

    assert chosen[:3] == ["b", "c", "f"]


def test_versions_and_copies_of_an_article_are_not_related_to_it() -> None:
    pages = [make_page(name) for name in "abc"]
    pages[0] = replace(pages[0], versions=(Version("b", "b", 0.6),))
    neighbours: tuple[dict[int, float], ...] = ({1: 0.8, 2: 0.95}, {}, {})

    related = relate_pages(pages, Likeness(neighbours), ENGLISH)

    assert related == [(), (), ()]


def test_pages_that_a_person_keeps_apart_may_be_related() -> None:
    pages = [make_page(name) for name in "ab"]
    pages[1] = replace(pages[1], apart=(Apart("a", "a", "a.txt#1", "0"),))

    assert relate(pages, {(0, 1): 0.99}) == [["b"], ["a"]]


def test_of_two_versions_of_another_article_one_is_named() -> None:
    pages = [make_page(name) for name in "abc"]
    pages[1] = replace(pages[1], versions=(Version("c", "c", 0.6),))
    neighbours: tuple[dict[int, float], ...] = ({1: 0.8, 2: 0.7}, {}, {})

    related = relate_pages(pages, Likeness(neighbours), ENGLISH)

    assert [item.slug for item in related[0]] == ["b"]


def test_a_page_without_anything_in_common_points_to_nothing() -> None:
    pages = [make_page("one", tag="A"), make_page("other", tag="B")]
    pages[1] = replace(pages[1], summary="Bakers met.")

    assert relate(pages, {(0, 1): 0.8}) == [[], []]


def test_what_a_page_had_stays_in_its_order_while_nothing_is_much_better() -> None:
    pages = [make_page(name) for name in "abcdefgh"]
    pages[0] = replace(pages[0], related=tuple(RelatedPage(slug, slug, "") for slug in "cdefg"))
    little_better = {(0, place): 0.5 + 0.001 * place for place in range(1, 8)}

    assert relate(pages, little_better)[0][:5] == ["c", "d", "e", "f", "g"]


def test_what_is_much_more_alike_takes_the_place_of_the_least() -> None:
    pages = [make_page(name) for name in "abcdefgh"]
    pages[0] = replace(pages[0], related=tuple(RelatedPage(slug, slug, "") for slug in "cdefg"))
    cosines = {(0, place): 0.5 + 0.001 * place for place in range(1, 7)} | {(0, 7): 0.8}

    assert relate(pages, cosines)[0][:5] == ["h", "d", "e", "f", "g"]


def test_what_a_page_had_and_is_gone_makes_room_at_the_end() -> None:
    pages = [make_page(name) for name in "abcdef"]
    pages[0] = replace(pages[0], related=tuple(RelatedPage(slug, slug, "") for slug in "fezcd"))

    assert relate(pages, {(0, place): 0.5 for place in range(1, 6)})[0] == list("fecdb")


def test_the_order_of_the_pages_is_irrelevant() -> None:
    pages = [make_page(name) for name in "abcd"]
    cosines = {(0, 1): 0.4, (0, 2): 0.4, (1, 3): 0.3}
    turned = {(3 - one, 3 - other): cosine for (one, other), cosine in cosines.items()}

    assert relate(pages, cosines) == relate(pages[::-1], turned)[::-1]
