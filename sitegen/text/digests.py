"""Know a text again without keeping it."""

from collections.abc import Iterable
from hashlib import blake2b

from sitegen.text.words import split_words


def digest_text(texts: Iterable[str]) -> str:
    """Return sixteen hexadecimal digits for a headline and the blocks below it, to the letter."""
    return blake2b("\n".join(texts).encode("utf-8", "replace"), digest_size=8).hexdigest()


def digest_sentence(sentence: str) -> str:
    """Return eight hexadecimal digits for the words of a sentence; marks and capitals are none.

    >>> digest_sentence("Fog came.") == digest_sentence("fog came!") != digest_sentence("Fog went.")
    True
    """
    return blake2b(" ".join(split_words(sentence)).encode(), digest_size=4).hexdigest()
