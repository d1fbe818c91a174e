import pytest

from sitegen.ingest.lines import make_line
from sitegen.ingest.looks import Look, look_at
from sitegen.ingest.top_lines import mark_top

LEAD = (
    "A ferry carrying 312 people ran onto a sandbank in thick fog early on Tuesday, and all of "
    "them were taken off by fishing boats before noon."
)
LONG = (
    "With the fare for children gone, a council on the four shores of the sea chips away at the "
    "unwritten law that keeps its harbours empty"
)


def look(*texts: str) -> list[Look]:
    return look_at([make_line(text, number) for number, text in enumerate(texts)], lambda _: "")


def find(*texts: str) -> list[int]:
    """Return the numbers of the lines that are titles."""
    return [one.line.number for one in mark_top(look(*texts)) if one.line.shape == "title"]


@pytest.mark.parametrize(
    "headline",
    [
        LONG,
        "Ferry Runs Aground off Havnsund. Nobody Has a Boat to Tow It.",
        "The ferry was towed off the bank at noon. Its passengers still want a bed.",
        "The fares double in June. When will it matter?",
        "Will Anybody Pay for It?",
        "Harbour to Let the Ferries Remain in U.K.",
    ],
)
def test_the_line_apart_from_the_first_paragraph_is_the_headline(headline: str) -> None:
    assert find(headline, "", LEAD) == [0]
    assert find("", headline, "", "Share", "The ferry (Anna Kvist/Northern Wire)", "", LEAD) == [1]


@pytest.mark.parametrize(
    "line",
    [
        "The harbour master closed the channel.",
        "“I slept badly. The fog came early,” said Ilse Marn.",
        "I like fog. It keeps the ferries in the harbour.",
        "PORT ELLERY, June 25 (Northern Wire) - The ferry sank. Nobody drowned.",
        "and the rest of a sentence that was cut off where its page ended and goes on below it",
        "Share",
        "P302 NORDTEXT 302 Tue 04 Feb 19:42:31",
    ],
)
def test_what_may_be_text_or_a_button_is_none(line: str) -> None:
    assert find(line, "", LEAD) == []


def test_another_line_between_may_be_the_headline() -> None:
    assert find(LONG, "", "Ferry Runs Aground off Havnsund", "", LEAD) == []


def test_a_line_that_touches_the_next_is_part_of_a_text() -> None:
    assert find(LONG, LEAD) == []


def test_nothing_stands_above_no_text() -> None:
    assert find() == find(LONG) == find(LONG, "") == []
