"""Find where names can stand: runs of capitals in a sentence, with what stands around them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from sitegen.text.answers import Answers
from sitegen.text.english import LONG_TITLES
from sitegen.text.lexicon import mark_word, read_lexicon
from sitegen.text.sentences import split_sentences

_TOKEN = re.compile(
    r"[A-Za-z]++(?=[ ,;:)])"  # most words, found first because that is fast
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
_PARTIES = frozenset({"R", "D"})  # as in R-Iowa
_PREFIX = 3  # letters; a shorter one may be an article, as in al-Sisi
_PERSONAL = frozenset("12")  # marks of first names and surnames
_BODIES = frozenset("opt")  # marks of words of organisations and places, and of further titles
_HEADLINE_WORDS = 4
_HEADLINE_SHARE = 0.6
# What a word is in a sentence, as a letter, so that one search through these finds its runs: of
# capitals the titles of people, those of bodies and places, the others; small words and signs that
# names have inside; other small words; numbers, and signs such as a half; all other signs.
_TITLE, _BODY, _CAPITAL, _INNER_WORD, _INNER_SIGN, _SMALL, _NUMBER, _FIGURE, _SIGN = "TBCi&sn½."
_PARENT = re.compile(r"[A-Za-z]+-of-(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2})")
_SCORE = re.compile(r"\d{1,2} [-–] \d{1,2}")  # longer numbers are years, or those of aeroplanes
_LONG_TITLE = "L"  # what long titles begin with, until it is told whether this is one
# Only behind the last capital stands a number. A run ends behind the title of a person, unless that
# of a body or a place follows: "President", before "Ivo Brandt". A title that is a name too, such
# as King or Major, is left to the model.
_RUN = re.compile(rf"[TBC](?:[TB]|(?<!T)[Cn]|[i&]{{1,{_MOST_INNER}}}[TBC]){{0,{_LONGEST}}}")


class Sentence(NamedTuple):
    """The words and signs of a sentence; ``start`` is its place in the text of a paragraph."""

    paragraph: int
    text: str
    start: int
    words: list[str]


class Inside(NamedTuple):
    """What is known of a run wherever it stands: its words, and whether they open a sentence.

    ``opens`` tells that the first of them does; ``is_headline`` that most words of the sentence are
    capital, so that a capital tells little.
    """

    words: tuple[str, ...]
    opens: bool
    is_headline: bool


class Run(NamedTuple):
    """Words that may hold names, and where in a sentence they stand; the first is a capital.

    A small word by itself at the start of a sentence is no run.
    """

    sentence: Sentence
    place: int
    inside: Inside
    before: str
    after: str

    @property
    def words(self) -> tuple[str, ...]:
        """The words."""
        return self.inside.words


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
            words = _read_words(sentence)
            small.update(filter(str.islower, words))
            runs += _cut_runs(Sentence(number, sentence, start, words))
            start += len(sentence)
    return runs, small


def drop_score(run: Run) -> tuple[str, ...]:
    """Return the words of a run without how a match ended: ``Orle Rovers 3-1 Ellery``.

    The model is shown the whole run: it learnt from such.
    """
    words = run.inside.words
    if words[-1][0].isdigit() and 1 < len(words):
        last = run.place + len(words) - 1
        if _SCORE.fullmatch(" ".join(run.sentence.words[last : last + 3])):
            return words[:-1]
    return words


def locate_words(sentence: Sentence) -> list[tuple[int, int]]:
    """Return where each word of a sentence begins and ends in its paragraph.

    Only sentences with names are asked for, so they are searched when they are.
    """
    text, start = sentence.text, sentence.start
    end = 0
    places = []
    for word in sentence.words:
        begin = text.index(word, end)
        end = begin + len(word)
        places.append((start + begin, start + end))
    return places


def _read_words(sentence: str) -> list[str]:
    """Return the words and signs of a sentence."""
    words: list[str] = _TOKEN.findall(sentence)
    if "-" in sentence:
        for place in reversed(range(len(words))):
            if "-" in words[place][1:] and (end := _find_parting(words[place])):
                words[place : place + 1] = words[place][:end], "-", words[place][end + 1 :]
    return words


def _find_parting(word: str) -> int:
    """Return where to part ``Paris-based`` and ``anti-Arab``; 0 for ``Jean-Luc``, ``Chi-yuen``."""
    first, _, last = word.rpartition("-")
    lexicon = read_lexicon()
    is_pair = first in lexicon.countries and last in lexicon.countries
    is_other = last in lexicon.lists["compound"] or (last.islower() and last[-2:] == "ed")
    is_other = is_other or (first.islower() and _PREFIX <= len(first)) or first in _PARTIES
    return len(first) if is_other or (is_pair and word not in lexicon.countries) else 0


@lru_cache(maxsize=50_000)
def is_capital(word: str) -> bool:
    """Tell whether a word has a capital letter: ``Orle``, ``UN``, ``iPhone``."""
    if word.islower():
        return False
    return word[0].isupper() or (word[0].isalpha() and word != word.lower())


def _find_shape(word: str) -> str:
    """Return what a word is in a sentence; ``Mother-of-three`` at its start is no name."""
    if "-of-" in word and _PARENT.fullmatch(word):
        return _SMALL
    if is_capital(word):
        return _LONG_TITLE if word in _LONG_TITLES else _find_capital(word)
    if word in _INNER:
        return _INNER_WORD if word.isalpha() else _INNER_SIGN
    if word[0].isalpha():
        return _SMALL
    if word[0].isdigit():
        return _NUMBER
    return _FIGURE if word[0].isalnum() else _SIGN


def _find_capital(word: str) -> str:
    """Return what a capital word is: the title of a person, of a body or a place, or another."""
    marks = mark_word(word)
    if "t" in marks and _PERSONAL.isdisjoint(marks):
        return _TITLE
    return _CAPITAL if _BODIES.isdisjoint(marks) else _BODY


_SHAPES = Answers(_find_shape, most=50_000)


def _cut_runs(sentence: Sentence) -> Iterator[Run]:
    """Yield the runs of a sentence."""
    words = sentence.words
    shapes = "".join(map(_SHAPES.__getitem__, words))
    if _LONG_TITLE in shapes:
        shapes = _take_long_titles(words, shapes)
    is_headline = _is_headline(shapes)
    opens = True
    end = 0
    while match := _RUN.search(shapes, end):
        place, end = match.span()
        if _LONGEST < end - place and (part := _RUN.match(shapes, place, place + _LONGEST)):
            end = part.end()
        opens = opens and not shapes[:place].strip(_INNER_SIGN + _SIGN)
        if opens and end == place + 1 and "s" in mark_word(words[place]):
            opens = False
            continue
        before = words[place - 1] if place else ""
        after = words[end] if end < len(words) else ""
        inside = Inside(tuple(words[place:end]), opens, is_headline)
        yield Run(sentence, place, inside, before, after)
        opens = False


def _is_headline(shapes: str) -> bool:
    """Tell whether most words of a sentence are capital."""
    capitals = sum(map(shapes.count, (_CAPITAL, _BODY, _TITLE)))
    number = capitals + shapes.count(_SMALL) + shapes.count(_INNER_WORD)
    return _HEADLINE_WORDS < number and _HEADLINE_SHARE * number < capitals


def _take_long_titles(words: Sequence[str], shapes: str) -> str:
    """Take ``Secretary of State`` for small words: names do not begin or end with it."""
    read = list(shapes)
    end = 0
    while 0 <= (place := shapes.find(_LONG_TITLE, end)):
        word = words[place]
        lengths = (
            len(title)
            for title in _LONG_TITLES[word]
            if title == tuple(words[place : place + len(title)])
        )
        length = next(lengths, 0)
        taken = _SMALL * length or _find_capital(word)
        end = place + len(taken)
        read[place:end] = taken
    return "".join(read)
