import pytest

from sitegen.text.weekdays import find_weekdays


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Ferries stopped on Friday.", {4}),
        ("MONDAY'S fog lifted late on Tuesday", {0, 1}),
        ("The Sunday-school bus of Mondaysville", {6}),
        ("Sat in the sun", set()),
        ("", set()),
    ],
)
def test_whole_names_of_weekdays_are_found(text: str, numbers: set[int]) -> None:
    assert find_weekdays(text) == numbers


@pytest.mark.parametrize(
    ("text", "language", "numbers"),
    [
        ("Seit Freitag, nicht seit Sonnabend.", "de", {4, 5}),
        ("Il est parti vendredi.", "fr-CA", {4}),
        ("Plácido Domingo sang.", "en", set()),
        ("FRİDAY", "en", set()),
        ("Friday", "tlh", set()),
    ],
)
def test_the_days_are_those_of_the_language(text: str, language: str, numbers: set[int]) -> None:
    assert find_weekdays(text, language) == numbers
