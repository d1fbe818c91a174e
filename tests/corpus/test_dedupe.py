"""Which texts are one article, and which are not however much they share."""

from collections.abc import Sequence

import pytest

from sitegen.corpus import summarize
from sitegen.corpus.dedupe import Match, find_matches, read_text, score_copies
from sitegen.model.article import Article
from tests.corpus.corpus_samples import FERRY, FERRY_ELSEWHERE, VOTE, make_article, tell

TIDES = (
    "High water at Port Ellery is expected at {} and {}, the harbour office said, and low water "
    "at {}. Small boats are advised to keep to the marked channel while the ferry is moved."
)


def find(articles: Sequence[Article]) -> tuple[Match, ...]:
    return find_matches([summarize(article) for article in articles], articles.__getitem__)


def are_one(first: Article, second: Article) -> bool:
    return bool(find([first, second]))


COPIES = {
    "letter for letter": FERRY,
    "with a sentence changed": (*FERRY[:4], "Nobody would say why the pilot slept.", *FERRY[5:]),
    "with words changed here and there": tuple(
        text.replace("said", "told reporters").replace("fog", "thick fog") for text in FERRY
    ),
    "cut off in the middle": (*FERRY[:4], FERRY[4][:40]),
    "without its first paragraph": FERRY[1:],
    "with a paragraph more at its end": (*FERRY, "The inquiry opens in Solanza on Monday."),
    "with other quotes and dashes": tuple(text.replace("'", "’") for text in FERRY),
    "with its paragraphs run together": (" ".join(FERRY),),
}


@pytest.mark.parametrize("texts", COPIES.values(), ids=COPIES)
def test_a_copy_is_found(texts: Sequence[str]) -> None:
    assert are_one(make_article(FERRY), make_article(texts, "b.txt"))


def test_a_copy_under_another_headline_is_found() -> None:
    copy = make_article(FERRY, "b.txt", title="212 Brought Ashore From Grounded Ship")

    assert find([make_article(FERRY), copy]) == (Match(first=0, second=1, score=1.0),)


def test_two_reports_of_one_event_stay_apart() -> None:
    assert not are_one(make_article(FERRY), make_article(FERRY_ELSEWHERE, "b.txt"))


def test_two_reports_with_the_same_long_quotation_stay_apart() -> None:
    quotation = FERRY[2:5]

    one = make_article((FERRY_ELSEWHERE[0], *quotation, *FERRY_ELSEWHERE[1:]))
    other = make_article((VOTE[0], *quotation, *VOTE[1:]), "b.txt")

    assert not are_one(one, other)


def test_an_article_that_holds_another_far_down_stays_apart() -> None:
    """A round-up ends with last week's brief: its opening is its own, and so is the brief's."""
    brief = tell(1, 9)
    roundup = make_article((*tell(2), *tell(3)))
    mixed = make_article((*tell(4, 10), *tell(1, 24)[:4]), "b.txt")

    assert not are_one(roundup, mixed)
    assert not are_one(make_article(brief), roundup)


def test_short_notices_of_one_form_with_other_numbers_stay_apart() -> None:
    monday = make_article([TIDES.format("6:10", "18:32", "12:05")])
    tuesday = make_article([TIDES.format("7:02", "19:24", "12:57")], "b.txt")

    one, other = read_text(monday), read_text(tuesday)

    assert not are_one(monday, tuesday)
    assert score_copies(one, other) == 0.0
    assert 0.5 < len(one.shingles & other.shingles) / len(one.shingles)


def test_a_short_notice_and_its_edited_copy_are_one() -> None:
    text = TIDES.format("6:10", "18:32", "12:05")

    assert are_one(make_article([text]), make_article([text.replace("advised", "asked")], "b.txt"))


def test_short_texts_that_share_all_but_their_numbers_score_nothing() -> None:
    text = "The winning numbers of the harbour lottery were drawn in Port Ellery last night: "

    one = read_text(make_article([text * 3 + "4, 9, 13"]))
    other = read_text(make_article([text * 3 + "5, 8, 21"]))

    assert score_copies(one, other) == 0.0


def test_a_hundred_edited_copies_of_one_text_hang_together() -> None:
    """So many that each phrase is a crowd, in which only neighbours are compared."""
    articles = [
        make_article((*FERRY, *tell(1), f"Reported for paper {number}."), f"{number:03}.txt")
        for number in range(120)
    ]

    matches = find(articles)

    joined = {0}
    for match in sorted(matches, key=lambda match: (match.first, match.second)):
        if match.first in joined:
            joined.add(match.second)
    assert joined == set(range(120))
    assert len(matches) < 120 * 4


def test_the_best_matches_come_first() -> None:
    articles = [
        make_article(FERRY),
        make_article((*FERRY[:4], "Nobody knew.", *FERRY[5:]), "b.txt"),
        make_article((*FERRY, "So ends the report."), "c.txt"),
        make_article(FERRY, "d.txt"),
    ]

    matches = find(articles)

    assert (matches[0].first, matches[0].second) == (0, 2)
    assert [match.score for match in matches] == sorted(
        (match.score for match in matches), reverse=True
    )


def test_only_candidates_are_read() -> None:
    articles = [make_article(FERRY), make_article(VOTE, "b.txt"), make_article(FERRY, "c.txt")]
    asked = []

    def get_article(index: int) -> Article:
        asked.append(index)
        return articles[index]

    matches = find_matches([summarize(article) for article in articles], get_article)

    assert [(match.first, match.second) for match in matches] == [(0, 2)]
    assert asked == []
