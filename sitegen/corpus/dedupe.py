"""Find articles that say the same: candidates by shared sketch, then exact containment."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from sitegen.corpus.fingerprint import count_sixteenths, make_shingles, read_words
from sitegen.model.article import Article
from sitegen.model.summary import Summary

DUPLICATE = 0.7  # containment of the shorter text in the longer, from which they are one article
_LEAD = 0.5  # and as much of one of the two openings must stand in the other text
_LEAD_WORDS = 90
_SHORT_WORDS = 160  # shorter articles must also agree in half of their numbers
_SHARED = 2  # sketch hashes that make two articles candidates
_CROWD = 64  # a phrase in more articles than this is a formula; only neighbours are compared


@dataclass(frozen=True, slots=True)
class Match:
    """Two articles, by index, that are one; ``score`` is the containment, from 0 to 1."""

    first: int
    second: int
    score: float


@dataclass(frozen=True, slots=True)
class Text:
    """What two articles are compared by."""

    shingles: frozenset[int]
    lead: frozenset[int]
    numbers: Counter[str]
    words: int


def find_matches(
    summaries: Sequence[Summary], get_article: Callable[[int], Article]
) -> tuple[Match, ...]:
    """Return the pairs of duplicates, best first; the order is the same in every run.

    ``get_article`` is asked for candidates only, so that no other text need be in memory.
    """
    texts: dict[int, Text] = {}

    def get_text(index: int) -> Text:
        if index not in texts:
            texts[index] = read_text(get_article(index))
        return texts[index]

    matches = []
    for first, second in sorted(_find_candidates(summaries)):
        score = 1.0
        if summaries[first].digest != summaries[second].digest:
            score = score_copies(get_text(first), get_text(second))
        if score:
            matches.append(Match(first=first, second=second, score=score))
    return tuple(sorted(matches, key=lambda match: (-match.score, match.first, match.second)))


def read_text(article: Article) -> Text:
    """Cut an article into the sets that are compared."""
    words = read_words(article)
    return Text(
        shingles=frozenset(make_shingles(words)),
        lead=frozenset(make_shingles(words[:_LEAD_WORDS])),
        numbers=Counter(word for word in words if word[0].isdigit()),
        words=len(words),
    )


def score_copies(one: Text, other: Text) -> float:
    """Return the containment of the shorter in the longer where they are copies, else 0.

    Reports of one event share names and quotations but neither most of their phrases nor their
    opening; cut, edited and re-headlined copies share both.
    """
    score = contain(one.shingles, other.shingles)
    lead = max(_cover(one.lead, other.shingles), _cover(other.lead, one.shingles))
    if score < DUPLICATE or lead < _LEAD:
        return 0.0
    if min(one.words, other.words) < _SHORT_WORDS and not _agree(one.numbers, other.numbers):
        return 0.0
    return round(score, 3)


def contain(one: frozenset[int], other: frozenset[int]) -> float:
    """Return the share of the smaller set that the larger one has too, from 0 to 1."""
    return len(one & other) / min(len(one), len(other))


def _cover(part: frozenset[int], whole: frozenset[int]) -> float:
    return len(part & whole) / len(part)


def _agree(one: Counter[str], other: Counter[str]) -> bool:
    """Tell whether two short texts share half of the numbers of the one that has fewer."""
    fewer = min(one.total(), other.total())
    return (one & other).total() * 2 >= fewer


def _find_candidates(summaries: Sequence[Summary]) -> set[tuple[int, int]]:
    """Return the pairs of indexes worth an exact look, the lower index first."""
    shared: Counter[tuple[int, int]] = Counter()
    for posting in _index(summary.sketch for summary in summaries):
        shared.update(_pair_up(posting))
    # A copy shares most of the common sample; a quarter of it leaves room for chance.
    sizes = [count_sixteenths(summary.sketch) for summary in summaries]
    pairs = {
        (first, second)
        for (first, second), count in shared.items()
        if max(_SHARED, min(sizes[first], sizes[second]) / 4) <= count
    }
    for posting in _index((summary.digest,) for summary in summaries):
        pairs.update(pairwise(posting))
    return pairs


def _index(sketches: Iterable[Iterable[object]]) -> Iterator[list[int]]:
    """Return, for each value that several articles have, their indexes in order."""
    postings: dict[object, list[int]] = defaultdict(list)
    for index, sketch in enumerate(sketches):
        for value in sketch:
            postings[value].append(index)
    return (posting for posting in postings.values() if len(posting) > 1)


def _pair_up(posting: list[int]) -> Iterator[tuple[int, int]]:
    """Pair all, or only neighbours in a crowd: many copies of one text still hang together."""
    return combinations(posting, 2) if len(posting) <= _CROWD else pairwise(posting)
