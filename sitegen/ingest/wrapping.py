"""Find the column at which a text is wrapped: the next word did not fit on most of its lines."""

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

from sitegen.ingest.lines import Line
from sitegen.text.words import has_unspaced

_WIDEST = 120  # characters; no column is wider
_NARROWEST = 30
_WRAPPED_SHARE = 0.6  # of neighbouring lines break just where the next word did not fit
_RUN_SHARE = 0.75
_FEWEST_PAIRS, _CASED = 4, 4  # of the latter lines with a letter first, one begins with a small one


def find_widths(lines: Sequence[Line]) -> list[int]:
    """Return for each line the column at which it is wrapped, 0 where it is not.

    A whole file is wrapped at one column, or a run of lines without a blank one at its own.
    """
    width = _find_width(lines, _WRAPPED_SHARE)
    if width:
        return [width] * len(lines)
    widths: list[int] = []
    for has_text, group in groupby(lines, key=lambda line: bool(line.text)):
        run = list(group)
        widths += [_find_width(run, _RUN_SHARE) if has_text else 0] * len(run)
    return widths


def _find_width(lines: Sequence[Line], share: float) -> int:
    """Return the column at which lines are wrapped, 0 where they are not."""
    if len(lines) <= _FEWEST_PAIRS:
        return 0
    lengths = sorted(len(line.text) for line in lines if line.text)
    if len(lengths) < _FEWEST_PAIRS:
        return 0
    width = lengths[-1 - len(lengths) // 50]
    longest = max((line.text for line in lines), key=len)
    narrowest = _NARROWEST // 2 if has_unspaced(longest) else _NARROWEST
    if not narrowest <= width <= _WIDEST:
        return 0
    pairs = _pair_lines(lines)
    full = sum(is_full(one, other, width) for one, other in pairs)
    is_wrapped = _FEWEST_PAIRS <= len(pairs) and share * len(pairs) <= full
    return width if is_wrapped and _go_on(other for _, other in pairs) else 0


def _pair_lines(lines: Sequence[Line]) -> list[tuple[Line, Line]]:
    """Return the neighbouring lines that tell whether a text is wrapped.

    Behind a sentence or a credit the next line may be one of its own, which proves nothing.
    """
    return [
        (one, other)
        for one, other in pairwise(lines)
        if one.text and other.text and not one.is_sentence and one.text[-1] not in ")]"
    ]


def _go_on(lines: Iterable[Line]) -> bool:
    """Tell whether lines begin amid sentences: headlines of one length below each other do not.

    Of lines all in capitals, as old agencies sent them, that cannot be told.
    """
    firsts = [line.text[0] for line in lines if not line.text.isupper()]
    cased = [first for first in firsts if first.islower() or first.isupper()]
    return len(cased) <= _CASED * sum(first.islower() for first in cased)


def is_full(line: Line, after: Line, width: int) -> bool:
    """Tell whether the next line's first word did not fit on this one."""
    first = after.text.find(" ")
    if first < 0 and not after.text.isascii():  # a script without spaces breaks anywhere
        return width <= len(line.text) + 1
    return width < len(line.text) + 1 + (first if 0 <= first else len(after.text))
