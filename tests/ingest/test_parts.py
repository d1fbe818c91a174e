from dataclasses import replace

import pytest

from sitegen.ingest.blocks import LONE_CREDIT, Marked
from sitegen.ingest.lines import make_line
from sitegen.ingest.parts import refine_parts
from sitegen.model.seed import LineKind

LEAD = "A ferry carrying 312 people ran onto a sandbank in thick fog early on Tuesday."
MORE = "The harbour master closed the channel until the tide had turned on Friday."
LAST = "The owner runs nine ferries across the sea, and had cancelled all of them."


def mark(text: str, kind: LineKind = "body", rule: str = "text") -> Marked:
    return Marked(make_line(text), kind if text else "blank", rule)


TITLE = mark("Ferry Runs Aground off Havnsund", "title", "headline")
BYLINE = mark("By Ida Fellgate", "fact", "byline")
CREDIT = mark("Photo: Ida Fellgate", "caption", LONE_CREDIT)


def refine(*marked: Marked) -> list[tuple[LineKind, str]]:
    refined = refine_parts(marked)
    assert [one.line for one in refined] == [one.line for one in marked]
    return [
        (new.kind, new.rule)
        for old, new in zip(marked, refined, strict=True)
        if (old.kind, old.rule) != (new.kind, new.rule)
    ]


@pytest.mark.parametrize(
    ("again", "rule"),
    [
        (TITLE, "repeated headline"),
        (BYLINE, "repeated fact"),
        (mark("The ferry. (Northern Wire)", "caption", "caption with credit"), "repeated caption"),
        (mark(LAST), "repeated paragraph"),
        (mark(LAST, "quote", "marked as a quotation"), "repeated paragraph"),
    ],
)
def test_what_is_said_again_is_noise(again: Marked, rule: str) -> None:
    assert refine(again, mark(LEAD), again, mark(MORE)) == [("noise", rule)]


@pytest.mark.parametrize(
    "again",
    [
        mark("No one was hurt."),
        mark("A LONG WAIT", "heading", "capitals or dashes"),
        mark("- 2", "item", "item of a list"),
        mark("Brekke | 2", "row", "row of a table"),
    ],
)
def test_short_sentences_headings_items_and_rows_may_be_said_again(again: Marked) -> None:
    assert refine(TITLE, mark(LEAD), again, mark(MORE), again, mark(LAST)) == []


def test_the_reason_names_the_line_that_said_it_first() -> None:
    lines = [make_line(LEAD, number) for number in (3, 4)]
    again = refine_parts([Marked(line, "body", "text") for line in lines])[1]

    assert again.reason == "says what line 3 says"


@pytest.mark.parametrize(
    "quote",
    [
        "The harbour master closed the channel",
        "“The harbour master closed the channel…”",
        "until the tide had turned on Friday.",
    ],
)
def test_a_pull_quote_is_noise(quote: str) -> None:
    assert refine(TITLE, mark(LEAD), mark(quote), mark(MORE)) == [("noise", "pull quote")]


@pytest.mark.parametrize(
    "quote", ["The harbour master", "The harbour master opened the channel", "the tide"]
)
def test_a_few_words_or_other_words_are_no_pull_quote(quote: str) -> None:
    assert refine(TITLE, mark(LEAD), mark(quote), mark(MORE)) == []


def test_a_pull_quote_far_from_its_origin_stays() -> None:
    between = [mark(f"The harbour master counted {number} boats at noon.") for number in range(30)]

    assert refine(TITLE, mark(MORE), *between, mark("closed the channel until the tide")) == []


def test_a_heading_in_capitals_is_no_pull_quote() -> None:
    heading = mark("CLOSED THE CHANNEL UNTIL THE TIDE", "heading", "capitals or dashes")

    assert refine(TITLE, mark(LEAD), heading, mark(MORE)) == []


def test_a_sentence_above_the_byline_is_the_dek() -> None:
    dek = mark("Nobody noticed before the kettle fell.")

    assert refine(TITLE, mark(""), dek, BYLINE, mark(LEAD)) == [("dek", "line under the headline")]


def test_what_is_no_sentence_is_the_dek_without_a_byline_too() -> None:
    dek = mark("Nobody noticed before the kettle fell from the stove")

    assert refine(TITLE, dek, mark(LEAD)) == [("dek", "line under the headline")]


