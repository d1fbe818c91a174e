"""Take out of a text the very long runs of lines that say nothing, before anything looks at them.

Every rule costs each line its time, so that hundreds of thousands of single letters, numbers or
buttons take longer than all articles of a site; no article has a thousand of them in a row.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from operator import attrgetter
from string import digits

from sitegen.ingest.document import RawLine
from sitegen.ingest.reasons import MONOTONY
from sitegen.model.seed import LineFate

_FEWEST = 1_000  # lines in a row, blank ones not counted
_OFTEN = 100  # times, whatever the numbers in it; no line of a text is said as often
_LONGEST = 40  # characters without figures
# Longer lines that end as no sentence does: their times, and their characters.
_VERY_OFTEN, _LONGER = 1_000, 80
_MOST = 120  # characters with figures; to look at paragraphs would take long
# A number, a word of four letters, or both. Signs of Chinese are words, and rows have cells.
_TINY = re.compile(r"[^\w|\t]{0,4}\d{0,8}[^\w|\t]{0,4}[A-Za-z]{0,4}[^\w|\t]{0,4}")
_NO_FIGURES, _FEW_FIGURES = dict.fromkeys(map(ord, digits)), 2
# A number, or the three parts of a day with its year.
_FIGURES = re.compile(r"\d{1,2} [^\W\d]{3,9} \d{4}|[^\W\d]{3,9} \d{1,2}, \d{4}|\d{4}-\d\d-\d\d|\d+")
_CELL = re.compile(r"[|\t]|\s{2}")
_STANDING = "…"  # what the rules see in place of a run


def gather_monotony(lines: Sequence[RawLine]) -> Sequence[RawLine]:
    """Return the lines, each such run as a single one that holds them.

    >>> lines = [RawLine(number, "Share") for number in range(1, 1001)]
    >>> lines = [RawLine(0, "-30-"), *lines, RawLine(1001, "The ferry sank.")]
    >>> [(one.text, len(one.run)) for one in gather_monotony(lines)]
    [('-30-', 0), ('…', 1000), ('The ferry sank.', 0)]
    """
    if len(lines) < _FEWEST:
        return lines
    texts = (line.text for line in lines if len(line.text) <= _MOST)
    counts = Counter(text.translate(_NO_FIGURES) for text in texts)
    often = {words for words, count in counts.items() if _is_often(words, count)}

    def name_rule(line: RawLine) -> str:
        text = line.text
        if _MOST < len(text) or line.verdict or line.shape == "title":
            return ""
        is_idle = text in often or _is_counted(text, often) or _TINY.fullmatch(text)
        return MONOTONY if is_idle else ""

    # The first and the last one may be of the texts around: an end mark, a ruled line.
    return _gather(lines, name_rule, lambda line: line.text not in often)


def gather_verdicts(lines: Sequence[RawLine]) -> Sequence[RawLine]:
    """Return the lines, each such run that has one verdict as a single line that holds them.

    >>> lines = [RawLine(number, "Share", verdict="not JSON") for number in range(1, 1001)]
    >>> [(one.verdict, len(one.run)) for one in gather_verdicts(lines)]
    [('not JSON', 1000)]
    """
    if len(lines) < _FEWEST:
        return lines
    return _gather(lines, attrgetter("verdict"), lambda _: False)


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


def _is_often(words: str, count: int) -> bool:
    """Tell whether what lines say, their figures left out, is said too often for a text."""
    if len(words) <= _LONGEST:
        return _OFTEN <= count
    return _VERY_OFTEN <= count and len(words) <= _LONGER and words[-1].isalnum()


def _is_counted(text: str, often: AbstractSet[str]) -> bool:
    """Tell whether a line says with a number or two what many others do, and is no row of cells."""
    words = text.translate(_NO_FIGURES)
    is_said = len(words) < len(text) and words in often and any(map(str.isalpha, words))
    return is_said and not _CELL.search(text) and len(_FIGURES.findall(text)) <= _FEW_FIGURES


def _gather(
    lines: Sequence[RawLine],
    name_rule: Callable[[RawLine], str],
    may_stay: Callable[[RawLine], bool],
) -> Sequence[RawLine]:
    """Return the lines, each run of a rule as one, without such ends of it as may stay."""
    gathered: list[RawLine] = []
    place = 0
    for rule, first, last in _find_runs(lines, name_rule):
        start, end = first + may_stay(lines[first]), last + 1 - may_stay(lines[last])
        run = tuple(lines[start:end])
        gathered += lines[place:start]
        gathered.append(RawLine(run[0].number, _STANDING, verdict=rule, run=run))
        place = end
    return [*gathered, *lines[place:]] if place else lines


def _find_runs(
    lines: Sequence[RawLine], name_rule: Callable[[RawLine], str]
) -> Iterator[tuple[str, int, int]]:
    """Yield the rule of each run, and the places of its first and last line, which have text."""
    rule, first, last, count = "", 0, 0, 0
    for place, line in enumerate(lines):
        if not line.text or line.text.isspace():
            continue
        name = name_rule(line)
        if name != rule:
            if rule and _FEWEST <= count:
                yield rule, first, last
            rule, first, count = name, place, 0
        last, count = place, count + 1
    if rule and _FEWEST <= count:
        yield rule, first, last
