"""A change of many files happens as a whole, and touches nothing that is not part of it."""

import os
from pathlib import Path

import pytest

from sitegen.app import durable
from sitegen.app.change import change_folder, finish_change
from sitegen.app.journal import JOURNAL_NAME, Step, read_journal, write_journal
from sitegen.app.manifest import digest_file
from sitegen.app.stage import STAGE_NAME, Stage, open_stage
from sitegen.errors import SitegenError

OLD, NEW = b"old", b"new"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "root" / "inner").mkdir(parents=True)
    for path in ("inner/changed.md", "inner/gone.md"):
        (tmp_path / "root" / path).write_bytes(OLD)
    return tmp_path / "root"


def stage_steps(stage: Path) -> list[Step]:
    waiting = Stage(stage)
    old, new = digest_file(OLD), digest_file(NEW)
    return [
        Step("deep/er/added.md", "", new, Path(waiting.add(NEW)).name),
        Step("inner/changed.md", old, new, Path(waiting.add(NEW)).name),
        Step("inner/gone.md", old, "", ""),
    ]


def begin(root: Path) -> None:
    """Leave behind what a process does that is killed just after the journal is in place."""
    (root / STAGE_NAME).mkdir()
    (root / STAGE_NAME / JOURNAL_NAME).write_bytes(write_journal(stage_steps(root / STAGE_NAME)))


def read(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file()
    }


CHANGED = {"deep/er/added.md": NEW, "inner/changed.md": NEW}


def test_all_steps_are_done_and_nothing_else_is_left(root: Path) -> None:
    with open_stage(root) as stage:
        assert change_folder(root, stage_steps(stage)) == frozenset()

    assert read(root) == CHANGED
    assert not (root / STAGE_NAME).exists()


def test_without_a_step_nothing_is_written(root: Path) -> None:
    assert change_folder(root, []) == frozenset()
    assert not (root / STAGE_NAME).exists()


def test_what_was_begun_is_finished_once(root: Path) -> None:
    begin(root)

    for _ in range(2):
        finish_change(root)

    assert read(root) == CHANGED
    assert not (root / STAGE_NAME).exists()


def test_what_was_half_done_is_finished(root: Path) -> None:
    begin(root)
    (root / "deep" / "er").mkdir(parents=True)
    (root / STAGE_NAME / "0").rename(root / "deep" / "er" / "added.md")
    (root / "inner" / "gone.md").unlink()

    finish_change(root)

    assert read(root) == CHANGED


def test_what_was_only_staged_never_happened(root: Path) -> None:
    before = read(root)
    begin(root)
    (root / STAGE_NAME / JOURNAL_NAME).unlink()

    finish_change(root)

    assert read(root) == before


@pytest.mark.parametrize("damage", [b"", b"sitegen journal 1\n", b"\xff"])
def test_a_damaged_journal_changes_nothing(root: Path, damage: bytes) -> None:
    before = read(root)
    begin(root)
    (root / STAGE_NAME / JOURNAL_NAME).write_bytes(damage)

    finish_change(root)

    assert read(root) == before


@pytest.mark.parametrize("path", ["../out.md", "/out.md", "a/../../out.md", ""])
def test_a_journal_that_leads_outside_is_none(path: str) -> None:
    assert read_journal(write_journal([Step(path, "", "1", "0")])) is None
    assert read_journal(write_journal([Step("a.md", "", "1", "../../secret")])) is None


def test_a_stage_that_is_a_link_is_removed_and_not_followed(root: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "inner").mkdir(parents=True)
    begin(elsewhere)
    (root / STAGE_NAME).symlink_to(elsewhere / STAGE_NAME)
    before = read(root)

    finish_change(root)

    assert read(root) == before
    assert (elsewhere / STAGE_NAME / JOURNAL_NAME).exists()


