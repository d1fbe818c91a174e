import os
from pathlib import Path

import pytest

from sitegen.app.output_tree import check_output_folder, read_tree
from sitegen.app.site_folder import SiteFolder
from sitegen.errors import UsageError


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "news"


@pytest.mark.parametrize("place", [".", "..", "/", "~"])
def test_a_site_is_never_published_over_its_own_root_or_a_home(root: Path, place: str) -> None:
    output = Path(os.path.normpath(root / Path(place).expanduser()))

    with pytest.raises(UsageError) as caught:
        check_output_folder(SiteFolder(root, output))

    assert str(caught.value) == (
        f"{output}: a site cannot be published into this folder; choose another with -o/--output"
    )


@pytest.mark.parametrize("place", ["seeds", "content/articles", ".git", ".sitegen", "templates"])
def test_a_site_is_never_published_into_what_it_is_made_of(root: Path, place: str) -> None:
    output = root / place

    with pytest.raises(UsageError) as caught:
        check_output_folder(SiteFolder(root, output))

    own = place.partition("/")[0]
    assert str(caught.value) == f"{output}: is where {own}/ lies; choose another with -o/--output"


def test_a_file_is_no_output_folder(root: Path) -> None:
    root.mkdir()
    output = root / "output"
    output.touch()

    with pytest.raises(UsageError) as caught:
        check_output_folder(SiteFolder(root, output))

    assert str(caught.value) == (
        f"{output}: is a file, not a folder; choose another with -o/--output"
    )


def test_a_user_without_a_home_may_publish(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def find_no_home() -> Path:
        raise RuntimeError("no home")

    monkeypatch.setattr(Path, "home", find_no_home)

    check_output_folder(SiteFolder(root, root / "output"))


@pytest.mark.parametrize("place", ["output", "../public", "build/site"])
def test_any_other_folder_will_do(root: Path, place: str) -> None:
    check_output_folder(SiteFolder(root, Path(os.path.normpath(root / place))))


def test_a_tree_knows_files_folders_and_everything_else(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b.html").write_bytes(b"four")
    (tmp_path / "link").symlink_to(tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "HEAD").touch()

    tree = read_tree(tmp_path)

    assert tree.sizes == {"a/b.html": 4}
    assert tree.folders == {"a", ".git"}
    assert tree.others == {"link"}
    assert tree.top == {"a", ".git", "link"}


def test_a_path_is_blocked_by_whatever_is_no_real_folder_above_it(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "file").touch()
    (tmp_path / "link").symlink_to(tmp_path)

    tree = read_tree(tmp_path)

    assert [tree.is_blocked(path) for path in ("a", "a/file/x", "link", "link/x", "link/x/y")] == (
        [True] * 5
    )
    assert [tree.is_blocked(path) for path in ("a/file", "a/new", "new/x")] == [False] * 3


def test_a_folder_that_is_not_there_is_an_empty_tree(tmp_path: Path) -> None:
    assert read_tree(tmp_path / "output").top == frozenset()
