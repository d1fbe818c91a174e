"""The sample site as the tests look at it, and as the pictures in docs/ show it."""

import shutil
from pathlib import Path

from sitegen.app.cli import main

ROOT = Path(__file__).parents[2]
WIDE_TABLE = f"# Boats\n\n{'| Kestrel ' * 20}|\n{'| --- ' * 20}|\n{'| 212 people ' * 20}|\n"


def build_sample_site(source: Path, output: Path) -> None:
    """Build it from a copy, with a page of a person's that holds a wide table."""
    for part in ("seeds", "content", "templates"):
        shutil.copytree(ROOT / part, source / part)
    shutil.copyfile(ROOT / "sitegen.toml", source / "sitegen.toml")
    (source / "content" / "pages" / "boats.md").write_text(WIDE_TABLE, encoding="utf-8")
    status = main(["build", "-q", "-s", str(source), "-o", str(output), "--as-of", "2024-07-01"])
    assert status == 0
