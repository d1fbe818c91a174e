"""Cut text into words."""

import re
from collections.abc import Sequence
from itertools import groupby

from sitegen.text.normalize import fold

# Scripts written without spaces: each character counts as a word.
_SIGNS_OF_EAST_ASIA = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_UNSPACED = f"{_SIGNS_OF_EAST_ASIA}\u0e00-\u0e7f"
_UNSPACED_SCRIPT = re.compile(f"[{_UNSPACED}]")
_TWO, _FIVE = 2, 5
# The letters of such scripts, by how many of them are as long as a word of English.
_BY_TWO = re.compile(f"[{_SIGNS_OF_EAST_ASIA}]")
_BY_FIVE = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")  # Thai, Lao, Burmese, Khmer
# Signs on the letters of Arabic, Hebrew and Indian scripts, which are part of their words.
_SIGNS = (
    "\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u0963"
    "\u0981-\u0983\u09bc-\u09cd\u09d7\u0a01-\u0a03\u0a3c-\u0a4d\u0a81-\u0a83\u0abc-\u0acd"
    "\u0b01-\u0b03\u0b3c-\u0b4d\u0b82\u0bbe-\u0bcd\u0c00-\u0c04\u0c3c-\u0c56\u0c81-\u0c83"
    "\u0cbc-\u0cd6\u0d00-\u0d03\u0d3b-\u0d4d\u0d81-\u0d83\u0dca-\u0ddf"
)
_LETTERS = rf"[^\W_{_UNSPACED}]+"  # said seldom, for it takes 3 ms each time to compile
_WORD = re.compile(rf"[{_UNSPACED}]|{_LETTERS}(?:(?:[{_SIGNS}]+|['’.-]){_LETTERS})*[{_SIGNS}]*")
# The same for folded text of plain letters, which most is, in less than two thirds of the time; it
# never goes back (``++``), for nothing follows in the pattern that could want a letter again.
_PLAIN_WORD = re.compile(r"[a-z0-9]++(?:['.-][a-z0-9]++)*")

_PLURAL = re.compile(r"'s$|(?<=..)ies$|(?<=[^\Wsuiy])s$")


def split_words(text: str) -> list[str]:
    """Return the words of a text, folded, in order.

    >>> split_words("The mayor's 1,200 ‘friends’ said: no-one.")
    ['the', "mayor's", '1', '200', 'friends', 'said', 'no-one']
    """
    folded = fold(text)
    return (_PLAIN_WORD if folded.isascii() else _WORD).findall(folded)


def estimate_words(text: str, folded: str) -> int:
    """Return the number of words of a clean line, given folded too, as its spaces part them.

    That is nearly the number of words, in a tenth of the time. Where a script has no spaces, two
    letters of Chinese or Japanese count as a word, and five of Thai, Lao, Burmese or Khmer, so that
    a line has about as many words as it would have in English. No letter of these is ASCII when it
    is folded, but the quotes of most lines are.

    >>> [estimate_words(text, fold(text)) for text in ("Fog - at last.", "霧の港が開いた", "")]
    [4, 4, 0]
    """
    if folded.isascii():
        return text.count(" ") + (text != "")
    spaced, twos = _BY_TWO.subn(" ", text)
    spaced, fives = _BY_FIVE.subn(" ", spaced)
    if not twos and not fives:
        return text.count(" ") + (text != "")
    words = sum(any(map(str.isalnum, word)) for word in spaced.split())
    return words + -(-twos // _TWO) + -(-fives // _FIVE)


def count_words(text: str) -> int:
    """Return the number of words, as a reader would count them."""
    return len(_WORD.findall(text))


def is_unspaced(word: str) -> bool:
    """Tell whether a word is one character of a script that is written without spaces.

    >>> is_unspaced("霧"), is_unspaced("fog")
    (True, False)
    """
    return len(word) == 1 and not word.isascii() and _UNSPACED_SCRIPT.match(word) is not None


def has_unspaced(words: Sequence[str]) -> bool:
    """Tell whether some of the words may be of a script that is written without spaces.

    >>> has_unspaced(["fog", "霧"]), has_unspaced(["fog", "åsa"])
    (True, False)
    """
    text = "".join(words)
    return not text.isascii() and _UNSPACED_SCRIPT.search(text) is not None


def join_signs(words: Sequence[str]) -> list[str]:
    """Return what neighbours say together where a script has no spaces.

    They are two signs of Chinese or Japanese and five letters of Thai, as many as make a word;
    what stands between words is not known here.

    >>> join_signs(["fog", "港", "の", "霧"]), join_signs(["ท", "ะ", "เ", "ล", "ง", "า"])
    (['港の', 'の霧'], ['ทะเลง', 'ะเลงา'])
    """
    if not has_unspaced(words):
        return []
    runs = ((length, "".join(run)) for length, run in groupby(words, _measure_word) if length)
    return [
        run[start : start + length]
        for length, run in runs
        for start in range(len(run) - length + 1)
    ]


def _measure_word(word: str) -> int:
    """Return how many letters like this one make a word, 0 for what is a word by itself."""
    if not is_unspaced(word):
        return 0
    return _FIVE if _BY_FIVE.match(word) else _TWO


def fold_plural(word: str) -> str:
    """Return a folded word without the ending of a plural or an owner, as far as that can be told.

    >>> [fold_plural(word) for word in ("ferries", "ferry's", "campus", "pass")]
    ['ferry', 'ferry', 'campus', 'pass']
    """
    if word[-1:] != "s":
        return word
    return _PLURAL.sub(lambda match: "y" if match[0] == "ies" else "", word)
