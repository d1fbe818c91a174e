"""Tell which words of a text name what it speaks of, and do not only tell of what kind it is."""

import re
from collections.abc import Iterator
from functools import lru_cache

from sitegen.text.english import STOPWORDS
from sitegen.text.word_classes import classify_word

_TOKEN = re.compile(r"[^\W\d_](?:[\w-]|['’](?!s\b))*|['’]s\b|\d[\w.,%]*|[^\w\s]")
_OF_PHRASES = frozenset("NBGALD")
_NOUNS = frozenset("NBGA")
_ENDINGS = ("ing", "ed", "ly")  # of words that are none where they are no nouns for certain


@lru_cache(maxsize=4096)
def list_things(text: str) -> frozenset[str]:
    """Return the words of an English text, small, that end a phrase of nouns, and plain verbs.

    What stands before them tells of what kind the thing is, and alone says little.

    >>> sorted(list_things("A presidential ferry, Ivo's rising costs of living, and long waits."))
    ['costs', 'ferry', 'ivo', 'waits']
    """
    return frozenset(_read_things(text))


def _read_things(text: str) -> Iterator[str]:
    words = [*_TOKEN.findall(text), "."]
    classes = list(map(classify_word, words))
    for word, one, following in zip(words, classes, classes[1:], strict=False):
        small = word.lower()
        is_last = one in _NOUNS and following not in _OF_PHRASES
        is_plain = one == "." and small.isalpha() and not small.endswith(_ENDINGS)
        if is_last or (is_plain and small not in STOPWORDS):
            yield small
