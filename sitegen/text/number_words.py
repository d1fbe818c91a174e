"""Read numbers that are written in the words of a language, from two to 9,999.

Dozens and "a hundred" are left out: they are said of anything about as many.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NumberWords:
    """``pattern`` is what a number in words looks like, for a pattern that ignores case."""

    pattern: str
    _values: Mapping[str, int]
    _hundred: str
    _and: str

    def read(self, written: str) -> int:
        """Return the number that ``pattern`` matched, in small letters.

        >>> table = {"unit": ["one", "two"], "teen": ["ten", "eleven", "twelve"],
        ...     "ten": ["twenty"], "hundred": ["hundred"], "and": ["and"]}
        >>> words = make_number_words(table)
        >>> words.read("twenty-two"), words.read("two hundred and twelve")
        (22, 212)
        """
        hundreds, _, rest = written.rpartition(f" {self._hundred}")
        return 100 * self._read_small(hundreds) + self._read_small(
            rest.removeprefix(f" {self._and} ")
        )

    def _read_small(self, written: str) -> int:
        return sum(self._values[word] for word in written.split("-")) if written else 0


def make_number_words(table: Mapping[str, Sequence[str]]) -> NumberWords:
    """Return how a language writes numbers, from the lists of its ``counting.txt``.

    ``unit`` are the words from one on, ``teen`` those from ten on, ``ten`` those for twenty,
    thirty and so on; ``hundred`` and ``and`` are a word each.
    """
    units, teens, tens = table["unit"], table["teen"], table["ten"]
    (hundred,), (conjunction,) = table["hundred"], table["and"]
    one, more = units[0], "|".join((*teens, *units[1:]))
    small = rf"(?:(?:{'|'.join(tens)})(?:-(?:{'|'.join(units)}))?|{more})"
    values = (
        {word: number for number, word in enumerate(units, 1)}
        | {word: number for number, word in enumerate(teens, 10)}
        | {word: 10 * number for number, word in enumerate(tens, 2)}
    )
    return NumberWords(
        rf"(?:(?:{one}|{small}) {hundred}(?: {conjunction} (?:{one}|{small}))?|{small})",
        values,
        hundred,
        conjunction,
    )
