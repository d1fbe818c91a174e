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
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise

from sitegen.text.answers import Answers
from sitegen.text.lexicon import mark_phrase, mark_word
from sitegen.text.name_runs import Inside, Run, is_capital

Part = tuple[str, ...]
Evidence = Mapping[str, int]  # what the whole text tells of each capital word, by bits

# All that a text can tell of a word, as bits and in words.
_TOLD = {
    (_ALONE := 1 << 0): "D:alone",
    (_FIRST := 1 << 1): "D:first",
    (_IN := 1 << 2): "D:in",
    (_INITIALS := 1 << 3): "D:initials",
    (_INSIDE := 1 << 4): "D:inside",
    (_OFTEN := 1 << 5): "D:often",
    (_ORGANISATION := 1 << 6): "D:organisation",
    (_SAID := 1 << 7): "D:said",
    (_SMALL := 1 << 8): "D:small",
    (_TITLE := 1 << 9): "D:title",
}
_OF_NEXT = _TITLE | _FIRST | _ORGANISATION  # bits that tell something of the word before as well
_REPEATED = re.compile(r"(.)\1+")
_LOCATIVE = frozenset({"in", "near", "from", "at", "across"})
_MANY = 3
_LONGEST_PHRASE = 4
_HAS = tuple((mark, f"has:{mark}") for mark in "opt")
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
    """Return what the whole text tells of each capital word."""
    told: dict[str, int] = defaultdict(int)
    capitals: list[str] = []
    for run in runs:
        inside = run.inside
        if not inside.is_headline:
            words = inside.words
            found, observed = _INSIDES[inside]
            capitals += found
            for word, bits in observed:
                told[word] |= bits
            told[words[0]] |= _BEFORE[run.before]
            if is_capital(words[-1]):
                told[words[-1]] |= _AFTER[run.after]
    for word, count in Counter(capitals).items():
        if word.lower() in small:
            told[word] |= _SMALL
        if _MANY <= count:
            told[word] |= _OFTEN
    return told


def _observe_inside(inside: Inside) -> tuple[Sequence[str], Sequence[tuple[str, int]]]:
    """Return the capital words of a run, and what the run tells of each word."""
    words = inside.words
    last = len(words) - 1
    observed = []
    for place, word in enumerate(words):
        if is_capital(word):
            bits = _INSIDE if place or not inside.opens else 0
            if place:
                bits |= _observe_before(words[place - 1], is_inside=True)
            if place < last:
                bits |= _AFTER[words[place + 1]]
            observed.append((word, bits))
    capitals = tuple([word for word, _ in observed])
    if not last:
        observed.append((words[0], _ALONE))
    elif initials := "".join([word[0] for word in words if word[0].isupper()]):
        observed.append((initials, _INITIALS))
    return capitals, tuple(observed)


def _observe_before(word: str, *, is_inside: bool = False) -> int:
    """Return what the word before one tells of it; ``is_inside`` their run."""
    marks = mark_word(word) if word else ""
    return (
        _TITLE * ("t" in marks)
        | _FIRST * ("1" in marks and is_inside)
        | _IN * (word in _LOCATIVE)
        | _SAID * ("v" in marks)
    )


def _observe_after(word: str) -> int:
    """Return what the word behind one tells of it."""
    marks = mark_word(word) if word else ""
    return _SAID * ("v" in marks) | _ORGANISATION * (word[:1].isupper() and "o" in marks)


_INSIDES = Answers(_observe_inside, most=50_000)
_BEFORE = Answers(_observe_before, most=20_000)
_AFTER = Answers(_observe_after, most=20_000)


def describe_run(run: Run, evidence: Evidence) -> list[list[Part]]:
    """Return the parts that describe each word of a run."""
    inside = describe_inside(run.inside)
    around = _describe_around(run, evidence)
    whole = describe_whole(run.inside)
    return [_order(own, whole, others) for own, others in zip(inside, around, strict=True)]


