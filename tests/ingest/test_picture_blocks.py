"""Where blank lines part paragraphs, two lines without one are a caption and its credit."""

from sitegen.ingest import parse_seed
from sitegen.model.article import Article, Caption
from sitegen.model.seed import Intake, SeedFile

TEXT = (
    "The chain ferry across the Orle will not run for six weeks from Monday, the board has said.",
    "Drivers will have to go round by Larkmoor, which takes them about forty minutes longer.",
    "The ferry is due back in service before the regatta, which is on the third of August.",
    "Those who cross each day have been promised a bus, of which nobody has seen the timetable.",
)
SHOWN = "The red ferry lies at its slipway, where no car has stood since."


def read(*block: str, between: str = "\n\n") -> Article:
    first, *rest = TEXT
    texts = [first, "\n".join(block), *rest]
    text = between.join(["Chain ferry to stop for six weeks", "14 June 2024", *texts])
    (article,) = parse_seed(Intake(SeedFile("a.txt", text.encode()))).articles
    return article


def test_a_credit_may_stand_above_what_the_picture_shows_or_below_it() -> None:
    for block in (("Foto: Bo Ek", SHOWN), (SHOWN, "Foto: Bo Ek")):
        article = read(*block)
        assert article.captions == (Caption(SHOWN, "Bo Ek"),)
        assert [one.text for one in article.blocks] == list(TEXT)


def test_without_blank_lines_between_paragraphs_a_sentence_beside_a_credit_is_text() -> None:
    article = read("Foto: Bo Ek", SHOWN, between="\n")
    assert SHOWN in [one.text for one in article.blocks]
