"""Labels that a site writes above each article are noise in any language; headlines stay."""

from sitegen.ingest import parse_seed
from sitegen.model.seed import Intake, SeedFile

LOCK = "Schepen konden dinsdag niet door de sluis, omdat er een piano voor de deuren lag."
SHEEP = "Op de dijk staat sinds deze week een verkeerslicht voor de schapen van de boer."


def list_noise(*lines: str, rule: str = "recurring label") -> list[str]:
    seed = SeedFile("pages.txt", "\n".join(lines).encode())
    fates = parse_seed(Intake(seed)).lines
    return [lines[fate.number - 1] for fate in fates if fate.rule == rule]


def test_what_recurs_and_no_text_has_a_word_of_is_a_label() -> None:
    lines = (
        "Sluis dicht",
        "Deel verhaal",
        "Zojuist",
        LOCK,
        "Schapen op dijk",
        "Deel verhaal:",
        SHEEP,
    )
    assert list_noise(*lines) == ["Deel verhaal", "Deel verhaal:"]


def test_a_headline_that_is_said_again_is_none() -> None:
    lines = ("Sluis dicht", "Zojuist", LOCK, "Meer nieuws", "Sluis dicht")
    assert list_noise(*lines) == []


def test_what_heads_a_text_each_time_is_none() -> None:
    lines = ("Kort nieuws", LOCK, "Kort nieuws", SHEEP)
    assert list_noise(*lines) == []


def test_what_stands_below_itself_for_each_picture_is_none_of_the_headlines() -> None:
    lines = ("Sluis dicht", "14 juni 2024", LOCK, *["Het weer van juni"] * 4, "1", "2", "3", SHEEP)
    assert list_noise(*lines, rule="label of a series") == ["Het weer van juni"] * 4


def test_a_refrain_is_none() -> None:
    lines = ("Sluis dicht", LOCK, *["Het weer van juni"] * 4, SHEEP)
    assert list_noise(*lines, rule="label of a series") == []


def test_a_headline_that_is_said_thrice_is_none() -> None:
    lines = ("Sluis dicht", LOCK, "Schapen op dijk", *["Schapen op dijk"] * 2, "1", SHEEP)
    assert list_noise(*lines, rule="label of a series") == []


def test_a_caption_that_is_said_over_and_over_is_none() -> None:
    lines = ("Sluis dicht", LOCK, *["De piano voor de deuren van de sluis"] * 4, "1", SHEEP)
    assert list_noise(*lines, rule="label of a series") == []


def test_a_sentence_below_a_button_three_times_is_the_pages() -> None:
    said = "Deze voorlezing is gemaakt met een stem van de computer."
    lines: list[str] = []
    for headline, text in (("Sluis dicht", LOCK), ("Schapen op dijk", SHEEP), ("Weer", LOCK[:60])):
        lines += [headline, "Share", said, text]
    assert list_noise(*lines) == [said] * 3


def test_a_refrain_between_verses_is_text() -> None:
    said = "En de boten varen allemaal naar huis toe."
    assert list_noise("Lied", LOCK, said, SHEEP, said, LOCK, said) == []
