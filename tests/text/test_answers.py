"""What is remembered is what would be answered anew, and memory has an end."""

from hypothesis import given
from hypothesis import strategies as st

from sitegen.text.answers import Answers


@given(st.lists(st.text(max_size=2)), st.integers(1, 4))
def test_answers_are_those_of_the_function_and_never_more_than_wanted(
    asked: list[str], most: int
) -> None:
    answers = Answers(str.upper, most)

    for word in asked:
        assert answers[word] == word.upper()
        assert len(answers) <= most


def test_nothing_is_asked_twice_while_it_is_remembered() -> None:
    asked: list[str] = []
    answers = Answers(asked.append, most=2)

    for word in "abab":
        answers[word]

    assert asked == ["a", "b"]
