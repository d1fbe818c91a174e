"""Sections are marked by the rules, then by what their lines weigh; what a person says stands."""

import json

import pytest

from sitegen.ingest import marking, parse_seed
from sitegen.ingest.second_opinion import TAKEN
from sitegen.model.seed import Intake, SeedFile, SourceNoise
from tests.ingest.test_second_opinion import HEADLINE, MENU, OTHER, TEXT

ASK = "You can chat with our skippers any day of the week by emailing deck@ledger.example"
SEED = SeedFile(
    "a.txt", "\n".join((*MENU, HEADLINE, "", *TEXT[:2], ASK, TEXT[2], "Share", "Print")).encode()
)
BREAD = "Bakers in Orle agree to sell bread by weight from March"
TAIL = ("Share", "More from the Ledger", "Council to sell the town clock", "Privacy", "Terms")
PAIR = "\n".join((*MENU, HEADLINE, "By Ida Fellgate", "", *TEXT, *TAIL, BREAD, *OTHER))


def list_rules(seed: SeedFile) -> list[str]:
    return [fate.rule for fate in parse_seed(Intake(seed)).lines]


def test_a_file_of_very_many_lines_is_read_by_the_rules_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert TAKEN in list_rules(SEED)

    monkeypatch.setattr(marking, "_MOST_LINES", 5)

    assert TAKEN not in list_rules(SEED)


def test_what_a_person_named_as_noise_begins_no_article_and_comes_not_back() -> None:
    seed = SeedFile("a.txt", PAIR.encode())
    noise = (SourceNoise("", (BREAD, OTHER[1])),)

    assert [one.title for one in parse_seed(Intake(seed)).articles] == [HEADLINE, BREAD]

    parsed = parse_seed(Intake(seed, noise))

    assert BREAD not in [one.title for one in parsed.articles]
    assert [fate.rule for fate in parsed.lines].count("named noise") == 2


def test_an_article_of_a_format_that_holds_one_is_not_cut() -> None:
    page = "".join(f"<p>{line}</p>\n" for line in PAIR.split("\n"))
    html = f"<html><body><article><h1>{HEADLINE}</h1>\n{page}</article></body></html>"
    seed = SeedFile("a.html", html.encode())

    assert len(parse_seed(Intake(seed)).articles) == 1


def test_lines_of_one_number_are_weighed_each_by_itself() -> None:
    buttons = ("Share this article", "Read more", "Advertisement")
    record = json.dumps({"title": HEADLINE, "text": "\n".join((*TEXT, *OTHER, *buttons))})
    (article,) = parse_seed(Intake(SeedFile("a.json", record.encode()))).articles

    assert [block.text for block in article.blocks] == [*TEXT, *OTHER]


def test_a_button_glued_to_paragraphs_takes_none_of_them_along() -> None:
    glued = " ".join((*TEXT, *OTHER, "Share this article with your friends."))
    text = f"{HEADLINE}\n\n{glued}\nShare\nPrint\nHome\nNews\nRead more\nLog in"
    (article,) = parse_seed(Intake(SeedFile("a.txt", text.encode()))).articles

    assert all(line in " ".join(block.text for block in article.blocks) for line in (*TEXT, *OTHER))
