"""A thousand lines in a row that say nothing are no part of an article, and cost no time."""

import json
from collections import Counter

import pytest

from sitegen.ingest import parse_seed, read_lines
from sitegen.ingest.document import OUTSIDE
from sitegen.ingest.reasons import MONOTONY
from sitegen.model.seed import Intake, Parsed, SeedFile

TEXT = (
    "A ferry carrying 312 people ran onto a sandbank in thick fog early on Tuesday, its owner said."
)
FERRY = (
    f"Ferry Runs Aground off Havnsund\n\nBy Ida Fellgate\n14 June 2024\n\n{TEXT}\n\n{TEXT[2:-1]}."
)
SHEEP = (
    "Sheep Closes Airport for an Hour\n\nBy Anna Kvist\n15 June 2024\n\n"
    "A single sheep on the runway held up flights for 48 minutes on Sunday, the airport said."
)
RUNS = {
    "numbers": "\n".join(map(str, range(1_200))),
    "a word": "\n".join(["Tide"] * 1_200),
    "letters and blank lines": "\n\n".join(["a"] * 1_200),
    "a button": "\n".join(["Sign up for the letter"] * 1_200),
    "a label with a number": "\n".join(f"Comment {number} of Ida" for number in range(1_200)),
    "rules": "\n".join(["---"] * 1_200),
}
COUNTED = {
    "a day and a number": "14 June 2024, ferry {}",
    "a day the other way and a number": "June 14, 2024, ferry {}",
    "forty letters and a number": "A comment of Ida Fellgate, its number {}",
    "a caption of one picture each": "The ferry {} in the harbour. Ada Bo/The Ledger",
}
REAL = {
    "a poem": [f"The {word} sea{mark}" for word in ("grey", "cold", "wide") for mark in ",;.!"]
    * 99,
    "a table": [f"{year} | {year % 7}" for year in range(1_200)],
    "a table in plain text": [f"Pier {place} {place % 7} {place % 9}.5" for place in range(1_200)],
    "captions of a hundred pictures each": [
        f"The {word} ferry {place} in the harbour. Ada Bo/The Ledger"
        for place in range(110)
        for word in (
            "red",
            "grey",
            "blue",
            "black",
            "white",
            "green",
            "brown",
            "gold",
            "old",
            "new",
        )
    ],
    "sentences": [
        f"The ferry at pier {place} came late in the fog again." for place in range(1_200)
    ],
    "a table of two columns": [f"{year} {year % 7}" for year in range(1_200)],
    "a table of tabs": [f"{year}\t{year % 7}" for year in range(1_200)],
    "words one by one": TEXT.split() * 80,
    "Chinese sign by sign": [chr(0x4E00 + 7 * place) for place in range(1_200)],
    "Japanese in short lines": [f"渡し船{chr(0x4E00 + place)}" for place in range(1_200)],
    "a short run of numbers": list(map(str, range(990))),
}


def write(form: str, text: str) -> SeedFile:
    if form == ".html":
        text = "".join(f"<p>{line}</p>" for line in text.split("\n"))
    if form == ".json":
        text = json.dumps({"title": "Ferry Runs Aground", "text": text})
    return SeedFile(f"a{form}", text.encode())


def read(form: str, text: str) -> Parsed:
    return parse_seed(Intake(write(form, text)))


def count_rules(parsed: Parsed) -> Counter[str]:
    return Counter(fate.rule for fate in parsed.lines)


@pytest.mark.parametrize("form", [".txt", ".md"])
@pytest.mark.parametrize("name", RUNS)
def test_articles_around_such_a_run_are_as_they_are_without_it(form: str, name: str) -> None:
    (ferry,), (sheep,) = read(form, FERRY).articles, read(form, SHEEP).articles

    found = read(form, f"{FERRY}\n\n{RUNS[name]}\n\n{SHEEP}").articles

    assert [(one.title, one.blocks) for one in found] == [
        (ferry.title, ferry.blocks),
        (sheep.title, sheep.blocks),
    ]


@pytest.mark.parametrize("form", [".txt", ".md", ".html", ".json"])
@pytest.mark.parametrize("name", RUNS)
def test_each_line_of_such_a_run_has_its_fate_and_the_rule_that_took_it(
    form: str, name: str
) -> None:
    seed = write(form, f"{FERRY}\n\n{RUNS[name]}\n\n{TEXT[2:-1]}!")

    fates, texts = parse_seed(Intake(seed)).lines, read_lines(seed)

    told = {MONOTONY, OUTSIDE}  # a page may say first which part of it is the article
    expected = [line for line in RUNS[name].split("\n") if line]
    pairs = [one for one in zip(fates, texts, strict=True) if one[1] in set(expected)]
    taken = [text for fate, text in pairs if fate.rule in told]
    assert taken in (expected, expected[1:-1])  # the ends may be of the texts around
    assert all(fate.kind == "noise" for fate in fates if fate.rule == MONOTONY)
    if form != ".json":  # whose lines all have the number of their object
        assert [fate.number for fate in fates] == list(range(1, len(fates) + 1))


@pytest.mark.parametrize("name", COUNTED)
def test_what_a_thousand_lines_say_but_for_a_number_is_such_a_run(name: str) -> None:
    lines = [COUNTED[name].format(number) for number in range(99_000, 100_200)]

    parsed = read(".txt", "\n".join([FERRY, "", *lines]))

    assert [one.title for one in parsed.articles] == ["Ferry Runs Aground off Havnsund"]
    assert count_rules(parsed)[MONOTONY] == len(lines) - 2  # the ends may be of the texts around


@pytest.mark.parametrize("form", [".txt", ".md"])
@pytest.mark.parametrize("name", REAL)
def test_lines_that_may_be_of_a_text_are_no_such_run(form: str, name: str) -> None:
    assert MONOTONY not in count_rules(read(form, "\n".join([FERRY, "", *REAL[name]])))


def test_a_mark_at_either_end_of_such_a_run_is_of_the_texts_around() -> None:
    front = "---\ntitle: Sheep Closes Airport for an Hour\n---"

    found = read(".md", f"{FERRY}\n\n{RUNS['a word']}\n{front}\n\n{SHEEP}").articles

    assert [one.title for one in found][1:] == ["Sheep Closes Airport for an Hour"]


def test_lines_that_are_no_json_are_told_one_by_one() -> None:
    parsed = read(".jsonl", "\n".join(["Tide", "", *["Tide"] * 1_200, '{"title": "a"}']))

    assert [fate.number for fate in parsed.lines] == list(range(1, 1_204))
    assert count_rules(parsed) == {"not JSON": 1_201, "missing field": 1, "blank": 1}
    assert len(parsed.problems) == 101


def test_a_page_of_a_hundred_thousand_tags_is_read_without_looking_at_each() -> None:
    page = (
        "<script>let tide = 1;</script>"
        f"<h1>Ferry Runs <b>Aground</b></h1><p>{TEXT}<p>{TEXT[2:-1]}\nagain &amp; again."
        + "<p>a"
        * 100_000
    )
    parsed = parse_seed(Intake(SeedFile("a.html", page.encode())))

    (article,) = parsed.articles
    assert article.title == "Ferry Runs Aground"
    assert [block.text for block in article.blocks] == [TEXT, f"{TEXT[2:-1]} again & again."]
    assert count_rules(parsed)[MONOTONY] == 100_000
