"""Laws of related articles: a list stays as it is, until something much better comes."""

from dataclasses import replace
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from sitegen.corpus.likeness import Likeness
from sitegen.corpus.related import relate_pages
from sitegen.model.page import Page, RelatedPage, Version
from sitegen.text.wording import read_wording
from tests.corpus.corpus_samples import FERRY, compose, make_article

ENGLISH = read_wording("en")
PAGE = compose([make_article(FERRY)]).pages[0]
NAMES = "abcdefghijklmn"


def make_page(name: str, story: str, tag: str, had: tuple[str, ...]) -> Page:
    related = tuple(RelatedPage(slug, slug, "") for slug in had if slug != name)
    return replace(
        PAGE, id=name, slug=name, title=name, story=story, tags=(tag,) * bool(tag), related=related
    )


@st.composite
def corpora(draw: st.DrawFn) -> tuple[list[Page], Likeness]:
    """Draw pages of few stories and tags, what they had before, and how much they are alike."""
    names = NAMES[: draw(st.integers(2, len(NAMES)))]
    lists = st.lists(st.sampled_from(NAMES), unique=True, max_size=9).map(tuple)
    stories, tags = st.sampled_from(["", "", "one", "two"]), st.sampled_from(["T", "T", "U", ""])
    pages = [make_page(name, draw(stories), draw(tags), draw(lists)) for name in names]
    twins = draw(st.lists(st.integers(0, len(names) - 2), max_size=2, unique=True))
    for place in twins:
        one, other = pages[place], pages[place + 1]
        pages[place] = replace(one, versions=(*one.versions, Version(other.slug, "", 1.0)))
        pages[place + 1] = replace(other, versions=(*other.versions, Version(one.slug, "", 1.0)))
    neighbours: list[dict[int, float]] = [{} for _ in pages]
    for first, second in combinations(range(len(pages)), 2):
        cosine = draw(st.integers(0, 20)) / 25
        if 0.1 <= cosine:
            neighbours[first][second] = neighbours[second][first] = cosine
    return pages, Likeness(tuple(neighbours))


def relate(pages: list[Page], likeness: Likeness) -> list[Page]:
    related = relate_pages(pages, likeness, ENGLISH)
    return [replace(page, related=items) for page, items in zip(pages, related, strict=True)]


@given(corpora())
def test_relating_again_changes_nothing(corpus: tuple[list[Page], Likeness]) -> None:
    pages, likeness = corpus

    once = relate(pages, likeness)

    assert relate(once, likeness) == once


@given(corpora())
def test_no_page_is_named_twice_or_by_itself(corpus: tuple[list[Page], Likeness]) -> None:
    for page in relate(*corpus):
        named = [item.slug for item in page.related]

        assert page.slug not in named
        assert len(named) == len(set(named))
