from collections import Counter

from sitegen.ingest.document import Shape
from sitegen.ingest.headline import find_anchor, find_title
from sitegen.ingest.lines import make_line
from sitegen.ingest.looks import Look, look_at

LEAD = "A ferry carrying 312 people ran onto a sandbank in thick fog early on Tuesday."
MORE = "The harbour master closed the channel until the tide had turned on Friday."
FERRY = "Ferry Runs Aground off Havnsund"
SHEEP = "Sheep Closes Airport for an Hour"


def look(*texts: str, shapes: dict[int, Shape] | None = None) -> list[Look]:
    lines = [
        make_line(text, number, (shapes or {}).get(number, "")) for number, text in enumerate(texts)
    ]
    return look_at(lines, lambda _: "")


def count(looks: list[Look]) -> Counter[str]:
    return Counter(one.line.key for one in looks)


def anchor(*texts: str, shapes: dict[int, Shape] | None = None) -> int:
    looks = look(*texts, shapes=shapes)
    return find_anchor(looks, count(looks))


def find(*texts: str, shapes: dict[int, Shape] | None = None) -> int:
    """Find the headline of lines of which those behind the first sentence are the text."""
    looks = look(*texts, shapes=shapes)
    begin = next((i for i, one in enumerate(looks) if one.is_prose), len(looks))
    return find_title(looks, count(looks), begin, find_anchor(looks, count(looks)))


def test_sure_is_what_the_format_calls_a_title() -> None:
    assert anchor("Ledger", FERRY, SHEEP, LEAD, shapes={2: "title"}) == 2
    assert find("Ledger", FERRY, SHEEP, LEAD, shapes={2: "title"}) == 2


def test_sure_is_what_the_title_of_the_page_says_too() -> None:
    assert anchor(f"{FERRY} | The Ledger", "Menu", SHEEP, FERRY, LEAD) == 3
    assert anchor(f"{FERRY} - The Ledger", "Menu", FERRY, LEAD) == 2


def test_sure_is_what_is_said_twice_and_no_label() -> None:
    assert anchor(FERRY, "Menu", FERRY, LEAD) == 2
    assert anchor("The Ledger", "Menu", "The Ledger", LEAD) == -1


def test_nothing_is_sure_of_lines_said_once() -> None:
    assert anchor(FERRY, SHEEP, LEAD) == -1


def test_pictures_are_never_sure() -> None:
    caption = "The ferry lies on the bank (Northern Wire)"

    assert anchor(caption, "12", caption, LEAD) == -1
    assert anchor(SHEEP, "Photo: Ida Fellgate", SHEEP, "Photo: Ida Fellgate", LEAD) == -1


def test_the_only_line_of_its_shape_is_the_headline() -> None:
    assert find("Menu", FERRY, "3 min read", LEAD) == 1
    assert find(FERRY, FERRY, LEAD) == 0


def test_the_first_line_longer_than_a_label_is_the_headline() -> None:
    assert find("Harbour", "The Ledger", FERRY, "All the Boats of the Day", LEAD) == 2


def test_a_headline_said_again_wins() -> None:
    assert find("A Paper of the Whole Coast", "Menu", FERRY, "12", FERRY, LEAD) in {2, 4}


def test_a_headline_above_byline_and_stamp_wins() -> None:
    menu = [SHEEP, "Town Keeps Its Clock Slow", "Bridges of the Week", "Notices of Births", "Tides"]

    assert find(*menu, FERRY, "By Ida Fellgate", LEAD) == 5


def test_a_headline_that_shares_its_words_with_the_text_wins() -> None:
    assert find("Letters to the Ledger", "Ferry on a Sandbank in Fog", LEAD) == 1


def test_what_stands_above_the_credit_of_a_picture_is_no_headline() -> None:
    assert find(FERRY, "The ferry leans on a sandbank", "Photo: Ida Fellgate", LEAD) == 0


def test_captions_facts_and_noise_are_no_headlines() -> None:
    assert find("The ferry (Northern Wire)", "By Ida Fellgate", "Read more about it", LEAD) == -1