def test_what_somebody_saved_meanwhile_is_theirs(root: Path) -> None:
    begin(root)
    for path in ("inner/changed.md", "inner/gone.md"):
        (root / path).write_bytes(b"mine")

    finish_change(root)

    assert read(root) == {
        "deep/er/added.md": NEW,
        "inner/changed.md": b"mine",
        "inner/gone.md": b"mine",
    }


def test_what_somebody_took_from_the_stage_is_not_missed(root: Path) -> None:
    begin(root)
    (root / STAGE_NAME / "1").unlink()

    finish_change(root)

    assert read(root) == {"deep/er/added.md": NEW, "inner/changed.md": OLD}


@pytest.mark.parametrize("name", ["inner", "deep"])
def test_a_folder_that_became_a_link_leads_nowhere(root: Path, tmp_path: Path, name: str) -> None:
    outside = tmp_path / "outside"
    (outside / "er").mkdir(parents=True)
    (outside / "changed.md").write_bytes(OLD)
    (outside / "gone.md").write_bytes(OLD)
    before = read(outside)
    begin(root)
    if name == "inner":
        (root / name).rename(tmp_path / "moved")
    (root / name).symlink_to(outside)

    finish_change(root)

    assert read(outside) == before


def test_a_file_that_became_a_link_is_neither_followed_nor_replaced(
    root: Path, tmp_path: Path
) -> None:
    outside = tmp_path / "outside.md"
    outside.write_bytes(OLD)
    begin(root)
    (root / "inner" / "changed.md").unlink()
    (root / "inner" / "changed.md").symlink_to(outside)

    finish_change(root)

    assert outside.read_bytes() == OLD
    assert (root / "inner" / "changed.md").is_symlink()


def test_systems_that_cannot_open_folders_are_served_too(
    root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("sitegen.app.enclosure._HAS_DOORS", False)
    begin(root)
    (root / "deep").symlink_to(tmp_path)

    finish_change(root)

    assert read(root) == {"inner/changed.md": NEW}
    assert not (tmp_path / "er").exists()


def test_a_folder_that_cannot_be_written_is_found_before_anything_has_changed(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = read(root)
    monkeypatch.setattr(os, "access", lambda path, _: Path(path).name != "inner")

    with open_stage(root) as stage, pytest.raises(SitegenError) as caught:
        change_folder(root, stage_steps(stage))

    assert str(caught.value) == (
        f"{root / 'inner'}: cannot be written, so nothing was changed; "
        "check who owns it and its permissions"
    )
    assert read(root) == before


def test_a_folder_of_another_file_system_is_found_before_anything_has_changed(root: Path) -> None:
    memory = Path("/dev/shm")  # noqa: S108 - only its number is asked for
    if not memory.is_dir() or memory.stat().st_dev == root.stat().st_dev:
        pytest.skip("there is no other file system here")
    before = read(root)
    with open_stage(root) as stage:
        steps = stage_steps(stage)
        (root / "inner").rename(root.parent / "moved")
        (root / "inner").symlink_to(memory)
        with pytest.raises(SitegenError, match="is another file system"):
            change_folder(root, steps)
        (root / "inner").unlink()
        (root.parent / "moved").rename(root / "inner")

    assert read(root) == before


def test_each_part_of_a_change_is_on_the_disk_before_the_next_begins(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []

    def note(folder: Path, names: list[str]) -> None:
        is_done = (folder / "deep").exists() and not (folder / "inner" / "gone.md").exists()
        order.append(f"{names} {is_done} {(root / STAGE_NAME / JOURNAL_NAME).exists()}")

    monkeypatch.setattr(durable, "sync_files", note)
    monkeypatch.setattr(durable, "sync_path", lambda path: order.append(path.name))

    with open_stage(root) as stage:
        change_folder(root, stage_steps(stage))

    assert order == [
        "['0', '1'] False False",
        "journal-part",
        STAGE_NAME,
        "['.', 'deep', 'deep/er', 'inner'] True True",
    ]
