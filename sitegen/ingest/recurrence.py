"""Find lines that recur in articles which have nothing to do with each other.

Such a line is mostly noise that no rule knows yet. Nothing is decided here: it is proposed, and a
person says the word. Two passes, so that a hundred thousand articles fit into memory: the first
counts in a sieve and keeps no text, the second looks only at what may recur.
"""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from sitegen.ingest.formats import EXPORTS, find_format
from sitegen.ingest.lines import make_line
from sitegen.ingest.near_copies import NearCopies
from sitegen.ingest.own_noise import OwnNoise
from sitegen.ingest.sieve import Sieve
from sitegen.ingest.sightings import Origin, Sightings, Staying, list_staying
from sitegen.ingest.templates import make_frames
from sitegen.model.article import Article
from sitegen.model.proposal import Grouping, Proposal
from sitegen.model.seed import Parsed, SeedFile, SourceNoise
from sitegen.text.normalize import fold
from sitegen.text.wildcard import is_too_wide

_FEWEST = 3  # articles, and seeds, in which a line recurs
_FEWEST_FRAMED = 5  # articles in which lines begin and end alike
_FEWEST_FRAMED_AMID = 12  # and stand amid the text, as sub-headings do
_MOST_AMID = 0.2  # share of them that may stand there all the same
_FEWEST_VARIANTS = 3  # different lines that begin and end alike
_MOST_RECURRING = 0.5  # share of an article's sentences that may recur; more is a near copy

Told = Sequence[tuple[SeedFile, Parsed]]
Groupings = Mapping[str, Grouping]  # by the digest of an article


def propose_noise(told: Told, groupings: Groupings) -> tuple[Proposal, ...]:
    """Return what recurs: what is probably noise first, and of that what most articles have."""
    found = _collect(told, groupings)
    frames = [_propose(seen, found.near_copies) for seen in _choose_frames(found)]
    alone = [
        _propose(seen, found.near_copies)
        for _, seen in sorted(found.lines.items())
        if _is_recurring(seen, found.near_copies, _FEWEST)
    ]
    narrow = [one for one in _leave_out_covered(alone, frames) if not is_too_wide(one.line)]
    return tuple(
        sorted(
            (*frames, *narrow),
            key=lambda one: (one.is_doubtful, -one.articles, -one.lines, one.line),
        )
    )


@dataclass(frozen=True, slots=True)
class _Found:
    """What is known of the lines and of the frames that may recur, by key."""

    lines: dict[str, Sightings]
    frames: dict[str, Sightings]
    near_copies: NearCopies


class _Sifted:
    """The first pass: where lines are that may recur."""

    def __init__(self, told: Told, groupings: Groupings) -> None:
        self._sieve = Sieve(sum(len(parsed.lines) for _, parsed in told))
        slots = [array("I", self._sift(*one, groupings)) for one in told]
        self.is_worthwhile = [
            any(self._sieve.count(slot) >= _FEWEST for slot in some) for some in slots
        ]

    def may_recur(self, key: str, fewest: int = _FEWEST) -> bool:
        return self._sieve.count(self._sieve.find_slot(key)) >= fewest

    def _sift(self, seed: SeedFile, parsed: Parsed, groupings: Groupings) -> Iterator[int]:
        """Count the lines of a seed, and yield their places in the sieve."""
        pages = [groupings[article.digest].page for article in parsed.articles]
        for line in list_staying(seed, parsed):
            for key in _list_keys(line):
                slot = self._sieve.find_slot(key)
                self._sieve.add(slot, pages[line.article - 1])
                yield slot


def _list_keys(line: Staying) -> Iterator[str]:
    yield line.template.key
    if line.is_framed:
        yield from (frame.key for frame in make_frames(line.template))


def _collect(told: Told, groupings: Groupings) -> _Found:
    """Look once more at the seeds with lines that may recur."""
    sifted = _Sifted(told, groupings)
    everywhere = _find_common_folders(told)
    found = _Found({}, {}, NearCopies())
    for (seed, parsed), is_worthwhile in zip(told, sifted.is_worthwhile, strict=True):
        if not is_worthwhile:
            continue
        origins = [
            _find_origin(seed.name, article, groupings, everywhere) for article in parsed.articles
        ]
        for ordinal, lines in groupby(list_staying(seed, parsed), lambda line: line.article):
            _collect_article(tuple(lines), origins[ordinal - 1], sifted, found)
    return found


