"""From single articles to one set of pages: deduplicated, dated, tagged, related."""

from sitegen.corpus.accounts import Account, Closeness, give_account
from sitegen.corpus.compose import make_pages
from sitegen.corpus.decide import Decision, decide_merge, decide_split
from sitegen.corpus.identity import Mint
from sitegen.corpus.merge import name_copy
from sitegen.corpus.overrule import find_merged, find_survivors, settle_merges
from sitegen.corpus.recall import recall_articles
from sitegen.corpus.summarize import summarize

__all__ = [
    "Account",
    "Closeness",
    "Decision",
    "Mint",
    "decide_merge",
    "decide_split",
    "find_merged",
    "find_survivors",
    "give_account",
    "make_pages",
    "name_copy",
    "recall_articles",
    "settle_merges",
    "summarize",
]
