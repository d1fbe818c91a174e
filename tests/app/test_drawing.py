from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.app.output import write_output
from sitegen.app.stage import STAGE_NAME
from sitegen.errors import SitegenError
from sitegen.model.output import Draft, OutputFile, Piece


def make(drawn: list[str], **contents: str) -> list[Piece]:
    """Pieces of one page each, whose key is its content; ``drawn`` notes which ones are drawn."""

    def draft(name: str, content: str) -> Draft:
        def draw() -> Iterator[OutputFile]:
            drawn.append(name)
            yield OutputFile(f"{name}.html", content.encode())

        return Draft(content.encode(), draw)

    return [lambda item=item: draft(*item) for item in contents.items()]  # type: ignore[misc]


def test_what_has_the_key_of_an_earlier_draft_is_not_drawn(tmp_path: Path) -> None:
    drawn: list[str] = []
    first = write_output(tmp_path / "o", make(drawn, a="1", b="2"))

    second = write_output(tmp_path / "o", make(drawn, a="1", b="3"), first.drawn)

    assert drawn == ["a", "b", "b"]
    assert (second.written, second.unchanged) == (1, 1)
    assert (tmp_path / "o/b.html").read_bytes() == b"3"


def test_a_known_draft_whose_file_is_gone_is_drawn_again(tmp_path: Path) -> None:
    drawn: list[str] = []
    first = write_output(tmp_path / "o", make(drawn, a="1"))
    (tmp_path / "o/a.html").unlink()

    write_output(tmp_path / "o", make(drawn, a="1"), first.drawn)

    assert drawn == ["a", "a"]
    assert (tmp_path / "o/a.html").read_bytes() == b"1"


def test_a_known_draft_whose_file_says_something_else_now_is_drawn_again(tmp_path: Path) -> None:
    drawn: list[str] = []
    first = write_output(tmp_path / "o", make(drawn, a="1"))
    write_output(tmp_path / "o", make(drawn, a="2"), first.drawn)

    write_output(tmp_path / "o", make(drawn, a="1"), first.drawn)

    assert drawn == ["a", "a", "a"]
    assert (tmp_path / "o/a.html").read_bytes() == b"1"


def test_no_stage_is_left_behind(tmp_path: Path) -> None:
    write_output(tmp_path / "o", make([], a="1"))

    assert not (tmp_path / "o" / STAGE_NAME).exists()


def test_a_site_of_which_nothing_can_be_drawn_leaves_no_folder(tmp_path: Path) -> None:
    def fail() -> Draft:
        raise SitegenError("templates/base.html: is broken")

    with pytest.raises(SitegenError):
        write_output(tmp_path / "o", [*make([], a="1"), fail])

    assert not (tmp_path / "o").exists()


def test_a_stage_that_a_killed_build_left_is_cleared_and_a_link_in_its_place_not_followed(
    tmp_path: Path,
) -> None:
    stage, outside = tmp_path / "o" / STAGE_NAME, tmp_path / "outside"
    stage.mkdir(parents=True)
    (stage / "0").write_bytes(b"left")
    write_output(tmp_path / "o", make([], a="1"))
    outside.mkdir()
    (outside / "mine").touch()
    stage.symlink_to(outside)

    write_output(tmp_path / "o", make([], a="2"))

    assert (tmp_path / "o/a.html").read_bytes() == b"2"
    assert [path.name for path in outside.iterdir()] == ["mine"]
