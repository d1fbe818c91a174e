"""Law 7: a date that is told has a precision, and its words stand in the text, whatever that is."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sitegen.ingest.address_date import read_address_date
from sitegen.ingest.dating import settle_date
from sitegen.ingest.shown import read_shown_date
from sitegen.model.article import Caption
from sitegen.model.dating import Dating

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31)).map(lambda day: f"{day:%B} {day.day}, {day:%Y}")
PIECES = st.one_of(
    st.text(max_size=8),
    DAYS,
    st.sampled_from(["Friday", "on Monday", "(@ida)", "(@ivo) on", "— ", "File Photo", ". ", " "]),
)
LINES = st.lists(PIECES, max_size=8).map(" ".join)
PATHS = st.lists(st.sampled_from([*"/-.0123456789", "jun", "2024"]), max_size=16).map("".join)
CLAIMS = st.none() | st.builds(
    Dating,
    st.datetimes(),
    st.sampled_from(["instant", "day", "month", "year"]),
    st.text(max_size=8),
    st.sampled_from(["stated", "shown"]),
)


@given(st.lists(LINES, max_size=3), st.lists(LINES, max_size=3), st.lists(LINES, max_size=3))
def test_the_words_that_show_a_month_stand_in_the_text(
    paragraphs: list[str], captions: list[str], lines: list[str]
) -> None:
    found = read_shown_date(paragraphs, [Caption(text, "") for text in captions], lines)

    text = " ".join((*paragraphs, *captions, *lines))
    assert found is None or (found.moment and found.precision == "month")
    assert found is None or all(word in text for word in found.evidence.split())


@given(PATHS | st.text())
def test_no_address_is_too_odd(path: str) -> None:
    found = read_address_date(f"https://example.org/{path}")

    assert found is None or (found.moment and found.precision in {"day", "month"})


@given(st.lists(CLAIMS, max_size=5))
def test_a_date_is_one_of_those_that_were_claimed(claims: list[Dating | None]) -> None:
    found = settle_date(claims)

    known = [claim for claim in claims if claim]
    assert (found.moment is not None) == bool(known)
    assert not known or (found.moment, found.evidence) in [(c.moment, c.evidence) for c in known]