def _collect_article(
    lines: Sequence[Staying], origin: Origin, sifted: _Sifted, found: _Found
) -> None:
    sentences = [line for line in lines if line.is_sentence]
    recurring = [line for line in sentences if sifted.may_recur(line.template.key)]
    length = sum(len(line.text) for line in sentences)
    if sum(len(line.text) for line in recurring) > length * _MOST_RECURRING:
        found.near_copies.add(origin.grouping, (line.template.key for line in recurring))
    for line in lines:
        # Beside another line that recurs it stands among its like, not amid the text.
        alone = sum(not sifted.may_recur(other) for other in line.around)
        is_amid = alone > 1 or line.kind == "caption"
        key = line.template.key
        if sifted.may_recur(key):
            if key not in found.lines:
                found.lines[key] = Sightings(line.template)
            found.lines[key].add(line, origin, is_amid=is_amid)
        for frame in make_frames(line.template) if line.is_framed else ():
            if sifted.may_recur(frame.key, _FEWEST_FRAMED):
                if frame.key not in found.frames:
                    found.frames[frame.key] = Sightings(line.template, frame.text)
                found.frames[frame.key].add(line, origin, is_amid=is_amid)


def _find_common_folders(told: Told) -> frozenset[str]:
    """Return the folders that all seeds lie in, which tell no source from another."""
    folders = [frozenset(map(fold, seed.name.split("/")[:-1])) for seed, _ in told]
    return frozenset.intersection(*folders) if folders else frozenset()


def _find_origin(
    name: str, article: Article, groupings: Groupings, everywhere: frozenset[str]
) -> Origin:
    """Return where the lines of an article come from.

    A folder without letters in its name is a date, and no source.
    """
    folders = [folder for folder in name.split("/")[:-1] if not is_too_wide(folder)]
    names = [article.source] if article.source else []
    names += [folder for folder in folders if fold(folder) not in everywhere]
    is_many = find_format(name) in EXPORTS  # its articles are as far from each other as files
    return Origin(
        seed=name,
        place=f"{name}#{article.ordinal}" if is_many else name,
        grouping=groupings[article.digest],
        sources={fold(one): one for one in names},
    )


def _is_recurring(seen: Sightings, near_copies: NearCopies, fewest: int) -> bool:
    return seen.count_articles(near_copies) >= fewest and len(seen.places) >= _FEWEST


def _choose_frames(found: _Found) -> list[Sightings]:
    """Return the frames that are worth a rule, the widest first, each with lines of its own."""
    chosen: list[Sightings] = []
    covered: set[str] = set()
    frames = found.frames.values()
    for seen in sorted(frames, key=lambda seen: (-len(seen.pages), seen.write_line())):
        # Sub-headings begin alike now and then: "What comes next", "What comes after the vote".
        is_edge = seen.amid <= seen.lines * _MOST_AMID
        fewest = _FEWEST_FRAMED if is_edge else _FEWEST_FRAMED_AMID
        if len(seen.templates - covered) >= _FEWEST_VARIANTS and _is_recurring(
            seen, found.near_copies, fewest
        ):
            chosen.append(seen)
            covered |= seen.templates
    return chosen


def _leave_out_covered(
    proposals: Sequence[Proposal], frames: Sequence[Proposal]
) -> Iterator[Proposal]:
    """Yield the proposals whose line is not taken by a rule that is proposed too."""
    rules = {
        source: OwnNoise(
            SourceNoise("", (one.line,)) for one in frames if one.source in {"", source}
        )
        for source in {one.source for one in proposals}
    }
    for proposal in proposals:
        if not rules[proposal.source].find_reason(make_line(proposal.examples[0].text)):
            yield proposal


def _propose(seen: Sightings, near_copies: NearCopies) -> Proposal:
    articles = seen.count_articles(near_copies)
    return Proposal(
        line=seen.write_line(),
        source=seen.find_source(),
        articles=articles,
        seeds=len(seen.places),
        lines=seen.lines,
        is_doubtful=seen.is_doubtful(articles),
        examples=tuple(seen.examples),
    )
