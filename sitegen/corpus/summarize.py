"""Summarize one article for every later comparison."""

import math
import re
from collections import Counter

from sitegen.corpus.entities import find_mentions, weigh_topics
from sitegen.corpus.fingerprint import join_words, read_paragraphs, take_fingerprint
from sitegen.model.article import PROSE_KINDS, Article, BlockKind
from sitegen.model.summary import Summary
from sitegen.text.dateline import split_dateline
from sitegen.text.english import STOPWORDS
from sitegen.text.summary import make_excerpt
from sitegen.text.words import split_words

_PLURAL = re.compile(r"'s$|(?<=..)ies$|(?<=[^\Wsuiy])s$")
_SHORTEST = 3  # letters of a word that can tell articles apart
_TERMS = 60
_TITLE_WEIGHT = 2.0
_LEAD_WORDS = 90
_LEAD_WEIGHT = 1.5


def summarize(article: Article) -> Summary:
    """Return what the corpus needs to know of an article; slow, pure, and worth remembering."""
    written = read_paragraphs(article)
    words = join_words(written)
    prose = _read_prose(article, PROSE_KINDS)
    mentions = find_mentions(prose)
    return Summary(
        digest=article.digest,
        words=len(words),
        fingerprint=take_fingerprint(written),
        terms=_weigh_terms(split_words(article.title), words),
        mentions=mentions,
        topics=weigh_topics(mentions, article.title, prose),
        excerpt=make_excerpt(_read_prose(article, frozenset({"paragraph"})) or prose),
        moment=article.dating.moment,
    )


def _read_prose(article: Article, kinds: frozenset[BlockKind]) -> list[str]:
    """Return the sentences of some kinds of block, without the place line before the first."""
    texts = [block.text for block in article.blocks if block.kind in kinds]
    texts[:1] = [split_dateline(first)[1] for first in texts[:1]]
    return texts


def _weigh_terms(title: list[str], words: list[str]) -> tuple[tuple[str, float], ...]:
    """Return the heaviest words: saturated frequency, more for those in title and lead."""
    title, words = _fold_plurals(title), _fold_plurals(words)
    counts = Counter(word for word in (*words, *title) if _is_term(word))
    in_title = set(title)
    in_lead = set(words[:_LEAD_WORDS])
    weighted = [
        (
            word,
            round(
                (1 + math.log(count))
                * (_TITLE_WEIGHT if word in in_title else 1.0)
                * (_LEAD_WEIGHT if word in in_lead else 1.0),
                3,
            ),
        )
        for word, count in counts.items()
    ]
    weighted.sort(key=lambda pair: (-pair[1], pair[0]))
    return tuple(weighted[:_TERMS])


def _fold_plurals(words: list[str]) -> list[str]:
    """Return ``ferries'`` and ``ferry's`` as ``ferry``, as far as an ending can tell."""
    return [_PLURAL.sub(lambda match: "y" if match[0] == "ies" else "", word) for word in words]


def _is_term(word: str) -> bool:
    return _SHORTEST <= len(word) and word not in STOPWORDS and not word.isdigit()
