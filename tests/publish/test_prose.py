import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.publish.markup import _converter
from sitegen.publish.prose import ESCAPABLE, is_prose, render_prose

PIECES = [
    *("a", "b1", "é", "م", " ", ".", "1.", "-", "=", "(", ")", ":", "'", '"', "~", "|", "!", "#"),
    *("\n", "\n\n", "## ", "### ", "&", "&amp;", "&x;", "&lt", "<", "[", "]", "*", "_", "`"),
    *("\\*", "\\[", "\\]", "\\<b\\>", "\\\\", "[a](b.md)", "[\\*x y](../tags/c.md)", "\\1\\."),
]


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_on_prose_both_readers_agree(body: str) -> None:
    if is_prose(body):
        assert render_prose(body) == _converter().reset().convert(body)


@given(st.text(st.sampled_from(["a", " ", "é", *ESCAPABLE]), max_size=40).map(str.strip))
def test_escaped_text_is_prose_and_is_shown_letter_for_letter(text: str) -> None:
    body = re.sub(rf"([{re.escape(ESCAPABLE)}])", r"\\\1", text)

    assert is_prose(body)
    assert unescape(re.sub("</?p>", "", render_prose(body))) == text


@given(st.text())
def test_any_text_renders_and_no_tag_comes_from_it(body: str) -> None:
    html = render_prose(body)

    assert set(re.findall("<[^>]*>", re.sub('<a href="[^"]*">', "<a>", html))) <= {
        *("<p>", "</p>", "<a>", "</a>", "<h2>", "</h2>", "<h3>", "</h3>", "<h4>", "</h4>"),
        *("<h5>", "</h5>", "<h6>", "</h6>"),
    }


@pytest.mark.parametrize(
    "body",
    [
        *("*a*", "_a_", "`a`", "[a]", "![a](b)", "<b>", "> a", "- a", "+ a", "* a", "1. a", "# a"),
        *("    code", "a  \nb", "## a ##", "## a\nb", "a\n===", "~~~", "| a | b |", ": a", "**a"),
    ],
)
def test_other_markdown_is_not_prose(body: str) -> None:
    assert not is_prose(body)


@pytest.mark.parametrize("body", ["", "\n\n", " \n \n"])
def test_an_empty_body_is_prose_and_stays_empty(body: str) -> None:
    assert is_prose(body)
    assert not render_prose(body)


def test_what_is_not_prose_is_shown_as_it_was_written() -> None:
    html = render_prose("# A *b* <i>c</i> [d]\n\n> e")

    assert html == "<p># A *b* &lt;i&gt;c&lt;/i&gt; [d]</p>\n<p>&gt; e</p>"
