"""A small finished site without a fault, and faults to plant in it one at a time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sitegen.check import check_site
from sitegen.model.output import OutputFile
from sitegen.model.problem import Problem

FINISHED = Path(__file__).parent / "finished"
BASE_URL = "https://example.org/news/"
NOW = datetime(2024, 6, 20, 9, tzinfo=UTC)

FERRY = "articles/ferry-late/index.html"
TRAM = "articles/tram-early/index.html"
MOVED = "articles/old-tram/index.html"


@dataclass(frozen=True, slots=True)
class Fault:
    """In ``path``, ``before`` becomes ``after``; the check then says ``told`` at ``place``."""

    path: str
    before: str
    after: str
    told: str
    place: str = ""


def read_finished() -> dict[str, bytes]:
    """Return the files of the site by path."""
    return {
        path.relative_to(FINISHED).as_posix(): path.read_bytes()
        for path in sorted(FINISHED.rglob("*"))
        if path.is_file()
    }


def check(files: Mapping[str, bytes]) -> tuple[Problem, ...]:
    """Examine a site as the command does, files in order."""
    sizes = {path: len(data) for path, data in files.items()}
    given = (OutputFile(path, files[path]) for path in sorted(files))
    return check_site(given, sizes, BASE_URL, NOW)


def plant(fault: Fault) -> dict[str, bytes]:
    """Return the site with one fault in it."""
    files = read_finished()
    before = files[fault.path].decode()
    assert fault.before in before, "the fault has no place to be planted in"
    files[fault.path] = before.replace(fault.before, fault.after).encode("utf-8", "surrogatepass")
    return files


def notice(fault: Fault) -> list[str]:
    """Return what is said at the fault's place, or anywhere in its file if it has none."""
    return [
        problem.message
        for problem in check(plant(fault))
        if (problem.place == fault.place if fault.place else _is_in(fault.path, problem))
    ]


def name_faults(faults: Iterable[Fault]) -> list[str]:
    """Return a name for each fault, by which pytest shows it."""
    return [f"{number} {fault.told}" for number, fault in enumerate(faults, start=1)]


def _is_in(path: str, problem: Problem) -> bool:
    return problem.place.partition("#")[0].partition(":")[0] == path
