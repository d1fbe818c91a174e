"""Let many files arrive while a site is watched, in every way in which files arrive."""

import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

from tests.faults.made_up import make_article
from tests.unmeasured import leave_unmeasured

_CONFIG = '[site]\ntitle = "Tidings"\nbase_url = "https://example.org/news/"\n'
_SUMMARY = re.compile(r"^([\d,]+) articles? in .* new, ", re.MULTILINE)
_END = re.compile(r"until \w+ \w+ \w+")
_LOOK_SECONDS = 0.2
_SLOW_TOGETHER = 20
_PAUSE_SECONDS = 0.4  # longer than a file must be quiet, while somebody still has it open


@contextmanager
def watch(site: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """Watch a site, until the block ends; its lines go to watch.log beside it."""
    command = [sys.executable, "-u", "-m", "sitegen", "watch", "-s", str(site), "-j", "1"]
    with (
        (site.parent / "watch.log").open("wb") as log,
        subprocess.Popen(
            [*command, "--as-of", "2024-07-01"], stdout=log, stderr=log, env=leave_unmeasured()
        ) as process,
    ):
        try:
            wait_for(process, lambda: "Ctrl-C ends" in read_log(site), 120)
            yield process
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=120)


def read_log(site: Path) -> str:
    """Return what the watch has told so far."""
    return (site.parent / "watch.log").read_text(encoding="utf-8")


def wait_for(
    process: "subprocess.Popen[bytes]", has_come: Callable[[], bool], seconds: float
) -> bool:
    """Wait until it has come, or the process has ended, or time is over; tell whether it has."""
    patient_until = time.monotonic() + seconds
    while not has_come():
        if process.poll() is not None or patient_until < time.monotonic():
            return False
        time.sleep(0.2)
    return True


def count_builds(site: Path) -> int:
    """Return how often the watch has built so far."""
    return len(_SUMMARY.findall(read_log(site)))


def arrive(count: int, folder: Path, seconds: float) -> Iterator[tuple[str, list[str]]]:
    """Let so many files arrive; yield by way of arrival what is lost or was read half."""
    site, beside = folder / "site", folder / "beside"
    (site / "seeds").mkdir(parents=True)
    beside.mkdir()
    (site / "sitegen.toml").write_text(_CONFIG, encoding="utf-8")
    shares = {way: range(at, count, len(_WAYS)) for at, way in enumerate(_WAYS)}
    reader = _Reader(site)
    with watch(site) as process, reader.run():
        for way, numbers in shares.items():
            _WAYS[way](site / "seeds", beside, numbers)
        has_come = wait_for(process, lambda: _count_articles(site) == count, seconds)
    log = read_log(site)
    for way, numbers in shares.items():
        for number in numbers:
            is_lost = make_article(number)[1] not in reader.ends
            yield f"a file that arrived by {way}", [f"{way}: {number} is lost"] * is_lost
    damage = [f"{page} was read half" for page in reader.halves]
    damage += [] if has_come else [f"{_count_articles(site)} articles of {count}"]
    damage += [line for line in log.splitlines() if "Traceback" in line or "warning" in line]
    yield f"a watch, {count_builds(site)} builds", damage


class _Reader:
    """Reads each article's page as soon as it is there."""

    def __init__(self, site: Path) -> None:
        self.ends: set[str] = set()
        self.halves: list[str] = []
        self._known: set[str] = set()
        self._folder = site / "content" / "articles"
        self._is_over = Event()

    @contextmanager
    def run(self) -> Iterator[None]:
        """Read until the block ends, and once more then."""
        thread = Thread(target=self._go_on)
        thread.start()
        try:
            yield
        finally:
            self._is_over.set()
            thread.join()
            self._look()

    def _go_on(self) -> None:
        while not self._is_over.wait(_LOOK_SECONDS):
            self._look()

    def _look(self) -> None:
        for path in self._folder.glob("*.md"):
            if path.name not in self._known:
                self._known.add(path.name)
                ends = _END.findall(path.read_text(encoding="utf-8"))
                self.ends.update(ends)
                self.halves += [] if ends else [path.name]


def _count_articles(site: Path) -> int:
    """Return how many articles the site had after the last build."""
    found = _SUMMARY.findall(read_log(site))
    return int(found[-1].replace(",", "")) if found else 0


def _move(seeds: Path, beside: Path, numbers: range) -> None:
    for number in numbers:
        _write(beside / "moved.txt", number)
        (beside / "moved.txt").rename(seeds / f"moved-{number}.txt")


def _synchronize(seeds: Path, _: Path, numbers: range) -> None:
    """Write under a hidden name in the folder itself, then move, as rsync does."""
    for number in numbers:
        waiting = seeds / f".synchronized-{number}.txt.Xq3{number % 1000:03}"
        _write(waiting, number)
        waiting.rename(seeds / f"synchronized-{number}.txt")


def _copy(seeds: Path, beside: Path, numbers: range) -> None:
    for number in numbers:
        folder = beside / "copied" / f"{number % 100}"
        folder.mkdir(parents=True, exist_ok=True)
        _write(folder / f"{number}.txt", number)
    subprocess.run(["cp", "-r", str(beside / "copied"), str(seeds)], check=True)


def _write_slowly(seeds: Path, _: Path, numbers: range) -> None:
    """Write half of each file, wait, and write the rest."""
    for at in range(0, len(numbers), _SLOW_TOGETHER):
        opened = []
        for number in numbers[at : at + _SLOW_TOGETHER]:
            data = make_article(number)[0].encode()
            file = (seeds / f"slow-{number}.txt").open("wb", buffering=0)
            file.write(data[: len(data) // 2])
            opened.append((file, data))
        time.sleep(_PAUSE_SECONDS)
        for file, data in opened:
            file.write(data[len(data) // 2 :])
            file.close()


def _write(path: Path, number: int) -> None:
    path.write_text(make_article(number)[0], encoding="utf-8")


_WAYS: dict[str, Callable[[Path, Path, range], None]] = {
    "mv": _move,
    "rsync": _synchronize,
    "cp -r": _copy,
    "a slow writer": _write_slowly,
}
