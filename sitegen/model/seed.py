"""A seed file as it lies on disk, and what became of each of its lines."""

from dataclasses import dataclass
from typing import Literal

from sitegen.model.article import Article
from sitegen.model.problem import Problem

LineKind = Literal[
    "blank", "title", "caption", "credit", "fact", "heading", "body", "correction", "noise"
]


@dataclass(frozen=True, slots=True)
class SeedFile:
    """A file under ``seeds/``: its name with forward slashes, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class LineFate:
    """What became of one line of a seed, and the named rule that decided it.

    ``number`` counts from 1 as editors do; ``article`` is the 1-based place of the article in
    its file, 0 for lines that belong to none.
    """

    number: int
    kind: LineKind
    rule: str
    article: int


@dataclass(frozen=True, slots=True)
class Parsed:
    """Everything that was found in one seed file.

    ``lines`` holds one fate for every line of the decoded file (law 2), so that
    ``len(parsed.lines)`` is its number of lines.
    """

    seed: str
    articles: tuple[Article, ...]
    lines: tuple[LineFate, ...]
    problems: tuple[Problem, ...]
