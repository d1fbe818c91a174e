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
_SAFE = """\
All Safe on Ferry Aground Off Port Ellery

June 14, 2024

Everybody is safe on the ferry Solveig Star, which ran onto a sandbank off Port Ellery early on
Friday with 212 passengers, the harbour master of Port Ellery told reporters at noon.

The Solveig Star is to be pulled free by tugs from Mirovar at high water. Odile Marren, who sells
cheese in Mirovar, said that the passengers on the sandbank had been given soup.
"""
_DARK = """\
Velmark Walks Home in the Dark

June 15, 2024

Eleven streets of Velmark stayed dark on Saturday evening, because the lamplighters of the old
town are on strike for one more holiday and for a ladder each.

Guild master Benno Quillfeather said that the lamplighters had cold feet. The town council will
meet on Monday about the ladders of the guild and the lamps of Velmark.
"""
_MORE = """\
Lamplighters of Velmark Dance on Their Ladders

June 16, 2024

The lamplighters of Velmark, on strike since Saturday, danced in the dark streets of the old town
on Sunday, and guild master Benno Quillfeather called the tune from a ladder.

The town council of Velmark meets on Monday about one more holiday for the lamplighters' guild.
"""


@pytest.fixture
def news(site: Path) -> Path:
    """The site with two stories of two reports each."""
    (site / "seeds" / "safe.txt").write_text(_SAFE, encoding="utf-8")
    (site / "seeds" / "wire" / "walk.txt").write_text(_DARK, encoding="utf-8")
    assert run(site, "build") == 0
    assert list_stories(site) == {FERRY: FERRY, SAFE: FERRY, STRIKE: STRIKE, DARK: STRIKE}
    return site


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


def test_two_stories_become_one_and_the_old_address_leads_there(news: Path) -> None:
    assert run(news, "merge", f"stories/{FERRY}", f"https://example.org/stories/{STRIKE}/") == 0
    assert run(news, "build", "--verify") == 0

    assert set(list_stories(news).values()) == {FERRY}
    assert "Velmark Walks Home" in read_story(news, FERRY)
    assert f"url=../../stories/{FERRY}/" in read_story(news, STRIKE)
    feed = json.loads((news / "output" / "stories" / STRIKE / "feed.json").read_bytes())
    assert len(feed["items"]) == 4


def test_later_builds_obey_a_merge_and_what_comes_goes_along(news: Path) -> None:
    run(news, "merge", f"stories/{FERRY}", f"stories/{STRIKE}")
    shutil.rmtree(news / ".sitegen")
    (news / "seeds" / "more.txt").write_text(_MORE, encoding="utf-8")

    assert run(news, "build") == 0
    assert set(list_stories(news).values()) == {FERRY}
    assert len(list_stories(news)) == 5


def test_a_split_takes_a_merge_back(news: Path) -> None:
    before = list_stories(news)
    run(news, "merge", f"stories/{FERRY}", f"stories/{STRIKE}")

    assert run(news, "split", f"stories/{FERRY}", f"stories/{STRIKE}") == 0
    assert run(news, "build", "--verify") == 0
    assert list_stories(news) == before
    assert "http-equiv" not in read_story(news, STRIKE).replace('http-equiv="Content', "")


def test_a_report_that_is_split_off_stays_away_when_more_come(news: Path) -> None:
    assert run(news, "split", f"output/stories/{STRIKE}/index.html", DARK) == 0
    (news / "seeds" / "more.txt").write_text(_MORE, encoding="utf-8")
    run(news, "build")

    stories = list_stories(news)
    assert (stories[STRIKE], stories[DARK]) == (STRIKE, DARK)
    assert run(news, "build", "--verify") == 0


def test_an_article_is_added_to_a_story(news: Path) -> None:
    assert run(news, "merge", f"stories/{FERRY}", DARK) == 0
    run(news, "build")

    assert list_stories(news) == {FERRY: FERRY, SAFE: FERRY, DARK: FERRY, STRIKE: STRIKE}


def test_in_a_page_edited_by_hand_only_the_decision_changes(news: Path) -> None:
    path = page(news, DARK)
    path.write_text(path.read_text(encoding="utf-8") + "\nMine.\n", encoding="utf-8")
    before = path.read_text(encoding="utf-8")
    run(news, "build")

    assert run(news, "merge", f"stories/{FERRY}", f"stories/{STRIKE}") == 0
    run(news, "build")

    after = path.read_text(encoding="utf-8")
    assert set(after.splitlines()) - set(before.splitlines()) == {
        f"story: {FERRY}",
        "story_by_hand: true",
        "former_stories:",
        f"  - {STRIKE}",
    }
    assert set(list_stories(news).values()) == {FERRY}


def test_what_was_done_is_told(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    run(news, "split", f"stories/{STRIKE}", DARK)

    assert capsys.readouterr().out == (
        f"stories/{DARK} is a story of its own now; it is kept apart from stories/{STRIKE}\n"
        f"note: stories/{STRIKE} has one report, so it has no page before another comes\n"
        f"note: stories/{DARK} has one report, so it has no page before another comes\n"
        "2 files of content/ written; run 'sitegen build' to publish\n"
    )

    run(news, "merge", f"stories/{FERRY}", f"stories/{STRIKE}", "--json")
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
    words: tuple[str, ...], message: str, news: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = list_stories(news)

    assert run(news, *words) == 2
    assert message in capsys.readouterr().err
    assert list_stories(news) == before


def test_a_story_that_became_part_of_another_is_named_by_that_one(
    news: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(news, "merge", f"stories/{FERRY}", f"stories/{STRIKE}")

    assert run(news, "split", f"stories/{STRIKE}", DARK) == 2
    assert f"stories/{STRIKE}: is part of stories/{FERRY} now" in capsys.readouterr().err
