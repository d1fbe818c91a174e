"""What a text browser writes for links, pictures and forms is no text of the page."""

from collections.abc import Sequence

import pytest

from sitegen.ingest.document import RawLine
from sitegen.ingest.link_numbers import drop_link_numbers

TAKEN = "of a text browser"
ADDRESSES = [f"   {number}. https://orle.example/{number}" for number in (1, 2, 3)]


def read(*texts: str) -> Sequence[RawLine]:
    lines = [*texts, "References", *ADDRESSES]
    return drop_link_numbers([RawLine(number, text) for number, text in enumerate(lines, 1)])


def test_numbers_go_that_are_listed() -> None:
    assert read("The [1]ferry of [2]Orle[9]")[0].text == "The ferry of Orle[9]"


def test_an_address_that_is_none_of_a_page_is_none_of_the_text() -> None:
    lines = read("The [1]ferry", "Visible links:", "2. mailto:ferry@orle.example")

    assert [line.verdict for line in lines] == ["", "", TAKEN, "", "", "", ""]


@pytest.mark.parametrize("heading", ["References", "Visible links", "   Visible links:"])
def test_the_list_of_links_has_one_of_its_headings(heading: str) -> None:
    texts = ["The [1]ferry of [2]Orle", heading, *ADDRESSES]

    lines = drop_link_numbers([RawLine(number, text) for number, text in enumerate(texts, 1)])
    assert lines[0].text == "The ferry of Orle"


def test_numbers_that_count_on_beyond_a_list_that_is_cut_go_too() -> None:
    lines = read("[1]Home [2]News", "The [3]ferry of [4]Orle", "ran at [5]noon", "as in [17]note")

    assert [line.text for line in lines[:4]] == [
        "Home News", "The ferry of Orle", "ran at noon", "as in [17]note"
    ]  # fmt: skip


def test_a_picture_is_what_stands_beside_the_name_of_its_file() -> None:
    named, alone = read("   [pier-at_noon.jpg] The pier at noon.", "[logo.png]", "x")[:2]

    assert (named.text, named.shape) == ("The pier at noon.", "caption")
    assert alone.shape == ""


def test_forms_and_frames_are_none_of_the_text() -> None:
    lines = read("[BUTTON] Menu", "[IFRAME]", "________________ [Send]", "#[1]RSS [2]Atom", "Fog.")

    assert [line.verdict for line in lines[:5]] == ["of a text browser"] * 4 + [""]


def test_a_text_without_such_a_list_is_left_alone() -> None:
    lines = [RawLine(1, "He wrote [1]so"), RawLine(2, "[BUTTON] Menu")]

    assert drop_link_numbers(lines) == lines
