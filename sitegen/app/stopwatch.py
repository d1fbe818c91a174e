"""Tell where the time of a build goes: each moment belongs to one stage, or to a step in it."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Timing:
    """How many seconds a stage or a step took by itself; ``count`` is how often, 1 for a stage."""

    name: str
    seconds: float
    count: int


class Stopwatch:
    """Counts the seconds of stages that follow one another, and of steps inside them.

    >>> seconds = iter([0.0, 1.0, 3.0, 3.5, 4.5])
    >>> watch = Stopwatch(lambda: next(seconds))
    >>> watch.begin("read")
    >>> with watch.step("parse"):
    ...     pass
    >>> watch.begin("write")
    >>> for timing in watch.stop():
    ...     print(timing)
    Timing(name='read', seconds=1.5, count=1)
    Timing(name='parse', seconds=2.0, count=1)
    Timing(name='write', seconds=1.0, count=1)
    """

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        self._clock = clock
        self._current = ""
        self._since = 0.0
        self._seconds: dict[str, float] = {}
        self._counts: dict[str, int] = {}

    def begin(self, stage: str) -> None:
        """End the stage before and begin another one."""
        self._turn_to(stage)
        self._counts[stage] = 1

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Count the time of the block for the step and not for what goes on around it."""
        around = self._current
        self._turn_to(name)
        self._counts[name] = self._counts.get(name, 0) + 1
        try:
            yield
        finally:
            self._turn_to(around)

    def stop(self) -> tuple[Timing, ...]:
        """End the last stage and return all timings in the order in which they began."""
        self._turn_to("")
        return tuple(
            Timing(name, seconds, self._counts[name])
            for name, seconds in self._seconds.items()
            if name
        )

    def _turn_to(self, name: str) -> None:
        now = self._clock()
        self._seconds[self._current] = self._seconds.get(self._current, 0.0) + now - self._since
        self._seconds.setdefault(name, 0.0)
        self._current, self._since = name, now
