"""The contracts in pyproject.toml hold, and each of them bites."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINT = "from importlinter.cli import lint_imports_command as run; run()"

FLOORS = "floors: imports go down, never across; all have a floor"
CYCLES = "no cycles, inside a room either"
MACHINE = "only the shell touches the machine"


@dataclass(frozen=True, slots=True)
class Violation:
    """A line that a careless change might add to a module, and the contract that forbids it."""

    name: str
    module: str
    line: str
    contract: str


VIOLATIONS = (
    Violation("room-imports-room", "ingest/planted.py", "import sitegen.publish", FLOORS),
    Violation("check-imports-room", "check/planted.py", "import sitegen.publish", FLOORS),
    Violation("waist-imports-room", "pages/planted.py", "import sitegen.corpus", FLOORS),
    Violation("room-imports-hallway", "corpus/planted.py", "import sitegen.pipeline", FLOORS),
    Violation("room-imports-shell", "corpus/planted.py", "import sitegen.app", FLOORS),
    Violation("model-imports-room", "model/planted.py", "import sitegen.ingest", FLOORS),
    Violation("model-imports-text", "model/planted.py", "import sitegen.text", FLOORS),
    Violation("text-imports-model", "text/planted.py", "import sitegen.model", FLOORS),
    Violation("errors-import-upwards", "errors.py", "import sitegen.text", FLOORS),
    Violation(
        "import-inside-a-function", "ingest/planted.py", "def f(): import sitegen.pages", FLOORS
    ),
    Violation("folder-without-a-floor", "attic/__init__.py", "", FLOORS),
    Violation("module-without-a-floor", "attic.py", "", FLOORS),
    Violation(
        "cycle-in-a-room", "ingest/__init__.py", "from sitegen.ingest import planted", CYCLES
    ),
    Violation("room-imports-os", "publish/planted.py", "import os", MACHINE),
    Violation("room-imports-a-part-of-os", "ingest/planted.py", "from os import path", MACHINE),
    Violation("hallway-imports-time", "pipeline.py", "import time", MACHINE),
    Violation("package-imports-sys", "__init__.py", "import sys", MACHINE),
    Violation("errors-import-pathlib", "errors.py", "from pathlib import Path", MACHINE),
    Violation(
        "second-door-charset-normalizer",
        "ingest/planted.py",
        "import charset_normalizer",
        "one door for charset-normalizer",
    ),
    Violation("second-door-ftfy", "ingest/planted.py", "import ftfy", "one door for ftfy"),
    Violation(
        "second-door-trafilatura",
        "ingest/planted.py",
        "from trafilatura import extract",
        "one door for trafilatura",
    ),
    Violation(
        "second-door-markdown", "publish/planted.py", "import markdown", "one door for markdown"
    ),
    Violation("second-door-nh3", "ingest/planted.py", "import nh3", "one door for nh3"),
    Violation("second-door-jinja2", "publish/planted.py", "import jinja2", "one door for jinja2"),
    Violation(
        "second-door-feedgen", "app/planted.py", "import feedgen.feed", "one door for feedgen"
    ),
    Violation(
        "another-door-lxml",
        "ingest/planted.py",
        "from lxml import etree",
        "one door for lxml for each of its uses",
    ),
    Violation("second-door-babel", "app/planted.py", "import babel", "one door for babel"),
    Violation("second-door-watchdog", "app/planted.py", "import watchdog", "one door for watchdog"),
    Violation("second-door-yaml", "app/planted.py", "import yaml", "one door for yaml"),
    Violation("second-door-msgspec", "pages/planted.py", "import msgspec", "one door for msgspec"),
)


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Future[str]]]:
    """What import-linter says of the package as it is and with each violation, side by side."""
    folder = tmp_path_factory.mktemp("planted")
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        yield {
            "": pool.submit(lint, ROOT),
            **{one.name: pool.submit(lint_planted, folder / one.name, one) for one in VIOLATIONS},
        }


def test_package_keeps_its_contracts(verdicts: dict[str, Future[str]]) -> None:
    verdict = verdicts[""].result()

    assert " 0 broken." in verdict, verdict


@pytest.mark.parametrize("violation", VIOLATIONS, ids=lambda violation: violation.name)
def test_planted_violation_breaks_its_contract(
    violation: Violation, verdicts: dict[str, Future[str]]
) -> None:
    verdict = verdicts[violation.name].result()

    broken = [line for line in verdict.splitlines() if " BROKEN" in line]
    assert any(line.startswith(f"{violation.contract} BROKEN") for line in broken), verdict


def lint_planted(folder: Path, violation: Violation) -> str:
    """The verdict on a copy of the package with one violation in it."""
    unwanted = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "sitegen", folder / "sitegen", ignore=unwanted)
    shutil.copy(ROOT / "pyproject.toml", folder)
    planted = folder / "sitegen" / violation.module
    planted.parent.mkdir(exist_ok=True)
    with planted.open("a", encoding="utf-8") as module:
        module.write(f"\n{violation.line}\n")
    if violation.contract == CYCLES:
        (planted.parent / "planted.py").write_text("from sitegen.ingest import planted_too\n")
        (planted.parent / "planted_too.py").write_text("from sitegen.ingest import planted\n")
    return lint(folder)


def lint(folder: Path) -> str:
    """What import-linter says of the package in a folder."""
    command = [sys.executable, "-c", LINT, "--no-cache", "--no-logo"]
    environment = {**os.environ, "COLUMNS": "200", "NO_COLOR": "1"}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr
