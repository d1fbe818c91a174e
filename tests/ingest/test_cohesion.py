from hypothesis import given
from hypothesis import strategies as st

from sitegen.ingest.cohesion import (
    count_ties,
    find_shared,
    find_ties,
    is_shared,
    is_tied,
    read_ties,
)
from sitegen.ingest.lines import make_line
from sitegen.ingest.looks import Look, look_at


def look(*texts: str) -> list[Look]:
    return look_at(map(make_line, texts), lambda _: "")


def test_long_words_tie_by_their_stem_and_small_ones_not_at_all() -> None:
    assert find_ties("The ferries and the ferrymen are at sea with cod") == {"ferrie", "ferrym"}


def test_short_words_of_other_scripts_tie() -> None:
    assert find_ties("он там") == {"он", "там"}


def test_neighbours_tie_in_a_script_without_spaces_and_no_single_sign() -> None:
    assert find_ties("砂州と霧") == {"砂州", "州と", "と霧"}


def test_the_ties_of_a_text_are_those_of_all_its_lines() -> None:
    assert read_ties(look("The ferry ran aground.", "The ferry boat")) == {
        "ferry",
        "agroun",
        "boat",
    }


def test_a_line_is_tied_if_it_shares_enough_of_its_words() -> None:
    line, other = look("The ferry waits for the morning tide", "The ferry missed the tide.")

    assert is_tied(line, [other], 0.5)
    assert not is_tied(line, [other], 0.6)


def test_a_line_is_not_tied_by_itself() -> None:
    line = look("The ferry waits for the tide")[0]

    assert not is_tied(line, [line], 0.1)


def test_a_line_without_words_is_tied_to_nothing() -> None:
    line, other = look("To be at sea", "The ferry was at sea.")

    assert not is_tied(line, [other], 0.0)


def test_a_text_shares_the_words_that_another_one_has_too() -> None:
    ferry = "The ferry lay on a sandbank until the tide had turned."
    tide = "Nobody on the ferry saw the tide turn."
    bread = "A baker sells bread by the metre."
    ties = count_ties((ferry, tide, bread))

    assert ties["ferry"] == 2
    assert is_shared(tide, ties, 0.4)
    assert not is_shared(bread, ties, 0.01)


WORDS = st.sampled_from(["ferry", "Ferryman", "re-ferry", "tide.", "Café", "砂州"])
LINES = st.lists(st.lists(WORDS).map(" ".join))


@given(LINES, LINES)
def test_ties_that_are_shared_are_those_of_both(some: list[str], others: list[str]) -> None:
    ties = read_ties(look(*some))

    assert find_shared(ties, look(*others)) == ties & read_ties(look(*others))
