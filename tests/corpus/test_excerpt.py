"""The sentence or two that stand for an article where there is no room for it."""

import pytest

from sitegen.corpus.excerpt import LONGEST, judge_sentences, make_excerpt
from sitegen.corpus.terms import weigh_terms
from sitegen.model.summary import Terms
from sitegen.text.words import split_words

FERRY = "The ferry Kestrel ran aground in fog outside Port Ellery early on Thursday."
SAFE = "Everyone aboard the ferry was brought ashore before noon, the coastguard at Ellery said."
INQUIRY = "An inquiry into the grounding of the Kestrel opens at Port Ellery on Monday."
NOTHING = Terms("", b"")


def take(*paragraphs: str, title: str = "Ferry Kestrel Aground off Port Ellery") -> str:
    words = [word for paragraph in paragraphs for word in split_words(paragraph)]
    return make_excerpt(paragraphs, weigh_terms(split_words(title), words))


def find_faults(*paragraphs: str) -> list[str]:
    return [one.fault for one in judge_sentences(paragraphs, NOTHING)]


def test_the_first_two_sentences_stand_for_a_plain_report() -> None:
    assert take(FERRY, SAFE, INQUIRY) == f"{FERRY} {SAFE}"


def test_an_opening_that_says_little_is_passed_over() -> None:
    scene = "Gulls slept on one leg."

    assert take(scene, FERRY, SAFE) == f"{FERRY} {SAFE}"


def test_an_opening_is_passed_over_only_for_one_that_is_near() -> None:
    scenes = [f"Gull number {number} slept on one leg." for number in range(7)]

    assert take(*scenes, FERRY).startswith("Gull number 0 slept")


def test_a_second_sentence_that_says_little_is_passed_over() -> None:
    aside = "It was foggy, as always."

    assert take(FERRY, aside, SAFE) == f"{FERRY} {SAFE}"


def test_a_second_sentence_that_says_the_first_again_is_passed_over() -> None:
    again = "Early on Thursday the ferry Kestrel ran aground outside Port Ellery."

    assert take(FERRY, again, SAFE) == f"{FERRY} {SAFE}"


def test_what_somebody_says_of_the_news_opens_only_where_nothing_tells_it() -> None:
    praise = '"The ferry Kestrel is the safest of Ellery, fog or not," Mira Sand of Ellery said.'

    assert take(f"{praise} {INQUIRY}") == INQUIRY
    assert take(praise) == praise


def test_a_sentence_that_needs_another_before_it_does_not_open() -> None:
    assert take(f"She left the Kestrel at Port Ellery. {FERRY}") == FERRY


def test_a_sentence_that_needs_another_before_it_follows_only_that_one() -> None:
    pronoun = "She struck a bank off Port Ellery that every chart shows, the coastguard said."

    assert take(FERRY, pronoun) == f"{FERRY} {pronoun}"
    assert take(FERRY, "Why?", pronoun) == FERRY
    assert take(FERRY, "Why?", f"The coastguard said {pronoun.lower()}") == FERRY


def test_sentences_keep_the_order_of_the_text() -> None:
    assert take(INQUIRY, FERRY).index(INQUIRY) < take(INQUIRY, FERRY).index(FERRY)


@pytest.mark.parametrize(
    ("sentence", "fault"),
    [
        (FERRY, ""),
        ("Ferry runs aground", "is no whole sentence"),
        ("The ferry struck a bank, and", "is no whole sentence"),
        ("Who was on the bridge?", "is a question"),
        ("“Who was on the bridge?”", "is a question"),
        ("“We felt her stop.”", "is a quotation"),
        ("“We felt her stop,” said Ivo Brandt.", ""),
        ("We go home,” he said.", "is a part of a quotation"),
        ('And the "board met.', "is a part of a quotation"),
        ("If you are travelling, take a blanket.", "speaks to the reader"),
        ("Brandt said: “I felt her stop.”", ""),
        ("船は止まった。", ""),
        ("船は止まった？", "is a question"),
        ("The explosion of the Kestrel...", "is cut off"),
        ("The pilots said that the light…", "is cut off"),
        ("re some of the pilots who saw it.", "begins amid a sentence"),
        ("eBay sells the ferry.", ""),
        ("al-Orle is a port.", ""),
    ],
)
def test_what_cannot_stand_alone_has_a_fault(sentence: str, fault: str) -> None:
    assert find_faults(sentence) == [fault]


