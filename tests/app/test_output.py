import errno
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.app import output as output_module
from sitegen.app.build_report import OutputReport
from sitegen.app.change import finish_change
from sitegen.app.drawing import Drawing, Place, draw_pieces
from sitegen.app.enclosure import Enclosure
from sitegen.app.manifest import MANIFEST_NAME, digest_file, write_manifest
from sitegen.app.output import Comparison, compare_output
from sitegen.app.stage import Stage
from sitegen.errors import SitegenError, UsageError
from sitegen.model.output import Draft, OutputFile, Piece
from sitegen.model.problem import Problem

SITE = {"index.html": b"front", "articles/a/index.html": b"a", "assets/site.css": b"p{}"}


def make(site: Mapping[str, bytes]) -> list[Piece]:
    return list(map(piece, (OutputFile(path, data) for path, data in site.items())))


def piece(*files: OutputFile, key: bytes | None = None) -> Piece:
    return lambda: Draft(key, lambda: files)


def write_output(output: Path, pieces: list[Piece]) -> OutputReport:
    def draw(place: Place, folder: Path) -> list[Drawing]:
        return list(draw_pieces(pieces, {}, place, Stage(folder)))

    return output_module.write_output(output, draw)


def read(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MANIFEST_NAME
    }


def kept_link(path: str, target: Path, files: str) -> Problem:
    return Problem(
        f"output/{path}",
        f"is a link to {target}, and links are not followed, so it is kept in place of {files} "
        "of the site; delete it, then build again",
        "warning",
    )


def kept(path: str) -> Problem:
    return Problem(
        f"output/{path}",
        "was not made by sitegen or was changed since, so it is kept; move it away",
        "warning",
    )


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "output"


def test_a_new_site_is_written_as_a_whole(output: Path) -> None:
    report = write_output(output, make(SITE))

    assert read(output) == SITE
    assert report == OutputReport(written=3, unchanged=0, removed=0, problems=())


def test_the_same_site_again_touches_no_file(output: Path) -> None:
    write_output(output, make(SITE))
    before = {path: path.stat().st_mtime_ns for path in output.rglob("*")}

    report = write_output(output, make(SITE))

    assert report == OutputReport(written=0, unchanged=3, removed=0, problems=())
    assert {path: path.stat().st_mtime_ns for path in output.rglob("*")} == before


def test_only_what_changed_is_written_and_what_is_gone_is_removed(output: Path) -> None:
    write_output(output, make(SITE))
    changed = {"index.html": b"front, changed", "assets/site.css": b"p{}"}

    report = write_output(output, make(changed))

    assert report == OutputReport(written=1, unchanged=1, removed=1, problems=())
    assert read(output) == changed
    assert not (output / "articles").exists()


def test_a_file_that_somebody_deleted_is_written_again(output: Path) -> None:
    write_output(output, make(SITE))
    (output / "index.html").unlink()

    assert write_output(output, make(SITE)).written == 1
    assert read(output) == SITE


def test_a_site_without_pages_is_a_site(output: Path) -> None:
    write_output(output, make(SITE))

    write_output(output, make({}))

    assert read(output) == {}
    assert write_output(output, make(SITE)).written == 3


def test_a_file_that_a_person_changed_is_neither_overwritten_nor_removed(output: Path) -> None:
    write_output(output, make(SITE))
    (output / "index.html").write_bytes(b"mine!")
    (output / "articles/a/index.html").write_bytes(b"mine too")

    report = write_output(output, make({"index.html": b"new", "assets/site.css": b"p{}"}))

    assert read(output) == {
        "index.html": b"mine!",
        "articles/a/index.html": b"mine too",
        "assets/site.css": b"p{}",
    }
    assert report == OutputReport(
        written=0,
        unchanged=1,
        removed=0,
        problems=(kept("articles/a/index.html"), kept("index.html")),
    )


def test_a_file_of_a_person_beside_the_site_stays_when_the_site_goes(output: Path) -> None:
    write_output(output, make(SITE))
    (output / "articles" / "a" / "letter.txt").write_bytes(b"dear reader")

    report = write_output(output, make({}))

    assert read(output) == {"articles/a/letter.txt": b"dear reader"}
    assert report.problems == ()


def test_a_file_of_a_person_in_place_of_a_page_stays_and_is_named_each_time(output: Path) -> None:
    write_output(output, make({}))
    (output / "index.html").write_bytes(b"mine")

    reports = [write_output(output, make(SITE)) for _ in range(2)]

    assert read(output)["index.html"] == b"mine"
    assert [report.problems for report in reports] == [(kept("index.html"),)] * 2


def test_a_page_comes_back_once_a_person_has_moved_theirs_away(output: Path) -> None:
    write_output(output, make(SITE))
    (output / "index.html").write_bytes(b"mine")
    write_output(output, make(SITE | {"index.html": b"new"}))
    (output / "index.html").unlink()

    report = write_output(output, make(SITE | {"index.html": b"new"}))

    assert read(output)["index.html"] == b"new"
    assert report.problems == ()


