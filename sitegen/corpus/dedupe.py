"""Find articles that say the same: candidates by shared samples, then exact containment."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sitegen.corpus.candidates import find_candidates
from sitegen.corpus.chrome import find_frame_lines
from sitegen.corpus.compare import Kin, Texts, compare_texts
from sitegen.model.article import Article
from sitegen.model.summary import Summary

_SAME = Kin("copy", score=1.0, lead=1.0, begins=True)
_ALIKE = 0.3  # of the shorter, that any two texts of one article share; of two others, hardly any


@dataclass(frozen=True, slots=True)
class Match:
    """Two articles, by index, that are akin; score and lead are shares from 0 to 1."""

    first: int
    second: int
    score: float
    lead: float = 1.0


@dataclass(frozen=True, slots=True)
class Matches:
    """The pairs that make two articles one, best first, and those that are versions of one."""

    copies: tuple[Match, ...]
    versions: tuple[Match, ...]


def find_matches(
    summaries: Sequence[Summary],
    get_article: Callable[[int], Article],
    are_settled: Callable[[int, int], bool] = lambda _first, _second: False,
) -> Matches:
    """Return the pairs of duplicates and of versions; the order is the same in every run.

    ``get_article`` is asked for candidates only, so that no other text need be in memory.
    ``are_settled`` tells of two articles that are one already, whatever a comparison would say.
    """
    candidates = find_candidates(summaries)
    texts = Texts(get_article, find_frame_lines(summaries, candidates.distinct))
    kin = dict.fromkeys(candidates.same, _SAME)
    settled = dict.fromkeys(pair for pair in candidates.pairs if are_settled(*pair))
    for first, second in candidates.pairs:
        if (first, second) not in settled:
            kin[first, second] = compare_texts(texts[first], texts[second])
    matches = [
        (found.kinship, Match(*pair, score=found.score, lead=found.lead))
        for pair, found in kin.items()
    ]

    def rank(match: Match) -> tuple[object, ...]:
        # Whole copies come before cut ones, and pieces from the middle at last: a piece that was
        # joined to one copy would keep others away.
        one, other = summaries[match.first], summaries[match.second]
        fewer, more = sorted((one.words, other.words))
        likeness = match.score * fewer / (more or 1)
        begins = kin[match.first, match.second].begins
        digests = sorted((one.digest, other.digest))
        return (not begins, -likeness, digests, match.first, match.second)

    copies = sorted((match for kinship, match in matches if kinship == "copy"), key=rank)
    versions = sorted((match for kinship, match in matches if kinship == "version"), key=rank)
    return Matches(tuple(_keep_joined(copies, settled, summaries, kin, texts)), tuple(versions))


@dataclass(slots=True)
class _Cluster:
    """Articles that are one; by index its longest and its shortest text."""

    members: list[int]
    longest: int
    shortest: int


class _Clusters:
    """The clusters that articles are in, at first each in its own."""

    def __init__(self, summaries: Sequence[Summary]) -> None:
        self._summaries = summaries
        self._clusters: dict[int, _Cluster] = {}

    def __getitem__(self, index: int) -> _Cluster:
        return self._clusters.setdefault(index, _Cluster([index], index, index))

    def unite(self, first: int, second: int) -> None:
        """Make one cluster of those that two articles are in."""
        one, other = self[first], self[second]
        if one is other:
            return
        smaller, larger = sorted((one, other), key=lambda cluster: len(cluster.members))
        larger.members += smaller.members
        larger.longest = self._choose(one.longest, other.longest, -1)
        larger.shortest = self._choose(one.shortest, other.shortest, 1)
        self._clusters.update(dict.fromkeys(smaller.members, larger))

    def _choose(self, one: int, other: int, sign: int) -> int:
        # Of texts of one length the first by digest, so that of many copies it stays the same.
        return min(
            (one, other),
            key=lambda each: (sign * self._summaries[each].words, self._summaries[each].digest),
        )


def _keep_joined(
    copies: Sequence[Match],
    settled: Iterable[tuple[int, int]],
    summaries: Sequence[Summary],
    kin: dict[tuple[int, int], Kin],
    texts: Texts,
) -> list[Match]:
    """Return the matches inside clusters that hold together, so that no article joins two others.

    A file in which two articles run together is like both, and they are not like each other:
    clusters become one only where their longest texts are copies and their shortest texts, too,
    have something in common. What is ``settled`` is one from the start: such a file that has its
    page with one of the two does not join the other when that comes back.
    """

    def look_up(one: int, other: int) -> Kin:
        if one == other:
            return _SAME
        pair = (min(one, other), max(one, other))
        if pair not in kin:
            kin[pair] = compare_texts(texts[one], texts[other])
        return kin[pair]

    clusters = _Clusters(summaries)
    for first, second in settled:
        clusters.unite(first, second)
    for match in copies:
        one, other = clusters[match.first], clusters[match.second]
        if one is other or look_up(one.longest, other.longest).kinship != "copy":
            continue
        if _ALIKE <= look_up(one.shortest, other.shortest).score:
            clusters.unite(match.first, match.second)
    return [match for match in copies if clusters[match.first] is clusters[match.second]]
