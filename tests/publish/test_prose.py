import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.publish.markup import _converter, _sanitize
from sitegen.publish.prose import ESCAPABLE, is_harmless, is_prose, render_prose

PIECES = [
    *("a", "b1", "é", "م", " ", ".", "1.", "-", "=", "(", ")", ":", "'", '"', "~", "|", "!", "#"),
    *("\n", "\n\n", "## ", "### ", "&", "&amp;", "&x;", "&lt", "<", "[", "]", "*", "_", "`"),
    *("\\*", "\\[", "\\]", "\\<b\\>", "\\\\", "[a](b.md)", "[\\*x y](../tags/c.md)", "\\1\\."),
]


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_on_prose_both_readers_agree(body: str) -> None:
    if is_prose(body):
        assert render_prose(body) == _converter().reset().convert(body)


# What stands in one line, mostly harmless, and blocks of the forms that a page is written in.
INLINE = st.lists(
    st.sampled_from(
        [
            *("a", "b1 ", "é", " ", ".", "1.", "-", "=", ":", "~", "|", "!", "#", "&", "&amp;"),
            *("&#9;", "\\*", "\\[", "\\\\", "\\|", "\\`", "\\_"),
            *("[a](b.md)", "[\\*x y](../c.md)", "[a|b](c)"),
        ]
    ),
    min_size=1,
    max_size=4,
).map("".join)
LINE = INLINE | st.sampled_from([*PIECES, "*", "**a**", "    a", "- a", "> a", "1. a", "a  "])
LINES = st.lists(INLINE | INLINE | INLINE | LINE, min_size=1, max_size=4)
RULES = st.sampled_from(["| --- |", "| --- | --- |", "| --- | --- | --- |", "|---|---|", "| -: |"])
ROW = st.lists(INLINE | st.just(""), min_size=1, max_size=3).map(
    lambda cells: f"| {' | '.join(cells)} |"
) | st.sampled_from(["| a ||", "|||", "| | |", "|a|b|", "a | b", "| a", "| \\|", "| a \\| b |"])
FORMS = st.one_of(
    LINE,
    LINES.map("\n".join),
    LINES.map(lambda lines: "\n".join(f"- {line}" for line in lines)),
    st.lists(st.tuples(INLINE, LINE), min_size=1, max_size=4).map(
        lambda items: "\n".join(f"- *{lead}* {rest}" for lead, rest in items)
    ),
    LINES.map(lambda lines: "\n>\n".join(f"> {line}" for line in lines)),
    LINES.map(lambda lines: "\n".join(f"> {line}" for line in lines)),
    st.tuples(ROW, RULES, st.lists(ROW, max_size=3)).map(
        lambda table: "\n".join((table[0], table[1], *table[2]))
    ),
    INLINE.map("*{}*".format),
    INLINE.map("## {}".format),
)


@given(st.lists(FORMS, max_size=3), st.sampled_from(["\n\n", "\n\n", "\n"]))
def test_on_lists_quotations_and_tables_they_agree_too(blocks: list[str], gap: str) -> None:
    body = gap.join(blocks)
    if is_prose(body):
        assert render_prose(body) == _converter().reset().convert(body)


HREFS = st.lists(
    st.sampled_from(["a.md", "../", "http", "https", "javascript", "mailto", ":", "//", "?", "é"]),
    min_size=1,
    max_size=4,
).map("".join)
MARKS = [
    *"<>&[]()\\*_`#-|:'\"\n a",
    "](",
    "<b>",
    "<!--",
    "-->",
    "<script>",
    "\n\n",
    "&lt",
    "| a |\n",
]
BODIES = st.one_of(
    st.lists(FORMS, max_size=3).map("\n\n".join),
    st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"]), max_size=20),
    HREFS.map("a [b]({}) c".format),
    st.lists(st.sampled_from(MARKS), max_size=12).map("".join),
)


@given(st.lists(BODIES, min_size=1, max_size=3).map("\n\n".join))
def test_the_sanitiser_leaves_what_is_called_harmless_as_it_is(body: str) -> None:
    if is_harmless(body):
        html = render_prose(body)

        assert _sanitize(html) == html


@given(st.text("](:)a"))
def test_a_link_with_a_scheme_is_found_wherever_it_begins(body: str) -> None:
    ends = (found.end() for found in re.finditer(r"\]\(", body))

    assert is_harmless(body) != any(":" in body[end:].partition(")")[0] for end in ends)


@pytest.mark.timeout(20)
def test_targets_that_never_end_are_looked_through_once() -> None:
    assert is_harmless("[a](" * 250_000)
    assert not is_harmless("[a](" * 250_000 + ":")


