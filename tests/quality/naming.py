"""Measure how well names are found and told apart by kind, on labelled real text.

Strict: a name counts where both its ends and its kind are right. ``python -m tests.quality.naming
FOLDER`` prints the figures and the speed.
"""

import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Any

from sitegen.corpus.entities import find_mentions
from sitegen.corpus.kinds import correct_kinds, find_kinds
from sitegen.text.name_model import Labeller, label_words, make_labeller
from sitegen.text.name_spans import find_spans
from sitegen.text.names import find_names
from tests.quality.figures import Figure
from tools.labelled_names import (
    Label,
    LabelledText,
    read_meantime,
    read_newswire,
    read_wikigold,
)
from tools.train_names import train

KINDS = ("person", "place", "organisation")
SPEED = "articles of 4 kB a CPU second"
_ARTICLE = 4_000  # characters
_HELD_OUT = 5  # one text in so many


def measure_names(folder: Path) -> list[Figure]:
    """Return all figures but speed, which is no floor: it is the machine's as much as ours."""
    return [figure for figure in measure_all(folder) if figure.name != SPEED]


def measure_all(folder: Path) -> Iterator[Figure]:
    """Yield all figures of all sets."""
    texts = list(read_newswire(folder))
    dev = [text for split, text in texts if split == "dev"]
    yield from measure_spans("world newswire, dev", dev)
    rest = [text for split, text in texts if split == "train"]
    yield from measure_spans("world newswire, train", rest)
    yield measure_articles("world newswire, dev", dev)
    yield measure_kinds("world newswire", [*dev, *rest])
    yield measure_speed(dev)
    yield from measure_held_out(read_wikigold(folder), read_meantime(folder))


def measure_spans(
    name: str, texts: Sequence[LabelledText], label: Labeller = label_words
) -> Iterator[Figure]:
    """Yield F1 of names with their kinds, of each kind, and without.

    Goal and others, which is spaCy's small model, are of the world newswire.
    """
    aims = (0.72, 0.668) if name.startswith("world") else (None, None)
    found = [(_find(text, label), _keep(text.labels)) for text in texts]
    yield Figure(name, "names with kinds, F1", _score(found), *aims)
    for kind in KINDS:
        of_kind = [
            ({one for one in got if one[3] == kind}, {one for one in want if one[3] == kind})
            for got, want in found
        ]
        yield Figure(name, f"{kind}, F1", _score(of_kind))
    plain = [({one[:3] for one in got}, {one[:3] for one in want}) for got, want in found]
    yield Figure(name, "names of any kind, F1", _score(plain))


def measure_articles(name: str, texts: Iterable[LabelledText]) -> Figure:
    """Measure which names an article has, however often it says them.

    Others: what the rules of shape found that were here before kinds.
    """
    pairs = [
        (
            {form for found in find_names(text.paragraphs) for form in found.forms},
            {text.paragraphs[number][start:end] for number, start, end, _ in text.labels},
        )
        for text in texts
    ]
    return Figure(name, "names of an article, any kind, F1", _score(pairs), None, 0.698)


def measure_kinds(name: str, texts: Sequence[LabelledText]) -> Figure:
    """Measure how many names of articles are of the kind that is labelled, as all articles tell.

    Others: as each article tells by itself.
    """
    told = [find_mentions(text.paragraphs) for text in texts]
    kinds = find_kinds(told)
    labels = [
        {
            text.paragraphs[number][start:end]: kind
            for number, start, end, kind in sorted(text.labels)
        }
        for text in texts
    ]
    alone, settled = (
        [
            one.kind == label[one.name]
            for mentions, label in zip(read, labels, strict=True)
            for one in mentions
            if label.get(one.name) in KINDS
        ]
        for read in (told, [correct_kinds(mentions, kinds) for mentions in told])
    )
    value, before = (sum(right) / len(right) for right in (settled, alone))
    return Figure(name, "kinds of names of articles, right", value, None, before)


def measure_speed(texts: Sequence[LabelledText]) -> Figure:
    """Measure how fast the names of articles are found."""
    find_names(texts[0].paragraphs)
    start = time.process_time()
    for text in texts:
        find_names(text.paragraphs)
    seconds = time.process_time() - start
    size = sum(len(paragraph) for text in texts for paragraph in text.paragraphs)
    return Figure("world newswire, dev", SPEED, size / _ARTICLE / seconds, 300)


def measure_held_out(
    wikigold: list[LabelledText], meantime: list[LabelledText]
) -> Iterator[Figure]:
    """Yield figures of a part of what the weights are made of, with weights made of the rest."""
    learnt = [
        text
        for texts in (wikigold, meantime)
        for number, text in enumerate(texts)
        if number % _HELD_OUT
    ]
    label = make_labeller(train(learnt))
    yield from measure_spans("wikigold, held out", wikigold[::_HELD_OUT], label)
    yield from measure_spans("MEANTIME, held out", meantime[::_HELD_OUT], label)


def _find(text: LabelledText, label: Labeller) -> set[Label]:
    spans = find_spans(text.paragraphs, label)
    return _keep((span.paragraph, span.start, span.end, span.kind) for span in spans)


def _keep(labels: Iterable[Label]) -> set[Label]:
    return {label for label in labels if label[3] in KINDS}


def _score(pairs: Iterable[tuple[AbstractSet[Any], AbstractSet[Any]]]) -> float:
    """Return F1 over all texts."""
    right = found = wanted = 0
    for got, want in pairs:
        right += len(got & want)
        found += len(got)
        wanted += len(want)
    return 2 * right / (found + wanted) if found + wanted else 0.0


if __name__ == "__main__":
    for figure in measure_all(Path(sys.argv[1])):
        print(f"{figure.set}: {figure.name}: {figure.value:.4f}")
