"""Heads of further articles: on pages with their menus, and where nothing but a head parts them."""

import pytest

from sitegen.ingest import parse_seed
from sitegen.ingest.above_heads import is_below_pointer, is_entry, is_live
from sitegen.ingest.lines import make_line
from sitegen.ingest.looks import look_at
from sitegen.ingest.openings import has_own_body
from sitegen.ingest.outline import outline
from sitegen.model.seed import Intake, SeedFile

MENU = "Home\nNews\nSport\nWeather\nVideo\nSearch\nSign in\nSubscribe\nLetters\nJobs\nTravel"
MILL = "Old ropewalk at Sandvik to become a library"
MILL_TEXT = (
    "The ropewalk that has stood empty behind the harbour for thirty years will hold the library.",
    "Its long hall is to keep the beams and the wheel with which hemp was once drawn for ropes.",
    "The council voted for the plan by seven to two, and asked the builders to begin in May.",
    "Sandvik has had no library since the old one burned, and lends its books from a bus.",
)
GOAL = "Young goalkeeper saves three penalties in cup match"
GOAL_TEXT = (
    "Mira Oldham, a goalkeeper who turned sixteen last week, stopped three penalties on Saturday.",
    "Her coach said that nobody had told her to dive left, and that she had simply guessed.",
    "The match had ended level after an hour of rain, and half of the crowd had gone home.",
    "The final is to be played in Tarnmouth a fortnight from now, whatever the weather is.",
)
FOOT = "Facebook\nTwitter\nEmail\nMost read\nContact us\nPrivacy policy\nTerms of use\nBack to top"


def list_titles(text: str) -> list[str]:
    parsed = parse_seed(Intake(SeedFile("page.txt", text.encode())))
    return [article.title for article in parsed.articles]


def write(headline: str, head: str, paragraphs: tuple[str, ...]) -> str:
    return "\n".join((headline, head, *paragraphs))


@pytest.mark.parametrize(
    "head",
    [
        "By Ivo Brandt\n14 June 2024\nShare\nSave",
        "Posted on 14 June 2024 by Ivo",
        "Vale Ledger, Jun 14, 2024, 10.05 PM\nShare",
        "Par Ivo Brandt\nPublié le 14/06/2024 à 18h20",
        "A sentence that sums the matter up for those who read no more.\nIvo Brandt\n14 June 2024",
        "Ivo Brandt\nFri, June 14, 2024 at 3:11 PM GMT+2 2 min read",
        "Listen\n4 min read",  # what the first head has, too
    ],
    ids=["byline and stamp", "posted by", "paper and date", "French", "dek", "reading",
         "buttons"],
)  # fmt: skip
def test_a_head_begins_an_article_amid_the_menus_of_a_page(head: str) -> None:
    page = "\n".join((MENU, write(MILL, head, MILL_TEXT), write(GOAL, head, GOAL_TEXT), FOOT))

    assert list_titles(page) == [MILL, GOAL]


def test_an_address_above_a_headline_begins_an_article_on_a_page() -> None:
    first, second = write(MILL, "Share", MILL_TEXT), write(GOAL, "Print", GOAL_TEXT)
    page = f"{MENU}\n{first}\n{FOOT}\nhttps://ledger.example/goal\n{second}\n{FOOT}"

    assert list_titles(page) == [MILL, GOAL]


def test_a_headline_with_a_text_of_its_own_needs_no_head() -> None:
    texts = (MILL, *MILL_TEXT, GOAL, *GOAL_TEXT)

    assert list_titles("\n\n".join(texts)) == [MILL, GOAL]


@pytest.mark.parametrize(
    "box",
    [
        "Ferry fares to rise in spring\n12 June 2024\nEel festival moved indoors\n11 June 2024",
        "Ferry fares to rise in spring\nBy Åsa Lind\n12 June 2024",
    ],
    ids=["dated headlines", "a signed headline"],
)
def test_headlines_in_a_box_begin_nothing(box: str) -> None:
    head, tail = MILL_TEXT[:2], MILL_TEXT[2:]
    page = "\n".join((MENU, write(MILL, "14 June 2024", head), box, *tail, FOOT))

    assert list_titles(page) == [MILL]


