"""Summarize one article for every later comparison."""

from sitegen.corpus.entities import find_mentions, weigh_topics
from sitegen.corpus.excerpt import make_excerpt
from sitegen.corpus.fingerprint import join_words, read_paragraphs, take_fingerprint
from sitegen.corpus.terms import weigh_terms
from sitegen.corpus.time_hints import read_time_hints
from sitegen.corpus.topics import weigh_phrases
from sitegen.model.article import PROSE_KINDS, Article, BlockKind
from sitegen.model.summary import Summary
from sitegen.text.dateline import split_dateline
from sitegen.text.words import split_words


def summarize(article: Article) -> Summary:
    """Return what the corpus needs to know of an article; slow, pure, and worth remembering."""
    written = read_paragraphs(article)
    words = join_words(written)
    prose = _read_prose(article, PROSE_KINDS)
    mentions = find_mentions(prose, article.lang)
    terms = weigh_terms(split_words(article.title), words, article.lang)
    return Summary(
        digest=article.digest,
        words=len(words),
        fingerprint=take_fingerprint(written),
        terms=terms,
        mentions=mentions,
        topics=weigh_topics(mentions, article.title, prose),
        excerpt=make_excerpt(read_excerpt_source(article), terms, article.lang),
        moment=article.dating.moment,
        phrases=weigh_phrases(mentions, article.title, prose),
        hints=read_time_hints(article),
    )


def read_excerpt_source(article: Article) -> list[str]:
    """Return the paragraphs that an excerpt is taken from; lists and quotations only for want."""
    paragraphs = _read_prose(article, frozenset({"paragraph"}))
    return paragraphs or _read_prose(article, PROSE_KINDS)


def _read_prose(article: Article, kinds: frozenset[BlockKind]) -> list[str]:
    """Return the sentences of some kinds of block, without the place line before the first."""
    texts = [block.text for block in article.blocks if block.kind in kinds]
    texts[:1] = [split_dateline(first)[1] for first in texts[:1]]
    return texts
