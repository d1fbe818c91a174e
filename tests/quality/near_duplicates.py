"""Measure how well copies are found and other reports kept apart, on labelled real text.

Pure functions of labelled rows. Each row is read as a seed of its own, so that splitting and
noise count as they do in a build; two rows are one where an article of the one and an article of
the other end in one group. ``python -m tests.quality.near_duplicates FOLDER`` prints all figures.
"""

import gzip
import json
import re
import sys
import time
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import combinations
from pathlib import Path
from typing import Any

from sitegen.corpus.candidates import find_candidates
from sitegen.corpus.dedupe import Match, Matches, find_matches
from sitegen.corpus.fingerprint import join_words, read_paragraphs, take_fingerprint
from sitegen.corpus.versions import link_versions
from sitegen.ingest import parse_seed
from sitegen.model.article import Article
from sitegen.model.dating import UNKNOWN, Dating
from sitegen.model.page import Page
from sitegen.model.seed import Intake, SeedFile
from sitegen.model.summary import Summary, Terms
from sitegen.text.words import split_words
from tests.publish.feed_samples import PAGE
from tests.quality.figures import Figure

Row = Mapping[str, Any]
Pair = tuple[str, str]

SYNTHETIC = "synthetic_neardup_seed20240616"
REAL = "allsides_articles"
GOLD = "allsides_neardup_gold"
WIRE = "reuters21578"
COPY_KINDS = ("base", "chrome", "combo", "edit", "head", "trunc")
SPEED = "articles a CPU second"
OTHER_KINDS = ("gallery", "samestory", "template")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Reading:
    """The articles of some rows, whose row each is, and what was found of them."""

    articles: Sequence[Article]
    owners: Sequence[str]
    matches: Matches
    seconds: float
    bytes: int
    candidates: int


def measure_near_duplicates(folder: Path) -> list[Figure]:
    """Return all figures but speed, which is no floor: it is the machine's as much as ours."""
    return [figure for figure in measure_all(folder) if figure.name != SPEED]


def measure_all(folder: Path) -> Iterator[Figure]:
    """Yield all figures of all sets."""
    yield from measure_synthetic(read_rows(folder, SYNTHETIC))
    yield from measure_real(read_rows(folder, REAL), read_rows(folder, GOLD))
    yield from measure_wire(read_rows(folder, WIRE))


def measure_synthetic(rows: Sequence[Row], one_in: int = 1) -> list[Figure]:
    """Measure copies made of real articles by kind of change, and what looks like copies."""
    kept = [row for row in rows if any(group % one_in == 0 for group in row["g"])]
    reading = read_articles([(row["id"], row["text"]) for row in kept])
    found = pair_rows(reading)
    kind_of = {row["id"]: row["kind"] for row in kept}
    groups: dict[int, list[str]] = defaultdict(list)
    for row in kept:
        for group in row["g"]:
            groups[group].append(row["id"])
    wanted = {_sort(pair) for ids in groups.values() for pair in combinations(ids, 2)}

    def of(kind: str, pairs: Iterable[Pair]) -> set[Pair]:
        return {pair for pair in pairs if kind in (kind_of[pair[0]], kind_of[pair[1]])}

    found_whole, wanted_whole = found - of("concat", found), wanted - of("concat", wanted)
    figures = [
        Figure("synthetic", "F1", _score(found_whole, wanted_whole), 0.998, 0.986),
        *(
            Figure(
                "synthetic",
                f"F1 of {kind}",
                _score(of(kind, found_whole), of(kind, wanted_whole)),
                0.99,
                None,
            )
            for kind in COPY_KINDS
        ),
        # What is left to do is splitting: a file that is read as one article is like one only.
        Figure(
            "synthetic", "run-together recall", _recall_concat(kept, found, kind_of), 0.99, None
        ),
    ]
    for kind in OTHER_KINDS:
        merged = {row_id for pair in of(kind, found - wanted) for row_id in pair}
        number = sum(row["kind"] == kind for row in kept)
        share = 1 - len(merged) / (number or 1)
        # A few rows of these are one report that was filed twice: one is not quite reached.
        figures.append(Figure("synthetic", f"{kind} kept apart", share, 1.0, None))
    return [*figures, *_measure_cost("synthetic", reading)]


def measure_real(rows: Sequence[Row], gold: Sequence[Row], one_in: int = 1) -> list[Figure]:
    """Measure copies and versions among real articles of many outlets, by pairs with a label."""
    labels = {_sort((row["a"], row["b"])): row["label"] for row in gold}
    labelled = {row_id for pair in labels for row_id in pair}
    kept = [row for number, row in enumerate(rows) if row["id"] in labelled or number % one_in == 0]
    reading = read_articles([(row["id"], row["text"]) for row in kept])
    found = pair_rows(reading)
    by_label: dict[str, set[Pair]] = defaultdict(set)
    for pair, label in labels.items():
        by_label[label].add(pair)
    dated = _pair_versions(reading, {row["id"]: row["date"] for row in kept}) - found
    undated = _pair_versions(reading, {}) - found
    copies, others = by_label["dup"], by_label["not"]
    versions = by_label["version"]
    known = copies | versions | others
    return [
        Figure("real", "duplicates found", len(copies & found) / len(copies), 1.0, 26 / 33),
        Figure("real", "unrelated kept apart", 1 - len(others & found) / len(others), 1.0, None),
        Figure("real", "version precision", _share(dated & versions, dated & known), 0.95, None),
        Figure("real", "version recall", _share(dated & versions, versions - found), None, None),
        Figure(
            "real", "undated precision", _share(undated & versions, undated & known), 0.95, None
        ),
        Figure("real", "undated recall", _share(undated & versions, versions - found), None, None),
        Figure("real", "merged without a label", len(found - known), None, None, is_most=True),
        *_measure_cost("real", reading),
    ]


