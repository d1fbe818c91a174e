"""From single articles to one set of pages: deduplicated, dated, tagged, related."""

from sitegen.corpus.accounts import Account, Closeness, Texts, find_texts, give_account
from sitegen.corpus.addresses import list_former, note_gone, note_published
from sitegen.corpus.aids import Aids
from sitegen.corpus.aliases import propose_aliases
from sitegen.corpus.archives import archive_articles, settle_archives
from sitegen.corpus.changed_seeds import describe_changed_seed, find_changed_seeds
from sitegen.corpus.comparing import compare_articles, read_likeness
from sitegen.corpus.compose import make_pages
from sitegen.corpus.decide import Decision, decide_merge, decide_split
from sitegen.corpus.decide_story import (
    StoryDecision,
    decide_story_join,
    decide_story_merge,
    decide_story_split,
    find_brought,
    find_reports,
)
from sitegen.corpus.entities import list_names
from sitegen.corpus.history import note_changes
from sitegen.corpus.identity import Mint, make_mint
from sitegen.corpus.issue_account import IssueAccount, Told, give_issue_account
from sitegen.corpus.issues import issue_digests
from sitegen.corpus.kinds import correct_kinds, find_kinds
from sitegen.corpus.likeness import Likeness
from sitegen.corpus.merge import name_copy
from sitegen.corpus.overrule import find_merged, find_survivors, settle_merges
from sitegen.corpus.placing import place_days, recall_moments
from sitegen.corpus.prose import write_body
from sitegen.corpus.reasons import share_words
from sitegen.corpus.recall import recall_articles
from sitegen.corpus.story_account import Bond, StoryAccount, give_story_account
from sitegen.corpus.summarize import summarize
from sitegen.corpus.tag_reasons import explain_tags

__all__ = [
    "Account",
    "Aids",
    "Bond",
    "Closeness",
    "Decision",
    "IssueAccount",
    "Likeness",
    "Mint",
    "StoryAccount",
    "StoryDecision",
    "Texts",
    "Told",
    "archive_articles",
    "compare_articles",
    "correct_kinds",
    "decide_merge",
    "decide_split",
    "decide_story_join",
    "decide_story_merge",
    "decide_story_split",
    "describe_changed_seed",
    "explain_tags",
    "find_brought",
    "find_changed_seeds",
    "find_kinds",
    "find_merged",
    "find_reports",
    "find_survivors",
    "find_texts",
    "give_account",
    "give_issue_account",
    "give_story_account",
    "issue_digests",
    "list_former",
    "list_names",
    "make_mint",
    "make_pages",
    "name_copy",
    "note_changes",
    "note_gone",
    "note_published",
    "place_days",
    "propose_aliases",
    "read_likeness",
    "recall_articles",
    "recall_moments",
    "settle_archives",
    "settle_merges",
    "share_words",
    "summarize",
    "write_body",
]
