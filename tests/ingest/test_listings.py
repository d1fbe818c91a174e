from sitegen.ingest.lines import make_line
from sitegen.ingest.listings import find_listings
from sitegen.ingest.looks import look_at

LEAD = "A ferry carrying 312 people ran onto a sandbank in thick fog early on Tuesday."
TIED = "Two more people on that ferry had slept beside the galley and heard nothing at all."
OTHER = "Bakers in Grayle sell bread by length, and measure it with long wooden rulers."
NAMES = ["Ida Fellgate", "Ola Quill", "Ruth Anders", "Milo Tarn", "Lena Marsh", "Per Skarrow"]
MENU = ["Harbour", "Town and Tide", "Larkmoor", "Our Boats", "Weather for the Coast Today"]


def find(*texts: str, shape: str = "") -> frozenset[int]:
    lines = [make_line(t, shape="item" if shape and t in NAMES + MENU else "") for t in texts]
    return find_listings(look_at(lines, lambda _: ""))


def test_short_lines_between_paragraphs_of_one_matter_are_a_list() -> None:
    assert find(LEAD, "", *MENU, "", TIED) == frozenset(range(2, 7))


def test_on_a_page_with_buttons_short_lines_that_vary_are_no_list() -> None:
    buttons = ["Share", "Print", "Log in", "Menu"]

    assert find(*buttons, LEAD, *MENU, TIED) == frozenset()
    assert find(*buttons, LEAD, *NAMES, TIED) == frozenset(range(5, 11))


def test_short_lines_between_two_matters_are_none() -> None:
    assert find(LEAD, *MENU, OTHER) == frozenset()


def test_lines_that_are_alike_or_marked_are_a_list_between_any_paragraphs() -> None:
    assert find(LEAD, *NAMES, OTHER) == frozenset(range(1, 7))
    assert find(LEAD, *MENU, OTHER, shape="item") == frozenset(range(1, 6))


def test_figures_stand_in_lists_and_buttons_do_not() -> None:
    assert find(LEAD, "Ida Fellgate", "17", "Ola Quill", "9", TIED) == frozenset(range(1, 5))
    assert find(LEAD, "Ida Fellgate", "Share", "Ola Quill", "Log in", TIED) == frozenset()


def test_headlines_are_no_list() -> None:
    headlines = [f"{name} counts every boat in the harbour twice" for name in NAMES]

    assert find(LEAD, *headlines, TIED) == frozenset()


def test_a_list_has_paragraphs_on_both_sides() -> None:
    assert find(*NAMES, LEAD) == find(LEAD, *NAMES) == find("Ferry Late", "") == frozenset()
