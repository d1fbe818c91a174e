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
