"""What counts of lines: the quick ways to find it find what the slow ones do."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from sitegen.ingest.line_features import describe_lines, list_features, split_tokens
from sitegen.ingest.lines import Line, make_line

WORDS = ("harbour", "council", "lantern", "ferry", "bridge", "pilot", "sea", "fog")
NEAR = 8  # lines around one
TEXTS = st.one_of(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join),
    st.lists(st.sampled_from(WORDS), min_size=12, max_size=14).map(lambda one: " ".join(one) + "."),
)


def measure_slowly(lines: Sequence[Line], place: int) -> set[str]:
    """Return how much a line shares with the paragraphs near it, as it counts."""
    words, *others = [
        {word.strip(".") for word in lines[one].key.split() if len(word.strip(".")) >= len("ferry")}
        for one in (
            place,
            *(
                near
                for near in range(max(0, place - NEAR), min(len(lines), place + NEAR + 1))
                if near != place and lines[near].is_sentence
            ),
        )
    ]
    if not words:
        return set()
    share = len(words & set().union(*others)) / len(words)
    return {f"tied={int(5 * share)}"}


@given(st.lists(TEXTS, min_size=1, max_size=25))
def test_a_line_is_tied_by_the_words_that_paragraphs_near_it_have(texts: Sequence[str]) -> None:
    lines = [make_line(text, number) for number, text in enumerate(texts, 1)]
    described = [list_features(line) for line in describe_lines(lines)]

    for place, features in enumerate(described):
        tied = {one for one in features if one.startswith("tied=") and one[-2] == "="}
        assert tied == measure_slowly(lines, place)


@given(st.text(st.characters(codec="ascii")).map(str.lower))
def test_a_letter_beyond_ascii_changes_no_other_word(text: str) -> None:
    assert split_tokens(f"{text} ж") == [*split_tokens(text), "ж"]
