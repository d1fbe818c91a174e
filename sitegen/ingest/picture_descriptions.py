"""Tell what a picture shows, as pages say it to who cannot see it, right above its caption.

``A moose stands at centre ice.`` names nobody and tells nothing that happened; a text that begins
so goes on to say when and to whom.
"""

import re

from sitegen.ingest.lines import Line
from sitegen.ingest.word_lists import read_named

_WORDS = read_named("descriptions")
_BEGINNINGS = tuple(f"{words} " for words, rule in _WORDS.items() if rule == "begin")
_NEVER = frozenset(words for words, rule in _WORDS.items() if rule == "never")
_LEAST, _MOST = 4, 20  # words
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
# A digit, a quotation, or what somebody did: "gathered inside", but not "marked with trees".
_TOLD = re.compile(
    r"[\d\"“”„«»]|(?<!-)\b[^\W\d_]+ed\b(?! (?:with|by)\b)"
    r"|\b\w+(?:te|ten) (?:die|das|den|der|eine?n?)\b"
)


def is_description(line: Line) -> bool:
    """Tell whether a line has the form of what a picture shows.

    >>> from sitegen.ingest.lines import make_line
    >>> shown, told = "A moose stands at centre ice.", "A moose was led off the ice in Orle."
    >>> is_description(make_line(shown)), is_description(make_line(told))
    (True, False)
    """
    if not _LEAST <= line.words <= _MOST or not line.key.startswith(_BEGINNINGS):
        return False
    if _TOLD.search(line.key):
        return False
    _, *others = _WORD.findall(line.text)
    is_named = any(word[0].isupper() for word in others)
    return not is_named and _NEVER.isdisjoint(word.lower() for word in others)
