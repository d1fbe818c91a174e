import io

import pytest

from sitegen.app import progress as progress_module
from sitegen.app.memo import Forgetful
from sitegen.app.progress import Progress


def test_nobody_who_looks_sees_nothing() -> None:
    memo = Forgetful("")

    assert Progress(None).watch(memo) is memo
    Progress(None).clear()


def test_steps_are_counted_on_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress_module, "_PAUSE_SECONDS", 0.0)
    terminal = io.StringIO()
    progress = Progress(terminal)
    memo = progress.watch(Forgetful(""))

    results = [memo("parse", str.upper, "a"), memo("parse", str.upper, "b")]
    memo("render 5f", str.upper, "c")
    progress.clear()

    assert results == ["A", "B"]
    assert terminal.getvalue() == (
        "\r\x1b[Kreading seeds: 1\r\x1b[Kreading seeds: 2\r\x1b[Kdrawing the site: 1\r\x1b[K"
    )


def test_the_line_is_not_written_for_every_step() -> None:
    terminal = io.StringIO()
    memo = Progress(terminal).watch(Forgetful(""))

    for _ in range(1000):
        memo("parse", str.upper, "a")

    assert terminal.getvalue().count("\r") < 20
