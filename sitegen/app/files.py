"""Find and read files: the disk in its plainest form, with no rule about news."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from sitegen.model.value import value

FileKind = Literal["file", "link", "unreadable"]


@value
class Mark:
    """What changes when a file is written or becomes readable: a hint to look again, no more."""

    size: int
    mtime_ns: int
    inode: int
    mode: int


@value
class FoundFile:
    """An entry below a folder: its name with forward slashes, where it lies, and its mark.

    ``kind`` is ``link`` for symbolic links, which are never followed, and ``unreadable`` for a
    folder that could not be listed and for things that are no files.
    """

    name: str
    path: Path
    kind: FileKind
    mark: Mark


def find_files(folder: Path) -> tuple[FoundFile, ...]:
    """Return everything below the folder that is not hidden, sorted by name; never raises.

    A folder that does not exist holds nothing. A folder that is itself a link is one link.
    """
    return tuple(sorted(walk_files(folder), key=lambda found: found.name))


def walk_files(folder: Path) -> Iterator[FoundFile]:
    """Yield what `find_files` returns, in no order, so that only one entry is held at a time."""
    if folder.is_symlink():
        yield FoundFile("", folder, "link", _NO_MARK)
    elif os.path.lexists(folder):
        yield from _walk(folder, "")


def find_mark(path: Path) -> Mark | None:
    """Return the mark that `find_files` gives to a path, None where it finds no entry there."""
    try:
        status = path.lstat()
    except OSError:
        return None
    if stat.S_ISDIR(status.st_mode):
        return None
    return mark_of(status) if stat.S_ISREG(status.st_mode) else _NO_MARK


def mark_of(status: os.stat_result) -> Mark:
    """Return the mark of a file from its status."""
    return Mark(status.st_size, status.st_mtime_ns, status.st_ino, status.st_mode)


def read_file(path: Path) -> tuple[bytes, Mark]:
    """Return the bytes and the mark that the file had when its last byte had been read."""
    with path.open("rb") as file:
        data = file.read()
        return data, mark_of(os.fstat(file.fileno()))


def read_or_nothing(path: Path) -> bytes | None:
    """Return the bytes of a file, None where it cannot be read."""
    try:
        return read_file(path)[0]
    except OSError:
        return None


def show_name(name: str) -> str:
    r"""Return the name of a file as text: bytes that were not UTF-8 on disk as escapes.

    >>> print(show_name("caf\udce9.txt"))
    caf\xe9.txt
    """
    return name.encode(errors="surrogateescape").decode(errors="backslashreplace")


_NO_MARK = Mark(size=0, mtime_ns=0, inode=0, mode=0)


def _walk(folder: Path, prefix: str) -> Iterator[FoundFile]:
    """Yield everything below a folder; folders may lie in folders as deep as a path goes."""
    waiting = [(folder, prefix)]
    while waiting:
        folder, prefix = waiting.pop()
        try:
            with os.scandir(folder) as entries:
                listed = [entry for entry in entries if not entry.name.startswith(".")]
        except OSError:
            yield FoundFile(prefix, folder, "unreadable", _NO_MARK)
            continue
        while listed:
            entry = listed.pop()  # for an entry keeps its status
            name = f"{prefix}/{entry.name}" if prefix else entry.name
            if entry.is_dir(follow_symlinks=False):
                waiting.append((Path(entry.path), name))
            else:
                yield _describe(entry, name)


def _describe(entry: os.DirEntry[str], name: str) -> FoundFile:
    path = Path(entry.path)
    try:
        if entry.is_symlink():
            return FoundFile(name, path, "link", _NO_MARK)
        if not entry.is_file(follow_symlinks=False):
            return FoundFile(name, path, "unreadable", _NO_MARK)
        return FoundFile(name, path, "file", mark_of(entry.stat(follow_symlinks=False)))
    except OSError:  # gone since the folder was listed
        return FoundFile(name, path, "unreadable", _NO_MARK)
