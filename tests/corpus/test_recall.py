"""The text of a page whose seed has gone is known from the page."""

from dataclasses import replace

from sitegen.corpus import recall_articles, summarize
from sitegen.corpus.compose import make_pages
from sitegen.model.article import Block
from sitegen.model.page import Page
from sitegen.model.seed import SourceNoise
from sitegen.model.settings import Settings
from tests.corpus.corpus_samples import (
    CORRECTION,
    EMPTY,
    FERRY,
    LATER,
    SETTINGS,
    VOTE,
    compose_one,
    make_article,
    on_day,
)

FERRY_ARTICLE = on_day(make_article((*FERRY, CORRECTION)), 14)
FERRY_PAGE = compose_one([FERRY_ARTICLE])


def test_a_page_whose_seed_is_there_is_not_recalled() -> None:
    renamed = replace(FERRY_ARTICLE, seed="other.txt", ordinal=3)

    assert recall_articles((FERRY_PAGE,), [renamed]) == ()


def test_a_page_whose_seed_has_gone_is_recalled_as_it_was() -> None:
    (recalled,) = recall_articles((FERRY_PAGE,), [make_article(VOTE)])

    assert (recalled.seed, recalled.ordinal, recalled.digest) == ("", 0, FERRY_PAGE.id)
    assert (recalled.title, recalled.blocks) == (FERRY_ARTICLE.title, FERRY_ARTICLE.blocks)
    assert recalled.dating == FERRY_PAGE.dating


def test_what_a_person_has_named_as_noise_since_is_not_recalled() -> None:
    first, *others = FERRY_ARTICLE.blocks
    named = (SourceNoise("", (f"{first.text[:20]}*",)), SourceNoise("wire", ("*e*",)))

    (recalled,) = recall_articles((FERRY_PAGE,), [], named)

    assert recalled.blocks == tuple(others)


def test_noise_of_a_source_leaves_its_own_pages_only() -> None:
    first, *others = FERRY_ARTICLE.blocks
    page = replace(FERRY_PAGE, source="Wire")
    named = (SourceNoise("wire", (f"{first.text[:20]}*",)),)

    assert recall_articles((page,), [], named)[0].blocks == tuple(others)


def test_a_page_of_nothing_but_named_noise_keeps_its_text() -> None:
    (recalled,) = recall_articles((FERRY_PAGE,), [], (SourceNoise("", ("*e*",)),))

    assert recalled.blocks == FERRY_ARTICLE.blocks


def test_a_page_is_recalled_when_only_another_copy_of_it_is_left() -> None:
    short = make_article(FERRY[:6], "b.txt")
    page = compose_one([FERRY_ARTICLE, short])

    assert [article.digest for article in recall_articles((page,), [short])] == [page.id]


def test_a_page_that_never_had_a_seed_is_recalled() -> None:
    page = replace(FERRY_PAGE, seeds=(), is_edited=True)

    assert [article.digest for article in recall_articles((page,), [])] == [page.id]


def test_of_two_pages_with_one_text_the_second_is_recalled() -> None:
    """Two branches of content/ that were merged may hold such pages; neither may be lost."""
    other = replace(FERRY_PAGE, id="tag:example.org,2026:other", slug="other")

    recalled = recall_articles((FERRY_PAGE, other), [FERRY_ARTICLE])

    assert [article.digest for article in recalled] == [other.id]


def test_pages_are_recalled_by_slug_in_whatever_order_they_were_read() -> None:
    first, second = (replace(FERRY_PAGE, id=slug, slug=slug) for slug in ("a", "a-2"))

    for pages in ((first, second), (second, first)):
        assert [article.digest for article in recall_articles(pages, [])] == ["a", "a-2"]


def test_to_name_noise_updates_no_page() -> None:
    known = replace(EMPTY, pages=(FERRY_PAGE,))
    first, *others = FERRY_ARTICLE.blocks
    left = replace(FERRY_ARTICLE, digest="0123456789abcdef", blocks=tuple(others))
    named = replace(SETTINGS, noise=(SourceNoise("", (f"{first.text[:20]}*",)),))

    def compose_left(settings: Settings) -> Page:
        every = (left, *recall_articles((FERRY_PAGE,), [left], settings.noise))
        made, _ = make_pages(every, tuple(map(summarize, every)), known, settings, LATER)
        return next(page for page in made.pages if page.id == FERRY_PAGE.id)

    assert compose_left(named).updated == FERRY_PAGE.updated
    assert compose_left(SETTINGS).updated > FERRY_PAGE.updated
    assert first.text not in compose_left(named).body


def test_what_no_longer_counts_because_of_named_noise_updates_no_page() -> None:
    known = replace(EMPTY, pages=(FERRY_PAGE,))
    first, *others, _ = FERRY_ARTICLE.blocks
    named = replace(SETTINGS, noise=(SourceNoise("", (f"{first.text[:20]}*",)),))

    def compose_left(*blocks: Block) -> Page:
        left = replace(FERRY_ARTICLE, digest="0123456789abcdef", blocks=blocks)
        every = (left, *recall_articles((FERRY_PAGE,), [left], named.noise))
        made, _ = make_pages(every, tuple(map(summarize, every)), known, named, LATER)
        return next(page for page in made.pages if page.id == FERRY_PAGE.id)

    news = Block("paragraph", "The harbour master has since resigned, and nobody knows why.")
    assert compose_left(*others).updated == FERRY_PAGE.updated
    assert compose_left(*others, news).updated > FERRY_PAGE.updated
