"""Tell whether a section holds an article at all, and leave out what does not."""

from collections.abc import Sequence
from itertools import pairwise

from sitegen.ingest.blocks import Marked
from sitegen.ingest.lines import Line, is_titled
from sitegen.model.article import BlockKind
from sitegen.model.seed import LineKind

FEWEST_WORDS = 12
_LONG_WORDS = 20  # of a paragraph, which no teaser has
_FEWEST_HEADINGS = 4
_TOGETHER = 3  # of so many paragraphs of an article one follows another at least
_FEWEST_BUTTONS = 3
_OWN = frozenset({"repeated headline", "repeated caption", "label", "lone mark"})  # any file's
_HEADING_WORDS = range(4, 17)
_SURE_HEADINGS = frozenset({"question before a paragraph", "capitals or dashes"})
LEFT_OUT = {
    "too short": "with too few words to be an article",
    "list of headlines": "among headlines, teasers and buttons without an article",
    "no text": "belongs to no text",
}
BLOCKS: dict[LineKind, BlockKind] = {
    "body": "paragraph",
    "heading": "heading",
    "item": "item",
    "quote": "quote",
    "row": "row",
    "correction": "correction",
}
TEXT = frozenset({"body", "item", "quote", "row"})


def find_lack(marked: Sequence[Marked]) -> str:
    """Return the rule by which a section is no article, or an empty string."""
    words = sum(mark.line.words for mark in marked if mark.kind in TEXT)
    if words < FEWEST_WORDS:
        return "too short"
    return "list of headlines" if _is_list(marked) else ""


def leave_out(mark: Marked, rule: str) -> Marked:
    """Account for a line of a section that is no article."""
    if mark.kind in {"blank", "noise"}:
        return mark
    rule = rule if mark.kind in BLOCKS else "no text"
    return Marked(mark.line, "noise", rule, LEFT_OUT[rule])


def _is_list(marked: Sequence[Marked]) -> bool:
    """Tell whether a section holds headlines with teasers: each short sentence has its heading."""
    texts = [mark.line for mark in marked if mark.kind in TEXT - {"row"}]
    sentences = [line.words for line in texts if line.is_sentence]
    if _LONG_WORDS <= max(sentences, default=0):
        return False
    headings = sum(mark.kind in {"heading", "title"} for mark in marked)
    headings -= sum(mark.rule in _SURE_HEADINGS for mark in marked)
    headings += sum(_may_be_headline(line) for line in texts)
    unended = [line.words for line in texts if not line.is_sentence]
    longest = max(
        (*sentences, *(words for words in unended if words not in _HEADING_WORDS)), default=0
    )
    furniture = sum(mark.kind == "noise" and mark.rule not in _OWN for mark in marked)
    if longest < FEWEST_WORDS and _FEWEST_BUTTONS <= furniture:
        return 2 * len(sentences) <= headings + furniture
    if not sentences and _FEWEST_HEADINGS <= len(texts):
        return all(_may_be_headline(line) and is_titled(line.text) for line in texts)
    has_items = any(mark.kind == "item" for mark in marked)
    is_short = longest < _LONG_WORDS and 1 < len(sentences) + has_items
    if len(sentences) <= _TOGETHER * _count_pairs(marked):
        return False
    return is_short and _FEWEST_HEADINGS <= headings and len(sentences) <= headings


def _count_pairs(marked: Sequence[Marked]) -> int:
    """Count the paragraphs that follow another: a teaser follows its headline."""
    kinds = [(mark.kind, mark.line.is_sentence) for mark in marked if mark.kind != "blank"]
    return sum(above == below == ("body", True) for above, below in pairwise(kinds))


def _may_be_headline(line: Line) -> bool:
    is_long = line.words in _HEADING_WORDS and not line.is_sentence
    return is_long and line.text[-1] != ":" and not line.text[0].islower()
