"""Keep two builds of one site from working at the same time."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sitegen.errors import SitegenError

try:
    import fcntl
except ImportError:  # Windows has no such lock; there, two builds at once are the user's care
    _HAS_LOCKS = False
else:
    _HAS_LOCKS = True

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
    file = _open_lock(path)
    if file is None:
        yield
        return
    try:
        _take(file, path, tell)
        yield
    finally:
        os.close(file)


def _open_lock(path: Path) -> int | None:
    if not _HAS_LOCKS:
        return None
    with suppress(OSError):
        path.parent.mkdir(exist_ok=True)
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    return None


def _take(file: int, path: Path, tell: Callable[[str], None]) -> None:
    began = time.monotonic()
    while not _try(file):
        holder = os.pread(file, 32, 0).decode(errors="replace").strip() or "unknown"
        busy = f"{path}: another sitegen (process {holder}) is working on this site"
        waited = time.monotonic() - began
        if waited >= WAIT_SECONDS:
            raise BusyError(f"{busy}; wait until it has ended")
        if waited >= _QUIET_SECONDS:
            tell(f"{busy}; waiting for it")
        time.sleep(_PAUSE_SECONDS)
    os.truncate(file, 0)
    os.write(file, f"{os.getpid()}\n".encode())


def _try(file: int) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
