"""Finished files that wait beside their places until all are there.

The stage lies in the folder itself, hidden: only within one file system can a file be moved at
once. A stage with a journal in it is a change that has begun and must be finished; any other one
that is found was left by a run that ended before it changed anything.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sitegen.app.enclosure import open_enclosure
from sitegen.app.files import read_file
from sitegen.app.journal import JOURNAL_NAME

STAGE_NAME = ".sitegen-stage"


class Stage:
    """Numbered files in one folder; a process that adds some gives them a ``prefix`` of its own."""

    def __init__(self, folder: Path, prefix: str = "") -> None:
        self._folder = folder
        self._start = f"{folder}/{prefix}"
        self._count = 0

    def add(self, data: bytes) -> str:
        """Write a file and return where it waits. Raise OSError."""
        waiting = f"{self._start}{self._count}"
        self._count += 1
        try:
            write_new(waiting, data)
        except OSError as error:
            # A person knows the folder, not the number of a file that waits.
            raise OSError(error.errno, error.strerror, str(self._folder.parent)) from error
        return waiting


def write_new(path: str, data: bytes) -> None:
    """Write a file where none is. Raise OSError."""
    # Without a buffer and an object for each file: thousands are written.
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
    finally:
        os.close(descriptor)


@contextmanager
def open_stage(root: Path) -> Iterator[Path]:
    """Give an empty folder for a stage in a folder, which is made where it is missing.

    What is left of the stage is removed, but not if it holds a journal: then it is needed.
    Raise OSError.
    """
    folder = root / STAGE_NAME
    is_new = not root.exists()
    root.mkdir(parents=True, exist_ok=True)
    _remove(folder)
    try:
        try:
            with open_enclosure(root) as enclosure:
                enclosure.make_folder(STAGE_NAME)
        except OSError as error:
            # A person knows the folder, not the stage that is not there yet.
            raise OSError(error.errno, error.strerror, str(root)) from error
        yield folder
    finally:
        if read_begun(root) is None:
            clear_stage(root)
            if is_new:
                with suppress(OSError):  # it holds what was put there
                    root.rmdir()


def read_begun(root: Path) -> bytes | None:
    """Return the journal of a change to a folder that has begun, None where none has.

    Raise OSError where that cannot be told.
    """
    folder = root / STAGE_NAME
    try:
        return None if folder.is_symlink() else read_file(folder / JOURNAL_NAME)[0]
    except (FileNotFoundError, NotADirectoryError):
        return None


def clear_stage(root: Path) -> None:
    """Remove what is left on the stage; what cannot be removed waits for the next run."""
    with suppress(OSError):
        _remove(root / STAGE_NAME)


def _remove(folder: Path) -> None:
    if folder.is_symlink():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)


_BINARY = getattr(os, "O_BINARY", 0)  # Windows would change the ends of lines
