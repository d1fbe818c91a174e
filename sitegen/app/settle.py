"""Decide from two looks at a site whether it is time to build, and what is still being written.

Nothing here looks at a disk or a clock, so every case can be tested without waiting.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sitegen.app.files import Mark

# A file counts as finished when two looks at least this far apart show the same mark; slow
# writers and downloads pause for some tenths of a second between two pieces.
QUIET_SECONDS = 1.0
# Somebody who copies files for minutes sees the finished ones after this long.
PATIENCE_SECONDS = 5.0
_SEEDS = "seeds/"

Marks = Mapping[str, Mark]


@dataclass(frozen=True, slots=True)
class Look:
    """The marks of all files that a build depends on, by path below the root, and the time."""

    seconds: float
    marks: Marks


@dataclass(frozen=True, slots=True)
class Verdict:
    """What to do now: nothing, look again, or build from the files of ``settled``."""

    action: Literal["rest", "wait", "build"]
    settled: Marks


def decide(built: Marks | None, before: Look, now: Look, since: float) -> Verdict:
    """Compare two looks with what the last build was made from; None: there was none.

    ``since`` is when the first change was noticed. A seed that is still being written is left
    out of a build once patience has ended: its articles so far stand in content/. Any other file
    is waited for, because without it the build would be wrong.
    """
    if built == now.marks:
        return Verdict("rest", now.marks)
    moving = list_moving(before.marks, now.marks)
    settled = {path: mark for path, mark in now.marks.items() if path not in moving}
    if now.seconds - before.seconds < QUIET_SECONDS:
        return Verdict("wait", settled)
    is_news = built is None or any(built.get(path) != mark for path, mark in settled.items())
    is_patient = now.seconds - since < PATIENCE_SECONDS
    if moving and (is_patient or not is_news or not all(map(_is_seed, moving))):
        return Verdict("wait", settled)
    return Verdict("build", settled)


def list_moving(before: Marks, now: Marks) -> frozenset[str]:
    """Return the paths whose mark is not the same in both looks, also those that came or went."""
    return frozenset(
        path for path in before.keys() | now.keys() if before.get(path) != now.get(path)
    )


def select_seeds(marks: Marks) -> dict[str, Mark]:
    """Return the marks of the seeds by their names."""
    return {path.removeprefix(_SEEDS): mark for path, mark in marks.items() if _is_seed(path)}


def _is_seed(path: str) -> bool:
    return path.startswith(_SEEDS)
