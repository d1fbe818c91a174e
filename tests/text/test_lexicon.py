"""What the tables of a language tell of words, and that they are in good order."""

import pytest

from sitegen.text.lexicon import mark_phrase, mark_word, read_lexicon
from sitegen.text.package_data import read_data, read_entries

PACKAGE = "sitegen.text"
SHIPPED = ("en/gazetteer.txt", "en/names.txt", "en/words.txt", "en/countries.txt")


def test_countries_are_known_by_their_people() -> None:
    countries = read_lexicon().countries

    assert countries["Dutch"] == "Netherlands"
    assert countries["North Korean"] == countries["North Korea"] == "North Korea"
    assert {countries[name] for name in ("US", "U.S.", "America")} == {"United States"}


def test_a_country_is_called_by_its_own_name() -> None:
    countries = read_lexicon().countries

    assert all(countries[country] == country for country in countries.values())


def test_a_people_is_no_place() -> None:
    lexicon = read_lexicon()

    assert lexicon.kinds["Britain"] == "place"
    assert "British" not in lexicon.kinds


@pytest.mark.parametrize(
    ("word", "marks"),
    [("Paris", "Ac"), ("Müller", "2"), ("Commission", "o"), ("River", "p"), ("Kenyans", "D")],
)
def test_words_have_a_mark_for_each_thing_they_may_be(word: str, marks: str) -> None:
    assert set(marks) <= set(mark_word(word))


def test_places_of_several_words_are_known() -> None:
    assert "A" in mark_phrase("buenos aires")
    assert mark_phrase("no such place") == ""


@pytest.mark.parametrize("table", ["gazetteer.txt", "countries.txt"])
def test_a_table_is_sorted_and_says_nothing_twice(table: str) -> None:
    entries = list(read_entries(PACKAGE, f"en/{table}"))

    assert entries == sorted(set(entries))


def test_what_is_shipped_is_small() -> None:
    assert sum(len(read_data(PACKAGE, path)) for path in SHIPPED) <= 3_000_000
