"""The model of lines is asked last: what it is sure of corrects what the rules made of a line."""

import pytest

from sitegen.ingest import parse_seed
from sitegen.ingest.blocks import Marked
from sitegen.ingest.line_model import LABELS
from sitegen.ingest.lines import make_line
from sitegen.ingest.second_opinion import (
    GIVEN,
    TAKEN,
    find_headline,
    find_missed,
    name_captions,
    take_second_opinion,
)
from sitegen.model.seed import Intake, LineKind, SeedFile

HEADLINE = "Ferry Runs Aground off Havnsund"
TEXT = (
    "A ferry carrying 312 people ran onto a sandbank in thick fog early on Tuesday.",
    "The harbour master closed the channel until the tide had turned on Friday.",
    "The owner runs nine ferries across the sea, and had cancelled all of them.",
)
OTHER = (
    "Bakers in Orle have agreed to sell bread by weight from the first of March, as before.",
    "A loaf of one pound will cost what it costs now, and whoever wants half of one may have it.",
    "It had been asked for by a school, whose pupils had weighed forty rolls, no two alike.",
)
MENU = ("Skip to main content", "Home", "News")

# A line: how the rules marked it, what it says, and what the model is sure of, with how much.
Row = tuple[LineKind, str, str, str, int]


def mark(*rows: Row) -> tuple[list[Marked], dict[tuple[int, str], tuple[int, ...]]]:
    marked, opinions = [], {}
    for number, (kind, rule, text, label, weight) in enumerate(rows, 1):
        line = make_line(text, number)
        marked.append(Marked(line, kind, rule))
        opinions[line.number, line.text] = tuple(
            weight if one == label else -weight for one in LABELS
        )
    return marked, opinions


def show(marked: list[Marked]) -> list[str]:
    return [f"{one.kind} {one.rule}" if one.rule in {GIVEN, TAKEN} else one.kind for one in marked]


PAGE: tuple[Row, ...] = (
    ("noise", "menu", "Home", "N", 5000),
    ("noise", "menu", "News", "N", 5000),
    ("title", "headline", HEADLINE, "T", 5000),
    *(("body", "text", text, "P", 5000) for text in TEXT),
)


@pytest.mark.parametrize(("weight", "shown"), [(2000, f"noise {TAKEN}"), (1999, "body")])
def test_text_that_surely_is_the_pages_goes(weight: int, shown: str) -> None:
    ask: Row = ("body", "text", "Chat with our skippers any day of the week", "N", weight)

    assert show(take_second_opinion(*mark(*PAGE, ask)))[-1] == shown


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("Mend your own nets in the harbour.", 4000),
        ("Build and mend your own nets in the harbour with this powerful needle of bone.", 6500),
    ],
)
@pytest.mark.parametrize(("more", "shown"), [(0, f"noise {TAKEN}"), (-1, "body")])
def test_a_sentence_goes_only_if_much_speaks_for_it(
    text: str, least: int, more: int, shown: str
) -> None:
    weight = least + more

    assert show(take_second_opinion(*mark(*PAGE, ("body", "text", text, "N", weight))))[-1] == shown


@pytest.mark.parametrize(("weight", "kind"), [(3500, "caption"), (3499, "body")])
def test_text_that_surely_is_below_a_picture_is_its_caption(weight: int, kind: str) -> None:
    ask: Row = ("body", "text", "The ferry on the sandbank off Havnsund at low tide", "C", weight)

    assert name_captions(*mark(*PAGE, ask))[-1].kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "“Chat with our skippers any day of the week”",
        "The skippers said that anybody may chat with them",
        "Net 1,204,000 vs 1,066,000",
    ],
)
def test_what_is_quoted_or_said_and_figures_stay(text: str) -> None:
    assert show(take_second_opinion(*mark(*PAGE, ("body", "text", text, "N", 9000))))[-1] == "body"


def test_a_text_that_came_without_its_page_loses_nothing() -> None:
    ask: Row = ("body", "text", "Chat with our skippers any day of the week", "N", 9000)

    assert "noise" not in show(take_second_opinion(*mark(*PAGE[2:], ask)))


@pytest.mark.parametrize(
    ("rule", "shown"),
    [
        ("behind the text", f"body {GIVEN}"),
        ("box", f"body {GIVEN}"),
        ("named noise", "noise"),
        ("button", "noise"),
        ("pull quote", "noise"),
    ],
)
def test_what_was_left_out_for_its_place_comes_back_where_it_surely_is_text(
    rule: str, shown: str
) -> None:
    left: Row = ("noise", rule, "The inquiry into the sandbank begins on Monday.", "P", 4000)

    assert show(take_second_opinion(*mark(*PAGE, left)))[-1] == shown


def test_text_beyond_another_headline_or_far_off_and_of_another_matter_stays_out() -> None:
    menu: Row = ("noise", "menu", "More", "N", 5000)
    others: list[Row] = [("noise", "behind the text", text, "P", 5000) for text in OTHER]
    title: Row = ("noise", "behind the text", "Bread by the pound", "T", 5000)

    assert GIVEN not in " ".join(show(take_second_opinion(*mark(*PAGE, title, *others))))
    assert GIVEN not in " ".join(show(take_second_opinion(*mark(*PAGE, *[menu] * 7, *others))))
    assert GIVEN in " ".join(show(take_second_opinion(*mark(*PAGE, menu, *others))))


