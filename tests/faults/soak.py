"""Watch a site for long while it changes, and measure memory, descriptors and idle work.

Changes come in bursts, as people and scrapers make them, and each burst waits for a build; ten
thousand changes take about two hours.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random

from tests.faults.arrivals import count_builds, wait_for, watch
from tests.faults.made_up import make_article
from tests.faults.moments import configure
from tests.faults.upheavals import read_trees

_ARTICLES, _POOL = 100, 130  # on the site at any time, and those that come and go
_BURST = 4  # changes at most between two builds
_WARM = 50  # changes, after which nothing new is imported and every cache has its size
_IDLE_SECONDS = 60.0
_CHANGE_SECONDS = 60.0
_MOST_GROWTH, _MOST_IDLE = 1.10, 0.01
_REST_SECONDS = 10.0
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Use:
    """What processes have: memory in bytes, open descriptors, seconds of CPU so far."""

    memory: int
    descriptors: int
    seconds: float

    @classmethod
    def of(cls, process: int) -> "Use":
        """Ask Linux of a process and its children, once those that build are gone."""
        time.sleep(_REST_SECONDS)
        children = Path("/proc", str(process), "task", str(process), "children")
        family = [process, *map(int, children.read_text(encoding="utf-8").split())]
        memory, descriptors, seconds = zip(*map(_measure, family), strict=True)
        return cls(sum(memory), sum(descriptors), sum(seconds))


def _measure(process: int) -> tuple[int, int, float]:
    """Return memory, counting what processes share once, descriptors and seconds."""
    proc = Path("/proc", str(process))
    fields = (proc / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    sizes = (proc / "smaps_rollup").read_text(encoding="utf-8").splitlines()
    memory = next(int(line.split()[1]) * 1024 for line in sizes if line.startswith("Pss:"))
    seconds = (int(fields[11]) + int(fields[12])) / _TICKS
    return memory, len(list((proc / "fd").iterdir())), seconds


def soak(changes: int, folder: Path, seed: int) -> Iterator[tuple[str, list[str]]]:
    """Change a site that is watched so many times; yield what each change and all of them cost."""
    chance = Random(seed)  # noqa: S311 - no secret
    site = folder / "site"
    (site / "seeds").mkdir(parents=True)
    configure(site, "Tidings", 3)
    for number in range(_ARTICLES):
        _add(site, number)
    with watch(site) as process:
        warm = None
        for burst in _cut_bursts(changes, chance):
            builds = count_builds(site)
            for number in burst:
                _change(site, number, chance)
            has_come = wait_for(process, partial(_has_built, site, builds), _CHANGE_SECONDS)
            damage = [] if has_come else [f"changes {burst} are not built"]
            for _ in burst:
                yield "a change while watching", damage
            if warm is None and min(_WARM, changes // 2) <= burst.stop:
                warm = Use.of(process.pid)
        assert warm is not None
        end = Use.of(process.pid)
        time.sleep(_IDLE_SECONDS)
        idle = (Use.of(process.pid).seconds - end.seconds) / (_IDLE_SECONDS + _REST_SECONDS)
    growth = end.memory / warm.memory
    damage = [f"memory grew by {growth:.2f}"] if _MOST_GROWTH < growth else []
    if warm.descriptors < end.descriptors:
        damage.append(f"{end.descriptors} descriptors are open instead of {warm.descriptors}")
    damage += [f"{idle:.1%} of a processor while idle"] if _MOST_IDLE < idle else []
    told = f"memory {warm.memory / 2**20:.0f} to {end.memory / 2**20:.0f} MiB"
    told += f", descriptors {warm.descriptors} to {end.descriptors}, idle {idle:.2%}"
    yield f"a soak: {told}", damage
    yield "the site after a soak, built anew", _compare_with_clean(site)


def _cut_bursts(changes: int, chance: Random) -> Iterator[range]:
    start = 0
    while start < changes:
        end = min(changes, start + chance.randint(1, _BURST))
        yield range(start, end)
        start = end


def _has_built(site: Path, before: int) -> bool:
    return before < count_builds(site)


def _compare_with_clean(site: Path) -> list[str]:
    """Return what the watch has missed, and what a build without a memory makes otherwise."""
    watched = read_trees(site)
    build = [sys.executable, "-m", "sitegen", "build", "-q", "--verify", "-s", str(site)]
    done = subprocess.run(
        [*build, "--as-of", "2024-07-01"], capture_output=True, text=True, check=False
    )
    wrong = done.stderr.splitlines() if done.returncode not in {0, 3} else []
    for old, new in zip(watched, read_trees(site), strict=True):
        differing = sorted(path for path in {*old, *new} if old.get(path) != new.get(path))
        wrong += [f"{path} was missed by the watch" for path in differing]
    return wrong


def _add(site: Path, number: int) -> None:
    text, _ = make_article(number)
    (site / "seeds" / _name(number)).write_text(text, encoding="utf-8")


def _name(number: int) -> str:
    return f"boats-{number:06}.txt"


def _list_pages(site: Path) -> list[Path]:
    return sorted((site / "content" / "articles").glob("*.md"))


def _change(site: Path, number: int, chance: Random) -> None:
    """Bring an article back and take one away, so that the site stays as large; edit; configure."""
    kind = chance.choice(["replace", "replace", "edit", "configure"])
    if kind == "replace":
        there = {seed.name for seed in (site / "seeds").iterdir()}
        away = [number for number in range(_POOL) if _name(number) not in there]
        seed = chance.choice(sorted(there))
        _add(site, chance.choice(away))
        (site / "seeds" / seed).unlink()
        for page in _list_pages(site):
            if f"seed: {seed}#" in page.read_text(encoding="utf-8"):
                page.unlink()
    elif kind == "edit":
        page = chance.choice(_list_pages(site))
        lines = page.read_text(encoding="utf-8").splitlines()
        said = [line for line in lines if not line.startswith("Said on the quay")]
        page.write_text("\n".join([*said, f"Said on the quay {number}.\n"]), encoding="utf-8")
    else:
        configure(site, f"Tidings {number}", 3)
