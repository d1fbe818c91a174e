"""Names that a headline says in full and its text cuts short."""

from dataclasses import replace

import pytest

from sitegen.corpus import explain_tags
from sitegen.corpus.headlines import name_headlines
from sitegen.corpus.summarize import summarize
from sitegen.model.summary import Mention
from tests.corpus.corpus_samples import FERRY, compose, make_article

BARE = replace(summarize(make_article(FERRY)), mentions=(), topics=())
ABOUT = replace(BARE, topics=(("Orle Bridge", 5), ("Orle", 3)))
SHORT = (
    "The bridge in Orle will close on Monday, because its bearings are as old as its mayor.",
    "Boats are to take people over, and bread, and the band that played when it was opened.",
)
LONG = (
    "The baker has found an oven on either bank while Orle Bridge is closed, he said, and a son.",
    "His customers may smell both from the middle of Orle Bridge, where they must not stand.",
)


def list_topics(title: str, kind: str = "place") -> list[str]:
    summary = replace(BARE, mentions=(Mention("Orle", ("Orle",), 1, kind),), topics=(("Orle", 7),))
    return [name for name, _ in name_headlines([summary, ABOUT], [title, ""])[0].topics]


@pytest.mark.parametrize("title", ["Orle Bridge to close", "Who Closed ‘Orle Bridge’?"])
def test_a_headline_names_what_another_article_is_about(title: str) -> None:
    assert list_topics(title) == ["Orle", "Orle Bridge"]


@pytest.mark.parametrize("title", ["Orle bridge to close", "Orle Bridges to close", "Bridge"])
def test_a_headline_that_does_not_say_the_name_leaves_it(title: str) -> None:
    assert list_topics(title) == ["Orle"]


def test_a_person_is_named_in_full_by_texts_alone() -> None:
    assert list_topics("Orle Bridge to close", "person") == ["Orle"]


def test_an_article_has_the_tag_that_its_headline_says_and_a_reason_for_it() -> None:
    made = compose(
        [
            make_article(SHORT, "a.txt", title="Orle Bridge to close for weeks"),
            make_article(LONG, "b.txt", title="Baker has two ovens"),
        ]
    )

    closed = next(page for page in made.pages if page.slug == "orle-bridge-to-close-for-weeks")
    assert "Orle Bridge" in closed.tags
    assert [tag.title for tag in made.tags] == ["Orle Bridge"]
    reason = next(one for one in explain_tags(closed, made.pages, ()) if one.tag == "Orle Bridge")
    assert (reason.kind, reason.weight, reason.articles) == ("name", 4, 2)
