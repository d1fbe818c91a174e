"""Run the real command as a process and read from the system what it cost.

Processor time counts user and system time of the process and its children, so a busy machine
changes it little; wall time is what a person waits.
"""

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from threading import Event, Thread
from typing import Self

# What is measured is the ``sitegen`` beside this package, not one that is installed.
CHECKOUT = Path(__file__).parents[1]
# Linux tells the largest resident size in KiB, macOS in bytes: see getrusage(2) there.
_MEMORY_UNIT = 1 if sys.platform == "darwin" else 1024
_SHARED_MEMORY = re.compile(rb"^Pss:\s+(\d+) kB", re.MULTILINE)
_LOOK_SECONDS = 0.05
_UNCOMPILED = "PYTHONDONTWRITEBYTECODE"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one command cost: seconds of processor, seconds of waiting, bytes at the peak."""

    cpu: float
    wall: float
    memory: int


def run_sitegen(*arguments: str) -> Cost:
    """Run ``python -m sitegen`` with the arguments and return its cost.

    Raise CalledProcessError where it fails: a failed command is no measurement.
    """
    return run([sys.executable, "-m", "sitegen", *arguments], CHECKOUT)


def run(command: Sequence[str], folder: Path) -> Cost:
    """Run a command in a folder and return its cost, that of its own processes included.

    Memory is that of all of them together, each page counted once, where the system tells it
    (Linux does, looked at twenty times a second); elsewhere that of the largest.
    """
    # Whoever publishes has the code compiled, from an earlier run or by the installer.
    surroundings = {name: os.environ[name] for name in os.environ if name != _UNCOMPILED}
    started = time.perf_counter()
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, cwd=folder, env=surroundings, start_new_session=True
    )
    with _Lookout(process.pid) as lookout:
        _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    cpu = usage.ru_utime + usage.ru_stime
    return Cost(cpu=cpu, wall=wall, memory=lookout.peak or usage.ru_maxrss * _MEMORY_UNIT)


def measure(runs: int, prepare: Callable[[int], object], *arguments: str) -> Cost:
    """Return the median cost of so many runs; ``prepare`` is called with each run's number."""
    costs = []
    for run in range(runs):
        prepare(run)
        costs.append(run_sitegen(*arguments))
    return take_median(costs)


class _Lookout:
    """Looks at the memory of a process and its children while they run; ``peak`` is in bytes."""

    def __init__(self, leader: int) -> None:
        self.peak = 0
        self._leader = leader
        self._ended = Event()
        self._thread = Thread(target=self._look)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._ended.wait(_LOOK_SECONDS):
            self.peak = max(self.peak, sum(map(_read_memory, _list_group(self._leader))))


def _list_group(leader: int) -> list[int]:
    """Return the processes of a group; none where there is no /proc."""
    found = []
    for path in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if os.getpgid(int(path.name)) == leader:
                found.append(int(path.name))
    return found


def _read_memory(process: int) -> int:
    try:
        told = _SHARED_MEMORY.search(Path(f"/proc/{process}/smaps_rollup").read_bytes())
    except OSError:
        return 0
    return int(told[1]) * 1024 if told else 0


def take_median(costs: Sequence[Cost]) -> Cost:
    """Return the median of each cost by itself."""
    return Cost(
        cpu=median(cost.cpu for cost in costs),
        wall=median(cost.wall for cost in costs),
        memory=int(median(cost.memory for cost in costs)),
    )
