"""Show on one line of the terminal how far a build is."""

import time
from collections.abc import Callable
from typing import TextIO, TypeVar

from sitegen.pipeline import Memo

Value = TypeVar("Value")
Result = TypeVar("Result")

_VERBS = {"parse": "reading seeds", "summarize": "comparing articles", "read": "reading pages"}
_PAUSE_SECONDS = 0.1
_ERASE_LINE = "\r\x1b[K"


class Progress:
    """Counts the steps of a build; ``terminal`` is None where nobody looks."""

    def __init__(self, terminal: TextIO | None) -> None:
        self._terminal = terminal
        self._shown_at = 0.0

    def watch(self, memo: Memo) -> Memo:
        """Return a memo that does the same and shows how often each step was asked for."""
        return memo if self._terminal is None else _Counter(memo, self._show)

    def clear(self) -> None:
        """Leave the line empty for what is said next."""
        if self._terminal is not None:
            print(_ERASE_LINE, end="", file=self._terminal, flush=True)

    def _show(self, step: str, count: int) -> None:
        now = time.monotonic()
        if now - self._shown_at < _PAUSE_SECONDS:
            return
        self._shown_at = now
        verb = _VERBS.get(step.partition(" ")[0], "drawing the site")
        print(f"{_ERASE_LINE}{verb}: {count}", end="", file=self._terminal, flush=True)


class _Counter:
    def __init__(self, memo: Memo, show: Callable[[str, int], None]) -> None:
        self._memo = memo
        self._show = show
        self._counts: dict[str, int] = {}

    def __call__(self, step: str, function: Callable[[Value], Result], value: Value) -> Result:
        self._count(step)
        return self._memo(step, function, value)

    def key(self, step: str, function: Callable[[Value], Result], value: Value) -> bytes | None:
        self._count(step)
        return self._memo.key(step, function, value)

    def _count(self, step: str) -> None:
        count = self._counts[step] = self._counts.get(step, 0) + 1
        self._show(step, count)
