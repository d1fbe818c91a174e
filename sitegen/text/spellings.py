"""Tell which names are one name in other letters: accents, hyphens, known transliterations."""

from functools import cache, lru_cache

from sitegen.text.normalize import fold, strip_accents
from sitegen.text.package_data import read_entries

_TABLE = "en/spellings.txt"


@lru_cache(maxsize=100_000)
def fold_spelling(name: str) -> str:
    """Return a form that is the same for all spellings of a name, and for nothing else.

    >>> fold_spelling("José Marañón") == fold_spelling("Jose Maranon")
    True
    >>> fold_spelling("Kiev"), fold_spelling("US") == fold_spelling("U.S.")
    ('kyiv', False)
    """
    table = _read_table()
    folded = _fold(name)
    if folded in table:
        return table[folded]
    return " ".join(table.get(word, word) for word in folded.split())


@cache
def _read_table() -> dict[str, str]:
    """Return the settled form of each other spelling."""
    table: dict[str, str] = {}
    for line in read_entries(__package__, _TABLE):
        settled, _, others = line.partition(": ")
        table |= {_fold(other): _fold(settled) for other in others.split(", ")}
    return table


def _fold(name: str) -> str:
    """Fold case, accents and hyphens; a sign that may be the name, such as in C++, stays."""
    return fold(strip_accents(name)).replace("-", " ").strip() or name
