"""Tell which of very many texts may recur, in little memory and without keeping them."""

from array import array
from zlib import crc32

_LEAST_SLOTS, _MOST_SLOTS = 2**10, 2**25
_SLOTS_A_TEXT = 4
_MOST = 255


class Sieve:
    """Counts for each text in how many groups it was seen, perhaps too many, never too few.

    Texts share slots. A slot remembers the last group only, so it may count one group twice; what
    it holds back was surely not seen in more groups than it says.
    """

    def __init__(self, texts: int) -> None:
        slots = _LEAST_SLOTS
        while slots < min(texts * _SLOTS_A_TEXT, _MOST_SLOTS):
            slots *= 2
        self._mask = slots - 1
        self._last = array("I", bytes(4 * slots))
        self._counts = bytearray(slots)

    def find_slot(self, text: str) -> int:
        """Return the place of a text."""
        return crc32(text.encode("utf-8", "replace")) & self._mask

    def add(self, slot: int, group: int) -> None:
        """Count a sighting in a group, whose number is 0 or more."""
        if self._last[slot] != group + 1:
            self._last[slot] = group + 1
            self._counts[slot] = min(self._counts[slot] + 1, _MOST)

    def count(self, slot: int) -> int:
        """Return in how many groups the texts of the place were seen at most, up to 255."""
        return self._counts[slot]
