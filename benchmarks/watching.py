"""How long a watcher takes from a seed that has arrived to its page, and what it costs at rest.

Run it by ``python -m benchmarks.watching 60 1000``.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.corpus import make_newcomer, write_corpus

ROOT = Path(__file__).parents[1]
_RUNS = 10
_IDLE_SECONDS = 20.0
_MEMORY = ("Rss", "Pss")  # what several processes share counts in full, or once
# What the watcher waits to be sure that a file is finished; the rest is work.
_QUIET_SECONDS = 0.25


@contextmanager
def watch(site: Path) -> Iterator["subprocess.Popen[str]"]:
    """Run a watcher that is ready."""
    with subprocess.Popen(
        [sys.executable, "-u", "-m", "sitegen", "watch", "-s", site, "-b", "https://example.org/"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        wait_for_line(process, "Ctrl-C ends")
        yield process
        process.terminate()


def wait_for_line(process: "subprocess.Popen[str]", words: str) -> None:
    """Read what the watcher says until a line has the words."""
    while process.stdout:
        line = process.stdout.readline()
        if words in line:
            return
        if not line:
            raise SystemExit("the watcher ended")


def measure_arrivals(site: Path, articles: int) -> Iterator[tuple[float, float, float]]:
    """Yield for each seed that is moved in: seconds to its page, to the whole site, and of CPU."""
    pages = site / "output" / "articles"
    with watch(site) as process:
        for number in range(_RUNS):
            known = set(pages.iterdir())
            part = site / "newcomer"
            part.write_bytes(make_newcomer(number, articles))
            time.sleep(1.0)
            worked = read_cpu(process.pid)
            part.rename(site / "seeds" / f"newcomer-{number}.txt")
            started = time.perf_counter()
            while not _is_shown(set(pages.iterdir()) - known):
                time.sleep(0.002)
            shown = time.perf_counter() - started
            wait_for_line(process, " new, ")
            done = time.perf_counter() - started
            yield shown - _QUIET_SECONDS, done - _QUIET_SECONDS, read_cpu(process.pid) - worked
        tell_rest(process.pid)


def _is_shown(new: set[Path]) -> bool:
    return any((page / "index.html").exists() for page in new)


def tell_rest(process: int) -> None:
    """Print what the watcher needs while nothing happens."""
    before = read_cpu(process)
    time.sleep(_IDLE_SECONDS)
    share = (read_cpu(process) - before) / _IDLE_SECONDS
    alone, shared = (
        sum(read_memory(each, name) for each in list_family(process)) for name in _MEMORY
    )
    print(
        f"  at rest {shared:.0f} MB ({alone:.0f} MB if nothing were shared), {share:.1%} of one CPU"
    )


def list_family(process: int) -> list[int]:
    """Return a process, those that it has started, and those that these have."""
    threads = Path(f"/proc/{process}/task").glob("*/children")
    children = [int(child) for thread in threads for child in thread.read_text("ascii").split()]
    return [process, *(each for child in children for each in list_family(child))]


def read_memory(process: int, name: str) -> float:
    """Return the megabytes that a process holds, by a name of ``smaps_rollup``."""
    rows = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
    return int(rows.partition(f"\n{name}:")[2].split()[0]) / 1024


def read_cpu(process: int) -> float:
    """Return the seconds of CPU of a process and its family, also of those that have ended."""
    ticks = 0
    for each in list_family(process):
        fields = Path(f"/proc/{each}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        ticks += sum(map(int, fields[11:15]))
    return ticks / os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Measure each size that is named."""
    for articles in map(int, sys.argv[1:] or ["60"]):
        with tempfile.TemporaryDirectory() as folder:
            site = Path(folder)
            write_corpus(site / "seeds", articles)
            print(f"{articles:,} articles, {_RUNS} seeds that arrive")
            both = list(measure_arrivals(site, articles))
        names = ("settled to page on disk", "settled to all on disk", "CPU")
        for name, seconds in zip(names, zip(*both, strict=True), strict=True):
            cuts = statistics.quantiles(seconds, n=20)
            print(f"  {name}: p50 {cuts[9]:.3f} s, p95 {cuts[18]:.3f} s", flush=True)


if __name__ == "__main__":
    main()
