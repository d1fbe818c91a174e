import pytest

from sitegen.ingest import parse_seed
from sitegen.ingest.lines import make_line
from sitegen.ingest.trailing_buttons import cut_trailing_buttons
from sitegen.model.seed import Intake, SeedFile

LEAD = "The council of Orle wants nine lamps more for the pier, by 14 votes to 9."
MORE = "The lamps are to burn all night, and the gulls of the pier are said to like the idea."


@pytest.mark.parametrize("buttons", ["Facebook Twitter Email", "Advertisement"])
def test_buttons_behind_a_paragraph_are_cut_from_its_line(buttons: str) -> None:
    assert [one.text for one in cut_trailing_buttons([make_line(f"{LEAD} {buttons}")])] == [LEAD]


@pytest.mark.parametrize(
    "text",
    [
        LEAD,
        f"{LEAD} Photo: author",
        f"{LEAD} Ida Fellgate",  # who took a picture
        "The Orle Ledger comes to your door each week. Subscribe",  # a box of the page
        f"{LEAD} Manage Preferences · Accept",
        f"{LEAD} Nobody has asked the gulls",
        "It is late. Share",  # too little to be a paragraph
        "They Sold All the Lamps of the Pier. Nobody Noticed",
        "",
    ],
)
def test_all_other_lines_stay_what_they_are(text: str) -> None:
    assert cut_trailing_buttons([make_line(text)]) == [make_line(text)]


def test_a_paragraph_with_buttons_behind_it_is_no_caption() -> None:
    seed = f"Orle wants lamps\n\n{LEAD} Facebook Twitter Email\n\n{MORE} Advertisement\n"
    article = parse_seed(Intake(SeedFile("a.txt", seed.encode()))).articles[0]

    assert [block.text for block in article.blocks] == [LEAD, MORE]
    assert article.captions == ()