@pytest.mark.parametrize(
    "marked",
    [
        [TITLE, mark(LEAD), mark(MORE)],  # the first sentence of the text
        [TITLE, mark("Too short."), BYLINE, mark(LEAD)],
        [TITLE, mark(f"{MORE} {LAST} So be it."), BYLINE, mark(LEAD)],  # too many sentences
        [TITLE, mark(LEAD), BYLINE],  # no text but this
        [TITLE, BYLINE, mark(LEAD), replace(BYLINE, line=make_line("14 June 2024"))],
        [mark(LEAD), mark(MORE)],  # no headline
    ],
)
def test_what_is_the_text_is_no_dek(marked: list[Marked]) -> None:
    assert refine(*marked) == []


def test_what_stands_above_a_lone_credit_is_a_caption() -> None:
    caption = mark("The ferry leans on the bank.")

    assert refine(TITLE, mark(LEAD), caption, CREDIT, mark(MORE)) == [
        ("caption", "stands above a credit")
    ]


def test_what_stands_apart_from_a_credit_is_none() -> None:
    assert refine(TITLE, mark(LEAD), mark(""), CREDIT, mark(MORE)) == []


def test_a_long_paragraph_above_a_credit_is_none() -> None:
    assert refine(TITLE, mark(f"{LEAD} " * 6), CREDIT, mark(MORE)) == []


def test_an_agency_below_the_first_sentence_and_apart_makes_it_a_caption() -> None:
    caption, agency = mark("The ferry leans on the bank."), mark("Northern Wire")

    assert refine(TITLE, caption, agency, mark(""), mark(LEAD)) == [
        ("caption", "stands above a credit"),
        ("caption", LONE_CREDIT),
    ]


def test_a_name_amid_the_text_makes_no_caption() -> None:
    name = mark("Northern Wire")

    assert refine(TITLE, mark(LEAD), mark(MORE), name, mark(""), mark(LAST)) == []
    assert refine(TITLE, mark(LEAD), name, mark(MORE)) == []


def test_short_questions_above_paragraphs_are_headings() -> None:
    marked = [mark("What happened?"), mark(LEAD), mark("Who pays for it?"), mark(MORE)]

    assert refine(TITLE, *marked) == [("heading", "question before a paragraph")] * 2


@pytest.mark.parametrize(
    "marked",
    [
        [mark("What happened?"), mark(LEAD)],  # one alone
        [mark("“Why?”"), mark(LEAD), mark("“Who pays?”"), mark(MORE)],  # somebody's words
        [mark("Why?"), mark("Who pays?"), mark(LEAD)],  # one after the other
        [mark("Ida: Why?"), mark(LEAD), mark("Tom: Why not?"), mark(MORE)],  # an interview
    ],
)
def test_other_questions_are_text(marked: list[Marked]) -> None:
    assert refine(TITLE, *marked) == []


def test_a_heading_without_text_below_it_is_noise() -> None:
    heading = mark("A LONG WAIT", "heading", "capitals or dashes")

    assert refine(TITLE, mark(LEAD), heading) == [("noise", "heading without text")]
    assert refine(TITLE, heading, mark(LEAD)) == []


@pytest.mark.parametrize(
    "paragraph",
    [
        f"PORT ELLERY (Northern Wire) - {LEAD}",
        "“We heard a long scrape,” said Tom Rask, who was on deck.",
        "The channel will stay closed until the tide turns, the harbour master said on Friday.",
        f"{LEAD} No one was hurt.",
        LEAD,
    ],
)
def test_a_paragraph_right_above_a_credit_stays(paragraph: str) -> None:
    assert refine(TITLE, mark(paragraph), CREDIT, mark(MORE)) == []


def test_a_long_sentence_above_a_credit_is_the_lead_unless_it_tells_the_year() -> None:
    lead = f"{LEAD.rstrip('.')} while nine tugs waited for the tide and the sheep were counted."
    caption = f"{lead.rstrip('.')} in Havnsund, June 14, 2024."
    block = (mark(""), CREDIT, mark(""), mark(MORE))

    assert refine(TITLE, block[0], mark(lead), *block[1:]) == []
    assert refine(TITLE, block[0], mark(caption), *block[1:]) == [
        ("caption", "stands above a credit")
    ]
