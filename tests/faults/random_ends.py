"""End build, watch and serve by a signal at a random moment, as real processes.

`tests/faults/injection.py` ends a build at each of its calls. Here nobody chooses the call: the
moment may lie in the start of Python, where only is computed, between two builds of a watch, or at
the very end.
"""

import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Literal

from sitegen.app.journal import JOURNAL_NAME
from sitegen.app.stage import STAGE_NAME
from tests.faults.injection import Ended
from tests.faults.upheavals import Upheaval, copy_site, judge_site, list_options, read_trees
from tests.unmeasured import leave_unmeasured

COMMANDS = ("build", "watch", "serve")
ENDINGS = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT)
_STATUS = {signal.SIGTERM: 143, signal.SIGINT: 130}
# From when the moment counts: the start of the process, a change to the site that it watches, or
# when new files wait, and when they are being put in place. The longest time from then, in seconds.
Since = Literal["start", "change", "stage", "journal"]
_SECONDS: dict[Since, float] = {"start": 1.6, "change": 1.0, "stage": 0.08, "journal": 0.004}
_SINCE: tuple[Since, ...] = ("start", "change", "stage", "journal")
_OURS = "sitegen/app"
# What watch and serve tell of themselves.
_REMARKS = ("sitegen: watching ", "sitegen: serving ")
_PAUSE_SECONDS = 0.0002
_PATIENCE_SECONDS = 10.0
_LONGEST_SECONDS = 60.0
# The whole machine may have stood still for that long, and the process with it.
_STANDSTILL_SECONDS = 5.0
_NEVER_ENDED = 1_000  # no status that a process has


@dataclass(frozen=True, slots=True)
class End:
    """Which command is ended, by which signal and when."""

    command: str
    ending: signal.Signals
    since: Since
    seconds: float

    def __str__(self) -> str:
        """Name the end, as a report does."""
        return f"{self.command}, {self.ending.name} {self.seconds:.4f} s after the {self.since}"


def end_at_random(
    upheavals: list[Upheaval], workshop: Path, count: int, seed: int
) -> Iterator[tuple[str, list[str]]]:
    """Yield what was ended how, and what is not as promised then, so many times."""
    # What a script starts in its background ignores interrupts, and children inherit that.
    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    chance = Random(seed)  # noqa: S311 - no secret
    plain = [one for one in upheavals if "watch" not in one.name]
    for number in range(count):
        upheaval = plain[number % len(plain)]
        end = _choose(number, chance, is_first=not upheaval.old[1])
        ended, site = _carry_out(end, upheaval, workshop)
        damage = [*_judge_end(end, upheaval, ended, site), *judge_site(upheaval, site, workshop)]
        name = f"{end.command}, ended by {end.ending.name} at a random moment"
        yield name, [f"{upheaval.name}, {end}: {one}" for one in damage]


def _choose(number: int, chance: Random, *, is_first: bool) -> End:
    command, ending, since = chance.choice(COMMANDS), ENDINGS[number % 3], chance.choice(_SINCE)
    if since == "change" and (command == "build" or is_first):
        since = "start"
    return End(command, ending, since, chance.uniform(0.0, _SECONDS[since]))


def _carry_out(end: End, upheaval: Upheaval, workshop: Path) -> tuple[Ended, Path]:
    """Run the command on a site, end it, and return how it ended."""
    before = workshop / "built" if end.since == "change" else upheaval.before
    site = copy_site(before, workshop)
    names = [workshop / name for name in ("stdout", "stderr")]
    port = ("--port", "0") if end.command == "serve" else ()
    command = [sys.executable, "-m", "sitegen", end.command, *list_options(site), *port]
    environment = leave_unmeasured(PYTHONFAULTHANDLER="1")
    with (
        names[0].open("wb") as stdout,
        names[1].open("wb") as stderr,
        subprocess.Popen(command, stdout=stdout, stderr=stderr, env=environment) as process,
    ):
        if end.since != "start":
            _wait(process, lambda: _has_come(end.since, site, names[1]))
        if end.since == "change":
            _change(site, upheaval.before)
        time.sleep(end.seconds)
        process.send_signal(end.ending)
        status = _await_end(process)
    stdout_text, stderr_text = (name.read_text(errors="replace") for name in names)
    return Ended(status, stdout_text, stderr_text), site


def _await_end(process: subprocess.Popen[bytes]) -> int:
    """Return the status; where it does not end, have it write to stderr what each thread does."""
    for seconds in (_LONGEST_SECONDS, _STANDSTILL_SECONDS):
        with suppress(subprocess.TimeoutExpired):
            return process.wait(seconds)
    process.send_signal(signal.SIGABRT)  # answered by Python's faulthandler
    with suppress(subprocess.TimeoutExpired):
        process.wait(_STANDSTILL_SECONDS)
    process.kill()
    process.wait()
    return _NEVER_ENDED


def _wait(process: subprocess.Popen[bytes], has_come: Callable[[], bool]) -> None:
    """Wait until it has come, or the process has ended, or it has passed by unseen."""
    patient_until = time.monotonic() + _PATIENCE_SECONDS
    while process.poll() is None and not has_come() and time.monotonic() < patient_until:
        time.sleep(_PAUSE_SECONDS)


def _has_come(since: Since, site: Path, stderr: Path) -> bool:
    if since == "change":  # it will be one as soon as the site is watched
        return b"Ctrl-C ends" in stderr.read_bytes()
    name = Path(STAGE_NAME, JOURNAL_NAME) if since == "journal" else Path(STAGE_NAME)
    return any((site / folder / name).exists() for folder in ("content", "output"))


def _change(site: Path, other: Path) -> None:
    """Change what a person may change of a site, so that it is as the other one."""
    ours, theirs = (
        {path.relative_to(root) for path in root.rglob("*") if path.is_file()}
        for root in (site, other)
    )
    for path in (path for path in ours | theirs if path.parts[0] not in {"output", ".sitegen"}):
        if path not in theirs:
            (site / path).unlink()
        elif path not in ours or (site / path).read_bytes() != (other / path).read_bytes():
            shutil.copyfile(other / path, site / path)


def _judge_end(end: End, upheaval: Upheaval, ended: Ended, site: Path) -> Iterator[str]:
    if end.command == "build" and ended.status == upheaval.ended.status:  # it was faster
        if read_trees(site) != upheaval.new:
            yield "says that all went well, but the site is not the new one"
        return
    if ended.status == _NEVER_ENDED:
        yield f"did not end: {ended.stderr}"
        return
    if "Traceback" in ended.stderr and _OURS not in ended.stderr:  # Python itself was starting
        return
    # A process that has not begun to heed signals is ended by the system.
    if ended.status not in (-end.ending, _STATUS.get(end.ending)):
        yield f"ended with {ended.status}"
    told = set(ended.stderr.splitlines()) - set(upheaval.ended.stderr.splitlines())
    if others := [line for line in told if not line.startswith(_REMARKS)]:
        yield f"said {others}"
