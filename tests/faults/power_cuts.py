"""Cut the power of a file system in the middle of a build, and mount it again.

The disk is a file in memory, mounted as a device, which only root may. A seal on it (fcntl(2),
``F_SEAL_WRITE``) refuses every write from that moment on, so that it keeps what had reached the
disk and nothing else, as at a power cut, whatever the kind of file system; a copy of it is mounted
afterwards.
"""

import fcntl
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random
from typing import Self

from sitegen.app.stage import STAGE_NAME
from tests.faults.upheavals import (
    Upheaval,
    command,
    copy_site,
    judge_site,
    list_options,
    read_trees,
)

_SIZE = 384 * 2**20  # xfs has at least 300 MB
_KINDS = ("ext4", "xfs", "btrfs")
_PATH = f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"
# The longest time from the start of a build, from its first file on a stage, and from its end.
_SECONDS = {"start": 1.5, "stage": 0.3, "end": 0.1}
_PAUSE_SECONDS = 0.0005


def list_kinds(workshop: Path) -> list[str]:
    """Return the file systems whose power can be cut here: not all that is root may mount."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return []
    return [kind for kind in _KINDS if _can_mount(kind, workshop)]


def _can_mount(kind: str, workshop: Path) -> bool:
    if not shutil.which(f"mkfs.{kind}", path=_PATH):
        return False
    try:
        with _Disk(kind, workshop / "trial") as disk, disk.mount():
            return True
    except subprocess.CalledProcessError:
        return False


class _Disk:
    """A disk in memory with an empty file system, and the folder to mount it at."""

    def __init__(self, kind: str, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self._file = _make_file()
        _run(f"mkfs.{kind}", "-q", self._path())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._file)

    @contextmanager
    def mount(self) -> Iterator[None]:
        """Mount it until the block ends."""
        _run("mount", "-o", "loop", self._path(), str(self.folder))
        try:
            yield
        finally:
            _run("umount", str(self.folder))

    def cut(self) -> None:
        """Let nothing more reach the disk."""
        fcntl.fcntl(self._file, fcntl.F_ADD_SEALS, fcntl.F_SEAL_WRITE)

    def replace(self) -> None:
        """Put a copy in its place, which can be written to."""
        copy = _make_file()
        with suppress(OSError):  # that of a search for data behind the last
            end = 0
            while True:
                start = os.lseek(self._file, end, os.SEEK_DATA)
                end = os.lseek(self._file, start, os.SEEK_HOLE)
                os.pwrite(copy, os.pread(self._file, end - start, start), start)
        os.close(self._file)
        self._file = copy

    def _path(self) -> str:
        return f"/proc/{os.getpid()}/fd/{self._file}"


def _make_file() -> int:
    file = os.memfd_create("disk", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    os.ftruncate(file, _SIZE)
    return file


def cut_at_random(
    upheavals: list[Upheaval], kind: str, workshop: Path, count: int, seed: int
) -> Iterator[tuple[str, list[str]]]:
    """Yield what is not as promised of so many builds whose power is cut."""
    chance = Random(seed)  # noqa: S311 - no secret
    plain = [one for one in upheavals if "watch" not in one.name]
    with _Disk(kind, workshop / kind) as disk:
        for number in range(count):
            upheaval = plain[number % len(plain)]
            since = chance.choice(["start", "stage", "stage", "end"])
            seconds = chance.uniform(0.0, _SECONDS[since])
            with disk.mount():
                site = copy_site(upheaval.before, disk.folder)
                _run("sync", "-f", str(disk.folder))
                status = _build_and_cut(site, disk, since, seconds)
            disk.replace()
            with disk.mount():
                damage = [*_judge_success(upheaval, site, workshop)] if status == 0 else []
                damage += judge_site(upheaval, site, workshop)
            moment = f"{seconds:.4f} s after the {since} of a build that ended with {status}"
            yield (
                f"{kind}, power cut",
                [f"{kind}, {upheaval.name}, power cut {moment}: {one}" for one in damage],
            )


def _build_and_cut(site: Path, disk: _Disk, since: str, seconds: float) -> int:
    """Build, cut the power and return how the build ended, or 1 if it had not."""
    build = [sys.executable, "-m", "sitegen", "build", "-q", "-j", "1", *list_options(site)]
    with subprocess.Popen(build, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _wait(process, site, since)
        time.sleep(seconds)
        status = process.poll()
        disk.cut()
        process.kill()
    return 1 if status is None else status


def _wait(process: "subprocess.Popen[bytes]", site: Path, since: str) -> None:
    if since == "end":
        process.wait()
    while since == "stage" and process.poll() is None:
        if any((site / folder / STAGE_NAME).exists() for folder in ("content", "output")):
            return
        time.sleep(_PAUSE_SECONDS)


def _judge_success(upheaval: Upheaval, site: Path, workshop: Path) -> Iterator[str]:
    """Yield what is wrong after a build that had said that all went well."""
    command(site, "stats", workshop)
    if read_trees(site) != upheaval.new:
        yield "the build said that all went well, but the site is not the new one"


def _run(*program: str) -> None:
    subprocess.run(program, check=True, env={**os.environ, "PATH": _PATH}, capture_output=True)
