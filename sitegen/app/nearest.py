"""Say what somebody may have meant who wrote a name that we do not know."""

from collections.abc import Iterable
from difflib import get_close_matches


def find_nearest(name: str, known: Iterable[str], count: int = 1) -> tuple[str, ...]:
    """Return the known names that look most like the name, the nearest first.

    >>> find_nearest("titel", ("title", "author"))
    ('title',)
    """
    return tuple(get_close_matches(name, sorted(known), n=count, cutoff=0.6))


def suggest(name: str, known: Iterable[str]) -> str:
    """Return the way out of an unknown name.

    >>> suggest("titel", ("title", "author"))
    "did you mean 'title'?"
    >>> suggest("xyz", ("title", "author"))
    'known: author, title'
    """
    known = sorted(known)
    nearest = find_nearest(name, known)
    return f"did you mean {nearest[0]!r}?" if nearest else "known: " + ", ".join(known)
