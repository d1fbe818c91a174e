import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.ingest.document import RawLine
from sitegen.ingest.lines import (
    Line,
    is_headline_shaped,
    is_prose,
    make_line,
    make_lines,
    read_heading,
)


def line(text: str) -> Line:
    return make_line(text)


def test_lines_are_numbered_from_one_and_cleaned() -> None:
    assert [
        (one.number, one.text) for one in make_lines((RawLine(1, " A\u00a0b\x07 "), RawLine(2, "")))
    ] == [
        (1, "A b"),
        (2, ""),
    ]


def test_what_scrapers_left_of_html_and_hidden_controls_is_undone() -> None:
    texts = (
        "&quot;Fish &amp; ships,&#39;&nbsp;she said",
        "R&D &copy 2 &bogus; \u202egnp.exe\u2069",
    )

    assert [one.text for one in map(make_line, texts)] == [
        "\"Fish & ships,' she said",
        "R&D &copy 2 &bogus; gnp.exe",
    ]


def test_two_spellings_of_one_line_have_one_key() -> None:
    assert line("‘Early Date’ – Mayor").key == line("'Early date' - Mayor").key


@pytest.mark.parametrize(
    "text", ["No one was badly hurt.", "“It was cheese,” she said.", "Why did it sink?"]
)
def test_a_line_that_ends_as_a_sentence_is_prose(text: str) -> None:
    assert is_prose(line(text))


THAI = (
    "เรือข้ามฟากเกยตื้นบนสันทรายท่ามกลางหมอกหนาเมื่อเช้าวันอังคาร ผู้โดยสารสามร้อยสิบสองคนปลอดภัย"
    "และนายท่าเรือกล่าวว่าจะเปิดเดินเรืออีกครั้งเมื่อหมอกจางลง"
)


def test_a_long_line_is_prose_where_a_script_has_no_stops() -> None:
    assert is_prose(line(THAI))
    assert not is_prose(line("เรือข้ามฟากเกยตื้นนอกฮาฟนซุนด์"))
    assert not is_prose(line(f"{'A ferry is known to all ' * 5} as สมชาย"))


@pytest.mark.parametrize(
    "text", ["Sign up now!", "Ferry Runs Aground off Havnsund", "The mayor (AFP)"]
)
def test_a_phrase_is_not_prose(text: str) -> None:
    assert not is_prose(line(text))


@pytest.mark.parametrize("text", ["Ferry Runs Aground", "What Next for the Herring?"])
def test_short_lines_without_full_stop_could_be_headlines(text: str) -> None:
    assert is_headline_shaped(line(text))


@pytest.mark.parametrize(
    "text", ["It ran aground.", "“You cannot.”", "He said:", "Havnsund", "A b", "word " * 60]
)
def test_sentences_single_words_and_endless_lines_are_no_headlines(text: str) -> None:
    assert not is_headline_shaped(line(text))


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("GROWING DOUBTS", "GROWING DOUBTS"),
        ("- Settlers’ drive -", "Settlers’ drive"),
        ("== The pier ==", "The pier"),
        ("THE SHIP SANK.", ""),
        ("TT", ""),
        ("Growing doubts", ""),
    ],
)
def test_headings_stand_in_capitals_or_between_dashes(text: str, heading: str) -> None:
    assert read_heading(line(text)) == heading


def test_a_headline_may_end_with_the_short_form_of_a_country() -> None:
    assert is_headline_shaped(line("Ferry of Orle Sails to the U.S."))
    assert is_headline_shaped(line("Mayor Defeated in Primary of the “G.O.P.”"))
    assert not is_headline_shaped(line("Mike Fellgate, M.D."))
    assert not is_headline_shaped(
        line("The mayor said on Monday that the ferry, which had " * 2 + "left the U.S.")
    )


def test_what_a_page_says_behind_a_link_goes() -> None:
    told = {
        "Altaro (ALT.L), opens new tab said on Wednesday": "Altaro (ALT.L) said on Wednesday",
        "The paper (opens in a new window) has more.": "The paper has more.",
        "opens new tab": "opens new tab",
        "The show, opens new tabs on it.": "The show, opens new tabs on it.",
    }

    assert [make_line(text).text for text in told] == list(told.values())


def test_headlines_that_a_page_opens_behind_a_name_go() -> None:
    told = {
        "Sen. Ida Fellgate Ida Maria (Mia) FellgateFerry strike ends on Fjelling Fares rise MORE "
        "(D) said so.": "Sen. Ida Fellgate (D) said so.",
        "Ivo Brandt Ivo BrandtHarbour closes in June MORE and Ada Sorano Ada Sorano'Fog again' at "
        "noon MORE left.": "Ivo Brandt and Ada Sorano left.",
        "Ida Fellgate said that Fellgate Island needs MORE boats.": (
            "Ida Fellgate said that Fellgate Island needs MORE boats."
        ),
        "Ida Fellgate asked Ida FellgateHarris for boats.": (
            "Ida Fellgate asked Ida FellgateHarris for boats."
        ),
    }

    assert [make_line(text).text for text in told] == list(told.values())


def test_a_sentence_may_end_with_words_that_are_set_off() -> None:
    assert line("This cello has a label: *Please feed.*").is_sentence
    assert not line("*Please Feed the Cello*").is_sentence
    assert not line("***").is_sentence


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("*" * 300_000 + " West pier " + "*" * 300_000, "West pier"),
        ("_" * 300_000 + "West - pier~", "West - pier"),
        ("_" * 300_000 + "West pier", ""),
        ("_" * 300_000 + "a-", "_a"),
        ("=" + "-" * 300_000 + "=", "--"),
        ("- " + "West pier " * 10 + "-", ""),
        ("-" + "a" * 80 + "-", "a" * 80),
        ("-" + "a" * 81 + "-", ""),
        ("-a-", ""),
    ],
    ids=lambda text: f"{text[:3]}{len(text)}",
)
def test_words_between_marks_are_a_heading_however_many_marks_there_are(
    text: str, heading: str
) -> None:
    assert read_heading(make_line(text)) == heading


@given(st.lists(st.sampled_from(["-", "=", "_-", "a", "b c", " "]), max_size=20).map("".join))
def test_of_many_marks_as_much_is_read_as_of_all(text: str) -> None:
    text = " ".join(text.split())
    whole = re.match(r"[-=_]+\s*(\S.{0,78}?\S)\s*[-=_]+$", text)

    assert read_heading(make_line(text)) == (whole[1] if whole else "")
