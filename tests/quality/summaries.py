"""Measure how much of what people wrote of events is in our excerpts, on labelled real text.

ROUGE-1 (Lin 2004, https://aclanthology.org/W04-1013/) of the excerpt of each report against the
summary that a person wrote of its event. Words are runs of letters and digits and not stemmed; the
figures are those of the library ``rouge-score``, to the last digit.
``python -m tests.quality.summaries FOLDER`` prints all figures, and the speed.
"""

import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from sitegen.corpus import summarize
from sitegen.text.sentences import split_sentences
from tests.quality.figures import Figure
from tests.quality.relating import REAL, Report, Row, read_reports, read_rows

PEOPLE = "neus_allsides_summaries"
_WORD = re.compile(r"[a-z0-9]+")


def measure_summaries(folder: Path, reports: Sequence[Report]) -> list[Figure]:
    """Return how near our excerpts are to what people wrote, beside the first three sentences."""
    pairs = list(pair_with_people(reports, read_rows(folder, PEOPLE)))
    excerpts = [report.summary.excerpt for report, _ in pairs]
    ours = _average(score_rouge1(report.summary.excerpt, target) for report, target in pairs)
    first = _average(score_rouge1(take_first(report, 3), target) for report, target in pairs)
    cut = _average(float(excerpt.endswith("…")) for excerpt in excerpts)
    return [
        Figure("summaries", "ROUGE-1", ours, 0.325, 0.316),
        Figure("summaries", "ROUGE-1 beyond the first three sentences", ours - first, 0.0),
        Figure("summaries", "cut off", cut, 0.0, is_most=True),
        Figure("summaries", "longest, characters", max(map(len, excerpts)), is_most=True),
    ]


def pair_with_people(
    reports: Sequence[Report], rows: Sequence[Row]
) -> Iterator[tuple[Report, str]]:
    """Yield each report whose headline a row names, with what a person wrote for that row.

    A row has the headlines of three reports and one summary, each after a mark of its own.
    """
    by_title = defaultdict(list)
    for report in reports:
        if report.event:
            by_title[" ".join(_split(report.title))].append(report)
    for row in rows:
        target = row["target"].split("ARTICLE=>")[1]
        for piece in row["source"].split("[SEP]"):
            title = piece.split("ARTICLE=>")[0].replace("TITLE=>", "")
            for report in by_title.get(" ".join(_split(title)), ()):
                yield report, target


def take_first(report: Report, number: int) -> str:
    """Return the first sentences of a report."""
    texts = [block.text for block in report.article.blocks if block.kind == "paragraph"]
    sentences = [one for text in texts for one in split_sentences(text)]
    return " ".join(sentences[:number])


def score_rouge1(text: str, target: str) -> float:
    """Return the F1 of the words of two texts, each as often as it is said.

    >>> score_rouge1("A ferry ran aground.", "The ferry ran late.")
    0.5
    """
    words, wanted = Counter(_split(text)), Counter(_split(target))
    total = words.total() + wanted.total()
    return 2 * (words & wanted).total() / total if total else 0.0


def _split(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _average(values: Iterator[float]) -> float:
    every = list(values)
    return sum(every) / len(every)


def main() -> None:
    """Print the figures of the sets in a folder, and the speed."""
    folder = Path(sys.argv[1])
    reports = list(read_reports(read_rows(folder, REAL)))
    for figure in measure_summaries(folder, reports):
        print(f"{figure.set:10} {figure.name:42} {figure.value:.4f}")
    started = time.process_time()
    for report in reports[:3000]:
        summarize(report.article)
    print(f"{3000 / (time.process_time() - started):.0f} summarized a CPU second")


if __name__ == "__main__":
    main()
