"""Build beside files of others, while folders become links to elsewhere under the build's hands."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.corpus import make_newcomer, write_corpus
from sitegen.app.cli import main
from tests.faults.moments import configure

# A site lives for so many builds; then another one begins, so that each stays small.
_BUILDS_OF_A_SITE = 50
_ARTICLES = 6
_MINE = b"mine"
_OF_OTHERS = (
    *("CNAME", ".git/HEAD", "index.html.bak", "articles/mine.html", "tags/.hidden"),
    *("mine/index.html", "feeds/mine.xml", ".well-known/mine"),
)
_NOTES_OF_OTHERS = ("notes.txt", "articles/sketch.txt", "articles/.draft.md.swp", "mine/a.csv")
# Python tells of these before they happen.
_EVENTS = frozenset(
    "open os.listdir os.scandir os.mkdir os.remove os.rename os.rmdir os.truncate".split()
)
# So many of them pass in a small build, as far as anybody can be led elsewhere by them.
_MOST_CALLS = 700


def build_beside_strangers(seed: int, builds: int, folder: Path) -> Iterator[list[str]]:
    """Build so many times after edits at random; yield what was not as promised of each build."""
    chance = Random(seed)  # noqa: S311 - the same each time
    site = folder
    for number in range(builds):
        if number % _BUILDS_OF_A_SITE == 0:
            site = _begin(folder / f"site {seed}-{number}")
        theirs = _scatter(site)
        what = _edit(site, number, chance)
        race = _Race(site, chance)
        theirs |= race.prepare()
        with race.run():
            status = _build(site)
        where = f"seed {seed}, build {number} ({what}; {race})"
        damage = [] if status in {0, 1, 3} else [f"{where}: ended with {status}"]
        damage += [f"{where}: {path} was changed" for path in _find_changed(theirs)]
        damage += [f"{where}: {path} is new elsewhere" for path in race.find_new()][:1]
        # Without the race the next build is right, whatever the last one found in its way.
        if _build(site) not in {0, 3}:
            damage.append(f"{where}: the next build failed")
        damage += [f"{where}: {path} was changed after it" for path in _find_changed(theirs)]
        yield damage


class _Race:
    """Somebody who puts a link to elsewhere in place of a folder, and takes it away again."""

    def __init__(self, site: Path, chance: Random) -> None:
        folders = [
            path
            for top in ("output", "content")
            for path in (site / top, *(site / top).rglob("*"))
            if path.is_dir() and not path.name.startswith(".")
        ]
        self._folder = chance.choice(folders)
        self._away = site.parent / "away"
        self._outside = site.parent / "outside"
        self._start = chance.randrange(_MOST_CALLS)
        self._stop = self._start + chance.choice([1, 2, 5, 50, _MOST_CALLS])
        self._count = 0
        self._is_swapped = False
        self._names: frozenset[Path] = frozenset()

    def __str__(self) -> str:
        """Name the race, as a report does."""
        return f"{self._folder} is a link from call {self._start} to {self._stop}"

    def prepare(self) -> dict[Path, bytes]:
        """Make what lies elsewhere: the same bytes, so that by its hash each file could be ours."""
        shutil.rmtree(self._outside, ignore_errors=True)
        shutil.copytree(self._folder, self._outside)
        self._names = frozenset(self._outside.rglob("*"))
        return {path: path.read_bytes() for path in self._names if path.is_file()}

    def find_new(self) -> list[Path]:
        """Return what has been made elsewhere."""
        return sorted(frozenset(self._outside.rglob("*")) - self._names)

    @contextmanager
    def run(self) -> Iterator[None]:
        """Race against all that happens until the block ends."""
        _hear(self._step)
        try:
            yield
        finally:
            _hear(None)
            if self._is_swapped:
                self._swap_back()

    def _step(self) -> None:
        self._count += 1
        if self._count == self._start and self._folder.is_dir():
            self._folder.rename(self._away)
            self._folder.symlink_to(self._outside)
            self._is_swapped = True
        elif self._count == self._stop and self._is_swapped:
            self._swap_back()

    def _swap_back(self) -> None:
        self._is_swapped = False
        if self._folder.is_symlink():
            self._folder.unlink()
        if self._folder.exists():  # made anew meanwhile
            shutil.copytree(self._away, self._folder, dirs_exist_ok=True)
            shutil.rmtree(self._away)
        else:
            self._folder.parent.mkdir(parents=True, exist_ok=True)
            self._away.rename(self._folder)


class _Hook:
    """What Python tells of calls, for whoever listens now: a hook can never be taken away."""

    step: Any = None
    is_set = False
    is_busy = False


def _hear(step: Any) -> None:
    _Hook.step = step
    if not _Hook.is_set:
        _Hook.is_set = True
        sys.addaudithook(_pass)


def _pass(event: str, _: tuple[Any, ...]) -> None:
    if _Hook.step is None or event not in _EVENTS or _Hook.is_busy:
        return
    _Hook.is_busy = True
    try:
        _Hook.step()
    finally:
        _Hook.is_busy = False


def _begin(folder: Path) -> Path:
    site = folder / "site"
    write_corpus(site / "seeds", _ARTICLES)
    configure(site, "Tidings", 2)
    assert _build(site) in {0, 3}
    return site


def _build(site: Path) -> int:
    return main(["build", "-q", "-j", "1", "-s", str(site), "--as-of", "2024-07-01"])


def _scatter(site: Path) -> dict[Path, bytes]:
    """Put files of others where they are missing, and return all of them."""
    theirs = [site / "output" / name for name in _OF_OTHERS]
    theirs += [site / "content" / name for name in _NOTES_OF_OTHERS]
    for path in theirs:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_MINE)
    return dict.fromkeys(theirs, _MINE)


def _find_changed(theirs: dict[Path, bytes]) -> list[Path]:
    return [
        path for path, data in theirs.items() if not path.is_file() or data != path.read_bytes()
    ]


def _edit(site: Path, number: int, chance: Random) -> str:
    pages = sorted((site / "content" / "articles").glob("*.md"))
    kind = chance.choice(["add", "delete", "configure", "edit"])
    if kind == "add" or len(pages) < 3:
        (site / "seeds" / f"new-{number}.txt").write_bytes(make_newcomer(number, _ARTICLES))
        return "add"
    page = chance.choice(pages)
    if kind == "delete":
        page.unlink()
    elif kind == "configure":
        configure(site, f"Tidings {number}", chance.choice([1, 2, 3]))
    else:
        page.write_text(page.read_text(encoding="utf-8") + "\nOn the quay.\n", encoding="utf-8")
    return kind
