"""Measure the gates of the site that need no browser, and ask other people's checkers.

``make audit`` looks at the sample site; ``make audit ARGS='--articles 10000'`` at a generated one.
It needs node and Java; what needs a browser is in tests/browser.
"""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.corpus import write_corpus
from sitegen.app.cli import main as run_sitegen
from tests.audit.checkers import ask_html_validate, ask_nu, ask_reader_mode, fetch_checkers
from tests.audit.weights import weigh_site
from tests.browser.sample_site import build_sample_site

# Pages of one folder that the checkers are asked about.
SAMPLE = 20
SHOWN = 5
CONFIGURATION = """[site]
title = "The Generated Ledger"
base_url = "https://ledger.example/"
description = "News of a generated land"
"""


@dataclass(frozen=True, slots=True)
class Gate:
    """A figure and what it may be at most; ``found`` are the faults, where it counts faults."""

    name: str
    figure: int
    most: int
    found: tuple[str, ...] = ()


def main() -> int:
    """Print every gate with its bar, and return 1 where one is missed."""
    parser = argparse.ArgumentParser(prog="make audit", description=__doc__)
    parser.add_argument("--articles", type=int, help="of a generated site, not the sample site")
    articles = parser.parse_args().articles
    fetch_checkers()
    missed = False
    with TemporaryDirectory() as folder:
        output = Path(folder) / "output"
        _build(Path(folder) / "site", output, articles)
        for gate in _measure(output):
            word = "met" if gate.figure <= gate.most else "MISSED"
            missed |= gate.figure > gate.most
            print(f"{gate.name:44} {gate.figure:8,} {gate.most:8,}  {word}")
            print(*(f"    {fault}\n" for fault in gate.found[:SHOWN]), sep="", end="")
    return int(missed)


def _build(source: Path, output: Path, articles: int | None) -> None:
    if articles is None:
        build_sample_site(source, output)
        return
    write_corpus(source / "seeds", articles)
    (source / "sitegen.toml").write_text(CONFIGURATION, encoding="utf-8")
    run_sitegen(["build", "-q", "-s", str(source), "-o", str(output)])


def _measure(output: Path) -> Iterator[Gate]:
    weights = weigh_site(output)
    yield Gate("heaviest article, bytes gz", weights.article, 6_000)
    yield Gate("an article beside its text, bytes gz", weights.furniture, 6_000)
    yield Gate("heaviest page, bytes gz", weights.page, 15_000)
    yield Gate("most elements of a page", weights.elements, 800)
    yield Gate("style sheet, bytes gz", weights.style, 4_096)
    yield Gate("heaviest script, bytes gz", weights.script, 3_072)
    yield Gate("clicks from the front page", weights.clicks, 5)
    yield _count("pages that no link leads to", weights.unreached)
    yield _count("dead links", weights.dead)
    names = list(_choose(output))
    yield _count(f"Nu checker, {len(names)} pages", ask_nu(output, names))
    yield _count("html-validate, the same pages", ask_html_validate(output, names))
    articles = [name for name in names if name.startswith("articles/")]
    paragraphs, lost = ask_reader_mode(output, articles)
    yield _count(f"lost in reader mode of {paragraphs:,} paragraphs", lost)


def _choose(output: Path) -> Iterator[str]:
    """Yield the largest pages of each folder, which is of each kind."""
    files = sorted(
        output.rglob("*.html"), key=lambda path: (path.relative_to(output).parts[0], path)
    )
    for _, members in groupby(files, lambda path: path.relative_to(output).parts[0]):
        largest = sorted(members, key=lambda path: (-path.stat().st_size, path))[:SAMPLE]
        yield from (path.relative_to(output).as_posix() for path in largest)


def _count(name: str, found: tuple[str, ...] | list[str]) -> Gate:
    return Gate(name, len(found), 0, tuple(found))


if __name__ == "__main__":
    sys.exit(main())
