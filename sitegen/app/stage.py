"""Finished files that wait beside the site until all are there, so that memory need not hold them.

The stage lies in output/ itself, hidden: only within one file system can a file be moved at once.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

STAGE_NAME = ".sitegen-stage"


class Stage:
    """Numbered files in one folder; a process that adds some gives them a ``prefix`` of its own."""

    def __init__(self, folder: Path, prefix: str = "") -> None:
        self._start = f"{folder}/{prefix}"
        self._count = 0

    def add(self, data: bytes) -> str:
        """Write a file and return where it waits. Raise OSError."""
        waiting = f"{self._start}{self._count}"
        self._count += 1
        # Without a buffer and an object for each file: thousands are written.
        descriptor = os.open(waiting, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
        finally:
            os.close(descriptor)
        return waiting


@contextmanager
def open_stage(output: Path) -> Iterator[Path]:
    """Give an empty folder for a stage; what is left of it, and of a killed one, is removed."""
    folder = output / STAGE_NAME
    is_new = not output.exists()
    output.mkdir(parents=True, exist_ok=True)
    _remove(folder)
    folder.mkdir()
    try:
        yield folder
    finally:
        _remove(folder)
        if is_new:
            with suppress(OSError):  # it holds the site
                output.rmdir()


def place_file(waiting: str, path: str) -> None:
    """Put a file that waits in its place, as a whole. Raise OSError."""
    os.replace(waiting, path)  # noqa: PTH105 - without two objects for each of thousands of files


def _remove(folder: Path) -> None:
    if folder.is_symlink():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)
