import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.ingest.document import JOINED, Document
from sitegen.ingest.markdown_file import read_markdown
from tests.patience import allow

CASES = Path(__file__).parents[1] / "cases" / "markdown"

# Pieces such as scraped pages are made of, so that random files reach every branch.
PIECES = st.sampled_from(
    "--- | # Ferry | ## Late | === | > Tide | - tea | 1. salt | | | --- |---| a | b <!-- --> ``` "
    "![a](b) [c](d) **bold** title: x [e]: f * * * \\* _g_ `h` text Text. ![ [ ]( ( <b>".split(" ")
)


def read(text: str) -> Document:
    return read_markdown(text.splitlines(), "seeds/a.md")[0]


def show(document: Document) -> str:
    shown = []
    for line in document.lines:
        label = f"({line.verdict})" if line.verdict else line.shape or "text"
        shown += [f"{line.number} {label}: {line.text}".rstrip()] if line.text else []
    return "\n".join(shown)


def list_cases() -> Iterator[tuple[str, str, str]]:
    for path in sorted(CASES.glob("*.txt")):
        given_text, wanted = path.read_text(encoding="utf-8").split("\n=====\n")
        yield path.stem, given_text, wanted.rstrip()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [case[1:] for case in list_cases()],
    ids=[case[0] for case in list_cases()],
)
def test_marks_become_shapes(text: str, wanted: str) -> None:
    assert show(read(text)) == wanted


def test_what_is_wrong_in_the_front_matter_is_told() -> None:
    _, problems = read_markdown(["---", "date: soon", "lang: x", "---"], "seeds/a.md")

    assert [problem.place for problem in problems] == ["seeds/a.md", "seeds/a.md"]


@pytest.mark.parametrize(
    "head",
    [
        '+++\ntitle = "Ferry late"\ndate = 2024-06-14T08:00:00-05:00\n[params]\nx = 1\n+++',
        '{\n  "title": "Ferry late",\n  "date": "2024-06-14T08:00:00-05:00"\n}',
        "---\ntitle: Ferry late\ndate: 2024-06-14T08:00:00-05:00\n---",
    ],
    ids=["TOML", "JSON", "YAML"],
)
def test_a_head_states_the_same_in_each_language(head: str) -> None:
    document, problems = read_markdown([*head.split("\n"), "Text."], "seeds/a.md")

    assert (document.facts.title, document.facts.date) == (
        "Ferry late",
        "2024-06-14T08:00:00-05:00",
    )
    assert {line.verdict for line in document.lines[:-1]} == {"front matter"}
    assert document.lines[-1].text == "Text."
    assert not problems


@pytest.mark.parametrize(
    "text",
    ["+++\nMore pluses.\n+++", "+++\ntitle = 'x'", '{"a": 1}\n', '{"title": "x"} is JSON.', "{"],
)
def test_what_states_nothing_is_no_head(text: str) -> None:
    assert not any(line.verdict == "front matter" for line in read(text).lines)


def test_a_head_that_is_no_toml_is_told_with_its_line_and_is_no_text() -> None:
    document, problems = read_markdown(
        ["+++", "title = 'x'", "date = soon", "+++", "Text."], "a.md"
    )

    assert [problem.message.partition("; ")[0] for problem in problems] == [
        "the front matter is not TOML: invalid value (at line 3, column 8)"
    ]
    assert [line.verdict for line in document.lines] == ["front matter"] * 4 + [""]


@pytest.mark.parametrize(
    "entry",
    [
        "draft: true",
        "draft: true # until Monday",
        'draft: "true"',
        "published: false",
        "status: draft",
        "Draft: yes",
    ],
)
def test_a_draft_is_kept_back_and_named(entry: str) -> None:
    document, problems = read_markdown(["---", "title: x", entry, "---", "Text."], "seeds/a.md")

    assert document.lines[-1].verdict == "draft"
    assert [(problem.severity, problem.message) for problem in problems] == [
        (
            "warning",
            "is a draft by its front matter, so it is left out; take that out to publish it",
        )
    ]


