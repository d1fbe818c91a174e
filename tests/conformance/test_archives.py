"""A reader that pages back through a feed (RFC 5005) finds every article, and finds it once."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import feedparser

from sitegen.app.cli import main

SEEDS = sorted(Path(__file__).parents[2].joinpath("seeds").rglob("*.txt"))
BASE = "https://example.org/news/"


def build(site: Path, seeds: list[Path], day: int) -> None:
    """Build a site whose main feed has room for six items, after more seeds came."""
    (site / "seeds").mkdir(exist_ok=True)
    for number, seed in enumerate(seeds):
        (site / "seeds" / f"{day}-{number}.txt").write_bytes(seed.read_bytes())
    (site / "sitegen.toml").write_text(
        f'[site]\nbase_url = "{BASE}"\n[feeds]\nitems = 6\n', encoding="utf-8"
    )
    assert main(["build", "-q", "-s", str(site), "--as-of", f"2024-07-{day:02}"]) == 0


def walk_xml(output: Path, name: str) -> Iterator[Any]:
    """Yield the documents of a chain, as feedparser reads them."""
    address = name
    while address:
        parsed: Any = feedparser.parse(output.joinpath(address).read_bytes())
        assert not parsed.bozo, parsed.get("bozo_exception")
        yield parsed
        older = [link.href for link in parsed.feed.links if link.rel == "prev-archive"]
        address = older[0].removeprefix(BASE) if older else ""


def walk_json(output: Path) -> Iterator[Any]:
    address = "feed.json"
    while address:
        document = json.loads(output.joinpath(address).read_bytes())
        yield document
        address = document.get("next_url", "").removeprefix(BASE)


def list_ids(output: Path) -> list[list[str]]:
    """Return the ids that each of the three chains gives."""
    chains = [
        [entry.id for document in walk_xml(output, name) for entry in document.entries]
        for name in ("rss.xml", "atom.xml")
    ]
    return [*chains, [item["id"] for document in walk_json(output) for item in document["items"]]]


def read_archives(output: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in output.joinpath("feeds/archive").rglob("*.*")}


def test_each_chain_gives_every_article_once_and_archives_never_change(tmp_path: Path) -> None:
    output = tmp_path / "output"
    before: dict[Path, bytes] = {}
    for day, first in enumerate(range(0, len(SEEDS), 6), start=1):
        build(tmp_path, SEEDS[first : first + 6], day)

        articles = list(output.joinpath("articles").glob("*/index.html"))
        for ids in list_ids(output):
            assert len(ids) == len(set(ids)) == len(articles)
        after = read_archives(output)
        assert after.items() >= before.items()
        before = after
    assert len(before) >= 3 * 5


def test_an_archive_says_what_it_is_and_where_the_feed_is(tmp_path: Path) -> None:
    build(tmp_path, SEEDS, 1)
    current, *archives = walk_xml(tmp_path / "output", "atom.xml")

    assert len(archives) > 1
    assert "fh_archive" not in current.feed
    for archive in archives:
        links = {link.rel: link.href for link in archive.feed.links}
        # The first leads nowhere, so it does not say what validators would warn of.
        assert ("fh_archive" in archive.feed) is (archive is not archives[-1])
        assert links["current"] == f"{BASE}atom.xml"
        assert archive.feed.id == current.feed.id
