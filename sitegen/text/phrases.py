"""Find the phrases that tell what an English text is about: runs of nouns, weighed.

A phrase weighs by its words, by how early the text says it and by how long it is, as in the
unsupervised extraction of key phrases (Hasan and Ng 2014, doi 10.3115/v1/P14-1119). The constants
are the best of those tried on a part of DUC-2001; ``make quality`` has the figures.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from sitegen.text.answers import Answers
from sitegen.text.common_words import read_common_words
from sitegen.text.normalize import fold
from sitegen.text.word_classes import classify_word
from sitegen.text.words import fold_plural

Key = tuple[str, ...]

_TOKEN = re.compile(
    r"[a-z]++(?=[ ,])"  # most words, found first because that is fast
    r"|(?:[^\W\d_]\.){2,}"  # U.S.
    r"|['’]s\b"
    r"|[^\W_]+(?:(?:['’](?!s\b)|[.-])[^\W_]+)*"
    r"|\S"
)
# Over the classes of words: a verb behind what announces it, or nouns with what stands before them.
_PHRASE = re.compile(r"PB|((?:[ABGN][ABDGLN]*)?[BGN])")
_BREAK = " . "  # between paragraphs
_LONGEST = 3  # words of a phrase
_SATURATION = 6.0
_BACKGROUND = 0.03  # added to the share of articles that have a word
# A phrase weighs less than its words together, and a single word is mostly part of a topic only.
_LENGTHS = (0.0, 0.3, 2**-0.8, 3**-0.8)
_PLACE = 2.0  # how much more the beginning of a text weighs than its end


class Phrase(NamedTuple):
    """A phrase as the text first says it, how often it does, and what it weighs."""

    text: str
    said: int
    weight: float


def find_phrases(
    paragraphs: Sequence[str], shortest: int = 1, lightest: float = -math.inf
) -> tuple[Phrase, ...]:
    """Return the phrases of a text, the weightiest first, in small letters where it says so.

    ``shortest`` is the number of words that a phrase must have to be wanted, ``lightest`` what it
    must weigh.

    >>> text = "A court has struck down the new herring limits. Few liked the herring limits."
    >>> [(phrase.text, phrase.said) for phrase in find_phrases([text])]
    [('herring limits', 2), ('court', 1)]
    """
    words = _TOKEN.findall(_BREAK.join(paragraphs))
    classes = "".join(map(_CLASSES.__getitem__, words))
    spans = [match.span() for match in _PHRASE.finditer(classes) if match.lastindex]
    all_folded = tuple(map(_FOLDED.__getitem__, words))
    folded = [all_folded[start:end] for start, end in spans]
    words_said = Counter(chain.from_iterable(folded))
    # What a word adds to its phrases: how often it is said, how rare it is in any news.
    weights = {
        word: said / (said + _SATURATION) * _RARENESS[word] for word, said in words_said.items()
    }
    shown: dict[Key, tuple[int, int]] = {}
    weighed: list[tuple[float, int, Key]] = []
    wanted = [
        (key, span)
        for key, span in zip(folded, spans, strict=True)
        if shortest <= len(key) <= _LONGEST
    ]
    counts = Counter(key for key, _ in wanted)
    for key, span in wanted:
        start = span[0]
        if key not in shown:
            salience = sum([weights[word] for word in key])
            weight = salience * _LENGTHS[len(key)] / (1 + _PLACE * start / len(words))
            if lightest <= weight:
                weighed.append((-weight, start, key))
            shown[key] = span
        elif words[start].islower() and not words[shown[key][0]].islower():
            shown[key] = span
    return tuple(
        [
            Phrase(" ".join(words[slice(*shown[key])]), counts[key], -weight)
            for weight, _, key in sorted(weighed)
        ]
    )


def fold_word(word: str) -> str:
    """Return the form in which the singular and the plural of a word are one.

    >>> fold_word("Limits"), fold_word("ferries")
    ('limit', 'ferry')
    """
    return _FOLDED[word]


def _measure_rareness(word: str) -> float:
    return -math.log(read_common_words().get(word, 0.0) + _BACKGROUND)


_CLASSES = Answers(classify_word, most=50_000)
_FOLDED: Answers[str, str] = Answers(lambda word: fold_plural(fold(word)), most=50_000)
_RARENESS = Answers(_measure_rareness, most=50_000)
