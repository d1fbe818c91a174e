"""Weigh by trained weights what each line of a document is.

A conditional random field of first order (Lafferty, McCallum and Pereira 2001) over the lines:
each feature of a line speaks for or against each label, each label for or against the one below.
What speaks for a label of a line is the best that all lines together can reach with it, less the
best that they reach without it (max-marginals); so a line is weighed with its page.
Trained by ``tools/train_line_model.py`` on the seeds of ``tests/quality``, which are our own.

Weights are whole thousandths, so that sums are exact on every machine and in every order.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from operator import add

from sitegen.ingest.line_features import describe_lines
from sitegen.ingest.lines import Line
from sitegen.text.answers import Answers
from sitegen.text.package_data import read_entries
from sitegen.text.scores import AFTER, Scores

WEIGHTS = "line_weights.txt"
# Title, line under it, heading, caption, fact, paragraph, noise.
LABELS = "TDHCFPN"

_MOST_TOLD = 100_000  # features remembered, most of them of a word that has no row
_SCORES = Scores(LABELS)

# What speaks for each label of a line, in thousandths, in the order of LABELS.
Odds = tuple[int, ...]


def weigh_lines(lines: Sequence[Line]) -> list[Odds]:
    """Return what speaks for each label of each line; no line is blank.

    >>> from sitegen.ingest.lines import make_line
    >>> text = "The council signed the contract for the new bridge on Monday evening, it said."
    >>> odds = weigh_lines([make_line(text, 1), make_line("Share this article", 2)])
    >>> [LABELS[line.index(max(line))] for line in odds]
    ['P', 'N']
    """
    return _read_weights().weigh(describe_lines(lines))


class Weights:
    """Trained weights: of features, and of the label above.

    A row is a feature, a tab, and what it says of labels: ``w=share<tab>P -812 N 1790``; what the
    label above says has ``after P`` in place of a feature.
    """

    def __init__(self, rows: Iterable[str]) -> None:
        told = dict(row.split("\t") for row in rows)
        above = [_SCORES.read(told.pop(AFTER + label, "")) for label in LABELS]
        self._after = [_SCORES.unpack(one) for one in above]
        self._columns = list(zip(*self._after, strict=True))
        # Of the rows few are asked for: each is read when it is.
        self._told: Answers[str, int] = Answers(
            lambda feature: _SCORES.read(told.get(feature, "")), most=_MOST_TOLD
        )

    def weigh(self, described: Iterable[Iterable[str]]) -> list[Odds]:
        """Return what speaks for each label of each line, given what counts of them."""
        told = self._told
        scores = [_SCORES.unpack(sum([told[one] for one in line])) for line in described]
        down = self._add_up(scores, self._columns)
        up = self._add_up(scores[::-1], self._after)[::-1]
        sums = [map(add, one, other) for one, other in zip(down, up, strict=True)]
        return [
            _part(list(map(int.__sub__, both, own))) for both, own in zip(sums, scores, strict=True)
        ]

    def _add_up(
        self, scores: Sequence[Sequence[int]], steps: Sequence[Sequence[int]]
    ) -> list[Sequence[int]]:
        """Return for each line and label the best sum of all lines up to it."""
        sums: list[Sequence[int]] = []
        for score in scores:
            if sums:
                last = sums[-1]
                best = [max(map(add, last, step)) for step in steps]
                sums.append(list(map(add, best, score)))
            else:
                sums.append(score)
        return sums


def _part(reached: Sequence[int]) -> Odds:
    """Return by how much each label is ahead of the best other one."""
    ordered = sorted(reached)
    most, second = ordered[-1], ordered[-2]
    return tuple([one - second if one == most else one - most for one in reached])


@cache
def _read_weights() -> Weights:
    """Read our own weights, once and only when a text needs them."""
    return Weights(read_entries("sitegen.ingest", WEIGHTS))
