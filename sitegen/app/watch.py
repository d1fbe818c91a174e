"""Build again whenever something changes.

Events are hints, the look is the truth: an event says where to look, and now and then we look
everywhere anyway.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from sitegen.app.build_report import BuildReport
from sitegen.app.ears import Ears
from sitegen.app.files import Mark
from sitegen.app.looks import Looks, list_inputs
from sitegen.app.mounts import find_remote
from sitegen.app.settle import (
    QUIET_SECONDS,
    Marks,
    News,
    Verdict,
    compare,
    decide,
    select_seeds,
    sight_first,
)
from sitegen.app.site_folder import SiteFolder
from sitegen.app.writers import Writing, find_writer

# A look everywhere costs a second at a hundred thousand files, so it takes its share of the time
# at most: little where events come, more where there is nothing else.
_SWEEP_SECONDS = 10.0
_SWEEP_SHARE = 0.005
_POLL_SECONDS = 2.0
_POLL_SHARE = 0.05


@dataclass(frozen=True, slots=True)
class Caller:
    """Who has the site watched.

    ``build`` builds from the seeds with these marks; it returns None where that failed and the
    old site stays. ``find_day`` returns what changes at midnight, ``tell`` shows a line.
    """

    build: Callable[[dict[str, Mark]], BuildReport | None]
    find_day: Callable[[], object]
    tell: Callable[[str], None]


def watch_site(
    site: SiteFolder, config: Path | None, caller: Caller, *, is_polling: bool = False
) -> NoReturn:
    """Build, then build again after every change, until the process is interrupted."""
    with closing(Ears()) as ears:
        watch = _Watch(site, config, caller, ears)
        if is_polling or watch.is_remote():
            watch.poll()
        while True:
            watch.step()
            if watch.has_news:  # it must have its time to settle, and more may be on its way
                time.sleep(QUIET_SECONDS)
            else:
                ears.wait(watch.find_rest())


class _Watch:
    """What is known between two looks."""

    def __init__(self, site: SiteFolder, config: Path | None, caller: Caller, ears: Ears) -> None:
        self._site = site
        self._caller = caller
        self._ears = ears
        self._looks = Looks(site, config)
        self._heard = tuple(_list_heard(site, config))
        self._is_polling = False
        self._sweep_at = 0.0
        self._built: Marks | None = None
        self._day: object = None
        self._news: News = {}
        self._told: frozenset[str] = frozenset()

    @property
    def has_news(self) -> bool:
        """Tell whether something is not as the last build had it."""
        return bool(self._news)

    def find_rest(self) -> float:
        """Return for how many seconds nothing need be done if nothing is heard."""
        return max(0.0, self._sweep_at - time.monotonic())

    def is_remote(self) -> bool:
        """Tell, also to the user, whether files may be changed from where we hear nothing."""
        kind = find_remote(list_inputs(self._site))
        if kind:
            self._tell_polling(f"a file system of the kind {kind} does not tell of all changes")
        return bool(kind)

    def poll(self) -> None:
        """Look every other second from now on, and listen to nothing."""
        self._is_polling = True
        self._ears.close()

    def step(self) -> None:
        """Look, and build if it is time."""
        day = self._caller.find_day()
        verdict = self._decide(self._look(), day)
        if verdict.action == "build":
            # Of a touched file nothing may be heard, and one that is not as it was seen is not
            # read: its article would be gone until the next build.
            verdict = self._decide(self._look(is_everywhere=True), day)
        self._tell_held(verdict.held)
        if verdict.action == "build":
            self._day = day
            self._build(verdict.settled)

    def _decide(self, now: float, day: object) -> Verdict:
        """Decide what to do about all that has been seen by now."""
        marks = self._looks.marks
        if self._built is None and not self._news:
            self._news = sight_first(marks, now, time.time_ns())
        self._news = compare(self._built, marks, self._news, now)
        built = self._built if day == self._day else None
        return decide(built, marks, self._news, now, self._find_writing)

    def _look(self, *, is_everywhere: bool = False) -> float:
        """Look where something was heard, or everywhere; return when that was."""
        started = time.monotonic()
        places = self._ears.take()
        is_new = self._listen()
        if is_new or is_everywhere or self._is_polling or self._sweep_at <= started:
            places = None
        self._looks.look(places)
        now = time.monotonic()
        if places is None:
            seconds, share = (
                (_POLL_SECONDS, _POLL_SHARE) if self._is_polling else (_SWEEP_SECONDS, _SWEEP_SHARE)
            )
            self._sweep_at = now + max(seconds, (now - started) / share)
        return now

    def _listen(self) -> bool:
        """Listen to the folders that are there; return whether any of them is new."""
        if self._is_polling:
            return False
        try:
            return self._ears.listen(self._heard)
        except FileNotFoundError:  # gone just now; the next step finds out
            return True
        except OSError as error:
            self._tell_polling((error.strerror or str(error)).lower())
            self.poll()
            return True

    def _build(self, settled: Marks) -> None:
        report = self._caller.build(select_seeds(settled))
        is_first = self._built is None
        written, removed = _list_own_writes(report)
        self._built = {path: settled[path] for path in settled.keys() - removed} | written
        self._looks.look(frozenset(map(self._looks.find_path, written.keys() | removed)))
        self._news = compare(self._built, self._looks.marks, {}, time.monotonic())
        if is_first:
            self._caller.tell("watching seeds, content, templates and configuration; Ctrl-C ends")

    def _find_writing(self, path: str) -> Writing:
        return find_writer(self._looks.find_path(path))

    def _tell_held(self, held: frozenset[str]) -> None:
        for path in sorted(held - self._told):
            self._caller.tell(f"{path}: is still open for writing, so it is read once it is closed")
        self._told = (self._told & self._news.keys()) | held

    def _tell_polling(self, reason: str) -> None:
        self._caller.tell(
            f"{self._site.root}: changes cannot be heard ({reason}); "
            f"looking every {_POLL_SECONDS:.0f} seconds instead"
        )


def _list_own_writes(report: BuildReport | None) -> tuple[dict[str, Mark], set[str]]:
    """Return the marks of what a build wrote to content/, and the paths of what it removed there.

    What a person changed there meanwhile has another mark, so it is news.
    """
    if report is None or report.ingest is None:
        return {}, set()
    written = {f"content/{path}": mark for path, mark in report.ingest.written.items()}
    return written, {f"content/{path}" for path in report.ingest.removed}


def _list_heard(site: SiteFolder, config: Path | None) -> Iterator[tuple[Path, bool]]:
    """Yield the folders to listen to, True with all that is below them."""
    yield site.root, False
    for folder in list_inputs(site):
        yield folder, True
    if config and config.parent.resolve() != site.root:
        yield config.parent.resolve(), False
