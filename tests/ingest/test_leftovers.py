"""Lists amid the text of a whole page are kept."""

from sitegen.ingest.blocks import FRAGMENT, Marked
from sitegen.ingest.leftovers import keep_lists
from sitegen.ingest.lines import make_line
from sitegen.model.seed import LineKind

TEXT = Marked(make_line("The inn serves it again from Monday on."), "body", "text")


def fragments(*texts: str) -> list[Marked]:
    return [Marked(make_line(text), "noise", FRAGMENT) for text in texts]


def list_kinds(marked: list[Marked]) -> list[LineKind]:
    return [mark.kind for mark in marked]


def test_lines_that_count_are_a_list_below_its_heading() -> None:
    lines = fragments("Ingredients", "500g haddock", "3 leeks", "75g butter", "Salt")

    assert list_kinds(keep_lists([TEXT, *lines, TEXT])) == [
        "body",
        "heading",
        *["item"] * 4,
        "body",
    ]


def test_so_are_lines_that_another_one_announces() -> None:
    lines = fragments("After the change:", "fewer boats", "no fog horn", "one pilot")

    assert list_kinds(keep_lists(lines)) == ["body", "item", "item", "item"]


def test_blank_lines_part_no_list() -> None:
    blank = Marked(make_line(""), "blank", "blank")
    rows = [mark for line in fragments(*"1234") for mark in (line, blank)]

    assert list_kinds(keep_lists(rows)) == ["item", "blank"] * 4


def test_labels_and_links_stay_fragments() -> None:
    lines = fragments("More on this", "Harbour news", "3 ferries", "Weather", "About us")

    assert keep_lists([TEXT, *lines, TEXT]) == [TEXT, *lines, TEXT]
    assert keep_lists(fragments("500g haddock", "3 leeks")) == fragments("500g haddock", "3 leeks")


def test_lines_in_small_letters_go_on_with_the_sentence_that_leads_to_them() -> None:
    lead = Marked(make_line("Two things make a fog thicker:"), "body", "text")
    lines = fragments("a river that is warmer than the air", "smoke")

    assert list_kinds(keep_lists([TEXT, lead, *lines, TEXT]))[2:4] == ["item", "item"]
    assert list_kinds(keep_lists([TEXT, TEXT, *lines, TEXT]))[2:4] == ["noise", "noise"]


def test_sentences_that_a_line_announces_above_the_text_of_a_page_are_points() -> None:
    def stand_above(*texts: str) -> list[Marked]:
        return [Marked(make_line(text), "noise", "above the text") for text in texts]

    points = stand_above("The inn has haddock again.", "What's next?", "It will have leeks in May.")
    shared = Marked(make_line("Share"), "noise", "button")

    kinds = list_kinds(keep_lists([*fragments("In short:"), *points, shared, TEXT]))
    assert kinds == ["heading", "item", "heading", "item", "noise", "body"]
    assert list_kinds(keep_lists([*fragments("The menu"), *points, TEXT]))[:2] == ["noise"] * 2
