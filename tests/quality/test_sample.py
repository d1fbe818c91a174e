"""How well the sample seeds are read, measured against their labels; floors only go up."""

import json
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sitegen.corpus import summarize
from sitegen.corpus.dedupe import find_matches
from sitegen.ingest import parse_seed, read_lines
from sitegen.model.article import Article
from sitegen.model.seed import Intake, SeedFile
from sitegen.text.normalize import clean_line
from tests.quality.dating import Told

ROOT = Path(__file__).parents[2]
LABELS = Path(__file__).parent / "sample" / "labels.jsonl"
DATED_FLOOR = 0.85  # share of the articles that state their day, from which we read it


Label = dict[str, Any]


def read_labels() -> dict[str, list[Label]]:
    """Return the labels of each seed file, in the order of its articles."""
    by_seed = defaultdict(list)
    for row in LABELS.read_text(encoding="utf-8").splitlines():
        label = json.loads(row)
        by_seed[label["seed"]].append(label)
    return by_seed


def read_seed(name: str) -> SeedFile:
    return SeedFile(name, (ROOT / "seeds" / name).read_bytes())


def pair_articles() -> Iterator[tuple[Article, Label]]:
    for name, labels in read_labels().items():
        yield from zip(parse_seed(Intake(read_seed(name))).articles, labels, strict=True)


def clean(texts: list[str]) -> list[str]:
    return [clean_line(text) for text in texts]


def test_the_labels_cover_every_sample_seed() -> None:
    names = {path.relative_to(ROOT / "seeds").as_posix() for path in ROOT.glob("seeds/**/*.txt")}

    assert names == set(read_labels())
    assert 14 <= len(names)
    assert 24 <= len({label["group"] for labels in read_labels().values() for label in labels})


@pytest.mark.parametrize("name", sorted(read_labels()))
def test_every_article_is_read_whole_in_order_and_without_noise(name: str) -> None:
    articles = parse_seed(Intake(read_seed(name))).articles
    labels = read_labels()[name]

    assert [article.title for article in articles] == clean([one["title"] for one in labels])
    for article, label in zip(articles, labels, strict=True):
        texts: dict[str, list[str]] = {"paragraph": [], "heading": [], "correction": []}
        for block in article.blocks:
            texts[block.kind].append(block.text)
        assert texts["paragraph"] == clean(label["paragraphs"])
        assert texts["heading"] == clean(label["headings"])
        assert texts["correction"] == clean([label["correction"]] if label["correction"] else [])
        assert [one.text for one in article.captions] == clean(label["captions"])
        assert [one.credit for one in article.captions] == clean(label["caption_credits"])
        assert article.is_truncated == label["truncated"]


@pytest.mark.parametrize("name", sorted(read_labels()))
def test_the_noise_lines_are_those_of_the_labels(name: str) -> None:
    seed = read_seed(name)
    parsed = parse_seed(Intake(seed))
    labels = read_labels()[name]
    text = {clean_line(one) for label in labels for one in (label["title"], *label["paragraphs"])}

    taken = [
        line
        for line, fate in zip(read_lines(seed), parsed.lines, strict=True)
        if fate.kind == "noise" and not fate.rule.startswith("repeated")
    ]

    assert not text & set(taken)
    labelled = {clean_line(line) for label in labels for line in (*label["noise"], *label["facts"])}
    assert set(taken) <= labelled


def test_no_date_is_wrong_and_most_stated_ones_are_read() -> None:
    stated = [(article, label["date"]) for article, label in pair_articles() if label["date"]]
    read = [(article, day) for article, day in stated if article.dating.moment]

    wrong = [one.title for one, day in read if not str(one.dating.moment).startswith(day)]
    told = [(a, Told(a.dating, date.fromisoformat(one["day"]))) for a, one in pair_articles()]
    invented = [article.title for article, one in told if one.dating.moment and not one.is_right]
    assert not wrong
    assert not invented
    assert DATED_FLOOR <= len(read) / len(stated)


def test_copies_are_found_and_different_reports_are_not_merged() -> None:
    articles, labels = zip(*pair_articles(), strict=True)
    summaries = [summarize(article) for article in articles]

    matches = find_matches(summaries, articles.__getitem__).copies

    groups = [label["group"] for label in labels]
    found = list(range(len(articles)))
    for match in matches:
        joined = (found[match.first], found[match.second])
        found = [min(joined) if group in joined else group for group in found]
    assert [found.index(group) for group in found] == [groups.index(group) for group in groups]
