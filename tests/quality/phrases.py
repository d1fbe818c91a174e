"""Measure how well phrases and names tell what an article is about, on labelled real text.

Key phrases are compared as Porter stems, as their labels are, over the first five and ten of each
text: F1 over all texts. ``python -m tests.quality.phrases FOLDER`` prints the figures.
"""

import gzip
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import snowballstemmer

from sitegen.corpus.entities import find_mentions, weigh_topics
from sitegen.text.dateline import split_dateline
from sitegen.text.normalize import strip_accents
from sitegen.text.phrases import find_phrases
from tests.quality.figures import Figure

Row = Mapping[str, Any]

_FIRST = (5, 10)
# File, set, what parts words in its labels, goals, and what others reach: YAKE for DUC-2001.
_SETS = (
    ("kp_duc2001", "DUC-2001", " ", (0.28, 0.32), (0.117, 0.145)),
    ("kp_500n", "500N-KPCrowd", "", (None, None), (None, None)),
)
_SIGNS = re.compile(r"[^a-z0-9 ]+")
_ENTITY_GOAL, _ENTITY_OTHERS = 0.60, 0.40


def measure_phrases(folder: Path) -> Iterator[Figure]:
    """Yield the figures of all sets."""
    for file, name, parting, goals, others in _SETS:
        yield from measure_key_phrases(name, _read(folder, file), parting, goals, others)
    yield measure_main_entities("BASIL", _read(folder, "basil"))


def measure_key_phrases(
    name: str,
    rows: Iterable[Row],
    parting: str = " ",
    goals: Sequence[float | None] = (None, None),
    others: Sequence[float | None] = (None, None),
) -> Iterator[Figure]:
    """Yield F1 of the weightiest phrases; ``parting`` stands for signs within labelled words."""
    pairs = [(_find(row["text"], parting), set(row["keys_stemmed"])) for row in rows]
    for first, goal, other in zip(_FIRST, goals, others, strict=True):
        right = sum(len(set(found[:first]) & wanted) for found, wanted in pairs)
        both = sum(len(found[:first]) + len(wanted) for found, wanted in pairs)
        yield Figure(name, f"key phrases, F1@{first}", 2 * right / both, goal, other)


def measure_main_entities(name: str, rows: Iterable[Row]) -> Figure:
    """Measure in how many articles the weightiest name is one that editors call a main one.

    ``Obama`` is ``Barack Obama``: the words of one are among those of the other. Others: names by
    rules, without weights.
    """
    judged = []
    for row in rows:
        paragraphs = [line for line in row["text"].split("\n") if line.strip()]
        paragraphs[:1] = [split_dateline(first)[1] for first in paragraphs[:1]]
        topics = weigh_topics(find_mentions(paragraphs), row["title"], paragraphs)
        found = _split_name(topics[0][0]) if topics else set()
        wanted = map(_split_name, row["main_entities"])
        judged.append(bool(found) and any(found <= one or one <= found for one in wanted))
    share = sum(judged) / len(judged)
    return Figure(name, "main entity first, share", share, _ENTITY_GOAL, _ENTITY_OTHERS)


def _split_name(name: str) -> set[str]:
    return set(strip_accents(name).lower().replace(".", "").split())


def _find(text: str, parting: str) -> list[str]:
    """Return the stems of the weightiest phrases, each once."""
    stem = snowballstemmer.stemmer("porter").stemWords
    found: dict[str, None] = {}
    for phrase in find_phrases([text]):
        if stems := " ".join(stem(_SIGNS.sub(parting, phrase.text.lower()).split())):
            found[stems] = None
        if len(found) == max(_FIRST):
            break
    return list(found)


def _read(folder: Path, name: str) -> list[Row]:
    text = gzip.decompress((folder / f"{name}.jsonl.gz").read_bytes()).decode()
    return [json.loads(line) for line in text.splitlines()]


if __name__ == "__main__":
    for figure in measure_phrases(Path(sys.argv[1])):
        print(f"{figure.set}: {figure.name}: {figure.value:.4f}")
