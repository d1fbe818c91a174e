"""What is not ours stays as it is, whatever builds do, also where links come and go under them.

Here are some builds; `make torture` does a thousand.
"""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from benchmarks.corpus import make_newcomer, write_corpus
from sitegen.app.cli import main
from sitegen.app.enclosure import Enclosure
from tests.faults.moments import configure
from tests.faults.strangers import build_beside_strangers

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


@pytest.mark.skipif(sys.platform == "win32", reason="links are a right of few there")
@pytest.mark.parametrize("folder", ["output", "content"])
def test_a_whole_folder_that_becomes_a_link_under_a_build_leads_nowhere(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    outside = shutil.copytree(site / folder, tmp_path / "outside")
    before = read(outside)
    make_folder = Enclosure.make_folder

    def swap_first(enclosure: Enclosure, name: str) -> None:
        make_folder(enclosure, name)
        if enclosure._root == site / folder:
            (site / folder).rename(tmp_path / "away")
            (site / folder).symlink_to(outside)

    with monkeypatch.context() as patch:
        patch.setattr(Enclosure, "make_folder", swap_first)
        (site / "seeds" / "new.txt").write_bytes(make_newcomer(1, 12))
        assert build(site) == 1

    assert read(outside) == before
    (site / folder).unlink()
    (tmp_path / "away").rename(site / folder)
    assert build(site) in {0, 3}


@pytest.mark.skipif(sys.platform == "win32", reason="links are a right of few there")
def test_an_output_folder_that_was_a_link_before_is_where_it_leads(
    site: Path, tmp_path: Path
) -> None:
    (site / "output").rename(tmp_path / "public")
    (site / "output").symlink_to(tmp_path / "public")
    configure(site, "Tides", 3)

    assert build(site) == 0
    assert (site / "output").is_symlink()
    assert b"Tides" in (tmp_path / "public" / "index.html").read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="links are a right of few there")
def test_nothing_of_others_changes_while_links_come_and_go_at_random(tmp_path: Path) -> None:
    builds = list(build_beside_strangers(1, 25, tmp_path))

    assert [line for damage in builds for line in damage] == []
