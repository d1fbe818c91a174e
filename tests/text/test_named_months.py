"""The months that texts name, in their languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.text.languages import list_languages
from sitegen.text.named_months import find_months


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("on 3 June and June 4th", "en", [(6, 3, 0), (6, 4, 0)]),
        ("in June 2024, and by June 2024", "en", [(6, 0, 2024)] * 2),
        ("June 14, 2024, 09:30", "en", [(6, 14, 2024)]),
        ("June 14:30", "en", [(6, 0, 0)]),
        ("on Sept. 3, 1999", "en", [(9, 3, 1999)]),
        ("Mar of Ellery, Dec Hale, and the Marches", "en", []),
        ("It may rain; they march in august halls", "en", []),
        ("June 45", "en", []),
        ("(Sept. 3), AUGU\u017fT 5, fog.May 5", "en", [(9, 3, 0), (8, 5, 0)]),
        ("am 14. Juni, im März und seit Mai", "de", [(6, 14, 0), (3, 0, 0)]),
        ("le 1er juin 2024 et en mars", "fr", [(6, 1, 2024)]),
        ("el 14 de enero de 2024", "es", [(1, 14, 2024)]),
        ("14 June", "tlh", []),
    ],
)
def test_months_with_their_days_and_years(
    text: str, language: str, wanted: list[tuple[int, int, int]]
) -> None:
    assert [tuple(one) for one in find_months(text, language)] == wanted


@given(st.text(), st.sampled_from(list_languages()))
def test_any_text_can_be_read(text: str, language: str) -> None:
    for found in find_months(text, language):
        assert 1 <= found.month <= 12
        assert 0 <= found.day <= 31
