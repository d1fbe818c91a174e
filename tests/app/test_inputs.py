import os
from pathlib import Path

import pytest

import sitegen
from sitegen.app.files import Mark, find_files
from sitegen.app.inputs import find_package_templates, read_seeds, read_theme
from sitegen.errors import TemplateError
from sitegen.model.problem import Problem
from sitegen.model.seed import SeedFile


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    return folder


def test_seeds_are_read_by_name_from_all_folders(seeds: Path) -> None:
    (seeds / "wire").mkdir()
    (seeds / "wire" / "b.txt").write_bytes(b"ebb")
    (seeds / "a.TXT").write_bytes(b"tide")

    read = read_seeds(seeds)

    assert read.seeds == (SeedFile("a.TXT", b"tide"), SeedFile("wire/b.txt", b"ebb"))
    assert read.problems == ()


def test_each_format_is_a_seed_packed_or_not_whatever_the_case(seeds: Path) -> None:
    for name in ("a.txt", "b.MD", "c.html", "d.Htm", "e.jsonl", "e.json", "f.txt.gz", "g.JSONL.GZ"):
        (seeds / name).write_bytes(b"tide")

    read = read_seeds(seeds)

    assert [seed.name for seed in read.seeds] == sorted(path.name for path in seeds.iterdir())
    assert read.problems == ()


def test_a_sidecar_goes_with_the_seed_whose_name_it_has(seeds: Path) -> None:
    for name in ("a.txt", "a.txt.toml", "a.toml", "b.html.gz", "b.toml", "c.md", "c.TOML"):
        (seeds / name).write_bytes(name.encode())

    read = read_seeds(seeds)

    assert read.seeds == (
        SeedFile("a.txt", b"a.txt", b"a.txt.toml", "a.txt.toml"),
        SeedFile("b.html.gz", b"b.html.gz", b"b.toml", "b.toml"),
        SeedFile("c.md", b"c.md", b"c.TOML", "c.TOML"),
    )
    assert read.problems == (
        Problem(
            "seeds/a.toml",
            "speaks of no seed; name it after the seed beside it, or remove it",
            "warning",
        ),
    )


def test_a_sidecar_may_speak_of_two_seeds_and_of_none_in_another_folder(seeds: Path) -> None:
    (seeds / "sub").mkdir()
    for name in ("a.txt", "a.html", "sub/a.txt", "a.toml"):
        (seeds / name).write_bytes(b"tide")

    sidecars = {seed.name: seed.sidecar_name for seed in read_seeds(seeds).seeds}

    assert sidecars == {"a.txt": "a.toml", "a.html": "a.toml", "sub/a.txt": ""}


