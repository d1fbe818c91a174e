"""Measure how well other reports of an event are found and gathered, on labelled real text.

Reports of one event, as editors put them together: recall among the five most alike, and stories
by B-cubed F1 (Bagga and Baldwin 1998, https://aclanthology.org/P98-1012/). Each row is read as a
seed of its own with its title above it. ``python -m tests.quality.relating FOLDER`` prints all
figures, and how many articles a second are compared.
"""

import gzip
import json
import sys
import time
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sitegen.corpus import summarize
from sitegen.corpus.bonds import tell_times
from sitegen.corpus.likeness import Likeness, measure_likeness
from sitegen.corpus.stories import name_stories
from sitegen.corpus.timing import measure_nearness
from sitegen.ingest import parse_seed
from sitegen.model.article import Article
from sitegen.model.dating import UNKNOWN, Dating
from sitegen.model.page import Page
from sitegen.model.seed import Intake, SeedFile
from sitegen.model.summary import Summary
from tests.publish.feed_samples import PAGE
from tests.quality.figures import Figure

Row = Mapping[str, Any]

REAL = "allsides_articles"
_NEAREST = 5
_SOME = 1000
_ADDED = 5  # articles of these, one at a time


@dataclass(frozen=True, slots=True)
class Report:
    """A report of an event, empty if unknown: as it was read, what is remembered, its page.

    ``title`` is that of the row.
    """

    title: str
    article: Article
    summary: Summary
    page: Page
    event: str


def measure_relating(folder: Path, every: Sequence[Report]) -> list[Figure]:
    """Return all figures of related articles and stories; ``every`` are all reports of ``REAL``."""
    events = [report for report in every if report.event]
    return [
        *measure_recall("related", events),
        Figure("related", "recall@5 among all 8,514", recall(every, is_dated=True)),
        Figure("related", "lists that one more leaves", measure_stability(every[:_SOME]), 0.9),
        Figure("stories", "B-cubed F1", measure_stories(events), 0.9, 0.884),
        Figure("stories", "B-cubed F1, undated", measure_stories([*map(_forget_date, events)])),
        Figure("stories", "B-cubed F1 of BASIL", _measure_set(folder, "basil"), 0.94, 0.931),
        Figure("stories", "look-alikes kept apart", measure_look_alikes(folder)),
    ]


def read_rows(folder: Path, name: str) -> list[Row]:
    """Return the rows of one set."""
    with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def read_reports(rows: Iterable[Row]) -> Iterator[Report]:
    """Yield the first article of each row, dated as the row says."""
    for row in rows:
        title, text = row.get("title", ""), row["text"]
        seed = text if text.startswith(title[:40]) else f"{title}\n\n{text}"
        articles = parse_seed(Intake(SeedFile(f"{row['id']}.txt", seed.encode()))).articles
        for article in articles[:1]:
            dating = _read_date(row.get("date", ""))
            summary = replace(summarize(article), moment=dating.moment)
            page = replace(PAGE, id=row["id"], slug=row["id"], title=article.title, dating=dating)
            page = replace(page, story="", tags=())
            yield Report(title, article, summary, page, str(row["story"] or ""))


def _read_date(text: str) -> Dating:
    try:
        moment = datetime.fromisoformat(text).replace(hour=12, tzinfo=UTC)
    except ValueError:
        return UNKNOWN
    return Dating(moment, "day", text)


def measure_recall(name: str, reports: Sequence[Report]) -> list[Figure]:
    """Measure which share of the other reports of an event is among the five best."""
    return [
        Figure(name, "recall@5, dated", recall(reports, is_dated=True), 0.95, 0.944),
        Figure(name, "recall@5, undated", recall(reports, is_dated=False), 0.89, 0.874),
    ]


def recall(reports: Sequence[Report], *, is_dated: bool) -> float:
    """Return the mean share, over the articles whose event has others."""
    found = [report if is_dated else _forget_date(report) for report in reports]
    nearest = list(find_nearest(found))
    sizes = Counter(report.event for report in reports if report.event)
    shares = []
    for report, others in zip(reports, nearest, strict=True):
        wanted = sizes[report.event] - 1
        if 0 < wanted:
            hits = sum(reports[other].event == report.event for other in others)
            shares.append(hits / min(wanted, _NEAREST))
    return sum(shares) / len(shares)


