"""Who follows a site for years is told of each article, and of each once (law 4).

Programs that people use ask a site on this machine after each of fifty builds, between which all
happens that can happen to a site. ``make torture-feeds`` does it with many more.
"""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.readers.following import follow
from tests.readers.life import Life
from tests.readers.loopback import HOSTS, Loopback
from tests.readers.programs import Historian, Library, Newsboat, Rss2Email, find_program

# Prints each feed that a reader of the strict kind refuses.
RUBY = """
require "rss"
ARGV.each do |path|
  feed = RSS::Parser.parse(File.read(path, encoding: "UTF-8"), true)
  puts path if feed.nil? || feed.items.any? { |item| item.title.nil? }
rescue RSS::Error => error
  puts "#{path}: #{error.message}"
end
"""


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> Iterator[Loopback]:
    monkeypatch.setenv("no_proxy", "*")
    host = Loopback()
    yield host
    host.close()


def live(life: Life, host: Loopback) -> Iterator[str]:
    """Do to a site what happens in three years; say what, whenever it is built."""
    yield "the first articles"
    life.publish(4)
    yield "some more"
    yield "nothing"
    life.copy(life.cases[1])
    yield "a better copy of one"
    life.retitle(life.cases[2])
    yield "another headline"
    life.publish(5)
    life.copy(life.cases[-1])
    yield "one that comes twice"
    life.rename(life.cases[3], "a-name-of-its-own")
    yield "a new slug"
    life.give_title(life.cases[4], "A Title by Hand in Case 10004")
    yield "a title by hand"
    life.lose_cache()
    life.publish(3)
    yield "cache deleted"
    life.lose_output()
    life.publish(2)
    yield "output deleted"
    life.base_url = host.make_url(HOSTS[0], "/")
    life.publish(3)
    yield "a base URL with another path"
    life.clone()
    life.publish(2)
    yield "a clone elsewhere"
    merged = life.merge(life.cases[0], life.cases[5])
    yield "two merged"
    life.split(merged)
    yield "and split again"
    life.split(life.page_of(life.cases[1]))
    life.news[life.cases[1]] += 1
    yield "a copy split off that never was a page"
    life.edit(life.cases[6], lambda text: text + "\nA person’s own words.\n")
    yield "a page edited by hand"
    life.set_key(life.cases[7], "draft: true")
    life.publish(1)
    yield "one withdrawn as a draft"
    life.set_key(life.cases[7], "draft: false")
    yield "and published again"
    yield from live_on(life, host)
    yield from live_long(life)


def live_on(life: Life, host: Loopback) -> Iterator[str]:
    """Let articles go and come back, more arrive than a feed holds, and the site move."""
    taken = life.remove(life.cases[8])
    life.publish(1)
    yield "one removed"
    life.bring_back(taken)
    for case in (2, 6, 9):  # with another headline, edited by hand, and as it came
        life.page_of(life.cases[case]).unlink()
    yield "and there again, and so are three whose files were deleted"
    life.publish(20)
    yield "a busy day"
    life.publish(70)
    yield "more than a feed has room for"
    life.settings = '[tags.aliases]\nWynimere = "Greater Wynimere"\n'
    yield "a tag with another name"
    life.base_url = host.make_url(HOSTS[1], "/news/")
    life.publish(2)
    yield "another domain"


def live_long(life: Life) -> Iterator[str]:
    """Let the same happen again to a site that has archives."""
    life.retitle(life.cases[0])
    life.copy(life.cases[40])
    yield "old articles with other headlines and better copies"
    life.rename(life.cases[41], "archived-elsewhere")
    life.publish(1)
    yield "an archived article with a new slug"
    merged = life.merge(life.cases[42], life.cases[-1])
    yield "a new one merged into an archived one"
    life.split(merged)
    yield "and split again"
    life.lose_cache()
    life.lose_output()
    life.clone()
    yield "everything lost but what is kept"
    life.remove(life.cases[43])
    yield "an archived article removed"
    life.set_key(life.cases[44], "draft: true")
    yield "an archived article withdrawn"
    life.set_key(life.cases[44], "draft: false")
    yield "and published again"
    life.settings += "[feeds]\nitems = 20\n"
    life.publish(2)
    yield "smaller feeds"
    life.settings = life.settings.replace("20", '40\ncontent = "excerpt"')
    life.publish(2)
    yield "larger feeds with excerpts"
    life.settings = ""
    for _ in range(16):
        life.publish(3)
        yield "three more"


def list_feeds(life: Life) -> list[str]:
    """Return the feeds that people follow: the main one, and three that are a part of it."""
    main = [f"{life.base_url}{name}" for name in ("rss.xml", "atom.xml", "feed.json")]
    parts = ("tags/wynimere", "sources/northern-wire", "digest")
    return [*main, *(f"{life.base_url}{part}/rss.xml" for part in parts)]


@pytest.mark.timeout(900)  # fifty builds, and three programs after each
def test_fifty_builds_lose_nothing_and_show_nothing_twice(tmp_path: Path, host: Loopback) -> None:
    life = Life(tmp_path, host.make_url(HOSTS[0], "/ledger/"))
    life.publish(8)
    life.build()
    host.deploy(life.root / "output", life.base_url, life.now)
    feeds = list_feeds(life)
    main = feeds[:3]
    followers = [
        Newsboat(tmp_path / "newsboat", main),
        Rss2Email(tmp_path / "rss2email", main),
        Library(tmp_path / "library", feeds),
        Historian(tmp_path / "historian", feeds),
        Historian(tmp_path / "traveller", feeds, rhythm=7),
    ]

    assert follow(life, host, live(life, host), followers) == 50

    assert {status for _, status in host.statuses} == {200, 301, 304}
    check_with_ruby(life.root / "output")


def test_what_comes_back_after_the_site_moved_is_what_it_was(
    tmp_path: Path, host: Loopback
) -> None:
    life = Life(tmp_path, host.make_url(HOSTS[0], "/"))
    life.publish(3)
    life.build()
    host.deploy(life.root / "output", life.base_url, life.now)
    library = Library(tmp_path / "library", list_feeds(life)[:3])

    def move(life: Life) -> Iterator[str]:
        yield "three articles"
        life.base_url = host.make_url(HOSTS[1], "/")
        taken = life.remove(life.cases[0])
        yield "the site moves, and one is removed"
        life.bring_back(taken)
        yield "and there again"

    follow(life, host, move(life), [library])


def check_with_ruby(output: Path) -> None:
    """Let a parser that validates read every feed of a site."""
    feeds = [path for name in ("rss.xml", "atom.xml") for path in sorted(output.rglob(name))]
    assert len(feeds) > 100
    command = [find_program("ruby", "ruby"), "-e", RUBY, *map(str, feeds)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == ""
