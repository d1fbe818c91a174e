import json
import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.ingest import json_article, json_lines, parse_seed
from sitegen.ingest.document import LONGEST, Document, Facts, RawLine
from sitegen.ingest.json_lines import read_json_lines
from sitegen.model.problem import Problem
from sitegen.model.seed import Intake, SeedFile
from tests.patience import allow

GOOD = '{"title": "Ferry late", "text": "One.\\n\\nTwo."}'


def test_a_line_is_an_article() -> None:
    record = {
        "title": " Ferry\nlate ",
        "text": "One.\r\nTwo.",
        "url": "https://a.example/",
        "date": "2024-06-14",
        "source": "Wire",
        "lang": "en",
        "author": ["Ida Fellgate", "Odile Marren"],
        "description": "Late.",
        "images": [{"a": 1}],
    }

    assert read_json_lines(f"\n{json.dumps(record)}\r\n", "seeds/a.jsonl") == (
        (
            Document((RawLine(1, ""),)),
            Document(
                (RawLine(2, "Ferry late", "title"), RawLine(2, "One."), RawLine(2, "Two.")),
                Facts(
                    dek="Late.",
                    url="https://a.example/",
                    date="2024-06-14",
                    source="Wire",
                    lang="en",
                    byline="Ida Fellgate, Odile Marren",
                    date_origin="the field 'date' of line 2",
                ),
                is_single=True,
            ),
        ),
        (),
    )


@pytest.mark.parametrize(
    ("line", "rule", "message"),
    [
        (
            '{"title"',
            "not JSON",
            "is not JSON: expecting ':' delimiter at column 9; write one whole object on each line",
        ),
        (
            '{"title": "a',
            "not JSON",
            "is not JSON: unterminated string at column 11; write one whole object on each line",
        ),
        ("[", "not JSON", "begins JSON of several lines; name the file .json"),
        (
            "[1]",
            "not an object",
            'is JSON, but no object; write one such as {"title": "…", "text": "…"}',
        ),
        ('{"title": "a"}', "missing field", "has no 'text'; add it or take the object out"),
        ('{"text": "a"}', "missing field", "has no 'title'; add it or take the object out"),
        (
            '{"title": " ", "text": "a"}',
            "missing field",
            "has no 'title'; add it or take the object out",
        ),
        (
            '{"title": "a", "text": [1, {}]}',
            "wrong field",
            "'text' holds what is no text; write one text",
        ),
        (
            '{"title": {}, "text": "b"}',
            "wrong field",
            "'title' is no text; write one text",
        ),
        (
            '{"title": "a", "body": 7}',
            "wrong field",
            "'body' is a number; write it in double quotes",
        ),
        (
            '{"title": "a", "text": "b", "text": "c"}',
            "not JSON",
            "has 'text' twice; keep one of them",
        ),
        (
            '{"title": "a", "text": NaN}',
            "not JSON",
            "is not JSON: NaN is no value of it; write null",
        ),
        (
            '{"title": "a", "text": "\\ud83d"}',
            "broken text",
            "holds half of a character (a lone surrogate); mend its text",
        ),
        (
            '{"title": "a", "content": "[+1834 chars]"}',
            "missing field",
            "has no 'text'; add it or take the object out",
        ),
        ("[" * 100_000, "not JSON", "cannot be read; take out what is nested too deeply"),
        (
            "9" * 5_000,
            "not JSON",
            "holds a number of too many digits; write it in double quotes",
        ),
    ],
)
def test_a_bad_line_is_named_and_the_rest_goes_on(line: str, rule: str, message: str) -> None:
    documents, problems = read_json_lines(f"{GOOD}\n{line}\n{GOOD}", "seeds/a.jsonl")

    assert problems == (Problem("seeds/a.jsonl:2", message, "quarantined"),)
    assert [document.is_single for document in documents] == [True, False, True]
    assert [line.verdict for line in documents[1].lines] == [rule]
    assert line.startswith(documents[1].lines[0].text.removesuffix("…"))


