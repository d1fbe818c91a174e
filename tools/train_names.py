"""Train the weights that tell names: ``python -m tools.train_names FOLDER``.

``FOLDER`` holds wikigold and MEANTIME, both CC BY 4.0, as ``tools/labelled_names.py`` reads them.
The same texts give the same weights, byte for byte. Run it after every change of what
``sitegen/text/name_features.py`` or the files of ``sitegen/text/en`` say of a word.
"""

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path

import pycrfsuite

from sitegen.text.name_features import describe_run, gather_evidence
from sitegen.text.name_runs import Run, find_runs
from tools.labelled_names import Label, LabelledText, read_meantime, read_wikigold

WEIGHTS = Path(__file__).parents[1] / "sitegen" / "text" / "en" / "names.crfsuite"
SETTINGS = {"c1": 0.1, "c2": 0.1, "max_iterations": 100}


def main() -> None:
    """Train on everything that there is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    texts = [*read_wikigold(folder), *read_meantime(folder)]
    train(texts, WEIGHTS)
    print(f"{WEIGHTS.name}: {len(texts)} texts, {WEIGHTS.stat().st_size} bytes")


def train(texts: Iterable[LabelledText], path: Path) -> None:
    """Write the weights that some texts teach."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params=SETTINGS, verbose=False)
    for text in texts:
        runs, small = find_runs(text.paragraphs)
        evidence = gather_evidence(runs, small)
        for run in runs:
            trainer.append(describe_run(run, evidence), label_run(run, text.labels))
    trainer.train(str(path))


def label_run(run: Run, labels: Iterable[Label]) -> Sequence[str]:
    """Return the label of each word of a run."""
    found = ["O"] * len(run.words)
    for paragraph, start, end, kind in sorted(labels):
        if paragraph == run.paragraph:
            first = "B"
            for place, word_start in enumerate(run.starts):
                if start <= word_start and run.ends[place] <= end:
                    found[place] = f"{first}-{kind}"
                    first = "I"
    return found


if __name__ == "__main__":
    main()
