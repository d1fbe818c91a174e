"""Find where names can stand: runs of capitals in a sentence, with what stands around them."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from sitegen.text.english import LONG_TITLES
from sitegen.text.lexicon import mark_word, read_lexicon
from sitegen.text.sentences import split_sentences

_TOKEN = re.compile(
    r"[a-z]+(?=[ ,;:)])"  # most words, found first because that is fast
    r"|(?:[^\W\d_]\. ?)(?:[^\W\d_]\.)+"  # U.S., U. S.
    r"|(?:[A-Z]|St|Jr|Sr|Mt|Ft|Inc|Co|Corp|Ltd|Dr|Mr|Mrs|Ms|Gen|Sen|Rep|Gov|Prof|Lt|Col|Sgt|Capt"
    r"|Rev|Hon)\.(?= )"
    r"|\d+(?:[.,:]\d+)*(?![^\W_])"
    r"|['’]s\b"
    r"|[^\W_]+(?:(?:['’](?!s\b)|-)[^\W_]+)*"
    r"|\S"
)
# Small words and signs that stand inside names, and how many of them in a row.
_INNER = frozenset(
    "of the and for in on to with at de da del der den van von bin ibn bint al el la le du des di y"
    " dos e ul ur & ' ’ / + 's ’s".split()
)
_MOST_INNER = 3
_LONGEST = 40  # words in a run; no sentence names so much in a row
# Titles with small words inside, by their first word.
_LONG_TITLES: dict[str, list[tuple[str, ...]]] = {}
for _title in LONG_TITLES:
    _LONG_TITLES.setdefault(_title.split()[0], []).append(tuple(_title.split()))
_CONTEXT = 3  # words before and after a run
_PARTIES = frozenset({"R", "D"})  # as in R-Iowa
_PREFIX = 3  # letters; a shorter one may be an article, as in al-Sisi
_PERSONAL = frozenset("12")  # marks of first names and surnames
_BODIES = frozenset("opt")  # marks of words of organisations and places, and of further titles
_HEADLINE_WORDS = 4
_HEADLINE_SHARE = 0.6

Token = tuple[str, int, int]


class Run(NamedTuple):
    """Words that may hold names, with their places in a paragraph.

    A small word by itself at the start of a sentence is no run. ``opens`` tells that the first of
    them begins its sentence; ``is_headline`` that most words of the sentence are capital, so that a
    capital tells little.
    """

    paragraph: int
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    opens: bool
    is_headline: bool


def find_runs(paragraphs: Iterable[str]) -> tuple[list[Run], set[str]]:
    """Return the runs of a text in order, and its words in small letters.

    >>> runs, small = find_runs(["She met the mayor of Port Ellery in May."])
    >>> [run.words for run in runs]
    [('Port', 'Ellery', 'in', 'May')]
    """
    runs: list[Run] = []
    small: set[str] = set()
    for number, paragraph in enumerate(paragraphs):
        if paragraph.isupper():
            continue
        start = 0
        for sentence in split_sentences(paragraph):
            start = paragraph.index(sentence, start)
            tokens = _read_tokens(sentence, start)
            start += len(sentence)
            small.update([word for word, _, _ in tokens if word.islower()])
            runs += _cut_runs(tokens, number)
    return runs, small


def _read_tokens(sentence: str, start: int) -> list[Token]:
    tokens: list[Token] = []
    for match in _TOKEN.finditer(sentence):
        word = match[0]
        begin = match.start() + start
        if "-" in word and word != "-":
            tokens += _split_compound(word, begin)
        else:
            tokens.append((word, begin, begin + len(word)))
    return tokens


def _split_compound(word: str, begin: int) -> Iterator[Token]:
    """Part ``Paris-based`` and ``anti-Arab``, but neither ``Jean-Luc`` nor ``Chi-yuen``."""
    first, _, last = word.rpartition("-")
    lexicon = read_lexicon()
    is_pair = first in lexicon.countries and last in lexicon.countries
    is_other = last in lexicon.lists["compound"] or (last.islower() and last[-2:] == "ed")
    is_other = is_other or (first.islower() and _PREFIX <= len(first)) or first in _PARTIES
    if is_other or (is_pair and word not in lexicon.countries):
        middle = begin + len(first)
        yield first, begin, middle
        yield "-", middle, middle + 1
        yield last, middle + 1, begin + len(word)
    else:
        yield word, begin, begin + len(word)


@lru_cache(maxsize=50_000)
def is_capital(word: str) -> bool:
    """Tell whether a word has a capital letter: ``Orle``, ``UN``, ``iPhone``."""
    if word.islower():
        return False
    return word[0].isupper() or (word[0].isalpha() and word != word.lower())


def _cut_runs(tokens: list[Token], paragraph: int) -> Iterator[Run]:
    capitals = [is_capital(word) for word, _, _ in tokens]
    _take_long_titles(tokens, capitals)
    is_headline = _is_headline(tokens, sum(capitals))
    opens = True
    place, last = 0, len(tokens)
    while place < last:
        if not capitals[place]:
            opens = opens and not tokens[place][0][0].isalnum()
            place += 1
            continue
        end = _find_end(tokens, capitals, place)
        within = tokens[place:end]
        if opens and end == place + 1 and "s" in mark_word(within[0][0]):
            opens, place = False, end
            continue
        words, starts, ends = zip(*within, strict=True)
        before = tuple([word for word, _, _ in tokens[max(0, place - _CONTEXT) : place]])
        after = tuple([word for word, _, _ in tokens[end : end + _CONTEXT]])
        yield Run(paragraph, words, starts, ends, before, after, opens, is_headline)
        opens, place = False, end


def _is_headline(tokens: list[Token], capitals: int) -> bool:
    """Tell whether most words of a sentence are capital."""
    if capitals <= _HEADLINE_SHARE * _HEADLINE_WORDS:
        return False
    words = sum([word[0].isalpha() for word, _, _ in tokens])
    return _HEADLINE_WORDS < words and _HEADLINE_SHARE * words < capitals


def _take_long_titles(tokens: list[Token], capitals: list[bool]) -> None:
    """Take ``Secretary of State`` for small words: names do not begin or end with it."""
    for place, is_title in enumerate(capitals):
        for title in _LONG_TITLES.get(tokens[place][0], ()) if is_title else ():
            end = place + len(title)
            if title == tuple(token[0] for token in tokens[place:end]):
                capitals[place:end] = [False] * len(title)


def _find_end(tokens: list[Token], capitals: list[bool], start: int) -> int:
    """Return the place behind the last capital, or the number after one, of a run.

    A run also ends behind the title of a person: ``President``, before ``Ivo Brandt``.
    """
    end = place = start + 1
    last = min(len(tokens), start + _LONGEST)
    while place < last and place - end < _MOST_INNER + 1:
        word = tokens[place][0]
        if capitals[place] or (place == end and word[0].isdigit()):
            if place == end and _is_titled(tokens[place - 1][0], word):
                break
            end = place + 1
        elif word not in _INNER:
            break
        place += 1
    return end


def _is_titled(title: str, word: str) -> bool:
    """Tell whether the first of two words is a person's title, and not a part of the name.

    A title that is a name too, such as King or Major, is left to the model.
    """
    marks = mark_word(title)
    return "t" in marks and _PERSONAL.isdisjoint(marks) and _BODIES.isdisjoint(mark_word(word))
