from collections import Counter

from sitegen.ingest import parse_seed
from sitegen.ingest.document import OUTSIDE, Shape
from sitegen.ingest.extent import Extent
from sitegen.ingest.lines import make_line
from sitegen.ingest.looks import Look, look_at
from sitegen.ingest.zones import find_lead, trust_choice, widen
from sitegen.model.seed import Intake, SeedFile

LEAD = "A ferry carrying 312 people ran onto a sandbank in thick fog early on Tuesday."
MORE = "The harbour master closed the channel until the tide had turned on Friday."
FERRY = "Ferry Runs Aground off Havnsund"


def look(*texts: str, shape: Shape = "") -> list[Look]:
    return look_at([make_line(text, shape=shape) for text in texts], lambda _: "")


def widen_text(*texts: str, below: int = 1) -> list[str]:
    looks = look(*texts)
    found = widen(looks, Extent(0, 0), Counter(one.line.key for one in looks), below)
    return list(texts[found.begin : found.end])


def test_a_text_reaches_from_its_first_sentence_to_its_last() -> None:
    assert widen_text(FERRY, "12", LEAD, "Share", MORE, "Larkmoor", "Grayle") == [
        LEAD,
        "Share",
        MORE,
    ]


def test_a_paragraph_that_breaks_off_belongs_to_it() -> None:
    cut = "The owner of the ferry said that"

    assert widen_text(FERRY, LEAD, cut) == [LEAD, cut]


def test_several_short_lines_without_an_end_do_not() -> None:
    assert widen_text(FERRY, LEAD, "Sheep Closes Airport Now", "Clock Kept Seven Minutes Slow") == [
        LEAD
    ]


def test_a_long_line_without_an_end_does() -> None:
    long = "The owner of the ferry said on Friday that he would never again"

    assert widen_text(FERRY, LEAD, long, "Sheep Closes Airport Now") == [LEAD, long]


def test_nothing_behind_links_or_comments_belongs_to_it() -> None:
    assert widen_text(FERRY, LEAD, "Most read", MORE) == [LEAD]
    assert widen_text(FERRY, LEAD, "3 comments", "I have said so for years that") == [LEAD]


def test_items_and_rows_belong_to_it() -> None:
    looks = look(FERRY, LEAD) + look("salt and tea", "tar", shape="item") + look("Grayle")

    counts = Counter(one.line.key for one in looks)

    assert widen(looks, Extent(0, 0), counts, 1) == Extent(1, 4)


def test_a_sentence_said_twice_is_a_caption_and_does_not_begin_it() -> None:
    caption = "The ferry lies on its side in the bay."

    assert widen_text(FERRY, caption, "12", caption, LEAD) == [LEAD]


def test_a_text_without_any_sentence_begins_with_its_first_long_line() -> None:
    long = "herring from the outer grounds sold for nine crowns a kilogram all day"

    assert widen_text(FERRY, long, "sprats for four", "Share", below=1) == [long, "sprats for four"]


def test_without_a_sentence_or_a_long_line_there_is_no_text() -> None:
    assert widen_text(FERRY, "sprats for four", below=1) == []


def test_the_headline_stands_above_the_first_sentence_of_the_matter() -> None:
    looks = look(FERRY, "The ferry ran into the fog at noon.", "Share", LEAD)

    assert find_lead(looks, Extent(3, 4), is_page=False) == 1


def test_a_short_sentence_of_another_matter_stands_above_the_headline() -> None:
    looks = look("Our paper prints the news in two colours.", FERRY, LEAD)

    assert find_lead(looks, Extent(2, 3), is_page=False) == 2


def test_on_a_page_the_headline_stands_above_the_text_that_was_found() -> None:
    assert find_lead(look(LEAD, FERRY, MORE), Extent(2, 3), is_page=True) == 2


def test_where_no_text_was_found_the_headline_may_stand_anywhere() -> None:
    assert find_lead(look(FERRY, "12"), Extent(0, 0), is_page=True) == 2


def test_what_the_format_has_chosen_is_the_text_to_its_last_line() -> None:
    lines = [
        make_line("Menu of boats", verdict=OUTSIDE),
        *map(make_line, (FERRY, LEAD, "", "Tide")),
    ]

    assert trust_choice(look_at(lines, lambda _: ""), 2) == Extent(2, 5)


def test_what_the_format_has_left_out_is_not() -> None:
    lines = [*map(make_line, (FERRY, LEAD)), make_line(MORE, verdict=OUTSIDE)]

    assert trust_choice(look_at(lines, lambda _: ""), 1) == Extent(1, 2)


def test_where_the_format_has_chosen_no_text_there_is_none() -> None:
    assert trust_choice(look(FERRY, "12"), 1) == Extent(2, 2)


def test_a_mark_of_the_format_does_not_end_the_text() -> None:
    fence = look_at([make_line("```", verdict="mark")], lambda _: "")
    looks = [*look(FERRY, LEAD), *fence, *look("22:40 Havnsund"), *fence, *look(MORE)]
    counts = Counter(one.line.key for one in looks)

    assert widen(looks, Extent(1, 2), counts, 1) == Extent(1, 6)


def test_code_and_lists_of_markdown_cost_no_paragraph() -> None:
    lines = [
        "> A bed is 79, and a bed with breakfast is 99 until the end of the year.",
        "",
        *("- 29 for a seat", "- 79 for a bed", "1. Havnsund", "2. Grayle"),
        "",
        *("```", "22:40 Havnsund", "07:00 Grayle", "```"),
        "",
        f"{MORE}[^1]",
        "",
        f"[^1]: {LEAD}",
    ]

    parsed = parse_seed(Intake(SeedFile("a.md", "\n".join(lines).encode())))

    kinds = [fate.kind for fate in parsed.lines if fate.kind != "blank"]
    assert kinds == ["quote", *["item"] * 4, "noise", "body", "body", "noise", "body", "body"]
