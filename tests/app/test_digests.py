"""An editor's hand in content/digests/, on a site on disk."""

import json
from pathlib import Path

import pytest

from sitegen.app.cli import main


def run(site: Path, *words: str) -> int:
    return main([*words, "-s", str(site)])


def digest(site: Path, slug: str) -> Path:
    return site / "content" / "digests" / f"{slug}.md"


def read_page(site: Path, slug: str) -> str:
    return (site / "output" / "digest" / slug / "index.html").read_text(encoding="utf-8")


def test_an_introduction_that_waits_is_in_the_digest_when_it_comes_out(site: Path) -> None:
    path = digest(site, "2024-06-14")
    path.parent.mkdir(parents=True)
    path.write_text("# A wet Friday\r\n\r\nThe cook is *well*.\r\n", encoding="utf-8", newline="")
    digest(site, "2030-01-01").write_text("Not yet.\n", encoding="utf-8")

    assert run(site, "build", "--verify") == 0

    text = path.read_text(encoding="utf-8")
    assert "# A wet Friday\n\nThe cook is *well*.\n\n## Stories\n\n### [Ferry Runs" in text
    assert "<p>The cook is <em>well</em>.</p>" in read_page(site, "2024-06-14")
    assert digest(site, "2030-01-01").read_text(encoding="utf-8") == "Not yet.\n"


def test_an_introduction_that_waits_is_told(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    digest(site, "2030-01-01").parent.mkdir(parents=True)
    digest(site, "2030-01-01").write_text("Not yet.\n", encoding="utf-8")

    run(site, "build", "-v")

    assert (
        "content/digests/2030-01-01.md: note: waits as the introduction of its digest"
        in capsys.readouterr().err
    )


def test_edited_digests_are_counted_and_withdrawn_articles_are_told(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(site, "build")
    path = digest(site, "2024-06-14")
    path.write_text(path.read_text(encoding="utf-8") + "\nMine.\n", encoding="utf-8")
    for slug in (
        "ferry-runs-aground-off-port-ellery",
        "lamplighters-of-velmark-lay-down-their-poles",
    ):
        article = site / "content" / "articles" / f"{slug}.md"
        written = article.read_text(encoding="utf-8")
        article.write_text(written.replace("\nlang:", "\ndraft: true\nlang:"), encoding="utf-8")
    capsys.readouterr()

    run(site, "build", "--json")

    told = json.loads(capsys.readouterr().out)
    assert told["ingest"]["edited"] == 3
    warned = [one["place"] for one in told["problems"] if one["severity"] == "warning"]
    assert warned == [
        "content/digests/2024-06-14.md",  # edited: the link
        "content/digests/2024-06-15.md",
        "content/digests/2024-W24.md",
        "content/digests/2024-W24.md",
    ]


LATE = """Lanterns Found in the Old Mill

VELMARK, June 13, 2024 (Orle Press Service) - Forty lanterns stood in the loft of the old mill at
Velmark, all of them filled and none of them lit, when the miller's heirs opened it on Thursday.

Nobody could say who had put them there, nor for whom.
"""


def test_a_week_that_brought_nothing_but_what_was_late_stands_in_the_list(site: Path) -> None:
    run(site, "build", "--as-of", "2024-06-25")
    site.joinpath("seeds", "late.txt").write_text(LATE, encoding="utf-8")
    run(site, "build", "--as-of", "2024-07-03")
    later = LATE.replace("June 13", "July 9").replace("anterns", "adders")
    site.joinpath("seeds", "later.txt").write_text(later, encoding="utf-8")

    assert run(site, "build", "--as-of", "2024-07-10", "--verify") == 0

    assert "Lanterns Found" in digest(site, "2024-W27").read_text(encoding="utf-8")
    listed = site.joinpath("output", "digest", "index.html").read_text(encoding="utf-8")
    assert "2024-W27/" in listed
    assert run(site, "check") == 0


def test_what_somebody_says_of_a_folder_of_content_is_left_alone(site: Path) -> None:
    for room in ("articles", "digests", "pages", "tags"):
        path = site / "content" / room / "README.md"
        path.parent.mkdir(parents=True)
        path.write_text("# About this folder\n", encoding="utf-8")

    assert run(site, "build", "--strict", "-b", "https://example.org/") == 0
    assert not list((site / "output").glob("**/README*"))
