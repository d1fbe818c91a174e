"""Describe each word of a run as a model wants it: its shape, its company, the whole text.

The kinds of features are those of the field (Ratinov and Roth 2009, "Design challenges and
misconceptions in named entity recognition"): shape and affixes, gazetteers, the words around, and
what the document says of the word elsewhere.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from sitegen.text.lexicon import mark_phrase, mark_word
from sitegen.text.name_runs import Run, is_capital

Evidence = Mapping[str, tuple[str, ...]]

_REPEATED = re.compile(r"(.)\1+")
_LOCATIVE = frozenset({"in", "near", "from", "at", "across"})
_OFTEN = 3
_LONGEST_PHRASE = 4
_HEAD_MARKS = frozenset("opt")
_NEXT_EVIDENCE = frozenset({"D:title", "D:first", "D:organisation"})
_WIDE = frozenset("NDPc12topvxdms")  # marks worth a feature of a neighbour


def gather_evidence(runs: Iterable[Run], small: set[str]) -> Evidence:
    """Return what the whole text tells of each capital word."""
    told: dict[str, set[str]] = defaultdict(set)
    counts: Counter[str] = Counter()
    for run in runs:
        if not run.is_headline:
            counts.update(_observe_run(run, told))
    for word, count in counts.items():
        if word.lower() in small:
            told[word].add("D:small")
        if _OFTEN <= count:
            told[word].add("D:often")
    return {word: tuple(sorted(features)) for word, features in told.items()}


def _observe_run(run: Run, told: dict[str, set[str]]) -> list[str]:
    """Note what a run tells of its words, and return its capital words."""
    row = (run.before[-1] if run.before else "", *run.words, run.after[0] if run.after else "")
    capitals = []
    for place, word in enumerate(run.words):
        if is_capital(word):
            capitals.append(word)
            told[word].update(_observe(row[place], row[place + 2], is_inside=place > 0))
            if place or not run.opens:
                told[word].add("D:inside")
    if len(run.words) == 1:
        told[run.words[0]].add("D:alone")
    elif initials := "".join(word[0] for word in run.words if word[0].isupper()):
        told[initials].add("D:initials")
    return capitals


def _observe(before: str, after: str, *, is_inside: bool) -> Iterable[str]:
    """Yield what the neighbours of one mention tell of a word."""
    marks = mark_word(before) if before else ""
    if "t" in marks:
        yield "D:title"
    if is_inside and "1" in marks:
        yield "D:first"
    if before in _LOCATIVE:
        yield "D:in"
    if after and ("v" in mark_word(after) or "v" in marks):
        yield "D:said"
    if after[:1].isupper() and "o" in mark_word(after):
        yield "D:organisation"


def describe_run(run: Run, evidence: Evidence) -> list[list[str]]:
    """Return the features of each word of a run."""
    row = ("<", "<", "<", *run.before)[-3:] + run.words + (*run.after, ">", ">", ">")[:3]
    whole = _describe_whole(run.words, is_headline=run.is_headline)
    shared = whole + _describe_context(row[1:3], row[-3:-1])
    phrases = _find_phrases(run.words)
    last = len(run.words) - 1
    described = []
    for place, word in enumerate(run.words):
        features = [
            *_describe_word(word),
            *_describe_neighbour(row[place + 2], "-"),
            *_describe_neighbour(row[place + 4], "+"),
            _describe_far(row[place + 1], "-"),
            _describe_far(row[place + 5], "+"),
            *shared,
            *phrases[place],
            *evidence.get(word, ()),
        ]
        if place < last:
            following = evidence.get(run.words[place + 1], ())
            features += [f"+{told}" for told in following if told in _NEXT_EVIDENCE]
        if place == 0:
            features.append("start")
            if run.opens:
                features += ("opens", f"opens:{mark_word(word)}")
        else:
            features.append(f"place{min(place, 4)}")
        if place == last:
            features.append("end")
        described.append(features)
    return described


@lru_cache(maxsize=20_000)
def _describe_whole(words: tuple[str, ...], *, is_headline: bool) -> tuple[str, ...]:
    """Return the features of a run that all its words share."""
    head = words[-1]
    features = [f"head={head.lower()}", *(f"head:{mark}" for mark in mark_word(head))]
    has = {mark for word in words for mark in mark_word(word)} & _HEAD_MARKS
    features += [f"has:{mark}" for mark in sorted(has)] if has else []
    features.append(f"length{min(sum(map(is_capital, words)), 5)}")
    if is_headline:
        features.append("headline")
    if len(words) == 1:
        features.append("single")
    return tuple(features)


def _describe_context(before: Sequence[str], after: Sequence[str]) -> tuple[str, ...]:
    """Return the features of the two words on each side of a run."""
    (far, near), (next_, later) = before, after
    return (
        f"before2={far.lower()} {near.lower()}",
        *_describe_side("before", near),
        f"after2={next_.lower()} {later.lower()}",
        *_describe_side("after", next_),
    )


@lru_cache(maxsize=20_000)
def _describe_side(side: str, word: str) -> tuple[str, ...]:
    """Return the features of the word next to a run."""
    marks = (f"{side}:{mark}" for mark in mark_word(word) if mark in _WIDE)
    return f"{side}={word.lower()}", *marks


@lru_cache(maxsize=20_000)
def _describe_far(word: str, side: str) -> str:
    """Return the feature of the word two places before (``-``) or after (``+``)."""
    return f"{side}2={word.lower()}"


@lru_cache(maxsize=20_000)
def _find_phrases(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return for each word the longer places of the table that it is in."""
    found: list[list[str]] = [[] for _ in words]
    lower = [word.lower() for word in words]
    for start in range(len(words) - 1):
        for end in range(start + 2, min(len(words), start + _LONGEST_PHRASE) + 1):
            if marks := mark_phrase(" ".join(lower[start:end])):
                for place in range(start, end):
                    found[place].append(f"{'begins' if place == start else 'within'}:{marks[0]}")
    return tuple(map(tuple, found))


@lru_cache(maxsize=20_000)
def _describe_word(word: str) -> tuple[str, ...]:
    """Return the features of a word by itself."""
    lower = word.lower()
    marks = mark_word(word)
    features = [f"w={lower}", f"^{lower[:3]}", f"{lower[-2:]}$", f"{lower[-3:]}$", f"{lower[-4:]}$"]
    features.append(f"shape={_find_shape(word)}")
    features += [f":{mark}" for mark in marks]
    features.append(f"marks={''.join(mark for mark in marks if mark in _WIDE)}")
    return tuple(features)


def _find_shape(word: str) -> str:
    """Return how a word is written.

    >>> _find_shape("McKay"), _find_shape("U.S."), _find_shape("A380")
    ('XxXx', 'X.X.', 'X9')
    """
    shape = "".join(
        "X" if sign.isupper() else "x" if sign.islower() else "9" if sign.isdigit() else sign
        for sign in word
    )
    return _REPEATED.sub(r"\1", shape)


@lru_cache(maxsize=50_000)
def _describe_neighbour(word: str, side: str) -> tuple[str, ...]:
    """Return the features of the word before (``-``) or after (``+``)."""
    sign = word[0]
    shape = "X" if sign.isupper() else "x" if sign.islower() else "9" if sign.isdigit() else sign
    marks = (f"{side}:{mark}" for mark in mark_word(word) if mark in _WIDE)
    return f"{side}={word.lower()}", f"{side}{shape}", *marks
