"""Take out of a text the very long runs of lines that say nothing, before anything looks at them.

Every rule costs each line its time, so that hundreds of thousands of single letters, numbers or
buttons take longer than all articles of a site; no article has a thousand of them in a row.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from sitegen.ingest.document import RawLine
from sitegen.ingest.reasons import MONOTONY
from sitegen.model.seed import LineFate

_FEWEST = 1_000  # lines in a row, blank ones not counted
_OFTEN = 100  # times; no line of a text is said as often, and only of such lines a run is
_LONGEST = 24  # characters of a number and a short word, with signs around them
# A number, a word of four letters, or both. Signs of Chinese are words, and rows have cells.
_TINY = re.compile(r"[^\w|\t]{0,4}\d{0,8}[^\w|\t]{0,4}[A-Za-z]{0,4}[^\w|\t]{0,4}")
_STANDING = "…"  # what the rules see in place of a run


def gather_monotony(lines: Sequence[RawLine]) -> Sequence[RawLine]:
    """Return the lines, each such run as a single one that holds them.

    >>> lines = [RawLine(number, "Share") for number in range(1, 1001)]
    >>> [(one.number, one.text, len(one.run)) for one in gather_monotony(lines)]
    [(1, 'Share', 0), (2, '…', 998), (1000, 'Share', 0)]
    """
    if len(lines) < _FEWEST:
        return lines
    gathered: list[RawLine] = []
    place = 0
    for first, last in _find_runs(lines):
        start, end = first + 1, last  # both may be of the texts around: an end mark, a ruled line
        run = tuple(lines[start:end])
        gathered += lines[place:start]
        gathered.append(RawLine(run[0].number, _STANDING, verdict=MONOTONY, run=run))
        place = end
    return [*gathered, *lines[place:]] if place else lines


def spread_fates(raw: Iterable[RawLine], fates: Iterable[LineFate]) -> Iterator[LineFate]:
    """Yield the fates of lines, that of a run once for each of its lines."""
    for line, fate in zip(raw, fates, strict=True):
        if not line.run:
            yield fate
            continue
        for one in line.run:
            if one.text and not one.text.isspace():
                yield LineFate(one.number, fate.kind, fate.rule, fate.article, fate.reason)
            else:
                yield LineFate(one.number, "blank", "blank", fate.article)


def spread_lines(raw: Iterable[RawLine]) -> Iterator[RawLine]:
    """Yield the lines as they are in the file, those of a run one by one."""
    for line in raw:
        yield from line.run or (line,)


def _find_runs(lines: Sequence[RawLine]) -> Iterator[tuple[int, int]]:
    """Yield the places of the first and the last line of each run, which are not blank."""
    counts = Counter(line.text for line in lines)
    often = {text for text, count in counts.items() if _OFTEN <= count}
    first, last, count = 0, 0, 0
    for place, line in enumerate(lines):
        text = line.text
        if not text or text.isspace():
            continue
        is_open = not line.verdict and line.shape != "title"
        if is_open and (text in often or (len(text) <= _LONGEST and _TINY.fullmatch(text))):
            first = first if count else place
            last, count = place, count + 1
        else:
            if _FEWEST <= count:
                yield first, last
            count = 0
    if _FEWEST <= count:
        yield first, last
