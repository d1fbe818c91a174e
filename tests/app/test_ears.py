import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from watchdog.events import DirCreatedEvent, FileModifiedEvent, FileMovedEvent

from sitegen.app.ears import Ears


@pytest.fixture
def ears() -> Iterator[Ears]:
    ears = Ears()
    yield ears
    ears.close()


def hear(ears: Ears, seconds: float = 10) -> set[str]:
    """The names of the places that are heard of until there is silence."""
    names: set[str] = set()
    ears.wait(seconds)
    while places := ears.take():
        names |= {path.name for path in places}
        ears.wait(0.2)
    return names


def test_a_file_that_is_written_is_heard_and_one_that_is_read_is_not(
    ears: Ears, tmp_path: Path
) -> None:
    (tmp_path / "old.txt").touch()
    ears.listen([(tmp_path, True)])

    (tmp_path / "old.txt").read_bytes()
    (tmp_path / "new.txt").write_text("news", encoding="utf-8")

    assert hear(ears) == {"new.txt"}


def test_a_folder_that_was_made_anew_is_another_one(ears: Ears, tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    folders = [(tmp_path, False), (seeds, True)]
    assert ears.listen(folders)
    assert not ears.listen(folders)

    seeds.rename(tmp_path / "old")
    seeds.mkdir()

    assert ears.listen(folders)
    time.sleep(0.1)
    ears.take()
    (seeds / "a.txt").touch()
    assert "a.txt" in hear(ears)


def test_of_a_renamed_file_both_places_are_heard(ears: Ears) -> None:
    ears.dispatch(FileMovedEvent("/seeds/a.txt", "/seeds/b.txt"))

    assert ears.take() == frozenset({Path("/seeds/a.txt"), Path("/seeds/b.txt")})
    assert ears.take() == frozenset()


def test_folders_and_bursts_call_for_a_look_everywhere(ears: Ears) -> None:
    ears.dispatch(DirCreatedEvent("/seeds/wire"))
    assert ears.take() is None

    for number in range(1000):
        ears.dispatch(FileModifiedEvent(f"/seeds/{number}.txt"))
    assert ears.take() is None
    assert ears.take() == frozenset()


def test_who_hears_nothing_waits_no_longer_than_was_said(ears: Ears) -> None:
    started = time.monotonic()

    ears.wait(0.05)

    assert 0.05 <= time.monotonic() - started
