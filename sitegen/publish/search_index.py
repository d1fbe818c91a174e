"""Which words stand in which articles: the index of some articles, and how they are joined.

An index is made of a chunk of articles at a time, so that a build makes anew only those chunks in
which a text has changed. What a word is worth in an article is settled here, once: BM25
(Robertson and Zaragoza 2009, doi 10.1561/1500000019) with a fixed mean length, so that an article's
words do not depend on other articles, and a share of its own for title and dek.

Postings are text: for each article the distance from the one before in base 36, nothing where it
is 1, and a capital letter from A (little) to P (much) for what the word is worth there. A letter
for a word of the title is higher than any other, so very common words keep just those postings.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from sitegen.model.value import value
from sitegen.publish.search_words import split_search_words
from sitegen.text.stems import find_stem

# BM25's usual parameters; the mean is that of news reports, in words.
SATURATION = 1.2
LENGTH_SHARE = 0.75
MEAN_LENGTH = 400
# What a word adds that stands in the title or in the dek; in the text it adds 2.2 at most.
IN_TITLE = 4.0
IN_DEK = 0.8
# Articles with a common word that are all named: some bytes for each of them.
LONGEST_POSTINGS = 2_048
LETTERS = "ABCDEFGHIJKLMNOP"
_MOST = SATURATION + 1 + IN_TITLE + IN_DEK
_LEAST_IN_TITLE = LETTERS[int(IN_TITLE * len(LETTERS) / _MOST)]

_POSTING = re.compile("([0-9a-z]*)([A-P])")
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@value
class SearchText:
    """What the search reads of an article."""

    language: str
    title: str
    dek: str
    text: str


@value
class Chunk:
    """Neighbouring articles in the order of the index."""

    texts: tuple[SearchText, ...]


@value
class Term:
    """A stem, the forms in which it is written, and the articles of a chunk that have it.

    ``postings`` lack the distance of the first article, whose place in the chunk is ``first``.
    """

    stem: str
    forms: tuple[str, ...]
    first: int
    last: int
    count: int
    postings: str


@value
class ChunkIndex:
    """The terms of a chunk of ``size`` articles, sorted by stem."""

    size: int
    terms: tuple[Term, ...]


@value
class Entry:
    """A term in all chunks that were joined; a very common one keeps articles titled with it."""

    forms: tuple[str, ...]
    postings: str
    is_common: bool = False


def index_chunk(chunk: Chunk) -> ChunkIndex:
    """Return the index of a chunk of articles.

    >>> wind = SearchText("en", "Wind", "", "Winds again")
    >>> for term in index_chunk(Chunk((wind, wind))).terms:
    ...     print(term.stem, term.forms, term.first, term.last, term.count, term.postings)
    again ('again',) 0 1 2 DD
    wind ('wind', 'winds') 0 1 2 MM
    """
    stems = _Stems()
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for place, text in enumerate(chunk.texts):
        for stem, letter in _weigh_words(text, stems):
            found[stem].append((place, letter))
    return ChunkIndex(
        size=len(chunk.texts),
        terms=tuple(_make_term(stem, stems.forms[stem], found[stem]) for stem in sorted(found)),
    )


def join_chunks(
    chunks: Sequence[ChunkIndex], most: int, longest: int = LONGEST_POSTINGS
) -> dict[str, Entry]:
    """Return the entries of consecutive chunks by stem.

    A term in more than ``most`` articles is common: beside others it tells nothing. In more than
    ``longest`` it keeps those alone that have it in their title.
    """
    parts: dict[str, list[tuple[int, Term]]] = defaultdict(list)
    start = 0
    for chunk in chunks:
        for term in chunk.terms:
            parts[term.stem].append((start, term))
        start += chunk.size
    return {stem: _join_terms(terms, most, longest) for stem, terms in parts.items()}


def write_postings(places: Iterable[int]) -> str:
    """Return the postings of places in ascending order that are all worth the same.

    >>> write_postings([0, 1, 40])
    'AA13A'
    """
    before = -1
    written = []
    for place in places:
        written.append(_write_distance(place - before) + LETTERS[0])
        before = place
    return "".join(written)


class _Stems:
    """Counts the stems of texts; ``forms`` is how each stem was written."""

    def __init__(self) -> None:
        self.forms: dict[str, set[str]] = defaultdict(set)
        self._known: dict[str, dict[str, str]] = defaultdict(dict)

    def count(self, text: str, language: str) -> Counter[str]:
        """Return how often a text has each stem."""
        words = split_search_words(text)
        known = self._known[language]
        for word in set(words).difference(known):
            known[word] = stem = find_stem(word, language)
            self.forms[stem].add(word)
        return Counter(map(known.__getitem__, words))


def _weigh_words(text: SearchText, stems: _Stems) -> list[tuple[str, str]]:
    """Return each stem of an article with the letter for its worth."""
    titled = stems.count(text.title, text.language)
    opening = stems.count(text.dek, text.language)
    said = stems.count(text.text, text.language)
    length = said.total() / MEAN_LENGTH
    divisor = SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * length)

    def weigh(times: int, more: float = 0.0) -> str:
        worth = times * (SATURATION + 1) / (times + divisor) + more
        return LETTERS[min(len(LETTERS) - 1, int(worth * len(LETTERS) / _MOST))]

    plain = {times: weigh(times) for times in set(said.values())}
    weighed = {stem: plain[times] for stem, times in said.items()}
    for stem in titled | opening:
        more = IN_TITLE * (stem in titled) + IN_DEK * (stem in opening)
        weighed[stem] = weigh(said[stem] or 1, more)
    return list(weighed.items())


def _make_term(stem: str, forms: set[str], found: Sequence[tuple[int, str]]) -> Term:
    first, written = found[0]
    before = first
    pieces = [written]
    for place, letter in found[1:]:
        pieces.append(_write_distance(place - before) + letter)
        before = place
    return Term(
        stem=stem,
        forms=tuple(sorted(forms)),
        first=first,
        last=before,
        count=len(found),
        postings="".join(pieces),
    )


def _join_terms(terms: Sequence[tuple[int, Term]], most: int, longest: int) -> Entry:
    forms = tuple(sorted({form for _, term in terms for form in term.forms}))
    before = -1
    pieces = []
    for start, term in terms:
        pieces.append(_write_distance(start + term.first - before) + term.postings)
        before = start + term.last
    postings = "".join(pieces)
    count = sum(term.count for _, term in terms)
    is_common = most < count
    is_long = is_common and longest < count
    return Entry(forms, _keep_titles(postings) if is_long else postings, is_common)


def _keep_titles(postings: str) -> str:
    """Return the postings of articles that have the word in their title.

    >>> _keep_titles("3BP2A2P")
    '4P4P'
    """
    kept = []
    distance = 0
    for step, letter in _POSTING.findall(postings):
        distance += int(step or "1", len(_DIGITS))
        if _LEAST_IN_TITLE <= letter:
            kept.append(_write_distance(distance) + letter)
            distance = 0
    return "".join(kept)


@lru_cache(maxsize=4_096)
def _write_distance(number: int) -> str:
    """Return a distance between two articles in base 36, nothing for neighbours.

    >>> [_write_distance(number) for number in (1, 2, 35, 36, 1400)]
    ['', '2', 'z', '10', '12w']
    """
    if number == 1:
        return ""
    digits = ""
    while number:
        number, digit = divmod(number, len(_DIGITS))
        digits = _DIGITS[digit] + digits
    return digits
