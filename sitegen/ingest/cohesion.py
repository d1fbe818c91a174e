"""Tell whether a line belongs to a text: what an article says shares its words with the rest.

After Hearst, "TextTiling: Segmenting Text into Multi-paragraph Subtopic Passages" (Computational
Linguistics 23, 1997). It settles only the lines about which their shape and place leave a doubt.
"""

from collections.abc import Iterable, Sequence

from sitegen.ingest.looks import Look
from sitegen.text.english import STOPWORDS
from sitegen.text.words import split_words

_SHORTEST = 4  # letters of a word that can tie texts together, in scripts with words
_STEM = 6  # letters that count: "ferries" and "ferry" tie too


def read_ties(looks: Iterable[Look]) -> frozenset[str]:
    """Return the words by which lines are tied to others."""
    return frozenset(
        word[:_STEM]
        for look in looks
        for word in split_words(look.line.text)
        if (_SHORTEST <= len(word) or not word.isascii()) and word not in STOPWORDS
    )


def measure_cohesion(look: Look, ties: frozenset[str]) -> float:
    """Return the share of a line's words that a text has too, from 0 to 1."""
    words = read_ties((look,))
    return len(words & ties) / len(words) if words else 0.0


def is_tied(look: Look, others: Sequence[Look], least: float) -> bool:
    """Tell whether a line shares at least that part of its words with other lines."""
    return least <= measure_cohesion(look, read_ties(other for other in others if other != look))
