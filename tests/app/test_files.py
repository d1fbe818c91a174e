import os
from pathlib import Path

from sitegen.app.files import FoundFile, find_files, mark_of, read_file


def names(folder: Path) -> list[tuple[str, str]]:
    return [(found.name, found.kind) for found in find_files(folder)]


def test_files_are_found_in_all_folders_sorted_by_name(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/b/c.txt", "Z.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()

    assert names(tmp_path) == [
        ("Z.txt", "file"),
        ("a/b/c.txt", "file"),
        ("a/z.txt", "file"),
        ("b.txt", "file"),
    ]


def test_hidden_files_and_folders_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / ".part").touch()
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").touch()

    assert names(tmp_path) == []


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert find_files(tmp_path / "seeds") == ()


def test_links_are_named_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "folder").symlink_to(tmp_path)
    (tmp_path / "seeds" / "file.txt").symlink_to("/etc/hostname")

    assert names(tmp_path / "seeds") == [("file.txt", "link"), ("folder", "link")]


def test_a_folder_that_is_itself_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "seeds").symlink_to("/etc")

    assert names(tmp_path / "seeds") == [("", "link")]


def test_what_is_no_file_is_named(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")

    assert names(tmp_path) == [("pipe.txt", "unreadable")]


def test_a_file_in_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "seeds").touch()

    assert names(tmp_path / "seeds") == [("", "unreadable")]


def test_the_mark_of_a_found_file_is_the_one_it_has_when_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"tide")

    (found,) = find_files(tmp_path)

    assert found == FoundFile("a.txt", tmp_path / "a.txt", "file", found.mark)
    assert read_file(found.path) == (b"tide", found.mark)


def test_a_file_that_becomes_readable_has_another_mark(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.touch(mode=0o000)
    before = mark_of(path.stat())

    path.chmod(0o644)

    assert mark_of(path.stat()) != before
