import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sitegen.app import memo as memo_module
from sitegen.app import memo_store
from sitegen.app.memo import Forgetful, Memo, open_memo

calls: list[object] = []


@dataclass(frozen=True, slots=True)
class Story:
    title: str
    words: int


@dataclass(frozen=True, slots=True)
class Report:
    title: str
    words: int


@dataclass(frozen=True, slots=True)
class Told:
    told: Story | Report


@dataclass(frozen=True, slots=True)
class Edition:
    moment: datetime | None
    stories: tuple[Story, ...]
    data: bytes


@dataclass(frozen=True, slots=True)
class Desk:
    zone: tzinfo


@dataclass(frozen=True, slots=True)
class Printer:
    prefix: str

    def draw(self, story: Story) -> bytes:
        calls.append(story)
        return f"{self.prefix}{story.title}".encode()


def shout(text: str) -> str:
    calls.append(text)
    return text.upper()


def whisper(text: str) -> str:
    calls.append(text)
    return text.lower()


def name_kind(value: Story | Report) -> str:
    calls.append(value)
    return type(value).__name__


def name_told(value: Told) -> str:
    calls.append(value)
    return type(value.told).__name__


def name_zone(desk: Desk) -> str:
    calls.append(desk)
    return str(desk.zone)


def print_edition(story: Story) -> Edition:
    calls.append(story)
    return Edition(datetime(2024, 6, 14, tzinfo=UTC), (story, story), b"\0\xff")


def spell(text: str) -> tuple[tuple[str, int], ...]:
    calls.append(text)
    return tuple((letter, ord(letter)) for letter in text)


def tear(text: str) -> str:
    calls.append(text)
    return "\ud800"


def join(texts: tuple[str, ...]) -> str:
    calls.append(texts)
    return "".join(texts)


def promise(text: str):  # type: ignore[no-untyped-def] # noqa: ANN201 - what it returns is not said
    calls.append(text)
    return "something"


def count_calls(path: Path, function: object, value: object, times: int = 2) -> int:
    calls.clear()
    for _ in range(times):
        with open_memo(path) as memo:
            memo("step", function, value)  # type: ignore[arg-type] # any pair may come
    return len(calls)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / ".sitegen" / "cache.sqlite"


@pytest.mark.parametrize(
    ("function", "value"),
    [
        (shout, "Tide"),
        (spell, "Tide"),
        (print_edition, Story("Tide", 3)),
        (Printer(">").draw, Story("Tide", 3)),
        (name_zone, Desk(ZoneInfo("Europe/Lisbon"))),
    ],
)
def test_a_function_is_called_once_for_one_value(
    path: Path, function: object, value: object
) -> None:
    assert count_calls(path, function, value) == 1


def test_what_is_remembered_is_equal_to_what_the_function_gives(path: Path) -> None:
    for _ in range(2):
        with open_memo(path) as memo:
            assert memo("step", print_edition, Story("Tide", 3)) == print_edition(Story("Tide", 3))


def test_another_value_step_or_function_is_another_question(path: Path) -> None:
    with open_memo(path) as memo:
        assert memo("one", shout, "Tide") == "TIDE"
        assert memo("one", whisper, "Tide") == "tide"
        assert memo("one", shout, "Ebb") == "EBB"
        calls.clear()
        memo("two", shout, "Tide")

    assert calls == ["Tide"]


def test_two_types_with_the_same_fields_are_not_taken_for_each_other(path: Path) -> None:
    with open_memo(path) as memo:
        assert memo("step", name_kind, Story("Tide", 3)) == "Story"
        assert memo("step", name_kind, Report("Tide", 3)) == "Report"


def test_a_field_of_two_possible_types_is_never_remembered(path: Path) -> None:
    with open_memo(path) as memo:
        assert memo("step", name_told, Told(Story("Tide", 3))) == "Story"
        assert memo("step", name_told, Told(Report("Tide", 3))) == "Report"