@pytest.mark.parametrize(
    "body",
    [
        "- a\n- b [c](d.md)",
        "- *a b:* [c](d.md)\n- e",
        "> a\n>\n> b",
        "| a | b |\n| --- | --- |\n| c | \\| |\n| d |",
        "| a ||\n| --- | --- |\n|  | b |",
        "| a |\n| --- |",
        "*Correction: a \\* b*",
        "- a\n\n> b\n\n- c\n\n*d*\n\n| e |\n| --- |\n\n- f",
    ],
)
def test_what_pages_are_made_of_is_prose(body: str) -> None:
    assert is_prose(body)
    assert is_harmless(body)
    assert render_prose(body) == _converter().reset().convert(body)


@given(st.text(st.sampled_from(["a", " ", "é", *ESCAPABLE]), max_size=40).map(str.strip))
def test_escaped_text_is_prose_and_is_shown_letter_for_letter(text: str) -> None:
    body = re.sub(rf"([{re.escape(ESCAPABLE)}])", r"\\\1", text)

    assert is_prose(body)
    assert unescape(re.sub("</?p>", "", render_prose(body))) == text


@given(st.text())
def test_any_text_renders_and_no_tag_comes_from_it(body: str) -> None:
    html = render_prose(body)

    tags = "p a h2 h3 h4 h5 h6 em ul li blockquote table thead tbody tr th td".split()
    found = re.findall("</?([^>]*)>", re.sub('<a href="[^"]*">', "<a>", html))
    assert set(found) <= set(tags)


@pytest.mark.parametrize(
    "body",
    [
        *("_a_", "`a`", "[a]", "![a](b)", "<b>", "+ a", "* a", "1. a", "# a", "**a", "* a*"),
        *(
            "**a**",
            "    code",
            "a  \nb",
            "## a ##",
            "## a\nb",
            "a\n===",
            "~~~",
            "| a | b |",
            ": a",
            "*a *",
        ),
        *(
            "- a\n\n- b",
            "- - a",
            "- a\nb",
            "-  a",
            "- a\n  - b",
            "- *a*",
            "- * a* b",
            "- *a*b",
            "- a\n***",
            "- a\n\n  b",
        ),
        *("> a\n\n> b", "> - a", "> > a", ">a", ">", "> a\nb", "> a\n>", "> # a", "> 1. a"),
        *("| a |\n|---|", "| a |\n| :-- |", "| a |\n| --- | --- |", "| a |\n| --- |\n| b | c |"),
        *("| *a* |\n| --- |", "| a |\n| --- |\nb", "a | b\n--- | ---"),
        "| `a | b` |\n| --- | --- |",
    ],
)
def test_other_markdown_is_not_prose(body: str) -> None:
    assert not is_prose(body)


@pytest.mark.parametrize("body", ["", "\n\n", " \n \n"])
def test_an_empty_body_is_prose_and_stays_empty(body: str) -> None:
    assert is_prose(body)
    assert not render_prose(body)


def test_what_is_not_prose_is_shown_as_it_was_written() -> None:
    html = render_prose("# A *b* <i>c</i> [d]\n\n1. e\n\n- *f*\n\n> > g")

    assert html == (
        "<p># A *b* &lt;i&gt;c&lt;/i&gt; [d]</p>\n<p>1. e</p>\n<ul>\n<li>*f*</li>\n</ul>\n"
        "<blockquote>\n<p>&gt; g</p>\n</blockquote>"
    )


def test_a_table_with_marks_of_a_person_stays_a_table() -> None:
    html = render_prose("| *a* | b |\n|:--|--:|\n| c |")

    assert re.sub("\n", "", html) == (
        "<table><thead><tr><th>*a*</th><th>b</th></tr></thead>"
        "<tbody><tr><td>c</td><td></td></tr></tbody></table>"
    )


@pytest.mark.parametrize(
    "body",
    [
        "- one\n" * 200_000,
        "> one\n>\n" * 100_000 + "> two",
        "| a | b |\n| --- | --- |\n" + "| c | d |\n" * 100_000,
        "| a " * 5_000 + "|\n|" + " --- |" * 5_000 + "\n| b |" * 5_000,
        "|" * 500_000 + "\n|" + "-|" * 500_000,
        "- " * 500_000,
        "*" * 500_000,
        "*a" * 250_000 + "*",
        ">" * 500_000,
    ],
    ids=lambda body: f"{body[:8]!r} x{len(body)}",
)
@pytest.mark.timeout(20)
def test_long_lists_and_tables_take_linear_time(body: str) -> None:
    is_prose(body)

    assert len(render_prose(body)) <= 40 * len(body)
