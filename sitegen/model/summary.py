"""What is remembered of one article so that many can be compared fast."""

from datetime import datetime

from sitegen.model.value import value


@value
class Mention:
    """A name in an article: its full form there, all its forms, how often it is said, its kind.

    ``kind`` is ``person``, ``place``, ``organisation`` or ``other``.
    """

    name: str
    forms: tuple[str, ...]
    count: int
    kind: str


@value
class KeyPhrase:
    """What an article is about: its name as all articles write it, as this one does, its weight.

    Weights are in hundredths and comparable between articles.
    """

    name: str
    form: str
    weight: int


@value
class Fingerprint:
    """What is remembered of a text so that its copies can be found; some 350 bytes.

    ``sketch`` and ``lead`` are samples of the hashes of its four-word shingles and of those of its
    first ninety words, ``lines`` the hashes of its paragraphs, in order: packed, four bytes each.
    """

    sketch: bytes
    lead: bytes
    lines: bytes


@value
class Terms:
    """The words of an article by which it is compared, and what each weighs, heaviest first.

    ``words`` are parted by spaces, ``weights`` has a byte for each: some 1,200 bytes an article,
    where pairs would take ten times as much.
    """

    words: str
    weights: bytes


@value
class TimeHints:
    """What a text says of the time at which it was written, besides its date.

    ``halves`` has a byte for each half of a month from January on, how likely it is of the time;
    empty if the text names no month. ``weekdays`` are those of its opening, Monday 0.
    """

    halves: bytes
    weekdays: tuple[int, ...]


NO_HINTS = TimeHints(b"", ())


@value
class Summary:
    """The slow part of every question about one article, asked once.

    ``digest`` names the article; ``fingerprint`` is what its copies are found by;
    ``terms`` are its words with their weights; ``mentions`` its names in order of first mention;
    ``topics`` are (name, weight) pairs of those it may be filed under. ``moment`` is its date, if
    known; ``phrases`` are what it is about, heaviest first; ``hints`` what else tells of its time.
    No field holds the text.
    """

    digest: str
    words: int
    fingerprint: Fingerprint
    terms: Terms
    mentions: tuple[Mention, ...]
    topics: tuple[tuple[str, int], ...]
    excerpt: str
    moment: datetime | None
    phrases: tuple[KeyPhrase, ...] = ()
    hints: TimeHints = NO_HINTS
