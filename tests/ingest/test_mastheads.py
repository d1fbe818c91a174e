"""The name of a site above its menu is no headline, where a headline stands below both."""

import pytest

from sitegen.ingest import parse_seed
from sitegen.model.seed import Intake, Parsed, SeedFile

MENU = "Study | Research | About us | News & events | Alumni"
HEADLINE = "Mortar that heals its own cracks passes harbour test"
TEXT = (
    "By Ida Fellgate",
    "21 May 2024",
    "A lime mortar modelled on one used in old harbours has closed cracks without any help.",
    "The team cast 48 blocks in March and fixed half of them to the pier of the town of Orle.",
    "None of the cement blocks had healed, and the lime blocks were stronger than at first.",
)


def read(*lines: str) -> Parsed:
    return parse_seed(Intake(SeedFile("page.txt", "\n".join(lines).encode())))


def list_rules(parsed: Parsed) -> list[str]:
    return [fate.rule for fate in parsed.lines]


@pytest.mark.parametrize("menu", [MENU, "Home / News / May", "Study  Research  News  Alumni"])
def test_a_name_above_a_menu_is_none(menu: str) -> None:
    parsed = read("University of Orle", menu, HEADLINE, *TEXT)

    assert [article.title for article in parsed.articles] == [HEADLINE]
    assert list_rules(parsed)[0] == "above a menu"


def test_a_sentence_between_the_two_goes_with_the_name() -> None:
    parsed = read("Orle Constabulary", "Call 101. In an emergency call 999.", MENU, HEADLINE, *TEXT)

    assert parsed.articles[0].title == HEADLINE
    assert list_rules(parsed)[:2] == ["above a menu"] * 2


def test_a_headline_stays_above_what_shares_it() -> None:
    tools = "Share | Tweet | Print | Email"
    dek = "Nobody had touched the blocks for two winters"
    parsed = read("Old mortar heals itself", tools, dek, *TEXT)

    assert parsed.articles[0].title == "Old mortar heals itself"


def test_a_headline_stays_where_nothing_but_its_text_is_below_the_menu() -> None:
    parsed = read("Old mortar heals itself", MENU, *TEXT)

    assert parsed.articles[0].title == "Old mortar heals itself"


def test_each_page_of_a_file_has_its_name() -> None:
    other = "Cable car stops for three hours above the valley"
    address = "https://orle.example/2024/05/22/cable-car"
    parsed = read(
        "University of Orle", MENU, HEADLINE, *TEXT, "", address, "The Orle Ledger", MENU, other,
        "By Ivo Brandt", "22 May 2024",
        "Forty people hung above the valley for three hours on Wednesday, and none was hurt.",
        "They were let down one by one with a winch, said the head of the rescue team, Karl Ott.",
    )  # fmt: skip

    assert [article.title for article in parsed.articles] == [HEADLINE, other]
