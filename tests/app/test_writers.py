import subprocess
import sys
from pathlib import Path

import pytest

from sitegen.app import writers
from sitegen.app.writers import find_writer

HOLD = """
import sys
with open(sys.argv[1], sys.argv[2]):
    print("open", flush=True)
    sys.stdin.read()
"""
needs_leases = pytest.mark.skipif(
    sys.platform != "linux", reason="only Linux tells who has a file open"
)


def find_writer_while_another_process_has_it_open(path: Path, mode: str) -> str:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, path, mode], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout
        process.stdout.readline()
        found = find_writer(path)
        process.communicate()
    return found


@needs_leases
def test_a_process_that_writes_is_found_and_one_that_reads_is_none(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.touch()

    assert find_writer(path) == "nobody"
    assert find_writer_while_another_process_has_it_open(path, "a") == "somebody"
    assert find_writer_while_another_process_has_it_open(path, "r") == "nobody"


@needs_leases
def test_who_writes_is_not_held_up_by_being_looked_for(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.touch()
    write = "import sys\nfor _ in range(3000): open(sys.argv[1], 'a').close()"

    with subprocess.Popen([sys.executable, "-c", write, path]) as process:
        while process.poll() is None:
            find_writer(path)

    assert process.returncode == 0


def test_of_what_is_gone_or_a_link_nothing_is_known(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path)

    assert find_writer(tmp_path / "gone") == "unknown"
    assert find_writer(tmp_path / "link") == "unknown"


def test_elsewhere_nobody_can_tell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writers, "_HAS_LEASES", False)
    (tmp_path / "a.txt").touch()

    assert find_writer(tmp_path / "a.txt") == "unknown"
