"""Compare two texts exactly: are they one article, two versions of one, or two."""

from collections import Counter, OrderedDict
from collections.abc import Callable, Set as AbstractSet
from dataclasses import dataclass
from typing import Literal

from sitegen.corpus.chrome import find_listed
from sitegen.corpus.fingerprint import (
    LEAD_SHINGLES,
    LEAD_WORDS,
    hash_line,
    hash_shingles,
    is_text,
    join_words,
    read_paragraphs,
)
from sitegen.model.article import Article

Kinship = Literal["copy", "version", "none"]

DUPLICATE = 0.7  # containment of the shorter text in the longer, from which they are one article
VERSION = 0.45  # and from which they may be versions of one that developed
_LEAD = 0.5  # and as much of one of the two openings must stand in the other text
_SHORT_WORDS = 160  # shorter articles must also agree in half of their numbers
_BRIEF_WORDS = 80  # still shorter ones in three quarters, and are no versions
_OPENING = 3 * LEAD_WORDS  # words of the longer text in which the lead of a short one must stand
_OWN = 0.4  # of a page must be its own prose, or it is a gallery
_KEPT = 256  # texts in memory at a time


@dataclass(frozen=True, slots=True)
class Text:
    """What two articles are compared by: the words that are no frame, and their shingles."""

    words: list[str]
    hashes: list[int]
    shingles: frozenset[int]
    is_gallery: bool


@dataclass(frozen=True, slots=True)
class Kin:
    """What two texts are to each other.

    ``score`` is the containment of the shorter in the longer, ``lead`` that of one's opening in
    the other, both from 0 to 1.
    """

    kinship: Kinship
    score: float
    lead: float


class Texts:
    """Gives the texts of articles by index; no more than some are in memory at a time."""

    def __init__(self, get_article: Callable[[int], Article], frame: frozenset[int]) -> None:
        self._get_article = get_article
        self._frame = frame
        self._texts: OrderedDict[int, Text] = OrderedDict()

    def __getitem__(self, index: int) -> Text:
        """Return the text of one article."""
        text = self._texts.pop(index, None) or read_text(self._get_article(index), self._frame)
        self._texts[index] = text
        if _KEPT < len(self._texts):
            self._texts.popitem(last=False)
        return text


def read_text(article: Article, frame: frozenset[int] = frozenset()) -> Text:
    """Cut an article into what is compared; ``frame`` are hashes of lines that do not count."""
    paragraphs = read_paragraphs(article)
    listed = find_listed([block.text for block in article.blocks if is_text(block)])
    own = [
        words
        for place, words in enumerate(paragraphs)
        if place not in listed and not (frame and hash_line(words) in frame)
    ]
    words, every = join_words(own), sum(map(len, paragraphs))
    hashes = hash_shingles(words)
    return Text(
        words=words,
        hashes=hashes,
        shingles=frozenset(hashes),
        is_gallery=len(words) < _OWN * every,
    )


def compare_texts(one: Text, other: Text) -> Kin:
    """Tell what two texts are to each other.

    Reports of one event share names and quotations but neither most of their phrases nor their
    opening; cut, edited and re-headlined copies share both.
    """
    score = contain(one.shingles, other.shingles)
    if score < VERSION or one.is_gallery or other.is_gallery:
        return Kin("none", round(score, 3), 0.0)
    shorter, longer = sorted((one, other), key=lambda text: len(text.words))
    found = _cover(shorter, longer)
    lead = max(found, _cover(longer, shorter))
    kinship: Kinship = "none"
    if _agree_if_short(shorter, longer):
        if DUPLICATE <= score and _LEAD <= lead:
            kinship = "copy"
        elif _BRIEF_WORDS <= len(shorter.words):
            kinship = "version"
    return Kin(kinship, round(score, 3), round(lead, 3))


def contain(one: AbstractSet[int], other: AbstractSet[int]) -> float:
    """Return the share of the smaller set that the larger one has too, from 0 to 1."""
    return len(one & other) / min(len(one), len(other))


def _cover(one: Text, other: Text) -> float:
    """Return the share of the opening of one text that the other has."""
    lead = set(one.hashes[:LEAD_SHINGLES])
    return len(lead & other.shingles) / len(lead)


def _agree_if_short(shorter: Text, longer: Text) -> bool:
    """Tell whether there is, of a short text, more in common than a form that others fill in.

    A quotation in the middle of a report is no copy of it, and two notes of one form differ in
    their numbers.
    """
    count = len(shorter.words)
    if _SHORT_WORDS <= count:
        return True
    lead, opening = set(shorter.hashes[:LEAD_SHINGLES]), set(longer.hashes[:_OPENING])
    if len(lead & opening) < _LEAD * len(lead):
        return False
    few, many = sorted((_count_numbers(shorter), _count_numbers(longer)), key=Counter.total)
    different = few.total() - (few & many).total()
    if count < _BRIEF_WORDS:
        return different * 4 <= few.total()
    return different <= 1 or different * 2 <= few.total()


def _count_numbers(text: Text) -> Counter[str]:
    return Counter(word for word in text.words if word[0].isdigit())
