"""The set-up behind `make`: says one clear line where it cannot work, and mends what is half done.

Offline and in a copy: the requirement files are empty, the Pythons that are too old are fakes.
"""

import fcntl
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
REAL_PYTHON = Path(sys.base_prefix, "bin", "python3")
SHELL = "/bin/sh"
RUNTIME = "requirements.txt"
DEV = "requirements-dev.txt"

FAKE_PYTHON = """#!/bin/sh
shift 2
exec '{python}' -E -S -c '
import importlib.util, runpy, sys
{change}
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")' "$@"
"""
TOO_OLD = "sys.version_info = (3, 9, 18)"
NO_VENV = "importlib.util.find_spec = lambda name: None"


class Clone:
    """A clone of the repository with just what the set-up needs, at a path that is a nuisance."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pythons = folder.parent / "bin"
        self.stamp = folder / ".venv" / "sitegen-setup.txt"
        self.python = folder / ".venv" / "bin" / "python"
        self.pythons.mkdir(parents=True)
        shutil.copytree(ROOT / "tools", folder / "tools")
        for name in (RUNTIME, DEV, "requirements-build.txt"):
            (folder / name).write_text("# nothing\n", encoding="utf-8")

    def add_python(self, name: str, change: str = "") -> None:
        """Put a Python on the path, changed in one respect."""
        fake = self.pythons / name
        fake.write_text(FAKE_PYTHON.format(python=REAL_PYTHON, change=change), encoding="utf-8")
        fake.chmod(0o755)

    def environment(self, more: Mapping[str, str]) -> dict[str, str]:
        return {"PATH": str(self.pythons), "PIP_NO_INDEX": "1", "LC_ALL": "C", **more}

    def start(self, *files: str, **more: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [SHELL, "tools/setup.sh", *(files or [RUNTIME])],
            cwd=self.folder,
            env=self.environment(more),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            start_new_session=True,
        )

    def set_up(self, *files: str, **more: str) -> tuple[int, str]:
        """The exit status, and all that was said."""
        with self.start(*files, **more) as process:
            out, err = process.communicate()
        assert out == ""
        return process.returncode, err


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    return Clone(tmp_path / "a clone with späces" / "sitegen")


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Clone:
    """A clone that is set up; tests leave it so."""
    clone = Clone(tmp_path_factory.mktemp("finished") / "sitegen")
    assert clone.set_up(PYTHON=str(REAL_PYTHON)) == (0, SETTING_UP)
    return clone


@pytest.fixture
def ready(clone: Clone, finished: Clone) -> Clone:
    """A clone that is set up, to change at will."""
    shutil.copytree(finished.folder / ".venv", clone.folder / ".venv", symlinks=True)
    return clone


SETTING_UP = "setting up .venv for requirements.txt (this takes a while the first time)\n"
SETTING_UP_BOTH = SETTING_UP.replace(RUNTIME, f"{RUNTIME} and {DEV}")
NEEDS = "error: sitegen needs Python 3.11 or newer with its venv module, and "
WAY_OUT = (
    ": install one (on Debian or Ubuntu: apt-get install python3 python3-venv)"
    " or name one: make PYTHON=/path/to/python3\n"
)


def test_without_any_python_one_line_says_so(clone: Clone) -> None:
    assert clone.set_up() == (2, NEEDS + "there is no python3 here" + WAY_OUT)


def test_python_that_is_too_old_is_named(clone: Clone) -> None:
    clone.add_python("python3", TOO_OLD)

    assert clone.set_up() == (2, NEEDS + "python3 is Python 3.9" + WAY_OUT)


def test_python_without_venv_is_named(clone: Clone) -> None:
    clone.add_python("python3", NO_VENV)

    assert clone.set_up() == (2, NEEDS + "python3 has no venv module" + WAY_OUT)


def test_every_python_that_was_tried_is_named(clone: Clone) -> None:
    clone.add_python("python3", TOO_OLD)
    clone.add_python("python3.12", NO_VENV)

    status, said = clone.set_up()

    assert status == 2
    assert said == NEEDS + "python3 is Python 3.9, python3.12 has no venv module" + WAY_OUT


def test_chosen_python_that_is_too_old_is_named(clone: Clone) -> None:
    clone.add_python("old", TOO_OLD)

    status, said = clone.set_up(PYTHON="old")

    assert status == 2
    assert said == NEEDS + "PYTHON=old is Python 3.9: name another one\n"


def test_chosen_python_that_is_not_there_is_named(clone: Clone) -> None:
    status, said = clone.set_up(PYTHON="nowhere/python3")

    assert status == 2
    assert said == NEEDS + "PYTHON=nowhere/python3 does not run: name another one\n"


def test_failure_of_pip_is_shown_whole_with_a_way_out(ready: Clone) -> None:
    (ready.folder / DEV).write_text("six==1.17.0 --hash=sha256:" + "0" * 64 + "\n")

    status, said = ready.set_up(RUNTIME, DEV)

    assert status == 2
    assert said.startswith(SETTING_UP_BOTH)
    assert "No matching distribution found for six==1.17.0" in said
    assert said.splitlines()[-1] == (
        "error: pip could not install requirements-dev.txt (see above): connect this machine, or"
        " point PIP_INDEX_URL or PIP_FIND_LINKS to a place that has the packages, and run this"
        " again"
    )
    assert not ready.stamp.exists()


def test_set_up_that_was_killed_begins_anew(clone: Clone) -> None:
    with clone.start(PYTHON=str(REAL_PYTHON)) as process:
        wait_for(clone.python)
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
    assert not clone.stamp.exists()

    assert clone.set_up(PYTHON=str(REAL_PYTHON)) == (0, SETTING_UP)
    assert clone.stamp.exists()


def test_second_set_up_waits_for_the_first(ready: Clone) -> None:
    with (ready.folder / "tools" / "bootstrap.py").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with ready.start(RUNTIME, DEV) as second:
            assert second.stderr is not None
            assert second.stderr.readline() == "waiting for another set-up of .venv to end\n"
            assert second.poll() is None
            fcntl.flock(lock, fcntl.LOCK_UN)
            _, said = second.communicate()

    assert (second.returncode, said) == (0, SETTING_UP_BOTH)


def test_more_requirements_are_added_to_what_is_there(ready: Clone) -> None:
    kept = ready.folder / ".venv" / "kept"
    kept.touch()

    assert ready.set_up(RUNTIME, DEV) == (0, SETTING_UP_BOTH)
    assert ready.set_up(RUNTIME, DEV) == (0, "")
    assert ready.set_up(RUNTIME) == (0, "")
    assert kept.exists()


def test_changed_requirements_are_set_up_again(ready: Clone) -> None:
    left_over = ready.folder / ".venv" / "left-over"
    left_over.touch()
    (ready.folder / RUNTIME).write_text("# something else\n", encoding="utf-8")

    assert ready.set_up() == (0, SETTING_UP)
    assert not left_over.exists()


def test_python_that_is_gone_is_replaced_by_the_first_good_one(ready: Clone) -> None:
    ready.python.unlink()
    ready.python.symlink_to("/nowhere/python3")
    ready.add_python("python3", TOO_OLD)
    ready.add_python("python3.13")

    assert ready.set_up() == (0, SETTING_UP)
    assert ready.set_up() == (0, "")


def test_finished_set_up_needs_no_other_python(finished: Clone) -> None:
    assert finished.set_up() == (0, "")


def test_clone_works_after_it_was_moved(finished: Clone) -> None:
    moved = finished.folder.rename(finished.folder.with_name("moved"))
    try:
        done = subprocess.run(
            [SHELL, "tools/setup.sh", "requirements.txt"],
            cwd=moved,
            env=finished.environment({}),
            capture_output=True,
            text=True,
            check=False,
        )
        pip = subprocess.run(
            [".venv/bin/python", "-m", "pip", "--version"],
            cwd=moved,
            capture_output=True,
            text=True,
            check=True,
        )
    finally:
        moved.rename(finished.folder)

    assert (done.returncode, done.stderr) == (0, "")
    assert str(moved) in pip.stdout


def wait_for(path: Path) -> None:
    """Until the path is there; the time limit of the test ends it otherwise."""
    while not path.exists():
        time.sleep(0.01)
