"""Labels by weights: the best of all there could be, and those that CRFsuite itself gives."""

from collections.abc import Mapping, Sequence
from itertools import pairwise, product
from pathlib import Path

import pycrfsuite
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.text.name_model import AFTER, LABELS, label_words, make_labeller
from tools.train_names import read_rows

FEATURES = ("sea", "fog", "pier")
WEIGHTS = st.dictionaries(st.sampled_from(LABELS), st.integers(-9999, 9999))
MODELS = st.dictionaries(
    st.sampled_from([*FEATURES, *(AFTER + label for label in LABELS)]), WEIGHTS
)
RUNS = st.lists(st.lists(st.sampled_from(FEATURES), max_size=4), min_size=1, max_size=3)


def write_rows(model: Mapping[str, Mapping[str, int]]) -> list[str]:
    return [
        f"{feature}\t{' '.join(f'{label} {weight}' for label, weight in told.items())}"
        for feature, told in model.items()
        if told
    ]


def describe(run: Sequence[Sequence[str]]) -> list[list[tuple[str, ...]]]:
    return [[("told", feature) for feature in features] for features in run]


def weigh(
    model: Mapping[str, Mapping[str, int]], run: Sequence[Sequence[str]], way: Sequence[str]
) -> int:
    own = sum(
        model.get(feature, {}).get(label, 0)
        for features, label in zip(run, way, strict=True)
        for feature in features
    )
    return own + sum(model.get(AFTER + one, {}).get(label, 0) for one, label in pairwise(way))


@given(MODELS, RUNS)
@settings(max_examples=50)
def test_no_other_labels_have_more_said_for_them(
    model: dict[str, dict[str, int]], run: list[list[str]]
) -> None:
    found = make_labeller(write_rows(model))(describe(run))

    best = max(weigh(model, run, way) for way in product(LABELS, repeat=len(run)))
    assert weigh(model, run, found) == best


def test_labels_are_those_of_the_library_that_learnt_the_weights(tmp_path: Path) -> None:
    path = str(tmp_path / "weights")
    trainer = pycrfsuite.Trainer(params={"c1": 0.1}, verbose=False)
    runs = [
        ([["fog"], ["sea", "pier"]], ["O", "B-place"]),
        ([["sea"], ["pier"], ["pier", "fog"]], ["B-person", "I-person", "O"]),
        ([["pier"]], ["B-place"]),
    ]
    for described, labels in runs:
        trainer.append(described, labels)
    trainer.train(path)
    tagger = pycrfsuite.Tagger()
    tagger.open(path)
    label = make_labeller(read_rows(path))

    asked = [
        [list(features) for features in run]
        for run in product([("fog",), ("sea",), ("pier", "fog"), ()], repeat=3)
    ]
    assert [label(describe(run)) for run in asked] == [tuple(tagger.tag(run)) for run in asked]


def test_nothing_is_labelled_in_nothing_known() -> None:
    assert label_words([[("told", "no such feature")]]) == ("O",)
