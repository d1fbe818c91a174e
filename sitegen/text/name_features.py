"""Describe each word of a run as a model wants it: its shape, its company, the whole text.

The kinds of features are those of the field (Ratinov and Roth 2009, "Design challenges and
misconceptions in named entity recognition"): shape and affixes, gazetteers, the words around, and
what the document says of the word elsewhere.

A word is described in parts. A part is a kind of question and the words that it is asked of, and
:func:`list_features` answers it; so a model asks once for what many words have in common. What a
run says of its own words is told apart from what stands around it, because names come again.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from sitegen.text.lexicon import mark_phrase, mark_word
from sitegen.text.name_runs import Run, is_capital

Part = tuple[str, ...]
Evidence = Mapping[str, Part]


class Inside(NamedTuple):
    """What is known of a run wherever it stands: its words, and whether they open a sentence."""

    words: tuple[str, ...]
    opens: bool
    is_headline: bool


_REPEATED = re.compile(r"(.)\1+")
_LOCATIVE = frozenset({"in", "near", "from", "at", "across"})
_OFTEN = 3
_LONGEST_PHRASE = 4
_HAS = tuple((mark, f"has:{mark}") for mark in "opt")
_NEXT_EVIDENCE = frozenset({"D:title", "D:first", "D:organisation"})
_WIDE = frozenset("NDPc12topvxdms")  # marks worth a feature of a neighbour
_LONGEST_RUN = 5  # capitals; longer ones are all the same
_SIZES = {
    (length, is_single, is_headline): (
        f"length{length}",
        *(("headline",) if is_headline else ()),
        *(("single",) if is_single else ()),
    )
    for length in range(_LONGEST_RUN + 1)
    for is_single in (True, False)
    for is_headline in (True, False)
}
_FARTHEST = 4
_PLACES: tuple[Part, ...] = (
    ("told", "start"),
    *(("told", f"place{place}") for place in range(1, _FARTHEST + 1)),
)
_END = ("told", "end")
_SIDES = ("-", "+")
_SHARED = 3  # parts behind the word's own: its place, the whole run, the last word


def gather_evidence(runs: Iterable[Run], small: set[str]) -> Evidence:
    """Return what the whole text tells of each capital word, as a part."""
    told: dict[str, set[str]] = defaultdict(set)
    capitals: list[str] = []
    for run in runs:
        if not run.is_headline:
            capitals += _observe_run(run, told)
    for word, count in Counter(capitals).items():
        if word.lower() in small:
            told[word].add("D:small")
        if _OFTEN <= count:
            told[word].add("D:often")
    return {word: ("told", *sorted(features)) for word, features in told.items()}


def _observe_run(run: Run, told: dict[str, set[str]]) -> list[str]:
    """Note what a run tells of its words, and return its capital words."""
    words = run.words
    row = (run.before, *words, run.after)
    capitals = []
    for place, word in enumerate(words):
        if is_capital(word):
            capitals.append(word)
            seen = told[word]
            seen.update(_observe_before(row[place], place > 0), _observe_after(row[place + 2]))
            if place or not run.opens:
                seen.add("D:inside")
    if len(words) == 1:
        told[words[0]].add("D:alone")
    elif initials := "".join([word[0] for word in words if word[0].isupper()]):
        told[initials].add("D:initials")
    return capitals


@lru_cache(maxsize=20_000)
def _observe_before(word: str, is_inside: bool) -> tuple[str, ...]:  # noqa: FBT001 - remembered faster
    """Return what the word before one tells of it; ``is_inside`` their run."""
    marks = mark_word(word) if word else ""
    told = (
        ("D:title", "t" in marks),
        ("D:first", "1" in marks and is_inside),
        ("D:in", word in _LOCATIVE),
        ("D:said", "v" in marks),
    )
    return tuple(feature for feature, is_told in told if is_told)


@lru_cache(maxsize=20_000)
def _observe_after(word: str) -> tuple[str, ...]:
    """Return what the word behind one tells of it."""
    marks = mark_word(word) if word else ""
    told = (("D:said", "v" in marks), ("D:organisation", word[:1].isupper() and "o" in marks))
    return tuple(feature for feature, is_told in told if is_told)


def describe_run(run: Run, evidence: Evidence) -> list[list[Part]]:
    """Return the parts that describe each word of a run."""
    inside = describe_inside(Inside(run.words, run.opens, run.is_headline))
    around = describe_around(run, evidence)
    return [_order(own, others) for own, others in zip(inside, around, strict=True)]


def _order(own: Sequence[Part], others: Sequence[Part]) -> list[Part]:
    """Put parts in the order in which the weights were learnt, which moves their last digits."""
    word, *rest = own
    beside = sorted([part for part in (*rest, *others) if part[0] in _SIDES], reverse=True)
    rest = [part for part in rest if part[0] not in _SIDES]
    told = [part for part in others if part[0] not in _SIDES]
    return [word, *beside, *rest[:_SHARED], *told, *rest[_SHARED:]]


def describe_inside(inside: Inside) -> list[list[Part]]:
    """Return the parts of each word that the run alone tells."""
    words = inside.words
    last = len(words) - 1
    whole, head = _describe_whole(inside), ("head", words[last])
    described: list[list[Part]] = []
    for place, word in enumerate(words):
        parts = [("word", word), _PLACES[min(place, _FARTHEST)], whole, head]
        if place:
            parts.append(("-", words[place - 1]))
        if place < last:
            parts.append(("+", words[place + 1]))
        described.append(parts)
    described[last].append(_END)
    if inside.opens:
        described[0].append(("opens", words[0]))
    if last:
        for place, phrases in enumerate(_find_phrases(words)):
            described[place] += phrases
    return described


def describe_around(run: Run, evidence: Evidence) -> list[list[Part]]:
    """Return the parts of each word that the sentence around the run and the whole text tell."""
    words = run.words
    told = [evidence.get(word) for word in words]
    described = [[part] if part else [] for part in told]
    for place, part in enumerate(told[1:]):
        if part and not _NEXT_EVIDENCE.isdisjoint(part):
            described[place].append(("next", *part))
    described[0].append(("-", run.before or "<"))
    described[-1].append(("+", run.after or ">"))
    return described


def _describe_whole(inside: Inside) -> Part:
    """Return what all words of a run share."""
    marks = "".join(map(mark_word, inside.words))
    has = [feature for mark, feature in _HAS if mark in marks]
    length = min(sum(map(is_capital, inside.words)), _LONGEST_RUN)
    return ("told", *has, *_SIZES[length, len(inside.words) == 1, inside.is_headline])


def list_features(part: Part) -> tuple[str, ...]:
    """Return the features that a part stands for.

    >>> list_features(("opens", "Paris")), list_features(("told", "D:in"))
    (('opens', 'opens:ACFfghl12c'), ('D:in',))
    """
    kind, *words = part
    return tuple(_QUESTIONS[kind](words))


def _describe_head(words: Sequence[str]) -> Iterator[str]:
    """Yield the features that the last word of a run gives to all of them."""
    yield f"head={words[0].lower()}"
    yield from (f"head:{mark}" for mark in mark_word(words[0]))


def _describe_opener(words: Sequence[str]) -> Iterator[str]:
    """Yield the features of a word that begins its sentence."""
    yield "opens"
    yield f"opens:{mark_word(words[0])}"


def _describe_word(words: Sequence[str]) -> Iterator[str]:
    """Yield the features of a word by itself."""
    (word,) = words
    lower = word.lower()
    marks = mark_word(word)
    yield from (f"w={lower}", f"^{lower[:3]}")
    yield from (f"{lower[-length:]}$" for length in (2, 3, 4))
    yield f"shape={_find_shape(word)}"
    yield from (f":{mark}" for mark in marks)
    yield f"marks={''.join(mark for mark in marks if mark in _WIDE)}"


def _find_shape(word: str) -> str:
    """Return how a word is written.

    >>> _find_shape("McKay"), _find_shape("U.S."), _find_shape("A380")
    ('XxXx', 'X.X.', 'X9')
    """
    if word.isascii() and word.isalpha() and word[0].isupper() and word[1:].islower():
        return "Xx"  # most names
    return _REPEATED.sub(r"\1", "".join(map(_find_sign, word)))


def _find_sign(sign: str) -> str:
    return "X" if sign.isupper() else "x" if sign.islower() else "9" if sign.isdigit() else sign


def _describe_neighbour(side: str) -> Callable[[Sequence[str]], Iterator[str]]:
    """Return what yields the features of the word before (``-``) or after (``+``)."""

    def describe(words: Sequence[str]) -> Iterator[str]:
        (word,) = words
        yield from (f"{side}={word.lower()}", f"{side}{_find_sign(word[0])}")
        yield from (f"{side}:{mark}" for mark in mark_word(word) if mark in _WIDE)

    return describe


def _describe_following(features: Sequence[str]) -> Iterator[str]:
    """Yield what the text tells of the next word, as far as it tells of this one too."""
    return (f"+{told}" for told in features if told in _NEXT_EVIDENCE)


def _find_phrases(words: tuple[str, ...]) -> tuple[tuple[Part, ...], ...]:
    """Return for each word the longer places of the table that it is in, as parts."""
    found: list[list[Part]] = [[] for _ in words]
    lower = [word.lower() for word in words]
    for start in range(len(words) - 1):
        for end in range(start + 2, min(len(words), start + _LONGEST_PHRASE) + 1):
            if marks := mark_phrase(" ".join(lower[start:end])):
                for place in range(start, end):
                    how = "begins" if place == start else "within"
                    found[place].append(("told", f"{how}:{marks[0]}"))
    return tuple(map(tuple, found))


# What answers each kind of part.
_QUESTIONS: Mapping[str, Callable[[Sequence[str]], Iterable[str]]] = {
    "told": iter,
    "word": _describe_word,
    "head": _describe_head,
    "opens": _describe_opener,
    "next": _describe_following,
    "-": _describe_neighbour("-"),
    "+": _describe_neighbour("+"),
}
