"""What the words of a language tell of names: who is called so, which places, what goes before.

A table of words that names are made of, and lists of words that stand in or beside them; both are
data of the language, read when a first text of it is.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from sitegen.text.english import MONTHS, STOPWORDS, WEEKDAYS
from sitegen.text.normalize import strip_accents
from sitegen.text.package_data import read_entries

_LISTS = "en/words.txt"
_COUNTRIES = "en/countries.txt"
_TABLE = "en/gazetteer.txt"
_OF_PHRASES = frozenset({"known", "world", "outlet"})  # lists with entries of several words
# The marks of the table by what they have in common: cities, first names, surnames.
_COMMON = {"A": "c", "B": "c", "C": "c", "F": "1", "f": "1", "g": "1", "L": "2", "l": "2", "h": "2"}
_CONTRACTIONS = frozenset({"t", "re", "ve", "ll", "d", "m"})
_MARKS = {
    "title": "t",
    "organisation": "o",
    "place": "p",
    "speech": "v",
    "nothing": "x",
    "people": "d",
}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What is known of the words of a language.

    ``lists`` are the words of each list, ``listed`` for each word the letters of the lists that
    have it; ``marks`` the letters of the table for a word or phrase in
    small letters without accents; ``kinds`` tells of well-known names whether each is a ``place``
    or an ``organisation``; ``countries`` names the country of each of its names and peoples.
    """

    lists: Mapping[str, frozenset[str]]
    listed: Mapping[str, str]
    marks: Mapping[str, str]
    kinds: Mapping[str, Literal["place", "organisation"]]
    countries: Mapping[str, str]


@cache
def read_lexicon() -> Lexicon:
    """Return what English words tell of names; read once, when a first text needs it."""
    lists = _read_lists()
    # All rows are cut at once, in two thirds of the time of one after the other.
    fields = "\t".join(read_entries(__package__, _TABLE)).split("\t")
    marks = dict(zip(fields[::2], fields[1::2], strict=True))
    kinds: dict[str, Literal["place", "organisation"]] = {}
    kinds |= dict.fromkeys(sorted(lists.pop("known")), "organisation")
    kinds |= dict.fromkeys(sorted(lists.pop("world")), "place")
    countries: dict[str, str] = {}
    for line in read_entries(__package__, _COUNTRIES):
        names, peoples = (part.split(", ") for part in f"{line}: ".split(": ")[:2])
        kinds |= dict.fromkeys(names, "place")
        for form in filter(None, (*names, *peoples)):
            countries[form] = names[0]
            mark = "N" if form in names else "D"
            marks[form.lower()] = f"{marks.get(form.lower(), '').replace(mark, '')}{mark}"
    listed: dict[str, str] = defaultdict(str)
    for kind, mark in _MARKS.items():
        for word in lists[kind]:
            listed[word] += mark
    return Lexicon(lists, dict(listed), marks, kinds, countries)


def _read_lists() -> dict[str, frozenset[str]]:
    lists: dict[str, set[str]] = {}
    for line in read_entries(__package__, _LISTS):
        kind, _, words = line.partition(": ")
        entries = words.split(",") if kind in _OF_PHRASES else words.split()
        lists.setdefault(kind, set()).update(entry.strip() for entry in entries if entry)
    return {kind: frozenset(entries) for kind, entries in lists.items()}


@lru_cache(maxsize=50_000)
def mark_word(word: str) -> str:
    """Return a letter for each thing that is known of a word.

    Those of the table, what these have in common (``c`` a city, ``1`` a first name, ``2`` a
    surname), and those of the lists: ``t`` a title, ``o`` and ``p`` what an organisation or a place
    is called, ``v`` said of people, ``x`` no name, ``d`` a people, ``m`` a month or a weekday,
    ``s`` a small word.

    >>> mark_word("Jordan"), mark_word("President"), mark_word("the"), mark_word("Qwx")
    ('CFLghN12c', 't', 's', '')
    """
    lexicon = read_lexicon()
    lower = word.lower().rstrip(".").replace("’", "'")
    found = lexicon.marks.get(lower if lower.isascii() else strip_accents(lower), "")
    listed = lexicon.listed.get(lower, "")
    if lower.endswith("s") and "o" in lexicon.listed.get(lower[:-1], ""):
        listed = "".join(mark for mark in _MARKS.values() if mark == "o" or mark in listed)
    marks = f"{found}{_find_common(found)}{listed}"
    if lower in MONTHS or lower in WEEKDAYS:
        marks += "m"
    return marks + "s" if _is_small(lower) else marks


@lru_cache(maxsize=1000)
def _find_common(found: str) -> str:
    """Return what marks of the table have in common with others."""
    return "".join(sorted({_COMMON[mark] for mark in found if mark in _COMMON}))


def _is_small(word: str) -> bool:
    """Tell whether a word is a small one, or a contraction of one: ``we're``, ``don't``."""
    stem, _, ending = word.partition("'")
    return word in STOPWORDS or (
        ending in _CONTRACTIONS and (stem in STOPWORDS or stem.removesuffix("n") in STOPWORDS)
    )


@lru_cache(maxsize=20_000)
def is_outlet(name: str) -> bool:
    """Tell whether a name is that of a newspaper, a station, an agency or the like.

    >>> is_outlet("Reuters"), is_outlet("Orle Gazette"), is_outlet("Gazette Square")
    (True, True, False)
    """
    lists = read_lexicon().lists
    return (
        name in lists["outlet"]
        or name.title() in lists["outlet"]
        or (" " in name and name.rsplit(" ", 1)[1].lower() in lists["press"])
    )


def mark_phrase(words: str) -> str:
    """Return the marks of the table of several words, in small letters and without accents."""
    return read_lexicon().marks.get(words, "")
