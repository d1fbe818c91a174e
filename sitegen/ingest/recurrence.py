"""Find lines that recur in articles which have nothing to do with each other.

Such a line is mostly noise that no rule knows yet. Nothing is decided here: it is proposed, and a
person says the word. Two passes, so that a hundred thousand articles fit into memory: the first
counts in a sieve and keeps no text, the second looks only at what may recur.
"""

from array import array
from collections.abc import Iterator, Mapping, Sequence

from sitegen.ingest.own_noise import is_too_wide
from sitegen.ingest.sieve import Sieve
from sitegen.ingest.sightings import Origin, Sightings, Staying, list_staying
from sitegen.ingest.templates import make_frames
from sitegen.model.article import Article
from sitegen.model.proposal import Grouping, Proposal
from sitegen.model.seed import Parsed, SeedFile
from sitegen.text.normalize import fold

_FEWEST = 3  # articles, and seeds, in which a line recurs
_FEWEST_FRAMED = 5  # articles in which lines begin and end alike
_FEWEST_VARIANTS = 3  # different lines that do
_MOST_AMID = 0.2  # share of them that may stand amid the text, as sub-headings do
_MANY = (".jsonl", ".jsonl.gz")  # a file of articles that are as far from each other as files

Told = Sequence[tuple[SeedFile, Parsed]]
Groupings = Mapping[str, Grouping]  # by the digest of an article


def propose_noise(told: Told, groupings: Groupings) -> tuple[Proposal, ...]:
    """Return what recurs: what is probably noise first, and of that what most articles have."""
    lines, frames = _collect(told, groupings)
    chosen = _choose_frames(frames)
    covered = {template for one in chosen for template in one.templates}
    alone = [lines[key] for key in sorted(lines.keys() - covered) if _is_recurring(lines[key])]
    proposals = [_propose(one) for one in (*chosen, *alone)]
    return tuple(
        sorted(
            (one for one in proposals if not is_too_wide(one.line)),
            key=lambda one: (one.is_doubtful, -one.articles, -one.lines, one.line),
        )
    )


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


def _collect(told: Told, groupings: Groupings) -> tuple[dict[str, Sightings], dict[str, Sightings]]:
    """Return what is known of the lines, and of the frames, that may recur, by key."""
    sifted = _Sifted(told, groupings)
    everywhere = _find_common_folders(told)
    lines: dict[str, Sightings] = {}
    frames: dict[str, Sightings] = {}
    for (seed, parsed), is_worthwhile in zip(told, sifted.is_worthwhile, strict=True):
        if not is_worthwhile:
            continue
        origins = [
            _find_origin(seed.name, article, groupings, everywhere) for article in parsed.articles
        ]
        for line in list_staying(seed, parsed):
            origin = origins[line.article - 1]
            key = line.template.key
            # Beside another line that recurs it stands among its like, not amid the text.
            near = sum(not sifted.may_recur(other) for other in line.around)
            is_amid = near > 1 or line.kind == "caption"
            if sifted.may_recur(key):
                if key not in lines:
                    lines[key] = Sightings(line.template)
                lines[key].add(line, origin, is_amid=is_amid)
            for frame in make_frames(line.template) if line.is_framed else ():
                if sifted.may_recur(frame.key, _FEWEST_FRAMED):
                    if frame.key not in frames:
                        frames[frame.key] = Sightings(line.template, frame.text)
                    frames[frame.key].add(line, origin, is_amid=is_amid)
    return lines, frames


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
    is_many = name.lower().endswith(_MANY)
    return Origin(
        seed=name,
        place=f"{name}#{article.ordinal}" if is_many else name,
        grouping=groupings[article.digest],
        sources={fold(one): one for one in names},
    )


def _is_recurring(seen: Sightings) -> bool:
    return seen.count_articles() >= _FEWEST and len(seen.places) >= _FEWEST


def _choose_frames(frames: Mapping[str, Sightings]) -> list[Sightings]:
    """Return the frames that are worth a rule, the widest first, each with lines of its own."""
    chosen: list[Sightings] = []
    covered: set[str] = set()
    for seen in sorted(frames.values(), key=lambda seen: (-len(seen.pages), seen.write_line())):
        is_certain = (
            seen.count_articles() >= _FEWEST_FRAMED
            and len(seen.places) >= _FEWEST
            and seen.amid <= seen.lines * _MOST_AMID
        )
        if is_certain and len(seen.templates - covered) >= _FEWEST_VARIANTS:
            chosen.append(seen)
            covered |= seen.templates
    return chosen


def _propose(seen: Sightings) -> Proposal:
    return Proposal(
        line=seen.write_line(),
        source=seen.find_source(),
        articles=seen.count_articles(),
        seeds=len(seen.places),
        lines=seen.lines,
        is_doubtful=seen.amid * 2 > seen.lines and seen.shared * 2 > seen.lines,
        examples=tuple(seen.examples),
    )
