"""What pages say of themselves in words that no list has is told where a page shows."""

import pytest

from sitegen.ingest import parse_seed
from sitegen.model.seed import Intake, LineFate, SeedFile

HEADLINE = "Ferry Runs Aground off Havnsund"
TEXT = (
    "A ferry carrying 312 people ran onto a sandbank in thick fog early on Tuesday.",
    "The harbour master closed the channel until the tide had turned on Friday.",
    "The owner runs nine ferries across the sea, and had cancelled all of them.",
)
VOICED = (
    "Chat with our skippers any day of the week by emailing deck@ledger.example",
    "Read us without advertising and get half of our recipes from £2 a week.",
)


def find_last_fate(*lines: str) -> LineFate:
    text = "\n".join((HEADLINE, "", *lines))
    return parse_seed(Intake(SeedFile("a.txt", text.encode()))).lines[-1]


@pytest.mark.parametrize("line", VOICED)
def test_what_no_list_has_is_told_by_the_voice_of_the_page(line: str) -> None:
    fate = find_last_fate("Share", "Listen", *TEXT, line)

    assert (fate.kind, fate.rule) == ("noise", "voice of the page")


@pytest.mark.parametrize("line", VOICED)
def test_a_text_that_comes_without_its_page_has_no_voice_of_it(line: str) -> None:
    assert find_last_fate(*TEXT, line).kind == "body"


@pytest.mark.parametrize(
    "line",
    [
        "“Read us without advertising and get half of our recipes from £2 a week.”",
        "Read us the harbour master's fog signals, the ferry asked: the sandbank is £2 a week.",
    ],
)
def test_what_is_quoted_or_shares_its_words_with_the_text_is_no_voice_of_the_page(
    line: str,
) -> None:
    assert find_last_fate("Share", "Listen", *TEXT, line).kind == "body"


def test_a_number_of_very_many_figures_takes_no_time() -> None:
    line = f"The number {'1' * 200_000} was painted on the hull of it."

    assert find_last_fate("Share", "Listen", *TEXT, line).kind == "body"
