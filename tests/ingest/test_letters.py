"""Who signed a letter to the editor is part of a page of letters."""

from sitegen.ingest import parse_seed
from sitegen.model.article import Article
from sitegen.model.seed import Intake, SeedFile

_SWAN = "SIR – May I suggest that the swan be given planning permission? It has waited long enough."
_BRIDGE = (
    "SIR – In 1961 my grandfather said that the bridge would last 65 years. He was laughed at."
)
_KETTLE = (
    "Sir, I have bought the quietest kettle in history. I no longer know when my tea is ready."
)


def _read(*lines: str) -> Article:
    text = "\n".join(["Letters: the swan, the bridge and the price of silence", "", *lines])
    (article,) = parse_seed(Intake(SeedFile("letters.txt", text.encode()))).articles
    return article


def test_names_and_towns_below_letters_are_text_and_the_last_ones_too() -> None:
    lines = [_SWAN, "Edda Crome", "Mellin", "", _BRIDGE, "Tam Riddle", "Brackwater"]
    article = _read(*lines)
    assert [block.text for block in article.blocks] == list(filter(None, lines))
    assert {block.kind for block in article.blocks} == {"paragraph"}
    assert not article.is_truncated


def test_what_stands_above_each_letter_is_its_headline() -> None:
    article = _read(
        "The green bandstand",
        _SWAN,
        "Edda Crome",
        "Mellin",
        "",
        "Brown? Nonsense",
        _BRIDGE,
        "He never crossed it again, and neither did anybody else of my family.",
        "Tam Riddle",
        "Brackwater",
        "",
        "A quiet kettle",
        _KETTLE,
        "NAME AND ADDRESS SUPPLIED",
        "Share",
    )
    headings = [block.text for block in article.blocks if block.kind == "heading"]
    assert headings == ["The green bandstand", "Brown? Nonsense", "A quiet kettle"]
    assert article.blocks[-1].text == "NAME AND ADDRESS SUPPLIED"


def test_one_letter_alone_is_read_as_any_text() -> None:
    article = _read(_SWAN, "He was laughed at for it in the town for many years.", "Edda Crome")
    assert [block.text for block in article.blocks][-1] != "Edda Crome"
