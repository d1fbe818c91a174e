"""What a text is sketched by."""

from sitegen.corpus.fingerprint import (
    hash_line,
    make_shingles,
    read_paragraphs,
    read_words,
    sketch_shingles,
    take_fingerprint,
    unpack,
)
from sitegen.model.article import Block
from tests.corpus.corpus_samples import CORRECTION, FERRY, make_article, tell


def sketch(texts: tuple[str, ...]) -> set[int]:
    return sketch_shingles(make_shingles(read_words(make_article(texts))))


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
    assert make_shingles(["the", "ferry", "ran", "onto"]) == {3477636151}


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


def test_a_text_of_forty_words_cut_from_a_long_one_shares_enough_of_its_lead() -> None:
    whole = take_fingerprint(read_paragraphs(make_article(tell(2, 120))))
    part = take_fingerprint(read_paragraphs(make_article([" ".join(tell(2, 120))[:280]])))

    assert 4 <= len(set(unpack(whole.lead)) & set(unpack(part.lead)))


def test_a_line_is_the_same_with_other_quotes_and_capitals() -> None:
    article = make_article(["“Get the LETTER”", "'get the letter'"])

    first, second = map(hash_line, read_paragraphs(article))

    assert first == second
    assert unpack(take_fingerprint(read_paragraphs(article)).lines) == (first, second)


def test_what_is_remembered_of_a_long_text_is_small() -> None:
    fingerprint = take_fingerprint(read_paragraphs(make_article(tell(3, 90))))

    assert len(fingerprint.sketch + fingerprint.lead + fingerprint.lines) < 600
