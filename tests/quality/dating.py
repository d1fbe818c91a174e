"""Measure how often dates are right where one is told, and how many articles have one.

The labelled seeds and the small set of ``dates/`` are our own; each case of that has the day on
which it appeared, and in ``told`` how exactly its text and what stands beside it can tell it.
The real sets are dated articles of nine years, of which only the text is read, and reports of
Wikinews with their stamps. The addresses of the articles are not given: the dates were read there.
``python -m tests.quality.dating FOLDER`` prints the figures of the real sets.
"""

import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from hashlib import blake2b
from itertools import islice
from operator import itemgetter
from pathlib import Path

from sitegen.corpus import summarize
from sitegen.corpus.dating import date_by_agreement
from sitegen.corpus.likeness import Likeness, measure_likeness
from sitegen.corpus.merge import Candidate
from sitegen.ingest import parse_seed
from sitegen.ingest.dates import read_stated_date
from sitegen.ingest.named_months import FULL_DATE, find_named
from sitegen.model.article import Article
from sitegen.model.dating import Dating, Precision
from sitegen.model.page import Page
from sitegen.model.seed import Intake, SeedFile
from sitegen.model.summary import Summary
from sitegen.text.weekdays import find_weekdays
from sitegen.text.wording import SOURCE_LANGUAGE, read_wording
from tests.publish.feed_samples import PAGE
from tests.quality.figures import Figure
from tests.quality.near_duplicates import REAL, Row, read_rows
from tests.quality.reading import pair_articles, read_labels

