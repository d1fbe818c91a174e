"""See without reading a file that there is nothing to do.

A build that has read everything and found nothing to do notes the marks of all files that count.
While they are the same, so is the answer. Times are only trusted where they can be: a mark holds
the time of the last change of any kind, which no program can set; and a file that was changed
within two seconds before the look began might be changed again under the same mark (git calls
that "racy"), so then nothing is noted. Deleting the note costs one build that reads.

This is the way that most builds of a watched or scheduled site go, so it imports little.
"""

import json
import os
import sys
import time
from argparse import Namespace
from array import array
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from operator import attrgetter
from pathlib import Path

import sitegen
from sitegen import __version__
from sitegen.app.clock import read_clock

_FORMAT = 1
_NAME = "glance"
_RACY_NS = 2_000_000_000
_READ_FOLDERS = ("seeds", "content", "templates")
_CONFIGS = ("sitegen.toml", "pyproject.toml")
_ABSENT = (-1, -1, -1, -1)
# As in sitegen/app/stage.py, which imports what costs time.
STAGE_NAME = ".sitegen-stage"
_mark_of = attrgetter("st_size", "st_mtime_ns", "st_ctime_ns", "st_ino")


@dataclass(frozen=True, slots=True)
class Glance:
    """The paths that a build depends on, and their marks before it read the first of them.

    ``question`` is a digest of what the build was asked to do; ``is_calm`` unless something that
    it reads was changed just now.
    """

    question: str
    paths: tuple[str, ...]
    marks: bytes
    is_calm: bool


def look(arguments: Namespace) -> Glance | None:
    """Look at everything that the build asked for depends on; None where a look cannot tell.

    Raise UsageError for a time that cannot be read.
    """
    root, output = _find_folders(arguments)
    began = time.time_ns()
    read = [*_list_read(root, arguments.config), *_list_code()]
    # A stage that holds a journal is a build that must be finished.
    read += [f"{root}/content/{STAGE_NAME}", f"{output}/{STAGE_NAME}"]
    published = list(_list_files(output))
    if any(map(os.path.islink, (*(f"{root}/{name}" for name in _READ_FOLDERS), output))):
        return None
    marks = [_mark(path) for path in read]
    return Glance(
        question=_ask(arguments),
        paths=(*read, *published),
        marks=_pack([*marks, *map(_mark, published)]),
        is_calm=all(max(mark[1:3]) < began - _RACY_NS for mark in marks),
    )


def note(arguments: Namespace, glance: Glance, answer: object) -> None:
    """Note what a build that had nothing to do says, to be said again. Never raises.

    ``answer`` is made of what JSON knows.
    """
    if not glance.is_calm:
        return
    with suppress(OSError, ValueError):
        paths = "\0".join(glance.paths).encode(errors="strict")
        head = {"format": _FORMAT, "question": glance.question, "answer": answer}
        line = json.dumps({**head, "paths": len(paths), "sum": _sum(paths + glance.marks)})
        file = _find_note(arguments)
        unfinished = file.with_suffix(".part")
        unfinished.write_bytes(line.encode() + b"\n" + paths + glance.marks)
        unfinished.replace(file)


def recall(arguments: Namespace) -> object | None:
    """Return the answer that was noted, if everything is as it was then; else None.

    Raise UsageError for a time that cannot be read.
    """
    try:
        line, _, data = _find_note(arguments).read_bytes().partition(b"\n")
        head = json.loads(line)
        if head["format"] != _FORMAT or head["question"] != _ask(arguments):
            return None
        if head["sum"] != _sum(data):
            return None
        paths, marks = data[: head["paths"]], data[head["paths"] :]
        is_same = _pack(map(_mark, paths.decode().split("\0"))) == marks
        answer: object = head["answer"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return answer if is_same else None


def _find_folders(arguments: Namespace) -> tuple[str, str]:
    root = os.path.realpath(arguments.source)
    return root, os.path.realpath(arguments.output) if arguments.output else f"{root}/output"


def _find_note(arguments: Namespace) -> Path:
    return Path(_find_folders(arguments)[0], ".sitegen", _NAME)


def _ask(arguments: Namespace) -> str:
    """Return a digest of what a build is asked to do, on which day and by which program."""
    options = sorted(
        (name, value)
        for name, value in vars(arguments).items()
        if name not in {"quiet", "verbose", "json", "strict", "as_of"}
    )
    day = read_clock(arguments.as_of, os.environ).date().isoformat()
    told = (options, day, _find_folders(arguments), __version__, sys.version.split()[0])
    return _sum(repr((told, sys.path)).encode(errors="surrogateescape"))


def _list_read(root: str, config: str | None) -> Iterator[str]:
    """Yield all that a build reads; the root tells when one of the folders comes or goes."""
    yield root
    yield from (os.path.realpath(config),) if config else (f"{root}/{name}" for name in _CONFIGS)
    for name in _READ_FOLDERS:
        yield f"{root}/{name}"
        yield from _list_entries(f"{root}/{name}")


def _list_code() -> Iterator[str]:
    """Yield our own code and the shipped templates, and the folders of all libraries."""
    package = Path(sitegen.__file__).parent
    yield from _list_entries(str(package))
    yield from _list_entries(str(package.parent / "templates"))
    yield from (folder for folder in sys.path if folder)


def _list_entries(folder: str) -> Iterator[str]:
    """Yield everything below a folder that is not hidden, and no compiled code."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(".") or entry.name == "__pycache__":
                continue
            yield entry.path
            if entry.is_dir(follow_symlinks=False):
                yield from _list_entries(entry.path)


def _list_files(folder: str) -> Iterator[str]:
    """Yield the files of output/; what others put beside them changes nothing."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if not entry.is_dir(follow_symlinks=False):
                yield entry.path
            elif not entry.name.startswith("."):
                yield from _list_files(entry.path)


def _mark(path: str) -> tuple[int, int, int, int]:
    try:
        return _mark_of(os.lstat(path))
    except OSError:
        return _ABSENT


def _pack(marks: Iterable[tuple[int, int, int, int]]) -> bytes:
    packed = array("q")
    for mark in marks:
        packed.extend(mark)
    return packed.tobytes()


def _sum(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()
