"""Fork processes that each do a share of one task, and end them whatever happens.

A process is forked when what it works on is there already, so nothing is sent to it; what it sends
back is all that the others get to see.
"""

import os
import signal
import sys
import threading
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Protocol, TypeVar

_SIGNALS = (signal.SIGINT, signal.SIGTERM)

Value = TypeVar("Value")


class Sender(Protocol):
    """The end of a pipe (``multiprocessing.connection.Connection``) by which a process answers."""

    def send(self, obj: object, /) -> None:
        """Send a value that can be pickled."""

    def send_bytes(self, buf: bytes, /) -> None:
        """Send bytes."""

    def close(self) -> None:
        """End the answer."""


class Receiver(Protocol):
    """The other end of that pipe. What was not sent raises EOFError, a broken pipe OSError."""

    def recv(self) -> object:
        """Wait for a value."""

    def recv_bytes(self) -> bytes:
        """Wait for bytes."""

    def close(self) -> None:
        """Listen no more."""


def count_workers(jobs: int, pieces: int, *, least: int) -> int:
    """Return how many processes shall work; ``jobs`` is what the user asked for, 0 for our choice.

    With fewer than ``least`` pieces to fork costs more than it saves. One where the system cannot
    fork safely: other systems than Linux, and beside threads.
    """
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    if jobs:
        return min(jobs, pieces) or 1
    return len(os.sched_getaffinity(0)) if least <= pieces else 1


@contextmanager
def start_crew(work: Callable[[int, Sender], None], size: int) -> Iterator[list[Receiver]]:
    """Give the connections to so many processes, each of which does ``work(number, connection)``.

    They are ended when the block is left by an error, and waited for in any case.
    """
    # Most builds have nothing to share, and need not import what it takes.
    import multiprocessing

    context = multiprocessing.get_context("fork")
    started = []
    try:
        for number in range(size):
            receiver, sender = context.Pipe(duplex=False)
            process = context.Process(target=_run, args=(work, number, sender), daemon=True)
            with _hold_signals():
                process.start()
            sender.close()
            started.append((process, receiver))
        yield [receiver for _, receiver in started]
    except BaseException:  # after an interrupt they would go on
        for process, _ in started:
            process.terminate()
        raise
    finally:
        for process, receiver in started:
            receiver.close()
            process.join()


def share_calls(
    function: Callable[[Value], bytes | None], values: Sequence[Value], workers: int
) -> Generator[bytes | None]:
    """Yield what the function gives for each value, in their order; None also where it failed.

    Who wants to know why calls it again.
    """

    def work(number: int, sender: Sender) -> None:
        for value in values[number::workers]:
            data = None
            with suppress(Exception):
                data = function(value)
            sender.send_bytes(data or b"")
            leave_orphaned()

    with start_crew(work, workers) as crew:
        for place in range(len(values)):
            try:
                yield crew[place % workers].recv_bytes() or None
            except (EOFError, OSError):  # the process was killed
                yield None


def leave_orphaned() -> None:
    """End this process if the one that forked it was killed: the lock is to be free."""
    import multiprocessing

    parent = multiprocessing.parent_process()
    if parent and parent.pid != os.getppid():
        os._exit(1)


def _run(work: Callable[[int, Sender], None], number: int, sender: Sender) -> None:
    # Ctrl-C is for the process that was started by a person; it ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)
    with suppress(BrokenPipeError):
        work(number, sender)
    sender.close()


@contextmanager
def _hold_signals() -> Iterator[None]:
    """Let signals wait until a new process has said what it does with them."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
