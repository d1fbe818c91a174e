"""Copies are grouped, the best text is chosen, and each copy is recorded with score and reason."""

from dataclasses import replace

from sitegen.corpus import summarize
from sitegen.corpus.dedupe import Match
from sitegen.corpus.merge import Candidate, choose_best, group_copies, name_copy, record_copies
from sitegen.model.article import Article
from sitegen.model.page import Copy, Page
from sitegen.text.wording import read_wording
from tests.corpus.corpus_samples import (
    CORRECTION,
    FERRY,
    VOTE,
    compose_one,
    make_article,
)

ENGLISH = read_wording("en")


def offer(article: Article, page: Page | None = None, *, is_kept: bool = False) -> Candidate:
    return Candidate(article, summarize(article), page, is_kept)


A, B, C, D = (offer(make_article(FERRY, f"{name}.txt")) for name in "abcd")
FERRY_PAGE = compose_one([make_article(FERRY)])
VOTE_PAGE = compose_one([make_article(VOTE)])


def match(first: int, second: int, score: float = 1.0) -> Match:
    return Match(first=first, second=second, score=score)


def test_what_no_match_joins_stays_alone() -> None:
    assert group_copies([A, B], []) == [(A,), (B,)]


def test_matches_chain() -> None:
    assert group_copies([A, B, C, D], [match(1, 3), match(0, 3)]) == [(A, B, D), (C,)]


def test_what_a_page_records_stays_together_without_a_match() -> None:
    one, other = replace(A, page=FERRY_PAGE), replace(C, page=FERRY_PAGE)

    assert group_copies([one, B, other], []) == [(one, other), (B,)]


def test_two_published_pages_never_become_one_by_a_match_or_a_bridge() -> None:
    one, other = replace(A, page=FERRY_PAGE), replace(C, page=VOTE_PAGE)

    groups = group_copies([one, B, other], [match(0, 2), match(1, 2), match(0, 1, 0.8)])

    assert groups == [(one,), (B, other)]


def test_a_bridge_of_several_copies_does_not_join_two_pages_either() -> None:
    one, other = replace(A, page=FERRY_PAGE), replace(D, page=VOTE_PAGE)

    groups = group_copies([one, B, C, other], [match(1, 2), match(0, 1), match(2, 3)])

    assert groups == [(one, B, C), (other,)]


def choose(*candidates: Candidate) -> str:
    best = {choose_best(order).article.seed for order in (candidates, candidates[::-1])}
    (seed,) = best
    return seed


def test_a_whole_text_is_better_than_one_a_few_words_longer_that_is_cut_off() -> None:
    cut = replace(make_article((*FERRY, "More follows"), "a.txt"), is_truncated=True)

    assert choose(offer(cut), offer(make_article(FERRY, "b.txt"))) == "b.txt"


def test_a_text_that_is_cut_off_is_better_than_a_whole_one_that_lacks_a_paragraph() -> None:
    cut = replace(make_article(FERRY, "b.txt"), is_truncated=True)

    assert choose(offer(cut), offer(make_article(FERRY[:7], "a.txt"))) == "b.txt"


def test_a_complete_text_is_better_than_a_corrected_one_that_is_shortened() -> None:
    short = make_article((*FERRY[:6], CORRECTION), "a.txt")

    assert choose(offer(short), offer(make_article(FERRY, "b.txt"))) == "b.txt"


def test_a_corrected_text_is_better_than_one_a_few_words_longer() -> None:
    longer = make_article((*FERRY, "More follows."), "a.txt")
    corrected = make_article((*FERRY, CORRECTION), "b.txt")

    assert choose(offer(longer), offer(corrected)) == "b.txt"


def test_a_text_from_a_seed_is_better_than_the_one_that_a_page_kept() -> None:
    kept = offer(make_article((*FERRY, "More follows."), ""), FERRY_PAGE, is_kept=True)

    assert choose(kept, offer(make_article(FERRY, "b.txt"))) == "b.txt"


def test_a_longer_text_is_better_than_a_shorter_one() -> None:
    longer = make_article((*FERRY, "More follows."), "b.txt")

    assert choose(A, offer(longer)) == "b.txt"


def test_between_two_of_one_length_the_name_of_the_file_decides_nothing() -> None:
    one, other = make_article(FERRY, "a.txt"), make_article(FERRY, "b.txt", title="Ship Aground")
    renamed = replace(one, seed="z.txt")

    chosen = {choose_best([offer(first), offer(other)]).article.title for first in (one, renamed)}

    assert len(chosen) == 1


def test_of_texts_of_one_length_what_most_copies_say_is_best() -> None:
    others = [make_article(FERRY, f"{name}.txt", title="Ship Aground") for name in "bc"]

    assert choose(A, *map(offer, others)) == "b.txt"
    assert choose(A, B, offer(others[0])) == "a.txt"


