"""Compare two texts exactly: are they one article, two versions of one, or two."""

from collections import Counter, OrderedDict
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from sitegen.corpus.chrome import find_listed, is_gallery
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
from sitegen.model.dating import Dating
from sitegen.text.words import split_words

Kinship = Literal["copy", "version", "none"]

DUPLICATE = 0.7  # containment of the shorter text in the longer, from which they are one article
VERSION = 0.45  # and from which they may be versions of one that developed
_LEAD = 0.5  # and as much of one of the two openings must stand in the other text
_SHORT_WORDS = 160  # shorter articles must also agree in half of their numbers
_BRIEF_WORDS = 80  # still shorter ones in three quarters, and they are no versions
_BRIEF_DUPLICATE = 0.8
_FRAGMENT_WORDS = 40  # of a greeting above a newsletter, say: too few to be a long text cut off
_OPENING = 3 * LEAD_WORDS  # words of the longer text in which the lead of a short one must stand
_OWN = 0.4  # of a page must be its own prose, or it is a gallery, unless that is long by itself
_NEAR = timedelta(days=7)  # a notice that comes again later is another one
_KEPT = 256  # texts in memory at a time


@dataclass(frozen=True, slots=True)
class Text:
    """What two articles are compared by: the words that are no frame, and their shingles."""

    title: frozenset[str]
    day: date | None
    words: list[str]
    hashes: list[int]
    shingles: frozenset[int]
    is_gallery: bool


@dataclass(frozen=True, slots=True)
class Kin:
    """What two texts are to each other.

    ``score`` is the containment of the shorter in the longer, ``lead`` that of one's opening in
    the other, both from 0 to 1. ``begins`` tells that both begin alike, as a copy that was cut off
    and its original do, and a piece from the middle does not.
    """

    kinship: Kinship
    score: float
    lead: float
    begins: bool


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
        if place not in listed
        and not (frame and hash_line(words) in frame)
        and not is_gallery(words)
    ]
    words, every = join_words(own), sum(map(len, paragraphs))
    hashes = hash_shingles(words)
    return Text(
        title=frozenset(split_words(article.title)),
        day=_find_day(article.dating),
        words=words,
        hashes=hashes,
        shingles=frozenset(hashes),
        is_gallery=len(words) < min(_OWN * every, _SHORT_WORDS),
    )


def compare_texts(one: Text, other: Text) -> Kin:
    """Tell what two texts are to each other.

    Reports of one event share names and quotations but neither most of their phrases nor their
    opening; cut, edited and re-headlined copies share both.
    """
    score = contain(one.shingles, other.shingles)
    if score < VERSION or one.is_gallery or other.is_gallery:
        return Kin("none", round(score, 3), lead=0.0, begins=False)
    # The words decide between texts of one length, so that the order of files does not.
    shorter, longer = sorted((one, other), key=lambda text: (len(text.words), text.words))
    lead = max(_cover(shorter, longer), _cover(longer, shorter))
    opening = set(longer.hashes[: min(LEAD_SHINGLES, len(shorter.hashes))])
    return Kin(
        _decide(shorter, longer, score, lead),
        score=round(score, 3),
        lead=round(lead, 3),
        begins=_LEAD * len(opening) <= len(opening & shorter.shingles),
    )


def _decide(shorter: Text, longer: Text, score: float, lead: float) -> Kinship:
    count = len(shorter.words)
    if count < _SHORT_WORDS and not _agree_in_short(shorter, longer):
        return "none"
    if count < _BRIEF_WORDS:
        is_copy = _BRIEF_DUPLICATE <= score and _fit_in_brief(shorter, longer)
        return "copy" if is_copy else "none"
    return "copy" if DUPLICATE <= score and _LEAD <= lead else "version"


def contain(one: AbstractSet[object], other: AbstractSet[object]) -> float:
    """Return the share of the smaller set that the larger one has too, from 0 to 1."""
    return len(one & other) / min(len(one), len(other))


def _cover(one: Text, other: Text) -> float:
    """Return the share of the opening of one text that the other has."""
    lead = set(one.hashes[:LEAD_SHINGLES])
    return len(lead & other.shingles) / len(lead)


def _agree_in_short(shorter: Text, longer: Text) -> bool:
    """Tell whether there is, of a short text, more in common than a form that others fill in.

    A quotation in the middle of a report is no copy of it, and two notes of one form differ in
    their days or their numbers; one number in a longer note may have been corrected.
    """
    if shorter.day and longer.day and _NEAR < abs(shorter.day - longer.day):
        return False
    lead, opening = set(shorter.hashes[:LEAD_SHINGLES]), set(longer.hashes[:_OPENING])
    if len(lead & opening) < _LEAD * len(lead):
        return False
    few, many = sorted((_count_numbers(shorter), _count_numbers(longer)), key=Counter.total)
    different = few.total() - (few & many).total()
    if len(shorter.words) < _BRIEF_WORDS:
        return different * 4 <= few.total()
    return different <= 1 or different * 2 <= few.total()


def _fit_in_brief(shorter: Text, longer: Text) -> bool:
    """Tell whether a few sentences are a copy and no formula: of one length or of one headline."""
    if len(longer.words) <= 2 * len(shorter.words):
        return True
    if len(shorter.words) < _FRAGMENT_WORDS:
        return False
    fewer = min(len(shorter.title), len(longer.title))
    return fewer <= 2 * len(shorter.title & longer.title)


def _find_day(dating: Dating) -> date | None:
    if dating.moment is None or dating.precision not in {"instant", "day"}:
        return None
    return dating.moment.date()


def _count_numbers(text: Text) -> Counter[str]:
    return Counter(word for word in text.words if word[0].isdigit())
