"""Label the words of a run by trained weights.

A conditional random field of first order (Lafferty, McCallum and Pereira 2001): each feature of a
word speaks for or against each label, each label for or against the one behind it, and the labels
taken are those that together have most said for them, found as Viterbi (1967) does. Trained by
``tools/train_names.py``; what it was trained on is told in ``sitegen/text/en/README.md``.

Weights are whole thousandths, so that sums are exact on every machine and in every order.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from operator import add

from sitegen.text.answers import Answers
from sitegen.text.name_features import (
    Evidence,
    Part,
    describe_after,
    describe_before,
    describe_inside,
    describe_next,
    describe_told,
    describe_whole,
    list_features,
)
from sitegen.text.name_runs import Inside, Run
from sitegen.text.package_data import read_entries
from sitegen.text.scores import AFTER, Scores

Labeller = Callable[[Run, Evidence], tuple[str, ...]]
# What a label says of the next, and the places of other labels with what they say.
_Rivals = tuple[int, list[tuple[int, int]]]

LABELS = (
    "O",
    *(f"{place}-{kind}" for kind in ("person", "place", "organisation", "other") for place in "BI"),
)
_WEIGHTS = "en/names.txt"
_SCORES = Scores(LABELS)
_ALONE = tuple((label,) for label in LABELS)


def label_words(run: Run, evidence: Evidence) -> tuple[str, ...]:
    """Return the label of each word: ``B-KIND`` begins a name, ``I-KIND`` goes on, ``O`` is none.

    >>> from sitegen.text.name_runs import find_runs
    >>> (run,), _ = find_runs(["They live in Norway."])
    >>> label_words(run, {})
    ('B-place',)
    """
    return _read_labeller()(run, evidence)


@cache
def _read_labeller() -> Labeller:
    """Read our own weights, once and only when a text needs them."""
    return make_labeller(read_entries(__package__, _WEIGHTS))


def make_labeller(rows: Iterable[str]) -> Labeller:
    """Return what labels the words of runs by some weights.

    It gives what :class:`Weights` would for all parts of a run, and asks each only once: what a run
    says of its own words, what each word says that stands beside one, what a text tells of a word.
    """
    weights = Weights(rows)
    weigh = Answers(weights.weigh, most=50_000)

    def weigh_inside(inside: Inside) -> tuple[int, ...]:
        shared = sum(map(weigh.__getitem__, describe_whole(inside)))
        own = describe_inside(inside)
        return tuple([shared + sum(map(weigh.__getitem__, parts)) for parts in own])

    own = Answers(weigh_inside, most=50_000)
    before: Answers[str, int] = Answers(
        lambda word: weights.weigh(describe_before(word)), most=20_000
    )
    after: Answers[str, int] = Answers(
        lambda word: weights.weigh(describe_after(word)), most=20_000
    )
    told: Answers[int, int] = Answers(lambda bits: weights.weigh(describe_told(bits)), most=2000)
    told_next: Answers[int, int] = Answers(
        lambda bits: weights.weigh(describe_next(bits)), most=2000
    )

    def label(run: Run, evidence: Evidence) -> tuple[str, ...]:
        totals = list(own[run.inside])
        totals[0] += before[run.before]
        totals[-1] += after[run.after]
        for place, word in enumerate(run.inside.words):
            if bits := evidence.get(word):
                totals[place] += told[bits]
                if place:
                    totals[place - 1] += told_next[bits]
        return weights.label(totals)

    return label


class Weights:
    """Trained weights, and the labels that have most said for them.

    A row is a feature, a tab, and what it says of labels: ``w=norway<tab>O -812 B-place 1790``;
    what the label before says has ``after B-place`` in place of a feature.
    """

    def __init__(self, rows: Iterable[str]) -> None:
        self._rows = dict(row.split("\t") for row in rows)
        # Of some ten thousand rows a short text asks for a few hundred, so no others are read.
        self._told: Answers[str, int] = Answers(
            lambda feature: _SCORES.read(self._rows[feature]), most=50_000
        )
        before = [self._weigh_features([AFTER + label]) for label in LABELS]
        self._columns = list(zip(*map(_SCORES.unpack, before), strict=True))
        self._rivals = [_list_rivals(best, self._columns) for best in range(len(LABELS))]

    def weigh(self, part: Part) -> int:
        """Return what a part says of all labels, as one number."""
        return self._weigh_features(list_features(part))

    def _weigh_features(self, features: Iterable[str]) -> int:
        told = self._told
        return sum([told[feature] for feature in features if feature in self._rows])

    def label(self, totals: Sequence[int]) -> tuple[str, ...]:
        """Return the labels of words by the sums of what their parts say."""
        scores = list(map(_SCORES.unpack, totals))
        if len(scores) == 1:  # most runs
            (score,) = scores
            return _ALONE[score.index(max(score))]
        return tuple([LABELS[place] for place in self._find_best(scores)])

    def _find_best(self, scores: Sequence[Sequence[int]]) -> list[int]:
        """Return the places of the labels with the highest sum, given the scores of each word."""
        sums = [scores[0]]
        for score in scores[1:]:
            before = sums[-1]
            most = max(before)
            tops = [
                max([most + said, *[before[place] + more for place, more in rivals]])
                if rivals
                else most + said
                for said, rivals in self._rivals[before.index(most)]
            ]
            sums.append(list(map(add, tops, score)))
        place = sums[-1].index(max(sums[-1]))
        path = [place]
        for before in reversed(sums[:-1]):
            reached = list(map(add, before, self._columns[place]))
            place = reached.index(max(reached))
            path.append(place)
        return path[::-1]


def _list_rivals(best: int, columns: Sequence[Sequence[int]]) -> list[_Rivals]:
    """Return for each label what the best one before says of it, and which others say more.

    Of the labels before, only those can outdo the one that has most said for it; they are few.
    """
    return [
        (column[best], [(place, more) for place, more in enumerate(column) if column[best] < more])
        for column in columns
    ]
