"""Programs that follow feeds, each with its own memory of what it has seen.

A reader is asked after each build of a site what is new to it. It tells of feeds by the addresses
under which it was subscribed, for that is what it goes on asking.
"""

import json
import mailbox
import os
import re
import shutil
import sqlite3
import subprocess
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from email.header import decode_header, make_header
from email.message import Message
from pathlib import Path
from typing import Any, ClassVar
from urllib.request import urlopen

import feedparser
import pytest
import reader

_CASE = re.compile(r"case (\d{5})", re.IGNORECASE)


@dataclass(frozen=True)
class Item:
    """One line in the list of a reader: the feed it came from, its id, and its title."""

    feed: str
    id: str
    title: str


def find_program(name: str, package: str) -> str:
    """Return a program's path; without it CI fails, and a person is told what was left out."""
    path = shutil.which(name)
    if path:
        return path
    message = f"no {name} here: install Debian's package {package}"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)


class Follower(ABC):
    """Something that polls feeds after every so many builds (``rhythm``), and remembers.

    ``formats`` are the files that it can read. ``is_thorough`` tells that it reads archives too.
    ``news`` counts by case what it has not been told, ``told`` by feed and case what it has.
    """

    formats: ClassVar[tuple[str, ...]] = ("rss.xml", "atom.xml")
    is_thorough: ClassVar[bool] = False

    def __init__(self, folder: Path, feeds: Iterable[str], rhythm: int = 1) -> None:
        self.folder = folder
        self.folder.mkdir(parents=True)
        self.feeds = tuple(feed for feed in feeds if feed.endswith(self.formats))
        self.rhythm = rhythm
        self.news: Counter[str] = Counter()
        self.told: dict[str, Counter[str]] = {feed: Counter() for feed in self.feeds}
        self._seen: set[tuple[str, str]] = set()

    @abstractmethod
    def poll(self) -> None:
        """Ask each feed once."""

    @abstractmethod
    def list_items(self) -> Iterator[Item]:
        """Yield what a person has been shown, an item as often as it was shown."""

    def take_new(self) -> Mapping[str, Counter[str]]:
        """Return how often each case is among what was not there at the last call, by feed."""
        new: dict[str, Counter[str]] = {feed: Counter() for feed in self.feeds}
        shown = Counter((item.feed, item.id) for item in self.list_items())
        twice = [key for key, count in shown.items() if 1 < count]
        assert not twice, f"{self} shows an item again: {twice}"
        for item in self.list_items():
            key = item.feed, item.id
            if key not in self._seen:
                self._seen.add(key)
                found = _CASE.search(item.title)
                new[item.feed][found[1] if found else item.id] += 1
        for feed, cases in new.items():
            self.told[feed] += cases
        return new

    def __str__(self) -> str:
        return type(self).__name__


class Newsboat(Follower):
    """newsboat of Debian. It knows items by their ids alone, so each feed has its own database."""

    def __init__(self, folder: Path, feeds: Iterable[str]) -> None:
        super().__init__(folder, feeds)
        self._program = find_program("newsboat", "newsboat")
        self.folder.joinpath("config").write_text("max-items 0\nkeep-articles-days 0\n")
        for number, feed in enumerate(self.feeds):
            self.folder.joinpath(f"urls{number}").write_text(f"{feed}\n")

    def poll(self) -> None:
        for number, _ in enumerate(self.feeds):
            files = ("-u", f"urls{number}", "-c", f"cache{number}.db", "-C", "config")
            _run(self.folder, self._program, *files, "-x", "reload")

    def list_items(self) -> Iterator[Item]:
        for number, feed in enumerate(self.feeds):
            database = sqlite3.connect(self.folder / f"cache{number}.db")
            try:
                rows = database.execute("SELECT guid, title FROM rss_item").fetchall()
            finally:
                database.close()
            yield from (Item(feed, *row) for row in rows)


