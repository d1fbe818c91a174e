"""Have builds done by another process, so that whoever watches a site stays small, and alive.

A build of 10,000 articles takes more than a gigabyte, of which Python gives little back; a process
that ends gives back all. It is forked from one that has everything imported and no threads
(``sitegen/app/builder.py``), for the watcher has some, beside which no fork is safe.
"""

import argparse
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, cast

from sitegen.app.build_report import BuildReport
from sitegen.app.files import Mark
from sitegen.app.job import Job
from sitegen.app.stopwatch import Timing
from sitegen.errors import SitegenError

# As shells have it, so much more than the number of a signal is the status of who was killed by it.
_KILLED = 128
# What is asked begins with its length.
SIZE_BYTES = 8


@dataclass(frozen=True, slots=True)
class Built:
    """What was built, what the build did, and where its time went, if that was asked."""

    job: Job
    report: BuildReport
    timings: tuple[Timing, ...]


class Builder:
    """A process that builds whenever it is asked; begun with the first build, and when it is gone.

    What goes between the two is pickled: it goes by pipes that nobody else can open.
    """

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def build(self, arguments: argparse.Namespace, settled: Mapping[str, Mark]) -> Built:
        """Build from the seeds with these marks. Raise SitegenError, OSError."""
        process = self._find_process()
        try:
            answer = _ask(process, (arguments, settled))
        except (EOFError, BrokenPipeError, pickle.UnpicklingError):
            self._process = None
            raise SitegenError(_describe_end(_end(process))) from None
        except BaseException:  # interrupted: what was begun is to be cleared away first
            process.terminate()
            self.close()
            raise
        if not hasattr(os, "fork"):  # one build was all that it could do
            self.close()
        if isinstance(answer, Built):
            return answer
        raise answer

    def close(self) -> None:
        """End the process, and wait for it."""
        if self._process:
            _end(self._process)
        self._process = None

    def _find_process(self) -> subprocess.Popen[bytes]:
        if self._process and self._process.poll() is not None:
            self.close()
        self._process = self._process or _start()
        return self._process


def _start() -> subprocess.Popen[bytes]:
    """Begin a process that finds our modules where we found them, and nowhere else."""
    code = f"import sys; sys.path[:] = {sys.path!r}; from sitegen.app.builder import main; main()"
    with _hold_interrupts():
        return subprocess.Popen(  # noqa: S603 - ourselves
            [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )


@contextmanager
def _hold_interrupts() -> Iterator[None]:
    """Let Ctrl-C, which is for the watcher alone, wait in what is begun until it ignores it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _ask(process: subprocess.Popen[bytes], question: object) -> Built | Exception:
    asks, answers = cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout)
    data = pickle.dumps(question)
    asks.write(len(data).to_bytes(SIZE_BYTES) + data)
    asks.flush()
    answer: Built | Exception = pickle.load(answers)  # noqa: S301 - from a child of ours
    return answer


def _end(process: subprocess.Popen[bytes]) -> int:
    """Let the process end, and return its exit status."""
    with process:  # closes the pipes, without which it ends, and waits
        pass
    return process.returncode


def _describe_end(status: int) -> str:
    """Say that a build ended without an answer, and what can be done.

    >>> _describe_end(137)
    'the build was killed (signal 9), perhaps for want of memory; the next change begins it again'
    """
    how = "broke off"
    number = -status if status < 0 else status - _KILLED
    if number > 0:
        how = f"was killed (signal {number}), perhaps for want of memory"
    return f"the build {how}; the next change begins it again"
