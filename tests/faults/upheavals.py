"""What is done to a site while faults are injected, and what must be true of it afterwards."""

import shutil
import signal
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from sitegen.app.arguments import parse_arguments
from sitegen.app.builder import build_here
from sitegen.app.cli import main
from sitegen.app.error_text import explain_error
from sitegen.app.files import find_files
from sitegen.app.stage import STAGE_NAME
from sitegen.errors import SitegenError
from tests.faults.injection import ERRORS, SIGNALS, Ended, Fault, Injector, run_with_fault

Tree = Mapping[str, bytes]
Run = Callable[[Path, Injector], int]
Point = TypeVar("Point")

_LARGE_PRIME = 7_919

_CONFIG = '[site]\ntitle = "Tidings"\nbase_url = "https://example.org/news/"\n'
_FERRY = """\
Ferry Runs Aground Off Port Ellery

June 14, 2024

A ferry with 212 passengers ran aground on a sandbank off Port Ellery early on Friday, the
harbour master said. Nobody was hurt, but the cook lost a whole pot of soup.

Tugs from Mirovar were on their way to pull the Solveig Star free at high water, which was
expected at noon. The company said that all tickets would be paid back within the week.
"""
_STRIKE = """\
Lamplighters of Velmark Lay Down Their Poles

June 15, 2024

The lamplighters of Velmark went on strike on Saturday evening and left eleven streets of the
old town in the dark, to the delight of the astronomers on the castle hill.

Their guild wants one more lamp fund holiday a year and a ladder for each pair of hands. The
town council offered a ladder for every second pair and will meet again on Monday.
"""
_SAFE = """\
All Safe on Ferry Aground Off Port Ellery

June 14, 2024

Everybody is safe on the ferry Solveig Star, which ran onto a sandbank off Port Ellery early on
Friday with 212 passengers, the harbour master of Port Ellery told reporters at noon.

The Solveig Star is to be pulled free by tugs from Mirovar at high water. Odile Marren, who sells
cheese in Mirovar, said that the passengers on the sandbank had been given soup.
"""


@dataclass(frozen=True, slots=True)
class Upheaval:
    """A site before it is built again, and what a build without a fault makes of it."""

    name: str
    before: Path
    run: Run
    old: tuple[Tree, Tree]
    new: tuple[Tree, Tree]
    ended: Ended
    calls: tuple[str, ...]


@contextmanager
def open_workshop() -> Iterator[Path]:
    """Give a folder for sites, in memory where that can be: no fault needs a disk that turns."""
    memory = Path("/dev/shm")  # noqa: S108 - the folder made in it has a name of its own
    with TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        yield Path(folder)


def list_faults(upheaval: Upheaval) -> Iterator[Fault]:
    """Yield every fault at every call."""
    for number, call in enumerate(upheaval.calls):
        yield Fault(number, "kill")
        if call == "write":
            yield Fault(number, "tear")
        for kind in ERRORS:
            yield Fault(number, kind)
            yield Fault(number, kind, is_lasting=True)
        # A build of watch is interrupted as any other: what ends it is the same.
        if upheaval.run is not _watch:
            yield from (Fault(number, kind) for kind in SIGNALS)


def find_damage(upheaval: Upheaval, fault: Fault, workshop: Path) -> list[str]:
    """Build with a fault, then give the next commands; return what is not as promised."""
    site = copy_site(upheaval.before, workshop)
    ended, _ = run_with_fault(lambda injector: upheaval.run(site, injector), fault, workshop)
    damage = judge(upheaval, ended, site, workshop, is_killed=fault.kind in {"kill", "tear"})
    return [f"{upheaval.name}, {fault} ({upheaval.calls[fault.number]}): {one}" for one in damage]


def judge(
    upheaval: Upheaval, ended: Ended, site: Path, workshop: Path, *, is_killed: bool
) -> list[str]:
    """Return what is not as promised after a build that ended like this, and the next commands."""
    trees = read_trees(site)
    damage = list(_judge_death(ended) if is_killed else _judge_end(upheaval, ended, trees))
    return damage + judge_site(upheaval, site, workshop)


def judge_site(upheaval: Upheaval, site: Path, workshop: Path) -> list[str]:
    """Return what is not as promised of a site whose build has ended, and of the next commands."""
    trees = read_trees(site)
    damage = [
        line
        for number, folder in enumerate(("content", "output"))
        for line in _judge_files(folder, trees[number], upheaval.old[number], upheaval.new[number])
    ]
    if _has_stage(site):
        if told := command(site, "stats", workshop).stderr:
            damage.append(f"the next command said {told!r}")
        trees = read_trees(site)
        if _has_stage(site):
            damage.append("the stage is still there after the next command")
    for number, folder in enumerate(("content/", "output/")):
        if trees[number] not in (upheaval.old[number], upheaval.new[number]):
            damage.append(f"{folder} is neither the old one nor the new one after the next command")
    again = command(site, "build", workshop)
    if (again.status, again.stderr) != (upheaval.ended.status, upheaval.ended.stderr):
        damage.append(f"the next build ended with {again.status}: {again.stderr}")
    if read_trees(site) != upheaval.new:
        damage.append("the next build does not give what one without a fault gives")
    return damage


