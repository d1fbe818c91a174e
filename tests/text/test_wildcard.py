import time

import pytest

from sitegen.text.normalize import clean_line
from sitegen.text.wildcard import Wildcards
from tests.patience import allow


def takes(rule: str, text: str) -> bool:
    return bool(Wildcards([(rule, "taken")]).find(clean_line(text)))


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("Get the Tide Times app", "Get the Tide Times app"),
        ("Get the Tide Times app", "  GET THE TIDE\u00a0TIMES APP "),
        ("Don't miss a tide", "Don’t miss a tide"),
        ("Follow * on Blip", "Follow Ida Fellgate on Blip"),
        ("Follow * on Blip*", "Follow Ida on Blip"),
        ("Updated * ago", "Updated 3 hours ago"),
        ("* of * tides", "Page 3 of 9 of 11 tides"),
        ("Tide**table", "Tide table"),
        ("Get the Tide Times app", "• Get the Tide Times app"),
    ],
)
def test_a_rule_takes_a_line_whatever_its_case_quotes_and_bullet(rule: str, text: str) -> None:
    assert takes(rule, text)


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("Get the Tide Times app", "Get the Tide Times app today"),
        ("Follow * on Blip", "Follow on Blip"),
        ("Follow * on Blip", "Follow Ida on Blip and elsewhere"),
        ("ab*ba", "aba"),
        ("a*b*c", "acb"),
        ("Get the app", ""),
    ],
)
def test_a_rule_leaves_a_line_that_says_more_or_less(rule: str, text: str) -> None:
    assert not takes(rule, text)


def test_a_rule_of_many_stars_takes_linear_time() -> None:
    line = "*".join(["ab"] * 200) + "*x"
    started = time.process_time()

    assert not takes(line, "ab" * 90_000)
    assert time.process_time() - started < allow(1)


def test_the_first_of_many_lines_answers() -> None:
    lines = Wildcards([("Tide *", "one"), ("* table", "two"), ("Tide table", "exact")])

    assert [lines.find(text) for text in ("Tide table", "Tide chart", "A table", "A chart")] == [
        "exact",
        "one",
        "two",
        "",
    ]


def test_no_lines_are_none() -> None:
    assert not Wildcards([])
    assert Wildcards([]).find("Tide table") == ""
