import io

import pytest

from sitegen.app import progress as progress_module
from sitegen.app.memo import Forgetful
from sitegen.app.progress import Progress
from sitegen.app.stopwatch import Stopwatch, Timing


def test_nobody_who_looks_sees_nothing() -> None:
    memo = Forgetful("")

    assert Progress(None).watch(memo) is memo
    Progress(None).clear()
    assert Progress(None).stop() == ()


def test_steps_are_counted_on_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress_module, "_PAUSE_SECONDS", 0.0)
    monkeypatch.setattr(progress_module, "_FIRST_SECONDS", 0.0)
    terminal = io.StringIO()
    progress = Progress(terminal)
    progress.expect("parse", 2)
    memo = progress.watch(Forgetful(""))

    results = [memo("parse", str.upper, "a"), memo("parse", str.upper, "b")]
    memo("render 5f", str.upper, "c")
    memo.key("render 5f", str.upper, "d")
    progress.clear()

    assert results == ["A", "B"]
    first, second, *drawn, last = terminal.getvalue().split("\r\x1b[K")[1:]
    assert first == "reading seeds ━━━━━━━━━━━━──────────── 1 of 2"
    assert second.startswith("reading seeds ━━━━━━━━━━━━━━━━━━━━━━━━ 2 of 2, ")
    counts = [line.partition(",")[0] for line in drawn]
    assert counts == ["drawing the site 1", "drawing the site 2"]
    assert last == ""


def test_short_work_has_no_line() -> None:
    terminal = io.StringIO()
    memo = Progress(terminal).watch(Forgetful(""))

    for _ in range(1000):
        memo("parse", str.upper, "a")

    assert terminal.getvalue() == ""


def test_the_line_is_not_written_for_every_step(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress_module, "_FIRST_SECONDS", 0.0)
    monkeypatch.setattr(progress_module, "_PAUSE_SECONDS", 3600.0)
    terminal = io.StringIO()
    progress = Progress(terminal)
    memo = progress.watch(Forgetful(""))
    monkeypatch.setattr(progress, "_shown_at", -3600.0)

    for _ in range(1000):
        memo("parse", str.upper, "a")

    assert terminal.getvalue().count("\r") == 1


def test_the_time_of_steps_is_kept_apart_from_that_of_the_stage_around_them() -> None:
    seconds = iter(range(100))
    progress = Progress(None, Stopwatch(lambda: float(next(seconds))))

    progress.begin("deciding")
    memo = progress.watch(Forgetful(""))
    memo("parse", str.upper, "a")
    memo("parse", str.upper, "b")
    progress.begin("writing")

    assert progress.stop() == (
        Timing("deciding", 3.0, 1),
        Timing("reading seeds", 2.0, 2),
        Timing("writing", 1.0, 1),
    )
