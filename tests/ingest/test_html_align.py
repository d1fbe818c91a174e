import time

from hypothesis import given
from hypothesis import strategies as st

from sitegen.ingest.html_align import Aligned, align_blocks
from sitegen.ingest.html_blocks import PageBlock
from tests.patience import allow

LEAD = "A ferry ran onto a sandbank in thick fog early on Tuesday."
NEXT = "Nobody was hurt, the harbour master said at noon."


def align(page: list[str], kept: list[str]) -> list[str]:
    """The texts in order, those that were kept marked with a plus."""
    found = align_blocks([PageBlock(text) for text in page], [PageBlock(text) for text in kept])
    return [f"+{one.block.text}" if one.is_kept else one.block.text for one in found]


def test_of_two_equal_blocks_the_one_beside_the_others_is_kept() -> None:
    assert align([LEAD, "Menu", "x", LEAD, NEXT], [LEAD, NEXT]) == [
        LEAD,
        "Menu",
        "x",
        f"+{LEAD}",
        f"+{NEXT}",
    ]


def test_spaces_case_and_signs_do_not_count() -> None:
    assert align(["The  Ferry – late."], ["the ferry-late"]) == ["+The  Ferry – late."]


def test_blocks_that_were_put_together_are_all_kept() -> None:
    assert align([LEAD, NEXT, "Share"], [f"{LEAD} {NEXT}"]) == [f"+{LEAD}", f"+{NEXT}", "Share"]


def test_a_block_of_which_a_part_was_kept_is_kept_whole() -> None:
    assert align([f"Share {LEAD}", "Menu"], [LEAD]) == [f"+Share {LEAD}", "Menu"]


def test_a_kept_text_that_is_in_no_block_stands_where_it_belongs() -> None:
    assert align([LEAD, "Menu"], ["Nowhere.", LEAD, NEXT]) == [
        "+Nowhere.",
        f"+{LEAD}",
        f"+{NEXT}",
        "Menu",
    ]


def test_many_equal_blocks_take_little_time() -> None:
    start = time.process_time()

    align([LEAD] * 30_000, [LEAD] * 30_000)

    assert time.process_time() - start < allow(5)


TEXTS = st.lists(st.sampled_from([LEAD, NEXT, "Menu", "Share", "", f"{LEAD} {NEXT}"]), max_size=9)


@given(TEXTS, TEXTS)
def test_each_block_stands_once_in_its_order_and_nothing_kept_is_missing(
    page: list[str], kept: list[str]
) -> None:
    found = align_blocks([PageBlock(text) for text in page], [PageBlock(text) for text in kept])

    assert [one.block.text for one in found if one.block.text in page][: len(page)] or not page
    said = "".join(one.block.text for one in found if one.is_kept)
    assert all(text in said or text.startswith(LEAD) for text in kept)
    assert all(isinstance(one, Aligned) for one in found)
