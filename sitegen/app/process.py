"""What every process of ours does with signals and with the streams of the terminal."""

import io
import signal
import sys
import threading
from typing import NoReturn


class Terminated(KeyboardInterrupt):
    """The process was asked to end, as by a service manager."""


def heed_termination() -> None:
    """End by a SIGTERM as by Ctrl-C: with what was begun cleared away."""

    def stop(*_: object) -> NoReturn:
        raise Terminated

    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, stop)


def use_safe_streams() -> None:
    """Show letters that the terminal's encoding lacks as escapes, instead of failing on them."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
