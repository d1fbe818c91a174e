"""Feeds of any length, of articles that are easy to lose: all valid, and every item arrives."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import feedparser
import pytest

from sitegen.app.cli import main
from sitegen.corpus import archive_articles
from sitegen.model.dating import Dating
from sitegen.model.feed import Feed
from sitegen.model.record import Record
from sitegen.publish.feeds import list_feeds, render_feed
from sitegen.publish.plan import plan_site
from tests.publish.feed_samples import EMPTY_THEME, NOON, PAGE, SETTINGS

LARGEST = 512 * 1024
TAGS = ("C", "C++", "C#", "US", "U.S.", "R&D", "..", "CON", "القاهرة", "Öre & <b>", "a/b", "%2e")
DATES = ("1000-01-01", "1582-10-10", "1899-12-31", "1970-01-01", "1994-02-28", "2024-02-29")


def make_record(count: int, letters: int) -> Record:
    """Return articles of so many letters, ten of which came on each day."""
    pages = (
        replace(
            PAGE,
            id=f"tag:example.org,2026:sitegen/{number:05}",
            slug=f"ferry-late-{number}",
            dating=Dating(NOON + timedelta(hours=number), "instant", ""),
            first_seen=NOON + timedelta(days=number // 10),
            body="Late & <late> again. " * (letters // 21),
        )
        for number in range(count)
    )
    return Record(pages=tuple(pages), tags=(), own=())


def list_main_feeds(record: Record) -> Iterator[Feed]:
    """Yield the main feed and its archives, newest first."""
    now = NOON + timedelta(days=400)
    site = plan_site(archive_articles(record, SETTINGS, now), SETTINGS, now)
    bodies = {page.id: f"<p>{page.body}</p>" for page in site.pages}
    feeds = [make() for make in list_feeds(site, bodies, EMPTY_THEME)]
    yield feeds[0]
    yield from reversed([feed for feed in feeds if feed.is_archive])


@pytest.mark.parametrize("letters", [200, 60_000])
@pytest.mark.parametrize("count", [0, 1, 49, 50, 51, 1_500])
def test_a_chain_of_any_length_has_each_article_once_in_documents_that_readers_take(
    count: int, letters: int
) -> None:
    if count * letters > 10_000_000:
        letters = 6_000
    record = make_record(count, letters)

    feeds = list(list_main_feeds(record))

    told = [item.id for feed in feeds for item in feed.items]
    assert sorted(told) == sorted(page.id for page in record.pages)
    for feed in feeds:
        assert len(feed.items) <= 50
        for file in render_feed(feed):
            assert len(file.data) <= LARGEST
    older = [feed.older for feed in feeds]
    assert older == [*(feed.address for feed in feeds[1:]), ""]


def write_page(site: Path, number: int, date: str, tags: tuple[str, ...], title: str) -> str:
    """Write an article by hand; return its id."""
    id_ = f"tag:example.org,2026:by-hand/{number}"
    front: dict[str, Any] = {
        "id": id_,
        "title": title,
        "slug": f"page-{number}",
        "first_seen": "2024-06-26",
        "tags": list(tags),
        **({"date": date} if date else {}),
    }
    lines = "".join(f"{key}: {json.dumps(value)}\n" for key, value in front.items())
    text = f"A ticket of number {number} ]]> was found & kept, [here](javascript:alert(1))."
    folder = site / "content/articles"
    folder.mkdir(parents=True, exist_ok=True)
    folder.joinpath(f"page-{number}.md").write_text(f"---\n{lines}---\n\n{text}\n", "utf-8")
    return id_


@pytest.mark.parametrize(
    ("base_url", "written"),
    [
        ("https://example.org:8443/~mira/news", "https://example.org:8443/~mira/news/"),
        ("https://münchen.example/zeit/", "https://xn--mnchen-3ya.example/zeit/"),
        ("http://localhost:8000/a%20b/(c)'/", "http://localhost:8000/a%20b/(c)'/"),
    ],
)
def test_what_is_easy_to_lose_arrives(
    tmp_path: Path, base_url: str, written: str, capsys: pytest.CaptureFixture[str]
) -> None:
    ids = {write_page(tmp_path, n, "2024-06-14", TAGS, "Ticket found") for n in range(30)}
    ids |= {
        write_page(tmp_path, 30 + n, date, TAGS[:2], f"At {date}") for n, date in enumerate(DATES)
    }
    ids |= {write_page(tmp_path, 40 + n, "", (), "Ticket found") for n in range(3)}
    (tmp_path / "seeds").mkdir()
    text = f'[site]\nbase_url = "{base_url}"\n[tags]\nminimum = 1\n'
    (tmp_path / "sitegen.toml").write_text(text, "utf-8")
    command = ["-s", str(tmp_path), "--as-of", "2024-07-01"]

    assert main(["build", "-q", "-F", *command]) == 0
    capsys.readouterr()
    assert main(["check", "--json", *command]) == 0
    told = json.loads(capsys.readouterr().out)["problems"]
    # Pages of one title are told of, for a search shows them alike; feeds are right.
    assert {problem["message"].partition(" of articles")[0] for problem in told} == {
        "has the title"
    }

    output = tmp_path / "output"
    for name in ("rss.xml", "atom.xml"):
        parsed: Any = feedparser.parse(output.joinpath(name).read_bytes())
        assert not parsed.bozo, parsed.get("bozo_exception")
        assert {entry.id for entry in parsed.entries} == ids
        assert all(entry.link.startswith(written) for entry in parsed.entries)
    items = json.loads(output.joinpath("feed.json").read_bytes())["items"]
    assert {item["id"] for item in items} == ids
    assert len(list(output.glob("tags/*/rss.xml"))) == len(TAGS)
