"""Watch a site for long while it changes, and measure memory, descriptors and idle work."""

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random

from tests.faults.arrivals import count_builds, wait_for, watch
from tests.faults.made_up import make_article
from tests.faults.moments import configure

_ARTICLES, _POOL = 100, 130  # on the site at any time, and those that come and go
_WARM = 50  # changes, after which nothing new is imported and every cache has its size
_IDLE_SECONDS = 60.0
_CHANGE_SECONDS = 60.0
_MOST_GROWTH, _MOST_IDLE = 1.10, 0.01
_PAGE, _TICKS = os.sysconf("SC_PAGE_SIZE"), os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Use:
    """What a process has: memory in bytes, open descriptors, seconds of CPU so far."""

    memory: int
    descriptors: int
    seconds: float

    @classmethod
    def of(cls, process: int) -> "Use":
        """Ask Linux."""
        proc = Path("/proc", str(process))
        fields = (proc / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return cls(
            memory=int((proc / "statm").read_text(encoding="utf-8").split()[1]) * _PAGE,
            descriptors=len(list((proc / "fd").iterdir())),
            seconds=(int(fields[11]) + int(fields[12])) / _TICKS,
        )


def soak(changes: int, folder: Path, seed: int) -> Iterator[tuple[str, list[str]]]:
    """Change a site that is watched so many times; yield what each change and all of them cost."""
    chance = Random(seed)  # noqa: S311 - no secret
    site = folder / "site"
    (site / "seeds").mkdir(parents=True)
    configure(site, "Tidings", 3)
    for number in range(_ARTICLES):
        _add(site, number)
    with watch(site) as process:
        warm = Use.of(process.pid)
        for number in range(changes):
            builds = count_builds(site)
            _change(site, number, chance)
            has_come = wait_for(process, partial(_has_built, site, builds), _CHANGE_SECONDS)
            yield "a change while watching", [] if has_come else [f"change {number} is not built"]
            if number == min(_WARM, changes // 2):
                warm = Use.of(process.pid)
        end = Use.of(process.pid)
        time.sleep(_IDLE_SECONDS)
        idle = (Use.of(process.pid).seconds - end.seconds) / _IDLE_SECONDS
    growth = end.memory / warm.memory
    damage = [f"memory grew by {growth:.2f}"] if _MOST_GROWTH < growth else []
    if warm.descriptors < end.descriptors:
        damage.append(f"{end.descriptors} descriptors are open instead of {warm.descriptors}")
    damage += [f"{idle:.1%} of a processor while idle"] if _MOST_IDLE < idle else []
    told = f"memory {warm.memory / 2**20:.0f} to {end.memory / 2**20:.0f} MiB"
    told += f", descriptors {warm.descriptors} to {end.descriptors}, idle {idle:.2%}"
    yield f"a soak: {told}", damage


def _has_built(site: Path, before: int) -> bool:
    return before < count_builds(site)


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
