"""A cheap sign is there wherever the costly pattern that is asked behind it finds anything."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.ingest import assemble, counters, joining, line_features, noise, photographers, stamps

SIGNS: dict[str, tuple[re.Pattern[str], Callable[[str], object]]] = {
    "year before a name": (stamps._YEAR_AND_NAME, stamps._YEAR_BEFORE_NAME.search),
    "day before a name": (stamps._JOINED_NAME, stamps._DAY_BEFORE_NAME.search),
    "year before a sign": (stamps._YEAR_FIRST, stamps._YEAR_BEFORE_SIGN.search),
    "year beside a clock": (stamps._SHORT_YEAR_FIRST, stamps._YEAR_BEFORE_SIGN.search),
    "year against a word": (stamps._GLUED_YEAR, stamps._MAY_GLUE.search),
    "place of a slide": (counters._PLACE, counters._FIGURES_OF.search),
    "slug": (noise._SLUG, lambda text: any(sign in text for sign in noise._SLUG_SIGNS)),
    "address": (
        line_features._URL,
        lambda text: any(sign in text for sign in line_features._URL_SIGNS),
    ),
    "speaker": (joining._SPEAKER, lambda text: ": " in text),
    "signature": (assemble._SIGNED, lambda text: text[-1] == ")" or text[-1].isupper()),
}


@pytest.mark.parametrize("name", SIGNS)
@settings(max_examples=30)  # to make one up for a pattern of a thousand names takes long
@given(st.data())
def test_nothing_that_a_pattern_finds_is_without_its_sign(name: str, data: st.DataObject) -> None:
    pattern, has_sign = SIGNS[name]
    # ``$`` finds the end before a line break, too, which no line has.
    text = data.draw(st.from_regex(pattern)).rstrip("\n")

    assert not pattern.search(text) or has_sign(text)


@given(st.from_regex(photographers._GIVEN, fullmatch=True))
def test_whose_picture_it_is_begins_with_one_of_its_letters(text: str) -> None:
    assert text[0] in photographers._GIVEN_LETTERS