def _forget_date(report: Report) -> Report:
    page = replace(report.page, dating=UNKNOWN)
    return replace(report, summary=replace(report.summary, moment=None), page=page)


def find_nearest(reports: Sequence[Report]) -> Iterator[list[int]]:
    """Yield for each report the five that are most like it and near in time."""
    likeness = measure_likeness([report.summary for report in reports])
    times = tell_times([report.page for report in reports], likeness)
    for index, cosines in enumerate(likeness.neighbours):
        scores = {
            other: cosine * measure_nearness(times[index], times[other])
            for other, cosine in cosines.items()
        }
        ranked = sorted(scores, key=lambda other: (-scores[other], reports[other].page.id))
        yield ranked[:_NEAREST]


def measure_stability(reports: Sequence[Report]) -> float:
    """Return the share of the articles whose five a new article leaves, or only joins.

    The mean of several, each in turn left out and then added as the last one.
    """
    shares = []
    for number in range(_ADDED):
        place = (number + 1) * len(reports) // (_ADDED + 1)
        others = [*reports[:place], *reports[place + 1 :]]
        before = find_nearest(others)
        after = find_nearest([*others, reports[place]])
        new = len(others)
        same = [
            [other for other in later if other != new] == earlier[: len(later) - (new in later)]
            for earlier, later in zip(before, after, strict=False)
        ]
        shares.append(sum(same) / len(same))
    return sum(shares) / len(shares)


def measure_stories(reports: Sequence[Report]) -> float:
    """Return how well the stories are the events."""
    likeness = measure_likeness([report.summary for report in reports])
    return _score_stories(reports, likeness)


def _measure_set(folder: Path, name: str) -> float:
    return measure_stories(list(read_reports(read_rows(folder, name))))


def _score_stories(reports: Sequence[Report], likeness: Likeness) -> float:
    stories = name_stories([report.page for report in reports], likeness)
    alone = [story or report.page.id for story, report in zip(stories, reports, strict=True)]
    return score_bcubed([report.event for report in reports], alone)


def measure_look_alikes(folder: Path) -> float:
    """Return the share of reports of look-alike events with nothing of the other event beside them.

    Each topic of ECB+ has two events of one kind, such as two earthquakes.
    """
    rows = read_rows(folder, "ecbplus")
    topics = {row["id"]: row["topic"] for row in rows}
    reports = list(read_reports(rows))
    likeness = measure_likeness([report.summary for report in reports])
    stories = name_stories([report.page for report in reports], likeness)
    events: dict[tuple[str, int], set[str]] = {}
    for story, report in zip(stories, reports, strict=True):
        events.setdefault((story, topics[report.page.id]), set()).add(report.event)
    pure = [
        story == "" or len(events[story, topics[report.page.id]]) == 1
        for story, report in zip(stories, reports, strict=True)
    ]
    return sum(pure) / len(pure)


def score_bcubed(wanted: Sequence[Hashable], found: Sequence[Hashable]) -> float:
    """Return B-cubed F1 of two ways to group the same things.

    >>> score_bcubed("aabb", "xxyy"), round(score_bcubed("aabb", "xxxx"), 3)
    (1.0, 0.667)
    """
    together = Counter(zip(wanted, found, strict=True))
    sizes, others = Counter(wanted), Counter(found)
    precision = sum(count * count / others[group] for (_, group), count in together.items())
    recalled = sum(count * count / sizes[event] for (event, _), count in together.items())
    return 2 * precision * recalled / ((precision + recalled) * len(wanted))


def main() -> None:
    """Print the figures of the sets in a folder, and the speed."""
    folder = Path(sys.argv[1])
    reports = list(read_reports(read_rows(folder, REAL)))
    for figure in measure_relating(folder, reports):
        print(f"{figure.set:10} {figure.name:30} {figure.value:.4f}")
    summaries = [report.summary for report in reports[:3000]]
    started = time.process_time()
    measure_likeness(summaries)
    print(f"{len(summaries) / (time.process_time() - started):.0f} compared a CPU second")


if __name__ == "__main__":
    main()
