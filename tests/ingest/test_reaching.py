"""What a box has parted from the text of a page belongs to it."""

from dataclasses import replace

from sitegen.ingest.extent import Extent
from sitegen.ingest.lines import make_line
from sitegen.ingest.looks import Look, look_at
from sitegen.ingest.reaching import reach_back, reach_on

TEXT = [
    "A ferry carrying 312 people ran onto a sandbank in thick fog early on Tuesday.",
    "The harbour master closed the channel until the tide had turned on Friday.",
    "The owner runs nine ferries across the sea, and had cancelled all of them.",
]
LINKS = ["Bakery Finds a Coin in a Loaf", "Sheep Closes Airport for an Hour", "Pier Painted"]
APART = "Divers are to look underneath as soon as anybody can see anything down there at all."


def look(*texts: str) -> list[Look]:
    return look_at(map(make_line, texts), lambda _: "")


def take_back(looks: list[Look], heading: str) -> list[Look]:
    return [replace(one, end="") if one.line.text == heading else one for one in looks]


def test_what_a_page_writes_above_each_paragraph_marks_the_last_one_too() -> None:
    marked = [line for one in TEXT for line in ("Article content", one)]
    box = ["Subscribe", *LINKS, *LINKS]

    assert reach_on(look(*marked, *box, "Article content", APART), Extent(1, 6)).end == 15
    assert reach_on(look(*marked, *box, "Advertisement", APART), Extent(1, 6)).end == 6


def test_a_short_last_sentence_that_tells_something_is_of_the_text() -> None:
    looks = look(*TEXT, "Fares will go up by a tenth in March.", "Share")

    assert reach_on(looks, Extent(0, 3)).end == 4


def test_a_short_last_sentence_that_speaks_to_the_reader_is_not() -> None:
    looks = look(*TEXT, "We welcome your letters and photos.", "Share")

    assert reach_on(looks, Extent(0, 3)).end == 3


def test_paragraphs_above_a_box_amid_the_text_need_no_words_of_it() -> None:
    above = [APART, "Nobody at the quay would say who is going to pay for any such dive."]
    looks = take_back(look(*above, "Most read", *LINKS, *TEXT), "Most read")

    assert reach_back(looks, Extent(6, 9)).begin == 0


def test_a_short_last_sentence_below_what_stands_amid_texts_is_of_the_text() -> None:
    last = "Fares will go up by a tenth in March."
    pointer, ask = "Read also: Bakery finds a coin in a loaf", "We welcome your letters."

    for amid in (["Advertisement", pointer], [pointer, "Save"], ["Story continues"]):
        assert reach_on(look(*TEXT, *amid, last, "Share"), Extent(0, 3)).end == 4 + len(amid)
        assert reach_on(look(*TEXT, *amid, ask, "Share"), Extent(0, 3)).end == 3
    assert reach_on(look(*TEXT, "Save", last, "Share"), Extent(0, 3)).end == 3


def test_what_a_page_says_goes_on_below_a_form_does() -> None:
    form = ["Sign up to First Light", "Free daily newsletter", "after newsletter promotion"]

    looks = look(*TEXT, *form, "Fares will go up by a tenth in March.", "Share")
    assert reach_on(looks, Extent(0, 3)).end == 7


def test_a_quotation_may_break_off_above_what_a_reader_has_to_pay_for() -> None:
    cut = '"Nobody in the wheelhouse could see the bow of it," said a mate at one of'

    assert reach_on(look(*TEXT, cut, "Subscribe to read on"), Extent(0, 3)).end == 4
    assert reach_on(look(*TEXT, cut, "Share"), Extent(0, 3)).end == 3
