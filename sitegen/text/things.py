"""Tell which words of a text name what it speaks of, and do not only tell of what kind it is."""

import re
from collections.abc import Iterator
from functools import lru_cache

from sitegen.text.english import STOPWORDS
from sitegen.text.word_classes import classify_word

_TOKEN = re.compile(r"[^\W\d_](?:[\w-]|['’](?!s\b))*|['’]s\b|\d[\w.,%]*|[^\w\s]")
_OF_PHRASES = frozenset("NBGALD")
_NOUNS, _PERHAPS = frozenset("NB"), frozenset("GA")
_VERB_ENDINGS = ("ing", "ed", "ly")  # of words that are none where they are no nouns for certain
_ADJECTIVE_ENDINGS = ("al", "an", "ar", "ic", "il", "ive", "ent", "ant")  # and those of some nouns


@lru_cache(maxsize=4096)
def list_things(text: str) -> frozenset[str]:
    """Return the words of an English text, small, that are nouns or plain verbs.

    What may be an adjective is a noun where it ends a phrase: what stands before a noun tells of
    what kind it is, and alone says little.

    >>> sorted(list_things("A presidential ferry and rising costs of living; capital, long waits."))
    ['capital', 'costs', 'ferry', 'waits']
    """
    return frozenset(_read_things(text))


def _read_things(text: str) -> Iterator[str]:
    words = [*_TOKEN.findall(text), "."]
    classes = list(map(classify_word, words))
    for word, one, following in zip(words, classes, classes[1:], strict=False):
        small = word.lower()
        is_last = following not in _OF_PHRASES
        is_noun = one in _NOUNS and (is_last or not small.endswith(_ADJECTIVE_ENDINGS))
        is_verb = one == "." and small.isalpha() and not small.endswith(_VERB_ENDINGS)
        is_plain = is_verb and small not in STOPWORDS
        if is_noun or is_plain or (one in _PERHAPS and is_last):
            yield small
