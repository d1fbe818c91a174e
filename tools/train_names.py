"""Train the weights that tell names: ``python -m tools.train_names FOLDER``.

``FOLDER`` holds wikigold and MEANTIME, both CC BY 4.0, as ``tools/labelled_names.py`` reads them.
The same texts give the same weights, byte for byte. Run it after every change of what
``sitegen/text/name_features.py`` or the files of ``sitegen/text/en`` say of a word.
"""

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path

import pycrfsuite

from sitegen.text.name_features import describe_run, gather_evidence, list_features
from sitegen.text.name_model import LABELS
from sitegen.text.name_runs import Run, find_runs, locate_words
from tools.labelled_names import Label, LabelledText, read_meantime, read_wikigold
from tools.learnt_weights import learn_rows

WEIGHTS = Path(__file__).parents[1] / "sitegen" / "text" / "en" / "names.txt"
HEAD = (
    "# Weights of the model of names: a feature, a tab, what it says of labels in thousandths.",
    "# Learnt by tools/train_names.py from texts under CC BY 4.0, told in README.md beside this.",
)
SETTINGS = {"c1": 0.1, "c2": 0.1, "max_iterations": 100}


def main() -> None:
    """Train on everything that there is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    texts = [*read_wikigold(folder), *read_meantime(folder)]
    rows = [f"{row}\n" for row in (*HEAD, *train(texts))]
    WEIGHTS.write_text("".join(rows), encoding="utf-8", newline="\n")
    print(f"{WEIGHTS.name}: {len(texts)} texts, {WEIGHTS.stat().st_size} bytes")


def train(texts: Iterable[LabelledText]) -> list[str]:
    """Return the weights that some texts teach, as :func:`make_labeller` reads them, sorted."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params=SETTINGS, verbose=False)
    for text in texts:
        runs, small = find_runs(text.paragraphs)
        evidence = gather_evidence(runs, small)
        for run in runs:
            described = describe_run(run, evidence)
            features = [
                [one for part in parts for one in list_features(part)] for parts in described
            ]
            trainer.append(features, label_run(run, text.labels))
    return learn_rows(trainer, LABELS)


def label_run(run: Run, labels: Iterable[Label]) -> Sequence[str]:
    """Return the label of each word of a run."""
    found = ["O"] * len(run.words)
    for paragraph, start, end, kind in sorted(labels):
        if paragraph == run.sentence.paragraph:
            first = "B"
            places = locate_words(run.sentence)[run.place :][: len(run.words)]
            for place, (word_start, word_end) in enumerate(places):
                if start <= word_start and word_end <= end:
                    found[place] = f"{first}-{kind}"
                    first = "I"
    return found


if __name__ == "__main__":
    main()
