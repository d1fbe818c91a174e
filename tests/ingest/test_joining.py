import pytest

from sitegen.ingest.document import JOINED, RawLine
from sitegen.ingest.joining import join_lines
from sitegen.ingest.lines import make_line, make_lines
from sitegen.ingest.shapes import find_shapes

WRAPPED = """A ferry carrying 312 people ran onto a sandbank in thick fog
early on Tuesday, and nobody on board noticed it before the
kettle in the galley slid from the stove onto the floor. Two
tugs were called from the yard at Brekke, where they had lain
waiting for another ferry since the autumn, but the tide had
turned when they came, and the harbour master closed the
channel until Friday."""


def join(text: str) -> list[str]:
    lines = [RawLine(number, line) for number, line in enumerate(text.split("\n"), start=1)]
    return [line.text for line in join_lines(make_lines(find_shapes(lines)))]


def test_a_paragraph_that_is_wrapped_at_a_column_is_one() -> None:
    assert join(WRAPPED) == [WRAPPED.replace("\n", " ")]


def test_a_ruler_as_wide_as_the_column_is_no_line_of_a_paragraph() -> None:
    ruler = "-" * max(map(len, WRAPPED.split("\n")))

    assert join(f"{WRAPPED}\n{ruler}\nEnd of the review")[1:] == [ruler, "End of the review"]


def test_a_wrapped_paragraph_in_capitals_is_one() -> None:
    assert join(WRAPPED.upper()) == [WRAPPED.upper().replace("\n", " ")]


def test_nothing_is_joined_over_a_blank_line() -> None:
    joined = join(f"Ferry Runs Aground\n\n{WRAPPED}\n\nThe owner of the ferry said nothing.")

    assert joined == [
        "Ferry Runs Aground",
        "",
        WRAPPED.replace("\n", " "),
        "",
        "The owner of the ferry said nothing.",
    ]


@pytest.mark.parametrize(
    "broken",
    [
        "The ferry, said the\nHavnsund Harbour Office\n, was late.",
        "The ferry, said the\nHavnsund Harbour Office\non Tuesday, was late.",
        "The ferry (\nBrekke\n) was late.",
        "The ferry was late, and the\nHarbour master said nothing of it.",
        "The ferry was late on Tuesday, said\nthe harbour master of Havnsund.",
        "The tugs came on Friday, two of them,\nAnd nobody saw them.",
        "The report names a ferry “\nBrekke\n” and two tugs.",
    ],
)
def test_a_sentence_broken_by_a_link_is_one(broken: str) -> None:
    assert len(join(broken)) == 1


def test_joined_words_have_spaces_as_sentences_have() -> None:
    joined = join("The ferry (\nBrekke\n) was late, said the\nHarbour Office\n, as ever.")

    assert joined == ["The ferry (Brekke) was late, said the Harbour Office, as ever."]


@pytest.mark.parametrize(
    "apart",
    [
        "Ferry Runs Aground off Havnsund\nby Ida Fellgate",
        "Ferry Runs Aground off Havnsund\nSheep Closes Airport for an Hour",
        "The ferry was late.\nThe sheep was not.",
        "The ferry was late.\nand so was the sheep",
        "Ferry Runs Aground\nHAVNSUND, June 14 - The ferry was late.",
        "Read more\nabout the ferry",
        "The ferry was late and the\nShare",
        "- salt and tea\n- tar for the hull",
        "> It was late.\n> and it was long.",
    ],
)
def test_what_begins_anew_stays_apart(apart: str) -> None:
    assert len(join(apart)) == 2


def test_headlines_of_one_length_below_each_other_stay_apart() -> None:
    headlines = """Ferry Runs Aground off Havnsund Again
Sheep Closes Airport for an Hour Now
Town Keeps Its Clock Seven Minutes Slow
Clerk Finds a Bridge Nobody Ordered
Larkmoor Paints Its Pier Green at Last
Wrestling at Grayle Ends by Lamplight"""

    assert join(headlines) == headlines.split("\n")


def test_sentences_of_one_length_stay_apart() -> None:
    text = "\n".join(
        f"The harbour master counted {number} boats at the quay." for number in "123456"
    )

    assert join(text) == text.split("\n")


def test_lines_too_wide_for_a_column_stay_apart() -> None:
    wide = "The harbour master closed the channel and counted the boats " * 3
    text = "\n".join(
        f"{town} {wide}" for town in ("Brekke", "Grayle", "Tarn", "Orrest", "Larkmoor")
    )

    assert len(join(text)) == 5


def test_a_script_without_spaces_is_wrapped_anywhere() -> None:
    text = "火曜日の早朝三百十二人を乗せたフェリーが濃い霧の中で砂州に乗り上げたが乗客は全員無事で"
    lines = "\n".join(
        [text, text[::-1], text[5:] + text[:5], text[9:] + text[:9], text[2:] + "あ。"]
    )

    assert len(join(lines)) == 1


def test_a_joined_line_counts_the_lines_it_was() -> None:
    line = join_lines([make_line("The ferry, said the", 4), make_line("owner, was late.", 5)])[0]

    assert (line.number, line.span, line.words, line.is_sentence) == (4, 2, 7, True)


