from datetime import date, time

import pytest

from sitegen.text.wording import read_wording

ENGLISH, GERMAN, ARABIC = map(read_wording, ("en", "de", "ar"))
FRIDAY = date(2024, 6, 14)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (FRIDAY, FRIDAY, "14 June 2024"),
        (date(2024, 6, 3), FRIDAY, "3 – 14 June 2024"),
        (date(2024, 5, 27), date(2024, 6, 2), "27 May – 2 June 2024"),
        (date(2023, 12, 28), date(2024, 1, 3), "28 December 2023 – 3 January 2024"),
    ],
)
def test_a_span_says_nothing_twice(first: date, last: date, words: str) -> None:
    assert ENGLISH.span(first, last) == words


def test_a_week_is_told_by_its_number_without_a_nought() -> None:
    assert ENGLISH.period("2024-W09") == "Week 9, 26 February – 3 March 2024"


def test_each_language_writes_dates_its_own_way() -> None:
    assert ENGLISH.weekday(FRIDAY) == "Friday 14 June 2024"
    assert GERMAN.weekday(FRIDAY) == "Freitag, 14. Juni 2024"
    assert ARABIC.weekday(FRIDAY) == "الجمعة، 14 يونيو 2024"
    assert GERMAN.span(date(2024, 6, 3), FRIDAY) == "3. – 14. Juni 2024"
    assert GERMAN.moment(FRIDAY, time(9, 5)) == "14. Juni 2024, 09:05 Uhr"


def test_a_country_has_its_own_names_of_months() -> None:
    january = date(2024, 1, 8)

    assert read_wording("de-AT").day(january) == "8. Jänner 2024"
    assert read_wording("ar-DZ").day(january) == "8 جانفي 2024"
    assert read_wording("en-GB").short_month_name(date(2024, 9, 1)) == "Sep"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "لا مقالات"),
        (1, "مقال واحد"),
        (2, "مقالان"),
        (3, "3 مقالات"),
        (11, "11 مقالًا"),
        (100, "100 مقال"),
    ],
)
def test_a_language_has_as_many_plurals_as_it_has(number: int, words: str) -> None:
    assert ARABIC.ngettext("%(number)s article", "%(number)s articles", number) == words


def test_a_script_is_given_every_plural_by_its_category() -> None:
    forms = dict(ARABIC.plural_forms("%(number)s article", "%(number)s articles"))

    assert list(forms) == ["few", "many", "one", "other", "two", "zero"]
    assert (forms["two"], forms["few"], forms["other"]) == ("مقالان", "# مقالات", "# مقال")


def test_thousands_are_set_apart_as_the_language_does() -> None:
    assert [words.number(12_345) for words in (ENGLISH, GERMAN)] == ["12,345", "12.345"]


def test_a_language_without_a_catalogue_is_english_and_says_so() -> None:
    words = read_wording("fr-CA")

    assert words.language == "en"
    assert words.gettext("Related") == "Related"
    assert words.day(FRIDAY) == "14 June 2024"


def test_what_is_in_no_catalogue_stays_as_it_is() -> None:
    assert GERMAN.gettext("A template of somebody’s own") == "A template of somebody’s own"
