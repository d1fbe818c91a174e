"""Read numbers that are written in English words."""

_UNITS = "two three four five six seven eight nine".split()
_TEENS = ("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen").split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUES = (
    {"one": 1}
    | {word: number for number, word in enumerate(_UNITS, 2)}
    | {word: number for number, word in enumerate(_TEENS, 10)}
    | {word: 10 * number for number, word in enumerate(_TENS, 2)}
)
_SMALL = rf"(?:(?:{'|'.join(_TENS)})(?:-(?:one|{'|'.join(_UNITS)}))?|{'|'.join(_TEENS + _UNITS)})"
# What a number in words looks like, from two to 9,999, for a pattern that ignores case. Dozens and
# "a hundred" are left out: they are said of anything about as many.
NUMBER_WORDS = rf"(?:(?:one|{_SMALL}) hundred(?: and (?:one|{_SMALL}))?|{_SMALL})"


def read_number_words(written: str) -> int:
    """Return the number that ``NUMBER_WORDS`` matched, in lower case.

    >>> read_number_words("forty-nine"), read_number_words("two hundred and twelve")
    (49, 212)
    """
    hundreds, _, rest = written.rpartition(" hundred")
    rest = rest.removeprefix(" and ")
    return 100 * _read_small(hundreds) + _read_small(rest)


def _read_small(written: str) -> int:
    return sum(_VALUES[word] for word in written.split("-")) if written else 0
