"""Kill or fail a build at its real system calls, those of SQLite too, by strace."""

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

from tests.faults.injection import Ended
from tests.faults.upheavals import Upheaval, copy_site, judge, list_options, spread

# Opening files is left to `tests/faults/injection.py`: Python itself opens hundreds first.
_CALLS = (
    "write pwrite64 fsync fdatasync syncfs ftruncate rename renameat renameat2 "
    "mkdir mkdirat rmdir unlink unlinkat"
).split()
# A Python that is interrupted for good tries again for good, so EINTR comes once.
_KINDS = ("signal=KILL", "error=EIO", "error=EINTR", "error=ENOSPC+", "error=EROFS+")
_NAME = re.compile(r"^(?:\d+ +)?(\w+)\(")


def has_strace() -> bool:
    """Tell whether strace is installed and may trace."""
    strace = shutil.which("strace")
    if strace is None:
        return False
    return not subprocess.run([strace, "true"], capture_output=True, check=False).returncode


def trace_faults(
    upheavals: list[Upheaval], workshop: Path, share: Fraction, part: int
) -> Iterator[tuple[str, list[str]]]:
    """Yield the name of an upheaval and what is not as promised, for a share of all faults."""
    for upheaval in upheavals:
        if "watch" in upheaval.name:  # it never ends by itself
            continue
        for point in spread(list(_list_points(upheaval, workshop)), share, part):
            site = copy_site(upheaval.before, workshop)
            ended = _build(site, workshop, f"inject={point}")
            is_killed = "KILL" in point
            damage = judge(upheaval, ended, site, workshop, is_killed=is_killed)
            yield upheaval.name, [f"{upheaval.name}, strace {point}: {one}" for one in damage]


def _list_points(upheaval: Upheaval, workshop: Path) -> Iterator[str]:
    site = copy_site(upheaval.before, workshop)
    _build(site, workshop, "trace=" + ",".join(_CALLS))
    lines = (workshop / "trace").read_text(encoding="utf-8", errors="replace").splitlines()
    counts = Counter(found[1] for line in lines if (found := _NAME.match(line)))
    for call, count in sorted(counts.items()):
        for number in range(1, count + 1):
            for kind in _KINDS:
                # Where no write works any more, nobody can be told anything.
                lasting = "+" if kind.endswith("+") and call != "write" else ""
                yield f"{call}:{kind.removesuffix('+')}:when={number}{lasting}"


def _build(site: Path, workshop: Path, rule: str) -> Ended:
    strace = ["strace", "-f", "-o", str(workshop / "trace"), "-e", rule]
    python = [sys.executable, "-m", "sitegen", "build", "-j", "1", *list_options(site)]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [*strace, *python], capture_output=True, text=True, env=environment, check=False
    )
    return Ended(done.returncode, done.stdout, done.stderr)
