"""Why a digest is as it is, in words and for machines."""

import json
from pathlib import Path
from typing import Any

import pytest

from sitegen.app.cli import main

FERRY = "ferry-runs-aground-off-port-ellery"
SAFE = "all-safe-on-ferry-aground-off-port-ellery"


def explain(site: Path, name: str, capsys: pytest.CaptureFixture[str]) -> Any:
    capsys.readouterr()
    assert main(["explain", name, "-s", str(site), "--json"]) == 0
    return json.loads(capsys.readouterr().out)["digest"]


@pytest.mark.parametrize(
    "name",
    [
        "digest/2024-06-14",
        "content/digests/2024-06-14.md",
        "https://example.org/digest/2024-06-14/",
    ],
)
def test_a_digest_goes_by_its_address_and_its_file(
    name: str, stories: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    digest = explain(stories, name, capsys)

    assert digest["file"] == "content/digests/2024-06-14.md"
    assert (digest["title"], digest["state"]) == ("Friday 14 June 2024", "out")
    (story,) = digest["stories"]
    assert (story["section"], story["story"]) == ("topic", FERRY)
    assert sorted(report["slug"] for report in story["reports"]) == [SAFE, FERRY]


def test_a_person_reads_it_in_words(stories: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = stories / "content" / "digests" / "2024-W24.md"
    written = path.read_text(encoding="utf-8")
    path.write_text(written.partition("### [Velmark")[0] + "Mine.\n", encoding="utf-8")
    capsys.readouterr()

    assert main(["explain", "digest/2024-W24", "-s", str(stories)]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == ["content/digests/2024-W24.md", "  title    Week 24, 10 – 16 June 2024"]
    assert lines[2].endswith(", edited by hand since")
    assert "source unknown, 2 reports, " in lines[3]


def test_a_day_that_is_not_out_is_told(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    seed = site / "seeds" / "today.txt"
    text = "The Pier Is Open Again\n\nThe pier of Larkmoor is open again, the harbour master said, "
    seed.write_text(text + "after two weeks of hammering that nobody will miss.\n")
    main(["build", "-s", str(site), "--as-of", "2024-07-02"])
    intro = site / "content" / "digests" / "2024-07-02.md"
    intro.write_text("Soon.\n", encoding="utf-8")

    digest = explain(site, "digest/2024-07-02", capsys)

    assert (digest["state"], digest["file"], digest["introduction"]) == ("not out", None, True)
    assert [report["slug"] for story in digest["stories"] for report in story["reports"]] == [
        "the-pier-is-open-again"
    ]
    assert main(["explain", "digest/2024-07-02", "-s", str(site)]) == 0
    out = capsys.readouterr().out
    assert "  state    not out: it is written when an article has come on a later day\n" in out
    assert "  waits    an introduction by hand" in out


@pytest.mark.parametrize("name", ["digest/2024-06-31", "digest/2034-06-14", "digest/x"])
def test_a_digest_of_which_nothing_is_known_is_told(
    name: str, stories: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", name, "-s", str(stories)]) == 2
    assert "nothing came on this day or in this week; " in capsys.readouterr().err
