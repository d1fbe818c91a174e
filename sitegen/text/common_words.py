"""Tell how common a word is in any news, whatever the articles at hand."""

from collections.abc import Mapping
from functools import cache, lru_cache

from sitegen.text.package_data import read_entries
from sitegen.text.words import fold_plural


@cache
def read_common_words() -> Mapping[str, float]:
    """Return the share of all articles that each common word is in; other words are rare.

    Plurals are folded, and stop words left out: the keys are terms, not any words.

    >>> read_common_words()["government"], read_common_words().get("herring")
    (0.075, None)
    """
    rows = (entry.split() for entry in read_entries(__package__, "en/common.txt"))
    return {word: int(per_mille) / 1000 for word, per_mille in rows}


@lru_cache(maxsize=20_000)
def is_common(word: str) -> bool:
    """Tell whether a word, as a text writes it, is a common one.

    >>> is_common("Governments"), is_common("Herring")
    (True, False)
    """
    return fold_plural(word.lower()) in read_common_words()
