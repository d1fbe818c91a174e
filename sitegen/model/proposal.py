"""Lines that recur in articles which have nothing to do with each other, for a person to judge."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Grouping:
    """Which page an article is on and which story that belongs to, as numbers from 0.

    Copies of one article are on one page. A page without a story is a story of its own.
    """

    page: int
    story: int


@dataclass(frozen=True, slots=True)
class Example:
    """Where a proposed line stands, and how it reads there."""

    seed: str
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """A line that may be noise, with ``*`` for what differs.

    ``source`` is where all of its lines come from, empty where that is more than one source.
    ``articles`` counts copies of one article once. ``is_doubtful`` tells of a line that mostly
    stands amid the text and reads like it.
    """

    line: str
    source: str
    articles: int
    seeds: int
    lines: int
    is_doubtful: bool
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class AliasProposal:
    """Two names that may be one, and why; ``articles`` counts those that say each."""

    written: str
    meant: str
    reason: str
    articles: tuple[int, int]
