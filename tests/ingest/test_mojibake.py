import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.ingest.document import Document, Facts, RawLine
from sitegen.ingest.mojibake import Mended, mend_documents, mend_text

FINE = [
    "It’s “fine” – said Zoë Đorđević.",
    "naïve café £5 for Ångström",
    "À la carte, 20 °C, § 5, «PAÍS» AÑO",
    "Паром сел на мель",
    "市長は火曜日",
    "voilà le travail",
    "Â, Ã and â are letters",
    "&acirc; &lt;b&gt; ﬁ Ａ 'straight'",
    "São Tomé",
]


@pytest.mark.parametrize("text", FINE)
def test_text_that_is_fine_never_changes(text: str) -> None:
    assert mend_text(text) == text


@pytest.mark.parametrize("text", FINE[:6])
@pytest.mark.parametrize("times", [1, 2])
def test_text_read_wrongly_once_or_twice_is_mended(text: str, times: int) -> None:
    wrong = text
    for _ in range(times):
        wrong = wrong.encode().decode("latin-1")

    assert mend_text(wrong) == text


def test_windows_quotes_read_as_controls_are_mended() -> None:
    assert mend_text("It\x92s \x93fine\x94") == "It’s “fine”"


def test_quotes_widths_and_entities_stay() -> None:
    assert mend_text("â€œAâ€\x9d ‘b’ ﬁ &lt;b&gt;") == "“A” ‘b’ ﬁ &lt;b&gt;"


def test_lines_and_facts_are_mended_and_counted() -> None:
    document = Document(
        (RawLine(1, "Ferry late"), RawLine(3, "Itâ€™s late"), RawLine(4, "cafÃ© ZoÃ«", "item")),
        Facts(byline="ZoÃ« Marn"),
    )

    assert mend_documents((document,)) == Mended(
        (
            Document(
                (RawLine(1, "Ferry late"), RawLine(3, "It’s late"), RawLine(4, "café Zoë", "item")),
                Facts(byline="Zoë Marn"),
            ),
        ),
        "UTF-8 that had been read as another encoding was mended in 2 lines, such as line 3: It’s",
    )


@given(st.text(max_size=60))
def test_what_was_mended_needs_no_more_mending(text: str) -> None:
    assert mend_text(mend_text(text)) == mend_text(text)
