"""Label the words of a run by trained weights.

A conditional random field of first order (Lafferty, McCallum and Pereira 2001): each feature of a
word speaks for or against each label, each label for or against the one behind it, and the labels
taken are those that together have most said for them, found as Viterbi (1967) does. Trained by
``tools/train_names.py``; what it was trained on is told in ``sitegen/text/en/README.md``.

Weights are whole thousandths, so that sums are exact on every machine and in every order.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from operator import add
from struct import Struct

from sitegen.text.name_features import Inside, Part, describe_inside, list_features
from sitegen.text.package_data import read_entries

Labeller = Callable[[Inside, Sequence[Sequence[Part]]], tuple[str, ...]]

LABELS = (
    "O",
    *(f"{place}-{kind}" for kind in ("person", "place", "organisation", "other") for place in "BI"),
)
_WEIGHTS = "en/names.txt"
AFTER = "after "  # what a row of weights is called that speaks of the label before

# All scores of a word are kept in one number, 32 bits for each label, so that one addition adds
# them all; halfway up is zero.
_BITS = 32
_PLACES = {label: _BITS * place for place, label in enumerate(LABELS)}
_ZERO = sum(1 << (place + _BITS - 1) for place in _PLACES.values())
_SCORES = Struct(f"<{len(LABELS)}I")
_ALONE = tuple((label,) for label in LABELS)


def label_words(inside: Inside, around: Sequence[Sequence[Part]]) -> tuple[str, ...]:
    """Return the label of each word: ``B-KIND`` begins a name, ``I-KIND`` goes on, ``O`` is none.

    ``around`` are the parts of each word beside those that the run itself tells.

    >>> label_words(Inside(("Norway",), opens=False, is_headline=False), [[("-", "in")]])
    ('B-place',)
    """
    return _read_labeller()(inside, around)


@cache
def _read_labeller() -> Labeller:
    """Read our own weights, once and only when a text needs them."""
    return make_labeller(read_entries(__package__, _WEIGHTS))


def make_labeller(rows: Iterable[str]) -> Labeller:
    """Return what labels words by some weights.

    A row is a feature, a tab, and what it says of labels: ``w=norway<tab>O -812 B-place 1790``;
    what the label before says has ``after B-place`` in place of a feature.
    """
    weights = {feature: _read_row(told) for feature, told in (row.split("\t") for row in rows)}
    columns_before = [_unpack(weights.get(AFTER + label, 0)) for label in LABELS]
    columns = list(zip(*columns_before, strict=True))

    @lru_cache(maxsize=50_000)
    def weigh(part: Part) -> int:
        return sum([weights.get(feature, 0) for feature in list_features(part)])

    @lru_cache(maxsize=50_000)
    def weigh_inside(inside: Inside) -> tuple[int, ...]:
        return tuple([sum(map(weigh, parts)) for parts in describe_inside(inside)])

    def label(inside: Inside, around: Sequence[Sequence[Part]]) -> tuple[str, ...]:
        totals = [
            sum(map(weigh, parts), total)
            for total, parts in zip(weigh_inside(inside), around, strict=True)
        ]
        scores = list(map(_unpack, totals))
        if len(scores) == 1:  # most runs
            (score,) = scores
            return _ALONE[score.index(max(score))]
        return tuple([LABELS[place] for place in _find_best(scores, columns)])

    return label


def _read_row(told: str) -> int:
    """Return what a feature says of the labels, as one number that can be added to others."""
    words = told.split(" ")
    return sum([int(words[n + 1]) << _PLACES[words[n]] for n in range(0, len(words), 2)])


def _unpack(total: int) -> Sequence[int]:
    """Return the scores of all labels from their sum, each higher by the same.

    >>> none, person, *_ = _unpack(_read_row("O 3 B-person -5") + _read_row("O -4 B-person 5"))
    >>> none - person
    -1
    """
    return _SCORES.unpack((total + _ZERO).to_bytes(_SCORES.size, "little"))


def _find_best(scores: Sequence[Sequence[int]], columns: Sequence[Sequence[int]]) -> list[int]:
    """Return the places of the labels with the highest sum.

    ``scores`` are those of each word, ``columns`` for each label those of the labels before it.
    """
    sums = [scores[0]]
    for score in scores[1:]:
        tops = [max(map(add, sums[-1], column)) for column in columns]
        sums.append(list(map(add, tops, score)))
    place = sums[-1].index(max(sums[-1]))
    path = [place]
    for before in reversed(sums[:-1]):
        reached = list(map(add, before, columns[place]))
        place = reached.index(max(reached))
        path.append(place)
    return path[::-1]
