"""Which texts are one article, and which are not however much they share."""

from collections.abc import Sequence

import pytest

from sitegen.corpus import summarize
from sitegen.corpus.compare import compare_texts, read_text
from sitegen.corpus.dedupe import Match, find_matches
from sitegen.corpus.fingerprint import join_words, read_paragraphs, take_fingerprint
from sitegen.model.article import Article
from sitegen.model.summary import Summary, Terms
from tests.corpus.corpus_samples import FERRY, FERRY_ELSEWHERE, VOTE, make_article, tell

TIDES = (
    "High water at Port Ellery is expected at {} and {}, the harbour office said, and low water "
    "at {}. Small boats are advised to keep to the marked channel while the ferry is moved."
)


def find(articles: Sequence[Article]) -> tuple[Match, ...]:
    return find_matches(list(map(summarize, articles)), articles.__getitem__).copies


def are_one(first: Article, second: Article) -> bool:
    return bool(find([first, second]))


def group(number: int, matches: Sequence[Match]) -> list[int]:
    """Return for each article the lowest index of those that are one with it."""
    groups = list(range(number))
    for match in matches:
        joined = (groups[match.first], groups[match.second])
        groups = [min(joined) if one in joined else one for one in groups]
    return groups


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
    assert compare_texts(one, other).kinship == "none"
    assert 0.5 < len(one.shingles & other.shingles) / len(one.shingles)


def test_a_short_notice_and_its_edited_copy_are_one() -> None:
    text = TIDES.format("6:10", "18:32", "12:05")

    assert are_one(make_article([text]), make_article([text.replace("advised", "asked")], "b.txt"))


def test_short_texts_that_share_all_but_their_numbers_score_nothing() -> None:
    text = "The winning numbers of the harbour lottery were drawn in Port Ellery last night: "

    one = read_text(make_article([text * 3 + "4, 9, 13"]))
    other = read_text(make_article([text * 3 + "5, 8, 21"]))

    assert compare_texts(one, other).kinship == "none"


def test_a_hundred_edited_copies_of_one_text_hang_together() -> None:
    """So many that each phrase is a crowd, in which only neighbours are compared."""
    articles = [
        make_article((*FERRY, *tell(1), f"Reported for paper {number}."), f"{number:03}.txt")
        for number in range(120)
    ]

    matches = find(articles)

    assert group(120, matches) == [0] * 120
    assert len(matches) < 120 * 4


def test_the_best_matches_come_first() -> None:
    articles = [
        make_article(FERRY),
        make_article((*FERRY[:4], "Nobody knew.", *FERRY[5:]), "b.txt"),
        make_article((*FERRY, "So ends the report."), "c.txt"),
        make_article(FERRY, "d.txt"),
    ]

    matches = find(articles)

    assert (matches[0].first, matches[0].second) == (0, 3)
    assert len(matches) == 4


def test_only_candidates_are_read() -> None:
    articles = [make_article(FERRY), make_article(VOTE, "b.txt"), make_article(FERRY, "c.txt")]
    asked = []

    def get_article(index: int) -> Article:
        asked.append(index)
        return articles[index]

    matches = find_matches(list(map(summarize, articles)), get_article).copies

    assert [(match.first, match.second) for match in matches] == [(0, 2)]
    assert asked == []


# ---------------------------------------------------------------- what must not be joined

A, B = tell(1), tell(2)


def test_two_articles_are_not_joined_by_a_file_in_which_both_run_together() -> None:
    together = make_article((*A, *B), "c.txt", title="A")
    articles = [make_article(A, "a.txt"), make_article(B, "b.txt"), together]

    groups = group(3, find(articles))

    assert groups[0] != groups[1]
    assert groups[2] in groups[:2]


def test_copies_of_two_articles_stay_two_whatever_runs_together() -> None:
    parts = [(f"a{number}.txt", A[: 6 - number]) for number in range(3)]
    parts += [(f"b{number}.txt", B[: 6 - number]) for number in range(3)]
    parts += [("c.txt", (*A, *B)), ("d.txt", (*B, *A))]

    groups = group(8, find([make_article(texts, name) for name, texts in parts]))

    assert groups[:6] == [0, 0, 0, 3, 3, 3]


def test_a_quotation_that_stands_alone_is_no_copy_of_the_report_around_it() -> None:
    quotation = "We will sail, she said, when the fog lifts and not before, whatever they pay us."
    report = make_article((*A[:4], quotation, *A[4:]), "b.txt")

    assert not are_one(make_article([quotation], title="What she said"), report)


def test_the_same_headline_over_different_texts_makes_no_copy() -> None:
    assert not are_one(make_article(A), make_article(B, "b.txt"))


def test_the_same_words_of_a_dozen_make_no_copy_under_another_headline() -> None:
    line = ["This story is being updated and more follows."]

    assert not are_one(make_article(line), make_article(line, "b.txt", title="Another"))
    assert are_one(make_article(line), make_article(line, "b.txt"))


