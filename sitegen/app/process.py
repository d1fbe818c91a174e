"""What every process of ours does with signals, the collector and the streams of the terminal."""

import gc
import io
import os
import signal
import sys
import threading
from collections.abc import Callable
from typing import NoReturn

# Exit statuses of a process that was interrupted by Ctrl-C, or asked to end by SIGTERM.
INTERRUPTED = 130
TERMINATED = 143


class _Asked(KeyboardInterrupt):
    """The process was asked to end.

    A class of our own: a plain KeyboardInterrupt that passes through ``exec``, as where dataclasses
    are made, has Python kill itself by SIGINT at its end, whatever its exit status.
    """


def heed_signals(note: Callable[[int], None]) -> None:
    """End by Ctrl-C and SIGTERM with what was begun cleared away; note the exit status first.

    An interrupt that the process was told to ignore, as under nohup, stays ignored.
    """
    if threading.current_thread() is not threading.main_thread():
        return

    def stop(number: int, _: object) -> NoReturn:
        note(TERMINATED if number == signal.SIGTERM else INTERRUPTED)
        raise _Asked

    signal.signal(signal.SIGTERM, stop)
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, stop)


def spare_collector() -> None:
    """Have the collector of garbage look seldom: a build makes much that stays, and few cycles.

    By Python's own measure it takes a twentieth of a build and more, and finds next to nothing.
    """
    gc.set_threshold(100_000, 50, 100)


def use_safe_streams() -> None:
    """Show letters that the terminal's encoding lacks as escapes, instead of failing on them.

    Where a stream was closed before we began, as for some daemons, what is said goes nowhere.
    """
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            setattr(sys, name, os.fdopen(nowhere, "w", encoding="utf-8"))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
