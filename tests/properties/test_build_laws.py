"""Law 8 and the law above all: the same input gives the same bytes, remembered or not."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.app.cli import main
from tests.properties.change_laws import list_touched, list_unasked
from tests.properties.change_laws import stamp_tree as stamp_files
from tests.properties.edits import POOL, Edit, apply_edit

ROOT = Path(__file__).parents[2]
SAMPLE = sorted((ROOT / "seeds").rglob("*.txt"))

NAMES = st.sampled_from(["a.txt", "b.txt", "c.md", "wire/d.txt", "wire/e.html"])
SIDECARS = st.sampled_from(["a.toml", "c.md.toml", "wire/d.toml"])
EDITS = st.one_of(
    st.tuples(st.just("state"), SIDECARS, st.integers(1, 30)),
    st.tuples(st.just("remove"), SIDECARS, st.none()),
    st.tuples(st.just("put"), NAMES, st.integers(0, len(POOL) - 1)),
    st.tuples(st.just("append"), NAMES, st.integers(0, len(POOL) - 1)),
    st.tuples(st.just("cut"), NAMES, st.integers(200, 900)),
    st.tuples(st.just("remove"), NAMES, st.none()),
    st.tuples(st.just("rename"), NAMES, NAMES),
    st.tuples(st.just("write page"), st.none(), st.integers(0, 9)),
    st.tuples(st.just("delete page"), st.none(), st.integers(0, 9)),
    st.tuples(st.just("merge"), st.none(), st.integers(0, 99)),
    st.tuples(st.just("split"), st.none(), st.integers(0, 99)),
    st.tuples(st.just("template"), st.none(), st.integers(0, 2)),
    st.tuples(st.just("config"), st.none(), st.integers(1, 3)),
    st.tuples(st.just("forget"), st.none(), st.none()),
)


def build(site: Path, day: int = 1) -> None:
    assert main(["build", "-q", "-s", str(site), "--as-of", f"2024-07-{day:02}"]) in {0, 3}


def read_tree(folder: Path) -> dict[str, bytes]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def stamp_tree(folder: Path) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in folder.rglob("*")}


def make_site(folder: Path) -> Path:
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    return folder


@settings(max_examples=15, deadline=None)
@given(st.lists(st.lists(EDITS, min_size=1, max_size=3), min_size=1, max_size=4))
def test_incremental_builds_give_what_a_clean_build_gives(rounds: list[list[Edit]]) -> None:
    with TemporaryDirectory() as folder:
        site, clean = Path(folder, "site"), Path(folder, "clean")
        (site / "seeds").mkdir(parents=True)
        for day, edits in enumerate(rounds, start=1):
            for edit in edits:
                apply_edit(site, edit)
            build(site, day)

        ignored = shutil.ignore_patterns(".sitegen", "output")
        shutil.copytree(site, clean, ignore=ignored)
        build(clean, len(rounds))

        assert read_tree(clean / "content") == read_tree(site / "content")
        assert read_tree(clean / "output") == read_tree(site / "output")


def test_building_again_changes_no_byte_and_no_mtime(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    build(site, 1)
    before = {name: stamp_tree(site / name) for name in ("seeds", "content", "output")}

    build(site, 2)

    assert {name: stamp_tree(site / name) for name in before} == before


@pytest.mark.parametrize(
    "name", ["000_3f1c9a7e02d4b861", "005_e61b30d88f2c7a95", "19-herring-walkout"]
)
def test_one_more_article_touches_only_what_it_has_to_do_with(tmp_path: Path, name: str) -> None:
    site = make_site(tmp_path / "site")
    (seed,) = site.joinpath("seeds").rglob(f"{name}.txt")
    data = seed.read_bytes()
    seed.unlink()
    build(site, 1)
    before = stamp_files(site / "output")

    seed.write_bytes(data)
    build(site, 2)

    after = stamp_files(site / "output")
    assert list_unasked(before, after) == []
    assert len(list_touched(before, after)) < len(after) // 3


def test_build_is_ingest_then_publish(tmp_path: Path) -> None:
    whole, halves = make_site(tmp_path / "whole"), make_site(tmp_path / "halves")
    build(whole)

    for command in ("ingest", "publish"):
        assert main([command, "-q", "-s", str(halves), "--as-of", "2024-07-01"]) == 0

    assert read_tree(halves / "content") == read_tree(whole / "content")
    assert read_tree(halves / "output") == read_tree(whole / "output")


@pytest.mark.parametrize(
    "surroundings",
    [
        {"TZ": "Pacific/Kiritimati"},
        {"TZ": "America/St_Johns", "PYTHONHASHSEED": "1"},
        {"LC_ALL": "C", "PYTHONHASHSEED": "2"},
        {"LC_ALL": "tr_TR.UTF-8", "PYTHONUTF8": "0"},
    ],
    ids=str,
)
def test_bytes_do_not_depend_on_zone_locale_or_hash_seed(
    tmp_path: Path, surroundings: dict[str, str]
) -> None:
    here, there = make_site(tmp_path / "here"), make_site(tmp_path / "there")
    build(here)

    command = [sys.executable, "-m", "sitegen", "build", "-q", "-s", str(there)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1719792000", **surroundings}
    subprocess.run(command, cwd=ROOT, env=environment, check=True)

    assert read_tree(there / "content") == read_tree(here / "content")
    assert read_tree(there / "output") == read_tree(here / "output")


def test_the_order_in_which_files_lie_on_disk_does_not_matter(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    for site, order in ((first, SAMPLE), (second, SAMPLE[::-1])):
        for path in order:
            target = site / "seeds" / path.relative_to(ROOT / "seeds")
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
        build(site)

    assert read_tree(second / "output") == read_tree(first / "output")