def _order(own: Sequence[Part], whole: Sequence[Part], others: Sequence[Part]) -> list[Part]:
    """Put parts in the order in which the weights were learnt, which moves their last digits."""
    word, place, *rest = own
    rest = [place, *whole, *rest]
    beside = sorted([part for part in (*rest, *others) if part[0] in _SIDES], reverse=True)
    rest = [part for part in rest if part[0] not in _SIDES]
    told = [part for part in others if part[0] not in _SIDES]
    return [word, *beside, *rest[:_SHARED], *told, *rest[_SHARED:]]


def describe_inside(inside: Inside) -> list[list[Part]]:
    """Return the parts of each word that the run alone tells, without those of the whole run."""
    words = inside.words
    last = len(words) - 1
    described: list[list[Part]] = []
    for place, word in enumerate(words):
        parts = [("word", word), _PLACES[min(place, _FARTHEST)]]
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


def _describe_around(run: Run, evidence: Evidence) -> list[list[Part]]:
    """Return the parts of each word that the sentence around the run and the whole text tell."""
    told = [evidence.get(word, 0) for word in run.words]
    described = [[describe_told(own), describe_next(next_)] for own, next_ in pairwise((*told, 0))]
    described[0].append(describe_before(run.before))
    described[-1].append(describe_after(run.after))
    return described


def describe_told(bits: int) -> Part:
    """Return what the text tells of a word, as a part."""
    return ("told", *(feature for bit, feature in _TOLD.items() if bits & bit))


def describe_next(bits: int) -> Part:
    """Return what the text tells of the next word, as far as it tells of this one too."""
    return ("told", *(f"+{feature}" for feature in describe_told(bits & _OF_NEXT)[1:]))


def describe_before(word: str) -> Part:
    """Return the word before a run, or the beginning of its sentence, as a part."""
    return ("-", word or "<")


def describe_after(word: str) -> Part:
    """Return the word behind a run, or the end of its sentence, as a part."""
    return ("+", word or ">")


def describe_whole(inside: Inside) -> tuple[Part, Part]:
    """Return the parts that all words of a run share: the whole of it, and its last word."""
    marks = "".join(map(mark_word, inside.words))
    has = [feature for mark, feature in _HAS if mark in marks]
    length = min(sum(map(is_capital, inside.words)), _LONGEST_RUN)
    whole = ("told", *has, *_SIZES[length, len(inside.words) == 1, inside.is_headline])
    return whole, ("head", inside.words[-1])


def list_features(part: Part) -> tuple[str, ...]:
    """Return the features that a part stands for.

    >>> list_features(("opens", "Paris")), list_features(("told", "D:in"))
    (('opens', 'opens:ACFfghl12c'), ('D:in',))
    """
    kind, *words = part
    return tuple(_QUESTIONS[kind](words))


def _describe_head(words: Sequence[str]) -> list[str]:
    """Return the features that the last word of a run gives to all of them."""
    return [f"head={words[0].lower()}", *[f"head:{mark}" for mark in mark_word(words[0])]]


def _describe_opener(words: Sequence[str]) -> list[str]:
    """Return the features of a word that begins its sentence."""
    return ["opens", f"opens:{mark_word(words[0])}"]


def _describe_word(words: Sequence[str]) -> list[str]:
    """Return the features of a word by itself."""
    (word,) = words
    lower = word.lower()
    marks = mark_word(word)
    return [
        f"w={lower}",
        f"^{lower[:3]}",
        f"{lower[-2:]}$",
        f"{lower[-3:]}$",
        f"{lower[-4:]}$",
        f"shape={_find_shape(word)}",
        *[f":{mark}" for mark in marks],
        f"marks={''.join([mark for mark in marks if mark in _WIDE])}",
    ]


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


def _describe_neighbour(side: str) -> Callable[[Sequence[str]], list[str]]:
    """Return what gives the features of the word before (``-``) or after (``+``)."""

    def describe(words: Sequence[str]) -> list[str]:
        (word,) = words
        marks = [f"{side}:{mark}" for mark in mark_word(word) if mark in _WIDE]
        return [f"{side}={word.lower()}", f"{side}{_find_sign(word[0])}", *marks]

    return describe


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
    "-": _describe_neighbour("-"),
    "+": _describe_neighbour("+"),
}