def test_between_two_of_one_length_the_published_one_stays() -> None:
    one, other = make_article(FERRY, "a.txt"), make_article(FERRY, "b.txt", title="Ship Aground")

    for published, late in ((one, other), (other, one)):
        copy = Copy(name_copy(published), published.digest, words=1, score=1.0, reason="")
        page = replace(FERRY_PAGE, seeds=(copy,))
        assert choose_best([offer(published, page), offer(late)]).article == published


def test_the_name_of_the_seed_decides_between_equals() -> None:
    assert choose(B, A) == "a.txt"


def test_the_place_in_the_seed_decides_at_last() -> None:
    second = offer(replace(A.article, ordinal=2))

    assert choose_best([second, A]) is A


def test_each_copy_is_recorded_with_score_and_reason() -> None:
    headline = offer(make_article(FERRY, "b.txt", title="Ship Aground"))
    cut = offer(replace(make_article((*FERRY[:5], "And"), "c.txt"), is_truncated=True))
    edited = offer(make_article((*FERRY[:8], "Nobody knows more."), "d.txt"))
    same = offer(make_article(FERRY, "e.txt"))

    copies = record_copies(A, [cut, headline, A, edited, same], ENGLISH)

    assert [(copy.seed, copy.score, copy.reason) for copy in copies] == [
        ("a.txt#1", 1.0, "the text that is published"),
        (
            "b.txt#1",
            1.0,
            "under another headline; shares 100% of the shorter text's four-word phrases",
        ),
        ("c.txt#1", 0.993, "cut off; shares 99% of the shorter text's four-word phrases"),
        ("d.txt#1", 0.987, "shares 99% of the shorter text's four-word phrases"),
        ("e.txt#1", 1.0, "the same text, letter for letter"),
    ]
    assert [copy.digest for copy in copies] == [
        candidate.article.digest for candidate in (A, headline, cut, edited, same)
    ]
    assert [copy.words for copy in copies[:2]] == [260, 260]


def test_each_copy_is_recorded_with_its_differences_in_words() -> None:
    longer = offer(make_article((*FERRY, "More follows. So it is said."), "b.txt"))
    cut = offer(make_article((*FERRY[:7], "And so"), "c.txt"))
    edited = offer(
        make_article((*FERRY[:3], FERRY[3].replace("Two", "Three"), *FERRY[4:]), "d.txt")
    )
    joined = offer(make_article([" ".join(FERRY)], "e.txt"))

    copies = record_copies(A, [A, longer, cut, edited, joined], ENGLISH)

    assert [(copy.seed, copy.differences) for copy in copies] == [
        ("a.txt#1", ""),
        ("b.txt#1", "has 2 sentences more"),
        ("c.txt#1", "lacks 2 sentences, has 1 sentence more"),
        ("d.txt#1", "says 1 sentence otherwise"),
        ("e.txt#1", "no sentence differs"),
    ]


def test_what_is_on_record_beside_the_same_text_is_not_compared_again() -> None:
    other = offer(make_article((*FERRY, "More."), "b.txt"))
    page = replace(FERRY_PAGE, seeds=record_copies(A, [A, other], ENGLISH))
    told = replace(page.seeds[1], differences="has a word more")
    page = replace(page, seeds=(page.seeds[0], told))

    again = record_copies(
        replace(A, page=page), [replace(A, page=page), replace(other, page=page)], ENGLISH
    )
    anew = record_copies(other, [replace(A, page=page), replace(other, page=page)], ENGLISH)

    assert again == page.seeds
    assert anew[1].differences == "lacks 1 sentence"


def test_a_copy_stays_on_record_after_its_seed_has_gone() -> None:
    page = compose_one([A.article, B.article])

    copies = record_copies(replace(A, page=page), [replace(A, page=page)], ENGLISH)

    assert [copy.seed for copy in copies] == ["a.txt#1", "b.txt#1"]


def test_a_seed_that_was_renamed_is_on_record_by_its_new_name_alone() -> None:
    page = compose_one([make_article(FERRY, "a.txt")])

    assert [copy.seed for copy in record_copies(B, [replace(B, page=page)], ENGLISH)] == ["b.txt#1"]


def test_a_seed_that_has_gone_stays_on_record_beside_others_of_the_same_text() -> None:
    page = compose_one([make_article(FERRY, "a.txt"), make_article(FERRY, "b.txt")])
    present = replace(B, page=page)

    assert [copy.seed for copy in record_copies(present, [present], ENGLISH)] == [
        "b.txt#1",
        "a.txt#1",
    ]
