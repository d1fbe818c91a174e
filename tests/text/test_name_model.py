"""Labels by weights: the best of all there could be, and those that CRFsuite itself gives."""

from collections.abc import Mapping, Sequence
from itertools import pairwise, product
from pathlib import Path

import pycrfsuite
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.text.name_features import Inside, describe_around, gather_evidence
from sitegen.text.name_model import AFTER, LABELS, label_words, make_labeller
from sitegen.text.name_runs import find_runs
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


def describe(run: Sequence[Sequence[str]]) -> tuple[Inside, list[list[tuple[str, ...]]]]:
    """Return a run whose own words tell nothing, with the features of each."""
    inside = Inside(("the",) * len(run), opens=False, is_headline=False)
    return inside, [[("told", feature) for feature in features] for features in run]


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
    found = make_labeller(write_rows(model))(*describe(run))

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
    assert [label(*describe(run)) for run in asked] == [tuple(tagger.tag(run)) for run in asked]


@pytest.mark.parametrize("feature", ["w=ellery", "-=port", "head=ellery", "end", "D:in", "+,"])
def test_what_a_run_tells_and_what_stands_around_it_both_speak(feature: str) -> None:
    label = make_labeller([f"{feature}\tI-place 9"])
    runs, small = find_runs(["He lives in Port Ellery, in Ellery."])
    run = runs[0]
    inside = Inside(run.words, run.opens, run.is_headline)

    found = label(inside, describe_around(run, gather_evidence(runs, small)))

    assert found[1] == "I-place"


def test_nothing_is_labelled_in_nothing_known() -> None:
    assert label_words(*describe([["no such feature"]])) == ("O",)
