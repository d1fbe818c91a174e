"""merge and split of stories on a site on disk, and what later builds obey."""

import json
import shutil
from pathlib import Path

import pytest

from sitegen.app.cli import main

FERRY = "ferry-runs-aground-off-port-ellery"
SAFE = "all-safe-on-ferry-aground-off-port-ellery"
STRIKE = "lamplighters-of-velmark-lay-down-their-poles"
DARK = "velmark-walks-home-in-the-dark"
_MORE = """\
Lamplighters of Velmark Dance on Their Ladders

June 16, 2024

The lamplighters of Velmark, on strike since Saturday, danced in the dark streets of the old town
on Sunday, and guild master Benno Quillfeather called the tune from a ladder.

The town council of Velmark meets on Monday about one more holiday for the lamplighters' guild.
"""


def run(site: Path, *words: str) -> int:
    return main([*words, "-s", str(site)])


def page(site: Path, slug: str) -> Path:
    return site / "content" / "articles" / f"{slug}.md"


def list_stories(site: Path) -> dict[str, str]:
    """Return the story of each article as the files of content/ say."""
    found = {}
    for path in sorted((site / "content" / "articles").glob("*.md")):
        front = path.read_text(encoding="utf-8")
        lines = [line for line in front.splitlines() if line.startswith("story: ")]
        found[path.stem] = lines[0].removeprefix("story: ") if lines else ""
    return found


def read_story(site: Path, slug: str) -> str:
    path = site / "output" / "stories" / slug / "index.html"
    return path.read_text(encoding="utf-8") if path.exists() else ""


def test_two_stories_become_one_and_the_old_address_leads_there(stories: Path) -> None:
    assert run(stories, "merge", f"stories/{FERRY}", f"https://example.org/stories/{STRIKE}/") == 0
    assert run(stories, "build", "--verify") == 0

    assert set(list_stories(stories).values()) == {FERRY}
    assert "Velmark Walks Home" in read_story(stories, FERRY)
    assert f"url=../../stories/{FERRY}/" in read_story(stories, STRIKE)
    feed = json.loads((stories / "output" / "stories" / STRIKE / "feed.json").read_bytes())
    assert len(feed["items"]) == 4


def test_later_builds_obey_a_merge_and_what_comes_goes_along(stories: Path) -> None:
    run(stories, "merge", f"stories/{FERRY}", f"stories/{STRIKE}")
    shutil.rmtree(stories / ".sitegen")
    (stories / "seeds" / "more.txt").write_text(_MORE, encoding="utf-8")

    assert run(stories, "build") == 0
    assert set(list_stories(stories).values()) == {FERRY}
    assert len(list_stories(stories)) == 5


def test_a_split_takes_a_merge_back(stories: Path) -> None:
    before = list_stories(stories)
    assert before == {FERRY: FERRY, SAFE: FERRY, STRIKE: STRIKE, DARK: STRIKE}
    run(stories, "merge", f"stories/{FERRY}", f"stories/{STRIKE}")

    assert run(stories, "split", f"stories/{FERRY}", f"stories/{STRIKE}") == 0
    assert run(stories, "build", "--verify") == 0
    assert list_stories(stories) == before
    assert "http-equiv" not in read_story(stories, STRIKE).replace('http-equiv="Content', "")


def test_a_report_that_is_split_off_stays_away_when_more_come(stories: Path) -> None:
    assert run(stories, "split", f"output/stories/{STRIKE}/index.html", DARK) == 0
    (stories / "seeds" / "more.txt").write_text(_MORE, encoding="utf-8")
    run(stories, "build")

    found = list_stories(stories)
    assert (found[STRIKE], found[DARK]) == (STRIKE, DARK)
    assert run(stories, "build", "--verify") == 0


def test_an_article_is_added_to_a_story(stories: Path) -> None:
    assert run(stories, "merge", f"stories/{FERRY}", DARK) == 0
    run(stories, "build")

    assert list_stories(stories) == {FERRY: FERRY, SAFE: FERRY, DARK: FERRY, STRIKE: STRIKE}


def test_in_a_page_edited_by_hand_only_the_decision_changes(stories: Path) -> None:
    path = page(stories, DARK)
    path.write_text(path.read_text(encoding="utf-8") + "\nMine.\n", encoding="utf-8")
    before = path.read_text(encoding="utf-8")
    run(stories, "build")

    assert run(stories, "merge", f"stories/{FERRY}", f"stories/{STRIKE}") == 0
    run(stories, "build")

    after = path.read_text(encoding="utf-8")
    assert set(after.splitlines()) - set(before.splitlines()) == {
        f"story: {FERRY}",
        "story_by_hand: true",
        "former_stories:",
        f"  - {STRIKE}",
    }
    assert set(list_stories(stories).values()) == {FERRY}


def test_what_was_done_is_told(stories: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    run(stories, "split", f"stories/{STRIKE}", DARK)

    assert capsys.readouterr().out == (
        f"stories/{DARK} is a story of its own now; it is kept apart from stories/{STRIKE}\n"
        f"note: stories/{STRIKE} has one report, so it has no page before another comes\n"
        f"note: stories/{DARK} has one report, so it has no page before another comes\n"
        "3 files of content/ written; run 'sitegen build' to publish\n"
    )

    run(stories, "merge", f"stories/{FERRY}", f"stories/{STRIKE}", "--json")
    told = json.loads(capsys.readouterr().out)
    assert told["merge"] == {
        "kept": {"story": FERRY, "reports": [FERRY, SAFE, STRIKE]},
        "merged": {"story": STRIKE, "reports": []},
    }


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("merge", f"stories/{FERRY[:-2]}", "x"), f"did you mean 'stories/{FERRY}'?"),
        (("merge", FERRY, f"stories/{STRIKE}"), "name the story first"),
        (("merge", f"stories/{FERRY}", "nobody"), "nobody: no page has this name"),
        (("split", f"stories/{FERRY}", DARK), f"is no report of stories/{FERRY}"),
        (("split", f"stories/{FERRY}", FERRY, SAFE), "these are all of its reports"),
        (("split", f"stories/{FERRY}", f"stories/{STRIKE}"), "is no story that became part"),
        (("split", FERRY, "a.txt", "b.txt"), "'b.txt' is one copy too many"),
    ],
)
def test_what_cannot_be_done_is_told_and_nothing_changes(
    words: tuple[str, ...], message: str, stories: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = list_stories(stories)

    assert run(stories, *words) == 2
    assert message in capsys.readouterr().err
    assert list_stories(stories) == before


def test_a_story_that_became_part_of_another_is_named_by_that_one(
    stories: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(stories, "merge", f"stories/{FERRY}", f"stories/{STRIKE}")

    assert run(stories, "split", f"stories/{STRIKE}", DARK) == 2
    assert f"stories/{STRIKE}: is part of stories/{FERRY} now" in capsys.readouterr().err
