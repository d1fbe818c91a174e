"""Keep two builds of one site from working at the same time."""

import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol

from sitegen.errors import SitegenError

try:
    import fcntl
except ImportError:  # Windows, where SQLite locks what it opens in the system's own way
    _HAS_FLOCK = False
else:
    _HAS_FLOCK = True

# What a watcher builds is mostly done by then. A killed build holds the lock until the processes
# that draw for it have noticed.
WAIT_SECONDS = 10.0
_QUIET_SECONDS = 0.5  # so short a wait is not told
_PAUSE_SECONDS = 0.02


class BusyError(SitegenError):
    """Another process works on the site."""


@contextmanager
def hold_lock(path: Path, tell: Callable[[str], None] = lambda _: None) -> Iterator[None]:
    """Hold the lock file while the block runs; the system frees it even after kill -9.

    Wait a while where another process holds it, and ``tell`` a person so; raise BusyError if it
    goes on. A folder that cannot be written needs no lock.
    """
    lock = _open_lock(path)
    if lock is None:
        yield
        return
    try:
        _wait(lock, path, tell)
        yield
    finally:
        lock.close()


class _Lock(Protocol):
    """What one process at a time can have."""

    def take(self) -> bool:
        """Have it from now on, or tell that another process has it."""

    def read_holder(self) -> bytes:
        """Return the number of the process that has it, as it wrote it."""

    def close(self) -> None:
        """Leave it to others."""


class _FileLock:
    """The lock file locked by ``flock``; processes that are forked meanwhile hold it, too."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)

    def take(self) -> bool:
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        os.truncate(self._file, 0)
        os.write(self._file, _sign())
        return True

    def read_holder(self) -> bytes:
        return os.pread(self._file, 32, 0)

    def close(self) -> None:
        os.close(self._file)


class _DatabaseLock:
    """An empty database beside the lock file, of which only one process can have a transaction."""

    def __init__(self, path: Path) -> None:
        path.touch()
        self._path = path
        self._database = path.with_name(f"{path.name}.sqlite")
        self._connection = sqlite3.connect(self._database, timeout=0, isolation_level=None)

    def take(self) -> bool:
        try:
            self._connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
                return False
            raise SitegenError(
                f"{self._database}: cannot be locked ({error}); delete it"
            ) from error
        self._path.write_bytes(_sign())
        return True

    def read_holder(self) -> bytes:
        return self._path.read_bytes()

    def close(self) -> None:
        self._connection.close()


def _open_lock(path: Path) -> _Lock | None:
    with suppress(OSError, sqlite3.Error):
        path.parent.mkdir(exist_ok=True)
        return _FileLock(path) if _HAS_FLOCK else _DatabaseLock(path)
    return None


def _sign() -> bytes:
    return f"{os.getpid()}\n".encode()


def _wait(lock: _Lock, path: Path, tell: Callable[[str], None]) -> None:
    began = time.monotonic()
    while not lock.take():
        holder = lock.read_holder().decode(errors="replace").strip() or "unknown"
        busy = f"{path}: another sitegen (process {holder}) is working on this site"
        waited = time.monotonic() - began
        if waited >= WAIT_SECONDS:
            raise BusyError(f"{busy}; wait until it has ended")
        if waited >= _QUIET_SECONDS:
            tell(f"{busy}; waiting for it")
        time.sleep(_PAUSE_SECONDS)
