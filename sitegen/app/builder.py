"""The process that builds for a watcher: it has everything imported, and no threads.

It reads what to build from its standard input, forks for each build, and has the child write the
answer to what was its standard output. It ends with its input, and with a child that gives no
answer. Where nothing can be forked, as on Windows, it builds once by itself and ends.
"""

import argparse
import os
import pickle
import select
import signal
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from types import FrameType
from typing import BinaryIO, NoReturn

from sitegen.app.apart import SIZE_BYTES, Built
from sitegen.app.files import Mark
from sitegen.app.job import open_job
from sitegen.app.lock import BusyError
from sitegen.app.process import TERMINATED, heed_signals, spare_collector, use_safe_streams
from sitegen.errors import SitegenError

# The exit status of who gives no answer: it was interrupted, or a fault of ours has been shown.
_SILENT = 1
# As shells have it, so much more is the status of who was killed by a signal.
_KILLED = 128


def main() -> None:
    """Build what is asked for until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the watcher, which ends this
    use_safe_streams()
    answers = _take_answers()
    builds = _Builds()
    signal.signal(signal.SIGTERM, builds.stop)
    _release_signals()
    import sitegen.app.ready  # noqa: F401 - what a build needs is imported with it

    while ask := _read_ask(sys.stdin.buffer):
        status = builds.answer(ask, answers)
        if status or not hasattr(os, "fork"):
            sys.exit(status)


def _take_answers() -> BinaryIO:
    """Return the stream to the watcher; what is printed goes to standard error from now on."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return answers


def _read_ask(stream: BinaryIO) -> bytes:
    """Return what is to be built, as bytes, which only the child unpacks: it gives all back."""
    return stream.read(int.from_bytes(stream.read(SIZE_BYTES)))


class _Builds:
    """Does one build after the other, each in a child where there can be one."""

    def __init__(self) -> None:
        self._child = 0

    def stop(self, number: int, _: FrameType | None) -> None:
        """Have the build clear away what it has begun, and end with it."""
        if not self._child:
            sys.exit(TERMINATED)
        with suppress(ProcessLookupError):  # it has ended just now
            os.kill(self._child, number)

    def answer(self, ask: bytes, answers: BinaryIO) -> int:
        """Build, write the answer, and return 0, or the exit status of who gave none."""
        if not hasattr(os, "fork"):
            return _answer(ask, answers)
        with _hold_termination():
            self._child = os.fork()
            if not self._child:
                _answer_and_end(ask, answers)
        _, ended = os.waitpid(self._child, 0)
        self._child = 0
        status = os.waitstatus_to_exitcode(ended)
        return status if status >= 0 else _KILLED - status


def _answer_and_end(ask: bytes, answers: BinaryIO) -> NoReturn:
    """Build as a process that was forked for it."""
    status = _SILENT
    try:
        threading.Thread(target=_end_with_watcher, daemon=True).start()
        status = _answer(ask, answers)
    except Exception:  # noqa: BLE001 - a fault of ours is shown, and ends this process
        sys.excepthook(*sys.exc_info())
    finally:
        with suppress(OSError):
            sys.stderr.flush()
        os._exit(status)


def _answer(ask: bytes, answers: BinaryIO) -> int:
    asked: list[int] = []
    heed_signals(asked.append)
    _release_signals()
    spare_collector()
    answer: Built | Exception
    with suppress(KeyboardInterrupt, BrokenPipeError):
        try:
            answer = build_here(*pickle.loads(ask))  # noqa: S301 - from the watcher
        except (SitegenError, OSError) as error:
            answer = error
        except Exception:
            if asked:  # an interrupt may come out as another error
                return _SILENT
            raise
        pickle.dump(answer, answers)
        answers.flush()
        return 0
    return _SILENT


def _end_with_watcher() -> None:
    """End as soon as the watcher is killed: nobody waits, and the lock is to be free."""
    poll = select.poll()
    poll.register(0, 0)  # of what it asks next nothing is to be heard, of its end always (poll(2))
    poll.poll()
    os._exit(_SILENT)


@contextmanager
def _hold_termination() -> Iterator[None]:
    """Let the signal to end wait until it is known which process is to end."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _release_signals() -> None:
    """Let signals come, which had to wait until it was said what they do."""
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_SETMASK, ())


def build_here(arguments: argparse.Namespace, settled: Mapping[str, Mark]) -> Built:
    """Build once no other process works on the site.

    Seeds that change meanwhile no longer have the marks of the job and wait for the next build.
    """
    from sitegen.app.build import run_build
    from sitegen.app.progress import make_progress

    progress = make_progress(arguments)
    try:
        while True:
            job = open_job(arguments, settled)
            try:
                report = run_build(job, progress)
            except BusyError:  # it has waited for a while, and waits on
                continue
            # What the drafts gave is for the cache, which has it; the marks the watcher has.
            output = replace(report.output, drawn={}) if report.output else None
            report = replace(report, output=output)
            return Built(replace(job, settled=None), report, progress.stop())
    finally:
        progress.clear()
