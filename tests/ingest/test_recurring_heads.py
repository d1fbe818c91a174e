"""What a file announces comes below; what stands above most of its articles is above all."""

import pytest

from sitegen.ingest import parse_seed
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


PLOUGH = (
    "A ploughing match that was put off twice for rain was won on Saturday by a man of eighty. "
    "He had come to watch, he said, and was lent the horses of a neighbour who had a cold.\n"
    "The match was held on the field of the inn, where nobody had ploughed since the hotel burned, "
    "and what the horses turned up there was a silver spoon with the mark of its kitchen on it."
)
WELL = (
    "The well in the market place holds water again, for the first time since the railway came. "
    "Nobody is to drink it, the mayor says, but all who throw a coin in may wish for what they like.\n"
    "The market place had lost its well to the engines, whose boilers took all that came from the "
    "hill; since the last of them left, the mayor has gone down on a rope each spring to look."
)
MENU = "Skip to main content\nHome\nSearch\nLog in\nShare\nPrint\n"
FIELDS = "Ref: 4/2026\nPlace: Listova\nHours: 20 a week\n"
PAGE = """{}
{}
By Ada Fellgate
Published: {} November 2026
Share
Print
{}
"""


@pytest.mark.parametrize(
    "head",
    [
        "Eighty years young, and first of all\nAn old man shows how it is done.",
        "Eighty years young, and first of all\n" * 2,
    ],
)
def test_a_head_as_the_first_one_is_known_below_a_dek_and_said_twice(head: str) -> None:
    first = PAGE.format("The well is full", "The market place has water.", 4, WELL)
    titles = read_titles(MENU + first + PAGE.format(*head.strip().split("\n"), 5, PLOUGH))

    assert titles == ["The well is full", "Eighty years young, and first of all"]


def test_a_button_that_closes_each_page_of_a_site_parts_them() -> None:
    notices = [
        ("Market place well is full again", WELL),
        ("Ploughing match won by man of eighty", PLOUGH),
        ("A day to remember", SALT.partition("Fellgate\n")[2]),  # none of its words is in the text
        ("Kelp farm employs six people on western shore", KELP.partition("Oldham\n")[2]),
    ]
    pages = [
        f"{title}\nPublished: {day} November 2026\n{FIELDS}{text}\nWas this page helpful? Yes No"
        for day, (title, text) in enumerate(notices, 4)
    ]

    assert read_titles(MENU + "\n".join(pages)) == [title for title, _ in notices]
