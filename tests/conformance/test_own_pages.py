"""An article that a person wrote, without the summary that ours have, is told in every feed."""

import json
from pathlib import Path

import pytest

from sitegen.app.cli import main

PAGE = """---
id: tag:example.org,2024:sitegen/{number}
title: Ticket found {number}
slug: ticket-found-{number}
first_seen: 2024-06-1{number}T12:00:00Z
lang: en
---

A *ticket* to [Orle](https://orle.example/) was found on bench {number}. Nobody asked for it.

It is kept at the desk.
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "content" / "articles"
    folder.mkdir(parents=True)
    tmp_path.joinpath("seeds").mkdir()
    for number in range(6):
        path = folder / f"ticket-found-{number}.md"
        path.write_text(PAGE.format(number=number), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("content", ["full", "excerpt"])
def test_it_has_its_first_sentences_in_feeds_and_archives(
    site: Path, content: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = f'[site]\nbase_url = "https://example.org/"\n[feeds]\nitems = 4\ncontent = "{content}"\n'
    site.joinpath("sitegen.toml").write_text(text, encoding="utf-8")
    assert main(["build", "-q", "-s", str(site), "--as-of", "2024-07-01"]) == 0
    capsys.readouterr()

    assert main(["check", "-s", str(site), "--as-of", "2024-07-01"]) == 0

    told = "A ticket to Orle was found on bench 0. Nobody asked for it."
    archive = site / "output" / "feeds" / "archive" / "1"
    items = json.loads((archive / "feed.json").read_bytes())["items"]
    assert told in {item["content_text"] for item in items}
    assert told in (archive / "atom.xml").read_text("utf-8")
    article = site / "output" / "articles" / "ticket-found-0" / "article.json"
    assert json.loads(article.read_bytes())["words"] > 0
