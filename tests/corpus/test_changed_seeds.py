"""What a seed says now of a page that a person keeps is told, until somebody has looked at it."""

from dataclasses import replace

from sitegen.corpus import find_changed_seeds, make_pages, recall_articles, summarize
from sitegen.model.article import Article
from sitegen.model.page import Page
from sitegen.model.problem import Problem
from sitegen.model.record import Record
from tests.corpus.corpus_samples import (
    CORRECTION,
    FERRY,
    LATER,
    SETTINGS,
    VOTE,
    compose,
    make_article,
)

WIRE = make_article(FERRY, "wire.txt")
CORRECTED = make_article((*FERRY, CORRECTION), "wire.txt")
COPY = make_article(FERRY, "copy.txt")


def edit(body: str = "") -> Page:
    (page,) = compose([WIRE]).pages
    return replace(page, body=body or f"{page.body}\nSo far, so good.\n", is_edited=True)


def tell(page: Page, *articles: Article) -> list[Problem]:
    every = (*articles, *recall_articles((page,), list(articles)))
    record = Record((page,), (), ())
    _, problems = make_pages(every, tuple(map(summarize, every)), record, SETTINGS, LATER)
    return [problem for problem in problems if problem.severity == "warning"]


def test_a_correction_in_the_seed_of_an_edited_page_is_told_with_the_way_out() -> None:
    assert tell(edit(), CORRECTED) == [
        Problem(
            "content/articles/ferry-runs-aground-in-fog.md",
            "edited by hand, so it is kept as it is, but seeds/wire.txt says something else "
            "since: beside the page it lacks 1 sentence, has 1 sentence more; take over what is "
            f"right, then put 'digest: \"{CORRECTED.digest}\"' below 'seed: wire.txt#1' in the "
            "page",
            "warning",
        )
    ]


def test_what_somebody_has_looked_at_is_told_no_more() -> None:
    page = edit()
    first = replace(page.seeds[0], digest=CORRECTED.digest)

    assert tell(replace(page, seeds=(first,)), CORRECTED) == []


def test_a_page_that_says_what_its_seed_says_now_has_nothing_to_take_over() -> None:
    (corrected,) = compose([CORRECTED]).pages

    assert tell(edit(corrected.body), CORRECTED) == []


def test_nothing_has_changed_while_the_text_of_the_page_is_in_any_seed() -> None:
    assert tell(edit(), WIRE) == []
    assert tell(edit(), COPY) == []
    assert tell(edit(), CORRECTED, COPY) == []


def test_a_seed_that_holds_another_article_or_is_gone_has_corrected_nothing() -> None:
    other = make_article(VOTE, "wire.txt", title="Vote Is Put Off")
    (page,) = compose([other]).pages

    assert find_changed_seeds((edit(), page), [other]) == {}
    assert find_changed_seeds((edit(),), []) == {}


def test_a_page_that_nobody_edited_follows_its_seed() -> None:
    assert find_changed_seeds(compose([WIRE]).pages, [CORRECTED]) == {}