@pytest.mark.parametrize(
    ("record", "facts", "lines"),
    [
        (
            {
                "headline": "Ferry late",
                "articleBody": "One.",
                "datePublished": "2024-06-14",
                "author": {"@type": "Person", "name": "Ida Fellgate"},
                "publisher": {"name": "Wire"},
                "inLanguage": "en",
            },
            Facts(date="2024-06-14", byline="Ida Fellgate", source="Wire", lang="en"),
            ["One."],
        ),
        (
            {
                "title": "Ferry late",
                "content_html": "<p>One.</p><p>Two.</p>",
                "date_published": "2024-06-14",
                "authors": [{"name": "Ida Fellgate"}, {"name": "Odile Marren"}],
                "language": "en",
            },
            Facts(date="2024-06-14", byline="Ida Fellgate, Odile Marren", lang="en"),
            ["One.", "Two."],
        ),
        (
            {
                "source": {"id": None, "name": "Wire"},
                "author": None,
                "title": "Ferry late",
                "publishedAt": "2024-06-14",
                "content": "One.",
            },
            Facts(date="2024-06-14", source="Wire"),
            ["One."],
        ),
        (
            {
                "title": "Ferry late",
                "text": "One.",
                "source": "https://a.example/1",
                "source-hostname": "Wire",
                "excerpt": "Late.",
            },
            Facts(url="https://a.example/1", dek="Late.", source="Wire"),
            ["One."],
        ),
        (
            {
                "title": "Ferry late",
                "maintext": "One.",
                "date_publish": 1718357400,
                "source_domain": "wire.example",
            },
            Facts(date="1718357400", source="wire.example"),
            ["One."],
        ),
        (
            {
                "headline": "Ferry late",
                "publication": "Wire",
                "publication_date": "2024-06-14",
                "permalink": "https://a.example/1",
                "paragraphs": ["One.", "Two."],
            },
            Facts(date="2024-06-14", source="Wire", url="https://a.example/1"),
            ["One.", "", "Two."],
        ),
        (
            {"title": 1984, "text": ["One.", "Two."], "body": "Three."},
            Facts(),
            ["One.", "", "Two."],
        ),
    ],
    ids=[
        "schema.org",
        "JSON Feed",
        "NewsAPI",
        "trafilatura",
        "news-please",
        "a collection",
        "paragraphs",
    ],
)
def test_fields_have_the_names_that_exports_give_them(
    record: dict[str, object], facts: Facts, lines: list[str]
) -> None:
    (document,), problems = read_json_lines(json.dumps(record), "seeds/a.jsonl")

    title, *texts = document.lines
    assert title.text in {"Ferry late", "1984"}
    assert [line.text for line in texts] == lines
    assert replace(document.facts, date_origin="") == facts
    assert problems == ()


@pytest.mark.parametrize(
    "text",
    [
        "Ferry Late\n\nIt came on Monday.",
        "  Ferry Late  \nIt came on Monday.\n\nNobody was hurt, she said.\n",
    ],
)
def test_a_text_may_open_with_the_headline_that_has_no_field(text: str) -> None:
    (document,), problems = read_json_lines(json.dumps({"title": None, "text": text}), "a.jsonl")

    assert document.lines[0] == RawLine(1, "Ferry Late", "title")
    assert problems == ()


@pytest.mark.parametrize(
    "text",
    [
        "It came late.\n\nOn Monday.",  # a sentence
        "Late\n\nIt came on Monday.",  # a word
        "Ferry Late\n\nBus Late",  # no text below it
        "Ferry Late",
        "<b>Ferry Late</b>\n\nIt came on Monday.",
    ],
)
def test_what_opens_a_text_without_title_and_is_no_headline_is_none(text: str) -> None:
    documents, problems = read_json_lines(json.dumps({"text": text}), "a.jsonl")

    assert [line.shape for document in documents for line in document.lines] == [""]
    assert [problem.message for problem in problems] == [
        "has no 'title'; add it or take the object out"
    ]


@pytest.mark.parametrize(
    ("record", "title"),
    [
        ({"name": "Ferry runs late"}, "Ferry runs late"),
        ({"name": "Ferry Runs Aground in Fog"}, "Ferry Runs Aground in Fog"),
        ({"name": "Ferry runs late", "headline": "Fog"}, "Fog"),
        ({"name": "Ida Fellgate"}, "Ferry Late"),  # of who wrote it
        ({"name": "ferry-0614"}, "Ferry Late"),
        ({"name": {"first": "Ida"}}, "Ferry Late"),
    ],
)
def test_what_schema_org_calls_a_thing_by_is_its_headline_where_it_has_none(
    record: dict[str, object], title: str
) -> None:
    written = json.dumps({**record, "text": "Ferry Late\n\nIt came on Monday."})
    (document,), problems = read_json_lines(written, "a.jsonl")

    assert document.lines[0] == RawLine(1, title, "title")
    assert problems == ()


