"""Why a story is as it is, in words and for machines."""

import json
from pathlib import Path
from typing import Any

import pytest

from sitegen.app.cli import main

FERRY = "ferry-runs-aground-off-port-ellery"
SAFE = "all-safe-on-ferry-aground-off-port-ellery"
STRIKE = "lamplighters-of-velmark-lay-down-their-poles"
DARK = "velmark-walks-home-in-the-dark"

_SOUP = """\
Ferry Cook Wins Soup Prize in Mirovar

The cook whose ferry ran aground off Port Ellery won first prize for a cheese soup at the market
of Mirovar, and gave a second pot to the passengers.

The jury had asked for bread three times and for salt once. Nobody in the town, its chairman said,
had ever done more with an onion, and all tickets for next year were gone by noon.
"""


def explain(site: Path, name: str, capsys: pytest.CaptureFixture[str]) -> Any:
    capsys.readouterr()
    assert main(["explain", name, "-s", str(site), "--json"]) == 0
    return json.loads(capsys.readouterr().out)["story"]


@pytest.mark.parametrize(
    "name",
    [
        f"stories/{FERRY}",
        f"https://example.org/news/stories/{FERRY}/",
        f"output/stories/{FERRY}/index.html",
    ],
)
def test_a_story_goes_by_its_address(
    name: str, stories: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story = explain(stories, name, capsys)

    assert (story["slug"], story["title"]) == (FERRY, "Ferry Runs Aground Off Port Ellery")
    assert [one["slug"] for one in story["reports"]] == [FERRY, SAFE]


def test_what_holds_two_reports_together_is_told(
    stories: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story = explain(stories, f"stories/{FERRY}", capsys)

    first, second = story["reports"]
    (bond,) = first["bonds"]
    assert first["strength"] == second["strength"] == bond["strength"] >= story["threshold"]
    assert (bond["slug"], bond["days"]) == (SAFE, 0.0)
    assert "sandbank" in bond["words"]
    assert 0 < bond["cosine"] < bond["strength"]


def test_what_a_person_keeps_apart_is_told(
    stories: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["split", f"stories/{STRIKE}", DARK, "-s", str(stories)])

    story = explain(stories, f"stories/{STRIKE}", capsys)

    (report,) = story["reports"]
    assert (report["by_hand"], report["bonds"], report["strength"]) == (True, [], 0.0)
    (other,) = story["passed_over"]
    assert (other["slug"], other["story"]) == (DARK, DARK)
    assert other["reason"] == "a person keeps them apart"
    assert other["nearest"]["report"] == STRIKE


def test_what_is_too_far_in_time_or_too_little_alike_is_told(
    site: Path, stories: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ferry = (site / "seeds" / "ferry.txt").read_text(encoding="utf-8")
    later = ferry.replace("June 14", "June 28").replace("Ferry Runs", "Another Ferry Runs")
    later = "\n".join([*later.splitlines()[:5], "It was the second ferry in two weeks, he said."])
    (site / "seeds" / "later.txt").write_text(later, encoding="utf-8")
    (site / "seeds" / "soup.txt").write_text(_SOUP, encoding="utf-8")
    main(["build", "-s", str(site)])

    passed = explain(stories, f"stories/{FERRY}", capsys)["passed_over"]

    reasons = {one["slug"]: one["reason"] for one in passed}
    assert reasons["another-ferry-runs-aground-off-port-ellery"] == "too many days between them"
    assert reasons["ferry-cook-wins-soup-prize-in-mirovar"] == "too little alike on average"


def test_a_person_reads_it_in_words(stories: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["merge", f"stories/{FERRY}", f"stories/{STRIKE}", "-s", str(stories)])
    capsys.readouterr()

    assert main(["explain", f"stories/{FERRY}", "-s", str(stories)]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert lines[:4] == [
        f"stories/{FERRY}/",
        "  title    Ferry Runs Aground Off Port Ellery",
        "  reports  4; from 0.255 on average they tell one event",
        f"  former   stories/{STRIKE}/, of which a report was part before",
    ]
    assert lines[4].startswith(f"  report   {FERRY} (2024-06-14, placed by hand): 0.")
    assert "of one day; " in lines[5]
    assert "both say " in lines[5]


def test_a_page_says_that_a_person_placed_it(
    stories: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["split", f"stories/{STRIKE}", DARK, "-s", str(stories)])
    capsys.readouterr()

    main(["explain", DARK, "-s", str(stories)])

    assert f"  story    {DARK}, placed by hand\n" in capsys.readouterr().out


def test_a_story_that_is_not_there_is_told(
    stories: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", f"stories/{FERRY}x", "-s", str(stories)]) == 2
    assert f"no story has this name; did you mean 'stories/{FERRY}'?" in capsys.readouterr().err
