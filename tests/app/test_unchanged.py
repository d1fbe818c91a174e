import json
import os
import subprocess
import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.app import glance as glance_module
from sitegen.app.arguments import parse_arguments
from sitegen.app.cli import main
from sitegen.app.unchanged import repeat_build

Change = Callable[[Path], object]


def ask(site: Path, *options: str) -> Namespace:
    arguments = parse_arguments(["build", "-s", str(site), "--as-of", "2024-06-20", *options])
    assert arguments
    return arguments


def build(site: Path, *options: str) -> None:
    assert main(["build", "-q", "-s", str(site), "--as-of", "2024-06-20", *options]) == 0


@pytest.fixture
def noted(site: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site whose last build had nothing to do and noted that, as if all were older."""
    monkeypatch.setattr(glance_module, "_RACY_NS", -(10**12))
    build(site)
    build(site)
    return site


def find(site: Path, pattern: str) -> Path:
    return min(site.glob(pattern))


def write_template(site: Path) -> None:
    (site / "templates").mkdir()
    (site / "templates" / "base.html").write_text("<p>Mine</p>")


def edit_in_place(path: Path) -> None:
    """Change a letter, and put the time of the last change back."""
    before = path.stat()
    data = path.read_bytes()
    path.write_bytes(bytes([data[0] ^ 1]) + data[1:])
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


CHANGES: dict[str, Change] = {
    "a seed is edited": lambda site: (site / "seeds/ferry.txt").write_text("Other words"),
    "a seed is edited in secret": lambda site: edit_in_place(site / "seeds/ferry.txt"),
    "a seed is renamed": lambda site: (site / "seeds/ferry.txt").rename(site / "seeds/f.txt"),
    "a seed is removed": lambda site: (site / "seeds/ferry.txt").unlink(),
    "a seed appears": lambda site: (site / "seeds/wire/a.txt").write_text("New words"),
    "a page is edited": lambda site: find(site, "content/articles/*").write_text("Mine"),
    "a page is removed": lambda site: find(site, "content/articles/*").unlink(),
    "a page appears": lambda site: (site / "content/articles/a.md").write_text("Mine"),
    "a template is written": write_template,
    "a configuration appears": lambda site: (site / "sitegen.toml").write_text("[site]\n"),
    "a published file is removed": lambda site: (site / "output/index.html").unlink(),
    "a published file is cut off": lambda site: (site / "output/rss.xml").write_bytes(b""),
    "the manifest is lost": lambda site: (site / "output/.sitegen-manifest").unlink(),
    "the note is lost": lambda site: (site / ".sitegen/glance").unlink(),
    "the note is damaged": lambda site: edit_in_place(site / ".sitegen/glance"),
    "the note is cut off": lambda site: (site / ".sitegen/glance").write_bytes(b"{}\n"),
    "the note is another's": lambda site: (site / ".sitegen/glance").write_bytes(b"[1]\nx"),
}


def test_a_build_that_had_nothing_to_do_is_repeated_word_for_word(
    noted: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def describe() -> dict[str, object]:
        assert main(["build", "--json", "-s", str(noted), "--as-of", "2024-06-20"]) == 0
        values: dict[str, object] = json.loads(capsys.readouterr().out)
        return values | {"seconds": 0}

    report = repeat_build(ask(noted))
    short = describe()
    (noted / ".sitegen/glance").unlink()

    assert report is not None
    assert report.output is not None
    assert report.output.written == 0
    assert short == describe()


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_any_change_is_seen_at_a_glance(noted: Path, change: Change) -> None:
    assert repeat_build(ask(noted))

    change(noted)

    assert repeat_build(ask(noted)) is None


def test_another_question_is_not_answered_at_a_glance(noted: Path) -> None:
    tomorrow = Namespace(**vars(ask(noted)) | {"as_of": "2024-06-21"})
    later = Namespace(**vars(ask(noted)) | {"as_of": "2024-06-20T09:30"})

    assert repeat_build(tomorrow) is None
    assert repeat_build(later)
    assert repeat_build(ask(noted, "--quiet"))
    for option in (
        "--drafts",
        "--future",
        "--no-cache",
        "--verify",
        "--base-url=https://a.example",
    ):
        assert repeat_build(ask(noted, option)) is None


def test_what_was_changed_just_now_is_not_noted(site: Path) -> None:
    build(site)
    build(site)

    assert not (site / ".sitegen/glance").exists()


def test_a_build_with_news_notes_nothing(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glance_module, "_RACY_NS", -(10**12))
    build(site)
    (site / "seeds" / "ferry.txt").unlink()
    build(site, "--drafts")

    assert not (site / ".sitegen/glance").exists() or repeat_build(ask(site)) is None


def test_a_folder_that_is_a_link_is_looked_into_by_reading(noted: Path) -> None:
    (noted / "output").rename(noted / "elsewhere")
    (noted / "output").symlink_to("elsewhere")

    assert glance_module.look(ask(noted)) is None


def test_a_build_that_has_nothing_to_do_imports_next_to_nothing(site: Path) -> None:
    code = (
        "import sys; from sitegen.app import glance; from sitegen.app.cli import main; "
        "glance._RACY_NS = -10**12; "
        f"main(['build', '-q', '-s', {str(site)!r}, '--as-of', '2024-06-20']); "
        "print(*sys.modules)"
    )
    # A measured process writes into a folder that modules may come from, which is a change.
    plain = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    command = [sys.executable, "-c", code]
    runs = [
        subprocess.run(command, check=True, capture_output=True, text=True, env=plain)
        for _ in range(3)
    ]

    libraries = {"sitegen.pipeline", "markdown", "jinja2", "lxml", "yaml", "msgspec", "sqlite3"}
    assert libraries <= set(runs[0].stdout.split()) | {"yaml"}
    assert not libraries & set(runs[2].stdout.split())
