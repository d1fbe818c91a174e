"""Propose which names may be one: for a person to look at, never taken up by itself."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from sitegen.model.proposal import AliasProposal
from sitegen.text.normalize import fold, strip_accents

_PARTS = re.compile(r"[\s.]+")
_MARKS = re.compile(r"[\s.,'’_-]+")  # not the signs by which C, C++ and C# differ
_LONG = 8  # letters, from which names that differ by one are seldom two
_ACRONYM = re.compile(r"[A-Z]{3,6}")
_SMALL = frozenset("a an and de del der for la le in of on the und y".split())
_CROWD = 6  # names of one key: more are a family or a fashion, and tell nothing


def propose_aliases(names: Mapping[str, int], settled: Iterable[str]) -> tuple[AliasProposal, ...]:
    """Return pairs of names that may be one, those with most articles first.

    ``names`` have the number of articles that say each. ``settled`` are names that a person has
    decided about, as alias or as stopped: they are left alone. Of two names the one with more
    articles, then the longer one, is proposed as the tag.

    >>> [(one.written, one.meant, one.reason)
    ...  for one in propose_aliases({"Wahlström": 9, "Wahlstrom": 2, "Mira": 1}, ())]
    [('Wahlstrom', 'Wahlström', 'the same letters')]
    """
    known = frozenset(map(fold, settled))
    free = sorted(name for name in names if fold(name) not in known)
    found: dict[tuple[str, str], str] = {}
    for reason, pairs in (
        ("the same letters", _pair_by_letters(free)),
        ("one in the plural", _pair_by_plural(free)),
        ("initials", _pair_by_initials(free)),
        ("one letter differs", _pair_by_one_letter(free)),
    ):
        for one, other in pairs:
            found.setdefault((min(one, other), max(one, other)), reason)
    proposals = [_order(names, pair, reason) for pair, reason in found.items()]
    return tuple(sorted(proposals, key=lambda one: (-sum(one.articles), one.meant, one.written)))


def _order(names: Mapping[str, int], pair: tuple[str, str], reason: str) -> AliasProposal:
    written, meant = sorted(pair, key=lambda name: (names[name], len(name), name))
    if reason == "initials":
        written, meant = sorted(pair, key=len)  # the whole name, whatever is said more often
    return AliasProposal(written, meant, reason, (names[written], names[meant]))


def _pair_groups(groups: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    for key in sorted(groups):
        if len(groups[key]) <= _CROWD:
            yield from combinations(groups[key], 2)


def _pair_by_letters(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield names that differ by accents, capitals, marks and spaces alone."""
    groups: dict[str, list[str]] = defaultdict(list)
    for name in names:
        if letters := _read_letters(name):
            groups[letters].append(name)
    yield from _pair_groups(groups)


def _pair_by_plural(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    by_key = {fold(name): name for name in names}
    for key, name in sorted(by_key.items()):
        for ending in ("s", "es"):
            if len(key) > 3 and key + ending in by_key:  # noqa: PLR2004 - "US" is no plural of "U"
                yield name, by_key[key + ending]


def _pair_by_initials(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield an acronym with each name that it may stand for."""
    acronyms = {name for name in names if _ACRONYM.fullmatch(name)}
    for name in names:
        words = [word for word in re.split(r"[\s-]+", name) if fold(word) not in _SMALL]
        initials = "".join(word[:1] for word in words).upper()
        if len(words) > 1 and initials in acronyms:
            yield initials, name


def _pair_by_one_letter(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield long names that are equal but for one letter, added, lost or changed.

    Each is looked for by what is left without one of its letters, so all names take time in
    proportion to their length (Garbe, SymSpell, 2012).
    """
    groups: dict[str, set[str]] = defaultdict(set)
    letters = {name: _read_letters(name) for name in names}
    for name, key in letters.items():
        if len(key) >= _LONG and not any(map(str.isdigit, key)):
            for place in range(len(key) + 1):
                groups[key[:place] + key[place + 1 :]].add(name)
    for key in sorted(groups):
        for one, other in combinations(sorted(groups[key]), 2):
            is_near = abs(len(letters[one]) - len(letters[other])) < 2  # noqa: PLR2004
            if is_near and letters[one] != letters[other] and _share_initials(one, other):
                yield one, other


def _share_initials(one: str, other: str) -> bool:
    """Tell whether two names have the same initials; the letter that differs is no slip there."""
    first, second = (
        [word for word in _PARTS.split(name) if len(word) == 1] for name in (one, other)
    )
    return first == second


def _read_letters(name: str) -> str:
    return _MARKS.sub("", strip_accents(fold(name)))
