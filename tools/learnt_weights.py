"""What a conditional random field has learnt, as the rows of a table of weights."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pycrfsuite

from sitegen.text.scores import AFTER

THOUSAND = 1000


def learn_rows(trainer: pycrfsuite.Trainer, labels: Sequence[str], least: int = 1) -> list[str]:
    """Train, and return what was learnt as :func:`read_rows` does."""
    with TemporaryDirectory() as folder:
        path = str(Path(folder) / "weights")
        trainer.train(path)
        return list(read_rows(path, labels, least))


def read_rows(path: str, labels: Sequence[str], least: int = 1) -> Iterator[str]:
    """Yield each feature of a trained model with what it says of labels, in whole thousandths.

    What says less than ``least`` of them is left out, but for what one label says of the next.
    """
    tagger = pycrfsuite.Tagger()
    tagger.open(path)
    learnt = tagger.info()
    rows: dict[str, dict[str, int]] = defaultdict(dict)
    for (feature, label), weight in learnt.state_features.items():
        rows[feature][label] = round(THOUSAND * weight)
    for (before, label), weight in learnt.transitions.items():
        rows[AFTER + before][label] = round(THOUSAND * weight)
    for feature, told in sorted(rows.items()):
        bound = 1 if feature.startswith(AFTER) else least
        if weighty := [f"{one} {told[one]}" for one in labels if bound <= abs(told.get(one, 0))]:
            yield f"{feature}\t{' '.join(weighty)}"