def test_two_time_zones_are_two_values(path: Path) -> None:
    with open_memo(path) as memo:
        for name in ("Europe/Lisbon", "Asia/Tokyo"):
            assert memo("step", name_zone, Desk(ZoneInfo(name))) == name


@pytest.mark.parametrize(
    ("function", "value"),
    [
        (lambda text: calls.append(text), "Tide"),  # noqa: PLW0108 - this is about lambdas
        (promise, "Tide"),
        (shout, "lone \ud800 surrogate"),
        (join, ("a", "b")),
        (name_zone, Desk("no zone but \ud800")),  # type: ignore[arg-type]
        (name_zone, Desk(object())),  # type: ignore[arg-type]
    ],
)
def test_what_cannot_be_told_apart_is_called_every_time(
    path: Path, function: object, value: object
) -> None:
    assert count_calls(path, function, value) == 2


def test_a_result_that_cannot_be_written_down_is_not_remembered(path: Path) -> None:
    assert count_calls(path, tear, "Tide") == 2


def test_a_change_of_the_code_forgets_everything(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    count_calls(path, shout, "Tide", times=1)
    monkeypatch.setattr(memo_module, "digest_code", lambda: b"other code")

    assert count_calls(path, shout, "Tide", times=1) == 1


def test_the_digest_of_the_code_is_the_same_in_another_process() -> None:
    command = "from sitegen.app.code_digest import digest_code; print(digest_code().hex())"
    here = [subprocess.check_output([sys.executable, "-c", command], text=True) for _ in range(2)]

    assert here[0] == here[1]
    assert len(here[0].strip()) == 64


@settings(max_examples=300, deadline=None)
@given(position=st.floats(0, 1), byte=st.integers(0, 255))
@example(position=0.33203125, byte=128)  # SQLite quotes the damaged bytes in its message
def test_a_damaged_file_never_gives_a_wrong_answer(
    tmp_path_factory: pytest.TempPathFactory, position: float, byte: int
) -> None:
    path = tmp_path_factory.mktemp("memo") / "cache.sqlite"
    with open_memo(path) as memo:
        memo("step", shout, "Tide and ebb")
    data = bytearray(path.read_bytes())
    data[int(position * (len(data) - 1))] = byte
    path.write_bytes(data)

    for _ in range(2):
        with open_memo(path) as memo:
            assert memo("step", shout, "Tide and ebb") == "TIDE AND EBB"


@pytest.mark.parametrize("data", [b"", b"no database at all, but a letter to the desk" * 99])
def test_a_foreign_file_is_thrown_away(path: Path, data: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(data)

    assert count_calls(path, shout, "Tide") == 1


def test_a_database_of_something_else_is_thrown_away(path: Path) -> None:
    path.parent.mkdir()
    with sqlite3.connect(path) as store:
        store.execute("CREATE TABLE letters (body TEXT)")
    store.close()

    assert count_calls(path, shout, "Tide") == 1


def test_a_locked_database_is_left_alone(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memo_store, "_PATIENCE_SECONDS", 0.01)
    count_calls(path, shout, "Tide", times=1)
    other = sqlite3.connect(path)
    other.execute("BEGIN EXCLUSIVE")
    other.execute("DELETE FROM memo")

    with open_memo(path) as memo:
        assert memo("step", shout, "Ebb") == "EBB"
        assert memo("step", shout, "Ebb") == "EBB"
        note = memo.note

    other.rollback()
    other.close()
    assert note == ("could not be used, so this build took longer (database is locked)")
    assert count_calls(path, shout, "Tide", times=1) == 0


def test_a_folder_that_cannot_be_made_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with open_memo(tmp_path / "file" / "cache.sqlite") as memo:
        assert memo("step", shout, "Tide") == "TIDE"
        assert memo.note == "cannot be opened, so this build took longer; check its permissions"


def test_a_path_that_is_a_folder_costs_only_time(path: Path) -> None:
    path.mkdir(parents=True)

    assert count_calls(path, shout, "Tide") == 2


def test_a_build_that_fails_keeps_what_it_found_out(path: Path) -> None:
    calls.clear()
    with pytest.raises(KeyboardInterrupt), open_memo(path) as memo:  # noqa: PT012 - the way out of the block is the point
        memo("step", shout, "Tide")
        raise KeyboardInterrupt

    assert count_calls(path, shout, "Tide", times=1) == 0


def test_what_no_build_asks_for_any_more_is_forgotten(path: Path) -> None:
    count_calls(path, shout, "old news", times=1)
    for number in range(5):
        with open_memo(path) as memo:
            memo("step", shout, "Tide")
            memo("step", shout, f"news {number}")

    assert count_calls(path, shout, "Tide", times=1) == 0
    assert count_calls(path, shout, "old news", times=1) == 1


def test_a_value_and_the_note_of_its_use_go_together(path: Path) -> None:
    for number in range(7):
        with open_memo(path) as memo:
            memo("step", shout, f"news {number}")

    with closing(sqlite3.connect(path)) as store:
        values = {key for (key,) in store.execute("SELECT key FROM memo")}
        uses = {key for (key,) in store.execute("SELECT key FROM uses")}
    assert values == uses
    assert len(values) == 4


def test_what_is_asked_for_again_is_not_written_anew(path: Path) -> None:
    vast = "Tide" * 100_000
    count_calls(path, shout, vast, times=1)
    for number in range(6):
        with open_memo(path) as memo:
            memo("step", shout, f"news {number}")
            assert memo("step", shout, vast) == vast.upper()
            # Closed behind this reader, SQLite leaves what was written beside the file.
            reader = sqlite3.connect(path)
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM uses").fetchone()
        assert path.with_name("cache.sqlite-wal").stat().st_size < len(vast)
        reader.close()


def test_a_build_without_news_writes_nothing(path: Path) -> None:
    count_calls(path, shout, "Tide")
    before = path.read_bytes(), path.stat().st_mtime_ns

    count_calls(path, shout, "Tide")

    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def grow(text: str, last: str | None) -> str:
    calls.append(last)
    return f"{text}!"


def test_a_function_may_go_on_from_what_it_gave_last(path: Path) -> None:
    calls.clear()

    with open_memo(path) as memo:
        assert memo.revise("grow", grow, "a") == "a!"
        assert memo.revise("grow", grow, "b") == "b!"
    with open_memo(path) as memo:
        assert memo.revise("other", grow, "c") == "c!"
        assert memo.revise("grow", grow, "d") == "d!"

    assert calls == [None, "a!", None, "b!"]


def test_a_forgetful_memo_only_calls() -> None:
    calls.clear()

    results = [Forgetful("")("step", shout, "Tide") for _ in range(2)]

    assert results == ["TIDE", "TIDE"]
    assert len(calls) == 2


def test_thousands_of_values_are_remembered_together(path: Path) -> None:
    stories = [Story(f"Tide {number} " * 300, number) for number in range(3000)]
    with open_memo(path) as memo:
        for story in stories:
            memo("step", print_edition, story)
    calls.clear()

    with open_memo(path) as memo:
        editions = [memo("step", print_edition, story) for story in stories]

    assert calls == []
    assert len(editions) == len(stories)


@pytest.mark.parametrize("jobs", [1, 3])
def test_many_values_are_answered_in_order_and_remembered(path: Path, jobs: int) -> None:
    values = [f"tide {number % 9}" for number in range(12)]
    with open_memo(path, jobs) as memo:
        memo("step", shout, "tide 4")
        assert list(memo.map("step", shout, values)) == list(map(shout, values))
        assert list(memo.map("step", shout, [])) == []
    with open_memo(path) as memo:
        assert isinstance(memo, Memo)
        keys = [memo.key("step", shout, value) for value in values]
        assert all(key and memo._store.recall(key) for key in keys)


def test_many_values_that_cannot_be_remembered_are_answered(path: Path) -> None:
    with open_memo(path, 3) as memo:
        assert list(memo.map("step", lambda value: value * 2, [1, 2, 3])) == [2, 4, 6]
