"""Train the weights that tell what a line is: ``python -m tools.train_line_model``.

It learns from the labelled seeds of ``tests/quality`` and from those written blind that are pages,
never from those held back; the same seeds give the same weights, byte for byte. ``--held-out``
changes nothing: it learns from three quarters of the sets, in turn, and tells how well what the
weights are sure of fits those sets of which nothing was known.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pycrfsuite

from sitegen.ingest import read_joined
from sitegen.ingest.line_features import describe_lines, list_features
from sitegen.ingest.line_model import LABELS, WEIGHTS, Weights
from sitegen.ingest.lines import Line
from sitegen.model.seed import SeedFile
from tests.quality.blind_seeds import BLIND, write_blind_seeds
from tools.learnt_weights import learn_rows

LABELLED = BLIND.parent / "labelled"
OUT = Path(__file__).parents[1] / "sitegen" / "ingest" / WEIGHTS
HEAD = (
    "# Weights of the model of lines: a feature, a tab, what it says of labels in thousandths.",
    "# Learnt by tools/train_line_model.py from our own seeds in tests/quality.",
)
SETTINGS = {
    "c1": 0.05,
    "c2": 0.4,
    "max_iterations": 100,
    "feature.minfreq": 2,
    "feature.possible_transitions": True,
}
HELD = "held_back"
# What tools and senders put together is no page: in it three words are a headline and two lines a
# report. Learnt with it, one of the files held back is cut wrongly.
NO_PAGES = frozenset({"bundles"})
# What the roles of lines in labels are for the model; a pull quote is no text of its own.
ROLES = {**{label: label for label in LABELS}, "B": "N", "Q": "N", "K": "P", "X": "P"}
LEAST = 80  # thousandths that are worth a row
PARTS = 4  # of the sets, each left out in turn


@dataclass(frozen=True)
class Page:
    """The lines of a document, and what each of them is by its label."""

    set: str
    lines: tuple[Line, ...]
    labels: tuple[str, ...]


def main() -> None:
    """Train on all sets, or tell how well it goes on those left out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held-out", action="store_true")
    pages = [page for name in list_sets() for page in read_set(name)]
    if parser.parse_args().held_out:
        tell_held_out(pages)
        return
    rows = [f"{row}\n" for row in (*HEAD, *train(pages))]
    OUT.write_text("".join(rows), encoding="utf-8", newline="\n")
    print(f"{OUT.name}: {len(pages)} pages, {len(rows)} rows, {OUT.stat().st_size} bytes")


def list_sets() -> list[str]:
    """Return the names of all sets that are learnt from."""
    blind = (folder.name for folder in BLIND.iterdir() if folder.is_dir())
    learnt = (name for name in blind if not name.startswith(HELD) and name not in NO_PAGES)
    return ["labelled", *sorted(learnt)]


def read_set(name: str) -> Iterator[Page]:
    """Yield the documents of a set whose lines have roles."""
    if name == "labelled":
        yield from read_folder(name, LABELLED)
        return
    with TemporaryDirectory() as folder:
        write_blind_seeds(Path(folder), (name,))
        yield from read_folder(name, Path(folder))


def read_folder(name: str, folder: Path) -> Iterator[Page]:
    """Yield the documents of the seeds of a folder."""
    for row in (folder / "files.jsonl").read_text(encoding="utf-8").splitlines():
        file = json.loads(row)
        roles = iter(file["roles"].split())
        seed = SeedFile(file["seed"], (folder / "seeds" / file["seed"]).read_bytes())
        raw, documents = read_joined(seed)
        told = dict(zip([line.number for line in raw if line.text], roles, strict=False))
        for lines in documents:
            known = tuple(line for line in lines if line.number in told)
            # All lines of a record have its number, which tells no line from another.
            if known and len({line.number for line in known}) == len(known):
                labels = (ROLES[told[line.number][0]] for line in known)
                yield Page(name, known, tuple(labels))


def train(pages: Iterable[Page]) -> list[str]:
    """Return the weights that some documents teach, as :class:`Weights` reads them, sorted."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params=SETTINGS, verbose=False)
    for page in pages:
        described = [sorted(list_features(one)) for one in describe_lines(page.lines)]
        trainer.append(described, page.labels)
    return learn_rows(trainer, LABELS, LEAST)


def tell_held_out(pages: Sequence[Page]) -> None:
    """Print for some bounds what of the sets left out is surely text or noise, and what is."""
    names = list_sets()
    sure: dict[tuple[str, int], Counter[str]] = defaultdict(Counter)
    for part in range(PARTS):
        left = set(names[part::PARTS])
        weights = Weights(train(page for page in pages if page.set not in left))
        for page in pages:
            if page.set not in left:
                continue
            for odds, label in zip(
                weights.weigh(describe_lines(page.lines)), page.labels, strict=True
            ):
                for asked in "PN":
                    for bound in range(0, 6001, 1000):
                        if bound <= odds[LABELS.index(asked)]:
                            sure[asked, bound][label] += 1
    for (asked, bound), counts in sorted(sure.items()):
        right = counts[asked]
        print(f"{asked} {bound}: {right} rightly, {counts.total() - right} wrongly", dict(counts))


if __name__ == "__main__":
    main()
