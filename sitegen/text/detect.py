"""Tell which language a text is in: by its script, and by small words where several share one.

Small words are a third to a half of any running text, so a hundred words tell.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import repeat

from sitegen.text.languages import list_languages, read_language
from sitegen.text.normalize import fold

_LONGEST = 500  # characters that are looked at
_EDGES = " \t.,;:!?\"'()[]{}<>«»‹›„…-*/|।॥،؛؟。，、"
_FEWEST = 4  # small words of a language that a text must have
_LEAST = 0.15  # share of the words of a text
_AHEAD = 1.5  # times the words that only the second language has
_NONE: frozenset[str] = frozenset()
# Scripts that one language of the news is written in, by the blocks of their letters.
_OWN_SCRIPTS = {
    "el": "\u0370-\u03ff",
    "hy": "\u0530-\u058f",
    "he": "\u0590-\u05ff",
    "bn": "\u0980-\u09ff",
    "pa": "\u0a00-\u0a7f",
    "gu": "\u0a80-\u0aff",
    "or": "\u0b00-\u0b7f",
    "ta": "\u0b80-\u0bff",
    "te": "\u0c00-\u0c7f",
    "kn": "\u0c80-\u0cff",
    "ml": "\u0d00-\u0d7f",
    "si": "\u0d80-\u0dff",
    "th": "\u0e00-\u0e7f",
    "lo": "\u0e80-\u0eff",
    "my": "\u1000-\u109f",
    "ka": "\u10a0-\u10ff",
    "am": "\u1200-\u137f",
    "km": "\u1780-\u17ff",
    "ja": "\u3040-\u30ff",
    "zh": "\u3400-\u4dbf\u4e00-\u9fff",
    "ko": "\uac00-\ud7a3",
}
_BEYOND_LATIN = re.compile("[^\0-\u036f\u2000-\u206f]")  # nor among the quotes and dashes
_SCRIPT = 0.3  # share of all signs, spaces and digits too
_KANA = 0.1  # share of its letters by which a text with Han characters is Japanese


def detect_language(text: str) -> str:
    """Return the code of the language (ISO 639) that a text is in, or nothing if that is open.

    >>> detect_language("The ferry to Orle was late again, and nobody could say why.")
    'en'
    >>> detect_language("Die Fähre nach Orle war wieder zu spät, und niemand weiß warum.")
    'de'
    >>> detect_language("ORLE 3, KESTREL 1")
    ''
    """
    head = text[:_LONGEST]
    if not head.isascii() and (found := _read_script(head)):
        return found
    words = [word for raw in fold(head).split() if (word := raw.strip(_EDGES))]
    told = _tell(words)
    counts: dict[str, int] = defaultdict(int)
    for codes, number in told.items():
        for code in codes:
            counts[code] += number
    ranked = sorted((-number, code) for code, number in counts.items())
    (_, first), (_, second) = (*ranked, (0, ""), (0, ""))[:2]
    if counts[first] < max(_FEWEST, _LEAST * len(words)):
        return ""
    own = sum(told[codes] for codes in told if first in codes and second not in codes)
    others = sum(told[codes] for codes in told if second in codes and first not in codes)
    return first if _AHEAD * others < own else ""


def _tell(words: Sequence[str]) -> Counter[frozenset[str]]:
    """Count the words by the languages that each is a small word of, or has letters of."""
    known, letters = _read_clues()
    plain = [word for word in words if word.isascii()]
    told = Counter(map(known.get, plain, repeat(_NONE)))
    if len(plain) < len(words):
        for word in words:
            if not word.isascii():
                told[known.get(word, _NONE).union(*map(letters.get, word, repeat(_NONE)))] += 1
    return told


def _read_script(text: str) -> str:
    """Return the language of the script that most of a text is in, if that has but one."""
    if not _BEYOND_LATIN.search(text):
        return ""
    counts: Counter[str] = Counter()
    for match in _find_scripts().finditer(text):
        counts[match.lastgroup or ""] += len(match[0])
    if counts.total() < _SCRIPT * len(text):
        return ""
    if 0 < counts["zh"] <= counts["ja"] / _KANA:
        counts["ja"] += counts.pop("zh")
    return counts.most_common(1)[0][0]


@cache
def _find_scripts() -> re.Pattern[str]:
    """Return what finds a run of a script that one language is written in; few texts have one."""
    return re.compile("|".join(f"(?P<{code}>[{block}]+)" for code, block in _OWN_SCRIPTS.items()))


@cache
def _read_clues() -> tuple[Mapping[str, frozenset[str]], Mapping[str, frozenset[str]]]:
    """Return the languages of each small word, and of each letter that not all languages have."""
    words: dict[str, set[str]] = defaultdict(set)
    letters: dict[str, set[str]] = defaultdict(set)
    for code in list_languages():
        language = read_language(code)
        for word in language.stop:
            words[word].add(code)
        for letter in language.letters:
            letters[letter].add(code)
    return _freeze(words), _freeze(letters)


def _freeze(table: Mapping[str, set[str]]) -> Mapping[str, frozenset[str]]:
    return {key: frozenset(codes) for key, codes in table.items()}
