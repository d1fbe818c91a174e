"""Tell of what kind a name is by its words, and correct by what is certain what a model says."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from sitegen.text.lexicon import mark_phrase, mark_word, read_lexicon
from sitegen.text.name_runs import is_capital
from sitegen.text.package_data import read_kinds

# A ``people`` is the adjective of one: no name here, but its country is.
SpanKind = Literal["person", "place", "organisation", "people", "other"]
Guess = SpanKind | Literal[""]

BODIES = frozenset("op")  # marks of words of organisations and places

_ARTICLES = frozenset({"al", "el"})
_ENOUGH = 2  # words in the name of a person
_LANDMARKS = frozenset({"Bay", "Cape", "Fort", "Lake", "Mount", "Mt", "Port", "Puerto", "River"})
_BY_LANDMARK = frozenset({"organisation", "person"})
_NO_NAMES = frozenset("xmtop")  # marks of single words that name nothing by themselves
_PERSONAL = frozenset("12")  # marks of first names and surnames
_PEOPLES = frozenset("dD")
_OWNERS = frozenset({"'s", "’s", "'", "’"})
_NUMBERS = read_kinds(__package__, "en/counting.txt")
_TENS = frozenset(word for row in _NUMBERS["ten"] for word in row)
_UNITS = frozenset(word for row in _NUMBERS["unit"] for word in row)


@lru_cache(maxsize=20_000)
def judge_kind(words: tuple[str, ...], kind: Guess) -> Guess:
    """Return the kind of a name by what is known of it, else by the model."""
    text = " ".join(words).replace(". ", ".")
    known = read_lexicon().kinds.get(text)
    if known and (kind != "person" or known == "place" or _PERSONAL.isdisjoint(mark_word(text))):
        return known
    if is_people(words):
        return "people"
    marks = mark_phrase(text.lower()) if 1 < len(words) else mark_word(text)
    if (1 < len(words) and all(map(_is_code, words))) or is_number(words):
        return ""
    if len(words) == 1 and "s" in marks and (text.isupper() or _PERSONAL.isdisjoint(marks)):
        return ""
    if len(words) == 1 and (len(text) == 1 or not _NO_NAMES.isdisjoint(marks)):
        return ""
    if 1 < len(words) and (told := _tell_by_words(words, kind)) is not None:
        return told
    if kind in _BY_LANDMARK and words[0] in _LANDMARKS and _is_of_place(words, kind):
        return "place"
    if "N" in marks and kind and not ("1" in marks and kind == "person"):
        return "place"
    return _guess(words) if kind == "other" else kind


def _is_of_place(words: Sequence[str], kind: Guess) -> bool:
    """Tell whether the name of a landmark is that of a place: no club of it, and nobody."""
    is_nobody = kind != "person" or "1" not in mark_word(words[0])
    return is_nobody and BODIES.isdisjoint(mark_word(words[-1]))


def _tell_by_words(words: Sequence[str], kind: Guess) -> Guess | None:
    """Return the kind of several words that one of them tells, nothing if none does."""
    lists, first, last = read_lexicon().lists, words[0].lower(), words[-1].lower()
    if is_of_any_town(words):
        return ""
    if kind and last in lists["body"]:
        return "organisation"
    if first in lists["storm"] and "p" not in mark_word(last):
        return "other"
    return "organisation" if _is_surely_body(words, kind) else None


def is_of_any_town(words: Sequence[str]) -> bool:
    """Tell whether words say what every town has: ``Town Hall``."""
    is_first = words[0].lower() in read_lexicon().lists["settlement"]
    return is_first and 1 < len(words) and all(map(_is_of_bodies, words[1:]))


def _is_of_bodies(word: str) -> bool:
    return not BODIES.isdisjoint(mark_word(word))


def _guess(words: Sequence[str]) -> Guess:
    """Return the kind of a name that the model has none for, by its first and last words."""
    if is_person(words) and not mark_word(words[1]).strip("hl2"):
        return "person"
    if 1 < len(words) and "p" in mark_word(words[-1]):
        return "place"
    return "other"


def _is_code(word: str) -> bool:
    """Tell whether a word is a number or a part of a code, such as that of a post office."""
    return word.isupper() and any(map(str.isdigit, word))


def is_number(words: Sequence[str]) -> bool:
    """Tell whether a word is a number in words that begins a sentence: ``Thirty-six boats``."""
    tens, _, units = words[0].lower().partition("-")
    return len(words) == 1 and tens in _TENS and units in _UNITS


def _is_surely_body(words: Sequence[str], kind: Guess) -> bool:
    """Tell whether several words for a person or a place are those of a body."""
    return (kind == "person" and _is_body(words)) or (kind == "place" and _is_owned_body(words))


def _is_owned_body(words: Sequence[str]) -> bool:
    """Tell whether words end as a body that is somebody's: ``Orle Fishermen's Union``."""
    marks = mark_word(words[-1])
    return "o" in marks and "p" not in marks and words[-2] in _OWNERS


def _is_body(words: Sequence[str]) -> bool:
    """Tell whether words have one of a body, and do not begin with a first name."""
    return any("o" in mark_word(word) for word in words) and "1" not in mark_word(words[0])


def is_people(words: Sequence[str]) -> bool:
    """Tell whether words are the adjective of a people or of peoples."""
    text = " ".join(words)
    if text in read_lexicon().countries and text not in read_lexicon().kinds:
        return True
    if 1 < len(words) and "D" in mark_phrase(text.lower()):
        return True
    return all(not _PEOPLES.isdisjoint(mark_word(word)) for word in words) and (
        "N" not in mark_word(words[-1])
    )


def is_person(words: Sequence[str]) -> bool:
    """Tell whether words are a first name that is known, and a surname."""
    return len(words) == _ENOUGH and "1" in mark_word(words[0]) and is_plain(words)


def is_plain(words: Sequence[str]) -> bool:
    """Tell whether words can be the name of a person: capital, and no words of bodies or places."""
    return all(is_capital(word) and BODIES.isdisjoint(mark_word(word)) for word in words)


def cut_article(surname: str) -> str:
    """Return a surname without the Arabic article that it may be said without.

    >>> cut_article("al-Sisi"), cut_article("Al-Sisi"), cut_article("Alder")
    ('Sisi', 'Sisi', 'Alder')
    """
    article, _, name = surname.partition("-")
    return name if article.lower() in _ARTICLES and name[:1].isupper() else surname