@pytest.mark.parametrize(
    ("picture", "caption", "credit"),
    [
        (
            {"image_caption": "The pier at noon.", "image_credit": "Ida Fellgate"},
            "The pier at noon.",
            "Ida Fellgate",
        ),
        (
            {"photo": {"caption": "The <b>pier</b> at noon.", "credit": "Ida Fellgate"}},
            "The pier at noon.",
            "Ida Fellgate",
        ),
        ({"imageCaption": "The pier at noon.", "image_credit": ""}, "The pier at noon.", ""),
    ],
)
def test_what_is_told_of_the_picture_is_a_caption(
    picture: dict[str, object], caption: str, credit: str
) -> None:
    record = json.dumps({"title": "Ferry late", "text": "It came at nine. " * 9, **picture})
    (article,) = parse_seed(Intake(SeedFile("a.jsonl", record.encode()))).articles

    assert [(one.text, one.credit) for one in article.captions] == [(caption, credit)]


@pytest.mark.parametrize(
    "picture",
    [{"image": "a.jpg"}, {"image": None, "caption": None}, {"credit": "Ida"}, {"image": ["a"]}],
)
def test_a_picture_of_which_nothing_is_told_has_no_caption(picture: dict[str, object]) -> None:
    (document,), _ = read_json_lines(json.dumps({"title": "a", "text": "b", **picture}), "a.jsonl")

    assert [line.shape for line in document.lines] == ["title", ""]


WORDPRESS = {
    "id": 4711,
    "date": "2024-06-14T09:30:00",
    "date_gmt": "2024-06-14T07:30:00",
    "link": "https://orle.example/ferry-late/",
    "title": {"rendered": "Ferry &#8216;late&#8217; again"},
    "content": {"rendered": "<p>It came at nine.</p>\n<p>Nobody waited.</p>", "protected": False},
    "excerpt": {"rendered": "<p>It came at nine. Nobody [&hellip;]</p>\n"},
    "author": 7,
    "categories": [4, 5],
}


def test_a_post_is_read_as_wordpress_tells_it() -> None:
    (document,), problems = read_json_lines(json.dumps(WORDPRESS), "seeds/a.jsonl")

    assert [line.text for line in document.lines if line.text] == [
        "Ferry ‘late’ again",
        "It came at nine.",
        "Nobody waited.",
    ]
    assert document.facts.date == "2024-06-14T07:30:00Z"
    assert document.facts.url == "https://orle.example/ferry-late/"
    assert problems == ()


def test_who_wrote_a_post_is_known_where_the_post_embeds_it() -> None:
    record = {**WORDPRESS, "_embedded": {"author": [{"id": 7, "name": "Ida Fellgate"}]}}

    (document,), _ = read_json_lines(json.dumps(record), "seeds/a.jsonl")

    assert document.facts.byline == "Ida Fellgate"


def test_an_excerpt_that_the_text_begins_with_is_no_line_under_the_headline() -> None:
    text = f"It came at nine.\n\nNobody waited{', and nobody sang' * 20}."
    line = json.dumps({**WORDPRESS, "content": text})
    (article,) = parse_seed(Intake(SeedFile("a.jsonl", line.encode()))).articles
    other = line.replace("Nobody [&hellip;]", "A mayor sang")
    (second,) = parse_seed(Intake(SeedFile("a.jsonl", other.encode()))).articles

    assert (article.dek, second.dek) == ("", "It came at nine. A mayor sang")


def test_a_summary_of_several_paragraphs_is_the_text_where_there_is_no_other() -> None:
    summary = {"direction": "ltr", "content": "<p>It came at nine.</p><p>Nobody waited.</p>"}
    record = {"title": "Ferry late", "summary": summary}

    (document,), _ = read_json_lines(json.dumps(record), "a.jsonl")
    (fault,), _ = read_json_lines(json.dumps({**record, "summary": "<p>One.</p>"}), "a.jsonl")

    assert [line.text for line in document.lines if line.text][1:] == [
        "It came at nine.",
        "Nobody waited.",
    ]
    assert document.facts.dek == ""
    assert fault.lines[0].verdict == "missing field"


