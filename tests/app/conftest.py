from pathlib import Path

import pytest

from sitegen.app.cli import main

FERRY = """\
Ferry Runs Aground Off Port Ellery

June 14, 2024

A ferry with 212 passengers ran aground on a sandbank off Port Ellery early on Friday, the
harbour master said. Nobody was hurt, but the cook lost a whole pot of soup.

Tugs from Mirovar were on their way to pull the Solveig Star free at high water, which was
expected at noon. The company said that all tickets would be paid back within the week.

"We heard a long soft sigh and then the engines stopped," said Odile Marren, who travels to
Mirovar twice a week to sell cheese at the market.
"""
STRIKE = """\
Lamplighters of Velmark Lay Down Their Poles

June 15, 2024

The lamplighters of Velmark went on strike on Saturday evening and left eleven streets of the
old town in the dark, to the delight of the astronomers on the castle hill.

Their guild wants one more lamp fund holiday a year and a ladder for each pair of hands. The
town council offered a ladder for every second pair and will meet again on Monday.

"We have light in our hearts," said guild master Benno Quillfeather, "but our feet are cold."
"""

SAFE = """\
All Safe on Ferry Aground Off Port Ellery

June 14, 2024

Everybody is safe on the ferry Solveig Star, which ran onto a sandbank off Port Ellery early on
Friday with 212 passengers, the harbour master of Port Ellery told reporters at noon.

The Solveig Star is to be pulled free by tugs from Mirovar at high water. Odile Marren, who sells
cheese in Mirovar, said that the passengers on the sandbank had been given soup.
"""
DARK = """\
Velmark Walks Home in the Dark

June 15, 2024

Eleven streets of Velmark stayed dark on Saturday evening, because the lamplighters of the old
town are on strike for one more holiday and for a ladder each.

Guild master Benno Quillfeather said that the lamplighters had cold feet. The town council will
meet on Monday about the ladders of the guild and the lamps of Velmark.
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with two seeds, the second one also as a copy with noise."""
    seeds = tmp_path / "site" / "seeds"
    (seeds / "wire").mkdir(parents=True)
    (seeds / "ferry.txt").write_text(FERRY, encoding="utf-8")
    (seeds / "wire" / "strike.txt").write_text(STRIKE, encoding="utf-8")
    (seeds / "wire" / "strike-again.txt").write_text(
        f"{STRIKE}\nShare\n\nPrint\n", encoding="utf-8"
    )
    return tmp_path / "site"


@pytest.fixture
def stories(site: Path) -> Path:
    """The site with a second report of each event: two stories, built."""
    (site / "seeds" / "safe.txt").write_text(SAFE, encoding="utf-8")
    (site / "seeds" / "wire" / "walk.txt").write_text(DARK, encoding="utf-8")
    assert main(["build", "-s", str(site)]) == 0
    return site