def test_a_seed_is_read_without_a_sidecar_that_is_too_large_or_a_link(seeds: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (seeds / name).write_bytes(b"tide")
    (seeds / "a.toml").write_bytes(b"#" * 70_000)
    (seeds / "b.toml").symlink_to("/etc/passwd")

    read = read_seeds(seeds)

    assert read.seeds == (SeedFile("a.txt", b"tide"), SeedFile("b.txt", b"tide"))
    assert read.problems == (
        Problem(
            "seeds/a.toml",
            "is too large for a sidecar (the limit is 64 KiB); shorten it",
            "quarantined",
        ),
        Problem(
            "seeds/b.toml",
            "is a link, and links are not followed; put the file itself here",
            "quarantined",
        ),
    )


def test_a_seed_waits_for_its_sidecar_while_that_is_being_written(seeds: Path) -> None:
    for name in ("a.txt", "a.toml", "b.txt"):
        (seeds / name).write_bytes(b"tide")
    marks = {found.name: found.mark for found in find_files(seeds)}

    read = read_seeds(seeds, marks | {"a.toml": Mark(1, 2, 3, 4)})

    assert [seed.name for seed in read.seeds] == ["b.txt"]
    assert read.problems == ()


def test_without_the_folder_there_are_no_seeds(tmp_path: Path) -> None:
    assert read_seeds(tmp_path / "seeds").seeds == ()


def test_other_kinds_of_file_are_named_once_each(seeds: Path) -> None:
    (seeds / "a.pdf").touch()

    assert read_seeds(seeds).problems == (
        Problem(
            "seeds/a.pdf",
            "is not read; seeds are .txt, .md, .html, .json and .jsonl files, each also as .gz; "
            "rename or remove it",
            "warning",
        ),
    )


def test_what_a_browser_saved_with_a_page_is_no_seed(seeds: Path) -> None:
    for name in ("ferry.html", "ferry_files/main.css", "ferry_files/ads/frame.html"):
        (seeds / name).parent.mkdir(parents=True, exist_ok=True)
        (seeds / name).touch()

    read = read_seeds(seeds)

    assert [seed.name for seed in read.seeds] == ["ferry.html"]
    message = "holds what a browser saved with the page beside it, which is not read"
    assert read.problems == (Problem("seeds/ferry_files/", message, "note"),)


def test_a_folder_of_files_without_its_page_and_texts_in_it_are_read(seeds: Path) -> None:
    for name in ("my_files/a.html", "ferry.htm", "ferry_files/notes.txt"):
        (seeds / name).parent.mkdir(parents=True, exist_ok=True)
        (seeds / name).touch()

    names = [seed.name for seed in read_seeds(seeds).seeds]

    assert names == ["ferry.htm", "ferry_files/notes.txt", "my_files/a.html"]


def test_all_that_a_page_was_saved_with_is_told_once_for_the_outer_folder(seeds: Path) -> None:
    folder = "my_files/ferry_files/"
    for name in ("my_files/ferry.html", f"{folder}ad.html", f"{folder}ad_files/x.css"):
        (seeds / name).parent.mkdir(parents=True, exist_ok=True)
        (seeds / name).touch()

    read = read_seeds(seeds)

    assert [seed.name for seed in read.seeds] == ["my_files/ferry.html"]
    assert [problem.place for problem in read.problems] == [f"seeds/{folder}"]


def test_a_text_among_what_a_browser_saved_has_its_sidecar(seeds: Path) -> None:
    for name in ("ferry.html", "ferry_files/notes.txt", "ferry_files/notes.TOML"):
        (seeds / name).parent.mkdir(parents=True, exist_ok=True)
        (seeds / name).touch()
    (seeds / "ferry_files" / "pack.toml").touch()

    read = read_seeds(seeds)

    assert [(seed.name, seed.sidecar_name) for seed in read.seeds] == [
        ("ferry.html", ""),
        ("ferry_files/notes.txt", "ferry_files/notes.TOML"),
    ]
    assert [problem.place for problem in read.problems] == ["seeds/ferry_files/"]


def test_a_link_is_quarantined(seeds: Path) -> None:
    (seeds / "passwords.txt").symlink_to("/etc/passwd")

    read = read_seeds(seeds)

    assert read.seeds == ()
    assert read.problems == (
        Problem(
            "seeds/passwords.txt",
            "is a link, and links are not followed; put the file itself here",
            "quarantined",
        ),
    )


def test_a_folder_of_seeds_that_is_a_link_is_quarantined(tmp_path: Path) -> None:
    (tmp_path / "seeds").symlink_to("/etc")

    assert [problem.place for problem in read_seeds(tmp_path / "seeds").problems] == ["seeds"]


def test_what_is_no_file_is_quarantined(seeds: Path) -> None:
    os.mkfifo(seeds / "pipe.txt")

    assert read_seeds(seeds).problems == (
        Problem(
            "seeds/pipe.txt",
            "cannot be read; check its permissions, and that it is a file",
            "quarantined",
        ),
    )


def test_a_file_that_may_not_be_read_is_quarantined(seeds: Path) -> None:
    path = seeds / "a.txt"
    path.touch()
    # Root may read everything, so the file goes away between the look and the reading instead.
    found = find_files(seeds)
    path.unlink()
    path.mkdir()

    from sitegen.app.inputs import _read_seed

    assert _read_seed(found[0], None) == Problem(
        "seeds/a.txt", "cannot be read (is a directory); check its permissions", "quarantined"
    )


def test_a_name_in_another_encoding_is_quarantined(seeds: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(seeds) + b"/caf\xe9.txt")).touch()
    except OSError:  # macOS refuses such names, which is as good
        return

    assert read_seeds(seeds).problems == (
        Problem(
            r"seeds/caf\xe9.txt", "has a name that is not UTF-8; rename the file", "quarantined"
        ),
    )


