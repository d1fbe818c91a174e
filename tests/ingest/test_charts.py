"""Charts, polls, films and posts that a page shows amid a text are noise; lists of a text stay."""

import pytest

from sitegen.ingest.charts import CHART, drop_charts
from sitegen.ingest.embedded import POST, drop_embedded
from sitegen.ingest.lines import make_line
from sitegen.ingest.looks import look_at
from sitegen.ingest.players import FILM, drop_players

HEADLINE = "Lamps of Lindbach turn purple one by one"
LEAD = "The lamps of Lindbach have turned purple one by one since the council bought them cheaply."
MORE = "The council has asked the maker for new ones, which will be as white as the old were."


def drop(*lines: str) -> list[str]:
    """Return the lines between two paragraphs that are dropped."""
    looks = look_at(map(make_line, (HEADLINE, LEAD, *lines, MORE)), lambda _: "")
    dropped = drop_charts(drop_players(drop_embedded(looks)))
    return [look.line.text for look in dropped if look.noise in {CHART, FILM, POST}]


@pytest.mark.parametrize(
    "lines",
    [
        ("Lamps by year of purchase", "2019", "31.2", "2020", "24.9", "Chart: Lindbach Ledger"),
        ("Map: where the lamps are", "Old town", "Harbour", "1,204"),
        ("Poll: Which colour is yours?", "Purple 54%", "White 46%", "1,204 votes"),
        ("Poll", "Would you buy one?", "Yes", "Only a white one"),
        ("@lindbach_lamps", "We have checked and purple is a colour.", "10:12 AM · Apr 16, 2026"),
        ("Duration 1:58", "A lamp explains itself"),
        ("View transcript", "Hello, I am a lamp and I glow.", "Hide transcript"),
    ],
)
def test_what_a_page_shows_amid_a_text_is_noise(lines: tuple[str, ...]) -> None:
    assert drop(*lines)[-1] in lines[-2:]
    assert drop(*lines)[0] == lines[0]


@pytest.mark.parametrize(
    "lines",
    [
        ("Source: Lindbach Ledger",),
        (
            "Who pays",
            "The council has paid for all of them so far, from a fund for Christmas trees.",
        ),
        ("Poll: the council leads by two.",),
        ("We have checked and purple is a colour.", "10:12 AM · Apr 16, 2026"),
        ("View transcript", "Hello, I am a lamp and I glow."),
        ("Transcript", "The council has put the words of its last meeting up on the door."),
    ],
)
def test_what_only_looks_so_stays(lines: tuple[str, ...]) -> None:
    assert drop(*lines) == []
