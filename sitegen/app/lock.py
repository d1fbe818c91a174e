"""Keep two builds of one site from working at the same time."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sitegen.errors import SitegenError

try:
    import fcntl
except ImportError:  # Windows has no such lock; there, two builds at once are the user's care
    _HAS_LOCKS = False
else:
    _HAS_LOCKS = True

# A killed build holds the lock until the processes that draw for it have noticed.
_WAIT_SECONDS = 10.0
_PAUSE_SECONDS = 0.02


class BusyError(SitegenError):
    """Another process works on the site."""


@contextmanager
def hold_lock(path: Path) -> Iterator[None]:
    """Hold the lock file while the block runs; the system frees it even after kill -9.

    Raise BusyError if another process holds it. A folder that cannot be written needs no lock.
    """
    file = _open_lock(path)
    if file is None:
        yield
        return
    try:
        _take(file, path)
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


def _take(file: int, path: Path) -> None:
    patient_until = time.monotonic() + _WAIT_SECONDS
    while not _try(file):
        holder = os.pread(file, 32, 0).decode(errors="replace").strip()
        if time.monotonic() < patient_until and holder.isdecimal() and not _lives(int(holder)):
            time.sleep(_PAUSE_SECONDS)
            continue
        raise BusyError(
            f"{path}: another sitegen (process {holder or 'unknown'}) is working on this site; "
            "wait until it has ended"
        )
    os.truncate(file, 0)
    os.write(file, f"{os.getpid()}\n".encode())


def _try(file: int) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):  # it is somebody else's, or no number of a process
        pass
    return True
