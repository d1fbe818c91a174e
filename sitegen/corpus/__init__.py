"""From single articles to one set of pages: deduplicated, dated, tagged, related."""

from sitegen.corpus.accounts import Account, Closeness, give_account
from sitegen.corpus.aliases import propose_aliases
from sitegen.corpus.compose import make_pages
from sitegen.corpus.decide import Decision, decide_merge, decide_split
from sitegen.corpus.entities import list_names
from sitegen.corpus.identity import Mint
from sitegen.corpus.issues import issue_digests
from sitegen.corpus.merge import name_copy
from sitegen.corpus.overrule import find_merged, find_survivors, settle_merges
from sitegen.corpus.recall import recall_articles
from sitegen.corpus.summarize import summarize
from sitegen.corpus.tag_reasons import explain_tags

__all__ = [
    "Account",
    "Closeness",
    "Decision",
    "Mint",
    "decide_merge",
    "decide_split",
    "explain_tags",
    "find_merged",
    "find_survivors",
    "give_account",
    "issue_digests",
    "list_names",
    "make_pages",
    "name_copy",
    "propose_aliases",
    "recall_articles",
    "settle_merges",
    "summarize",
]
