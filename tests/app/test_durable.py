import ctypes
from pathlib import Path

import pytest

from sitegen.app.durable import sync_files, sync_path


@pytest.mark.parametrize("count", [0, 3, 100])
@pytest.mark.parametrize("has_call", [True, False])
def test_files_and_folders_can_be_synced_on_every_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int, *, has_call: bool
) -> None:
    names = [f"{number}.md" for number in range(count)]
    for name in names:
        (tmp_path / name).write_bytes(b"tide")
    if not has_call:
        monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: object())

    sync_files(tmp_path, names)
    sync_path(tmp_path)

    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names)


def test_a_few_files_do_not_wait_for_all_that_the_disk_has_to_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.md").write_bytes(b"tide")
    monkeypatch.delattr(ctypes, "CDLL")

    sync_files(tmp_path, ["a.md"])


def test_a_disk_that_fails_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Library:
        @staticmethod
        def syncfs(_: int) -> int:
            ctypes.set_errno(5)
            return -1

    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: Library())
    names = [str(number) for number in range(100)]

    with pytest.raises(OSError, match="Input/output error") as caught:
        sync_files(tmp_path, names)

    assert caught.value.filename == str(tmp_path)
