import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from sitegen.pages.inline import _MARKUP, escape_inline, take_heading, unescape_inline


@pytest.mark.parametrize(
    "title",
    [
        "C# wins",
        "a # b #",
        "#1",
        "*a* _b_ `c` ~d~",
        "[a](b) \\ \\\\",
        "x < y > z",
        "&amp; &#35; & a",
    ],
)
def test_a_title_is_shown_as_it_is_and_read_back(title: str) -> None:
    written = escape_inline(title)

    assert unescape_inline(written) == title
    assert take_heading(f"# {written}\n") == (title, "")
    if not set("~&<") & set(title):  # GitHub's Markdown can escape these, Python-Markdown cannot
        assert Markdown().convert(f"# {written}") == f"<h1>{title}</h1>"


@given(st.text(st.sampled_from("ab1 #&;*_\\[]<>~`\r\né"), max_size=8) | st.text(max_size=8))
def test_a_text_without_marks_is_told_rightly(text: str) -> None:
    assert escape_inline(text) == _MARKUP.sub(r"\\\g<0>", re.sub(r"[\r\n]+", " ", text))


def test_a_line_break_becomes_a_space() -> None:
    assert escape_inline("a\r\nb\nc") == "a b c"


def test_an_ampersand_that_begins_no_entity_is_left_alone() -> None:
    assert escape_inline("Fish & chips, R&D") == "Fish & chips, R&D"


@pytest.mark.parametrize("body", ["", "## Lower\n", "Text\n# Later\n", "#none\n", "# \nText"])
def test_a_body_without_a_heading_at_its_top_has_none(body: str) -> None:
    assert take_heading(body) == ("", body)


def test_a_heading_of_nothing_but_spaces_takes_no_time() -> None:
    assert take_heading("# " + " " * 200_000 + "x" + " " * 200_000 + "#")[0] == "x"


def test_a_heading_of_nothing_but_a_million_spaces_is_none() -> None:
    """In a rule that gives spaces back one by one, this takes hours."""
    assert take_heading("# " + " " * 1_000_000) == ("", "# " + " " * 1_000_000)
