"""The reason why a page points to another."""

from dataclasses import replace

from sitegen.corpus.reasons import find_reason
from sitegen.model.page import Page
from sitegen.text.wording import read_wording
from tests.corpus.corpus_samples import FERRY, compose_one, make_article

ENGLISH = read_wording("en")

PAGE = compose_one([make_article(FERRY)])


def make_page(
    title: str, summary: str = "", *, tags: tuple[str, ...] = (), story: str = ""
) -> Page:
    return replace(PAGE, title=title, summary=summary, dek="", tags=tags, story=story)


def test_reports_of_one_story_are_named_so() -> None:
    one, other = (make_page(title, tags=("Velmark",), story="storm") for title in "ab")

    assert find_reason(one, other, 0.5, {"Velmark": 2}, ENGLISH) == "reports the same story"


def test_names_that_few_articles_have_are_told_first() -> None:
    tags = ("Velmark", "Ivo Brandt", "Port Ellery", "Kestrel")
    support = {"Velmark": 90, "Ivo Brandt": 2, "Port Ellery": 9, "Kestrel": 3}
    one, other = make_page("a", tags=tags), make_page("b", tags=tags)

    reason = find_reason(one, other, 0.1, support, ENGLISH)

    assert reason == "also about Ivo Brandt, Kestrel and Port Ellery"


def test_one_more_article_with_a_name_turns_no_reason_round() -> None:
    tags = ("Velmark", "Kestrel")
    one, other = make_page("a", tags=tags), make_page("b", tags=tags)

    before, after, twice = (
        find_reason(one, other, 0.1, {"Velmark": 9, "Kestrel": number}, ENGLISH)
        for number in (10, 8, 4)
    )

    assert before == after == "also about Velmark and Kestrel"
    assert twice == "also about Kestrel and Velmark"


def test_a_word_of_both_headlines_is_a_reason_where_no_name_is() -> None:
    one = make_page("Herring quota is cut", "A quota for herring fell.")
    other = make_page("Herring war begins", "Boats met.")

    assert find_reason(one, other, 0.2, {}, ENGLISH) == "also about herring"


def test_a_single_word_of_the_summaries_is_no_reason_and_two_are() -> None:
    one = make_page("a", "Boats met over herring.")
    other = make_page("b", "A herring was found.")
    like = make_page("c", "A herring from one of the boats.")

    assert find_reason(one, other, 0.2, {}, ENGLISH) == ""
    assert find_reason(one, like, 0.2, {}, ENGLISH) == "also about boats and herring"


def test_words_that_both_texts_have_side_by_side_are_one_name() -> None:
    one = make_page("Ferry Runs Aground off Fjelling Islands", "A ferry struck a reef.")
    other = make_page("Little Skarn Lights Up", "It is the outermost of the Fjelling Islands.")
    apart = make_page("Islands Vote", "The town of Fjelling and other islands voted.")

    assert find_reason(one, other, 0.2, {}, ENGLISH) == "also about Fjelling Islands"
    assert find_reason(one, apart, 0.2, {}, ENGLISH) == "also about islands and Fjelling"


def test_words_say_nothing_where_the_texts_are_hardly_alike() -> None:
    one, other = make_page("Herring quota"), make_page("Herring quota")

    assert find_reason(one, other, 0.12, {}, ENGLISH) == ""


def test_common_words_days_and_months_are_no_reason() -> None:
    one = make_page("President on Monday in June", "The government and the president.")

    assert find_reason(one, one, 0.9, {}, ENGLISH) == ""


def test_singular_and_plural_are_one_word_and_told_once() -> None:
    one = make_page("a", "The hall's roof, the halls, a hall, a bell.")

    assert find_reason(one, one, 0.9, {}, ENGLISH) == "also about hall, roof and bell"


def test_what_only_tells_of_what_kind_a_thing_is_is_no_reason() -> None:
    one = make_page("Presidential ferry sails", "A presidential ferry met rising prices.")
    other = make_page("Presidential train leaves", "Rising waters met a presidential train.")
    like = make_page("Prices go up", "Rising prices and rising waters.")

    assert find_reason(one, other, 0.2, {}, ENGLISH) == ""
    assert find_reason(one, like, 0.2, {}, ENGLISH) == "also about prices"
