"""What a text is sketched by."""

from sitegen.corpus.fingerprint import make_shingles, read_words, sketch_shingles
from sitegen.model.article import Block
from tests.corpus.corpus_samples import CORRECTION, FERRY, make_article, tell


def sketch(texts: tuple[str, ...]) -> set[int]:
    return set(sketch_shingles(make_shingles(read_words(make_article(texts)))))


def test_headline_headings_and_corrections_are_no_running_text() -> None:
    article = make_article(["Ferries Resume", Block("heading", "PILOTS"), CORRECTION], title="No")

    assert read_words(article) == ["ferries", "resume"]


def test_lists_quotations_and_tables_are_running_text() -> None:
    article = make_article(
        [Block("item", "Bicycles free"), Block("quote", "Sorry!"), Block("row", "Pier | First")]
    )

    assert read_words(article) == ["bicycles", "free", "sorry", "pier", "first"]


def test_a_text_of_less_than_four_words_has_one_shingle() -> None:
    assert len(make_shingles([])) == 1
    assert len(make_shingles(["ferries", "resume"])) == 1
    assert make_shingles(["ferries"]) != make_shingles(["resume"])


def test_the_order_of_words_counts() -> None:
    assert make_shingles("dog bites man today".split()) != make_shingles(
        "man bites dog today".split()
    )


def test_the_hashes_are_the_same_on_every_machine() -> None:
    assert make_shingles(["the", "ferry", "ran", "onto"]) == {1806009221113688959}


def test_a_long_text_is_sketched_by_about_a_sixteenth() -> None:
    texts = tell(1, 400)

    share = len(sketch(texts)) / len(make_shingles(read_words(make_article(texts))))

    assert 1 / 20 < share < 1 / 13


def test_a_short_text_keeps_enough_to_be_found_by() -> None:
    assert 24 <= len(sketch(FERRY))
    assert sketch(("Ferries resume at noon today",)) == make_shingles(
        "ferries resume at noon today".split()
    )


def test_a_cut_copy_shares_its_part_of_the_sketch() -> None:
    whole, part = sketch(tell(1, 120)), sketch(tell(1, 120)[:8])

    assert 2 <= len(whole & part)
