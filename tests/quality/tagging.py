"""Measure how steady the tags of real articles are: one more article should change no others.

``python -m tests.quality.tagging FOLDER`` prints the figures.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from sitegen.corpus.kinds import settle_kinds
from sitegen.corpus.spellings import join_spellings
from sitegen.corpus.tags import choose_tags, make_vocabulary
from sitegen.corpus.topics import join_topics, list_topics
from sitegen.model.summary import Summary
from tests.corpus.corpus_samples import SETTINGS
from tests.quality.figures import Figure
from tests.quality.relating import REAL, read_reports, read_rows

_ARTICLES = 1000
_NEWCOMERS = 40
_GOAL = 0.995


def measure_tagging(summaries: Sequence[Summary]) -> Iterator[Figure]:
    """Yield how many of 1,000 articles one more leaves their tags, and how many have a topic."""
    corpus, others = summaries[:_ARTICLES], summaries[_ARTICLES:][:_NEWCOMERS]
    before = list_tags(corpus)
    shares = [_compare(before, list_tags([*corpus, other])) for other in others]
    yield Figure("tags", "left by one more article, on average", sum(shares) / len(shares), _GOAL)
    yield Figure("tags", "left by one more article, at worst", min(shares), _GOAL)
    about = [any(tag.islower() for tag in tags) for tags in before]
    yield Figure("tags", "articles with a topic", sum(about) / len(about))


def list_tags(summaries: Sequence[Summary]) -> list[tuple[str, ...]]:
    """Return the tags of articles that nobody has published yet."""
    joined = join_topics(join_spellings(settle_kinds(summaries), (), ()), (), ())
    vocabulary = make_vocabulary(map(list_topics, joined), (), SETTINGS)
    return [choose_tags(one.topics, vocabulary, one.phrases) for one in joined]


def _compare(before: Sequence[object], after: Sequence[object]) -> float:
    """Return the share of the articles that have what they had."""
    return sum(one == other for one, other in zip(before, after, strict=False)) / len(before)


if __name__ == "__main__":
    rows = read_rows(Path(sys.argv[1]), REAL)[: _ARTICLES + _NEWCOMERS]
    for figure in measure_tagging([report.summary for report in read_reports(rows)]):
        print(f"{figure.set}: {figure.name}: {figure.value:.4f}")
