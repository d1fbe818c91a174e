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

_FLASH = """\
Barge Sinks in Quillhaven Lock

QUILLHAVEN, June 14, 2024 (Fen Wire) - A barge with cheese sank in the lower lock of Quillhaven on
Friday, the harbour office said.

The skipper is in hospital. The lock is shut to all boats.
"""
_UPDATE = """\
Barge Sinks in Quillhaven Lock, Two Hurt

QUILLHAVEN, June 14, 2024 (Fen Wire) - A barge with forty tons of cheese sank in the lower lock of
Quillhaven on Friday and two people were hurt, the harbour office said.

The skipper, 52, and a lock keeper were taken to hospital. The lower gate is shut to all boats.

"You can smell it as far as the brewery," said harbour master Oda Brennick.

Ducks came in such numbers that the footbridge of the brewery was closed as well.
"""
_LATER = """\
Lock Keeper Dies After Cheese Barge Sinks in Quillhaven

QUILLHAVEN, June 15, 2024 (Fen Wire) - A lock keeper has died after a barge with forty tons of
cheese sank in the lower lock of Quillhaven, the harbour office said on Saturday.

The skipper, 52, is still in hospital. The footbridge was opened again on Saturday morning.

"You can smell it as far as the brewery," harbour master Oda Brennick had said of the cheese.

Ducks still came in such numbers that the lower gate of the brewery was shut.

The name of the lock keeper, a man of 58 from Nether Sallow, was not given.
"""
_ELSEWHERE = """\
Cheese Barge: Lock Keeper, 58, Is Dead

By Tilde Marrow

June 15, 2024

A lock keeper has died after a barge with forty tons of cheese sank in the lower lock of
Quillhaven, the harbour office said on Saturday.

The footbridge was opened again on Saturday morning. The name of the lock keeper, a man of 58 from
Nether Sallow, was not given.

Candles stand on the lock beam, and somebody has left a wheel of cheese.
"""
BARGE = "barge-sinks-in-quillhaven-lock"
HURT = "barge-sinks-in-quillhaven-lock-two-hurt"
DEAD = "cheese-barge-lock-keeper-58-is-dead"


@pytest.fixture
def barge(tmp_path: Path) -> Path:
    """A site that published the first two reports of an event, and then two others."""
    seeds = tmp_path / "barge" / "seeds"
    seeds.mkdir(parents=True)
    for day, texts in ((14, (_FLASH, _UPDATE)), (15, (_LATER, _ELSEWHERE))):
        for number, text in enumerate(texts):
            (seeds / f"{day}-{number}.txt").write_text(text, encoding="utf-8")
        words = ["build", "--verify", "-s", str(tmp_path / "barge")]
        assert main([*words, "--as-of", f"2024-06-{day}"]) == 0
    return tmp_path / "barge"


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


def test_the_report_that_founded_a_story_stays_when_later_ones_are_less_like_it(
    barge: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story = explain(barge, f"stories/{BARGE}", capsys)

    stays = {report["slug"]: report["stays_by"] for report in story["reports"]}
    assert len(stays) == 4
    assert {slug: other for slug, other in stays.items() if other} == {BARGE: HURT}
    assert story["reports"][0]["strength"] < story["threshold"] < story["reports"][1]["strength"]
    page = (barge / "content" / "articles" / f"{HURT}.md").read_text(encoding="utf-8")
    assert f"]({BARGE}.md) — reports the same story" in page


def test_reports_that_are_too_little_alike_to_count_are_said_to_share_no_words(
    barge: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story = explain(barge, f"stories/{BARGE}", capsys)
    main(["explain", f"stories/{BARGE}", "-s", str(barge)])

    (bond,) = (one for one in story["reports"][0]["bonds"] if one["slug"] == DEAD)
    assert (bond["strength"], bond["cosine"], bond["words"]) == (0.0, 0.0, [])
    lines = capsys.readouterr().out.splitlines()
    assert f"    0.00   {DEAD}: too little in common to count; 1 day apart" in lines
    assert lines[3].endswith(f"; stays in its story, for it is like {HURT}")


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


def test_the_address_of_a_story_that_is_none_any_more_says_where_it_leads(
    stories: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A person has taken both out of it."""
    for name in (FERRY, SAFE):
        path = stories / "content" / "articles" / f"{name}.md"
        lines = path.read_text(encoding="utf-8").replace(f"story: {FERRY}\n", "")
        former = f"former_stories:\n  - {FERRY}\n"
        path.write_text(lines.replace("lang: en\n", f"lang: en\n{former}"), encoding="utf-8")
    assert main(["build", "-s", str(stories)]) == 0
    capsys.readouterr()

    assert main(["explain", f"https://example.org/stories/{FERRY}/", "-s", str(stories)]) == 0

    assert capsys.readouterr().out == (
        f"stories/{FERRY}/ (a story that is none any more)\n"
        f"  report   {SAFE} was part of it, and is of no story now\n"
        f"  report   {FERRY} was part of it, and is of no story now\n"
        f"  leads    to articles/{FERRY}/\n"
        "  since    not on record; where content/ is in git, when it came into former_stories\n"
    )


def test_a_story_of_which_nothing_is_left_is_known(
    stories: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in (FERRY, SAFE):
        (stories / "content" / "articles" / f"{name}.md").unlink()
    for seed in [*(stories / "seeds").rglob("*.txt")]:
        if "Ferry" in seed.read_text(encoding="utf-8"):
            seed.unlink()
    assert main(["build", "-s", str(stories)]) == 0
    capsys.readouterr()

    assert main(["explain", f"stories/{FERRY}", "-s", str(stories)]) == 0

    assert capsys.readouterr().out == (
        f"stories/{FERRY}/ (a story that is none any more)\n"
        "  report   none is left\n"
        "  leads    to a page that says so\n"
    )


def test_a_story_that_is_not_there_is_told(
    stories: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", f"stories/{FERRY}x", "-s", str(stories)]) == 2
    assert f"no story has this name; did you mean 'stories/{FERRY}'?" in capsys.readouterr().err
