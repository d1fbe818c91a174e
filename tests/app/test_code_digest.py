"""What was made with other code, tables, words or libraries is not taken for what is made now."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import sitegen
from sitegen.app.code_digest import digest_code

FILES = (
    "pipeline.py",
    "text/en/words.txt",
    "text/de/interface.po",
    "publish/card.ttf",
)


@pytest.fixture
def digest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], bytes]:
    """Return how a package in a folder is digested, with libraries beside it."""
    monkeypatch.setattr(sitegen, "__file__", str(tmp_path / "package" / "__init__.py"))
    monkeypatch.setattr(sys, "path", [str(tmp_path / "libraries")])
    for name in FILES:
        path = tmp_path / "package" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("before", "utf-8")
    tmp_path.joinpath("libraries", "babel-2.18.0.dist-info").mkdir(parents=True)
    return digest_code.__wrapped__


@pytest.mark.parametrize("name", FILES)
def test_each_kind_of_file_that_shapes_a_site_counts(
    digest: Callable[[], bytes], tmp_path: Path, name: str
) -> None:
    before = digest()

    tmp_path.joinpath("package", name).write_text("after!", "utf-8")

    assert digest() != before


def test_another_version_of_a_library_counts(digest: Callable[[], bytes], tmp_path: Path) -> None:
    before = digest()

    libraries = tmp_path / "libraries"
    libraries.joinpath("babel-2.18.0.dist-info").rename(libraries / "babel-2.19.0.dist-info")

    assert digest() != before


def test_what_makes_no_result_does_not_count(digest: Callable[[], bytes], tmp_path: Path) -> None:
    before = digest()

    tmp_path.joinpath("libraries", "pytest-9.0.0.dist-info").mkdir()
    tmp_path.joinpath("package", "README.md").write_text("words", "utf-8")

    assert digest() == before
