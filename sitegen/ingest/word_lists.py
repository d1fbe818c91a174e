"""The word lists of the rules: data files beside the code, read as part of it.

A list holds one entry a line, folded; ``#`` begins a comment line. They are data, so that a
person who meets a new button adds a line and no code.
"""

import re
from collections.abc import Iterable, Sequence

from sitegen.text.normalize import fold
from sitegen.text.package_data import read_entries


def read_words(name: str) -> frozenset[str]:
    """Return the entries of a list.

    >>> "share" in read_words("buttons")
    True
    """
    return frozenset(_read_entries(name))


def read_named(name: str) -> dict[str, str]:
    """Return the entries of a list whose lines are ``RULE: words``, each with its rule.

    >>> read_named("enders")["most read"]
    'links'
    """
    pairs = (entry.partition(": ") for entry in _read_entries(name))
    return {words: rule for rule, _, words in pairs}


def find_any(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern that finds any of the phrases as whole words, the longest first.

    >>> find_any(["sign up", "sign up for our"]).search("to sign up for our letter")[0]
    'sign up for our'
    """
    every = sorted(sorted(phrases), key=len, reverse=True)
    # Behind a first letter that is written out a search leaps from one of them to the next.
    rests: dict[str, list[str]] = {}
    for phrase in every:
        rests.setdefault(re.escape(phrase[0]), []).append(re.escape(phrase[1:]))
    some = (rf"{first}(?<!\w{first})(?:{'|'.join(rest)})" for first, rest in rests.items())
    return re.compile(rf"(?:{'|'.join(some)})(?!\w)")


def _read_entries(name: str) -> Sequence[str]:
    """Return the entries of a list, folded as a whole, for one by one takes ten times as long."""
    return fold("\n".join(read_entries(__package__, f"words/{name}.txt"))).split("\n")
