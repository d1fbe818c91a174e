"""Kill or fail a process at a chosen call that changes the disk.

The calls are those of Python's own door to the disk: its audit events tell of each one before it
is made, whichever library makes it, and those without an event are wrapped. What SQLite does to
the cache is seen by strace alone (`tests/faults/tracing.py`).
"""

import errno
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sitegen.app import durable

SIGNALS = {"SIGINT": 130, "SIGTERM": 143}
ERRORS = ("ENOSPC", "EIO", "EACCES", "EMFILE", "EINTR", "EDQUOT", "EROFS")
_EVENTS = frozenset("os.rename os.remove os.mkdir os.rmdir os.truncate".split())
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
_TERMINAL = frozenset({0, 1, 2})
# As they were before tests/conftest.py saved the time that they take.
_SYNCS = {name: getattr(durable, name) for name in ("sync_files", "sync_path", "_sync_system")}


@dataclass(frozen=True, slots=True)
class Fault:
    """What happens at which call, counted from 0.

    ``kind`` is ``kill``, ``tear`` (half of a write is done, then the kill), or the name of an error
    or of a signal that can be heeded; ``is_lasting`` where all later calls fail too.
    """

    number: int
    kind: str
    is_lasting: bool = False

    def __str__(self) -> str:
        """Name the fault, as a report does."""
        return f"{self.kind}{' for good' if self.is_lasting else ''} at call {self.number}"


@dataclass(frozen=True, slots=True)
class Ended:
    """How a process ended: its exit status, negative for a signal, and what it wrote."""

    status: int
    stdout: str
    stderr: str


def run_with_fault(
    run: Callable[["Injector"], int], fault: Fault | None, folder: Path
) -> tuple[Ended, list[str]]:
    """Run in a process of its own; return how it ended, and the calls that it made.

    ``folder`` gets what the process writes to its terminal.
    """
    names = [folder / name for name in ("stdout", "stderr", "calls")]
    process = os.fork()
    if not process:
        _run_child(run, fault, names)
    _, ended = os.waitpid(process, 0)
    stdout, stderr, calls = (name.read_text(errors="replace") for name in names)
    return Ended(os.waitstatus_to_exitcode(ended), stdout, stderr), calls.splitlines()


class Injector:
    """Counts the calls of this process and fails one of them, or more."""

    def __init__(self, fault: Fault | None, note: Callable[[str], None]) -> None:
        self.fault = fault
        self._note = note
        self._count = 0
        self._write = os.write

    def install(self) -> None:
        """Watch over this process until it ends."""
        sys.addaudithook(self._hear)
        for name, function in _SYNCS.items():
            setattr(durable, name, function)
        os.write = self._write_or_fail  # type: ignore[assignment]
        os.fsync = self._wrap("fsync", os.fsync)
        sync = self._wrap("syncfs", durable._sync_system)
        durable._sync_system = sync

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open":
            path, mode, flags = arguments
            is_writing = flags & _WRITING if isinstance(flags, int) else set(mode) & set("wxa+")
            if not is_writing or path == os.devnull:
                return
        elif event not in _EVENTS:
            return
        self._pass(f"{event} {arguments[0]}", arguments[0])

    def _wrap(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any) -> Any:
            self._pass(name, None)
            return function(*arguments)

        return call

    def _write_or_fail(self, descriptor: int, data: bytes) -> int:
        if descriptor in _TERMINAL:
            return self._write(descriptor, data)
        fault = self.fault
        if fault and fault.kind == "tear" and fault.number == self._count:
            self._write(descriptor, bytes(data)[: len(data) // 2])
            os.kill(os.getpid(), signal.SIGKILL)
        self._pass("write", None)
        return self._write(descriptor, data)

    def _pass(self, call: str, path: object) -> None:
        number, self._count = self._count, self._count + 1
        fault = self.fault
        if fault is None:
            self._note(call)
        elif number == fault.number or (fault.is_lasting and fault.number < number):
            if fault.kind in {"kill", "tear"}:
                os.kill(os.getpid(), signal.SIGKILL)
            if fault.kind in SIGNALS:
                os.kill(os.getpid(), getattr(signal, fault.kind))
                return
            code = getattr(errno, fault.kind)
            raise OSError(code, os.strerror(code), *([path] if isinstance(path, str) else ()))


def _run_child(run: Callable[[Injector], int], fault: Fault | None, names: list[Path]) -> None:
    status = 70
    try:
        for number, name in enumerate(names[:2], start=1):
            os.dup2(os.open(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
        sys.stdout = open(1, "w", closefd=False, encoding="utf-8")  # noqa: SIM115 - until the end
        sys.stderr = open(2, "w", closefd=False, encoding="utf-8")  # noqa: SIM115 - until the end
        calls: list[str] = []
        names[2].write_bytes(b"")
        injector = Injector(fault, calls.append)
        injector.install()
        status = run(injector)
        injector.fault = Fault(-1, "none")
        sys.stdout.flush()
        sys.stderr.flush()
        names[2].write_text("\n".join(calls), errors="replace")
    except BaseException:  # noqa: BLE001 - whatever it is, it is told before the process ends
        import traceback

        traceback.print_exc()
        sys.stderr.flush()
    finally:
        os._exit(status)
