"""A watcher's builder: a process that builds whenever it is asked."""

import os
import signal
import sys
from pathlib import Path

import pytest

from sitegen.app.apart import Builder
from sitegen.app.arguments import parse_arguments
from sitegen.app.build_report import OutputReport
from sitegen.app.files import find_files
from sitegen.errors import SitegenError


def build(builder: Builder, site: Path) -> OutputReport:
    arguments = parse_arguments(["watch", "-q", "-s", str(site)])
    assert arguments
    marks = {found.name: found.mark for found in find_files(site / "seeds")}
    output = builder.build(arguments, marks).report.output
    assert output
    return output


def test_it_builds_again_and_again_and_ends_when_it_is_closed(site: Path) -> None:
    builder = Builder()

    first = build(builder, site)
    process = builder._process
    second = build(builder, site)

    assert first.written
    assert not second.written
    assert process is builder._process
    builder.close()
    assert process
    assert process.returncode is not None


def test_an_error_of_the_build_is_raised_here_and_the_builder_goes_on(site: Path) -> None:
    config = site / "sitegen.toml"
    builder = Builder()
    config.write_text("[site]\ntitel = 'x'", encoding="utf-8")
    with pytest.raises(SitegenError, match="titel"):
        build(builder, site)
    config.unlink()
    process = builder._process

    build(builder, site)
    assert process is builder._process
    builder.close()


def test_one_that_was_killed_while_nothing_was_asked_is_begun_again(site: Path) -> None:
    builder = Builder()
    build(builder, site)
    assert builder._process
    os.kill(builder._process.pid, signal.SIGKILL)
    os.waitid(os.P_PID, builder._process.pid, os.WEXITED | os.WNOWAIT)

    build(builder, site)
    builder.close()


def test_where_nothing_can_be_forked_each_build_has_a_process(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    builder = Builder()
    monkeypatch.setenv("PYTHONPATH", str(unfork(site.parent)), prepend=os.pathsep)
    monkeypatch.setattr(sys, "path", [str(site.parent), *sys.path])
    monkeypatch.delattr(os, "fork")

    build(builder, site)
    assert builder._process is None
    build(builder, site)
    assert builder._process is None


def unfork(folder: Path) -> Path:
    """Write what Python imports at its start, so that it has no way to fork."""
    (folder / "sitecustomize.py").write_text("import os\n\ndel os.fork\n", encoding="utf-8")
    return folder
