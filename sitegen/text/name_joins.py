"""Tell which pieces of a run of capitals are one name together."""

from typing import NamedTuple

from sitegen.text.common_words import is_common
from sitegen.text.english import MONTHS
from sitegen.text.lexicon import mark_word, read_lexicon
from sitegen.text.name_kinds import Guess

_OF = frozenset({"of", "for"})
_OWNERS = frozenset({"'s", "’s", "'", "’"})
_PLURAL_OWNERS = frozenset({"'", "’"})
_NAMED = frozenset("opcPN")  # marks of what begins a name of its own
_PERSONAL = frozenset("12")  # marks of first names and surnames
_PLACES = frozenset("cPN")


class Whole(NamedTuple):
    """All words of a run.

    ``opens`` tells that the first begins a sentence, ``is_before_number`` that a number stands
    behind the last, ``is_ship`` that a word for a ship stands before the first.
    """

    words: tuple[str, ...]
    opens: bool
    is_before_number: bool
    is_ship: bool


class Cut(NamedTuple):
    """Where in a run a piece begins and ends, and what it seems to name."""

    start: int
    end: int
    kind: Guess


def join_cuts(whole: Whole, before: Cut, cut: Cut) -> Cut | None:
    """Return the one name that two pieces are, if they are: ``Museum`` of ``Applied Art``."""
    words = whole.words
    between = words[before.end : cut.start]
    if between and (_is_owned_body(whole, before, cut) or _is_list(whole, before, cut)):
        return Cut(before.start, cut.end, "organisation")
    if len(between) == 1 and between[0] in _OF and "o" in mark_word(words[before.end - 1]):
        return Cut(before.start, cut.end, "organisation")
    if not between and _is_first(whole, before) and _is_surname_too(whole, cut):
        return Cut(before.start, cut.end, "person")
    if not between and cut.kind == "person" and _is_unknown(whole, before):
        return Cut(before.start, cut.end, "person")
    return None


def _is_owned_body(whole: Whole, before: Cut, cut: Cut) -> bool:
    """Tell whether a body is that of an office or of many: ``Prosecutor's Office``, ``Workers'``.

    A body that somebody owns who is named, such as a country, has a name of its own.
    """
    words = whole.words
    owner, mark = words[before.end - 1], "".join(words[before.end : cut.start])
    marks = mark_word(words[cut.start])
    if mark not in _OWNERS or "o" not in marks or "p" in marks:
        return False
    if mark in _PLURAL_OWNERS:
        return owner.endswith("s") and _PERSONAL.isdisjoint(mark_word(owner))
    return "t" in mark_word(owner) or owner.lower() in read_lexicon().lists["role"]


def _is_list(whole: Whole, before: Cut, cut: Cut) -> bool:
    """Tell whether a body goes on behind "and" with what else it is for.

    ``Department of Health`` and ``Human Services``, but not ``Bank of Orle`` and ``Velmark``.
    """
    words = whole.words
    if words[before.end : cut.start] != ("and",) or before.kind != "organisation":
        return False
    body, further = words[before.start : before.end], words[cut.start : cut.end]
    is_for = "o" in mark_word(body[0]) and not _OF.isdisjoint(body) and is_common(body[-1])
    is_named = cut.kind in {"person", "place"} or " ".join(further) in read_lexicon().kinds
    return is_for and not is_named and _NAMED.isdisjoint(mark_word(further[0]))


def is_opening(whole: Whole, cut: Cut) -> bool:
    """Tell whether the first word may be capital only because it begins a sentence."""
    return whole.opens and cut.start == 0


def _is_unknown(whole: Whole, cut: Cut) -> bool:
    """Tell whether nothing is known of a piece, nor why it should be capital."""
    words = whole.words[cut.start : cut.end]
    is_known = any(mark_word(word) or is_common(word) for word in words)
    return not (cut.kind or is_opening(whole, cut) or is_known)


def _is_first(whole: Whole, cut: Cut) -> bool:
    """Tell whether a piece is a first name, and no place or word that opens a sentence."""
    if cut.end - cut.start != 1:
        return False
    marks = mark_word(whole.words[cut.start])
    is_opener = is_opening(whole, cut) and "s" in marks
    return "1" in marks and _PLACES.isdisjoint(marks) and not is_opener


def _is_surname_too(whole: Whole, cut: Cut) -> bool:
    """Tell whether a piece is one word for a month or a country, as in ``Theresa May``.

    Behind a month stands a number where it is one.
    """
    if cut.end - cut.start != 1:
        return False
    word, rest = whole.words[cut.start], whole.words[cut.end :]
    is_dated = rest[0][:1].isdigit() if rest else whole.is_before_number
    return (word.lower() in MONTHS or "N" in mark_word(word)) and not is_dated
