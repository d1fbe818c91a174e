"""The one door to CRFsuite: label the words of a run by trained weights.

A conditional random field of first order (Lafferty, McCallum and Pereira 2001), trained by
``tools/train_names.py``; what it was trained on is told in ``sitegen/text/en/README.md``.
"""

from collections.abc import Callable, Sequence
from functools import cache

from sitegen.text.package_data import read_data

Labeller = Callable[[Sequence[Sequence[str]]], list[str]]

_WEIGHTS = "en/names.crfsuite"


def label_words(described: Sequence[Sequence[str]]) -> list[str]:
    """Return the label of each word: ``B-KIND`` begins a name, ``I-KIND`` goes on, ``O`` is none.

    >>> label_words([["w=monday", ":m"], ["w=norway", ":N"]])
    ['O', 'B-place']
    """
    return _read_labeller()(described)


@cache
def _read_labeller() -> Labeller:
    """Read our own weights, once and only when a text needs them."""
    return make_labeller(read_data(__package__, _WEIGHTS))


def make_labeller(weights: bytes) -> Labeller:
    """Return what labels words by some weights."""
    import pycrfsuite

    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(weights)

    def label(described: Sequence[Sequence[str]], _: bytes = weights) -> list[str]:
        # The tagger reads the weights where they are and does not keep them: the default does.
        labels: list[str] = tagger.tag(described)
        return labels

    return label
