"""Keep two builds of one site from working at the same time."""

import os
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
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        holder = os.read(file, 32).decode(errors="replace").strip() or "unknown"
        raise BusyError(
            f"{path}: another sitegen (process {holder}) is working on this site; "
            "wait until it has ended"
        ) from None
    os.truncate(file, 0)
    os.write(file, f"{os.getpid()}\n".encode())
