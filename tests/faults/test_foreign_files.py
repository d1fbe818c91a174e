"""What is not ours stays as it is, whatever builds do, also where links come and go under them."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from benchmarks.corpus import write_corpus
from sitegen.app.cli import main
from tests.faults.moments import configure

BUILDS = 5


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write_corpus(tmp_path / "site" / "seeds", 12)
    configure(tmp_path / "site", "Tidings", 3)
    assert build(tmp_path / "site") == 0
    return tmp_path / "site"


def build(site: Path) -> int:
    return main(["build", "-q", "-s", str(site), "--as-of", "2024-07-01"])


def read(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_files_of_others_stay_whatever_is_published(site: Path) -> None:
    theirs = ("CNAME", ".git/HEAD", "articles/mine.html", "tags/.hidden", "mine/index.html")
    for path in theirs:
        (site / "output" / path).parent.mkdir(exist_ok=True)
        (site / "output" / path).write_bytes(b"mine")

    for number in range(BUILDS):
        configure(site, f"Tidings {number}", 2 + number % 4)
        assert build(site) == 0

    assert {path: read(site / "output").get(path) for path in theirs} == dict.fromkeys(
        theirs, b"mine"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="links are a right of few there")
@pytest.mark.parametrize("call", ["replace", "unlink", "mkdir", "open"])
def test_a_folder_that_is_a_link_at_the_moment_of_a_step_leads_nowhere(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    tags, away = site / "output" / "tags", tmp_path / "away"
    # The same bytes, so that by its hash each file could be ours.
    outside = shutil.copytree(tags, tmp_path / "outside")
    before = read(outside)
    system_call: Callable[..., Any] = getattr(os, call)
    swapped = 0

    def swap_around(*arguments: Any, **options: Any) -> Any:
        nonlocal swapped
        if not tags.is_dir() or tags.is_symlink():
            return system_call(*arguments, **options)
        swapped += 1
        tags.rename(away)
        tags.symlink_to(outside)
        try:
            return system_call(*arguments, **options)
        finally:
            tags.unlink()
            away.rename(tags)

    for minimum in (3, 4, 2):
        configure(site, f"Tidings {minimum}", minimum)
        with monkeypatch.context() as patch:
            patch.setattr(os, call, swap_around)
            assert build(site) in {0, 1, 3}

    assert swapped
    assert read(outside) == before
    assert build(site) in {0, 3}
