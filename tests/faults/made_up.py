"""Short articles that no other one is taken for."""

from hashlib import shake_128

_SYLLABLES = "ba den fi gor hul jem ka lor mi nes or pul ra sem ti vun wes xi yor zan".split()


def make_words(number: int, count: int) -> str:
    """Return made-up words, others for each number."""
    digest = shake_128(str(number).encode()).digest(3 * count)
    syllables = [_SYLLABLES[byte % len(_SYLLABLES)] for byte in digest]
    return " ".join("".join(syllables[at : at + 3]) for at in range(0, len(syllables), 3))


def make_article(number: int) -> tuple[str, str]:
    """Return the text of an article, and the words that it ends with."""
    first, second, third = (make_words(3 * number + part, 9) for part in range(3))
    end = f"until {make_words(-number - 1, 3)}"
    text = f"""{make_words(number, 3).title()} Counts Its Boats

The boatmen of {first} met on the quay before the evening tide turned in {second}.

A warden counted {third} in a green book, and said that nobody would sail {end}.
"""
    return text, end