def test_of_several_names_the_first_that_can_be_used_counts() -> None:
    record = {
        "title": "Ferry late",
        "text": {"lines": 1},
        "content": "Two. [+1834 chars]",
        "date": "yesterday",
        "published_at": "2024-06-14",
        "url": "/relative",
        "canonical_url": "https://a.example/1",
        "author": ["Mona", {"givenName": "Per", "familyName": "Vik"}, {"name": ["A", "B"]}],
        "description": "<p>Nineteen &amp; a teacher<br/>sang.</p>",
    }

    (document,), problems = read_json_lines(json.dumps(record), "seeds/a.jsonl")

    assert [line.text for line in document.lines] == ["Ferry late", "Two."]
    assert document.facts == Facts(
        date="2024-06-14",
        url="https://a.example/1",
        byline="Mona, Per Vik, A, B",
        dek="Nineteen & a teacher sang.",
        date_origin="the field 'published_at' of line 1",
    )
    assert problems == ()


def test_an_article_keeps_its_own_address_whatever_stands_first() -> None:
    record = {
        "source": "https://wire.example",
        "title": "a",
        "text": "b",
        "url": "https://a.example",
    }

    (document,), _ = read_json_lines(json.dumps(record), "seeds/a.jsonl")

    assert (document.facts.url, document.facts.source) == ("https://a.example", "")


def test_of_many_lines_with_fields_that_cannot_be_used_a_hundred_are_named() -> None:
    line = json.dumps({"title": "a", "text": "b", "url": 7}) + "\n"

    documents, problems = read_json_lines(line * 130, "seeds/a.jsonl")

    assert len(documents) == 130
    assert len(problems) == 101
    assert problems[-1].message == (
        "30 more objects have fields that cannot be used; mend what wrote the file"
    )


@pytest.mark.parametrize(
    "record",
    [
        {"title": "a", "text": "b" + " " * 300_000 + "c"},
        {"title": "a", "text": "b", "excerpt": "<a " * 100_000},
        {"title": "a", "text": "b", "excerpt": "</" + "&amp" * 100_000},
        {"title": "a", "text": "b" + "[+1 chars] " * 50_000},
    ],
)
def test_a_long_field_takes_no_long_time(record: dict[str, object]) -> None:
    started = time.process_time()

    read_json_lines(json.dumps(record), "seeds/a.jsonl")

    assert time.process_time() - started < allow(5)


@pytest.mark.parametrize("value", ["&amp;", "<b></b>", "2024 &lt;", "", " ", 1e308, -1, 0, 10**30])
@pytest.mark.parametrize("name", ["title", "date", "author", "source", "url", "lang", "excerpt"])
def test_whatever_a_field_holds_the_line_is_accounted_for(name: str, value: object) -> None:
    record = {"headline": "Ferry late", "text": "One.", name: value}

    (document,), _ = read_json_lines(json.dumps(record), "seeds/a.jsonl")

    assert document.lines[-1].text == "One."
    assert document.lines[0].text


def test_a_field_that_is_no_text_is_passed_over_with_a_warning() -> None:
    record = {
        "title": "a",
        "text": ["b", None, 1],
        "url": {},
        "lang": ["en"],
        "author": [7],
        "date": None,
        "published": True,
        "source": {"id": None, "name": None},
        "description": None,
    }

    (document,), problems = read_json_lines(json.dumps(record), "seeds/a.jsonl")

    assert document.facts == Facts(date_origin="")
    assert [line.text for line in document.lines] == ["a", "b"]
    assert [(one.place, one.severity) for one in problems] == [("seeds/a.jsonl:1", "warning")] * 4
    assert [one.message for one in problems] == [
        "'text' holds what is no text, which is passed over; write one text",
        "'url' is no text, so it is passed over; write one text",
        "'lang' is a list, so it is passed over; write one text",
        "'author' holds what is no text, so it is passed over; write one text",
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("<p>One.</p>\n<p>Two,\nwrapped.</p>", ["One.", "Two, wrapped."]),
        ("One.<br/>Two &lt; three.<script>x</script>", ["One.", "Two < three."]),
        (
            "One.\n\nTwo <a href='/x'>with</a> a link.\nThree.",
            ["One.", "Two with a link.", "Three."],
        ),
        ("<p>One.</p>\n\nTwo.\n\nThree.", ["One.", "Two.", "Three."]),
        ("One.\n2 < 3 <p and more", ["One.", "2 < 3 <p and more"]),
        ("<p></p>", ["<p></p>"]),
        ("&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;", ["One.", "Two."]),
    ],
)
def test_a_text_in_html_is_read_as_such(text: str, lines: list[str]) -> None:
    record = json.dumps({"title": "Ferry late", "text": text})

    (_, document), problems = read_json_lines(f"{GOOD}\n{record}", "seeds/a.jsonl")

    assert document.lines == tuple(
        RawLine(2, line, "" if number else "title")
        for number, line in enumerate(["Ferry late", *lines])
    )
    assert document.is_single
    assert not problems