def test_articles_of_forty_words_are_told_apart_and_copies_of_them_found() -> None:
    briefs = [" ".join(tell(number, 4)) for number in range(20)]
    articles = [make_article([text], f"{place}.txt") for place, text in enumerate(briefs * 2)]
    articles += [
        make_article([text.replace(" b", " be", 1)], f"e{place}.txt")
        for place, text in enumerate(briefs)
    ]

    assert group(60, find(articles)) == [*range(20)] * 3


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            (
                "渡轮周四清晨在港外大雾中搁浅，船上二百一十二人全部获救。船长曾两次要求引航员，港口说没有人。"
                "渔民最先赶到，把孩子们接上渔船。海岸警卫队说无人重伤，两名水手受寒接受治疗。"
            ),
            (
                "总理周三宣布提前举行大选，她相信经济好转会让执政党再次获胜。投票日定在七月十八日。"
                "反对党领袖表示欢迎，最新民调显示执政党领先五个百分点，另有六分之一选民尚未决定。"
            ),
        ),
        (
            (
                "جنحت العبارة فجر الخميس في ضباب كثيف قرب الميناء وعلى متنها مئتان واثنا عشر "
                "راكبا، ونقل الجميع إلى الشاطئ قبل الظهر. وقال القبطان إنه طلب مرشدا مرتين ولم "
                "يجد أحدا حتى السادسة."
            ),
            (
                "دعت رئيسة الوزراء يوم الأربعاء إلى انتخابات مبكرة وهي واثقة أن تحسن الاقتصاد "
                "سيعيد حزبها إلى السلطة. ويجري الاقتراع في الثامن عشر من تموز، ورحب زعيم "
                "المعارضة بهذه المنافسة."
            ),
        ),
    ],
    ids=["Chinese", "Arabic"],
)
def test_other_scripts_are_compared_by_their_words(one: str, other: str) -> None:
    assert are_one(make_article([one]), make_article([one[:-20]], "b.txt", title="Elsewhere"))
    assert not are_one(make_article([one]), make_article([other], "b.txt"))


# ---------------------------------------------------------------- the frame of a page

BOX = "Join the harbour letter, free each Friday, for tides, arrivals and the price of herring."
GALLERY = tuple(f"Picture {number}: {text}" for number, text in enumerate(tell(50)))


def test_lines_of_four_unrelated_articles_do_not_count() -> None:
    """Two short notices under one gallery share most of their words, and are not copies."""
    notices = [make_article((*tell(number, 12), *GALLERY), f"{number}.txt") for number in range(6)]

    assert not find(notices)


def test_what_is_left_of_a_gallery_is_too_little_to_be_merged() -> None:
    galleries = [make_article((*tell(number, 4), *GALLERY), f"{number}.txt") for number in range(5)]
    again = make_article((*tell(0, 4), "One more picture.", *GALLERY), "again.txt")

    assert not find([*galleries, again])


def test_five_copies_of_one_article_have_no_frame() -> None:
    copies = [
        make_article((*A, f"So ends report {number}."), f"{number}.txt") for number in "abcde"
    ]

    assert group(5, find(copies)) == [0] * 5


def test_two_lists_of_other_reports_are_not_copies() -> None:
    items = [f"{sentence} Shares" for text in tell(7) for sentence in text[:-1].split(". ")]

    one = make_article(["The year in pictures.", *items])
    other = make_article(["A look back at the spring.", *items], "b.txt")

    assert not are_one(one, other)


# ---------------------------------------------------------------- versions


def test_a_text_that_grew_by_more_than_half_is_a_version() -> None:
    one = make_article((*A, *tell(8)[:3]))
    other = make_article((*A[:5], *tell(9)[:5]), "b.txt")

    matches = find_matches(list(map(summarize, (one, other))), [one, other].__getitem__)

    assert matches.copies == ()
    (version,) = matches.versions
    assert 0.45 <= version.score < 0.7
    assert version.lead == 1.0


# ---------------------------------------------------------------- many


def sketch(article: Article) -> Summary:
    """Return of a summary only what matches are found by, for the rest takes long."""
    paragraphs = read_paragraphs(article)
    words = len(join_words(paragraphs))
    return Summary(
        digest=article.digest,
        words=words,
        fingerprint=take_fingerprint(paragraphs),
        terms=Terms("", b""),
        mentions=(),
        topics=(),
        excerpt="",
        moment=None,
    )


def test_ten_thousand_articles_with_one_formula_are_ten_thousand() -> None:
    formula = " ".join(tell(99, 5))
    articles = [make_article((*tell(number, 8), formula), f"{number}") for number in range(10_000)]
    asked: list[int] = []

    def get_article(index: int) -> Article:
        asked.append(index)
        return articles[index]

    matches = find_matches(list(map(sketch, articles)), get_article)

    assert matches.copies == matches.versions == ()
    assert len(asked) < 1_000


def test_five_thousand_copies_are_one_and_hardly_read() -> None:
    articles = [make_article(A, f"{number}", title=f"Day {number}") for number in range(5000)]
    asked: list[int] = []

    def get_article(index: int) -> Article:
        asked.append(index)
        return articles[index]

    matches = find_matches(list(map(sketch, articles)), get_article).copies

    assert len(matches) == 4999
    assert asked == []
