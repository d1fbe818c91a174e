"""Cut the power of a file system in the middle of a build, and mount it again.

Linux can drop a mounted file system with all that is not on its disk yet, as a cut would: the
``shutdown`` call of ext4, xfs and btrfs. Only root may, on an image that is mounted as a device.
"""

import fcntl
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from sitegen.app.stage import STAGE_NAME
from tests.faults.upheavals import (
    Upheaval,
    command,
    copy_site,
    judge_site,
    list_options,
    read_trees,
)

# linux/fs.h: FS_IOC_SHUTDOWN, without writing the log of the file system first.
_SHUTDOWN, _WITHOUT_LOG = 0x8004587D, (2).to_bytes(4, sys.byteorder)
_SIZE = 96 * 2**20
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
        image, disk = _make_disk(kind, workshop / "trial")
        with _mount(image, disk):
            return True
    except subprocess.CalledProcessError:
        return False
    finally:
        shutil.rmtree(workshop / "trial")


def _make_disk(kind: str, folder: Path) -> tuple[Path, Path]:
    """Return an image with an empty file system, and the folder to mount it at."""
    image, disk = folder / "image", folder / "disk"
    disk.mkdir(parents=True)
    with image.open("wb") as file:
        file.truncate(_SIZE if kind == "ext4" else 4 * _SIZE)
    _run(f"mkfs.{kind}", "-q", str(image))
    return image, disk


def cut_at_random(
    upheavals: list[Upheaval], kind: str, workshop: Path, count: int, seed: int
) -> Iterator[tuple[str, list[str]]]:
    """Yield what is not as promised of so many builds whose power is cut."""
    chance = Random(seed)  # noqa: S311 - no secret
    image, disk = _make_disk(kind, workshop / kind)
    plain = [one for one in upheavals if "watch" not in one.name]
    for number in range(count):
        upheaval = plain[number % len(plain)]
        since = chance.choice(["start", "stage", "stage", "end"])
        seconds = chance.uniform(0.0, _SECONDS[since])
        with _mount(image, disk):
            site = copy_site(upheaval.before, disk)
            _run("sync", "-f", str(disk))
            status = _build_and_cut(site, disk, since, seconds)
        with _mount(image, disk):
            damage = [*_judge_success(upheaval, site, workshop)] if status == 0 else []
            damage += judge_site(upheaval, site, workshop)
        moment = f"power cut {seconds:.4f} s after the {since} of a build that ended with {status}"
        yield f"{kind}, power cut", [f"{kind}, {upheaval.name}, {moment}: {one}" for one in damage]


def _build_and_cut(site: Path, disk: Path, since: str, seconds: float) -> int:
    """Build, cut the power and return how the build ended, or the start of its end."""
    build = [sys.executable, "-m", "sitegen", "build", "-q", "-j", "1", *list_options(site)]
    with subprocess.Popen(build, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        folder = os.open(disk, os.O_RDONLY)
        try:
            _wait(process, site, since)
            time.sleep(seconds)
            status = process.poll()
            fcntl.ioctl(folder, _SHUTDOWN, _WITHOUT_LOG)
        finally:
            os.close(folder)
        process.wait()
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


@contextmanager
def _mount(image: Path, disk: Path) -> Iterator[None]:
    _run("mount", "-o", "loop", str(image), str(disk))
    try:
        yield
    finally:
        _run("umount", str(disk))


def _run(*program: str) -> None:
    subprocess.run(program, check=True, env={**os.environ, "PATH": _PATH}, capture_output=True)
