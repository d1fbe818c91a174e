"""Train the weights that tell the voice of a page: ``python -m tools.train_page_voice``.

It learns from the labelled seeds of ``tests/quality`` and from those written blind, never from
those held back; the same seeds give the same weights, byte for byte. ``--held-out`` changes
nothing: it learns from all sets but one, of each in turn, and tells how those lines of the one are
judged of which nothing else was known.
"""

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pycrfsuite

from sitegen.ingest import parse_seed, read_lines
from sitegen.ingest.page_voice import WEIGHTS, list_features, read_weights, weigh_voice
from sitegen.model.seed import Intake, SeedFile
from tests.quality.blind_seeds import BLIND, write_blind_seeds

LABELLED = BLIND.parent / "labelled"
OUT = Path(__file__).parents[1] / "sitegen" / "ingest" / WEIGHTS
HEAD = (
    "# Weights of the voice of a page: a feature, a tab, what speaks for it in thousandths.",
    "# Learnt by tools/train_page_voice.py from our own seeds in tests/quality.",
)
SETTINGS = {"c1": 0.05, "c2": 0.5, "max_iterations": 200, "feature.minfreq": 2}
HELD = "held_back"
PAGE, TEXT = "page", "text"
NOISE_ROLES, TEXT_ROLES = frozenset("NBQ"), frozenset("PHDFTXCK")
KEPT = frozenset({"body", "item", "quote"})
BASE = "BASE"  # a feature of every line
THOUSAND = 1000
LEAST = 100  # thousandths that are worth a row


@dataclass(frozen=True)
class Judged:
    """A line of a set, whether it is the page's by its label, and whether it was read as text."""

    set: str
    text: str
    is_page: bool
    is_kept: bool


def main() -> None:
    """Train on all sets, or tell how well it goes on those left out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held-out", action="store_true")
    lines = [line for name in list_sets() for line in read_set(name)]
    if parser.parse_args().held_out:
        tell_held_out(lines)
        return
    rows = [f"{row}\n" for row in (*HEAD, *train(lines))]
    OUT.write_text("".join(rows), encoding="utf-8", newline="\n")
    print(f"{OUT.name}: {len(lines)} lines, {len(rows)} rows, {OUT.stat().st_size} bytes")


def list_sets() -> list[str]:
    """Return the names of all sets that may be learnt from."""
    blind = (folder.name for folder in BLIND.iterdir() if folder.is_dir())
    return ["labelled", *sorted(name for name in blind if not name.startswith(HELD))]


def read_set(name: str) -> Iterator[Judged]:
    """Yield the lines of a set whose roles are known."""
    if name == "labelled":
        yield from read_folder(name, LABELLED)
        return
    with TemporaryDirectory() as folder:
        write_blind_seeds(Path(folder), (name,))
        yield from read_folder(name, Path(folder))


def read_folder(name: str, folder: Path) -> Iterator[Judged]:
    """Yield the lines of the seeds of a folder."""
    for row in (folder / "files.jsonl").read_text(encoding="utf-8").splitlines():
        file = json.loads(row)
        seed = SeedFile(file["seed"], (folder / "seeds" / file["seed"]).read_bytes())
        lines = read_lines(seed)
        fates = zip(parse_seed(Intake(seed)).lines, lines, strict=True)
        told = [(fate, text) for fate, text in fates if text and fate.kind != "blank"]
        roles = file["roles"].split()
        if len(told) != len(roles):
            continue
        for (fate, text), role in zip(told, roles, strict=True):
            if role[0] in NOISE_ROLES | TEXT_ROLES:
                yield Judged(name, text, role[0] in NOISE_ROLES, fate.kind in KEPT)


def train(lines: Iterable[Judged]) -> list[str]:
    """Return the weights that some lines teach, sorted; the first is what speaks for any line."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params=SETTINGS, verbose=False)
    for line in lines:
        if features := list_features(line.text):
            trainer.append([[BASE, *features]], [PAGE if line.is_page else TEXT])
    with TemporaryDirectory() as folder:
        path = str(Path(folder) / "weights")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        learnt = tagger.info().state_features
    weights: dict[str, float] = {}
    for (feature, label), weight in learnt.items():
        weights[feature] = weights.get(feature, 0.0) + (weight if label == PAGE else -weight)
    base = round(THOUSAND * weights.pop(BASE, 0.0))
    rows = ((feature, round(THOUSAND * weight)) for feature, weight in sorted(weights.items()))
    return [f"\t{base}", *(f"{name}\t{weight}" for name, weight in rows if LEAST <= abs(weight))]


def tell_held_out(lines: Sequence[Judged]) -> None:
    """Print for some bounds how many lines kept as text would go, rightly and wrongly."""
    judged: list[tuple[int, Judged]] = []
    for name in list_sets():
        weights = read_weights(train(line for line in lines if line.set != name))
        kept = (line for line in lines if line.set == name and line.is_kept)
        judged += [(weigh_voice(line.text, weights), line) for line in kept]
    print(f"{sum(line.is_page for _, line in judged)} of {len(judged)} lines are the page's")
    for bound in range(1000, 4001, 250):
        gone = [line for weight, line in judged if bound <= weight]
        right = sum(line.is_page for line in gone)
        print(f"{bound}: {right} rightly, {len(gone) - right} wrongly")


if __name__ == "__main__":
    main()
