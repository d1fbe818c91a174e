"""Tell whether a section holds an article at all, and leave out what does not."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from sitegen.ingest.blocks import Marked
from sitegen.ingest.cohesion import join_ties
from sitegen.ingest.letters import SIGNED
from sitegen.ingest.lines import Line, is_titled
from sitegen.ingest.reasons import PREAMBLE, REASONS, TOO_SHORT
from sitegen.ingest.rivals import FORWARDED
from sitegen.ingest.unsigned import OF_ANOTHER
from sitegen.ingest.word_lists import find_any, read_words
from sitegen.model.article import BlockKind
from sitegen.model.seed import LineKind

FEWEST_WORDS = 12
_LONG_WORDS = 20  # of a paragraph, which no teaser has
_FEWEST_HEADINGS = 4
_TOGETHER = 3  # of so many paragraphs of an article one follows another at least
_FEWEST_BUTTONS = 3
_OWN = frozenset(  # any file's
    {"repeated headline", "repeated caption", "repeated paragraph", "label", "lone mark"}
)
_HEADING_WORDS = range(4, 17)
_PAGE_LINES, _SCRAP_WORDS = 12, 45
_PREAMBLE_WORDS = 50
_FEWEST_LISTED, _GREETING_WORDS = 2, 100  # headlines, and words of text with them
_FEWEST_OF_LETTER, _LETTER_WORDS = 3, 80  # articles, and words of a greeting above them
_GREETING = find_any(read_words("greetings"))
_SIGNED = frozenset({"byline", "byline and date"})
_HEAD_RULES = frozenset({"byline", "date stamp", "byline and date", "line with a date"})
_WALL = find_any(read_words("walls"))
_VOICE = find_any({*read_words("voice"), "we"})
_REPORTS = re.compile(r"\b(?:said|says|told|according to)\b")
_MOST_OF_WALL = 600  # words; a longer text is about consent rather than asking for it
_SURE_HEADINGS = frozenset(
    {"question before a paragraph", "capitals or dashes", "heading of a slide"}
    | {"numbered, above text", "numbered like the headings"}
)
_DATES = _HEAD_RULES - {"byline"}
_BESIDE_WORDS, _BESIDE = 150, 0.1  # words, and of those of the longest text of the page
# The names of these rules in every account.
BESIDE = "beside the article"
LEFT_OUT = {
    PREAMBLE: REASONS[PREAMBLE],
    BESIDE: "short, without a byline or a date, and on the page of a much longer text",
    "wall": "what a page says that shows no article: it asks for consent, or is not found",
    TOO_SHORT: REASONS[TOO_SHORT],
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
_SAID_IN_LIST = TEXT - {"row"}
_SAID = TEXT | {"title", "dek", "heading"}


def find_lack(marked: Sequence[Marked]) -> str:
    """Return the rule by which a section is no article, or an empty string."""
    marked = [mark for mark in marked if mark.kind != "blank"]
    if count_text(marked) < FEWEST_WORDS:
        return TOO_SHORT
    if _is_wall(marked):
        return "wall"
    is_signed = any(mark.rule == SIGNED for mark in marked) or _is_headed(marked)  # no teaser is
    is_list = not is_signed and (_is_list(marked) or _is_scrap(marked))
    return "list of headlines" if is_list else ""


def is_preamble(first: Sequence[Marked], others: Sequence[Sequence[Marked]]) -> bool:
    """Tell whether the first section of a file stands above its articles, as greetings do.

    It is short, says nothing of its own headline, and has no head as the articles below it have;
    or it ends with the list of their headlines, hands on a mail, or greets the readers of a letter.
    """
    is_handed_on = any(
        mark.kind == "title" and mark.line.key.startswith(FORWARDED) for mark in first
    )
    if is_handed_on and count_text(first) <= _GREETING_WORDS:
        return True
    titles = {mark.line.key for section in others for mark in section if mark.kind == "title"}
    listed = [i for i, mark in enumerate(first) if mark.line.key in titles]
    is_list_below = all(mark.kind != "body" for mark in first[min(listed, default=0) :])
    is_signed = _is_signed(first)
    if not is_signed and _greets(first) and _are_of_letter(others):
        return True
    if is_signed and _is_about_headline(first):  # an article whose page lists others of its site
        return False
    if _FEWEST_LISTED <= len(listed) and is_list_below and count_text(first) <= _GREETING_WORDS:
        return True
    if _PREAMBLE_WORDS < count_text(first) or _is_about_headline(first):
        return False
    if 1 < len(others) and any(mark.rule == "field" for mark in first):  # a letter to readers
        return True
    return not _has_head(first) and all(_has_head(section) for section in others)


def _is_signed(section: Sequence[Marked]) -> bool:
    return any(mark.rule in _SIGNED for mark in section)


def _is_headed(marked: Sequence[Marked]) -> bool:
    """Tell whether headline, byline and date stand above all text, and no others below it."""
    first = next((place for place, mark in enumerate(marked) if mark.kind in TEXT), 0)
    rules = [mark.rule for mark in marked[:first]]
    has_title = any(mark.kind == "title" for mark in marked[:first])
    is_dated = not _SIGNED.isdisjoint(rules) and not _DATES.isdisjoint(rules)
    return has_title and is_dated and not _has_head(marked[first:])


def _are_of_letter(sections: Sequence[Sequence[Marked]]) -> bool:
    """Tell whether so many sections are signed as are in a letter of news, and not in a text."""
    signed = sum(map(_is_signed, sections))
    return _FEWEST_OF_LETTER <= len(sections) < 2 * signed


def _greets(section: Sequence[Marked]) -> bool:
    """Tell whether a section is a greeting, with some words of what is to come."""
    is_short = count_text(section) <= _LETTER_WORDS
    return is_short and any(_GREETING.match(mark.line.key) for mark in section)


def is_beside(section: Sequence[Marked], longest: int) -> bool:
    """Tell whether a section of a page stands beside its article: a teaser, what a reader wrote.

    It is short beside the ``longest`` text of the page, in words, and has neither byline nor date.
    """
    is_short = count_text(section) < min(_BESIDE_WORDS, _BESIDE * longest)
    return is_short and all(mark.kind != "fact" for mark in section)


def count_text(section: Iterable[Marked]) -> int:
    """Return how many words of text a section has, its headings left out."""
    return sum(mark.line.words for mark in section if mark.kind in TEXT)


def _has_head(section: Sequence[Marked]) -> bool:
    return any(mark.rule in _HEAD_RULES for mark in section)


def _is_wall(marked: Sequence[Marked]) -> bool:
    """Tell whether most of a text asks for consent or says that there is nothing to read."""
    texts = [mark.line for mark in marked if mark.kind in _SAID]
    words = sum(line.words for line in texts)
    if _MOST_OF_WALL < words or any(_reports(line.key) for line in texts):
        return False
    walled = [line for line in texts if _WALL.search(line.key) and _VOICE.search(line.key)]
    asked = sum(mark.rule == "consent" for mark in marked)
    return 1 < len(walled) + asked and words < 2 * sum(line.words for line in walled)


def _reports(key: str) -> bool:
    """Tell whether a line says who said something; most lines have not even the letters."""
    may_report = "said" in key or "says" in key or "told" in key or "according" in key
    return may_report and bool(_REPORTS.search(key))


def leave_out(mark: Marked, rule: str) -> Marked:
    """Account for a line of a section that is no article."""
    if mark.kind in {"blank", "noise"}:
        return mark
    rule = rule if mark.kind in BLOCKS else "no text"
    return Marked(mark.line, "noise", rule, LEFT_OUT[rule])


def _is_scrap(marked: Sequence[Marked]) -> bool:
    """Tell whether a page shows no more text than a teaser, and it is not about the headline."""
    is_short = count_text(marked) < _SCRAP_WORDS and _PAGE_LINES <= _count_furniture(marked)
    return is_short and not _is_about_headline(marked)


def _is_about_headline(marked: Sequence[Marked]) -> bool:
    """Tell whether the text of a section has any word of its headline."""
    said = join_ties(mark.line.text for mark in marked if mark.kind in TEXT)
    return not said.isdisjoint(join_ties(mark.line.text for mark in marked if mark.kind == "title"))


def _count_furniture(marked: Sequence[Marked]) -> int:
    return sum(mark.kind == "noise" and mark.rule not in _OWN for mark in marked)


def _is_list(marked: Sequence[Marked]) -> bool:
    """Tell whether a section holds headlines with teasers: each short sentence has its heading."""
    texts = [mark.line for mark in marked if mark.kind in _SAID_IN_LIST]
    sentences = [line.words for line in texts if line.is_sentence]
    if _LONG_WORDS <= max(sentences, default=0):
        return False
    headings = sum(mark.kind in {"heading", "title"} or mark.rule == OF_ANOTHER for mark in marked)
    headings -= sum(mark.rule in _SURE_HEADINGS for mark in marked)
    headings += sum(_may_be_headline(line) for line in texts)
    unended = [line.words for line in texts if not line.is_sentence]
    longest = max(
        (*sentences, *(words for words in unended if words not in _HEADING_WORDS)), default=0
    )
    furniture = _count_furniture(marked)
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
    """Count the paragraphs that follow another, blank lines left out: a teaser has its headline."""
    kinds = [(mark.kind, mark.line.is_sentence) for mark in marked]
    return sum(above == below == ("body", True) for above, below in pairwise(kinds))


def _may_be_headline(line: Line) -> bool:
    is_long = line.words in _HEADING_WORDS and not line.is_sentence
    return is_long and line.text[-1] != ":" and not line.text[0].islower()
