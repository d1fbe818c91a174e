"""Find the lists of other articles: headlines, each with a sentence or two about it."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from sitegen.ingest.lines import is_headline_shaped
from sitegen.ingest.looks import Look, find_above, take_as_noise
from sitegen.text.sentences import split_sentences

TEASERS = "list of teasers"
REASON = "one of several headlines in a row that lead to other pages"
_FEWEST = 3  # in a row, which no article has
_HEADLINE_WORDS = range(4, 25)
_MOST_WORDS = 45  # of a teaser, or a lead that stands for its article
_MOST_SENTENCES = 2
_LIST_RULES = frozenset({"list heading", "teaser"})
_MEASURES = frozenset({"reading time", "age"})
_LEADS_ON = re.compile(r"^(?:read (?:more|on|the full story)|continue reading|full story)\b")


class _Unit(NamedTuple):
    """A headline and what stands below it up to the next one, by index."""

    start: int
    end: int
    texts: int
    sentences: int
    words: int
    leads_on: bool


def drop_teasers(looks: Sequence[Look]) -> Sequence[Look]:
    """Take lists of teasers as noise: at least three in a row, each a headline and few words.

    They are known by the button below each that leads to the whole article, or by the heading of
    the list above the first of them.
    """
    noisy = [look for look in looks if look.noise]
    if not any(look.noise in _LIST_RULES or _is_button(look) for look in noisy):
        return looks
    taken = {
        index
        for run in _find_runs(looks)
        for index in range(run[0].start, run[-1].end)
        if looks[index].line.text and not looks[index].noise
    }
    return take_as_noise(looks, taken | set(_find_pictured(looks)), TEASERS, REASON)


def _find_pictured(looks: Sequence[Look]) -> Iterator[int]:
    """Yield the lines of a link below a pointer: what its picture shows, and its headline.

    How long it takes to read, or how old it is, stands right below.
    """
    for index, (pointer, said, head, below) in enumerate(
        zip(looks, looks[1:], looks[2:], looks[3:], strict=False)
    ):
        if pointer.noise not in _LIST_RULES or below.noise not in _MEASURES:
            continue
        if _may_head(head) and _is_plain(said) and said.line.words <= _MOST_WORDS:
            yield from (index + 1, index + 2)


def _find_runs(looks: Sequence[Look]) -> Iterator[list[_Unit]]:
    for is_short, group in groupby(_find_units(looks), key=_is_teaser):
        run = list(group)
        if is_short and _FEWEST <= len(run) and _has_list_heading(looks, run[0].start):
            yield run
        elif is_short:
            led = (
                list(units)
                for leads, units in groupby(run, key=lambda unit: unit.leads_on)
                if leads
            )
            yield from (units for units in led if _FEWEST <= len(units))


def _has_list_heading(looks: Sequence[Look], start: int) -> bool:
    above = find_above(looks, start)
    return above is not None and above.noise in _LIST_RULES


def _find_units(looks: Sequence[Look]) -> Iterator[_Unit]:
    starts = [index for index, look in enumerate(looks) if _may_head(look)]
    for start, end in pairwise([*starts, len(looks)]):
        below = looks[start + 1 : end]
        last = next((place for place, look in enumerate(below) if _is_button(look)), None)
        texts = [look.line for look in below if look.line.text and not look.noise and not look.fact]
        words = sum(line.words for line in texts)
        is_short = words <= _MOST_WORDS  # and only then its sentences need be counted
        yield _Unit(
            start=start,
            end=end if last is None else start + 2 + last,
            texts=len(texts),
            sentences=sum(len(split_sentences(line.text)) for line in texts) if is_short else 0,
            words=words,
            leads_on=last is not None,
        )


def _is_plain(look: Look) -> bool:
    line = look.line
    return bool(line.text) and not (look.noise or look.fact or look.has_credit or line.shape)


def _may_head(look: Look) -> bool:
    line = look.line
    is_cut = line.text.endswith("…")
    return (
        _is_plain(look)
        and line.words in _HEADLINE_WORDS
        and is_headline_shaped(line)
        and not is_cut
    )


def _is_button(look: Look) -> bool:
    return bool(look.noise) and bool(_LEADS_ON.match(look.line.key))


def _is_teaser(unit: _Unit) -> bool:
    return 0 < unit.texts and unit.sentences <= _MOST_SENTENCES and unit.words <= _MOST_WORDS
