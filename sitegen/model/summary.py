"""What is remembered of one article so that many can be compared fast."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in an article: its full form there, its short forms, and how often it is said."""

    name: str
    forms: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Summary:
    """The slow part of every question about one article, asked once.

    ``digest`` names the article; ``sketch`` is a sorted FracMinHash sample of its four-word
    shingles; ``terms`` are (word, weight) pairs, heaviest first; ``mentions`` its names in order
    of first mention; ``topics`` are (name, weight) pairs of those it may be filed under.
    ``moment`` is its date, if known. No field holds the text.
    """

    digest: str
    words: int
    sketch: tuple[int, ...]
    terms: tuple[tuple[str, float], ...]
    mentions: tuple[Mention, ...]
    topics: tuple[tuple[str, int], ...]
    excerpt: str
    moment: datetime | None
