"""Builds that are ended from outside, and builds that meet, leave a whole site."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from benchmarks.corpus import write_corpus
from sitegen.app.cli import main
from sitegen.app.stage import STAGE_NAME
from tests.faults.moments import configure
from tests.unmeasured import leave_unmeasured

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="other signals, no such lock")

AS_OF = ("--as-of", "2024-07-01")


def make_site(root: Path) -> Path:
    write_corpus(root / "seeds", 25)
    configure(root, "Tidings", 3)
    return root


def start(site: Path, *options: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "sitegen", "build", "-q", "-s", str(site), *AS_OF, *options]
    return subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=leave_unmeasured(),
    )


def read(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for folder in ("content", "output")
        for path in (site / folder).rglob("*")
        if path.is_file()
    }


def wait_for(path: Path) -> None:
    while not path.exists():
        time.sleep(0.005)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    site = make_site(tmp_path_factory.mktemp("whole") / "site")
    assert main(["build", "-q", "-s", str(site), *AS_OF]) == 0
    return read(site)


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(
    ("ending", "status"), [(signal.SIGKILL, -9), (signal.SIGTERM, 143), (signal.SIGINT, 130)]
)
def test_a_build_that_is_ended_while_it_draws_leaves_no_trace(
    tmp_path: Path, whole: dict[str, bytes], jobs: str, ending: int, status: int
) -> None:
    site = make_site(tmp_path / "site")
    with start(site, "-j", jobs) as build:
        wait_for(site / "output" / STAGE_NAME)
        build.send_signal(ending)
        _, told = build.communicate()

    assert (build.returncode, told) == (status, "")
    # The processes that drew for it are gone, or end by themselves, and hold up nobody.
    assert main(["stats", "-s", str(site)]) == 0
    assert list((site / "output").glob("*")) == []
    assert main(["build", "-q", "-s", str(site), *AS_OF]) == 0
    assert read(site) == whole


def test_an_interrupt_from_the_keyboard_reaches_all_processes_and_none_complains(
    tmp_path: Path,
) -> None:
    site = make_site(tmp_path / "site")
    command = [sys.executable, "-m", "sitegen", "build", "-s", str(site), *AS_OF, "-j", "2"]
    with subprocess.Popen(
        command,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env=leave_unmeasured(),
    ) as build:
        wait_for(site / "output" / STAGE_NAME / "1-0")
        os.killpg(build.pid, signal.SIGINT)
        _, told = build.communicate()

    assert (build.returncode, told) == (130, "")
    assert not (site / "output" / STAGE_NAME).exists()


def test_builds_that_meet_wait_or_say_who_works_there(
    tmp_path: Path, whole: dict[str, bytes]
) -> None:
    site = make_site(tmp_path / "site")
    builds = [start(site) for _ in range(3)]
    ended = [(build, build.communicate()[1]) for build in builds]

    done = [build for build, _ in ended if build.returncode == 0]
    assert done
    pids = {str(build.pid) for build in builds}
    for build, told in ended:
        if build.returncode:
            assert build.returncode == 1
            assert told.startswith(f"sitegen: {site / '.sitegen' / 'lock'}: another sitegen")
            assert any(f"(process {pid})" in told for pid in (*pids, "unknown"))
            assert told.count("\n") == 1
    assert read(site) == whole
