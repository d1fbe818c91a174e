"""A JSON file is one article, or a list of them as exporters write it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.ingest.json_file import read_json_file
from sitegen.ingest.json_lines import read_json_lines
from sitegen.model.problem import Problem

FERRY = {"title": "Ferry late", "text": "One.\n\nTwo."}
SHEEP = {"headline": "Sheep closes airport", "articleBody": "Three."}
NOTE = {"name": "A list of ferries"}


def read_titles(text: str) -> list[tuple[int, str]]:
    """Return each article's title, with the number of its line."""
    documents, _ = read_json_file(text, "seeds/a.json")
    return [(one.lines[0].number, one.lines[0].text) for one in documents if one.is_single]


def read_rules(text: str) -> list[tuple[int, str]]:
    """Return the rule of each line that is no article's."""
    documents, _ = read_json_file(text, "seeds/a.json")
    unread = (line for one in documents if not one.is_single for line in one.lines)
    return [(line.number, line.verdict) for line in unread]


@pytest.mark.parametrize(
    ("written", "lines"),
    [
        (json.dumps([FERRY, SHEEP]), (1, 1)),
        (f"[\n{json.dumps(FERRY)},\n{json.dumps(SHEEP)}\n]\n", (2, 3)),
        (json.dumps([FERRY, SHEEP], indent=2), (2, 6)),
        (json.dumps({"version": "1.1", "title": "Gazette", "items": [FERRY, SHEEP]}), (1, 1)),
        (json.dumps({"status": "ok", "articles": [NOTE, FERRY, SHEEP]}, indent=0), (7, 11)),
        (json.dumps({"tags": [NOTE], "response": {"results": [FERRY, SHEEP]}}), (1, 1)),
        (json.dumps({"articles": "two", "a": {"b": {"docs": [FERRY, SHEEP]}}}), (1, 1)),
    ],
)
def test_a_list_is_read_wherever_exporters_put_it(written: str, lines: tuple[int, int]) -> None:
    assert read_titles(written) == [
        (lines[0], "Ferry late"),
        (lines[1], "Sheep closes airport"),
    ]


@pytest.mark.parametrize("text", ["", "\n", " \n\t\n"])
def test_a_file_of_nothing_is_blank(text: str) -> None:
    assert read_json_file(text, "seeds/a.json")[1] == ()
    assert all(rule == "" for _, rule in read_rules(text))


def test_an_object_that_is_an_article_is_one_whatever_lists_it_holds() -> None:
    assert read_titles(json.dumps({"related": [SHEEP], **FERRY}, indent=1)) == [(1, "Ferry late")]


@pytest.mark.parametrize("first", [json.dumps(FERRY), '{"title": "a', '{"title": 1,}'])
def test_objects_that_follow_one_another_are_json_lines(first: str) -> None:
    text = f"{first}\n{json.dumps(SHEEP)}\n"

    assert read_json_file(text, "seeds/a.json") == read_json_lines(text, "seeds/a.json")


def test_every_line_is_accounted_for() -> None:
    text = json.dumps([FERRY, 7, NOTE], indent=2) + "\n\n"

    assert read_rules(text) == [
        (1, "rest of JSON"),
        (3, "rest of JSON"),
        (4, "rest of JSON"),
        (5, "rest of JSON"),
        (6, "not an object"),
        (7, "missing field"),
        (8, "rest of JSON"),
        (9, "rest of JSON"),
        (10, "rest of JSON"),
        (11, ""),
    ]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("Ferry late", 1, "is not JSON: expecting value at column 1"),
        ('[\n{"title": "a"\n"text"', 3, "is not JSON: expecting ',' delimiter at column 1"),
        ('[1]\n[{"title": "a', 1, "is JSON, but no object"),
        ("[" * 100_000, 1, "cannot be read; take out what is nested too deeply"),
        ('{"a":' * 100_000, 1, "cannot be read; take out what is nested too deeply"),
        (f"[{'1' * 5_000}]", 1, "holds a number of too many digits"),
        ('[{"title": NaN}]', 1, "is not JSON: NaN is no value of it; write null"),
        ('[\n{"a": 1, "a": 2}]', 2, "has 'a' twice; keep one of them"),
        ('{"title": "a"}', 1, "has no 'text'; add it or take the object out"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_line(text: str, line: int, message: str) -> None:
    documents, (problem,) = read_json_file(text, "seeds/a.json")

    assert not any(one.is_single for one in documents)
    assert problem.place == f"seeds/a.json:{line}"
    assert problem.message.startswith(message)
    assert problem.severity == "quarantined"


def test_what_stands_above_a_fault_is_published() -> None:
    text = json.dumps([FERRY, SHEEP], indent=2)[:-20]

    assert read_titles(text) == [(2, "Ferry late")]
    assert read_json_file(text, "seeds/a.json")[1] == (
        Problem(
            "seeds/a.json:8",
            "is not JSON: unterminated string at column 5; "
            "mend it, for nothing is read from here on",
            "quarantined",
        ),
    )


def test_of_very_many_faults_the_first_are_named() -> None:
    _, problems = read_json_file(json.dumps([NOTE] * 150, indent=0), "seeds/a.json")

    assert len(problems) == 101
    assert problems[-1].message == "50 more objects cannot be read either; mend what wrote the file"


@given(st.text(alphabet='[]{}",:\n aé1\\', max_size=40), st.integers(0, 60))
def test_any_text_is_read_and_each_line_has_its_place(noise: str, place: int) -> None:
    whole = json.dumps([FERRY, SHEEP], indent=1)
    text = whole[:place] + noise + whole[place:]

    documents, _ = read_json_file(text, "seeds/a.json")

    numbers = [line.number for one in documents for line in one.lines]
    assert numbers == sorted(numbers)
    lines = text.split("\n")
    assert set(numbers) == set(range(1, len(lines) + bool(lines[-1])))
