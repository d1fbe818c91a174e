"""What is known of each language, and that its table is in good order."""

import pytest

from sitegen.text.languages import list_languages, read_language
from sitegen.text.normalize import fold
from sitegen.text.package_data import read_kinds

KINDS = set(
    "stop letter month weekday abbreviation article title adjective measure leaning person"
    " pointing reader".split()
)
OF_ENGLISH = {"rank", "office"}


@pytest.mark.parametrize("code", list_languages())
def test_a_table_has_kinds_that_are_read_and_words_once(code: str) -> None:
    rows = read_kinds("sitegen.text", f"{code}/grammar.txt")

    assert set(rows) <= KINDS | (OF_ENGLISH if code == "en" else set())
    for kind in ("stop", "letter", "abbreviation", "leaning", "reader"):
        words = [word for row in rows.get(kind, ()) for word in row]
        assert len(words) == len(set(words)), kind


@pytest.mark.parametrize("code", list_languages())
def test_months_and_days_are_all_told_or_none(code: str) -> None:
    language = read_language(code)

    assert set(language.months.values()) in (set(), set(range(1, 13)))
    assert set(language.weekdays.values()) in (set(), set(range(7)))


def test_a_month_is_the_same_in_every_language_that_calls_it_so() -> None:
    """Stamps are read whatever the language of the text, so that names must not contradict."""
    told: dict[str, set[int]] = {}
    for code in list_languages():
        for name, number in read_language(code).months.items():
            told.setdefault(name, set()).add(number)

    assert {name: numbers for name, numbers in told.items() if 1 < len(numbers)} == {}


def test_words_are_found_folded() -> None:
    assert fold("außer") in read_language("de").stop
    assert read_language("de").letters == {"ä", "ö", "ü"}


def test_regions_and_letters_of_a_tag_do_not_matter() -> None:
    assert read_language("PT-br").stop == read_language("pt").stop


def test_nothing_is_known_of_other_languages() -> None:
    unknown = read_language("tlh")

    assert (unknown.stop, unknown.months, unknown.leaning) == (frozenset(), {}, frozenset())


def test_a_text_whose_language_is_not_told_is_taken_for_english() -> None:
    assert read_language("").stop == read_language("en").stop
