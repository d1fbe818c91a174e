"""Tell the lines of a page's frame, which several unrelated articles have, from their own text.

Newsletter boxes, caption galleries and lists of other reports that got past the noise rules are
the same in many articles. They leave before two texts are compared, for two galleries with other
articles around them have up to four fifths in common.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from sitegen.corpus.candidates import find_repeated
from sitegen.corpus.fingerprint import hash_shingles, unpack
from sitegen.model.summary import Summary
from sitegen.text.sentences import ends_sentence

_UNRELATED = 4  # articles that have a line in common and little else make it a line of the frame
_LEAD = 0.6  # of one sample of the lead in the other: any four copies share more, some two
_WHOLE = 0.5  # of one sketch in the other
_LISTED = 0.6  # of the lines ending alike, from which a page is a list
_FEWEST_LISTED = 5
_GALLERY_WORDS = 150  # in one line, from which it may hold all captions of a gallery
_REPEATED = 5  # times that four words stand in a line, which no sentence's words do


def find_frame_lines(summaries: Sequence[Summary], distinct: Sequence[int]) -> frozenset[int]:
    """Return the hashes of the lines that four or more unrelated articles have.

    ``distinct`` are articles with different texts in an order that no file's name changes.
    """

    def read(index: int) -> Iterable[int]:
        return unpack(summaries[index].fingerprint.lines)

    repeated = find_repeated(read, distinct, _UNRELATED)
    samples: dict[int, tuple[frozenset[int], frozenset[int]]] = {}

    def read_samples(place: int) -> tuple[frozenset[int], frozenset[int]]:
        if place not in samples:
            fingerprint = summaries[distinct[place]].fingerprint
            samples[place] = (
                frozenset(unpack(fingerprint.lead)),
                frozenset(unpack(fingerprint.sketch)),
            )
        return samples[place]

    return frozenset(
        value
        for value, places in repeated.items()
        if _are_unrelated(read_samples(place) for place in places)
    )


def _are_unrelated(articles: Iterable[tuple[frozenset[int], frozenset[int]]]) -> bool:
    """Tell whether four of the articles are no copies of each other."""
    chosen: list[tuple[frozenset[int], frozenset[int]]] = []
    for lead, sketch in articles:
        if any(
            _overlap(lead, other_lead) >= _LEAD and _overlap(sketch, other_sketch) >= _WHOLE
            for other_lead, other_sketch in chosen
        ):
            continue
        chosen.append((lead, sketch))
        if len(chosen) == _UNRELATED:
            return True
    return False


def _overlap(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / (min(len(one), len(other)) or 1)


def find_listed(lines: Sequence[str]) -> frozenset[int]:
    """Return the places of lines that end alike and not as sentences do, if they are the page.

    A list of other reports ends each of its entries with the same word of a button.

    >>> sorted(find_listed(["Ferry lost Share", "Vote won Share", "Bells Share", "It rained."] * 2))
    [0, 1, 2, 4, 5, 6]
    """
    endings = [line.rpartition(" ")[2].casefold() for line in lines]
    enough = max(_FEWEST_LISTED, _LISTED * len(lines))
    ending, count = Counter(endings).most_common(1)[0] if endings else ("", 0)
    if count < enough or not ending.isalpha():
        return frozenset()
    listed = frozenset(
        place
        for place, line in enumerate(lines)
        if endings[place] == ending and not ends_sentence(line)
    )
    return listed if enough <= len(listed) else frozenset()


def is_gallery(words: list[str]) -> bool:
    """Tell whether a line holds the captions of a gallery, each with the gallery's title.

    >>> is_gallery(["photos", "of", "the", "flood", "hide", "caption", "1", "of", "60"] * 20)
    True
    """
    if len(words) < _GALLERY_WORDS:
        return False
    counts = Counter(hash_shingles(words))
    return _REPEATED <= max(counts.values())
