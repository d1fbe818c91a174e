"""What a picture shows is said once: alone it is for those who cannot see it."""

from sitegen.ingest import parse_seed
from sitegen.model.article import Article, Caption
from sitegen.model.seed import Intake, SeedFile

SHOWN = "Ivone Rangel com a carta que levou 32 anos"
TEXT = (
    "A aposentada recebeu na quinta-feira uma carta com um selo que já não existe há muito tempo.",
    "O envelope foi encontrado atrás de um armário da agência, que era reformada desde janeiro.",
)


def read(*lines: str) -> tuple[Article, list[str]]:
    seed = SeedFile("a.txt", "\n".join(lines).encode())
    parsed = parse_seed(Intake(seed))
    (article,) = parsed.articles
    return article, [fate.rule for fate in parsed.lines]


def test_a_caption_without_its_credit_is_neither_headline_nor_caption() -> None:
    headline = "Carta postada em 1994 chega em Pedra Moura"
    signed = f"{SHOWN} — Foto: TV Orle"
    article, rules = read(headline, "15/11/2026 11h40", SHOWN, signed, *TEXT)
    assert article.title == headline
    assert article.captions == (Caption(SHOWN, "TV Orle"),)
    assert rules[2] == "repeated caption"


def test_a_headline_that_a_picture_has_for_its_caption_stays() -> None:
    article, _ = read(SHOWN, f"{SHOWN} — Foto: TV Orle", *TEXT)
    assert article.title == SHOWN
