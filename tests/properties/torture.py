"""The laws of builds at a thousand articles, which ``make torture-feeds`` has time for."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.corpus import make_newcomer, write_corpus
from tests.properties.change_laws import list_touched, list_unasked, stamp_tree

ROOT = Path(__file__).parents[2]
ARTICLES = 1_000

pytestmark = pytest.mark.timeout(1_800)


def build(site: Path, *options: str, **surroundings: str) -> None:
    """Build in a process of its own, which has a locale and a hash seed."""
    command = [sys.executable, "-m", "sitegen", "build", "-q", "-s", str(site), *options]
    subprocess.run(command, cwd=ROOT, env={**os.environ, **surroundings}, check=True)


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus") / "seeds"
    write_corpus(folder, ARTICLES)
    return folder


@pytest.fixture(scope="module")
def site(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("here") / "site"
    shutil.copytree(seeds, folder / "seeds")
    build(folder, "-j", "1", SOURCE_DATE_EPOCH="1735689600", TZ="UTC")
    return folder


@pytest.mark.parametrize(
    ("jobs", "surroundings"),
    [
        ("2", {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1", "LC_ALL": "C"}),
        ("3", {"TZ": "America/St_Johns", "PYTHONHASHSEED": "2", "LC_ALL": "tr_TR.UTF-8"}),
    ],
)
def test_bytes_depend_on_nothing_around(
    seeds: Path, site: Path, tmp_path: Path, jobs: str, surroundings: dict[str, str]
) -> None:
    """The files are written in another order, and that of a folder is the one of writing."""
    there = tmp_path / "there"
    there.joinpath("seeds").mkdir(parents=True)
    for seed in sorted(seeds.iterdir(), reverse=True):
        shutil.copyfile(seed, there / "seeds" / seed.name)

    build(there, "-j", jobs, SOURCE_DATE_EPOCH="1735689600", **surroundings)

    for part in ("content", "output"):
        here = {path: data for path, (_, data) in stamp_tree(site / part).items()}
        assert {path: data for path, (_, data) in stamp_tree(there / part).items()} == here


def test_one_more_article_touches_only_what_it_has_to_do_with(site: Path, tmp_path: Path) -> None:
    shutil.copytree(site, tmp_path / "site")
    build(tmp_path / "site", SOURCE_DATE_EPOCH="1735689600")  # the copies have times of their own
    before = stamp_tree(tmp_path / "site" / "output")

    seed = tmp_path / "site" / "seeds" / "newcomer.txt"
    seed.write_bytes(make_newcomer(0, ARTICLES))
    build(tmp_path / "site", SOURCE_DATE_EPOCH="1735693200")  # an hour later

    after = stamp_tree(tmp_path / "site" / "output")
    assert list_unasked(before, after) == []
    assert len(list_touched(before, after)) < len(after) // 20