def test_words_that_the_format_joined_already_are_not_said_twice() -> None:
    line = join_lines([make_line("The ferry was late.", 1), make_line("late.", 2, verdict=JOINED)])

    assert [(one.text, one.span) for one in line] == [("The ferry was late.", 2)]


def test_what_the_format_left_out_is_joined_to_nothing() -> None:
    lines = [make_line("The ferry, said the", 1), make_line("owner", 2, verdict="a comment")]

    assert join_lines(lines) == lines


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("It spoke of strains in\nthe ferry trade\n.", "It spoke of strains in the ferry trade."),
        ('She named "strains in\nthe ferry trade\n."', 'She named "strains in the ferry trade."'),
        (
            "Some owners found Wednesday's\nHarbour Board notice\nto be a bit gloomier.",
            "Some owners found Wednesday's Harbour Board notice to be a bit gloomier.",
        ),
        (
            "Though many of the ferries make up\nOrle Lines\n's fleet, few are new.",
            "Though many of the ferries make up Orle Lines's fleet, few are new.",
        ),
        ("港町ハブンスン（\nHavnsund\n）で霧が出た。", "港町ハブンスン（Havnsund）で霧が出た。"),
        ("船長は「\n霧は怖い\n」と述べた。", "船長は「霧は怖い」と述べた。"),
    ],
)
def test_a_sentence_that_broke_at_a_link_is_one(broken: str, whole: str) -> None:
    assert join(broken) == [whole]


def test_a_quotation_that_begins_a_line_in_german_begins_anew() -> None:
    assert len(join("Politik\n»Wir geben den Hafen nicht auf«")) == 2


def test_a_script_without_spaces_may_be_wrapped_at_a_narrow_column() -> None:
    text = "火曜日の早朝三百十二人を乗せたフェリーが濃い霧の中で"
    lines = "\n".join([text, text[::-1], text[5:] + text[:5], text[9:] + text[:9], "港に着いた。"])

    assert len(join(lines)) == 1


def test_a_stop_alone_below_a_sentence_joins_nothing() -> None:
    assert join("The ferry ran aground.\n.") == ["The ferry ran aground.", "."]


def test_a_word_that_begins_with_a_mark_may_begin_a_sentence() -> None:
    lines = ["De veerboot liep vast.", "'s Avonds voer hij weer."]

    assert join("\n".join(lines)) == lines


def test_a_mark_that_ends_a_quotation_opens_none() -> None:
    lines = ['Le maire : " il faut agir "', "Par Ada Sorano", 'Un poste de 65 "', "Le port attend."]

    assert join("\n".join(lines)) == lines


def test_buttons_and_dots_are_joined_to_nothing() -> None:
    lines = ["The last night on the island", "...", "The ferry was late anyway.", "» Read more"]

    assert join("\n".join(lines)) == lines


def test_the_name_of_a_writer_above_a_stamp_goes_on_with_no_headline() -> None:
    head = "The bridge is not what is broken. The timetable is"

    assert join(f"{head}\nRosa Fell\nTue 11 Jun 2024 06.00 GMT\nShare")[:2] == [head, "Rosa Fell"]
    assert join(f"{head}\nRosa Fell\nwho says so")[0].startswith(f"{head} Rosa Fell")


def test_what_a_page_says_of_a_link_on_a_line_of_its_own_is_left_out() -> None:
    text = "Shares of the ferry company\n, opens new tab\n, which owns nine boats, fell on Friday."

    assert join(text) == ["Shares of the ferry company, which owns nine boats, fell on Friday."]


@pytest.mark.parametrize(
    "head",
    ["Town digs a pond. Office wants it gone\noprac. (KJ)\n10.11.2026 08:00",
     "Nobody can read the will\nRosa Fell\nFort Pell Gazette\nNov. 12, 2026"],
)  # fmt: skip
def test_who_wrote_goes_on_with_no_headline(head: str) -> None:
    assert join(head) == head.split("\n")


def test_a_place_line_goes_on_with_no_headline() -> None:
    headline = "Traghetti: sindacati, sciopero di 24 ore nelle isole minori"
    lead = """(NWA) - Orle, 16 nov - Traghetti fermi per 24 ore venerdì 20
novembre sulle rotte per le isole minori. Lo sciopero è stato
proclamato dai sindacati del trasporto marittimo dopo il
fallimento del tavolo sulla turnazione, che durava da giugno."""
    assert join(f"{headline}\n{lead}") == [headline, lead.replace("\n", " ")]


def test_a_small_word_of_english_may_end_a_headline_elsewhere() -> None:
    lines = (
        "Orle verbietet Zweitwohnsitze im Ortskern, Makler kündigen Klage an",
        "Der Rat beschloss mit knapper Mehrheit eine Zone, in der es nur noch Mieter gibt",
    )
    assert join("\n".join(lines)) == [*lines]
    english = ("The board had nothing to say about an", "Orle ferry that ran aground")
    assert join("\n".join(english)) == [" ".join(english)]


def test_a_menu_above_wrapped_lines_goes_on_with_none() -> None:
    masthead = "The Orle Ledger · Friday, June 14 · No. 46"
    assert join(f"{masthead}\n{WRAPPED}") == [masthead, WRAPPED.replace("\n", " ")]