class Rss2Email(Follower):
    """rss2email of Debian, which sends what is new into a folder of mails."""

    def __init__(self, folder: Path, feeds: Iterable[str]) -> None:
        super().__init__(folder, feeds)
        program = find_program("r2e", "rss2email")
        self._command = (program, "-c", "r2e.cfg", "-d", "r2e.json")
        self.folder.joinpath("r2e.cfg").write_text(
            "[DEFAULT]\nemail-protocol = maildir\n"
            f"maildir-path = {self.folder}\nmaildir-mailbox = mails\n"
            "from = site@example.org\nto = reader@example.org\n"
        )
        for number, feed in enumerate(self.feeds):
            _run(self.folder, *self._command, "add", f"feed{number}", feed)

    def poll(self) -> None:
        _run(self.folder, *self._command, "run")

    def list_items(self) -> Iterator[Item]:
        for mail in mailbox.Maildir(self.folder / "mails"):
            feed = self.feeds[int(re.findall(r"\d+", str(mail["List-ID"]))[0])]
            yield Item(feed, str(mail["X-RSS-ID"]), _read_subject(mail))


class Library(Follower):
    """The library reader, which is also a web application; it knows all three formats."""

    formats = ("rss.xml", "atom.xml", "feed.json")

    def __init__(self, folder: Path, feeds: Iterable[str]) -> None:
        super().__init__(folder, feeds)
        self._reader = reader.make_reader(str(self.folder / "reader.db"))
        for feed in self.feeds:
            self._reader.add_feed(feed)

    def poll(self) -> None:
        for feed in self.feeds:
            self._reader.update_feed(feed)

    def list_items(self) -> Iterator[Item]:
        for entry in self._reader.get_entries():
            yield Item(entry.feed_url, entry.id, str(entry.title))


class Historian(Follower):
    """Reads feeds with feedparser, and goes back through archives that it has not read yet.

    That is what RFC 5005 asks of a reader that was away; ``next_url`` is the same in JSON.
    """

    formats = ("rss.xml", "atom.xml", "feed.json")
    is_thorough = True

    def __init__(self, folder: Path, feeds: Iterable[str], rhythm: int = 1) -> None:
        super().__init__(folder, feeds, rhythm)
        self._items: dict[tuple[str, str], Item] = {}
        self._read: set[str] = set()
        self._stamps: dict[str, dict[str, str]] = {}

    def poll(self) -> None:
        for feed in self.feeds:
            address = feed
            while address and address not in self._read:
                found, older = self._fetch(address, is_feed=address == feed)
                for id_, title in found:
                    self._items.setdefault((feed, id_), Item(feed, id_, title))
                if address != feed:
                    self._read.add(address)
                address = older

    def list_items(self) -> Iterator[Item]:
        yield from self._items.values()

    def _fetch(self, address: str, *, is_feed: bool) -> tuple[list[tuple[str, str]], str]:
        """Return ids and titles of the items of a document, and what goes on where it ends."""
        if address.endswith("json"):
            with urlopen(address, timeout=10) as answer:  # noqa: S310 - our own server
                document = json.load(answer)
            told = [(item["id"], item["title"]) for item in document["items"]]
            return told, document.get("next_url", "")
        parsed: Any = feedparser.parse(address, **self._stamps.get(address, {}))
        if not parsed.version and parsed.status in {301, 304}:  # 301: to what has not changed
            return [], ""
        assert not parsed.bozo, f"{address}: {parsed.get('bozo_exception')}"
        if is_feed:
            kept = {name: parsed.get(name) for name in ("etag", "modified")}
            self._stamps[address] = {name: value for name, value in kept.items() if value}
        older = [link.href for link in parsed.feed.links if link.rel == "prev-archive"]
        return [(entry.id, entry.title) for entry in parsed.entries], "".join(older)


def _read_subject(mail: Message) -> str:
    return " ".join(str(make_header(decode_header(mail["Subject"]))).split())


def _run(folder: Path, *command: str) -> None:
    """Run a program whose home is a folder. Programs of this kind talk much and mean little."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    home = {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    done = subprocess.run(
        command, cwd=folder, env={**kept, **home, "no_proxy": "*"}, capture_output=True, check=False
    )
    assert done.returncode == 0, f"{command}: {done.stdout!r} {done.stderr!r}"
