import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sitegen.app.lock import BusyError, hold_lock
from sitegen.app.progress import Progress
from sitegen.errors import SitegenError

HOLDER = """
import sys
from pathlib import Path
from sitegen.app import lock
from sitegen.app.lock import hold_lock
lock._HAS_FLOCK = sys.argv[2] == "flock"
with hold_lock(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture(params=["flock", "sqlite"])
def kind(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Lock in the way of Unix, then in that of a system without ``flock``."""
    monkeypatch.setattr("sitegen.app.lock._HAS_FLOCK", request.param == "flock")
    return str(request.param)


def test_a_second_process_is_told_who_holds_the_lock_until_it_dies(
    tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sitegen.app.lock.WAIT_SECONDS", 0.0)
    path = tmp_path / ".sitegen" / "lock"
    command = [sys.executable, "-c", HOLDER, str(path), kind]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(BusyError) as caught, hold_lock(path):
            pass
        holder.kill()

    assert str(caught.value) == (
        f"{path}: another sitegen (process {holder.pid}) is working on this site; "
        "wait until it has ended"
    )
    with hold_lock(path):
        assert path.read_text(encoding="ascii") == f"{os.getpid()}\n"


def test_who_comes_while_another_works_waits_and_says_so_once(tmp_path: Path, kind: str) -> None:
    path = tmp_path / ".sitegen" / "lock"
    command = [sys.executable, "-c", HOLDER, str(path), kind]
    notes = io.StringIO()
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        progress = Progress(None, notes=notes)

        def tell(line: str) -> None:
            progress.tell(line)
            assert holder.stdin is not None
            holder.stdin.close()  # now it ends

        with hold_lock(path, tell):
            assert path.read_text(encoding="ascii") == f"{os.getpid()}\n"

    assert notes.getvalue() == (
        f"sitegen: {path}: another sitegen (process {holder.pid}) is working on this site; "
        "waiting for it\n"
    )


@pytest.mark.usefixtures("kind")
def test_the_lock_is_free_again_after_the_block(tmp_path: Path) -> None:
    for _ in range(2):
        with hold_lock(tmp_path / "lock"):
            pass


@pytest.mark.usefixtures("kind")
def test_a_folder_that_cannot_be_written_needs_no_lock(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with hold_lock(tmp_path / "file" / "lock"):
        pass


def test_a_database_that_is_none_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.app.lock._HAS_FLOCK", False)
    (tmp_path / "lock.sqlite").write_bytes(b"no database, and longer than the head of one" * 9)

    with pytest.raises(SitegenError) as caught, hold_lock(tmp_path / "lock"):
        pass

    assert str(caught.value) == (
        f"{tmp_path}/lock.sqlite: cannot be locked (file is not a database); delete it"
    )


def test_a_database_that_cannot_be_opened_needs_no_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sitegen.app.lock._HAS_FLOCK", False)
    (tmp_path / "lock.sqlite").mkdir()

    with hold_lock(tmp_path / "lock"):
        pass
