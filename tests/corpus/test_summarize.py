"""What is remembered of one article."""

from sitegen.corpus import summarize
from sitegen.model.article import Block
from tests.corpus.corpus_samples import CORRECTION, FERRY, make_article, on_day


def test_an_article_is_summarized_by_its_own_text_alone() -> None:
    article = on_day(make_article((*FERRY, CORRECTION)), 14)

    summary = summarize(article)

    assert summary == summarize(article)
    assert (summary.digest, summary.words, summary.moment) == (
        article.digest,
        260,
        article.dating.moment,
    )
    assert summary.excerpt == f"{FERRY[0]} {FERRY[1]}"
    assert [mention.name for mention in summary.mentions] == [
        "Kestrel",
        "Port Ellery",
        "Ivo Brandt",
        "Larkmoor",
    ]
    assert summary.topics == (
        ("Kestrel", 4),
        ("Ivo Brandt", 4),
        ("Port Ellery", 3),
        ("Larkmoor", 3),
    )


def test_an_article_without_a_paragraph_has_a_summary() -> None:
    summary = summarize(make_article([Block("heading", "Tides")]))

    assert (summary.words, summary.excerpt, summary.mentions) == (0, "", ())


def test_names_are_found_in_lists_and_quotations_but_not_in_tables() -> None:
    summary = summarize(
        make_article(
            [
                Block("item", "A pilot for the harbour of Port Ellery."),
                Block("quote", "She asked Ivo Brandt."),
                Block("row", "Vessel | Larkmoor"),
            ]
        )
    )

    assert [mention.name for mention in summary.mentions] == ["Port Ellery", "Ivo Brandt"]


def test_the_excerpt_is_of_the_paragraphs_where_there_are_any() -> None:
    key = Block("item", "Nobody hurt, says the coastguard.")

    assert summarize(make_article([key, *FERRY])).excerpt == f"{FERRY[0]} {FERRY[1]}"
    assert summarize(make_article([key])).excerpt == key.text


def test_the_place_line_is_neither_excerpt_nor_name() -> None:
    summary = summarize(
        make_article(["PORT ELLERY, June 14 (Northern Wire) - Ferries ran again on Friday."])
    )

    assert (summary.excerpt, summary.mentions) == ("Ferries ran again on Friday.", ())
