"""Labels by weights: the best of all there could be, and those that CRFsuite itself gives."""

from collections.abc import Mapping, Sequence
from itertools import pairwise, product
from pathlib import Path

import pycrfsuite
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.text.name_features import describe_run, gather_evidence
from sitegen.text.name_model import LABELS, Weights, make_labeller
from sitegen.text.name_runs import find_runs
from sitegen.text.package_data import read_entries
from sitegen.text.scores import AFTER
from tools.learnt_weights import read_rows

SAMPLE = Path(__file__).parents[2] / "seeds" / "culture_2306.txt"
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


def label_features(weights: Weights, run: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Return the labels of a run that is given as the features of each word."""
    totals = [sum(weights.weigh(("told", one)) for one in features) for features in run]
    return weights.label(totals)


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
    found = label_features(Weights(write_rows(model)), run)

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
    weights = Weights(read_rows(path, LABELS))

    asked = [
        [list(features) for features in run]
        for run in product([("fog",), ("sea",), ("pier", "fog"), ()], repeat=3)
    ]
    wanted = [tuple(tagger.tag(run)) for run in asked]
    assert [label_features(weights, run) for run in asked] == wanted


@pytest.mark.parametrize("feature", ["w=ellery", "-=port", "head=ellery", "end", "D:in", "+,"])
def test_what_a_run_tells_and_what_stands_around_it_both_speak(feature: str) -> None:
    label = make_labeller([f"{feature}\tI-place 9"])
    runs, small = find_runs(["He lives in Port Ellery, in Ellery."])

    found = label(runs[0], gather_evidence(runs, small))

    assert found[1] == "I-place"


def test_what_is_remembered_is_what_all_parts_of_a_run_say() -> None:
    paragraphs = SAMPLE.read_text(encoding="utf-8").split("\n")
    rows = list(read_entries("sitegen.text", "en/names.txt"))
    label, weights = make_labeller(rows), Weights(rows)
    runs, small = find_runs(paragraphs)
    evidence = gather_evidence(runs, small)

    def label_slowly(parts: Sequence[Sequence[tuple[str, ...]]]) -> tuple[str, ...]:
        return weights.label([sum(map(weights.weigh, one)) for one in parts])

    twice = [label(run, evidence) for _ in range(2) for run in runs]
    slow = [label_slowly(describe_run(run, evidence)) for run in runs]
    assert twice == slow * 2
    assert {len(one) for one in slow} > {1, 2, 3}


def test_nothing_is_labelled_in_nothing_known() -> None:
    assert label_features(Weights([]), [["no such feature"]]) == ("O",)