def test_a_huge_file_is_quarantined_unread(seeds: Path) -> None:
    with (seeds / "a.txt").open("wb") as file:
        file.truncate(65 * 2**20)

    assert read_seeds(seeds).problems == (
        Problem(
            "seeds/a.txt",
            "is too large (65 MiB, the limit is 64 MiB); split it into smaller files",
            "quarantined",
        ),
    )


def test_only_seeds_that_nobody_is_writing_are_read_for_the_watcher(seeds: Path) -> None:
    for name in ("done.txt", "growing.txt", "unseen.txt"):
        (seeds / name).write_bytes(b"tide")
    marks = {found.name: found.mark for found in find_files(seeds)}
    settled = {"done.txt": marks["done.txt"], "growing.txt": Mark(1, 2, 3, 4)}

    read = read_seeds(seeds, settled)

    assert [seed.name for seed in read.seeds] == ["done.txt"]
    assert read.problems == ()


def test_a_seed_that_grows_while_it_is_read_is_left_for_the_next_build(seeds: Path) -> None:
    path = seeds / "a.txt"
    path.write_bytes(b"tide")
    (found,) = find_files(seeds)
    path.write_bytes(b"tide and ebb")

    from sitegen.app.inputs import _read_seed

    assert _read_seed(found, {"a.txt": found.mark}) is None


def test_the_package_brings_templates_and_assets(tmp_path: Path) -> None:
    theme = read_theme(tmp_path / "templates")

    assert "base.html" in dict(theme.templates)
    assert any(name.endswith(".css") for name, _ in theme.assets)


def test_a_template_of_the_site_replaces_that_of_the_package(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "base.html").write_bytes(b"mine")
    (tmp_path / "assets" / "mine.bin").write_bytes(b"\xff")

    theme = read_theme(tmp_path)

    assert dict(theme.templates)["base.html"] == "mine"
    assert dict(theme.assets)["mine.bin"] == b"\xff"
    assert list(theme.templates) == sorted(theme.templates)


def test_the_digest_of_a_theme_follows_every_byte_and_name(tmp_path: Path) -> None:
    digests = {read_theme(tmp_path).digest}
    for name, text in (("a.html", "1"), ("a.html", "2"), ("b.html", "2"), ("assets/a", "2")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
        digests.add(read_theme(tmp_path).digest)

    assert len(digests) == 5


def test_a_template_in_another_encoding_is_told_with_its_name(tmp_path: Path) -> None:
    (tmp_path / "base.html").write_bytes(b"caf\xe9")

    with pytest.raises(TemplateError) as caught:
        read_theme(tmp_path)

    assert str(caught.value) == (
        "templates/base.html: is not UTF-8; save it as UTF-8, or move it into assets/"
    )


def test_a_style_sheet_in_another_encoding_is_told_with_its_name(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "own.css").write_bytes("a{}".encode("utf-16"))

    with pytest.raises(TemplateError, match=r"^templates/assets/own\.css: is not UTF-8; save it"):
        read_theme(tmp_path)


def test_a_byte_order_mark_is_no_part_of_a_template(tmp_path: Path) -> None:
    (tmp_path / "base.html").write_bytes(b"\xef\xbb\xbfmine")

    assert dict(read_theme(tmp_path).templates)["base.html"] == "mine"


@pytest.mark.parametrize("link", ["", "base.html", "assets/logo.svg"])
def test_a_link_among_templates_is_told(tmp_path: Path, link: str) -> None:
    templates = tmp_path / "templates"
    place = templates / link
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(find_package_templates() / link)

    with pytest.raises(TemplateError) as caught:
        read_theme(templates)

    assert str(caught.value) == (
        f"{place.relative_to(tmp_path)}: is a link, and links are not followed; "
        "put the file itself here"
    )


def test_an_installed_package_has_its_templates_inside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "templates").mkdir()
    monkeypatch.setattr(sitegen, "__file__", str(tmp_path / "__init__.py"))

    assert find_package_templates() == tmp_path / "templates"


def test_a_checkout_has_its_templates_beside_the_package() -> None:
    root = Path(__file__).parents[2]

    assert find_package_templates() == root / "templates"
