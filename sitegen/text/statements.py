"""Read a report as its sentences, each with the words by which it says something."""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from sitegen.text.answers import Answers
from sitegen.text.languages import read_language
from sitegen.text.sentences import split_sentences
from sitegen.text.words import split_words

_STEM = 6  # letters that count: "ferries" and "ferry" are one
_SHORTEST = 4  # letters of a word that says anything; a number says it in fewer
_KEPT_WORDS = 50_000


class Statement(NamedTuple):
    """A sentence and its words of content. A tuple, for thousands are made in a moment."""

    text: str
    words: frozenset[str]


def read_statements(paragraphs: Iterable[str], language: str = "en") -> tuple[Statement, ...]:
    """Return the sentences of a report that is given as its paragraphs.

    >>> [one.text for one in read_statements(["She rang. Nobody came.", "So it is."])]
    ['She rang.', 'Nobody came.', 'So it is.']
    """
    stop = read_language(language).stop
    return tuple(
        Statement(sentence, read_content(sentence, stop))
        for paragraph in paragraphs
        for sentence in split_sentences(paragraph)
    )


def read_content(text: str, stop: frozenset[str]) -> frozenset[str]:
    """Return the words of a text that say something, by their first letters; no ``stop`` words.

    >>> sorted(read_content("The 9 ferries of Larkmoor", frozenset({"the", "of"})))
    ['9', 'ferrie', 'larkmo']
    """
    return frozenset(filter(None, map(_stems_without(stop).__getitem__, split_words(text))))


def _find_stem(word: str, stop: frozenset[str]) -> str:
    """Return what of a word counts, nothing of one that says nothing."""
    says_something = len(word) >= _SHORTEST or not word.isalpha()
    return word[:_STEM] if says_something and word not in stop else ""


@cache
def _stems_without(stop: frozenset[str]) -> Answers[str, str]:
    return Answers(lambda word: _find_stem(word, stop), most=_KEPT_WORDS)
