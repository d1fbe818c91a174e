"""What rules know of each language: its small words, months and weekdays, as far as it is told.

Each language has a folder beside this module, named by its code (ISO 639), with a table
``grammar.txt`` whose lines are ``KIND: word word …``. Every kind may be missing: a rule that has
no words goes by shapes alone. English has more tables, from which names are told: see
:mod:`sitegen.text.lexicon`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sitegen.text.normalize import fold
from sitegen.text.package_data import list_folders, read_kinds

_TABLE = "grammar.txt"


@dataclass(frozen=True, slots=True)
class Language:
    """The words of one language that rules ask for, folded unless it is said otherwise.

    ``stop`` words are so common that they tell nothing of what a text is about; ``letters`` are
    those that not all of its neighbours have. ``months`` and ``weekdays`` have their numbers:
    January is 1, Monday is 0. Behind one of the ``abbreviations``, as they are written, a stop ends
    no sentence. Where all nouns have a capital, ``articles`` stand before those that are no names,
    ``titles`` are how words end that stand before the name of a person or a place, and
    ``adjectives`` how an adjective ends, and ``measures`` count what stands behind them.
    ``leaning`` words at the head of a sentence mean what stands before it; ``persons`` stand for
    people who were named there, and ``pointing`` ones, at the head of a text, mean what follows.
    By ``readers`` a writer speaks to readers, or of the own person.
    """

    code: str
    stop: frozenset[str]
    letters: frozenset[str]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    abbreviations: frozenset[str]
    articles: frozenset[str]
    titles: tuple[str, ...]
    adjectives: tuple[str, ...]
    measures: frozenset[str]
    leaning: frozenset[str]
    persons: frozenset[str]
    pointing: frozenset[str]
    readers: frozenset[str]


@cache
def list_languages(table: str = _TABLE) -> tuple[str, ...]:
    """Return the codes of all languages that have a table of that name, in order.

    >>> {"de", "en", "fr"} <= set(list_languages())
    True
    """
    return list_folders(__package__, table)


@cache
def read_language(tag: str) -> Language:
    """Return what is known of the language of a tag such as ``pt-BR``; maybe nothing.

    Without a tag it is English: texts are so short that their language cannot be told.

    >>> read_language("de-AT").months["märz"], read_language("tlh").stop
    (3, frozenset())
    """
    code = tag.split("-", maxsplit=1)[0].lower() or "en"
    rows = read_kinds(__package__, f"{code}/{_TABLE}") if code in list_languages() else {}
    return Language(
        code=code,
        stop=_fold(rows, "stop"),
        letters=_fold(rows, "letter"),
        months=_number(rows.get("month", ()), first=1),
        weekdays=_number(rows.get("weekday", ()), first=0),
        abbreviations=frozenset(word for row in rows.get("abbreviation", ()) for word in row),
        articles=_fold(rows, "article"),
        titles=tuple(sorted(_fold(rows, "title"))),
        adjectives=tuple(sorted(_fold(rows, "adjective"))),
        measures=_fold(rows, "measure"),
        leaning=_fold(rows, "leaning"),
        persons=_fold(rows, "person"),
        pointing=_fold(rows, "pointing"),
        readers=_fold(rows, "reader"),
    )


def _fold(rows: Mapping[str, Sequence[Sequence[str]]], kind: str) -> frozenset[str]:
    words = fold("\n".join(word for row in rows.get(kind, ()) for word in row))
    return frozenset(words.split("\n")) if words else frozenset()


def _number(rows: Sequence[Sequence[str]], first: int) -> dict[str, int]:
    """Return the number of each row for all its words."""
    return {fold(word): number for number, row in enumerate(rows, first) for word in row}
