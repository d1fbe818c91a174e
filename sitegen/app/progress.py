"""Show on one line of the terminal how far a build is, and keep the time of its parts."""

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from typing import TextIO, TypeVar

from sitegen.app.stopwatch import Stopwatch, Timing
from sitegen.pipeline import Memo

Value = TypeVar("Value")
Result = TypeVar("Result")

# What a step is called on the line, by the first word of its name.
_VERBS = {
    "parse": "reading seeds",
    "summarize": "summing articles up",
    "read": "reading pages",
    "write": "writing pages",
    "render": "drawing the site",
    "compare": "comparing reports",
    "share": "relating articles",
}
# Short work needs no line, and a line that changes more often cannot be read.
_FIRST_SECONDS = 0.5
_PAUSE_SECONDS = 0.1
_ERASE_LINE = "\r\x1b[K"
_BAR_WIDTH = 24


class Progress:
    """Counts the steps of a build.

    ``terminal`` is None where nobody looks, ``stopwatch`` where nobody asks for the time, ``notes``
    where nobody wants to know more than the outcome.
    """

    def __init__(
        self,
        terminal: TextIO | None,
        stopwatch: Stopwatch | None = None,
        notes: TextIO | None = None,
    ) -> None:
        self._terminal = terminal
        self._stopwatch = stopwatch
        self._notes = notes
        self._told: set[str] = set()
        self._started = self._shown_at = time.monotonic()
        self._totals: dict[str, int] = {}
        self._counts: dict[str, int] = {}
        self._begun: dict[str, float] = {}

    def begin(self, stage: str) -> None:
        """Say that another stage of the build begins, by a name for people."""
        if self._stopwatch:
            self._stopwatch.begin(stage)

    def stop(self) -> tuple[Timing, ...]:
        """Return where the time went, nothing where nobody asked."""
        return self._stopwatch.stop() if self._stopwatch else ()

    def expect(self, step: str, total: int) -> None:
        """Say how often a step will come, so that the line can show how far it is."""
        self._totals[step] = total

    def watch(self, memo: Memo) -> Memo:
        """Return a memo that does the same and counts how often each step was asked for."""
        if self._terminal is None and self._stopwatch is None:
            return memo
        return _Counter(memo, self._count, self._stopwatch)

    def tell(self, line: str) -> None:
        """Say what a person should know while they wait, once."""
        if self._notes and line not in self._told:
            self._told.add(line)
            self.clear()
            print(f"sitegen: {line}", file=self._notes, flush=True)

    def clear(self) -> None:
        """Leave the line empty for what is said next."""
        if self._terminal is not None:
            print(_ERASE_LINE, end="", file=self._terminal, flush=True)

    def _count(self, step: str) -> None:
        now = time.monotonic()
        count = self._counts[step] = self._counts.get(step, 0) + 1
        begun = self._begun.setdefault(step, now)
        is_early = now - self._started < _FIRST_SECONDS or now - self._shown_at < _PAUSE_SECONDS
        if self._terminal is None or is_early:
            return
        self._shown_at = now
        line = _write_line(step, count, self._totals.get(step, 0), now - begun)
        print(_ERASE_LINE + line, end="", file=self._terminal, flush=True)


def make_progress(arguments: argparse.Namespace) -> Progress:
    """Return the progress that the arguments ask for: shown only where somebody looks."""
    is_shown = sys.stderr.isatty() and not arguments.quiet and not arguments.json
    return Progress(
        sys.stderr if is_shown else None,
        Stopwatch() if arguments.timings else None,
        None if arguments.quiet else sys.stderr,
    )


def _write_line(step: str, count: int, total: int, seconds: float) -> str:
    """Return what the line says of a step.

    >>> _write_line("parse", 5, 20, 2.5)
    'reading seeds ━━━━━━────────────────── 5 of 20, 2 a second'
    >>> _write_line("render", 1200, 0, 0.6)
    'drawing the site 1,200, 2,000 a second'
    """
    verb = _VERBS.get(step, step)
    rate = f", {count / seconds:,.0f} a second" if seconds else ""
    if total < count:
        return f"{verb} {count:,}{rate}"
    done = _BAR_WIDTH * count // total
    return f"{verb} {'━' * done}{'─' * (_BAR_WIDTH - done)} {count:,} of {total:,}{rate}"


class _Counter:
    def __init__(
        self, memo: Memo, count: Callable[[str], None], stopwatch: Stopwatch | None
    ) -> None:
        self._memo = memo
        self._count = count
        self._stopwatch = stopwatch

    def __call__(self, step: str, function: Callable[[Value], Result], value: Value) -> Result:
        word = step.partition(" ")[0]
        self._count(word)
        with self._stopwatch.step(_VERBS.get(word, word)) if self._stopwatch else nullcontext():
            return self._memo(step, function, value)

    def map(
        self, step: str, function: Callable[[Value], Result], values: Sequence[Value]
    ) -> Iterator[Result]:
        word = step.partition(" ")[0]
        results = iter(self._memo.map(step, function, values))
        for _ in values:
            self._count(word)
            with self._stopwatch.step(_VERBS.get(word, word)) if self._stopwatch else nullcontext():
                result = next(results)
            yield result

    def revise(
        self, step: str, function: Callable[[Value, Result | None], Result], value: Value
    ) -> Result:
        return self._memo.revise(step, function, value)

    def key(self, step: str, function: Callable[..., object], value: object) -> bytes | None:
        self._count(step.partition(" ")[0])
        return self._memo.key(step, function, value)

    def digest(self, value: object) -> bytes:
        return self._memo.digest(value)
