import re
from collections.abc import Callable

import html5lib
import nh3
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.publish.markup import (
    LINES_IN_BODY,
    MARKS_IN_BLOCK,
    NESTING,
    Html,
    _part_texts,
    embed_json,
    place_html,
    render_markdown,
    resolve_links,
)


def link_to(*addresses: str) -> Callable[[str], str]:
    return lambda address: f"/{address}" if address in addresses else ""


# ------------------------------------------------------------------ Markdown


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("a *b* **c**", "<p>a <em>b</em> <strong>c</strong></p>"),
        ("# Title", "<h2>Title</h2>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("3. a", '<ol start="3">\n<li>a</li>\n</ol>'),
        ("> a", "<blockquote>\n<p>a</p>\n</blockquote>"),
        ("```\n<b>\n```", "<pre><code>&lt;b&gt;\n</code></pre>"),
        (
            "[a][1]\n\n[1]: https://example.org/ 'b'",
            '<p><a href="https://example.org/" title="b">a</a></p>',
        ),
        (
            "<https://example.org/>",
            '<p><a href="https://example.org/">https://example.org/</a></p>',
        ),
        ("AT&T &amp; &copy; \\&amp;", "<p>AT&amp;T &amp; © &amp;amp;</p>"),
        ("a\r\nb\rc", "<p>a\nb\nc</p>"),
    ],
)
def test_markdown_becomes_html(body: str, html: str) -> None:
    assert render_markdown(body) == html


def test_html_in_markdown_is_shown_as_text() -> None:
    html = render_markdown("*a*\n\n<script>alert(1)</script>\n\n<p onclick='x()'>b</p>")

    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "<script" not in html
    assert "&lt;p onclick='x()'&gt;" in html


def test_a_comment_that_stands_alone_is_dropped_and_one_in_a_text_is_shown() -> None:
    html = render_markdown("<!-- to do -->\n\n*a* <!-- b -->")

    assert html == "<p><em>a</em> &lt;!-- b --&gt;</p>"


@pytest.mark.parametrize(
    "target",
    ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "file:///x"],
)
@pytest.mark.parametrize("form", ["[a]({})", "*b* [a]({})", "*b* [a][1]\n\n[1]: {}"])
def test_a_link_leads_to_the_web_or_nowhere(form: str, target: str) -> None:
    assert "href" not in render_markdown(form.format(target))


@pytest.mark.parametrize(
    "target", ["https://example.org/", "mailto:a@example.org", "../b.md", "#c"]
)
def test_links_to_the_web_to_mail_and_within_the_site_stay(target: str) -> None:
    assert f'href="{target}"' in render_markdown(f"*b* [a]({target})")


def test_there_are_no_images() -> None:
    assert "<img" not in render_markdown(
        "*a* ![b](https://example.org/c.png) ![d][1]\n\n[1]: e.png"
    )


def test_a_body_of_very_many_lines_is_shown_as_written() -> None:
    body = "+ *a*\n" + "\nb\n" * (LINES_IN_BODY // 2 - 1)

    assert render_markdown(f"{body}\n").startswith("<ul>")
    assert render_markdown(f"{body}\n\n").startswith("<p>+ *a*</p>")


@given(st.text())
def test_any_text_renders_to_well_formed_html_without_control_characters(body: str) -> None:
    html = render_markdown(body)

    html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parseFragment(html)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]", html)


@given(st.text(st.characters(categories=["Cs", "Cc", "L"])))
def test_control_characters_and_lone_surrogates_vanish(body: str) -> None:
    render_markdown(body).encode()


@given(st.text("ab*_`[]()<>#- \n\\"), st.text("ab*_`[]()<>#- \n\\"))
def test_one_body_does_not_depend_on_the_one_before(first: str, second: str) -> None:
    alone = render_markdown(second)
    render_markdown(first)

    assert render_markdown(second) == alone


