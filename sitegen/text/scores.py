"""Scores of labels, packed into one number, for trained models that add up very many of them.

All scores of a thing are kept in one number, 32 bits for each label, so that one addition adds
them all; halfway up is zero. They are whole thousandths, so that sums are exact on every machine
and in every order.
"""

from collections.abc import Sequence
from struct import Struct

AFTER = "after "  # what a row of weights is called that speaks of the label before

_BITS = 32


class Scores:
    """The scores of some labels, in their order.

    >>> scores = Scores(("noise", "text"))
    >>> noise, text = scores.unpack(scores.read("noise 3 text -5") + scores.read("text 5"))
    >>> noise - text
    3
    """

    def __init__(self, labels: Sequence[str]) -> None:
        self._places = {label: _BITS * place for place, label in enumerate(labels)}
        self._zero = sum(1 << (place + _BITS - 1) for place in self._places.values())
        self._scores = Struct(f"<{len(labels)}I")

    def read(self, told: str) -> int:
        """Return what a row ``label score label score …`` says, as one number to add to others."""
        words = told.split()
        pairs = zip(words[::2], words[1::2], strict=True)
        return sum([int(score) << self._places[label] for label, score in pairs])

    def unpack(self, total: int) -> Sequence[int]:
        """Return the scores of all labels from their sum, each higher by the same."""
        return self._scores.unpack((total + self._zero).to_bytes(self._scores.size, "little"))
