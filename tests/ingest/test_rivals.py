"""What stands around a headline looks like one, and something else speaks against each of it."""

import pytest

from sitegen.ingest.lines import Line, make_line
from sitegen.ingest.looks import look_at
from sitegen.ingest.rivals import is_above_dek, list_ends, weigh_against

FERRY = make_line("Ferry Runs Aground off Havnsund")
DEK = make_line("Harbour master says that nobody had told her of the bank")
SAID = look_at(
    [make_line("Researchers at the University of Thale have counted crows.")], lambda _: ""
)


def weigh(text: str, *others: Line, is_shared: bool = True) -> float:
    return weigh_against(make_line(text), list_ends(others), SAID, is_shared=is_shared)


@pytest.mark.parametrize(
    "text",
    [
        "Fwd: two for the noticeboard",
        "[2/3] Harbour & Quay (web), 186 words",
        "[12/08/2024, 21:14] Ada: Forwarded many times",
        "r i BC-Havnsund-Ferry 05-12 0260",
        "Home Lists and People on the Move Subscribe",
        "University of Thale",
        "Opinion by Ada Wren",
    ],
)
def test_lines_that_are_something_else_are_weighed_against(text: str) -> None:
    assert weigh(text) > 0


@pytest.mark.parametrize(
    "text",
    [
        FERRY.text,
        "University of Thale counts crows",
        "Sheep killed by wild dogs",
        "Home rule for the islands",
        "Ferry 12, bridge 3 | what the vote says",
    ],
)
def test_headlines_are_not(text: str) -> None:
    assert weigh(text) == 0


def test_the_way_to_a_page_is_weighed_against_if_its_headline_is_there_too() -> None:
    crumbs = f"News / Region / {FERRY.text}"

    assert weigh(crumbs, FERRY) > weigh(crumbs) == 0
    assert weigh(f"Breaking: {FERRY.text}", FERRY) == 0


def test_a_mark_before_the_name_of_a_site_counts_where_no_word_is_of_the_text() -> None:
    assert weigh("Remembrance pages — Gazette", is_shared=False) > 0


def test_the_upper_of_two_long_lines_is_the_headline() -> None:
    assert is_above_dek(FERRY, DEK)
    assert not is_above_dek(FERRY, None)
    assert not is_above_dek(make_line("The Ledger"), DEK)


def test_neither_results_nor_teasers_sum_up() -> None:
    results = make_line("Oper shr profit 1.80 dlrs vs loss 2.28 dlrs")

    assert not is_above_dek(results, make_line("Oper net profit 2.05 dlrs vs loss 1.32 dlrs"))
    assert not is_above_dek(FERRY, make_line("Harbour master says that nobody had told her…"))
    assert not is_above_dek(make_line("Follow Ada on our social channels"), DEK)