def test_what_somebody_says_in_several_sentences_stays_in_one_piece() -> None:
    said = "“We felt her stop. Nobody was hurt,” said Ivo Brandt of Port Ellery."

    assert take(said) == said
    assert take(said.replace("“", '"').replace("”", '"')).startswith('"We felt her stop. Nobody')


def test_a_quotation_that_is_never_closed_is_one_part() -> None:
    assert find_faults("“We felt her stop. Nobody was hurt.", FERRY) == [
        "is a part of a quotation",
        "",
    ]


def test_no_excerpt_of_whole_sentences_is_longer_than_it_may_be() -> None:
    long = f"{SAFE[:-1]} {'and so on ' * 24}in the end."

    assert LONGEST < len(f"{FERRY} {long}")
    assert take(FERRY, long) == FERRY


def test_a_sentence_that_is_too_long_stands_alone_where_there_is_no_other() -> None:
    long = f"The ferry {'and the fog ' * 40}met at last."

    assert LONGEST < len(long) < 2 * LONGEST
    assert take(long) == long
    assert take(long, FERRY) == FERRY


def test_an_endless_sentence_is_cut_between_words_and_shows_it() -> None:
    excerpt = take(f"The ferry {'and the fog ' * 300}met at last.")

    assert excerpt.endswith(("and…", "the…", "fog…"))
    assert len(excerpt) <= 2 * LONGEST + 1
    assert take("x" * 3000) == "x" * 2 * LONGEST + "…"


def test_where_nothing_can_stand_alone_the_first_has_to() -> None:
    assert take("Ferries resume at", "Who knew?") == "Ferries resume at"
    assert take("“Why?”") == "“Why?”"


def test_a_text_in_another_script_has_an_excerpt() -> None:
    assert take("船は霧の中で止まった。乗客は全員無事だった。", title="船") == (
        "船は霧の中で止まった。乗客は全員無事だった。"
    )
    assert take("Паром сел на мель в тумане. Все спасены.", title="Паром") == (
        "Паром сел на мель в тумане. Все спасены."
    )
    assert take("เรือเฟอร์รี่เกยตื้นในหมอก") == "เรือเฟอร์รี่เกยตื้นในหมอก"


def test_nothing_has_no_excerpt() -> None:
    assert take() == ""
    assert take("") == ""


def test_only_the_beginning_of_a_long_text_is_looked_at() -> None:
    assert len(judge_sentences([f"{FERRY} {SAFE}"] * 100, NOTHING)) == 8
    assert len(judge_sentences([f"{FERRY} " * 10_000], NOTHING)) == 8


def test_of_an_article_in_the_first_person_the_opening_stands_for_it() -> None:
    opening = "As a child on an island I learned what it means to wait for a ferry."
    rest = ["We shared one boat.", "I went by it to school.", "I liked it.", "I know my captain."]

    assert make_excerpt([opening, *rest], NOTHING).startswith(opening)


@pytest.mark.parametrize("opening", ["It's gone from Port Ellery.", "It’s gone from Port Ellery."])
def test_what_is_drawn_together_needs_what_is_before_it_too(opening: str) -> None:
    assert take("Who knew?", opening, FERRY) == FERRY


def test_the_first_of_a_text_may_point_ahead() -> None:
    for opening in (
        "It was a day of fog for the ferry.",
        "This week the ferry Kestrel ran aground.",
    ):
        assert take(opening, SAFE).startswith(opening)


def test_no_later_sentence_opens_that_soon_speaks_of_this_or_those() -> None:
    scene = "Gulls slept."
    pointing = FERRY.replace("The ferry", "In these waters the ferry")

    assert take(scene, FERRY) == FERRY
    assert take(scene, pointing) == f"{scene} {pointing}"
