"""Make what was written outlast a power cut."""

import ctypes
import os
from collections.abc import Sequence
from pathlib import Path

# Up to so many files it is faster to wait for each than for all that the disk has to write.
_FEW = 16


def sync_files(folder: Path, names: Sequence[str]) -> None:
    """Return once the bytes of these files of a folder are on the disk. Raise OSError."""
    if len(names) <= _FEW or not _sync_system(folder):
        for name in names:
            sync_path(folder / name)


def sync_path(path: Path) -> None:
    """Return once a file, or the list of a folder's names, is on the disk. Raise OSError."""
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except PermissionError:  # Windows opens no folder
        if path.is_dir():
            return
        raise
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sync_system(folder: Path) -> bool:
    """Have everything on the folder's file system written; False where that cannot be asked."""
    sync = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)  # Linux only
    if sync is None:
        return False
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        if sync(descriptor):
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), str(folder))
    finally:
        os.close(descriptor)
    return True
