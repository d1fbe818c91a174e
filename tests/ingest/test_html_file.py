import time
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sitegen.ingest.document import OUTSIDE, Facts
from sitegen.ingest.html_file import (
    Page,
    find_declared,
    is_page,
    read_marked_up,
    read_page,
)
from tests.patience import allow

CASES = Path(__file__).parents[1] / "cases" / "html"
LEAD = "A ferry carrying 312 people ran onto a sandbank in thick fog early on Tuesday."

TAGS = st.sampled_from(
    "<p> </p> <div> </div> <table> <tr> <td> </td> <ul> <li> </ul> <h1> </h1> <a> </a> <b> <br>"
    " <!-- --> <article> </article> <blockquote> <figcaption> <script> </script> <style> <html>"
    " <body> <head> <title> &amp; &#0; &lt <![CDATA[ <?xml <frameset> <noscript> <textarea> <svg>"
    " </svg> <p".split()
)


def list_cases() -> Iterator[tuple[str, str, str]]:
    for path in sorted(CASES.glob("*.txt")):
        page, wanted = path.read_text(encoding="utf-8").split("\n=====\n")
        yield path.stem, page, wanted.rstrip()


def show(page: Page) -> str:
    """The facts that the page states, and its lines with what became of them."""
    stated = [
        f"{name} = {value}"
        for name in (field.name for field in fields(Facts))
        if (value := getattr(page.document.facts, name))
    ]
    lines = [
        f"{line.number} {'-' if line.verdict else line.shape or 'text'}: {line.text}"
        for line in page.document.lines
    ]
    return "\n".join([*stated, *lines])


@pytest.mark.parametrize(
    ("source", "wanted"),
    [case[1:] for case in list_cases()],
    ids=[case[0] for case in list_cases()],
)
def test_the_article_is_found_and_the_rest_is_named(source: str, wanted: str) -> None:
    page = read_page(source, "seeds/a.html")

    assert show(page) == wanted
    assert page.document.is_single
    assert {line.verdict for line in page.document.lines} <= {"", OUTSIDE}


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b'<html><meta charset="Windows-1251">', "Windows-1251"),
        (b"<meta http-equiv=Content-Type content='text/html; charset=koi8-r'>", "koi8-r"),
        (b'<?xml version="1.0" encoding="EUC-KR"?>', "EUC-KR"),
        (b'<meta charset="utf-8">', ""),
        (b"<p>charset=koi8-r", ""),
        (b"<p>" + b" " * 5_000 + b'<meta charset="koi8-r">', ""),
    ],
)
def test_a_page_may_declare_its_encoding(data: bytes, name: str) -> None:
    assert find_declared(data) == name


@pytest.mark.parametrize(
    "text", ["", "Plain text, 1 < 2.", '{"title": "a"}', "%PDF-1.4 <<", "<ferry>late</ferry>"]
)
def test_what_is_no_html_is_no_page(text: str) -> None:
    assert not is_page(text)


@pytest.mark.parametrize(
    "source",
    [
        "<html><frameset><frame src='a.html'></frameset></html>",
        "<html><script>document.write('text')</script></html>",
        "<html><body><p> </p></body></html>",
        "<p>",
        "<p " + "\"'" * 9_000,
    ],
)
def test_a_page_without_text_is_refused(source: str) -> None:
    assert read_page(source, "seeds/a.html").refusal == (
        "is a page without text, such as a frame or a script; save the page it shows"
    )


def test_a_huge_page_is_refused() -> None:
    page = read_page("<p>" + "x " * 2_500_001, "seeds/a.html")

    assert page.refusal == (
        "is a page of 5,000,005 characters, the limit is 5,000,000; "
        "save the text of the article alone"
    )


def test_a_page_of_countless_tags_is_read_without_a_search() -> None:
    page = read_page("<p>Word " * 30_001, "seeds/a.html")

    assert len(page.document.lines) == 30_001
    assert [problem.severity for problem in page.problems] == ["warning"]
    assert page.problems[0].message == (
        "has more than 30,000 tags, so its article is not searched for and all its text is read; "
        "save the article alone"
    )


def test_a_page_that_is_deep_all_over_is_read_without_a_search() -> None:
    page = read_page("<div>" * 200 + "<p>Word " * 8_000, "seeds/a.html")

    assert len(page.document.lines) == 8_000
    assert page.problems[0].message == (
        "has thousands of tags in dozens of others, so its article is not searched for and all "
        "its text is read; save the article alone"
    )


@pytest.mark.parametrize("count", [300, 10_000])
@pytest.mark.parametrize("tag", ["div", "b", "table><tr><td", "ul><li", "font"])
def test_text_in_the_deepest_elements_is_not_lost(tag: str, count: int) -> None:
    source = f"<html><body><p>{LEAD}</p>" + f"<{tag}>" * count + "<p>Nobody was hurt.</p>"

    texts = [line.text for line in read_page(source, "seeds/a.html").document.lines]

    assert texts == [LEAD, "Nobody was hurt."]


def test_entities_of_a_document_type_are_not_expanded() -> None:
    source = (
        '<!DOCTYPE html [<!ENTITY a "bomb"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/x">]>'
        f"<html><body><p>{LEAD} &b; &f;</p></body></html>"
    )

    assert "bomb" not in show(read_page(source, "seeds/a.html"))


@pytest.mark.parametrize(
    "source",
    [
        "<p>" * 29_000 + LEAD,
        "<!--" * 200_000,
        "<a " * 200_000,
        f"<p class='{'x' * 4_000_000}'>{LEAD}</p>",
        f"<p>{LEAD}</p>" * 9_000,
        "<p>" + "&amp" * 300_000,
        "<tr><td>a" * 9_000,
        "<table><li>a" * 14_000,
    ],
    ids=lambda source: f"{len(source)} of {source[:4]!r}",
)
def test_hostile_pages_take_seconds(source: str) -> None:
    start = time.process_time()

    read_page(source, "seeds/a.html")

    assert time.process_time() - start < allow(15)


@settings(deadline=None)
@given(st.lists(st.one_of(TAGS, st.text(max_size=12)), max_size=30))
@example(["\x85"])
def test_any_page_is_read_and_its_lines_are_numbered(pieces: list[str]) -> None:
    lines = read_page(" ".join(pieces), "seeds/a.html").document.lines

    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    assert all(line.text.strip() for line in lines)


def test_items_of_a_page_and_of_a_text_in_html_have_their_numbers() -> None:
    steps = "<ol><li>Close the sluice before the flood.</li><li>Open it at the ebb.</li></ol>"
    page = f"<html><body><article><h1>How the sluice is run</h1><p>{LEAD}</p>{steps}</article>"
    text = f"<p>{LEAD}</p>{steps}"
    for lines in (read_page(page, "a.html").document.lines, read_marked_up(text, "a").lines):
        assert [line.mark for line in lines[-2:]] == ["1", "2"]
        assert not any(line.mark for line in lines[:-2])
