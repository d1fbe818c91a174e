"""Long lines amid a text that end no sentence: captions, headlines of others, sub-headings."""

from sitegen.ingest.blocks import Marked
from sitegen.ingest.lines import make_line
from sitegen.ingest.unsigned import OF_ANOTHER, find_unsigned
from sitegen.model.seed import LineKind

HEADING = "short line before a paragraph"
LEAD = "The vicar of Tadwell sends bread across the river by drone since the footbridge fell."
MORE = "Her churchwarden said that a loaf had bounced on the churchyard wall last Sunday."
SHOWN = "The vicar of Tadwell with the drone that carries bread"
OTHER = "Man fined for walking a tortoise along the motorway"
NOISE = [Marked(make_line("Share"), "noise", "button")] * 8


def mark(text: str, kind: LineKind = "body", rule: str = "text") -> Marked:
    return Marked(make_line(text), kind, rule)


def find(*marks: Marked, is_page: bool = False) -> list[tuple[LineKind, str]]:
    around = NOISE if is_page else []
    return [(one.kind, one.rule) for one in find_unsigned([*marks, *around])][: len(marks)]


def amid(text: str, *, is_page: bool = False) -> tuple[LineKind, str]:
    return find(mark(LEAD), mark(text, "heading", HEADING), mark(MORE), is_page=is_page)[1]


def test_a_long_line_with_the_words_of_a_page_is_a_caption() -> None:
    assert amid(SHOWN, is_page=True) == ("caption", "caption without a credit")


def test_where_little_noise_stands_around_the_text_it_is_a_heading() -> None:
    assert amid(SHOWN) == ("heading", HEADING)


def test_a_long_line_with_no_word_of_the_text_is_the_headline_of_another() -> None:
    assert amid(OTHER) == amid(OTHER, is_page=True) == ("noise", OF_ANOTHER)


def test_short_numbered_and_asking_lines_stay_headings() -> None:
    for text in ("Loaves that bounce", f"2. {OTHER}", f"{OTHER}?"):
        assert amid(text) == ("heading", HEADING)


def test_a_line_that_goes_on_below_is_no_headline() -> None:
    marks = (
        mark(LEAD),
        mark(OTHER, "heading", HEADING),
        mark("and a hare beside it, police said."),
    )
    assert find(*marks)[1] == ("heading", HEADING)


def test_what_is_said_twice_and_once_with_a_name_is_a_caption() -> None:
    long = mark(f"{SHOWN} Lone Skaarup", "noise", "fragment")
    assert (
        find(mark(LEAD), long, mark(SHOWN), mark(MORE))[1:3]
        == [("caption", "caption said twice")] * 2
    )


def test_what_is_said_twice_and_goes_on_is_none() -> None:
    assert find(mark(SHOWN), mark(f"{SHOWN} and milk to the other bank"))[0] == ("body", "text")


def test_a_line_above_a_lone_credit_is_its_caption() -> None:
    credit = mark("(Image: Ledger)", "caption", "credit on its own line")
    assert find(mark(SHOWN, "noise", "above the text"), credit, mark(LEAD))[0] == (
        "caption",
        "stands above a credit",
    )


def test_below_the_facts_of_a_head_a_line_with_the_words_of_the_text_is_a_caption() -> None:
    fact = mark("11 November 2026", "fact", "date stamp")
    shown = mark(SHOWN, "body", "text above the text")

    assert find(fact, shown, mark(LEAD))[1] == ("caption", "caption without a credit")
    assert find(mark(OTHER, "title", "headline"), shown, mark(LEAD))[1][0] == "body"  # its dek
