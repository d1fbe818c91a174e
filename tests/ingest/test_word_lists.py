from importlib.resources import files

import pytest

from sitegen.ingest.noise import NOISE_RULES
from sitegen.ingest.word_lists import read_named, read_words
from sitegen.text.normalize import fold

LISTS = sorted(
    entry.name.removesuffix(".txt")
    for entry in files("sitegen.ingest").joinpath("words").iterdir()
    if entry.name.endswith(".txt")
)


def read_lines(name: str) -> list[str]:
    path = files("sitegen.ingest").joinpath("words", f"{name}.txt")
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def test_entries_are_folded_and_comments_are_none() -> None:
    words = read_words("buttons")

    assert "share" in words
    assert not any(word.startswith("#") or word != fold(word) for word in words)


def test_named_entries_keep_what_stands_behind_the_first_colon() -> None:
    assert read_named("enders")["related:"] == "links"


@pytest.mark.parametrize("name", LISTS)
def test_no_list_says_anything_twice(name: str) -> None:
    lines = read_lines(name)

    assert len(lines) == len(set(map(fold, lines)))


def test_openings_name_rules_that_exist() -> None:
    assert set(read_named("openers").values()) <= {rule.name for rule in NOISE_RULES}


def test_what_ends_an_article_is_links_or_comments() -> None:
    assert set(read_named("enders").values()) == {"links", "comments"}
