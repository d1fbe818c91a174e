import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.text.quotations import is_in_quotation, leave_quotations


@pytest.mark.parametrize(
    "text",
    ["“Fog,” she said.", "„Nebel“, sagte Åsa.", "„Mgła” – rzekła.", "«Brouillard.»", "”Dimma.”"],
)
def test_a_whole_quotation_is_none_to_be_in(text: str) -> None:
    assert not is_in_quotation(text)


@pytest.mark.parametrize("text", ["“Fog.", "Fog.”", "„Nebel.", "«Brouillard.", '"Fog.', "Dimma.”"])
def test_half_a_quotation_is_known_by_its_mark(text: str) -> None:
    assert is_in_quotation(text)


@pytest.mark.parametrize(
    "text", ["“A”b", "„A“b", "„A”b", "«A»b", "»A«b", "「A」b", '"A"b']
)  # fmt: skip
def test_what_is_quoted_goes_and_the_rest_stays(text: str) -> None:
    assert leave_quotations(text) == " b"


# What stands quoted by its plain meaning; it looks for each closing mark anew and so is slow.
QUOTED = re.compile(r"„[^“”]*[“”]|«[^»]*»|»[^«]*«|「[^」]*」|[“\"][^”\"]*[”\"]")


@given(st.text('„“”«»「」"ab '))
def test_what_is_left_is_what_the_plain_pattern_leaves(text: str) -> None:
    assert leave_quotations(text) == QUOTED.sub(" ", text)