def measure_wire(rows: Sequence[Row], one_in: int = 1) -> list[Figure]:
    """Count what is merged among short wires of many forms, by headline and topic."""
    kept = rows[::one_in]
    reading = read_articles([(row["id"], f"{row['title']}\n\n{row['text']}") for row in kept])
    found = pair_rows(reading)
    by_id = {row["id"]: row for row in kept}
    agreeing = sum(_agree(by_id[one], by_id[other]) for one, other in found)
    return [
        Figure("wire", "of one headline or topic", agreeing / (len(found) or 1), None, None),
        *_measure_cost("wire", reading),
    ]


def _agree(one: Row, other: Row) -> bool:
    if one["topics"] == other["topics"]:
        return True
    words, others = (set(split_words(row["title"])) for row in (one, other))
    return min(len(words), len(others)) <= 2 * len(words & others)


def read_rows(folder: Path, name: str) -> list[Row]:
    """Return the rows of one set."""
    with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def read_articles(texts: Iterable[tuple[str, str]]) -> Reading:
    """Read texts by their ids as seeds, and find which of their articles are akin."""
    articles, owners = [], []
    for row_id, text in texts:
        for article in parse_seed(Intake(SeedFile(f"{row_id}.txt", text.encode()))).articles:
            articles.append(article)
            owners.append(row_id)
    started = time.process_time()
    summaries = [_summarize(article) for article in articles]
    matches = find_matches(summaries, articles.__getitem__)
    seconds = time.process_time() - started
    size = sum(
        len(one.fingerprint.sketch + one.fingerprint.lead + one.fingerprint.lines)
        for one in summaries
    )
    return Reading(articles, owners, matches, seconds, size, len(find_candidates(summaries).pairs))


def pair_rows(reading: Reading) -> set[Pair]:
    """Return the pairs of rows that have an article in one group."""
    groups = list(range(len(reading.articles)))

    def find_root(index: int) -> int:
        while groups[index] != index:
            groups[index] = groups[groups[index]]
            index = groups[index]
        return index

    for match in reading.matches.copies:
        low, high = sorted((find_root(match.first), find_root(match.second)))
        groups[high] = low
    members: dict[int, set[str]] = defaultdict(set)
    for index, owner in enumerate(reading.owners):
        members[find_root(index)].add(owner)
    return {pair for ids in members.values() for pair in combinations(sorted(ids), 2)}


def _pair_versions(reading: Reading, dates: Mapping[str, str]) -> set[Pair]:
    """Return the pairs of rows that would be linked as versions, dated as given."""
    pages = [
        _make_page(article, dates.get(owner, ""))
        for article, owner in zip(reading.articles, reading.owners, strict=True)
    ]
    owner_of = {page.slug: owner for page, owner in zip(pages, reading.owners, strict=True)}

    def place(match: Match) -> tuple[int, int, Match]:
        return (match.first, match.second, match)

    linked = link_versions(pages, map(place, reading.matches.versions))
    return {
        _sort((reading.owners[index], owner_of[version.slug]))
        for index, versions in linked.items()
        for version in versions
        if reading.owners[index] != owner_of[version.slug]
    }


def _make_page(article: Article, date: str) -> Page:
    slug = f"{article.seed}#{article.ordinal}"
    dating = UNKNOWN
    if _DATE.fullmatch(date):
        dating = Dating(datetime.fromisoformat(f"{date}T12:00:00+00:00"), "day", date)
    return replace(PAGE, id=slug, slug=slug, title=article.title, dating=dating)


def _summarize(article: Article) -> Summary:
    """Return of a summary only what copies are found by."""
    paragraphs = read_paragraphs(article)
    words = len(join_words(paragraphs))
    fingerprint = take_fingerprint(paragraphs)
    terms = Terms("", b"")
    return Summary(article.digest, words, fingerprint, terms, (), (), excerpt="", moment=None)


def _measure_cost(name: str, reading: Reading) -> list[Figure]:
    """Return speed and size."""
    number = len(reading.articles)
    return [
        Figure(name, SPEED, number / (reading.seconds or 1), 2000, 925),
        Figure(name, "bytes an article", reading.bytes / number, 800, 727, is_most=True),
        Figure(
            name, "candidates an article", reading.candidates / number, None, None, is_most=True
        ),
    ]


def _recall_concat(
    rows: Iterable[Row], found: Collection[Pair], kind_of: Mapping[str, str]
) -> float:
    """Return how many of the articles in run-together files were found to be copies."""
    base = {row["g"][0]: row["id"] for row in rows if kind_of[row["id"]] == "base"}
    wanted = [
        _sort((row["id"], base[group]))
        for row in rows
        if kind_of[row["id"]] == "concat"
        for group in row["g"]
        if group in base
    ]
    return sum(pair in found for pair in wanted) / (len(wanted) or 1)


def _score(found: set[Pair], wanted: set[Pair]) -> float:
    """Return F1 of pairs."""
    return 2 * len(found & wanted) / ((len(found) + len(wanted)) or 1)


def _share(part: set[Pair], whole: set[Pair]) -> float:
    return len(part) / (len(whole) or 1)


def _sort(pair: tuple[str, str]) -> Pair:
    return min(pair), max(pair)


def _write(figure: Figure) -> str:
    goal = "no goal" if figure.goal is None else f"goal {figure.goal}"
    return f"{figure.set:10} {figure.name:26} {figure.value:10.4f}  {goal}"


if __name__ == "__main__":
    sys.stdout.write("\n".join(map(_write, measure_all(Path(sys.argv[1])))) + "\n")
