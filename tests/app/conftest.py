from pathlib import Path

import pytest

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
