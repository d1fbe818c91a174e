"""Bring the forms of a word together: "elections" and "elected" are "elect".

The only module that knows snowballstemmer (Porter 2001, https://snowballstem.org).
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Protocol

_ALGORITHMS: Mapping[str, str] = {
    "ar": "arabic",
    "ca": "catalan",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "eo": "esperanto",
    "es": "spanish",
    "et": "estonian",
    "eu": "basque",
    "fa": "persian",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hi": "hindi",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "nb": "norwegian",
    "ne": "nepali",
    "nl": "dutch",
    "nn": "norwegian",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
    "yi": "yiddish",
}


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str:  # noqa: N802 - the library's name
        """Return the stem of a word in lower case."""


@lru_cache(maxsize=200_000)
def find_stem(word: str, language: str) -> str:
    """Return the stem of a word in lower case; the word itself in a language without stems.

    >>> find_stem("elections", "en"), find_stem("elected", "en-GB"), find_stem("elections", "ja")
    ('elect', 'elect', 'elections')
    """
    algorithm = _ALGORITHMS.get(language.split("-", maxsplit=1)[0].lower())
    return _load_stemmer(algorithm).stemWord(word) if algorithm else word


@cache
def _load_stemmer(algorithm: str) -> _Stemmer:
    from snowballstemmer import stemmer

    return stemmer(algorithm)  # type: ignore[no-any-return] # the library has no types
