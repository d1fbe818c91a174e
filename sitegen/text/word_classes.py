"""Tell what an English word can be in a phrase, by lists and endings; no model, and no context."""

from collections.abc import Mapping
from functools import cache

from sitegen.text.english import MONTHS, STOPWORDS, WEEKDAYS
from sitegen.text.package_data import read_entries

_ADJECTIVE_ENDINGS = ("ous", "ful", "less", "able", "ible", "ical", "ional", "ish", "ary")
_VERB_ENDINGS = ("s", "es", "d", "ed", "ing")
_SHORTEST = 5  # letters from which an ending tells


def classify_word(word: str) -> str:
    """Return a letter: what the word can be in a phrase of nouns.

    ``N`` a noun, ``B`` a noun that may be a verb, ``A`` an adjective, ``L`` one
    that tells little, ``G`` a word in -ing, ``D`` a
    number, ``P`` what stands before a verb, and ``.`` what ends a phrase, be it a word or a sign.

    >>> "".join(map(classify_word, "to ban deadly herring fishing was denied in 1987".split()))
    'PBLNN...D'
    """
    lower = word.lower().replace("’", "'")
    lists = _read_lists()
    if lower in lists["before"]:
        return "P"
    if lower in lists["adjective"]:
        return "L"
    if word[0].isdigit():
        return "D"
    if not word[0].isalpha() or lower in STOPWORDS or len(word) == 1:
        return "."
    if word.isupper():
        return "N"
    if lower in MONTHS or lower in WEEKDAYS or lower in lists["general"]:
        return "."
    return _classify_plain(lower, lists)


def is_general(word: str) -> bool:
    """Tell whether a noun, folded, calls by a general word what the words before it tell apart.

    >>> is_general("official"), is_general("limit")
    (True, False)
    """
    return word in _read_lists()["head"]


def _classify_plain(lower: str, lists: Mapping[str, frozenset[str]]) -> str:
    """Return the class of a word that no list settles, by its ending; a noun if nothing tells."""
    if lower in lists["noun"]:
        return "N"
    if lower in lists["form"] or _is_verb(lower, lists):
        return "."
    if lower in lists["action"] or lower.removesuffix("s") in lists["action"]:
        return "B"
    if len(lower) < _SHORTEST:
        return "N"
    if lower.endswith(("ly", "ed")):
        return "."
    if lower.endswith("ing"):
        return "G"
    return "A" if lower.endswith(_ADJECTIVE_ENDINGS) else "N"


def _is_verb(lower: str, lists: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether a word is a form of a verb, and hardly a noun."""
    if lower in lists["verb"] or lower.endswith("ied"):
        return True
    for ending in _VERB_ENDINGS:
        if lower.endswith(ending):
            stems = _list_stems(lower.removesuffix(ending))
            if not lists["verb"].isdisjoint(stems):
                return True
            if ending[-1] != "s" and not lists["action"].isdisjoint(stems):
                return True
    return False


def _list_stems(rest: str) -> set[str]:
    """Return the verbs that a form may be of: ``plann`` of plan, ``carri`` of carry."""
    stems = {rest, f"{rest}e"}
    if rest[-1:] == rest[-2:-1]:
        stems.add(rest[:-1])
    if rest.endswith("i"):
        stems.add(f"{rest[:-1]}y")
    return stems


@cache
def _read_lists() -> Mapping[str, frozenset[str]]:
    lists: dict[str, set[str]] = {}
    for line in read_entries(__package__, "en/phrases.txt"):
        kind, _, words = line.partition(": ")
        lists.setdefault(kind, set()).update(words.split())
    return {kind: frozenset(words) for kind, words in lists.items()}
