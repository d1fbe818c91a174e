import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from sitegen.app.manifest import MANIFEST_NAME
from sitegen.app.preview.site import Found, Moved, look_up, read_hashes, read_published

WriteSite = Callable[[Path, Mapping[str, bytes]], None]


@pytest.fixture
def output(tmp_path: Path, write_site: WriteSite) -> Path:
    write_site(tmp_path / "output", {"index.html": b"front", "a/b/c.txt": b"deep"})
    return tmp_path / "output"


def test_what_a_build_wrote_can_be_found_and_what_else_lies_there_cannot(output: Path) -> None:
    (output / "secret.txt").touch()

    assert read_hashes(output).keys() == {"index.html", "a/b/c.txt"}


@pytest.mark.parametrize("data", [None, b"", b"\xff", b"no manifest\n"])
def test_without_a_manifest_there_is_no_site(output: Path, data: bytes | None) -> None:
    (output / MANIFEST_NAME).unlink()
    if data is not None:
        (output / MANIFEST_NAME).write_bytes(data)

    assert read_hashes(output) == {}


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("", Found("index.html")),
        ("index.html", Found("index.html")),
        ("tags", Moved("tags/")),
        ("tags/", Found("tags/index.html")),
        ("about", Found("about.html")),
        ("about/", None),
        ("feed", Found("feed")),
        ("Tags/", None),
        ("tags//", None),
        ("/", None),
        ("tags/../index.html", None),
        ("../index.html", None),
        ("./index.html", None),
        ("tags\\index.html", None),
        ("index.html\0", None),
        (MANIFEST_NAME, None),
    ],
)
def test_addresses_are_looked_up_as_github_pages_does(
    address: str, found: Found | Moved | None
) -> None:
    names = ("index.html", "tags/index.html", "about.html", "feed", "feed.html", "feed/index.html")

    assert look_up(dict.fromkeys(names, ""), address) == found


def test_a_published_file_is_read_whole(output: Path) -> None:
    assert read_published(output, "a/b/c.txt") == b"deep"


@pytest.mark.parametrize("kind", ["gone", "link", "folder", "pipe", "linked folder"])
def test_what_has_taken_the_place_of_a_file_is_not_read(output: Path, kind: str) -> None:
    secret = output.parent / "secret"
    secret.mkdir()
    (secret / "c.txt").write_text("secret", encoding="utf-8")
    place = output / "a" / "b" / "c.txt"
    place.unlink()
    if kind == "link":
        place.symlink_to(secret / "c.txt")
    elif kind == "folder":
        place.mkdir()
    elif kind == "pipe":
        os.mkfifo(place)
    elif kind == "linked folder":
        place.parent.rmdir()
        place.parent.symlink_to(secret)

    assert read_published(output, "a/b/c.txt") is None


def test_reading_leaves_no_file_open(output: Path) -> None:
    (output / "folder").mkdir()
    before = len(list(Path("/dev/fd").iterdir()))

    for name in ("index.html", "a/b/c.txt", "folder", "a/gone/c.txt", "gone") * 10:
        read_published(output, name)

    assert len(list(Path("/dev/fd").iterdir())) == before
