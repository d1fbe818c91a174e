"""What pages are that are no reports: a person's own, and what stands where an article was."""

import json
from pathlib import Path
from typing import Any

import pytest

from sitegen.app.cli import main

SLUG = "ferry-runs-aground-off-port-ellery"
AS_OF = ("--as-of", "2024-06-20")


def explain(site: Path, name: str, capsys: pytest.CaptureFixture[str]) -> tuple[Any, list[str]]:
    """Return what is told to machines, then to people."""
    capsys.readouterr()
    assert main(["explain", name, "-s", str(site), *AS_OF, "--json"]) == 0
    values = json.loads(capsys.readouterr().out)
    assert main(["explain", name, "-s", str(site), *AS_OF]) == 0
    return values, capsys.readouterr().out.splitlines()


def withdraw(site: Path) -> None:
    assert main(["build", "-q", "-s", str(site), *AS_OF]) == 0
    (site / "seeds" / "ferry.txt").unlink()
    (site / "content" / "articles" / f"{SLUG}.md").unlink()


@pytest.mark.parametrize(
    "name",
    [
        SLUG,
        f"articles/{SLUG}/",
        f"https://example.org/news/articles/{SLUG}/index.html",
        f"content/articles/{SLUG}.md",
        f"content/gone/{SLUG}.md",
    ],
)
def test_an_address_of_an_article_that_is_gone_says_what_was_there(
    name: str, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    withdraw(site)

    values, lines = explain(site, name, capsys)

    gone = values["gone"]
    assert (gone["file"], gone["address"]) == (f"content/gone/{SLUG}.md", f"articles/{SLUG}/")
    assert (gone["date"], gone["first_seen"], gone["changed"], gone["others"]) == (
        "2024-06-14T12:00:00+00:00",
        "2024-06-20T00:00:00+00:00",
        None,
        [],
    )
    assert lines == [
        f"content/gone/{SLUG}.md (the article is gone)",
        "  says     This article is gone",
        f"  address  articles/{SLUG}/",
        f"  was      {gone['id']}",
        "  date     2024-06-14T12:00:00+00:00, first seen 2024-06-20T00:00:00+00:00",
        "  since    not on record; where content/ is in git, when this file came",
    ]


def test_what_led_to_an_article_that_is_gone_and_when_it_changed_last_is_told(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "-q", "-s", str(site), *AS_OF]) == 0
    page = site / "content" / "articles" / f"{SLUG}.md"
    page = page.rename(page.with_name("ferry-aground.md"))
    ferry = site / "seeds" / "ferry.txt"
    ferry.write_text(ferry.read_text("utf-8").replace("212", "214"), "utf-8")
    assert main(["build", "-q", "-s", str(site), "--as-of", "2024-06-21"]) == 0
    ferry.unlink()
    page.unlink()

    values, lines = explain(site, SLUG, capsys)

    assert values["gone"]["others"] == ["articles/ferry-aground/"]
    assert "  address  articles/ferry-aground/, which led to it, is gone, too" in lines
    assert "  changed  2024-06-21T00:00:00+00:00, for the last time" in lines


def test_a_note_that_a_person_wrote_for_an_address_of_another_site_is_told(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    note = site / "content" / "gone" / "old-harbour.md"
    note.parent.mkdir(parents=True)
    note.write_text("# Moved to the museum\n\nAsk there.\n", "utf-8")

    _, lines = explain(site, "old-harbour", capsys)

    assert lines[1:] == [
        "  says     Moved to the museum",
        "  address  articles/old-harbour/",
        "  was      not on record: no list in content/addresses/ has the address",
    ]


@pytest.mark.parametrize(
    "name", ["about", "about/", "content/pages/about.md", "https://example.org/news/about/"]
)
def test_a_page_of_ones_own_is_told_as_such(
    name: str, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = site / "content" / "pages" / "about.md"
    own.parent.mkdir(parents=True)
    own.write_text("# Who we are\n\nThree people and a heron.\n", "utf-8")

    values, lines = explain(site, name, capsys)

    assert values["own"] == {
        "slug": "about",
        "file": "content/pages/about.md",
        "title": "Who we are",
        "address": "about/",
        "others": [],
    }
    assert lines == [
        "content/pages/about.md",
        "  title    Who we are",
        "  address  about/",
        "  own      a page of your own, published as it stands; no feed and no digest has it",
    ]


def test_a_page_of_ones_own_that_is_quarantined_is_known_and_why(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = site / "content" / "pages" / "about.md"
    own.parent.mkdir(parents=True)
    own.write_bytes(b"# \xff\n")

    assert main(["explain", "content/pages/about.md", "-s", str(site)]) == 2

    assert "content/pages/about.md:1: is quarantined: not UTF-8" in capsys.readouterr().err
