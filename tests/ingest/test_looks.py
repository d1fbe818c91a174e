from dataclasses import fields

import pytest

from sitegen.ingest.document import Shape
from sitegen.ingest.lines import make_line
from sitegen.ingest.looks import Look, look_at


def look(text: str, shape: Shape = "", verdict: str = "") -> Look:
    return look_at([make_line(text, shape=shape, verdict=verdict)], lambda _: "")[0]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("14 June 2024", "date stamp"),
        ("By Ida Fellgate", "byline"),
        ("By Ida Fellgate | 14 June 2024", "byline and date"),
        ("Havnsund, 14 June 2024 (Northern Wire)", "place, date and agency"),
        ("(Northern Wire)", "agency credit"),
        ("The ferry ran aground on 14 June 2024.", ""),
        ("By noon the ferry was afloat again.", ""),
    ],
)
def test_facts_about_an_article_are_told_from_its_text(text: str, fact: str) -> None:
    assert look(text).fact == fact


def test_a_fact_is_no_noise_though_a_rule_would_take_it() -> None:
    assert look("By Ida Fellgate | Harbour | 14 June 2024").noise == ""


def test_noise_has_a_name_and_a_reason() -> None:
    one = look("3 min read")

    assert one.noise == "reading time"
    assert one.reason
    assert not one.is_prose


def test_a_persons_rule_overrules_all_others() -> None:
    one = look_at([make_line("By Ida Fellgate")], lambda line: f"named: {line.key}")[0]

    assert (one.is_own, one.noise, one.reason, one.fact) == (
        True,
        "named noise",
        "named: by ida fellgate",
        "",
    )


@pytest.mark.parametrize("shape", ["title", "heading", "row"])
def test_what_the_format_calls_a_part_is_no_noise(shape: Shape) -> None:
    assert look("Share", shape).noise == ""
    assert look("Share").noise == "button"


def test_a_number_in_a_list_is_an_answer_and_a_button_there_a_button() -> None:
    assert look("1862", "item").noise == ""
    assert look("Share", "item").noise == "button"


def test_a_field_of_a_head_is_noise_unless_it_tells_a_fact() -> None:
    assert look("URL: ledger", "field").noise == "field"
    assert look("Date: 14 June 2024", "field").fact == "date stamp"


def test_what_the_format_left_out_stays_out_under_its_name() -> None:
    one = look("By Ida Fellgate", verdict="a comment")

    assert (one.noise, one.fact, one.end) == ("a comment", "", "")


def test_captions_are_known_by_credit_or_shape() -> None:
    assert look("The ferry on the bank. (Northern Wire)").has_credit
    assert look("Photo: Ida Fellgate").has_credit
    assert look("The ferry on the bank", "caption").has_credit
    assert not look("The ferry lay on the bank.").has_credit


def test_what_stands_behind_articles_is_known_but_not_inside_a_list() -> None:
    assert look("Most read").end == "links"
    assert look("12 comments").end == "comments"
    assert look("Most read", "item").end == ""


def test_a_blank_line_looks_like_nothing() -> None:
    blank = look("")
    assert not any(getattr(blank, one.name) for one in fields(blank) if one.name != "line")


def test_a_line_that_comes_again_has_its_own_place_shape_and_rule() -> None:
    shapes: tuple[Shape, ...] = ("", "title", "")
    again = [make_line("Share", number, shape) for number, shape in enumerate(shapes, 1)]

    looks = look_at(again, lambda line: "our button" if line.number == 3 else "")

    assert [one.line for one in looks] == again
    assert [one.noise for one in looks] == ["button", "", "named noise"]
    assert looks[:1] == look_at(again[:1], lambda _: "")