def test_a_stale_page_that_a_person_changed_is_theirs_from_then_on(output: Path) -> None:
    write_output(output, make(SITE))
    (output / "index.html").write_bytes(b"mine")

    reports = [write_output(output, make({})) for _ in range(2)]

    assert [len(report.problems) for report in reports] == [1, 0]
    assert read(output) == {"index.html": b"mine"}


@pytest.mark.parametrize("place", ["articles", "articles/a", "articles/a/index.html"])
def test_nothing_is_written_through_a_link(output: Path, tmp_path: Path, place: str) -> None:
    outside = tmp_path / "outside"
    (outside / "a").mkdir(parents=True)
    write_output(output, make({}))
    (output / place).parent.mkdir(parents=True, exist_ok=True)
    (output / place).symlink_to(outside)

    report = write_output(output, make(SITE))

    assert report.problems == (kept_link(place, outside, "1 file"),)
    assert read(outside) == {}


def test_a_link_is_told_once_for_all_files_in_whose_place_it_is(
    output: Path, tmp_path: Path
) -> None:
    write_output(output, make({}))
    (output / "articles").symlink_to(tmp_path / "nowhere")

    report = write_output(output, make(SITE | {"articles/b/index.html": b"b"}))

    assert report.problems == (kept_link("articles", tmp_path / "nowhere", "2 files"),)


def test_nothing_is_removed_through_a_link(output: Path, tmp_path: Path) -> None:
    write_output(output, make(SITE))
    (output / "articles").rename(tmp_path / "outside")
    (output / "articles").symlink_to(tmp_path / "outside")

    report = write_output(output, make({}))

    assert read(tmp_path / "outside") == {"a/index.html": b"a"}
    assert report.problems == (kept_link("articles", tmp_path / "outside", "1 file"),)


def test_a_folder_in_place_of_a_page_is_kept(output: Path) -> None:
    write_output(output, make({}))
    (output / "index.html").mkdir()

    (problem,) = write_output(output, make(SITE)).problems

    assert problem.place == "output/index.html"
    assert problem.message.startswith("is a folder, so it is kept in place of 1 file of the site; ")


def test_a_file_in_place_of_a_folder_is_kept(output: Path) -> None:
    write_output(output, make({}))
    (output / "articles").write_bytes(b"mine")

    report = write_output(output, make(SITE))

    (problem,) = report.problems
    assert problem.place == "output/articles"
    assert problem.message.startswith("is no folder, so it is kept in place of 1 file of the site;")
    assert read(output)["articles"] == b"mine"


def test_a_folder_with_files_of_somebody_else_is_refused(output: Path) -> None:
    output.mkdir()
    (output / "thesis.doc").touch()

    with pytest.raises(UsageError) as caught:
        write_output(output, make(SITE))

    assert str(caught.value) == (
        f"{output}: the folder is not empty and sitegen did not make what is in it "
        "(thesis.doc); empty it, or choose another with -o/--output"
    )
    assert read(output) == {"thesis.doc": b""}


def test_a_folder_whose_manifest_is_damaged_is_refused(output: Path) -> None:
    write_output(output, make(SITE))
    (output / MANIFEST_NAME).write_bytes(b"damaged")

    with pytest.raises(UsageError):
        write_output(output, make({}))

    assert read(output) == SITE


def test_hidden_files_and_a_custom_domain_may_be_there_and_stay(output: Path) -> None:
    (output / ".git").mkdir(parents=True)
    for name in (".gitignore", "CNAME", ".git/HEAD"):
        (output / name).write_bytes(b"mine")

    write_output(output, make(SITE))
    write_output(output, make({}))

    assert set(read(output)) == {".gitignore", "CNAME", ".git/HEAD"}


def test_a_page_that_cannot_be_drawn_leaves_the_old_site_whole(output: Path) -> None:
    write_output(output, make(SITE))

    def fail() -> Draft:
        raise SitegenError("templates/base.html: is broken")

    with pytest.raises(SitegenError):
        write_output(output, [piece(OutputFile("index.html", b"new")), fail])

    assert read(output) == SITE


def test_a_folder_that_cannot_be_written_is_named_and_not_what_would_wait_in_it(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Enclosure, name: str) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", name)

    monkeypatch.setattr(Enclosure, "make_folder", refuse)

    with pytest.raises(PermissionError) as caught:
        write_output(output, make(SITE))

    assert caught.value.filename == str(output)


@pytest.mark.parametrize("path", ["../a.html", "/a.html", "a/../b", "", MANIFEST_NAME, "a\\b"])
def test_a_path_outside_the_folder_is_an_error(output: Path, path: str) -> None:
    with pytest.raises(SitegenError) as caught:
        write_output(output, make({path: b""}))

    assert str(caught.value) == (
        f"output/{path}: is no path for a page; rename what it was made from"
    )


