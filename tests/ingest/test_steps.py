"""Numbered headings that each stand above a paragraph are the steps of one text."""

import pytest

from sitegen.ingest import parse_seed
from sitegen.ingest.lines import make_line
from sitegen.ingest.steps import find_steps, mark_steps
from sitegen.model.seed import Intake, SeedFile

DONE = "Put a bucket below the tap and wait until nothing drips any more."


def find(*texts: str) -> list[str]:
    return [texts[index] for index in sorted(find_steps([make_line(text) for text in texts]))]


@pytest.mark.parametrize(
    "steps",
    [
        ("1. Close the tap", "2. Empty the pipe", "3. Open it again"),
        ("Step 1: Close the tap", "Step 2: Empty the pipe"),
        ("Étape 1 : fermer le robinet", "Étape 2 : vider le tuyau"),
    ],
)
def test_headings_that_count_from_one_are_steps(steps: tuple[str, ...]) -> None:
    assert find(*(line for step in steps for line in (step, "", DONE))) == list(steps)


@pytest.mark.parametrize(
    "lines",
    [
        ("1. Close the tap", DONE, "2. Empty the pipe", DONE),  # as few sub-headings are numbered
        ("2. Close the tap", DONE, "3. Empty the pipe", DONE, "4. Open it again", DONE),
        ("1. Close the tap", "2. Empty the pipe", "3. Open it again"),
    ],
)
def test_other_numbers_are_no_steps(lines: tuple[str, ...]) -> None:
    assert find(*lines) == []


def test_what_lists_the_steps_above_them_is_links() -> None:
    lines = ("Step 1: Close the tap", "Step 2: Empty the pipe")
    contents = [make_line(text) for text in (*lines, lines[0], DONE, lines[1], DONE)]

    shapes = [line.shape for line in mark_steps(contents)]
    assert shapes == ["link", "link", "heading", "", "heading", ""]


def test_a_page_of_steps_is_one_article_with_all_of_them() -> None:
    page = (
        "Skip to main content", "Home", "Garden", "Subscribe", "Search",
        "How to bring a garden tap through the winter", "By Ida Fellgate", "11 November 2026",
        "Share", "Print",
        "A garden tap that is not emptied in the autumn bursts in the first hard night of frost.",
        "What it takes is an hour, a bucket and somebody who knows where the water is shut off.",
        "1. Shut the water off", "Look in the cellar for a wheel where the pipe leaves the house.",
        "Advertisement",
        "2. Empty the pipe", "Open the tap, put a bucket below it and wait until it is silent.",
        "You may also like", "The best hoses of the year", "Why taps drip",
        "3. Leave it open", "What water is left can then freeze without breaking anything.",
        "Privacy policy", "Terms of use", "© 2026 The Orle Gardener",
    )  # fmt: skip
    parsed = parse_seed(Intake(SeedFile("tap.txt", "\n".join(page).encode())))

    (article,) = parsed.articles
    assert article.title == "How to bring a garden tap through the winter"
    kinds = {block.text: block.kind for block in article.blocks}
    steps = ("1. Shut the water off", "2. Empty the pipe", "3. Leave it open")
    assert [kinds.get(step) for step in steps] == ["heading"] * 3
    assert "What water is left can then freeze without breaking anything." in kinds
