"""Measure the gates of a site, and ask other people's checkers.

``make audit`` looks at the sample site; ``make audit ARGS='--articles 10000'`` at a generated one,
and ``ARGS='--built output'`` at one that is there. It needs node, Java and Chromium. What needs the
sample site alone, such as the way of the keys, is in tests/browser.
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
from tests.audit.browsing import CHROMIUM, look_at_pages, open_browser, weigh_searches
from tests.audit.checkers import (
    SNIFFER,
    VOCABULARY,
    ask_feedsmith,
    ask_html_validate,
    ask_lighthouse,
    ask_nu,
    ask_reader_mode,
    fetch_checkers,
)
from tests.audit.vocabulary import check_linked_data, read_vocabulary
from tests.audit.weights import weigh_site
from tests.browser.sample_site import build_sample_site

# Pages of one folder that the checkers are asked about.
SAMPLE = 20
# Of those, how many a browser looks at; of all, which Lighthouse is asked about.
LOOKED_AT = 2
SCORED = ("index.html", "articles/", "tags/", "search/")
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
    parser.add_argument("--built", type=Path, metavar="OUTPUT", help="a site that is there")
    arguments = parser.parse_args()
    fetch_checkers()
    missed = False
    with TemporaryDirectory() as folder:
        output = arguments.built or Path(folder) / "output"
        if not arguments.built:
            _build(Path(folder) / "site", output, arguments.articles)
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
    yield Gate("style sheet, bytes gz", weights.style, 4_000)
    yield Gate("script of the search, bytes gz", weights.search_script, 3_000)
    yield Gate("heaviest other script, bytes gz", weights.script, 2_000)
    yield Gate("files of an article's cold visit", weights.files, 4)
    yield Gate("an article's cold visit, bytes gz", weights.cold, 20_000)
    yield Gate("clicks from the front page", weights.clicks, 5)
    yield _count("pages that no link leads to", weights.unreached)
    yield _count("dead links and anchors", weights.dead)
    names = list(_choose(output))
    yield _count(f"Nu checker, {len(names)} pages", ask_nu(output, names))
    yield _count("html-validate, the same pages", ask_html_validate(output, names))
    articles = [name for name in names if name.startswith("articles/")]
    paragraphs, lost = ask_reader_mode(output, articles)
    yield _count(f"lost in reader mode of {paragraphs:,} paragraphs", lost)
    items, differing = ask_feedsmith(output)
    yield _count(f"feedsmith, {items:,} items in three formats", differing)
    said = check_linked_data(output, names, read_vocabulary(VOCABULARY))
    yield _count("JSON-LD that schema.org does not know", said)
    yield from _browse(output, names)


def _browse(output: Path, names: list[str]) -> Iterator[Gate]:
    chosen = [name for name in names if _is_framed(output / name)]
    groups = groupby(chosen, lambda name: name.partition("/")[0])
    few = [name for _, members in groups for name in list(members)[:LOOKED_AT]]
    with open_browser() as browser:
        seen = look_at_pages(browser, output, few, SNIFFER)
        sizes = weigh_searches(browser, output)
    yield _count(f"axe with target-size, {len(few)} pages, two screens", seen.axe)
    yield _count("HTML_CodeSniffer, the same", seen.sniffer)
    yield _count("lost or sideways at 320 and 1280 pixels", seen.lost)
    yield _count("layout shifts", seen.shifted)
    yield _count("console, policy and requests elsewhere", seen.complaints)
    yield Gate(f"heaviest of {len(sizes)} searches, open to answer", max(sizes), 60_000)
    scored = [next(name for name in few if name.startswith(start)) for start in SCORED]
    yield _count(
        f"Lighthouse under 100, {len(scored)} pages, two screens",
        ask_lighthouse(output, scored, CHROMIUM),
    )


def _is_framed(path: Path) -> bool:
    return b"<main" in path.read_bytes() and path.name != "404.html"


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