@pytest.mark.parametrize("entry", ["draft: false", "published: true", "status: published"])
def test_what_is_said_to_be_no_draft_is_published_and_no_date(entry: str) -> None:
    document, problems = read_markdown(["---", "title: x", entry, "---", "Text."], "seeds/a.md")

    assert (document.lines[-1].verdict, document.facts.date, problems) == ("", "", ())


def test_a_file_of_one_wrapped_paragraph_is_joined_in_pieces() -> None:
    document = read("word " * 15 + "\n" + ("word " * 15 + "\n") * 4_000)

    firsts = [line for line in document.lines if line.verdict != JOINED]
    assert all(len(line.text) < 110_000 for line in firsts)
    assert len(document.lines) == 4_001


@pytest.mark.parametrize(
    "text",
    [
        "# Ferry late\n\nThe ferry ran aground.\n\n* * *\n\n" * 5_000,
        "x " * 100_000,
        "<!-- " * 40_000,
        "<!--\n" * 40_000,
        "[" * 200_000,
        "![" * 100_000,
        "[a](" * 50_000,
        '[a](b "' * 30_000,
        "**" * 100_000,
        "*a " * 60_000,
        "`" * 200_000,
        "\\*" * 100_000,
        "| a |\n" * 40_000,
        "|---|\n" * 40_000,
        "> " * 100_000,
        "- " * 100_000,
        "#" * 200_000,
        "-" * 200_000,
        "a " * 99_000 + "\n===",
        " " * 200_000 + "x",
        "|" + "-" * 100_000 + "x",
        "<b " * 60_000,
        "__a" * 60_000,
        "{{" * 100_000,
        "{%" + " caption='" * 20_000,
        "{\n" * 40_000,
        '{"title":' * 30_000,
        "+++\n" * 40_000,
    ],
    ids=lambda text: f"{len(text)} of {text[:6]!r}",
)
def test_time_grows_with_the_text_only(text: str) -> None:
    start = time.process_time()

    read(text)

    assert time.process_time() - start < allow(4)


@given(st.lists(st.one_of(PIECES, st.just("\n"), st.text(max_size=8)), max_size=40))
def test_any_text_is_read_and_every_line_is_there_once(pieces: list[str]) -> None:
    lines = " ".join(pieces).splitlines()

    document, _ = read_markdown(lines, "seeds/a.md")

    assert [line.number for line in document.lines] == list(range(1, len(lines) + 1))
    for line, raw in zip(document.lines, lines, strict=True):
        assert bool(line.text.strip()) == bool(raw.strip()) or not raw.replace(">", "").strip()


@pytest.mark.parametrize(
    "line",
    [
        "{{< lead >}}The first ferry ran aground off Orle on Monday.{{< /lead >}}",
        "{% callout %}The port will pay for all of it.{% endcallout %}",
        "{{ 5 }} people waited and the port paid {{ 6 }}",
    ],
)
def test_words_between_tags_are_text(line: str) -> None:
    document, _ = read_markdown([line], "seeds/a.md")

    assert document.lines[0].verdict == ""


def test_a_caption_keeps_the_quotation_marks_in_it() -> None:
    line = r'{{< figure src="a.jpg" caption="The ferry on the \"Long Sand\" at noon" >}}'
    document, _ = read_markdown([line], "seeds/a.md")

    assert document.lines[0].text == 'The ferry on the "Long Sand" at noon'


@pytest.mark.parametrize(
    "lines",
    [
        ['{"title": "Ferry late", "text": "The ferry ran onto a bank of sand off Orle."}'],
        ["+++", "", "10:15: The ferry is late (https://orle.example/?id=3).", "", "+++", "Later."],
    ],
)
def test_an_article_in_json_and_rules_of_a_ticker_are_no_head(lines: list[str]) -> None:
    document, problems = read_markdown(lines, "seeds/a.md")

    assert "front matter" not in {line.verdict for line in document.lines}
    assert problems == ()


@pytest.mark.parametrize("key", ["title", "x"])
def test_a_number_of_very_many_figures_costs_nothing_else(key: str) -> None:
    lines = ["+++", "title = 'Ferry'", "y = 1", f"{key} = 0x" + "f" * 5000, "+++", "", "Text."]
    if key == "title":
        del lines[1]
    document, _ = read_markdown(lines, "seeds/a.md")

    assert document.lines[-1].text == "Text."
