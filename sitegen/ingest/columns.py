"""Tell where the columns of a printed page go on, and put together the words they break.

Text copied out of a printed page is broken at the width of its column in millimetres, so that no
count of characters tells which word did not fit; but its lines are about as long as each other,
and most begin with a small letter.
"""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby
from statistics import median

from sitegen.ingest.interruptions import is_turn
from sitegen.ingest.lines import Line
from sitegen.ingest.stamps import is_dated

_NARROWEST, _WIDEST = 24, 100  # characters
_FEWEST = 5  # lines of a file that go on with a small letter
_SMALL_SHARE = 0.6  # of the lines that go on
_EVEN = 0.75  # of the length in the middle, below which a line of a column ends a paragraph
_EVEN_SHARE = 0.8
_COMPOUND = re.compile(r"\w+(?:-\w+)+")
# What is written with a hyphen wherever it stands; and the words before which one is left open.
_FIRSTS = frozenset(
    "one two three four five six seven eight nine ten twenty thirty forty fifty sixty seventy"
    " eighty ninety first second third half quarter self well ill long short high low full part"
    " far near"
    " ex non anti pro mid all old new year day week month co".split()
)
_OPEN = frozenset("and or to und oder bis et ou y o e en of i och og".split())


def find_columns(lines: Sequence[Line]) -> frozenset[int]:
    """Return the indexes of the lines that go on, in a column, with the sentence above them."""
    runs: list[list[int]] = []
    for has_text, group in groupby(range(len(lines)), key=lambda index: bool(lines[index].text)):
        if has_text:
            run = [index + 1 for index in list(group)[:-1] if _may_go_on(lines, index)]
            if any(lines[index].text[0].islower() for index in run):
                runs.append(run)
    pairs = [index for run in runs for index in run]
    small = [index for index in pairs if lines[index].text[0].islower()]
    if len(small) < _FEWEST or len(small) < _SMALL_SHARE * len(pairs):
        return frozenset()
    lengths = [len(lines[index - 1].text) for index in small]
    least = _EVEN * median(lengths)
    if sum(least <= length for length in lengths) < _EVEN_SHARE * len(lengths):
        return frozenset()
    return frozenset(index for index in pairs if least <= len(lines[index - 1].text))


def _may_go_on(lines: Sequence[Line], index: int) -> bool:
    """Tell whether the sentence of a line of a column is not at its end, for all it says."""
    line, below = lines[index], lines[index + 1]
    if line.shape or below.shape or line.verdict or below.verdict or line.is_sentence:
        return False
    if below.text.isupper() or is_dated(line) or is_turn(below):  # the head of the next page
        return False
    return _NARROWEST <= len(line.text) <= _WIDEST


def find_compounds(lines: Sequence[Line]) -> frozenset[str]:
    """Return the words with a hyphen inside that the lines write whole; none if none is broken."""
    if not any(line.text.endswith("-") for line in lines):
        return frozenset()
    return frozenset(word for line in lines for word in _COMPOUND.findall(line.text.casefold()))


def lead_on(above: str, below: str, compounds: AbstractSet[str]) -> str:
    """Return a line as it is written right before the one that goes on with its sentence.

    A hyphen at its end breaks a word and goes, unless it is the word's own, as far as that can be
    told: by ``compounds``, which are written so elsewhere, or by what stands before it.

    >>> [lead_on(one, "missioners", set()) for one in ("the", "the com-", "the sub-com-", "one -")]
    ['the ', 'the com', 'the sub-com-', 'one - ']
    >>> lead_on("a wind-", "mill", {"wind-mill"}), lead_on("a one-", "room school", set())
    ('a wind-', 'a one-')
    >>> lead_on("in pre-", "and post-war days", set()), lead_on("BY COM-", "MITTEE", set())
    ('in pre- ', 'BY COM')
    """
    if not above.endswith("-") or not above[-2:-1].isalnum():
        return f"{above} "
    before = above[:-1].rpartition(" ")[2].lstrip("\"'“‘(«„")
    after = below.partition(" ")[0].rstrip("\"'”’)»“.,;:!?")
    if after.casefold() in _OPEN:
        return f"{above} "
    is_cased = below[0].islower() or (before.isupper() and after.isupper())
    is_own = not before.isalpha() or before.casefold() in _FIRSTS or not is_cased
    return above if is_own or f"{before}-{after}".casefold() in compounds else above[:-1]
