"""A seed file as it lies on disk, and what became of each of its lines."""

from typing import Literal

from sitegen.model.article import Article
from sitegen.model.problem import Problem
from sitegen.model.value import value

LineKind = Literal[
    "blank",
    "title",
    "dek",
    "caption",
    "fact",
    "heading",
    "body",
    "item",
    "quote",
    "row",
    "correction",
    "noise",
]


@value
class SeedFile:
    """A file under ``seeds/``: its name with forward slashes, and its bytes.

    ``sidecar`` holds the bytes of the ``.toml`` file that speaks of it, and ``sidecar_name`` that
    file's name; both are empty where there is none.
    """

    name: str
    data: bytes
    sidecar: bytes = b""
    sidecar_name: str = ""


@value
class SourceNoise:
    """Lines that a person has named as noise, in all seeds or, where named, in those of a source.

    A ``*`` in a line stands for any text. A seed is of a source if it says so itself, or if it
    lies in a folder of that name.
    """

    source: str
    lines: tuple[str, ...]


@value
class Intake:
    """A seed to be parsed, and what the site's configuration says about noise and language."""

    seed: SeedFile
    noise: tuple[SourceNoise, ...] = ()
    language: str = "en"


@value
class LineFate:
    """What became of one line of a seed, the named rule that decided it, and the reason in words.

    ``number`` counts from 1 as editors do; ``article`` is the 1-based place of the article in
    its file, 0 for lines that belong to none. A line of JSON, which holds a whole article, has
    one fate for each line of its text, all with its number.
    """

    number: int
    kind: LineKind
    rule: str
    article: int
    reason: str = ""


@value
class Parsed:
    """Everything that was found in one seed file.

    ``lines`` holds a fate for every line of the decoded file (law 2). ``notes`` say what had to be
    done to its bytes before it could be read: which encoding was found, what was mended.
    """

    seed: str
    articles: tuple[Article, ...]
    lines: tuple[LineFate, ...]
    problems: tuple[Problem, ...]
    notes: tuple[str, ...] = ()
