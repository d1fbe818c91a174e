"""Count the articles that one CPU second reads and sketches: ``python -m benchmarks.reading``.

Our own labelled and sample seeds, and longer articles of ``../shared/eval`` where it stands beside
the project. Each set is read ``--runs`` times and the best run counts: other work on the machine
makes a run longer and never shorter.
"""

import argparse
import gzip
import json
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from time import process_time

from sitegen.app.process import spare_collector
from sitegen.corpus.fingerprint import read_paragraphs, take_fingerprint
from sitegen.ingest import parse_seed
from sitegen.model.article import Article
from sitegen.model.seed import Intake, SeedFile

ROOT = Path(__file__).parent.parent
EVAL = ROOT.parent / "shared" / "eval"
ROWS = 400  # of each set beside the project
_REAL = ("synthetic_neardup_seed20240616.jsonl.gz", "allsides_articles.jsonl.gz")


def main() -> None:
    """Print a table: the size of an article, and how many a CPU second reads, sketches, both."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading", description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="of each set (%(default)s)")
    runs = parser.parse_args().runs
    spare_collector()  # as each command does
    print("| set | articles | kB each | read a CPU s | sketched | both |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for name, intakes in _list_sets():
        read = _time(partial(_read, intakes), runs)
        articles = _read(intakes)
        sketched = _time(partial(_sketch, articles), runs)
        count = len(articles)
        size = sum(len(one.seed.data) for one in intakes) / count / 1_000
        rates = (count / read, count / sketched, count / (read + sketched))
        print(f"| {name} | {count:,} | {size:.1f} |", *(f"{rate:,.0f} |" for rate in rates))
    if not EVAL.is_dir():
        print("the real sets are not beside this checkout: only our own seeds are measured")


def _list_sets() -> Iterator[tuple[str, list[Intake]]]:
    """Yield the sets that are there; the first reading of any loads what rules need."""
    for name, folder in (("labelled", "tests/quality/labelled/seeds"), ("sample", "seeds")):
        paths = sorted((ROOT / folder).rglob("*.txt"))
        yield name, [Intake(SeedFile(path.name, path.read_bytes())) for path in paths]
    for file in _REAL:
        if (EVAL / file).is_file():
            with gzip.open(EVAL / file, "rt", encoding="utf-8") as lines:
                rows = [json.loads(line) for line in islice(lines, ROWS)]
            texts = [f"{row['title'] or ''}\n\n{row['text']}".strip() for row in rows]
            yield file.partition("_")[0], [Intake(SeedFile("a.txt", one.encode())) for one in texts]


def _read(intakes: Sequence[Intake]) -> list[Article]:
    return [article for intake in intakes for article in parse_seed(intake).articles]


def _sketch(articles: Sequence[Article]) -> None:
    for article in articles:
        take_fingerprint(read_paragraphs(article))


def _time(work: Callable[[], object], runs: int) -> float:
    """Return the CPU seconds of the best run, after one that loads what is needed."""
    work()
    seconds = []
    for _ in range(runs):
        begin = process_time()
        work()
        seconds.append(process_time() - begin)
    return min(seconds)


if __name__ == "__main__":
    main()
