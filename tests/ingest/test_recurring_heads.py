"""What a file announces comes below; what stands above most of its articles is above all."""

from collections import Counter

import pytest

from sitegen.ingest import parse_seed
from sitegen.ingest.lines import make_line
from sitegen.ingest.looks import look_at
from sitegen.ingest.outline import Item, outline
from sitegen.ingest.recurring_heads import (
    add_marked,
    find_first_head,
    is_alike,
    is_surely_alike,
    read_head_forms,
)
from sitegen.model.seed import Intake, SeedFile

SALT = """Old Salt Tax Ends After Two Centuries
By Ada Fellgate
Deputies at Listova voted on Monday to end a tax on salt that had once paid for a war at sea.
It raised less last year than it cost to collect, and nobody could say who had been paying it."""
KELP = """Kelp Farm Finds Work for Six
By Moira Oldham
A farm that had promised three hundred jobs on the western shore employs six people, two related.
The grant is not to be paid back, the board said, because the kelp has grown as it was told to."""
REGAL = """{}
The Regal opened its doors on Friday for the first time in forty years and showed half a film.
The projector had broken down in the middle, and those who came had kept their tickets since."""
PARTS = """Explained: why Orrin is moving its clocks

{}
The island of Orrin will put its clocks forward by an hour on Sunday and leave them there.

What clocks will show
Clocks on the island will show the time of the mainland, as they did until the hour of 1974.

Who moved the hour
The island lost an hour of the working day with the mainland, and its council moved the clocks.
"""
PLAIN = "cinema reopens with the film of its last night"


def read_titles(text: str) -> list[str]:
    seed = SeedFile("file.txt", text.encode())
    return [article.title for article in parse_seed(Intake(seed)).articles]


def number(*articles: str) -> str:
    return "\n".join(f"{place}\n{article}" for place, article in enumerate(articles, 1))


def test_a_mark_above_most_articles_is_above_all_of_them() -> None:
    assert read_titles(number(SALT, KELP, REGAL.format(PLAIN)))[1:] == [
        "Kelp Farm Finds Work for Six",
        PLAIN,
    ]


def test_the_same_line_without_a_mark_above_it_begins_nothing() -> None:
    text = f"{number(SALT, KELP)}\n{REGAL.format(PLAIN)}"
    assert len(read_titles(text)) == 2


def test_a_mark_above_a_paragraph_begins_nothing() -> None:
    text = number(SALT, KELP, REGAL.format("").strip())
    assert len(read_titles(text)) == 2


def test_what_the_contents_announce_and_is_of_one_text_begins_nothing() -> None:
    contents = "What clocks will show\nWho moved the hour\nWhat comes next\n"
    assert len(read_titles(PARTS.format(contents))) == 1


WELL = (
    "The well in the market place holds water again, for the first time since the railway came. "
    "Nobody is to drink it, the mayor says, but who throws a coin in may wish for what he likes."
)
HEAD = ("By Ada Fellgate", "4 November 2026", "Text: Ada Fellgate")
OLD = "Eighty years young, and first of all"


def outline_lines(*lines: str) -> list[Item]:
    return outline(look_at([make_line(line) for line in lines], lambda _: ""), {}, is_page=True)


@pytest.mark.parametrize("below", ["An old man shows how a plough is pulled by hand.", OLD])
def test_a_head_as_the_first_one_is_known_below_a_dek_and_said_twice(below: str) -> None:
    items = outline_lines("The well is full", *HEAD, WELL, OLD, below, *HEAD, WELL)
    counts = Counter(item.look.line.key for item in items)

    assert is_alike(items, 5, find_first_head(items), counts)
    assert is_surely_alike(items, 5, find_first_head(items))


def test_a_sentence_far_above_a_byline_is_no_dek() -> None:
    items = outline_lines("The well is full", *HEAD, WELL, "What not to do", WELL, OLD, *HEAD, WELL)

    assert not read_head_forms(items, 5)


def test_behind_a_button_that_closes_two_pages_a_stamp_makes_a_head() -> None:
    pages = [
        (title, f"{day} November 2026", WELL, "Was this page helpful? Yes No")
        for day, title in enumerate(("The well is full", OLD, "A day to remember", "Rain at last"))
    ]
    items = outline_lines(*(line for page in pages for line in page))

    assert add_marked(items, [3, 9]) == [3, 6, 9]
    assert add_marked(items, [3]) == [3]


def test_a_line_that_stands_twice_opens_an_article_as_the_first_headline_does() -> None:
    def list_titles(*lines: str) -> list[str]:
        parsed = parse_seed(Intake(SeedFile("a.txt", "\n".join(lines).encode())))
        return [article.title for article in parsed.articles]

    salt, _, *salt_text = SALT.split("\n")
    kelp, _, *kelp_text = KELP.split("\n")
    first = (salt, salt, "Share", "12", *salt_text)
    assert list_titles(*first, kelp, kelp, "Share", *kelp_text) == [salt, kelp]
    shown = "Kelp lies in heaps on the shore"
    assert list_titles(*first, shown, shown, *salt_text[::-1]) == [salt]
