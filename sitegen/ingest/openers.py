"""Name the noise that is known by how it begins: the words of ``words/openers.txt``."""

import re

from sitegen.ingest.lines import Line, is_prose
from sitegen.ingest.word_lists import read_named, read_words

TRIMMED = " .:!|•·›»>…←→↑↓▼▲+()[]-–—*0123456789"  # around the words of a button
PROSE = 160  # characters; a longer line is prose
SENTENCE_WORDS = 10  # a longer sentence is none of what the rules of shape take
_OPENERS, _ADDRESSES = read_named("openers"), read_words("addresses")
_CLOSING = ".,:!?…»"  # behind the words of an opening
_FIRST_WORDS = frozenset(words.split(" ")[0].rstrip(_CLOSING) for words in _OPENERS)
# The first two words of openings, and those openings that have one.
_STARTS = frozenset(
    start
    for words in _OPENERS
    for two in [" ".join(words.split(" ")[:2])]
    for start in (two, two.rstrip(_CLOSING))
)
_LONGEST_OPENER = max(words.count(" ") for words in _OPENERS) + 1  # words
# What openings of several words begin with; no word need be added to anything else.
_BEGINNINGS = frozenset(
    words[:end] for words in _OPENERS for end, sign in enumerate(words) if sign == " "
)
_POINTERS = frozenset({"read more", "more on this"})  # above headlines, or below
_LONG_FIELDS = ("citation:", "more information:", "journal reference:")
_PUNCTUATION = re.compile(r"[.,:;!?()]")


def find_opener(line: Line) -> str:
    """Return the rule of the longest listed opening that the line has, or an empty string.

    >>> from sitegen.ingest.lines import make_line
    >>> [find_opener(make_line(text)) for text in ("Read more: Fog again", "The fog came again.")]
    ['teaser', '']
    """
    key = line.key
    first, _, rest = key[:PROSE].partition(" ")
    if rest and first.isalpha() and first not in _FIRST_WORDS:  # as most lines begin
        return ""
    if key.strip(TRIMMED) in _POINTERS:
        return "teaser"
    key = key.lstrip("-–—•* ")
    first = key.partition(" ")[0]
    if first not in _FIRST_WORDS and first.rstrip(_CLOSING) not in _FIRST_WORDS:
        return ""
    words = key[:PROSE].split(" ", _LONGEST_OPENER)[:_LONGEST_OPENER]
    start = " ".join(words[:2])
    bare = start.rstrip(_CLOSING), first.rstrip(_CLOSING)
    if start not in _STARTS and first not in _STARTS and _STARTS.isdisjoint(bare):
        return ""
    most = 1
    while most < len(words) and " ".join(words[:most]) in _BEGINNINGS:
        most += 1
    for count in range(most, 0, -1):
        opening = " ".join(words[:count])
        rule = _OPENERS.get(opening) or _OPENERS.get(opening.rstrip(_CLOSING))
        if rule and _is_taken(line, rule, is_certain=opening.endswith(":")):
            return rule
    return ""


def _is_taken(line: Line, rule: str, *, is_certain: bool) -> bool:
    """Tell whether a line with a listed opening is noise and no sentence that opens like it."""
    if PROSE < len(line.text) and rule not in {"consent", "legal", "invitation"}:
        return is_certain and line.key.startswith(_LONG_FIELDS)
    is_call = rule == "invitation" and line.text.endswith("!") and line.words <= SENTENCE_WORDS
    if is_certain or is_call or not is_prose(line):
        return True
    return not _ADDRESSES.isdisjoint(_PUNCTUATION.sub(" ", line.key).split()[1:])