@pytest.mark.parametrize(
    "body",
    [
        "[" * 4_000,
        "<a " * 5_000,
        "> " * 400 + "a",
        "\\[" * 20_000,
        "\n".join(f"{'    ' * depth}- a" for depth in range(1_000)),
        "*a " * 5_000,
        "`a" * 5_000,
        "[a](" * 5_000,
        "~~~\n" * 5_000,
        "a | b\n-|-\n" + "c | d\n" * 5_000,
        "a\n\n" * 100_000 + "*b*",
        "\n" * 99_000 + "*b*",
        ("[" * (MARKS_IN_BLOCK - 1) + "\n\n") * 9,
        "> " * (NESTING // 2) + "*a*",
        "a" * 5_000_000,
        "---\n" * 25_000,
        "# a\n" * 25_000,
        "1. " * 33_000 + "a",
        "[" + " " * 250 + "\\[" * 390 + "a " * 40_000,
        "    \na" * 16_000,
        "- a\n\n  b\n\n" * 10_000,
        "&copy;" + "« a »" * 200_000,
        "[a](b:c)" + "&" * 1_000_000,
    ],
    ids=lambda body: f"{body[:8]!r} x{len(body)}",
)
@pytest.mark.timeout(20)
def test_every_hostile_body_is_rendered(body: str) -> None:
    """Python-Markdown alone takes from 5 seconds to over a minute for many of these."""
    assert render_markdown(body).startswith("<")


LONG = st.tuples(
    st.lists(st.sampled_from(["a", "&", "&amp;", "&ampx;", "&lt", "©", "\xa0", "]"]), min_size=1),
    st.integers(1, 4_000),
).map(lambda made: "".join(made[0]) * made[1])


@given(LONG)
def test_a_long_text_is_sanitised_in_parts_and_the_same(text: str) -> None:
    html = f'<p>a{text}</p>\n<p title="{text}">b</p>'
    parted = _part_texts(html)

    assert parted.replace("<wbr>", "") == html
    assert nh3.clean(parted).replace("<wbr>", "") == nh3.clean(html)
    slow = re.findall("[^<>]{1001,}[&\x80-\xbf]", parted.partition("</p>")[0])
    assert not slow or len(text) < 2_000


def test_a_long_rule_below_a_heading_is_no_nesting() -> None:
    html = render_markdown("A *heading*\n" + "-" * 60)

    assert html == "<h2>A <em>heading</em></h2>"


ROWS = "| Pier | First |\n| --- | --- |\n" + "| North & \\\\* | 5:40 |\n" * 5_000


@pytest.mark.parametrize("before", ["", "A *word*.\n\n", "*Correction: three.*\n\n", "a > b\n\n"])
@pytest.mark.timeout(20)
def test_a_long_table_stays_a_table(before: str) -> None:
    html = render_markdown(before + ROWS)

    assert html.count("<tr>\n<td>North &amp; \\*</td>\n<td>5:40</td>\n</tr>") == 5_000
    assert "|" not in html


@pytest.mark.parametrize("before", ["", "A *word*.\n\n"])
@pytest.mark.timeout(20)
def test_a_long_list_stays_a_list(before: str) -> None:
    html = render_markdown(before + "- North \\* [a](b.md)\n" * 5_000)

    assert html.count('<li>North * <a href="b.md">a</a></li>') == 5_000


@pytest.mark.timeout(20)
def test_a_long_quotation_stays_one() -> None:
    html = render_markdown("A *word*.\n\n" + "\n>\n".join(["> North \\*"] * 5_000))

    assert html.count("<p>North *</p>") == 5_000
    assert html.count("<blockquote>") == 1


def test_past_the_budget_the_text_is_shown_as_written_and_its_links_work() -> None:
    html = render_markdown("[a](b.md) \\* " + "[" * (MARKS_IN_BLOCK + 1))

    assert html.startswith('<p><a href="b.md">a</a> * [[[')


# ------------------------------------------------------------------ links


@pytest.mark.parametrize(
    ("folder", "target", "address"),
    [
        ("articles", "../tags/mira.md", "tags/mira/"),
        ("articles", "other.md", "articles/other/"),
        ("articles", "./other.md", "articles/other/"),
        ("tags", "../articles/a.md", "articles/a/"),
        ("pages", "about.md", "about/"),
        ("pages", "../digests/2024-06-14.md", "digest/2024-06-14/"),
        ("articles", "../tags/%C3%A5land.md", "tags/åland/"),
    ],
)
def test_a_link_to_a_file_of_content_leads_to_its_page(
    folder: str, target: str, address: str
) -> None:
    html = resolve_links(f'<p><a href="{target}#b">A</a></p>', folder, link_to(address))

    assert html == f'<p><a href="/{address}#b">A</a></p>'


def test_a_link_to_a_page_that_is_not_published_keeps_its_words() -> None:
    html = resolve_links('a <a href="draft.md" title="b"><em>c</em></a> d', "articles", link_to())

    assert html == "a <em>c</em> d"


@pytest.mark.parametrize(
    "target",
    [
        "https://example.org/a.md",
        "/a.md",
        "#a",
        "a.html",
        "../a.md",
        "../seeds/a.md",
        "mailto:a.md",
    ],
)
def test_other_links_stay_as_they_are(target: str) -> None:
    html = f'<a href="{target}">a</a>'

    assert resolve_links(html, "articles", link_to()) == html


def test_resolved_links_are_escaped() -> None:
    html = resolve_links('<a href="a.md" title="b">c</a>', "articles", lambda _: 'x"&')

    assert html == '<a href="x&quot;&amp;" title="b">c</a>'


def test_placed_html_is_html_to_a_template() -> None:
    html = place_html('<a href="a.md">b</a>', "articles", link_to("articles/a/"), "Table")

    assert html == Html('<a href="/articles/a/">b</a>')
    assert html.__html__() == html.text


def test_a_table_of_a_page_stands_in_a_box_that_scrolls() -> None:
    html = render_markdown("| a |\n| --- |")

    placed = place_html(html, "articles", link_to(), "Table").text

    assert placed.startswith('<figure class="scroll" aria-label="Table" tabindex="0">')
    assert placed.endswith("</table></figure>")
    assert html in placed


# ------------------------------------------------------------------ JSON


@given(st.text())
def test_embedded_json_cannot_leave_its_script_element(text: str) -> None:
    assert "<" not in embed_json({"name": text}).text


def test_embedded_json_keeps_letters_and_order() -> None:
    assert embed_json({"b": "å", "a": ["<!--"]}).text == '{"b":"å","a":["\\u003c!--"]}'