def test_an_article_that_was_left_out_behind_another_begins_at_its_headline() -> None:
    title: Row = ("noise", "behind the text", "Bread by the pound", "T", 500)
    others: list[Row] = [("noise", "behind the text", text, "P", 5000) for text in OTHER]

    assert find_missed(*mark(*PAGE, title, *others)) == [len(PAGE)]
    assert find_missed(*mark(*PAGE, title, others[0])) == []


@pytest.mark.parametrize(
    ("headline", "weight", "cuts"),
    [
        ("Bakers to sell bread by weight", 2000, 1),
        ("Bakers to sell bread by weight", 700, 0),
        ("Skippers stay at home", 2000, 0),
        ("Bread in bags", 2000, 0),
    ],
)
def test_a_sure_headline_of_what_is_below_it_parts_two_matters(
    headline: str, weight: int, cuts: int
) -> None:
    above: list[Row] = [*PAGE, ("body", "text", " ".join(TEXT), "P", 5000)]
    below: list[Row] = [("body", "text", text, "P", 5000) for text in OTHER]
    marked = mark(*above, ("heading", "text", headline, "T", weight), *below)

    assert find_missed(*marked) == [len(above)] * cuts


@pytest.mark.parametrize(("facts", "cuts"), [("By Ida Fellgate", 1), ("Bread has weight.", 0)])
def test_a_headline_that_was_taken_for_text_is_known_by_the_facts_below_it(
    facts: str, cuts: int
) -> None:
    title: Row = ("body", "text", "Skippers stay at home", "T", 500)
    below: Row = ("fact", "byline", facts, "F" if cuts else "P", 500)
    others: list[Row] = [("body", "text", text, "P", 5000) for text in OTHER]

    assert find_missed(*mark(*PAGE, title, below, *others)) == [len(PAGE)] * cuts


def test_what_surely_is_no_headline_gives_way_to_what_surely_is() -> None:
    kicker: Row = ("title", "headline", "The Havnsund Ledger", "N", 5000)
    headline: Row = ("noise", "above the text", HEADLINE, "T", 5000)

    assert find_headline(*mark(kicker, headline, *PAGE[3:])) == 1
    assert find_headline(*mark(*PAGE)) == -1
    caption: Row = ("caption", "caption with credit", "The ferry at noon. (Wire)", "T", 5000)
    assert find_headline(*mark(kicker, caption, *PAGE[3:])) == -1
    assert find_headline(*mark(kicker, *PAGE[3:], headline)) == -1
    point: Row = ("item", "point", "Story highlights The ferry ran aground in fog", "T", 5000)
    assert find_headline(*mark(kicker, point, *PAGE[3:])) == -1


def test_what_pages_say_in_words_of_their_own_is_noise() -> None:
    line = "You can chat with our skippers any day of the week by emailing deck@ledger.example"
    text = "\n".join((*MENU, HEADLINE, "", *TEXT[:2], line, TEXT[2], "Share", "Print"))
    fate = parse_seed(Intake(SeedFile("a.txt", text.encode()))).lines[-4]

    assert (fate.kind, fate.rule) == ("noise", TAKEN)


def test_a_page_behind_another_is_an_article_of_its_own() -> None:
    headline = "Bakers in Orle agree to sell bread by weight from March"
    tail = ("Share", "More from the Ledger", "Council to sell the town clock", "Privacy", "Terms")
    text = "\n".join((*MENU, HEADLINE, "By Ida Fellgate", "", *TEXT, *tail, headline, *OTHER))
    articles = parse_seed(Intake(SeedFile("a.txt", text.encode()))).articles

    assert [article.title for article in articles] == [HEADLINE, headline]
    assert [block.text for block in articles[1].blocks] == list(OTHER)


def test_a_headline_is_not_given_up_for_the_line_right_below_it_that_sums_it_up() -> None:
    """The model knows deks that look like headlines, and headlines that look like none."""
    headline: Row = ("title", "headline", "Thick fog strands ferry on sandbank", "N", 5000)
    dek: Row = ("body", "text", "Skippers want a light; the owner says no", "T", 5000)
    facts: Row = ("fact", "date stamp", "11 March 2025", "F", 5000)
    motto: Row = ("title", "headline", "Your own paper since our first year", "N", 5000)

    assert find_headline(*mark(headline, dek, facts, *PAGE[3:])) == -1
    assert find_headline(*mark(headline, facts, dek, *PAGE[3:])) == 2
    assert find_headline(*mark(motto, dek, facts, *PAGE[3:])) == 1


def test_the_way_to_a_page_is_no_headline_whatever_it_weighs() -> None:
    crumbs: Row = ("noise", "breadcrumbs", "Harbour > Ferries", "T", 5000)
    taken: Row = ("title", "headline", HEADLINE, "N", 5000)

    assert find_headline(*mark(crumbs, taken, *PAGE[3:])) == -1


@pytest.mark.parametrize(("text", "shown"), [("Ingredients", "heading"), ("Pros", "heading")])
def test_what_is_known_to_head_a_list_of_the_text_stays(text: str, shown: str) -> None:
    marked, opinions = mark(*PAGE, ("heading", "marked as a heading", text, "N", 9000))
    known = [*marked[:-1], Marked(make_line(text, len(marked), "heading"), "heading", "")]

    assert show(take_second_opinion(known, opinions))[-1] == shown
