import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from sitegen.app.drawing import Drawing, Place, draw_pieces
from sitegen.app.memo import Forgetful, Memo, open_memo
from sitegen.app.output import write_output
from sitegen.app.stage import Stage
from sitegen.app.workers import draw_shared
from sitegen.errors import SitegenError
from sitegen.model.output import Draft, OutputFile, Piece


def make(number: int) -> Piece:
    name = f"{number}.html"
    return lambda: Draft(name.encode(), lambda: (OutputFile(name, name.encode()),))


def fail(message: str) -> Draft:
    raise SitegenError(message)


def wait_for(happens: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not happens():
        assert time.monotonic() < deadline, "the other process does not go on"
        time.sleep(0.01)


def read(folder: Path) -> dict[str, bytes]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize("workers", [1, 2, 3, 7])
def test_any_number_of_processes_gives_the_same_answer(tmp_path: Path, workers: int) -> None:
    pieces = [make(number) for number in range(10)]
    drawn: list[list[Drawing]] = []

    def draw(place: Place, folder: Path) -> list[Drawing]:
        drawn.append(draw_shared(pieces, place, folder, workers, Forgetful("")))
        drawn.append(list(draw_pieces(pieces, {}, place, Stage(folder))))
        return drawn[0]

    report = write_output(tmp_path / "output", draw)

    plain = [
        [replace(file, waiting="") for one in drawings for file in one.files] for drawings in drawn
    ]
    assert plain[0] == plain[1]
    assert report.written == 10
    assert (tmp_path / "output/7.html").read_bytes() == b"7.html"


def test_a_piece_that_takes_long_holds_up_no_other(tmp_path: Path) -> None:
    done = [tmp_path / f"{number}" for number in range(9)]

    def draw_last() -> list[OutputFile]:
        wait_for(lambda: all(map(Path.exists, done)))
        return [OutputFile("last", b"")]

    def draw(mark: Path) -> list[OutputFile]:
        mark.touch()
        return [OutputFile(mark.name, b"")]

    pieces: list[Piece] = [partial(Draft, None, draw_last)]
    pieces += [partial(Draft, None, partial(draw, mark)) for mark in done]

    report = write_output(
        tmp_path / "output",
        lambda place, folder: draw_shared(pieces, place, folder, 2, Forgetful("")),
    )

    assert report.written == 10


def test_more_pieces_than_a_pipe_has_room_for_are_all_drawn(tmp_path: Path) -> None:
    pieces = [make(number) for number in range(2_500)]

    report = write_output(
        tmp_path / "output",
        lambda place, folder: draw_shared(pieces, place, folder, 2, Forgetful("")),
    )

    assert report.written == 2_500


def test_of_several_errors_the_first_is_raised_and_nothing_is_written(tmp_path: Path) -> None:
    pieces = [make(0), make(1), lambda: fail("second"), make(3), make(4), lambda: fail("fifth")]

    def draw(place: Place, folder: Path) -> list[Drawing]:
        return draw_shared(pieces, place, folder, 3, Forgetful(""))

    with pytest.raises(SitegenError) as caught:
        write_output(tmp_path / "output", draw)

    assert str(caught.value) == "second"
    assert not (tmp_path / "output").exists()


def test_a_process_that_is_killed_is_told_with_the_way_out(tmp_path: Path) -> None:
    here, mark = os.getpid(), tmp_path / "mark"

    def die_elsewhere() -> Draft:
        if os.getpid() != here:
            mark.touch()
            os._exit(9)
        wait_for(mark.exists)
        return make(0)()

    def draw(place: Place, folder: Path) -> list[Drawing]:
        return draw_shared([die_elsewhere] * 2, place, folder, 2, Forgetful(""))

    with pytest.raises(SitegenError) as caught:
        write_output(tmp_path / "output", draw)

    assert str(caught.value) == (
        "a process that drew pages was killed; free some memory, or use --jobs 1"
    )


def build(site: Path, output: str, jobs: int) -> dict[str, bytes]:
    """Build by a process without threads, as beside them no other processes are started."""
    command = [sys.executable, "-m", "sitegen", "build", "-q", "-s", str(site), "-j", f"{jobs}"]
    subprocess.run([*command, "-o", str(site / output), "--as-of", "2024-06-20"], check=True)
    return read(site / output)


def test_a_site_is_the_same_whatever_the_number_of_processes(site: Path) -> None:
    one = build(site, "one", 1)

    assert build(site, "two", 2) == one
    assert build(site, "three", 3) == one


def test_what_processes_find_out_is_kept_for_the_next_build(tmp_path: Path) -> None:
    pieces: list[Piece] = []
    with open_memo(tmp_path / "memo.sqlite") as memo:
        pieces = [lambda: Draft(None, lambda: [OutputFile("a", memo("step", shout, "a"))])] * 3
        write_output(
            tmp_path / "o", lambda place, folder: draw_shared(pieces[:1], place, folder, 1, memo)
        )

    with open_memo(tmp_path / "memo.sqlite") as memo:
        assert isinstance(memo, Memo)
        key = memo.key("step", shout, "a")
        assert key is not None
        assert memo._store.recall(key) is not None


def shout(text: str) -> bytes:
    return text.upper().encode()
