"""Build again whenever something changes. The only module that knows watchdog.

Events are hints, the look is the truth: in a burst most events get lost, and they come while files
are half-written. So an event only ends the rest early, and a sweep comes anyway.
"""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from threading import Event, Thread
from typing import NoReturn

from watchdog.events import (
    EVENT_TYPE_CLOSED,
    EVENT_TYPE_CREATED,
    EVENT_TYPE_DELETED,
    EVENT_TYPE_MODIFIED,
    EVENT_TYPE_MOVED,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

from sitegen.app.build_report import BuildReport
from sitegen.app.files import Mark, find_files, mark_of
from sitegen.app.settle import QUIET_SECONDS, Look, Marks, decide, select_seeds
from sitegen.app.site_folder import SiteFolder

_SWEEP_SECONDS = 2.0
_CONFIGS = ("sitegen.toml", "pyproject.toml")
# Opening and reading are no changes; without this every look would call for the next one.
_CHANGES = frozenset(
    {
        EVENT_TYPE_CLOSED,
        EVENT_TYPE_CREATED,
        EVENT_TYPE_DELETED,
        EVENT_TYPE_MODIFIED,
        EVENT_TYPE_MOVED,
    }
)

# Builds from the seeds with these marks; None where the build failed and the old site stays.
Build = Callable[[dict[str, Mark]], BuildReport | None]


def watch_site(site: SiteFolder, config: Path | None, build: Build) -> NoReturn:
    """Build, then build again after every change, until the process is interrupted."""
    hint = Event()
    built: Marks | None = None
    with closing(_Ears(site, hint)) as ears:
        while True:
            ears.listen()
            hint.clear()
            built = _build_when_settled(site, config, built, build)
            hint.wait(_SWEEP_SECONDS)


def look_at(site: SiteFolder, config: Path | None) -> Look:
    """Return the marks of everything that a build of the site depends on."""
    return Look(seconds=time.monotonic(), marks=dict(_list_marks(site, config)))


def _build_when_settled(
    site: SiteFolder, config: Path | None, built: Marks | None, build: Build
) -> Marks | None:
    """Wait until nothing moves, build if there is news; return what the site is built from."""
    before = look_at(site, config)
    since = before.seconds
    if before.marks == built:
        return built
    while True:
        time.sleep(QUIET_SECONDS)
        now = look_at(site, config)
        verdict = decide(built, before, now, since)
        if verdict.action == "rest":
            return built
        if verdict.action == "build":
            report = build(select_seeds(verdict.settled))
            return _note_own_writes(verdict.settled, report)
        before = now


def _note_own_writes(settled: Marks, report: BuildReport | None) -> Marks:
    """Return what the site is built from, with what the build itself wrote to content/.

    What a person changed there meanwhile has another mark, so it is news.
    """
    if report is None or report.ingest is None:
        return settled
    removed = {f"content/{path}" for path in report.ingest.removed}
    written = {f"content/{path}": mark for path, mark in report.ingest.written.items()}
    return {path: mark for path, mark in settled.items() if path not in removed} | written


def _list_marks(site: SiteFolder, config: Path | None) -> Iterator[tuple[str, Mark]]:
    for folder in (site.seeds, site.content, site.templates):
        for found in find_files(folder):
            yield f"{folder.name}/{found.name}", found.mark
    for path in (config,) if config else (site.root / name for name in _CONFIGS):
        if path.is_file():
            yield str(path), mark_of(path.stat())


class _Ears(FileSystemEventHandler):
    """Sets the hint when something may have changed; deaf ears only make the answer slower."""

    def __init__(self, site: SiteFolder, hint: Event) -> None:
        self._site = site
        self._hint = hint
        self._heard: frozenset[tuple[Path, int]] = frozenset()
        self._observer = Observer()

    def listen(self) -> None:
        """Listen to every folder that is there now: one that was made anew is another one."""
        folders = frozenset(self._list_folders())
        if folders == self._heard:
            return
        self.close()
        self._heard = folders
        self._observer = Observer()
        try:
            for folder, _ in sorted(folders):
                is_deep = folder != self._site.root
                self._observer.schedule(self, str(folder), recursive=is_deep)
            self._observer.start()
        except OSError as error:
            print(
                f"sitegen: {self._site.root}: changes cannot be heard ({error.strerror}); "
                f"looking every {_SWEEP_SECONDS:.0f} seconds instead",
                file=sys.stderr,
            )

    def dispatch(self, event: FileSystemEvent) -> None:
        """Take any change as a hint."""
        if event.event_type in _CHANGES:
            self._hint.set()

    def close(self) -> None:
        """Let the listening threads end, without waiting for it.

        watchdog 7.1 waits in stop() for threads that sometimes never wake up again; they are
        daemons, so they end with the process at the latest.
        """
        if self._observer.is_alive():
            Thread(target=self._observer.stop, daemon=True).start()

    def _list_folders(self) -> Iterator[tuple[Path, int]]:
        site = self._site
        for folder in (site.root, site.seeds, site.content, site.templates):
            if folder.is_dir() and not folder.is_symlink():
                yield folder, folder.stat().st_ino