def test_two_files_of_one_path_are_an_error(output: Path) -> None:
    with pytest.raises(SitegenError) as caught:
        write_output(output, [piece(OutputFile("a.html", b"1"), OutputFile("a.html", b"2"))])

    assert str(caught.value) == "output/a.html: two pages want this address; rename one of them"


def test_paths_that_differ_only_in_case_are_an_error(output: Path) -> None:
    with pytest.raises(SitegenError) as caught:
        write_output(output, make({"tags/us/index.html": b"", "tags/US/index.html": b""}))

    assert str(caught.value) == (
        "output/tags/us/index.html: differs only in case from tags/US/index.html; "
        "rename one of the pages"
    )


def test_a_page_at_the_place_of_a_folder_is_an_error(output: Path) -> None:
    with pytest.raises(SitegenError) as caught:
        write_output(output, make({"tags": b"", "tags/us/index.html": b""}))

    assert str(caught.value) == (
        "output/tags/us/index.html: tags is a file and a folder; rename one of the pages"
    )


class KilledError(BaseException):
    """What a process feels when it is killed."""


@pytest.mark.parametrize("fatal", range(7))
def test_after_a_kill_at_any_move_the_site_is_the_old_one_or_will_be_the_new_one(
    output: Path, monkeypatch: pytest.MonkeyPatch, fatal: int
) -> None:
    new = {"index.html": b"front, new", "articles/b/index.html": b"b"}
    write_output(output, make(SITE))
    moves = iter(range(fatal))
    replace = os.replace

    def replace_or_die(*arguments: Any, **options: Any) -> None:
        if next(moves, None) is None:
            raise KilledError
        replace(*arguments, **options)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", replace_or_die)
        with suppress(KilledError):
            write_output(output, make(new))
    finish_change(output)

    assert read(output) == (new if fatal else SITE)
    # The next build wants something else again, and still knows all files as its own.
    report = write_output(output, make(SITE))
    assert report.problems == ()
    assert read(output) == SITE
    assert (output / MANIFEST_NAME).read_bytes() == write_manifest(
        (path, digest_file(data)) for path, data in SITE.items()
    )


def test_a_page_saved_by_a_person_while_files_are_put_in_place_is_kept(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_output(output, make(SITE))
    replace = os.replace

    def save_before(source: Path, target: str, **options: Any) -> None:
        if Path(target).name == "journal":
            (output / "index.html").write_bytes(b"mine")
        replace(source, target, **options)

    monkeypatch.setattr(os, "replace", save_before)
    report = write_output(output, make(SITE | {"index.html": b"new", "a.html": b"a"}))

    assert report.problems == (kept("index.html"),)
    assert read(output) == SITE | {"index.html": b"mine", "a.html": b"a"}
    assert write_output(output, make(SITE)).problems == (kept("index.html"),)


def test_a_comparison_finds_every_file_that_differs(output: Path) -> None:
    write_output(output, make(SITE | {"gone.html": b"x"}))

    found = compare_output(output, make(SITE | {"index.html": b"other", "new.html": b"y"}))

    assert found == Comparison(("gone.html", "index.html", "new.html"), ())


def test_a_comparison_leaves_out_what_a_person_changed(output: Path) -> None:
    write_output(output, make(SITE))
    (output / "index.html").write_bytes(b"mine")

    assert compare_output(output, make(SITE)) == Comparison((), ())


def test_a_comparison_of_a_good_site_finds_nothing(output: Path) -> None:
    write_output(output, make(SITE))

    assert compare_output(output, make(SITE)) == Comparison((), ())


@pytest.mark.parametrize("place", ["articles", "index.html"])
def test_a_comparison_names_a_link_whatever_it_leads_to(
    output: Path, tmp_path: Path, place: str
) -> None:
    write_output(output, make(SITE))
    (output / place).rename(tmp_path / "outside")
    (output / place).symlink_to(tmp_path / "outside")

    found = compare_output(output, make(SITE))

    assert found == Comparison((), (kept_link(place, tmp_path / "outside", "1 file"),))


NAMES = st.lists(st.sampled_from("abc"), min_size=1, max_size=3).map("/".join)
SITES = st.dictionaries(NAMES.map(lambda name: f"{name}.html"), st.binary(max_size=3))


@given(sites=st.lists(SITES, min_size=1, max_size=4))
def test_whatever_was_there_before_the_folder_holds_the_last_site(
    tmp_path_factory: pytest.TempPathFactory, sites: list[dict[str, bytes]]
) -> None:
    output = tmp_path_factory.mktemp("site") / "output"

    for site in sites:
        write_output(output, make(site))

    assert read(output) == sites[-1]
