from dataclasses import replace

from sitegen.ingest.document import OUTSIDE
from sitegen.ingest.extent import Extent, find_extent, is_dump
from sitegen.ingest.lines import make_line
from sitegen.ingest.looks import Look, look_at
from sitegen.ingest.reaching import drop_front, reach_back, reach_on

TEXT = [
    "A ferry carrying 312 people ran onto a sandbank in thick fog early on Tuesday.",
    "The harbour master closed the channel until the tide had turned on Friday.",
    "The owner runs nine ferries across the sea, and had cancelled all of them.",
]
MENU = ["Home", "News", "Harbour News", "Town Hall", "Tides Today", "Log in"]
BUTTONS = ["Home", "Log in", "Share", "Sign up", "Skip to content"]
LINKS = [f"{number} More Boats Are Counted at the Quay" for number in range(9)]
REPLY = "I have said for years that somebody should put a lamp on that bank of sand."


def look(*texts: str) -> list[Look]:
    return look_at(map(make_line, texts), lambda _: "")


def find(*texts: str, anchor: int = -1, is_page: bool = True) -> list[str]:
    extent = find_extent(look(*texts), anchor, is_page=is_page)
    return list(texts[extent.begin : extent.end])


def test_the_text_is_what_stands_below_the_menu() -> None:
    assert find(*MENU, *TEXT) == TEXT


def test_the_text_ends_where_links_begin() -> None:
    assert find(*TEXT, "Most read", *LINKS) == TEXT
    assert find(*TEXT, *LINKS) == TEXT


def test_the_text_ends_where_comments_begin() -> None:
    assert find(*TEXT, "3 comments", REPLY, "2 hours ago", REPLY, "Reply", REPLY) == TEXT


def test_a_box_inside_the_text_does_not_end_it() -> None:
    assert find(*TEXT, "Sign up", "Share", *TEXT) == [*TEXT, "Sign up", "Share", *TEXT]


def test_a_list_in_the_text_belongs_to_it() -> None:
    items = [make_line(text, shape="item") for text in ("salt and tea", "tar for the hull")]
    lines = [*map(make_line, TEXT), *items, *map(make_line, TEXT)]

    assert find_extent(look_at(lines, lambda _: ""), -1, is_page=True) == Extent(0, 8)


def test_what_the_format_left_out_weighs_against_the_text() -> None:
    lines = [make_line(text, verdict=OUTSIDE) for text in LINKS] + list(map(make_line, TEXT))

    assert find_extent(look_at(lines, lambda _: ""), -1, is_page=False) == Extent(9, 12)


def test_a_mark_of_the_format_says_nothing_against_the_text() -> None:
    marks = [make_line("```", verdict="mark")] * 9
    lines = [*map(make_line, TEXT), *marks, *map(make_line, TEXT)]

    assert find_extent(look_at(lines, lambda _: ""), -1, is_page=False) == Extent(0, 15)


def test_of_two_texts_the_one_below_the_headline_counts() -> None:
    blurb = [REPLY, "It has been broken since the spring of last year, and nobody has mended it."]
    page = [*blurb, "Home", *LINKS, "Ferry Runs Aground off Havnsund", TEXT[0], *LINKS]

    assert find(*page) == blurb
    assert find(*page, anchor=page.index("Ferry Runs Aground off Havnsund")) == TEXT[:1]


def test_a_ticker_of_times_is_no_text_on_a_page() -> None:
    ticker = [
        f"09:{minute} The harbour master counts boats at the quay again" for minute in range(10, 30)
    ]

    assert find(*ticker, *TEXT) == TEXT


def test_a_paragraph_cut_off_counts_for_the_text() -> None:
    cut = (
        "The harbour master closed the channel until the tide had turned on Friday and then went to"
    )

    assert find(*TEXT, cut) == [*TEXT, cut]


def test_a_phrase_of_a_button_does_not_begin_a_text() -> None:
    assert find("Sign here!", "Go on!", *TEXT) == TEXT


def test_where_there_is_no_text_there_is_no_extent() -> None:
    extent = find_extent(look(*MENU), -1, is_page=True)

    assert extent.begin == extent.end == 0


def test_more_furniture_than_text_makes_a_page() -> None:
    many = [*BUTTONS, *(f"{number} Boats" for number in range(20))]

    assert is_dump(look(*many, *TEXT))
    assert not is_dump(look(*many[:10], *TEXT))
    assert not is_dump(look(*many, *(f"{line} {n}." for n in range(9) for line in TEXT)))


def test_short_lines_without_sure_noise_make_no_page() -> None:
    assert not is_dump(look(*TEXT, *(f"{number} Boats" for number in range(40))))


def test_a_list_amid_a_text_is_no_furniture() -> None:
    names = [f"Ida Fellgate {number}" for number in range(40)]

    goes_on = "The tide had turned by noon, and the harbour master had gone home to his dinner."

    assert not is_dump(look(*BUTTONS, *TEXT, *names, goes_on))
    assert is_dump(look(*BUTTONS, *names, *TEXT, goes_on))


