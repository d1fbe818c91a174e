"""Reach the files below a folder name by name, so that no link on the way leads out of it.

What lies there may be changed by others at any moment, also between a look and a step; so the
folders on the way are opened one after another, and the last name is used inside the one that was
opened (``openat`` and its kin). Windows has no such calls: there, links are looked for first.
"""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sitegen.app.manifest import digest_file

# What a look finds where something lies that is no file: no hash is like it.
NO_FILE = "no file"

_HAS_DOORS = os.open in os.supports_dir_fd
_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0)
_FILE = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
# A link, a file in place of a folder, a socket.
_NO_FILES = frozenset({errno.ELOOP, errno.EMLINK, errno.ENOTDIR, errno.ENXIO})


@contextmanager
def open_enclosure(root: Path) -> Iterator["Enclosure"]:
    """Give the files below a folder that exists and is no link. Raise OSError."""
    enclosure = Enclosure(root)
    try:
        yield enclosure
    finally:
        enclosure.close()


class Enclosure:
    """The files below a folder; its methods raise OSError, with the whole path."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._top = os.open(root, _FOLDER) if _HAS_DOORS else None
        # The folder that was used last stays open: the next file is often in it too.
        self._folder: str | None = ""
        self._opened = self._top

    def close(self) -> None:
        """Leave the folder."""
        self._leave()
        if self._top is not None:
            os.close(self._top)

    def make_folder(self, name: str) -> None:
        """Make a folder right below, which must not be there."""
        if self._top is None:
            (self._root / name).mkdir()
        else:
            os.mkdir(name, dir_fd=self._top)

    def find_digest(self, path: str) -> str:
        """Return the hash of the file at a path, nothing where none is, or `NO_FILE`."""
        try:
            name, folder = self._reach(path)
            descriptor = os.open(name, _FILE, dir_fd=folder)
        except FileNotFoundError:
            return ""
        except OSError as error:
            if error.errno in _NO_FILES:
                return NO_FILE
            raise self._name(error, path) from error
        try:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                return NO_FILE
            with open(descriptor, "rb", closefd=False) as file:
                return digest_file(file.read())
        finally:
            os.close(descriptor)

    def place(self, waiting: str, path: str) -> None:
        """Move a file that waits to the path, in one step, with the folders that it needs."""
        try:
            name, folder = self._reach(path, is_made=True)
            os.replace(waiting, name, dst_dir_fd=folder)
        except OSError as error:
            raise self._name(error, path) from error

    def remove(self, path: str) -> None:
        """Remove a file, and the folders that are empty then."""
        try:
            name, folder = self._reach(path)
            os.unlink(name, dir_fd=folder)
        except OSError as error:
            raise self._name(error, path) from error
        inner = path.rpartition("/")[0]
        while inner:
            self._leave()
            try:
                name, folder = self._reach(inner)
                os.rmdir(name, dir_fd=folder)
            except OSError:  # it holds something else
                return
            inner = inner.rpartition("/")[0]

    def _reach(self, path: str, *, is_made: bool = False) -> tuple[str, int | None]:
        """Return how a system call names the file: its name, and the open folder that it is in."""
        folder, _, name = path.rpartition("/")
        if self._top is None:
            return self._reach_by_path(folder, name, is_made=is_made), None
        if folder != self._folder:
            self._leave()
            for inner in folder.split("/") if folder else ():
                self._enter(inner, is_made=is_made)
            self._folder = folder
        return name, self._opened

    def _enter(self, name: str, *, is_made: bool) -> None:
        self._folder = None  # until the whole way has been gone
        outer = self._opened
        try:
            self._opened = os.open(name, _FOLDER, dir_fd=outer)
        except FileNotFoundError:
            if not is_made:
                raise
            os.mkdir(name, dir_fd=outer)
            self._opened = os.open(name, _FOLDER, dir_fd=outer)
        if outer is not None and outer != self._top:
            os.close(outer)

    def _leave(self) -> None:
        """Be at the top again."""
        opened, self._folder, self._opened = self._opened, "", self._top
        if opened is not None and opened != self._top:
            os.close(opened)

    def _reach_by_path(self, folder: str, name: str, *, is_made: bool) -> str:
        place = self._root
        for inner in folder.split("/") if folder else ():
            place /= inner
            if place.is_symlink() or (place.exists() and not place.is_dir()):
                raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(place))
        if is_made:
            place.mkdir(parents=True, exist_ok=True)
        return str(place / name)

    def _name(self, error: OSError, path: str) -> OSError:
        return OSError(error.errno, error.strerror, str(self._root / path))
