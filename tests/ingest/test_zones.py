"""A section of a dumped page ends as a page does, though it has too few lines to be one."""

from sitegen.ingest.extent import Extent
from sitegen.ingest.lines import make_line
from sitegen.ingest.looks import Look, look_at
from sitegen.ingest.zones import leave_page

TEXT = [
    "A ferry carrying 312 people ran onto a sandbank in thick fog early on Tuesday.",
    "The harbour master closed the channel until the tide had turned on Friday.",
    "The owner runs nine ferries across the sea, and had cancelled all of them.",
]
BUTTONS = ["Share", "Print", "Log in", "Subscribe", "Save"]
LABELS = ["Bakeries", "Sheep", "Piers", "Herons", "Pools", "Lakes", "Boats and Docks", "Town Hall"]
TIED = (
    "Keep the ferry, and let the owner wait for a lamp that burns in fog and for a man to lift it."
)
APART = "Dreams of bread stand for money, and who counts loaves at night will have to sell."


def look(*texts: str) -> list[Look]:
    return look_at(map(make_line, texts), lambda _: "")


def leave(*texts: str) -> int:
    looks = look(*texts)
    return leave_page(looks, Extent(0, len(looks)), -1).end


def test_labels_and_boxes_behind_a_text_are_of_the_page() -> None:
    assert leave(*TEXT, *BUTTONS, *LABELS, APART) == len(TEXT)


def test_a_paragraph_behind_them_that_says_the_same_is_of_the_text() -> None:
    texts = (*TEXT, *BUTTONS, *LABELS, TIED)

    assert leave(*texts) == len(texts)


def test_where_few_labels_stand_none_is_of_a_page() -> None:
    texts = (*TEXT, *BUTTONS[:2], APART)

    assert leave(*texts) == len(texts)


def test_one_paragraph_is_not_all_of_a_text() -> None:
    texts = (TEXT[0], *BUTTONS, *LABELS, APART)

    assert leave(*texts) == len(texts)
