"""Weigh by trained weights what each line of a document is.

A conditional random field of first order (Lafferty, McCallum and Pereira 2001) over the lines:
each feature of a line speaks for or against each label, each label for or against the one below.
What speaks for a label of a line is the best that all lines together can reach with it, less the
best that they reach without it (max-marginals); so a line is weighed with its page.
Trained by ``tools/train_line_model.py`` on the seeds of ``tests/quality``, which are our own.

Weights are whole thousandths, so that sums are exact on every machine and in every order.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from operator import add, sub

from sitegen.ingest.line_features import Described, Part, describe_lines, fill_in
from sitegen.ingest.lines import Line
from sitegen.text.answers import Answers
from sitegen.text.package_data import read_entries
from sitegen.text.scores import AFTER, Scores

WEIGHTS = "line_weights.txt"
# Title, line under it, heading, caption, fact, paragraph, noise.
LABELS = "TDHCFPN"

_MOST_PARTS = 50_000  # remembered
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
        self._rows = dict(row.split("\t") for row in rows)
        # Of the rows few are asked for: each is read when it is.
        self._told: Answers[str, int] = Answers(
            lambda feature: _SCORES.read(self._rows[feature]), most=len(self._rows)
        )
        self._parts: Answers[Part, int] = Answers(
            lambda part: self._weigh_features(fill_in(part)), most=_MOST_PARTS
        )
        above = [_SCORES.unpack(self._weigh_features([AFTER + label])) for label in LABELS]
        self._down = _Steps(above)
        self._up = _Steps(list(zip(*above, strict=True)))

    def weigh(self, lines: Iterable[Described]) -> list[Odds]:
        """Return what speaks for each label of each line, given what counts of them."""
        parts = self._parts
        scores = [
            _SCORES.unpack(
                self._weigh_features(line.said) + sum([parts[part] for part in line.parts])
            )
            for line in lines
        ]
        down = self._down.reach(scores)
        up = reversed(self._up.reach(scores[::-1]))
        return [
            _part(list(map(add, above, below)))
            for (above, _), (_, below) in zip(down, up, strict=True)
        ]

    def _weigh_features(self, features: Iterable[str]) -> int:
        rows, told = self._rows, self._told
        return sum([told[feature] for feature in features if feature in rows])


class _Steps:
    """What a label says of each label of the next line, for each of the first."""

    def __init__(self, says: Sequence[Sequence[int]]) -> None:
        self._says = says
        # By how much a label must be behind the best one, so that no label of the next line can
        # be reached better from it.
        self._margins = [[max(map(sub, other, best)) for other in says] for best in says]

    def reach(self, scores: Iterable[Sequence[int]]) -> list[tuple[Sequence[int], Sequence[int]]]:
        """Return for each line and label the best sum of all lines up to it, with its own or not.

        Sums are told from the best of the line before, for only their differences count. Most
        labels are so far behind that best one that nothing can be reached from them.
        """
        before: Sequence[int] = (0,) * len(LABELS)
        sums: list[tuple[Sequence[int], Sequence[int]]] = []
        for score in scores:
            own = list(map(add, before, score))
            sums.append((own, before))
            most = max(own)
            best = own.index(most)
            near = [
                place
                for place, margin in enumerate(self._margins[best])
                if most - margin <= own[place]
            ]
            if near == [best]:
                before = self._says[best]
            else:
                before = self._find_best({place: own[place] - most for place in near})
        return sums

    def _find_best(self, lags: Mapping[int, int]) -> list[int]:
        """Return the best sum for each label, from labels that lag behind the best one by these."""
        says = self._says
        return list(map(max, *[[lag + said for said in says[one]] for one, lag in lags.items()]))


def _part(reached: Sequence[int]) -> Odds:
    """Return by how much each label is ahead of the best other one."""
    *_, second, most = sorted(reached)
    odds = [one - most for one in reached]
    odds[reached.index(most)] = most - second
    return tuple(odds)


@cache
def _read_weights() -> Weights:
    """Read our own weights, once and only when a text needs them."""
    return Weights(read_entries("sitegen.ingest", WEIGHTS))