def test_a_sentence_is_no_headline_unless_it_is_said_again() -> None:
    sentence = "Nobody was hurt, they say."

    assert find_title(look(sentence, LEAD), Counter([sentence]), 1, -1) == -1
    assert find_title(look(sentence, LEAD), Counter([sentence.casefold()] * 2), 1, -1) == 0


def test_there_is_no_headline_below_the_text() -> None:
    assert find(LEAD, FERRY, MORE) == -1


def test_a_line_far_above_the_text_is_one_of_a_menu() -> None:
    menu = [f"Section {number}" for number in range(30)]
    ferries = "Ferries Run to Havnsund Again"

    assert find("Larkmoor Ledger", ferries, "Tide tables", FERRY, "Share", LEAD) == 1
    assert find("Larkmoor Ledger", ferries, *menu, FERRY, "Share", LEAD) == 32


def test_a_label_with_a_value_and_a_small_letter_are_no_headline() -> None:
    assert find(FERRY, "From: Harbours and Ferries", LEAD) == 0
    assert find("The Pier Is Green Again", "students' union, food, hall", LEAD) == 0
    assert find("The Pier Is Green", "students' union, food, hall", LEAD) == 0


def test_a_version_in_figures_makes_a_headline_no_date() -> None:
    assert find("Part No. 2019/11/5 Recalled", "Harbour Post of Larkmoor", LEAD) == 0
    assert find("Fähre nach Norm 2019/11/05 geprüft", "Harbour Post of Larkmoor", LEAD) == 0


def test_what_begins_with_the_mark_of_a_link_is_no_headline() -> None:
    lead = "火曜日の早朝、フェリーが濃い霧の中で砂州に乗り上げ、会員ら三百人が港で朝を待った。"

    assert find("＞ 港の会員登録はこちら", "フェリー、霧の砂州に乗り上げ", lead) == 1


def test_what_stands_above_a_date_below_long_menus_is_the_headline() -> None:
    menu = [f"Section {number}" for number in range(30)]
    between = [f"Tides {number}" for number in range(6)]
    lines = (*menu, SHEEP, *between, "Walks Along the Quay", "12 May 2024", LEAD)

    assert find(*lines) == lines.index("Walks Along the Quay")
    assert find(*lines[:-2], LEAD) == lines.index(SHEEP)


def test_how_long_reading_takes_stands_below_the_headline() -> None:
    above = "An Old Hand Has the Last Word on Mud"

    assert find(above, "Rosa Fell", "2–3 minutes", "A life aboard a ferry off Havnsund", LEAD) == 0


def test_a_line_with_a_label_among_others_is_no_headline() -> None:
    fields = ("Issued: 16 June 2024", "Coast: Havnsund to Orle", "Region: Ferries of the sound")

    assert find("Red warning of waves", *fields, "", LEAD) == 0
    assert find("Ledger news", "Coast: Ferries of Havnsund run aground", "", LEAD) == 1


def test_a_few_words_between_two_buttons_are_an_entry_of_a_menu() -> None:
    menu = ["Skip to content", "Search Ferry Standard", "Newsletters", "Subscribe", "Sign in"]
    head = ["Council turns plea of islanders down", "Nobody need pay more", "4 November 2025"]
    lead = "A ferry ran onto a bank, says the Standard, whose search for a cause goes on."

    assert find(*menu, *head, lead, MORE) == len(menu)


def test_sentences_with_capitals_may_be_a_headline() -> None:
    sold = "They Sold the Pier at Havnsund. Nobody Has Noticed Yet."

    looks = look("The Ledger", sold, "By Ida Fellgate", LEAD, MORE)
    assert find_title(looks, count(looks), 3, -1) == 1


def test_what_stands_above_the_last_line_of_a_page_is_of_that_page() -> None:
    rights = "© 2026 The Havnsund Ledger. All rights reserved."

    assert find(SHEEP, rights, FERRY, LEAD, MORE) == 2
    assert find(FERRY, LEAD, MORE, rights) == 0
    assert find(rights, FERRY, LEAD, MORE) == 1


def test_without_another_headline_what_is_said_twice_at_once_is_it() -> None:
    asked = "Who pays for the pier? Nobody in the U.S."
    picture = "Skippers wait in the harbour. (Wire)"

    assert find(asked, asked, picture, LEAD, MORE) == 0
    assert find(picture, picture, LEAD, MORE) == -1
