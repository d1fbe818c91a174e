"""Weigh the words of one article by which it is compared with others.

A word weighs by how often it is said, saturated as in BM25 (Robertson and Zaragoza 2009,
doi 10.1561/1500000019), more in the title and in the lead; how rare it is counts when articles are
compared. The constants are the best of those tried on reports of one event by several outlets.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sitegen.model.summary import Terms
from sitegen.text.answers import Answers
from sitegen.text.common_words import read_common_words
from sitegen.text.languages import read_language
from sitegen.text.words import fold_plural, join_signs

_SHORTEST = 3  # letters of a word that can tell articles apart
_MOST = 120
_SATURATION = 2.0
_TITLE_WEIGHT = 1.7
_LEAD_WEIGHT = 1.5
_LEAD_WORDS = 90
_SCALE = 32  # weights are kept as whole numbers of this part; the heaviest is below eight
# Articles that the common words stand for, beside those at hand: with few articles rareness is
# what it is in any news, and one more article moves no weight by much.
_BACKGROUND = 2000
# On a site of fewer articles it counts how large a part of all has a word, if so many have it.
_SMALL, _SHARED = 100, 2
_WITHIN = 2**0.25  # where in its step a number counts


def weigh_terms(title: Sequence[str], words: Sequence[str], language: str = "en") -> Terms:
    """Return the words of an article that tell most of it, rare ones before common ones."""
    stop = read_language(language).stop
    in_title = set(list_terms(title, stop))
    in_lead = set(list_terms(words[:_LEAD_WORDS], stop))
    counts = _count_terms(words, stop)
    counts.update(in_title)
    weights = {word: _SATURATED[count] for word, count in counts.items()}
    for words_there, weight in ((in_title, _TITLE_WEIGHT), (in_lead, _LEAD_WEIGHT)):
        for word in words_there & weights.keys():
            weights[word] *= weight
    scores = {word: weight * _ANYWHERE[word] for word, weight in weights.items()}
    least = min(sorted(scores.values(), reverse=True)[:_MOST], default=0.0)
    ranked = sorted([(-score, word) for word, score in scores.items() if least <= score])
    chosen = [word for _, word in ranked[:_MOST]]
    return Terms(
        words=" ".join(chosen), weights=bytes(round(_SCALE * weights[word]) for word in chosen)
    )


def list_terms(words: Sequence[str], stop: frozenset[str]) -> list[str]:
    """Return what of the words can tell articles apart, plurals as one, without ``stop`` words.

    Where a script has no spaces, two neighbouring characters say more than one.

    >>> list_terms(["ferries", "1987"], frozenset()), list_terms(["渡", "し", "船"], frozenset())
    (['ferry'], ['渡し', 'し船'])
    """
    read = _terms_without(stop)
    return [term for word in words if (term := read[word])] + join_signs(words)


def _count_terms(words: Sequence[str], stop: frozenset[str]) -> Counter[str]:
    """Count what :func:`list_terms` lists; each word is read once, however often it is said."""
    read = _terms_without(stop)
    counts = Counter(map(read.__getitem__, words))
    del counts[""]
    counts.update(join_signs(words))
    return counts


@cache
def _terms_without(stop: frozenset[str]) -> Mapping[str, str]:
    """Return what tells of each word, as :func:`_read_term` does."""
    return Answers(lambda word: _read_term(word, stop), most=50_000)


def _read_term(word: str, stop: frozenset[str]) -> str:
    """Return what of a word can tell articles apart, nothing where it cannot."""
    term = fold_plural(word)
    is_common = word in stop or term in stop
    return "" if is_common or len(term) < _SHORTEST or term.isdigit() else term


@dataclass(frozen=True, slots=True)
class Rareness:
    """How little a word is expected in an article: inverse document frequency.

    ``support`` counts the articles that have each word, ``number`` is that of all articles.
    Both count in steps, so that one more article makes few words rarer or less rare, and what was
    related stays so.
    """

    support: Mapping[str, int]
    number: int

    def measure(self, word: str) -> float:
        """Return the logarithm of one article in how many has the word.

        >>> here = Rareness({"ferry": 9, "president": 9}, 100)
        >>> here.measure("ferry") > here.measure("president")
        True
        """
        support = self.support.get(word, 0)
        halves = math.floor(2 * math.log2(1 + self.number / _BACKGROUND)) + 1
        number = _BACKGROUND * 2 ** (halves / 2)
        rare = _measure(word, number, _step(support))
        # The name of a site's own town is rare in any news, and tells nothing there.
        if support <= _SHARED or _SMALL <= self.number:
            return rare
        return rare * (1 - support / self.number * (1 - self.number / _SMALL))


def _step(support: int) -> float:
    """Return what stands for all numbers of articles from one power of two to the next.

    >>> [round(_step(support), 1) for support in (0, 1, 2, 3, 4, 7, 8)]
    [0.0, 2.0, 2.0, 2.4, 4.8, 4.8, 9.5]
    """
    if support <= _SHARED:
        return float(min(support, 1) * _SHARED)
    return _WITHIN * (1 << support.bit_length() - 1)


def measure_anywhere(word: str) -> float:
    """Return how little a word is expected in any news, whatever the articles at hand."""
    return _ANYWHERE[word]


def _measure(word: str, number: float, support: float) -> float:
    common = read_common_words().get(word, 0.0)
    return math.log((number + 1) / (support + _BACKGROUND * common + 0.5))


_ANYWHERE: Answers[str, float] = Answers(lambda word: _measure(word, _BACKGROUND, 0.0), most=50_000)
_SATURATED: Answers[int, float] = Answers(
    lambda count: count * (_SATURATION + 1) / (count + _SATURATION), most=2000
)
