"""The head of a page that a scrape ran together into one line with its text."""

import json

import pytest

from sitegen.ingest import parse_seed
from sitegen.model.article import Article
from sitegen.model.seed import Intake, SeedFile

TITLE = "Long-shot Plan Could End the Night Ferry"
CAPTION = "The ferry crosses the sound at dusk."
TEXT = "The plan could leave three islands without a boat. A council meets on Monday in Orle."
REST = "Nobody on the islands was asked, said Ida Brandt, who keeps the pier in winter."


def read(paragraph: str, rest: str = REST) -> Article:
    text = json.dumps({"title": TITLE, "text": f"{paragraph}\n\n{rest}" if rest else paragraph})
    return parse_seed(Intake(SeedFile("a.jsonl", text.encode()))).articles[0]


def list_texts(article: Article) -> list[str]:
    return [block.text for block in article.blocks]


def test_caption_and_headline_before_a_text_are_none_of_it() -> None:
    article = read(f"{CAPTION} | Ivo Brandt/Orle Pictures {TITLE} {TEXT}")

    assert list_texts(article) == [TEXT, REST]
    assert [one.text for one in article.captions] == [CAPTION]


def test_a_caption_that_ends_with_the_headline_alone_is_no_paragraph() -> None:
    assert list_texts(read(f"{CAPTION} {TITLE}")) == [REST]


@pytest.mark.parametrize(
    "said",
    [
        f"A report that is called {TITLE} {TEXT}",
        f"He wrote: {TITLE} is what we called it, and then the {CAPTION}",
        f"{CAPTION} | Ivo Brandt says that {TITLE} is wrong about the boats of the sound.",
    ],
)
def test_a_sentence_that_speaks_of_the_headline_stays(said: str) -> None:
    assert list_texts(read(said)) == [said, REST]


def test_what_is_the_whole_text_stays() -> None:
    said = f"{CAPTION} {CAPTION} {CAPTION} {TITLE}"

    assert list_texts(read(said, "")) == [said]
