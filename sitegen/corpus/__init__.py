"""From single articles to one set of pages: deduplicated, dated, tagged, related."""

from sitegen.corpus.compose import make_pages
from sitegen.corpus.overrule import settle_merges
from sitegen.corpus.recall import recall_articles
from sitegen.corpus.summarize import summarize

__all__ = ["make_pages", "recall_articles", "settle_merges", "summarize"]
