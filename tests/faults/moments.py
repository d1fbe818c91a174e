"""Look at output/ after each step of its change, and follow every link that somebody could."""

import io
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, redirect_stderr
from datetime import date, timedelta
from html import unescape
from pathlib import Path
from posixpath import normpath
from random import Random
from typing import Any
from unittest.mock import patch
from urllib.parse import unquote, urlsplit

from benchmarks.corpus import make_newcomer, write_corpus
from sitegen.app import output as output_module
from sitegen.app.change import change_folder
from sitegen.app.cli import main
from sitegen.app.enclosure import Enclosure
from sitegen.app.manifest import EMPTY, read_own_manifest

_BASE = "https://example.org/news/"
_CONFIG = '[site]\ntitle = "{title}"\nbase_url = "' + _BASE + '"\n\n[tags]\nminimum = {minimum}\n'
_LINK = re.compile(rb"""\b(?:href|src)=["']?([^"' >]+)""")
_FEED_LINK = re.compile(rb"https://example\.org/news/[^\s\"'<>&)\\]*")
_FIRST_DAY = date(2024, 7, 1)
_ARTICLES = 25


def edit_at_random(seed: int, edits: int, folder: Path) -> Iterator["Seen"]:
    """Edit a site at random and build it each time; yield what was seen during each build."""
    chance = Random(seed)  # noqa: S311 - the same edits each time
    site = folder / "site"
    write_corpus(site / "seeds", _ARTICLES)
    configure(site, "Tidings", 3)
    assert _build(site, 0) in {0, 3}
    for number in range(edits):
        edit = f"seed {seed}, edit {number} ({_edit(site, number, chance)})"
        with _watch_output(site / "output", edit) as seen:
            assert _build(site, number) in {0, 3}, edit
        yield seen


class Seen:
    """What output/ holds at a moment, by its links, and what was dead in any moment."""

    def __init__(self, output: Path, edit: str) -> None:
        self.edit = edit
        self.dead: list[str] = []
        self.moments = 0
        self._output = output
        self._roots: set[str] = set()
        self._links: dict[str, frozenset[str]] = {}

    def begin(self, stays: Iterable[str]) -> None:
        """Begin with what is there; ``stays`` are the addresses that old and new site share."""
        self._roots = set(stays)
        files = (path for path in self._output.rglob("*") if path.is_file())
        self._links = {
            path.relative_to(self._output).as_posix(): self._read(path)
            for path in files
            if not path.relative_to(self._output).parts[0].startswith(".sitegen")
        }

    def look(self, path: str) -> None:
        """Look at what has become of one path, and follow all links from what was known before."""
        self.moments += 1
        if path.startswith(".sitegen"):
            return
        if (self._output / path).exists():
            self._links[path] = self._read(self._output / path)
        else:
            self._links.pop(path, None)
        waiting = [root for root in self._roots if root in self._links]
        self.dead += [f"{self.edit}: {root} is gone" for root in self._roots - self._links.keys()]
        reached = set(waiting)
        while waiting:
            here = waiting.pop()
            for target in self._links[here] - reached:
                reached.add(target)
                if target in self._links:
                    waiting.append(target)
                else:
                    self.dead.append(f"{self.edit}, after {path}: {here} leads to {target}")

    def _read(self, path: Path) -> frozenset[str]:
        here = path.relative_to(self._output).as_posix()
        data = path.read_bytes()
        if path.suffix == ".html":
            targets = {_resolve(here, link.decode()) for link in _LINK.findall(data)}
        elif path.suffix in {".xml", ".json", ".opml", ".txt", ".md"}:
            targets = {_resolve(here, link.decode()) for link in _FEED_LINK.findall(data)}
        else:
            targets = set()
        return frozenset(target for target in targets if target)


@contextmanager
def _watch_output(output: Path, edit: str) -> Iterator[Seen]:
    """Look after each step that a build does in output/."""
    seen = Seen(output, edit)

    def begin(root: Path, steps: Any) -> Any:
        old = (read_own_manifest(root) or EMPTY).hashes
        seen.begin(old.keys() - {step.path for step in steps if not step.after})
        return change_folder(root, steps)

    def look_after(do: Callable[..., None]) -> Callable[..., None]:
        def done(enclosure: Enclosure, *arguments: Any) -> None:
            do(enclosure, *arguments)
            if enclosure._root == output:
                seen.look(arguments[-1])

        return done

    with (
        patch.object(output_module, "change_folder", begin),
        patch.object(Enclosure, "place", look_after(Enclosure.place)),
        patch.object(Enclosure, "remove", look_after(Enclosure.remove)),
    ):
        yield seen


def _resolve(here: str, link: str) -> str:
    """Return the file that a link leads to, nothing where it leaves the site."""
    address = unescape(link)
    if address.startswith(_BASE):
        here, address = "", address.removeprefix(_BASE)
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or (not parts.path and here):
        return ""
    path = unquote(parts.path)
    found = normpath(f"{here.rpartition('/')[0]}/{path}".lstrip("/"))
    found = "" if found == "." else found
    return f"{found}/index.html".lstrip("/") if not path or path.endswith("/") else found


def _build(site: Path, number: int) -> int:
    day = _FIRST_DAY + timedelta(days=number // 5)
    told = io.StringIO()  # of a site that is edited at random there is much to warn of
    with redirect_stderr(told):
        status = main(["build", "-q", "-s", str(site), "--as-of", day.isoformat()])
    if status:
        sys.stderr.write(told.getvalue())
    return status


def configure(site: Path, title: str, minimum: int) -> None:
    """Write the configuration of a site; ``minimum`` is how many articles a tag must have."""
    text = _CONFIG.format(title=title, minimum=minimum)
    (site / "sitegen.toml").write_text(text, encoding="utf-8")


def _edit(site: Path, number: int, chance: Random) -> str:
    """Change something as a person or a scraper would, and say what."""
    pages = sorted((site / "content" / "articles").glob("*.md"))
    page = chance.choice(pages)
    kind = chance.choice(["add", "add", "delete", "draft", "rename", "configure", "rewrite"])
    if kind == "add" or len(pages) < _ARTICLES // 2:
        name = f"new-{number:05}.txt"
        (site / "seeds" / name).write_bytes(make_newcomer(number, _ARTICLES))
        return f"add {name}"
    if kind == "configure":
        configure(site, chance.choice(["Tidings", "Tides"]), chance.choice([2, 3, 4]))
    elif kind == "delete":
        page.unlink()
    elif kind == "rename":
        page.rename(page.with_name(f"moved-{number}.md"))
    else:
        text = page.read_text(encoding="utf-8")
        line = "draft: true\n" if kind == "draft" else ""
        head, tail = text.split("\n", 1)
        page.write_text(f"{head}\n{line}{tail}\nSaid on the quay.\n", encoding="utf-8")
    return f"{kind} {page.name}"