def test_furniture_said_again_counts_once() -> None:
    assert not is_dump(look(*["Ferry Late"] * 40, *TEXT))


def test_a_text_goes_on_behind_a_box_if_it_speaks_of_the_same() -> None:
    looks = look(
        *TEXT, *MENU, "The ferries of that owner are to cross the channel on Friday after all."
    )

    assert reach_on(looks, Extent(0, 3)) == Extent(0, 10)


def test_behind_a_box_in_which_the_text_is_known_to_go_on_few_words_tie() -> None:
    tied = "Two divers were to look at the hull as soon as the channel was free of boats and fog."
    box = ["Most read", *LINKS[:3]]
    looks = [
        replace(one, end="") if one.line.text == "Most read" else one
        for one in look(*TEXT, *box, tied)
    ]

    assert reach_on(look(*TEXT, *box, tied), Extent(0, 3)) == Extent(0, 3)
    assert reach_on(looks, Extent(0, 3)) == Extent(0, 8)


def test_a_text_does_not_go_on_with_another_matter() -> None:
    looks = look(
        *TEXT, *MENU, "Bakers in Grayle sell bread by length, and measure it with wooden rulers."
    )

    assert reach_on(looks, Extent(0, 3)) == Extent(0, 3)


def test_a_text_does_not_go_on_behind_links_or_far_away() -> None:
    tied = "The ferries of that owner are to cross the channel on Friday after all."

    assert reach_on(look(*TEXT, "Most read", tied), Extent(0, 3)) == Extent(0, 3)
    assert reach_on(look(*TEXT, *LINKS, tied), Extent(0, 3)) == Extent(0, 3)


def test_a_text_begins_above_a_box_with_its_first_paragraphs() -> None:
    lead = [
        "Ferries across the sea were cancelled on Tuesday, when one of nine ran onto a sandbank.",
        "The harbour master closed the channel, and 312 people were carried ashore in thick fog.",
    ]
    lines = [*lead, "Further reading", *LINKS[:3], *TEXT]
    looks, begin = look(*lines), len(lines) - len(TEXT)

    assert reach_back(looks, Extent(begin, len(lines))) == Extent(0, len(lines))
    below = look(lead[0], "By Ada Sorano", *TEXT)
    assert reach_back(below, Extent(2, 5)) == Extent(2, 5), "above a byline"
    single = look(lead[0], *LINKS[:3], *TEXT)
    assert reach_back(single, Extent(4, 7)) == Extent(4, 7), "one alone may be a teaser"


def test_what_a_form_says_above_the_byline_is_no_text() -> None:
    form = "Your bookmark will appear on your profile page. Please give it a title."
    looks = look(form, "Ferry Runs Aground", "By Ada Sorano", *TEXT)

    assert drop_front(looks, Extent(0, 6)) == Extent(3, 6)
    brief = look(TEXT[0], TEXT[1], "By Ada Sorano", "Ada has a dog, and writes of gardens mostly.")
    assert drop_front(brief, Extent(0, 4)) == Extent(0, 4), "signed below"
    tied = look("The ferry ran onto a sandbank in fog early on Tuesday.", "By Ada Sorano", *TEXT)
    assert drop_front(tied, Extent(0, 5)) == Extent(0, 5)


def test_the_hours_of_a_report_as_it_happens_part_no_text() -> None:
    hours = ["16:12 GMT 5 November", "11:20 BST, 6 November", "9:05 am"]
    lines = [one for pair in zip(hours, TEXT, strict=True) for one in pair]

    assert find(*MENU, *lines) == lines[1:]


def test_a_listing_of_code_parts_no_text() -> None:
    code = ["(", ")", "{", "}", "[", "]"] * 3

    assert find(*MENU, *TEXT, *code, *TEXT) == [*TEXT, *code, *TEXT]


def test_a_long_headline_above_its_byline_is_no_text() -> None:
    headline = (
        "Like planting a lawn in a washing machine: the divers who are to bring back the tide"
    )
    headline += " meadow that was lost"
    dek = "Volunteers have sown a million seeds by hand, and five years on the seahorses come back."

    assert headline not in find("Share", headline, dek, "By Ida Tarn", "3 June 2025", *TEXT)


def test_what_stands_between_the_slides_of_an_article_ends_no_text() -> None:
    around = ("Old Ness", "The Ness at noon", "Book now", "Share")
    slides = [line for n, one in enumerate(TEXT, start=1) for line in (f"{n} of 3", *around, one)]

    assert all(one in find(*slides) for one in TEXT)


def test_links_in_a_box_behind_which_the_text_goes_on_weigh_little() -> None:
    box = ["Read also", *LINKS[:2]]
    short = ["The tide turned at noon, and then it turned again.", "Nobody saw it in the fog."]
    lines = look(*TEXT[:2], *box, TEXT[2], *short)
    looks = [replace(one, end="") for one in lines]  # as where it is known that it goes on

    assert find_extent(looks, -1, is_page=True) == Extent(0, len(looks))
