"""Run the real command as a process and read from the system what it cost.

Processor time counts user and system time of the process and its children, so a busy machine
changes it little; wall time is what a person waits.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

# What is measured is the ``sitegen`` beside this package, not one that is installed.
CHECKOUT = Path(__file__).parents[1]
# Linux tells the largest resident size in KiB, macOS in bytes: see getrusage(2) there.
_MEMORY_UNIT = 1 if sys.platform == "darwin" else 1024


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
    command = [sys.executable, "-m", "sitegen", *arguments]
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=CHECKOUT)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    cpu = usage.ru_utime + usage.ru_stime
    return Cost(cpu=cpu, wall=wall, memory=usage.ru_maxrss * _MEMORY_UNIT)


def measure(runs: int, prepare: Callable[[int], object], *arguments: str) -> Cost:
    """Return the median cost of so many runs; ``prepare`` is called with each run's number."""
    costs = []
    for run in range(runs):
        prepare(run)
        costs.append(run_sitegen(*arguments))
    return _take_median(costs)


def _take_median(costs: Sequence[Cost]) -> Cost:
    return Cost(
        cpu=median(cost.cpu for cost in costs),
        wall=median(cost.wall for cost in costs),
        memory=int(median(cost.memory for cost in costs)),
    )