CASES = Path(__file__).parent / "dates" / "cases.jsonl"
DAY, MONTH = "day right where told", "month right where told"
DAY_GOAL, MONTH_GOAL = 0.95, 0.90
_WIKINEWS = "meantime_wikinews_ccby"
_FULL_DATE = re.compile(rf"(?i:\b{FULL_DATE}\b)")
_CREATED = re.compile(r'<TIMEX3[^>]*CREATION_TIME[^>]*value="([\d-]+)"')
_TOKEN = re.compile(r'<token number="\d+" sentence="(\d+)"[^>]*>([^<]*)<')
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of the date of an article, and the day on which it appeared."""

    dating: Dating
    day: date

    @property
    def is_right(self) -> bool:
        """Whether the day is in what is told."""
        moment = self.dating.moment
        letters = {"year": 4, "month": 7}.get(self.dating.precision, 10)
        return moment is not None and moment.isoformat()[:letters] == self.day.isoformat()[:letters]


def measure_labelled(folder: Path) -> list[Figure]:
    """Return the figures of the labelled seeds that state their dates, and of those that do not."""
    told, found, stated = [], 0, 0
    for seed, labels in read_labels(folder).items():
        articles = parse_seed(Intake(SeedFile(seed, (folder / "seeds" / seed).read_bytes())))
        for article, label in pair_articles(articles.articles, labels):
            if article is None or not label["day"]:
                continue
            told.append(Told(article.dating, date.fromisoformat(label["day"])))
            # A place line without its year says too little by itself.
            if label["date_evidence"] == "stamp":
                stated += 1
                found += article.dating.moment is not None
    return [
        Figure("labelled seeds", DAY, _share_right(told, "day"), DAY_GOAL),
        Figure("labelled seeds", "stamps found", found / stated),
    ]


def measure_cases() -> list[Figure]:
    """Return the figures of the small set, which is read as one corpus."""
    rows = [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()]
    articles = [article for row in rows for article in _read_case(row)]
    summaries = [summarize(article) for article in articles]
    pages = _agree(articles, summaries, measure_likeness(summaries))
    told = [
        Told(page.dating, date.fromisoformat(row["day"]))
        for page, row in zip(pages, rows, strict=True)
    ]
    as_exact = sum(one.dating.precision == row["told"] for one, row in zip(told, rows, strict=True))
    return [
        Figure("dates", DAY, _share_right(told, "day"), DAY_GOAL),
        Figure("dates", MONTH, _share_right(told, "month"), MONTH_GOAL),
        Figure("dates", "told as exactly as can be", as_exact / len(rows), 1.0),
    ]


def _read_case(row: Row) -> tuple[Article, ...]:
    name = f"{row['name']}.txt"
    sidecar = row["sidecar"].encode()
    return parse_seed(Intake(SeedFile(name, row["text"].encode(), sidecar, "a.toml"))).articles


def measure_dating(folder: Path) -> list[Figure]:
    """Return the figures of all real sets."""
    return [
        *measure_real(read_rows(folder, REAL)),
        *measure_wikinews(read_rows(folder, _WIKINEWS)),
    ]


def measure_real(rows: Sequence[Row], one_in: int = 1) -> list[Figure]:
    """Measure what the text of dated articles tells, and what dated neighbours tell of others."""
    read = list(_read_dated(rows[::one_in]))
    told = [Told(article.dating, day) for article, day in read]
    latest = [Told(dating, day) for article, day in read if (dating := _find_latest(article))]
    months = [Told(replace(one.dating, precision="month"), one.day) for one in latest]
    openings = [(_list_weekdays(article), day) for article, day in read]
    near = [
        not weekdays.isdisjoint({day.weekday(), (day - _ONE_DAY).weekday()})
        for weekdays, day in openings
        if weekdays
    ]
    name, share = "real dates", len(latest) / (len(read) or 1)
    return [
        Figure(name, DAY, _share_right(told, "day"), DAY_GOAL, _share_right(latest, "day")),
        Figure(name, "told to the day", _share_told(told, "day"), None, share),
        Figure(name, MONTH, _share_right(told, "month"), MONTH_GOAL, _share_right(months, "month")),
        Figure(name, "told to the month", _share_told(told, "month"), None, share),
        # The weekday rule, which cannot tell the one from the other, and knows no week.
        Figure(name, "weekday is that day or the one before", sum(near) / (len(near) or 1)),
        *_measure_agreement(read),
    ]


def measure_wikinews(rows: Sequence[Row]) -> list[Figure]:
    """Measure the stamps of reports that have one below the headline."""
    told = []
    for row in rows:
        lines: dict[str, list[str]] = {}
        for sentence, token in _TOKEN.findall(row["xml"]):
            lines.setdefault(sentence, []).append(token)
        text = "\n".join(" ".join(line).replace(" ,", ",") for line in lines.values())
        articles = parse_seed(Intake(SeedFile("a.txt", text.encode()))).articles
        created = _CREATED.search(row["xml"])
        day = _read_day(created[1]) if created else None
        if day and articles:
            told.append(Told(articles[0].dating, day))
    return [
        Figure("wikinews", DAY, _share_right(told, "day"), DAY_GOAL),
        Figure("wikinews", "told to the day", _share_told(told, "day")),
    ]


def _read_dated(rows: Iterable[Row]) -> Iterator[tuple[Article, date]]:
    """Yield the first article of each row that has a date, and the day."""
    for row in rows:
        day = _read_day(row["date"])
        articles = parse_seed(Intake(SeedFile(f"{row['id']}.txt", row["text"].encode()))).articles
        if day and articles:
            yield articles[0], day


def _read_day(text: str) -> date | None:
    if "/" in text:  # month, day, year
        month, day, year = text.split("/")
        text = f"{year}-{month}-{day}"
    found = read_stated_date(text, "")
    return found.moment.date() if found and found.moment else None


def _measure_agreement(read: Sequence[tuple[Article, date]]) -> list[Figure]:
    """Measure what is told of one half of the articles by the dates of the other half."""
    articles = [
        replace(article, dating=_state(day)) if _is_known(article) else article
        for article, day in read
    ]
    summaries = [summarize(article) for article in articles]
    likeness = measure_likeness(summaries)
    pages = _agree(articles, summaries, likeness)
    told, alone = [], []
    for index, (article, (_, day)) in enumerate(zip(articles, read, strict=True)):
        if article.dating.moment:
            continue
        told.append(Told(pages[index].dating, day))
        near = (other for other in likeness.neighbours[index] if _is_known(articles[other]))
        alone += [
            Told(replace(articles[nearest].dating, precision="month"), day)
            for nearest in islice(near, 1)
        ]
    name = "dates by agreement"
    share = len(alone) / (len(told) or 1)
    return [
        Figure(name, MONTH, _share_right(told, "month"), MONTH_GOAL, _share_right(alone, "month")),
        Figure(name, "told to the month", _share_told(told, "month"), None, share),
    ]


def _agree(
    articles: Sequence[Article], summaries: Sequence[Summary], likeness: Likeness
) -> list[Page]:
    """Return a page of each article, those without a date dated by the others where that can be."""
    texts = [
        Candidate(article, summary, None, is_kept=False)
        for article, summary in zip(articles, summaries, strict=True)
    ]
    pages = [
        replace(PAGE, id=article.seed, title=article.title, dating=article.dating)
        for article in articles
    ]
    words = read_wording(SOURCE_LANGUAGE)
    return date_by_agreement(pages, texts, likeness, lambda dating: dating, words)


def _state(day: date) -> Dating:
    return Dating(datetime(day.year, day.month, day.day, 12, tzinfo=UTC), "day", "")


def _is_known(article: Article) -> bool:
    """Tell whether an article is of the half whose dates are given."""
    return blake2b(article.seed.encode(), digest_size=1).digest()[0] % 2 == 0


def _find_latest(article: Article) -> Dating | None:
    """Return the latest full date in a text, as a simple rule would."""
    texts = (*(block.text for block in article.blocks), *(one.text for one in article.captions))
    found = (
        read_stated_date(match[0], "") for text in texts for match in find_named(_FULL_DATE, text)
    )
    known = [(dating.moment, dating) for dating in found if dating and dating.moment]
    return max(known, key=itemgetter(0))[1] if known else None


def _list_weekdays(article: Article) -> frozenset[int]:
    """Return the weekdays of the opening."""
    paragraphs = [block.text for block in article.blocks if block.kind == "paragraph"]
    return find_weekdays("\n".join(paragraphs[:2]))


def _share_right(told: Iterable[Told], precision: Precision) -> float:
    """Return how many of those that are told so exactly are right; of none, all."""
    right = [one.is_right for one in told if one.dating.precision == precision]
    return sum(right) / len(right) if right else 1.0


def _share_told(told: Sequence[Told], precision: Precision) -> float:
    return sum(one.dating.precision == precision for one in told) / (len(told) or 1)


if __name__ == "__main__":
    for figure in measure_dating(Path(sys.argv[1])):
        others = "" if figure.baseline is None else f"(others {figure.baseline:.4f})"
        print(f"{figure.set:20} {figure.name:40} {figure.value:.4f} {others}")