def command(site: Path, name: str, workshop: Path) -> Ended:
    """Run a command to its end, without a fault."""
    return run_with_fault(lambda _: _main(site, name), None, workshop)[0]


def prepare_upheavals(workshop: Path) -> list[Upheaval]:
    """Make the sites that faults are tried on, each with what it must become."""
    seeds = workshop / "seeds only" / "seeds"
    seeds.mkdir(parents=True)
    (seeds.parent / "sitegen.toml").write_text(_CONFIG, encoding="utf-8")
    (seeds / "ferry.txt").write_text(_FERRY, encoding="utf-8")
    (seeds / "strike.txt").write_text(_STRIKE, encoding="utf-8")
    built = _copy(seeds.parent, workshop / "built")
    # What this process has read by now, the word lists and so on, each of its children has too.
    warm = _copy(built, workshop / "site")
    assert main(["build", "-q", *list_options(warm)]) == 0
    command(built, "build", workshop)
    edited = _copy(built, workshop / "edited")
    (edited / "seeds" / "safe.txt").write_text(_SAFE, encoding="utf-8")
    dressed = _copy(built, workshop / "dressed")
    (dressed / "sitegen.toml").write_text(_CONFIG.replace("Tidings", "Tides"), encoding="utf-8")
    robbed = _copy(built, workshop / "robbed")
    next((robbed / "content" / "articles").glob("ferry*")).unlink()
    (robbed / "seeds" / "ferry.txt").unlink()
    return [
        _prepare("a first build", seeds.parent, _build, workshop),
        _prepare("a build with one article more", edited, _build, workshop),
        _prepare("a build in watch", edited, _watch, workshop),
        _prepare("a build with another title everywhere", dressed, _build, workshop),
        _prepare("a build with an article less", robbed, _build, workshop),
    ]


def _prepare(name: str, before: Path, run: Run, workshop: Path) -> Upheaval:
    site = copy_site(before, workshop)
    ended, calls = run_with_fault(lambda injector: run(site, injector), None, workshop)
    return Upheaval(name, before, run, read_trees(before), read_trees(site), ended, tuple(calls))


def _build(site: Path, _: Injector) -> int:
    return _main(site, "build")


def _watch(site: Path, injector: Injector) -> int:
    """Build as the process does that a watch starts for it; where that fails, build once more."""
    arguments = parse_arguments(["watch", *list_options(site)])
    assert arguments is not None
    settled = {found.name: found.mark for found in find_files(site / "seeds")}
    for status in (0, 1):
        try:
            build_here(arguments, settled)
        except (SitegenError, OSError) as error:
            sys.stderr.write(f"sitegen: {explain_error(error)}\n")
            injector.fault = Fault(-1, "none")
        else:
            return status
    return 2


def _main(site: Path, name: str) -> int:
    return main([name, *list_options(site)])


def list_options(site: Path) -> tuple[str, ...]:
    """Return the options by which a command works on a site, always at one time."""
    return ("-s", str(site), "--as-of", "2024-07-01")


def _judge_death(ended: Ended) -> Iterator[str]:
    if ended.status != -signal.SIGKILL:
        yield f"was not killed but ended with {ended.status}: {ended.stderr}"


def _judge_end(upheaval: Upheaval, ended: Ended, trees: tuple[Tree, Tree]) -> Iterator[str]:
    if ended.status == upheaval.ended.status:  # what failed was not needed
        if trees != upheaval.new:
            yield f"says that all went well, but the site is not the new one: {ended.stderr}"
        return
    if ended.status in SIGNALS.values() and not ended.stderr:
        return
    lines = ended.stderr.splitlines()
    if ended.status != 1 or len(lines) != 1 or not lines[0].startswith("sitegen: "):
        yield f"ended with {ended.status} and said {ended.stderr!r}"


def _has_stage(site: Path) -> bool:
    return any((site / folder / STAGE_NAME).exists() for folder in ("content", "output"))


def _judge_files(folder: str, found: Tree, old: Tree, new: Tree) -> Iterator[str]:
    for path, data in found.items():
        if data not in (old.get(path), new.get(path)):
            yield f"{folder}/{path} is torn"
    if lost := old.keys() & new.keys() - found.keys():
        yield f"lost from {folder}/: {sorted(lost)}"


def copy_site(before: Path, workshop: Path) -> Path:
    """Return a fresh copy of a site, in place of the last one."""
    return _copy(before, workshop / "site")


def _copy(site: Path, to: Path) -> Path:
    shutil.rmtree(to, ignore_errors=True)
    return shutil.copytree(site, to)


def read_trees(site: Path) -> tuple[Tree, Tree]:
    """Return the files of content/ and output/, without what waits on a stage."""
    content, output = (
        {
            path.relative_to(site / folder).as_posix(): path.read_bytes()
            for path in (site / folder).rglob("*")
            if path.is_file() and STAGE_NAME not in path.parts
        }
        for folder in ("content", "output")
    )
    return content, output


def spread(points: Sequence[Point], share: Fraction, part: int) -> Iterator[Point]:
    """Yield a share of the points, spread evenly but not in step with the kinds of faults."""
    step = int(1 / share)
    order = sorted(range(len(points)), key=lambda number: number * _LARGE_PRIME % len(points))
    yield from (points[number] for number in order[part % step :: step])
