"""What is found by any word and then looked up is what a pattern of all the names finds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.ingest import address_date, dates, heads, issue_date, matter_dates, shown, stamps
from sitegen.ingest.named_months import (
    NAME,
    STAMP_MONTHS,
    find_named,
    is_named,
    part_at,
    replace_named,
)
from sitegen.text.months import MONTHS
from sitegen.text.normalize import fold

FOUND = {  # pattern, names
    "days": (matter_dates._DATE, MONTHS),
    "day of an issue": (issue_date._DAY, MONTHS),
    "dates of captions": (shown._DATE, MONTHS),
    "posts": (shown._POST, MONTHS),
    "stamps": (stamps._DATED, STAMP_MONTHS),
    "word before": (matter_dates._WORD_BEFORE, MONTHS),
    "glued years": (stamps._GLUED_YEAR, MONTHS),
    "year first": (stamps._YEAR_AND_NAME, MONTHS),
    "joined": (stamps._JOINED_NAME, STAMP_MONTHS),
    "parts": (heads._PARTS, MONTHS),
    "addresses": (address_date._PATH, MONTHS),
}
MATCHED = {"whole stamps": (dates._STAMP, STAMP_MONTHS), "coarse": (dates._COARSE, MONTHS)}

KNOWN = sorted({*MONTHS} | {"set", "eki", "juni", "mai", "sep"})
WORDS = st.one_of(
    st.sampled_from(["may", "june", "jun", "sept", "mar", "março", "mai", "juin", "फरवरी", "июня"]),
    st.sampled_from(KNOWN),
    st.sampled_from(
        "mayo ma on at posted the ferry of de sun monday in saturday updated by".split()
    ),
)
FIGURES = st.sampled_from(["5", "14", "14th", "2024", "1999", "31.", "2024-06-14", "9:30", "5pm"])
SIGNS = st.sampled_from(
    [" ", " ", " ", ", ", ". ", "/", "-", " / ", "", "(@pier) ", " | ", "_", "’"]
)
LINES = st.lists(st.tuples(st.one_of(WORDS, FIGURES), SIGNS), max_size=9).map(
    lambda pairs: "".join(word + sign for word, sign in pairs)
)


def spell_out(pattern: re.Pattern[str], names: dict[str, int]) -> re.Pattern[str]:
    """Return the pattern with all names in it, the longest first."""
    every = "|".join(sorted(names, key=len, reverse=True))
    assert NAME in pattern.pattern
    return re.compile(pattern.pattern.replace(NAME, f"(?:{every})"), pattern.flags)


@pytest.fixture(scope="module")
def spelt() -> dict[str, re.Pattern[str]]:
    return {name: spell_out(*row) for name, row in (FOUND | MATCHED).items()}


@pytest.fixture(scope="module")
def place_lines() -> re.Pattern[str]:
    return spell_out(dates._DATELINE, MONTHS)


@pytest.mark.parametrize("name", FOUND)
@given(line=LINES)
def test_what_is_found_is_what_all_names_find(
    spelt: dict[str, re.Pattern[str]], name: str, line: str
) -> None:
    pattern, names = FOUND[name]

    found = [one.groupdict() | {"": one.span()} for one in find_named(pattern, line, names)]

    assert found == [one.groupdict() | {"": one.span()} for one in spelt[name].finditer(line)]


@pytest.mark.parametrize("name", MATCHED)
@given(line=LINES)
def test_what_is_matched_is_what_all_names_match(
    spelt: dict[str, re.Pattern[str]], name: str, line: str
) -> None:
    pattern, names = MATCHED[name]

    match, expected = pattern.match(line), spelt[name].match(line)

    told = match.groupdict() if match and is_named(match, names) else None
    assert told == (expected and expected.groupdict())


@given(head=st.sampled_from(["ORLE, ", "Port Ellery (AA), ", "Orle ", ""]), line=LINES)
def test_a_place_line_is_what_one_with_all_names_is(
    place_lines: re.Pattern[str], head: str, line: str
) -> None:
    text = f"{head}{line.rstrip()} - The ferry"

    match, expected = dates._DATELINE.match(text), place_lines.match(text)

    is_one = match and is_named(match) and fold(match["name"] or "may") in MONTHS
    assert (match[0] if match and is_one else None) == (expected and expected[0])


def test_every_name_fits_where_a_name_may_stand() -> None:
    assert [name for name in STAMP_MONTHS if not re.fullmatch(NAME, name)] == []


def test_a_date_begins_amid_what_looks_like_one() -> None:
    line = "pier 12 2024-06-14, the 3 may 2024"

    assert [one[0] for one in find_named(shown._DATE, line)] == ["2024-06-14", "3 may 2024"]


def test_what_is_no_month_is_not_replaced() -> None:
    glued = "june 12, 20243 pier 5 june 12, 202410 june 2024"

    assert replace_named(stamps._GLUED_YEAR, lambda one: f"{one[1]} ", glued) == (
        "june 12, 20243 pier 5 june 12, 2024 10 june 2024"
    )


def test_what_stands_between_matches_is_all_the_rest() -> None:
    assert list(part_at(re.finditer(r"\d", "a1b23"), "a1b23")) == ["a", "b", "", ""]
    assert list(part_at([], "fog")) == ["fog"]
