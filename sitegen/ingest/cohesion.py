"""Tell whether a line belongs to a text: what an article says shares its words with the rest.

After Hearst, "TextTiling: Segmenting Text into Multi-paragraph Subtopic Passages" (Computational
Linguistics 23, 1997). It settles only the lines about which their shape and place leave a doubt.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import chain
from typing import Protocol

from sitegen.ingest.lines import Line
from sitegen.ingest.looks import Look
from sitegen.text.common_words import read_common_words
from sitegen.text.english import STOPWORDS
from sitegen.text.languages import list_languages, read_language
from sitegen.text.words import is_unspaced, join_signs, split_words

_SHORTEST = 4  # letters of a word that can tie texts together, in scripts with words
_STEM = 6  # letters that count: "ferries" and "ferry" tie too
# Small words of other languages, but for what news in English is about, and the stems of others.
_SMALL = {word for code in list_languages() for word in read_language(code).stop}
_SMALL = {word for word in _SMALL if len(word) < _STEM} - read_common_words().keys()
# "l'heure", "d'eau", "dell'isola": a small word before the one that ties.
_ELIDED = re.compile(
    r"\b(?:[cdjlmnst]|qu|jusqu|un|all|dall|dell|nell|sull|coll|quest|quell)['’](?=\w{3})",
    re.IGNORECASE,
)


@lru_cache(maxsize=512)
def find_ties(text: str) -> frozenset[str]:
    """Return the words of a text by which it may be tied to others.

    They are remembered, for many rules hold the same lines of a file against others.

    >>> sorted(find_ties("The ferries in fog")), sorted(find_ties("港の霧"))
    (['ferrie'], ['の霧', '港の'])
    """
    words = split_words(text)
    stems = [
        word[:_STEM]
        for word in set(words).difference(STOPWORDS)
        if _SHORTEST <= len(word) or not (word.isascii() or is_unspaced(word))
    ]
    return frozenset(chain(stems, join_signs(words)))


def read_ties(looks: Iterable[Look]) -> frozenset[str]:
    """Return the words by which lines are tied to others."""
    return join_ties(look.line.text for look in looks)


def join_ties(texts: Iterable[str]) -> frozenset[str]:
    """Return the words by which any of some texts is tied to others."""
    return frozenset().union(*map(find_ties, texts))


def join_telling(texts: Iterable[str]) -> frozenset[str]:
    """Return the words that tie texts, but for what is small in the other languages that we know.

    >>> sorted(join_telling(["L'heure du bruit dans la vallée", "Вода на острове"]))
    ['bruit', 'heure', 'vallée', 'вода', 'остров']
    """
    return join_ties(map(_drop_elided, texts)) - _SMALL


def _drop_elided(text: str) -> str:
    return _ELIDED.sub("", text) if "'" in text or "’" in text else text


class HasLine(Protocol):
    """What is known of a line, before or after it is marked."""

    @property
    def line(self) -> Line:
        """The line itself."""


def find_shared(ties: Iterable[str], looks: Iterable[HasLine]) -> frozenset[str]:
    """Return those of some ties that lines have too.

    A line is cut into words only if it has the letters of a tie: a headline has few ties, and
    the text around it has many words. Signs without spaces between them tie over a mark, too.
    """
    lines = [look.line for look in looks]
    whole = "\n".join([line.key for line in lines])
    return frozenset(
        tie
        for tie in ties
        if (tie in whole or is_unspaced(tie[0]))
        and any(
            tie in find_ties(line.text) for line in lines if tie in line.key or is_unspaced(tie[0])
        )
    )


def count_ties(texts: Iterable[str]) -> Counter[str]:
    """Return in how many of some texts each word stands that ties them."""
    return Counter(chain.from_iterable(map(find_ties, texts)))


def is_shared(text: str, ties: Mapping[str, int], least: float) -> bool:
    """Tell whether at least that part of a text's words, from 0 to 1, stand in another one too.

    The text is one of those that were counted.
    """
    words = find_ties(text)
    shared = sum(ties.get(word, 0) > 1 for word in words)
    return least * max(1, len(words)) <= shared


def is_tied(look: Look, others: Iterable[Look], least: float) -> bool:
    """Tell whether a line shares at least that part of its words, from 0 to 1, with others."""
    return is_tied_to(look, read_ties(other for other in others if other != look), least)


def is_tied_to(look: Look, ties: AbstractSet[str], least: float) -> bool:
    """Tell whether a line has at least that part of its words among the ties of a text."""
    words = find_ties(look.line.text)
    return bool(words) and least * len(words) <= len(words & ties)
