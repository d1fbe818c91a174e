"""Find the first of many lines with ``*`` for any text that a given line is one of."""

from collections.abc import Iterable
from dataclasses import dataclass

from sitegen.text.normalize import clean_line, fold

_ANY = "*"
_BULLETS = " -*•·–—>|#"
_FEWEST_LETTERS = 2


class Wildcards:
    """Lines to be found, each with what is to be said of it.

    What is compared is folded, so case and the style of quotes and dashes do not count, nor do
    marks that stand before the words, such as the bullet of a list.

    >>> lines = Wildcards([("Follow * on Blip", "blip"), ("Get the app", "app")])
    >>> [lines.find(text) for text in ("• follow Ida on Blip", "Get the App", "Follow Ida")]
    ['blip', 'app', '']
    """

    def __init__(self, lines: Iterable[tuple[str, str]]) -> None:
        self._exact: dict[str, str] = {}
        # By the first letter of the lines that they may be; empty where that may be any.
        self._patterns: dict[str, list[tuple[_Pattern, str]]] = {}
        for line, answer in lines:
            pieces = _cut(line)
            if len(pieces) == 1:
                self._exact.setdefault(pieces[0], answer)
            else:
                pattern = _Pattern(tuple(pieces))
                self._patterns.setdefault(pieces[0][:1], []).append((pattern, answer))

    def __bool__(self) -> bool:
        return bool(self._exact or self._patterns)

    def find(self, text: str) -> str:
        """Return what is to be said of a clean line, or an empty string."""
        return self.find_key(fold(text))

    def find_key(self, key: str) -> str:
        """Return what is to be said of a line that is folded already, or an empty string."""
        if not key or not self:
            return ""
        bare = key.lstrip(_BULLETS)
        return self._find(key) or (self._find(bare) if bare and bare != key else "")

    def _find(self, key: str) -> str:
        if answer := self._exact.get(key):
            return answer
        for first in (key[:1], ""):
            for pattern, answer in self._patterns.get(first, ()):
                if pattern.matches(key):
                    return answer
        return ""


@dataclass(frozen=True, slots=True)
class _Pattern:
    """The folded pieces of a line between its stars, at least two."""

    pieces: tuple[str, ...]

    def matches(self, key: str) -> bool:
        """Tell whether the pieces stand in the line, in order, the outer ones at its ends.

        Taking the first place for each piece in between is enough, and never goes back.
        """
        first, *inner, last = self.pieces
        end = len(key) - len(last)
        if not key.startswith(first) or not key.endswith(last) or end < len(first):
            return False
        place = len(first)
        for piece in inner:
            place = key.find(piece, place, end)
            if place < 0:
                return False
            place += len(piece)
        return True


def _cut(text: str) -> list[str]:
    """Return the folded pieces between the stars; two stars in a row are one."""
    while _ANY * 2 in text:
        text = text.replace(_ANY * 2, _ANY)
    return fold(clean_line(text)).split(_ANY)


def is_too_wide(text: str) -> bool:
    """Tell whether a line with ``*`` has so few letters that it would find what nobody meant.

    >>> is_too_wide("*"), is_too_wide("3 *"), is_too_wide("Ad")
    (True, True, False)
    """
    return sum(character.isalpha() for character in text) < _FEWEST_LETTERS
