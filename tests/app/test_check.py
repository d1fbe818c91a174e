"""What `sitegen check` says of a site on disk."""

import json
import shutil
from pathlib import Path

import pytest

from sitegen.app.cli import main

ROOT = Path(__file__).parents[2]
AS_OF = ("--as-of", "2024-07-02")
ADDRESS = ("-b", "https://gazette.example/news/")
FERRY = "articles/ferry-runs-aground-off-port-ellery/index.html"


@pytest.fixture
def built(site: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A site that has been built."""
    assert main(["build", "-q", "-s", str(site), *AS_OF, *ADDRESS]) == 0
    capsys.readouterr()
    return site


def check(site: Path, *options: str) -> int:
    return main(["check", "-s", str(site), *AS_OF, *ADDRESS, *options])


def test_a_site_as_it_was_built_passes_the_strictest_check(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(built, "--strict") == 0

    told = capsys.readouterr()
    files = [path for path in (built / "output").rglob("*") if path.is_file()]
    visible = [path for path in files if not path.name.startswith(".")]
    assert told.out == f"{len(visible)} files examined: 0 errors, 0 warnings\n"
    assert told.err == ""


def test_the_sample_site_passes_the_strictest_check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for part in ("seeds", "content", "templates"):
        shutil.copytree(ROOT / part, tmp_path / part)
    shutil.copy(ROOT / "sitegen.toml", tmp_path)
    assert main(["build", "-q", "-s", str(tmp_path)]) == 0

    assert main(["check", "-s", str(tmp_path), "--strict"]) == 0
    assert capsys.readouterr().out.endswith(" files examined: 0 errors, 0 warnings\n")


def test_an_error_is_one_line_with_file_place_thing_and_way_out(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = built / "output" / FERRY
    page.write_bytes(page.read_bytes().replace(b"../../index.html", b"../../gone.html"))

    assert check(built) == 1

    [finding, summary] = capsys.readouterr().out.splitlines()
    assert finding.startswith(f"output/{FERRY}:")
    assert finding.endswith(
        ": error: links to 'gone.html', which is not there, as 2 more links do; "
        "mend it in content/articles/ferry-runs-aground-off-port-ellery.md if it is of that text; "
        "else build again; if it stays, mend the template or report it"
    )
    assert summary.endswith("1 error, 0 warnings")


def test_a_fault_on_every_page_fills_three_lines_and_is_counted(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    every = sorted((built / "output").rglob("*.html"))
    pages = [page for page in every if b"<h1" in page.read_bytes()]  # those that lead on have none
    for page in pages:
        page.write_bytes(page.read_bytes().replace(b"<h1", b'<h1 onclick="x()"'))

    assert check(built) == 1
    told = capsys.readouterr().out.splitlines()
    lines = [line for line in told if "runs code by onclick=" in line]
    assert len(lines) == 3
    more = len(pages) - 3
    assert lines[-1].endswith(f"; take it out (and {more} more places, listed by --json)")
    assert told[-1].endswith(f"{len(pages)} errors, 0 warnings")

    assert check(built, "--json") == 1
    assert len(json.loads(capsys.readouterr().out)["problems"]) == len(pages)


def test_a_warning_fails_a_strict_check_only(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = built / "output" / FERRY
    page.write_bytes(page.read_bytes().replace(b'name="viewport"', b'name="view"'))

    assert check(built) == 0
    assert f"output/{FERRY}: warning: has no <meta name" in capsys.readouterr().out
    assert check(built, "--strict") == 1


def test_machines_get_every_finding_as_json(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (built / "output" / "rss.xml").write_text("<rss>", encoding="utf-8")

    assert check(built, "--json") == 1

    told = json.loads(capsys.readouterr().out)
    assert (told["version"], told["command"], told["exit_status"]) == (1, "check", 1)
    assert {"place", "severity", "message"} == set(told["problems"][0])
    assert ("output/rss.xml:1", "error") in {
        (problem["place"], problem["severity"]) for problem in told["problems"]
    }


def test_a_site_elsewhere_is_named_by_its_whole_path(
    built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(built / "output", elsewhere)
    (elsewhere / "robots.txt").unlink()

    assert check(built, "-o", str(elsewhere)) == 1
    assert capsys.readouterr().out.startswith(f"{elsewhere}/robots.txt: error: is missing; ")


def test_nothing_to_check_is_told_with_the_way_out(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(site) == 2

    output = site / "output"
    assert capsys.readouterr().err == (
        f"sitegen: {output}: there is no site here yet; run 'sitegen build' first\n"
    )


def test_a_check_changes_nothing(built: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in built.rglob("*")}

    check(built)

    assert {path: path.stat().st_mtime_ns for path in built.rglob("*")} == before


def test_a_site_built_for_another_address_is_told_once(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "-s", str(built), *AS_OF, "-b", "https://other.example/"]) == 1

    told = capsys.readouterr().out.splitlines()
    assert told[0].startswith(
        "output/index.html: error: the site was built for another address, "
        "https://gazette.example/news/, "
    )
    assert "pass -b https://gazette.example/news/, or build it for https://oth" in told[0]
    assert told[1].endswith(" files examined: 1 error, 0 warnings")


def test_what_else_is_wrong_with_a_site_built_for_another_address_is_told_too(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (built / "output" / "rss.xml").unlink()

    main(["check", "-s", str(built), *AS_OF, "-b", "https://other.example/"])

    assert "output/rss.xml: error: is missing" in capsys.readouterr().out


def test_a_link_in_the_site_is_named_with_where_it_leads(
    built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (built / "output" / "tags").rename(tmp_path / "elsewhere")
    (built / "output" / "tags").symlink_to(tmp_path / "elsewhere")

    check(built)

    told = (
        f"output/tags: warning: is a link to {tmp_path / 'elsewhere'}, and links are not followed"
    )
    assert told in capsys.readouterr().out
