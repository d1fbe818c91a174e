"""Decide whether it is time to build, and which files are still being written.

Nothing here looks at a disk or a clock, so every case can be tested without waiting.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from sitegen.app.files import Mark
from sitegen.app.writers import Writing

# A file counts as finished when it has had one mark for this long and nobody has it open.
QUIET_SECONDS = 0.25
# Where the system cannot say who has it open, and for who opens it again and again, a pause
# between two pieces must not look like the end.
_LONG_QUIET_SECONDS = 1.0
# Some file systems tell the time in steps of up to two seconds: two writes may look like one.
_COARSE_QUIET_SECONDS = 2.0
_SECOND_NS = 10**9
# Somebody who copies files for minutes sees the finished ones after this long.
PATIENCE_SECONDS = 10.0
_SEEDS = "seeds/"

Marks = Mapping[str, Mark]


@dataclass(frozen=True, slots=True)
class Sighting:
    """A path that is not as it was at the last build: its mark, None where it has gone.

    ``since`` is when it was first seen so, ``noticed`` when it was first seen otherwise than built.
    """

    mark: Mark | None
    since: float
    noticed: float

    @property
    def is_restless(self) -> bool:
        """Tell whether it was seen changing."""
        return self.noticed < self.since


News = Mapping[str, Sighting]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What to do now: nothing, look again, or build from the files of ``settled``.

    ``held`` are the paths that somebody has had open for longer than we are patient.
    """

    action: Literal["rest", "wait", "build"]
    settled: Marks
    held: frozenset[str]


def sight_first(marks: Marks, now: float, now_ns: int) -> dict[str, Sighting]:
    """Return what there is before the first build: a file has been quiet since its own time."""
    return {path: _date(mark, now, now_ns) for path, mark in marks.items()}


def _date(mark: Mark, now: float, now_ns: int) -> Sighting:
    since = now - max(0, now_ns - mark.mtime_ns) / _SECOND_NS
    return Sighting(mark, since=since, noticed=now)


def compare(built: Marks | None, marks: Marks, before: News, now: float) -> dict[str, Sighting]:
    """Return all that is not as the last build had it; None: there was none."""
    known = built or {}
    paths = (path for path in marks.keys() | known.keys() if known.get(path) != marks.get(path))
    return {path: _see(marks.get(path), before.get(path), now) for path in paths}


def _see(mark: Mark | None, before: Sighting | None, now: float) -> Sighting:
    if before is None:
        return Sighting(mark, since=now, noticed=now)
    return before if before.mark == mark else Sighting(mark, since=now, noticed=before.noticed)


def decide(
    built: Marks | None,
    marks: Marks,
    news: News,
    now: float,
    find_writing: Callable[[str], Writing],
) -> Verdict:
    """Decide what to do about the news.

    A seed that is still being written is left out of a build once patience has ended: its articles
    so far stand in content/. Any other file is waited for, because without it the build would be
    wrong. ``find_writing`` is asked about files that look finished.
    """
    if built is not None and not news:
        return Verdict("rest", marks, frozenset())
    is_patient = now - min((one.noticed for one in news.values()), default=now) < PATIENCE_SECONDS
    moving = {path for path, one in news.items() if now - one.since < QUIET_SECONDS}
    if moving and is_patient:
        return Verdict("wait", {}, frozenset())
    still = {path: find_writing(path) for path, one in news.items() if one.mark}
    moving |= {
        path
        for path, writing in still.items()
        if now - news[path].since < _find_quiet(news[path], writing)
    }
    held = frozenset(
        path
        for path, writing in still.items()
        if writing == "somebody" and PATIENCE_SECONDS <= now - news[path].noticed
    )
    settled = {path: mark for path, mark in marks.items() if path not in moving}
    has_news = built is None or moving < news.keys()
    if moving and (is_patient or not has_news or not all(map(_is_seed, moving))):
        return Verdict("wait", settled, held)
    return Verdict("build", settled, held)


def _find_quiet(one: Sighting, writing: Writing) -> float:
    """Return for how long a file must have had its mark."""
    if writing == "somebody":
        return float("inf")
    if one.mark and one.mark.mtime_ns % _SECOND_NS == 0:
        return _COARSE_QUIET_SECONDS
    is_long = writing == "unknown" or one.is_restless
    return _LONG_QUIET_SECONDS if is_long else QUIET_SECONDS


def select_seeds(marks: Marks) -> dict[str, Mark]:
    """Return the marks of the seeds by their names."""
    return {path.removeprefix(_SEEDS): mark for path, mark in marks.items() if _is_seed(path)}


def _is_seed(path: str) -> bool:
    return path.startswith(_SEEDS)
