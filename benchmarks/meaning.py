"""How many articles a CPU second learns all that a site says of them, in one process.

That is names, topics, tags, excerpts, dates, stories and related articles: what is remembered of
each article, and then the comparison of all. ``python -m benchmarks.meaning`` reads made-up
articles; with a file of JSON lines that have a ``title`` and a ``text``, packed by gzip, it reads
the first thousand of those.
"""

import gzip
import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from time import process_time

from benchmarks.corpus import make_corpus
from sitegen.app.config import DEFAULTS
from sitegen.app.process import spare_collector
from sitegen.corpus import make_pages, summarize
from sitegen.ingest import parse_seed
from sitegen.model.record import Record
from sitegen.model.seed import Intake, SeedFile

_ARTICLES = 1000
_NOW = datetime(2024, 7, 1, tzinfo=UTC)


def main() -> None:
    """Print what the articles of a file, or made-up ones, cost."""
    spare_collector()  # as each command does
    seeds = _read_rows(Path(sys.argv[1])) if sys.argv[1:] else _make_seeds()
    articles = [article for seed in seeds for article in parse_seed(Intake(seed)).articles]
    words = sum(len(block.text.split()) for one in articles for block in one.blocks)
    started = process_time()
    summaries = list(map(summarize, articles))
    summarized = process_time()
    make_pages(articles, summaries, Record((), (), ()), DEFAULTS, _NOW)
    compared = process_time()
    print(f"{len(articles):,} articles of {words // len(articles)} words, in a CPU second:")
    _tell("summarize each", len(articles), summarized - started)
    _tell("compare all", len(articles), compared - summarized)
    _tell("both", len(articles), compared - started)


def _tell(what: str, articles: int, seconds: float) -> None:
    print(f"  {what}: {articles / seconds:,.0f}")


def _make_seeds() -> Iterator[SeedFile]:
    return (SeedFile(seed.name, seed.data) for seed in make_corpus(_ARTICLES))


def _read_rows(path: Path) -> Iterator[SeedFile]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, row in enumerate(map(json.loads, islice(lines, _ARTICLES))):
            text = f"{row.get('title') or ''}\n\n{row['text']}"
            yield SeedFile(f"{number}.txt", text.encode())


if __name__ == "__main__":
    main()
