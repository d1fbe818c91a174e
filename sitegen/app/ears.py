"""Hear where files may have changed. The only module that knows watchdog.

Events are hints: in a burst most of them get lost, and they come while files are half-written.
So they say only where to look, and whoever uses them looks everywhere now and then.
"""

import logging
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from threading import Condition, Thread

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

# It says on the terminal when events get lost, which we expect.
logging.getLogger("watchdog").addHandler(logging.NullHandler())

# Opening and reading are no changes; without this every build would call for the next one.
_CHANGES: list[type[FileSystemEvent]] = [
    *(FileCreatedEvent, FileModifiedEvent, FileClosedEvent, FileMovedEvent, FileDeletedEvent),
    *(DirCreatedEvent, DirMovedEvent, DirDeletedEvent),
]
# In a burst events get lost, and looking everywhere is soon the cheaper way.
_MOST_PATHS = 200

# The paths to look at; None: everywhere.
Places = frozenset[Path] | None


class Ears(FileSystemEventHandler):
    """Collects the places of changes until somebody takes them."""

    def __init__(self) -> None:
        self._heard = Condition()
        self._paths: set[Path] = set()
        self._is_everywhere = False
        self._listening: frozenset[tuple[Path, int, bool]] = frozenset()
        self._observer = Observer()

    def listen(self, folders: Iterable[tuple[Path, bool]]) -> bool:
        """Listen to the folders that are there now, True with all that is below them.

        A folder that was made anew is another one. Return whether anything is new, and then the
        caller looks everywhere. Raise OSError where the system cannot tell of changes.
        """
        there = frozenset(
            (folder, folder.stat().st_ino, is_deep)
            for folder, is_deep in folders
            if folder.is_dir() and not folder.is_symlink()
        )
        if there == self._listening:
            return False
        self.close()
        self._observer = Observer()
        for folder, _, is_deep in sorted(there):
            self._observer.schedule(self, str(folder), recursive=is_deep, event_filter=_CHANGES)
        self._observer.start()
        self._listening = there
        return True

    def wait(self, seconds: float) -> None:
        """Return when something has been heard, at the latest after the time given."""
        with self._heard:
            self._heard.wait_for(lambda: self._paths or self._is_everywhere, timeout=seconds)

    def take(self) -> Places:
        """Return the places heard of since the last time."""
        with self._heard:
            places = None if self._is_everywhere else frozenset(self._paths)
            self._paths.clear()
            self._is_everywhere = False
            return places

    def dispatch(self, event: FileSystemEvent) -> None:
        """Note where a change was; of a folder nobody knows what is below."""
        with self._heard:
            paths = {Path(str(path)) for path in (event.src_path, event.dest_path) if path}
            if event.is_directory or _MOST_PATHS < len(self._paths):
                self._is_everywhere = True
            else:
                self._paths |= paths
            self._heard.notify()

    def close(self) -> None:
        """Let the listening threads end, without waiting for it.

        watchdog 7.1 waits in stop() for threads that sometimes never wake up again; they are
        daemons, so they end with the process at the latest.
        """
        observer = self._observer
        if observer.is_alive():
            Thread(target=observer.stop, daemon=True).start()
            return
        with suppress(RuntimeError, KeyError):  # those that began before one of them failed
            observer.unschedule_all()
