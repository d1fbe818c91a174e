"""The situations that are measured, each in a folder that holds a made-up site."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import make_newcomer, write_corpus
from benchmarks.measure import Cost, measure

_CLEAN_RUNS = 3
_RUNS = 5


@dataclass(frozen=True, slots=True)
class Figure:
    """One situation at one size, and the median of what it cost."""

    situation: str
    articles: int
    cost: Cost


def remove_built(site: Path) -> None:
    """Leave nothing but the seeds and templates of a site."""
    for name in ("content", "output", ".sitegen"):
        shutil.rmtree(site / name, ignore_errors=True)


def measure_start() -> Cost:
    """Return what ``sitegen --help`` costs: the price of the program itself."""
    return measure(_RUNS, lambda _: None, "--help")


def measure_size(root: Path, articles: int, clean_runs: int = _CLEAN_RUNS) -> Iterator[Figure]:
    """Yield the figures for a site of so many articles, built below ``root``."""
    site = root / str(articles)
    write_corpus(site / "seeds", articles)
    build = ("build", "--quiet", "--source", str(site))
    situations = (
        ("clean build", clean_runs, lambda _: remove_built(site)),
        ("nothing changed", _RUNS, lambda _: None),
        ("one seed added", _RUNS, lambda run: _add_seed(site, run, articles)),
        ("template changed", _RUNS, lambda run: _change_template(site, run)),
    )
    for situation, runs, prepare in situations:
        yield Figure(situation, articles, measure(runs, prepare, *build))


def _add_seed(site: Path, run: int, articles: int) -> None:
    (site / "seeds" / f"newcomer_{run}.txt").write_bytes(make_newcomer(run, articles))


def _change_template(site: Path, run: int) -> None:
    """Give the site a footer of its own, another one each time: every page must change."""
    folder = site / "templates" / "partials"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "footer.html").write_text(f"<footer>Edition {run}</footer>\n", encoding="utf-8")
