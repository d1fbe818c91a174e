"""Write sentences from ``grammar.txt``: follow the slots of an option until only words are left."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from benchmarks.dice import Dice

_SLOT = re.compile(r"\{([a-z.-]+)\}")
# What the grammar cannot see: an orchard, ferries, presses, at 6:10 p.m. at the end.
_SMOOTHINGS = (
    (re.compile(r"\b([Aa]) (?=[aeiou])", re.IGNORECASE), r"\1n "),
    (re.compile(r"(?<=[^aeiou])ys\b"), "ies"),
    (re.compile(r"(?<=ss|ch|sh)s\b"), "es"),
    (re.compile(r"(?<=\.m\.)\."), ""),
)
_OPENING = re.compile(r'^[a-z]|"[a-z]')  # a closing quotation mark has no letter after it

# An option, cut at its slots: words and the names of slots take turns, words first.
Option = tuple[str, ...]
Grammar = Mapping[str, tuple[Option, ...]]


def read_grammar() -> Grammar:
    """Return the options of each name of ``grammar.txt``."""
    text = Path(__file__).with_name("grammar.txt").read_text(encoding="utf-8")
    options: dict[str, list[Option]] = {}
    name = ""
    for line in text.splitlines():
        if line.startswith("["):
            name = line.strip("[]")
            options[name] = []
        elif line and not line.startswith("#"):
            options[name].append(tuple(_SLOT.split(line)))
    return {name: tuple(lines) for name, lines in options.items()}


def write_line(grammar: Grammar, name: str, fill: Callable[[str], str | None], dice: Dice) -> str:
    """Return one line for a name, with a capital at its start and ``an`` where it belongs.

    ``fill`` gives the words for a slot of its own, None for one that the grammar fills.
    """
    line = "".join(_expand(grammar, name, fill, dice))
    for pattern, replacement in _SMOOTHINGS:
        line = pattern.sub(replacement, line)
    return _OPENING.sub(lambda match: match[0].upper(), line)


def _expand(
    grammar: Grammar, name: str, fill: Callable[[str], str | None], dice: Dice
) -> list[str]:
    words = fill(name)
    if words is not None:
        return [words]
    pieces: list[str] = []
    for place, piece in enumerate(dice.pick(grammar[name])):
        if place % 2:
            pieces += _expand(grammar, piece, fill, dice)
        else:
            pieces.append(piece)
    return pieces