def test_what_html_says_of_lines_in_a_text_is_kept() -> None:
    text = "<h2>A long wait</h2><ul><li>One</li></ul><blockquote>Two.</blockquote>"

    (document,), _ = read_json_lines(json.dumps({"title": "Ferry late", "text": text}), "a")

    assert [line.shape for line in document.lines] == ["title", "heading", "item", "quote"]


def test_a_record_knows_better_than_the_page_in_its_text() -> None:
    page = (
        "<html lang=de><meta name=author content='Odile Marren'><body><nav><a href=a>Home</a></nav>"
        "<h1>Ferry late</h1><p>A ferry ran onto a sandbank in thick fog early on Tuesday.</p>"
        "<p>Nobody was hurt, the harbour master of Larkmoor said.</p></body></html>"
    )
    record = {"title": "Ferry late again", "text": page, "lang": "en"}

    (document,), _ = read_json_lines(json.dumps(record), "seeds/a.jsonl")

    assert document.facts == Facts(lang="en", byline="Odile Marren")
    assert {line.number for line in document.lines} == {1}
    assert [line.text for line in document.lines if line.verdict] == ["Home"]


def test_a_paragraph_without_end_is_refused() -> None:
    text = "x" * (LONGEST + 1)

    _, problems = read_json_lines(json.dumps({"title": "a", "text": text}), "seeds/a.jsonl")

    assert problems[0].message == (
        "has a paragraph of 5,000,001 characters, the limit is 5,000,000; break it into paragraphs"
    )


def test_a_date_that_is_none_costs_nothing_but_the_date() -> None:
    line = '{"title": "a", "text": "b", "date": "2024-02-31"}'

    documents, problems = read_json_lines(line, "seeds/a.jsonl")

    assert documents[0].facts == Facts()
    assert [(problem.place, problem.severity) for problem in problems] == [
        ("seeds/a.jsonl:1", "warning")
    ]


def test_separators_inside_a_text_do_not_end_the_line() -> None:
    documents, problems = read_json_lines('{"title": "a", "text": "b\u2028c d"}', "x")

    assert problems == ()
    assert [line.text for line in documents[0].lines] == ["a", "b", "c d"]


def test_of_many_bad_lines_the_first_hundred_are_named() -> None:
    _, problems = read_json_lines("{\n" * 250, "seeds/a.jsonl")

    assert len(problems) == 101
    assert problems[-1] == Problem(
        "seeds/a.jsonl",
        "150 more objects cannot be read either; mend what wrote the file",
        "quarantined",
    )


VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=2), inner),
    max_leaves=4,
).map(json.dumps)


@given(VALUES | st.text(st.sampled_from('"{[]}-+1.eINatfn \t\r\xa0\ufeff'), max_size=4))
def test_behind_a_hundred_bad_lines_a_line_is_what_it_is_alone(line: str) -> None:
    def read(before: int, line: str) -> list[tuple[int, str, str]]:
        documents, _ = read_json_lines("{\n" * before + line, "seeds/a.jsonl")
        lines = [one for document in documents for one in document.lines]
        return [(one.number - before, one.text, one.verdict) for one in lines[before:]]

    for one in (line, f" {line}", f'{{"title": "a", "text": {line}}}'):
        assert read(100, one) == read(0, one)


def test_of_lines_that_are_not_named_nobody_says_what_is_wrong(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    described: list[object] = []
    describe = json_article.describe_decode_fault

    def count(error: ValueError | RecursionError) -> str:
        described.append(error)
        return describe(error)

    monkeypatch.setattr(json_lines, "describe_decode_fault", count)

    documents, _ = read_json_lines('# a\n- b\n{"c"\n' * 250, "seeds/a.jsonl")

    assert len(described) == 100
    assert [line.verdict for line in documents[0].lines] == ["not JSON"] * 750


def test_a_hundred_thousand_lines_take_seconds() -> None:
    start = time.process_time()

    documents, _ = read_json_lines(f"{GOOD}\n" * 100_000, "seeds/a.jsonl")

    assert len(documents) == 100_000
    assert time.process_time() - start < allow(30)


@given(st.text(max_size=100))
def test_any_text_is_read_and_every_line_is_there(text: str) -> None:
    documents, _ = read_json_lines(text, "seeds/a.jsonl")

    numbers = {line.number for document in documents for line in document.lines}
    wanted = text.count("\n") + (not text.endswith("\n")) if text else 0
    assert numbers == set(range(1, wanted + 1))