def test_readers_with_names_and_dates_begin_nothing() -> None:
    comments = "\n".join(
        f"Reader {name} of Lower Sandvik Town\n1{place} June 2024 09:15\nThe ropewalk is cold in "
        f"winter, and a library wants a stove more than it wants a wheel, if you ask me {place}."
        for place, name in enumerate(("Tom", "Una", "Vic", "Wim"))
    )
    page = "\n".join((MENU, write(MILL, "14 June 2024", MILL_TEXT), comments, FOOT))

    assert list_titles(page) == [MILL]


def test_a_sub_heading_of_the_same_matter_begins_nothing() -> None:
    texts = (MILL, *MILL_TEXT, "How the library of Sandvik burned", MILL_TEXT[3], *MILL_TEXT[:2])

    assert list_titles("\n\n".join(texts)) == [MILL]


def test_a_page_break_ends_no_article_but_a_ruled_line_does() -> None:
    first, second = "\n\n".join((MILL, *MILL_TEXT)), "\n\n".join((GOAL, *GOAL_TEXT))

    assert list_titles(f"{first}\nPage 1 of 2\n\n{'_' * 60}\n\n{second}") == [MILL, GOAL]


def test_a_line_right_below_a_pointer_is_a_link() -> None:
    lines = [make_line(text) for text in (MILL_TEXT[0], "Lesen Sie auch", GOAL, MILL)]
    items = outline(look_at(lines, lambda _: ""), {}, is_page=True)

    assert [is_below_pointer(item) for item in items] == [False, True, False]


def test_points_amid_a_text_begin_no_article_above_a_byline() -> None:
    points = [
        "Key points",
        "Ropewalk to hold the library of Sandvik",
        "Council votes by seven to two",
    ]
    text = "\n".join([MILL, MILL_TEXT[0], *points, "By Ida Fell", "3 June 2025", *MILL_TEXT[1:]])

    assert list_titles(text) == [MILL]


def test_a_heading_in_capitals_above_who_wrote_begins_an_article() -> None:
    shouted = "YOUNG GOALKEEPER STOPS"
    first = write(MILL, "By Ivo Brandt\n14 June 2024", MILL_TEXT)
    page = "\n".join((MENU, first, write(shouted, "Reviewed by Ida Fellgate", GOAL_TEXT), FOOT))

    assert list_titles(page) == [MILL, shouted]


def test_an_advert_between_rulers_begins_none() -> None:
    ruler = "━━━━━━━━━━"
    advert = "A MESSAGE FROM THE ORLE BANK\nYour new kitchen is closer than you think\n"
    advert += (
        "Lines of credit for the whole house, and a neighbour to talk to in each of our towns."
    )
    letter = "\n".join(
        (write(MILL, "", MILL_TEXT), ruler, advert, ruler, write(GOAL, "", GOAL_TEXT))
    )

    assert list_titles(letter) == [MILL, GOAL]


def test_the_stamps_of_entries_end_no_text_of_a_report_as_it_happens() -> None:
    entries = [line for one in GOAL_TEXT for line in (one, "By Kez Duvall")]
    items = outline(look_at(map(make_line, [GOAL, *entries]), lambda _: ""), {}, is_page=True)

    assert has_own_body(items, 0, 30, is_live=True)
    assert not has_own_body(items, 0, 30)


def test_a_clock_with_its_zone_heads_an_entry_of_a_live_report() -> None:
    lines = ("17.40 GMT", GOAL, GOAL_TEXT[0], "16.31 GMT", MILL, "14.20 GMT", MILL_TEXT[0])
    items = outline(look_at([make_line(line) for line in lines], lambda _: ""), {}, is_page=True)

    assert is_live(items)
    assert is_entry(items, lines.index(MILL))
