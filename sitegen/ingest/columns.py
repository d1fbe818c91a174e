"""Tell where the columns of a printed page go on, and put together the words they break.

Text copied out of a printed page is broken at the width of its column in millimetres, so that no
count of characters tells which word did not fit; but its lines are about as long as each other,
and most begin with a small letter.
"""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate
from statistics import median

from sitegen.ingest.bylines import read_byline
from sitegen.ingest.interruptions import is_turn
from sitegen.ingest.lines import Line, compose_line, is_titled
from sitegen.ingest.stamps import is_dated

_NARROWEST, _WIDEST = 24, 100  # characters
_FEWEST = 5  # lines of a file that go on with a small letter
_SMALL_SHARE = 0.6  # of the lines that go on
_EVEN = 0.75  # of the length in the middle, below which a line of a column ends a paragraph
_EVEN_SHARE = 0.8
_MOST_PARTS, _MOST_WORDS = 3, 10  # lines of a headline, words of each
_FEWEST_WORDS = 3  # of a line behind a large first letter
_WORDS = frozenset("AEIOUY")  # letters that are words in some language
_MARKS = ",.;:"
_WORD = re.compile(r"\w+(?:-\w+)*")
# What is written with a hyphen wherever it stands; and the words before which one is left open.
_FIRSTS = frozenset(
    "one two three four five six seven eight nine ten twenty thirty forty fifty sixty seventy"
    " eighty ninety first second third half quarter self well ill long short high low full part"
    " far near"
    " ex non anti pro mid all old new year day week month co".split()
)
_OPEN = frozenset("and or to und oder bis et ou y o e en of i och og".split())


def find_columns(lines: Sequence[Line], *, is_wrapped: bool = False) -> frozenset[int]:
    """Return the indexes of the lines that go on, in a column, with what the line above says.

    ``is_wrapped`` tells that lines are wrapped at some width; then headlines may be as well.
    """
    found = _find_sentences(lines)
    return found | find_broken_headlines(lines) if is_wrapped or found else found


def _find_sentences(lines: Sequence[Line]) -> frozenset[int]:
    """Return the indexes of the lines that go on, in a column, with the sentence above them."""
    found = [index for index in range(1, len(lines)) if _goes_on(lines[index - 1], lines[index])]
    if sum(lines[index].text[0].islower() for index in found) < _FEWEST:  # as in most files
        return frozenset()
    pairs = [index for index in _leave_lists(lines, found) if not _turns(lines, index)]
    small = [index for index in pairs if lines[index].text[0].islower()]
    if len(small) < _FEWEST or len(small) < _SMALL_SHARE * len(pairs):
        return frozenset()
    lengths = [len(lines[index - 1].text) for index in small]
    least = _EVEN * median(lengths)
    if sum(least <= length for length in lengths) < _EVEN_SHARE * len(lengths):
        return frozenset()
    found = [index for index in pairs if least <= len(lines[index - 1].text)]
    return frozenset(found) - _find_deks(lines)


def _find_deks(lines: Sequence[Line]) -> frozenset[int]:
    """Return the indexes of the lines under a headline, above a byline: longer, with a capital."""
    return frozenset(
        place - 1
        for place in range(2, len(lines))
        if read_byline(lines[place])
        and _may_be_part(lines[place - 2])
        and len(lines[place - 2].text) < len(lines[place - 1].text)
        and _may_be_part(lines[place - 1])
        and lines[place - 1].text[0].isupper()
    )


def _goes_on(above: Line, line: Line) -> bool:
    """Tell whether the sentence of a line of a column is not at its end, for all it says."""
    if not line.text or above.is_sentence or not _NARROWEST <= len(above.text) <= _WIDEST:
        return False
    if not any(map(str.isalnum, above.text)):  # a ruler
        return False
    return not (above.shape or line.shape or above.verdict or line.verdict)


def _leave_lists(lines: Sequence[Line], found: Sequence[int]) -> Iterator[int]:
    """Yield those of the indexes that are in a run with a line that begins small, as no list is."""
    run_of = list(accumulate(int(not line.text) for line in lines))  # the blank lines above
    texts = {run_of[index] for index in found if lines[index].text[0].islower()}
    yield from (index for index in found if run_of[index] in texts)


def _turns(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line, or the one above it, is the head of a page or says where to go on."""
    return lines[index].text.isupper() or is_dated(lines[index - 1]) or is_turn(lines[index])


def find_broken_headlines(lines: Sequence[Line]) -> frozenset[int]:
    """Return the indexes of the lines that go on with a headline, in a file of wrapped lines.

    Above a byline, and below a gap, stand two or three lines in title case, none longer than the
    first: a kicker is shorter than the headline below it, and a line under a headline longer.

    >>> from sitegen.ingest.lines import make_line
    >>> lines = ["", "Bees Close the Third Floor of a", "School", "By Ivo Brandt"]
    >>> sorted(find_broken_headlines([make_line(text) for text in lines]))
    [2]
    """
    found: set[int] = set()
    for place, line in enumerate(lines):
        if 1 < place and read_byline(line):
            end = place if lines[place - 1].text else place - 1
            begin = end
            while 0 < begin and end - begin < _MOST_PARTS and _may_be_part(lines[begin - 1]):
                begin -= 1
            parts = lines[begin:end]
            is_apart = begin == 0 or not lines[begin - 1].text
            if is_apart and len(parts) > 1 and _is_broken_headline(parts):
                found.update(range(begin + 1, end))
    return frozenset(found)


def _may_be_part(line: Line) -> bool:
    is_plain = line.text and not (line.shape or line.verdict or line.is_sentence)
    return bool(is_plain) and line.words <= _MOST_WORDS and not is_dated(line)


def _is_broken_headline(parts: Sequence[Line]) -> bool:
    longest = max(len(line.text) for line in parts)
    cases = {line.text.isupper() for line in parts}
    is_even = len(cases) == 1 and len(parts[0].text) == longest
    return (
        is_even
        and _FEWEST_WORDS < parts[0].words
        and is_titled(" ".join(one.text for one in parts))
    )


def find_written(lines: Sequence[Line]) -> frozenset[str]:
    """Return the words that the lines write whole; none if none is broken."""
    if not any(line.text.endswith("-") for line in lines):
        return frozenset()
    return frozenset(word for line in lines for word in _WORD.findall(line.text.casefold()))


def lead_on(above: str, below: str, written: AbstractSet[str]) -> str:
    """Return a line as it is written right before the one that goes on with its sentence.

    A hyphen at its end breaks a word and goes, unless it is the word's own, as far as that can be
    told: by ``written``, the words that stand elsewhere, or by what stands before it.

    >>> [lead_on(one, "missioners", set()) for one in ("the", "the com-", "the sub-com-", "one -")]
    ['the ', 'the com', 'the sub-com-', 'one - ']
    >>> lead_on("a wind-", "mill", {"wind-mill"}), lead_on("a one-", "room school", set())
    ('a wind-', 'a one-')
    >>> lead_on("the high-", "ways", {"highways"}), lead_on("the high-", "ways", set())
    ('the high', 'the high-')
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
    if f"{before}-{after}".casefold() in written:
        return above
    return above if is_own and f"{before}{after}".casefold() not in written else above[:-1]


def take_initials(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with a large first letter, which stands by itself, put before its word.

    After a letter that may be a word itself, the text tells whether it is one.

    >>> from sitegen.ingest.lines import make_line
    >>> [line.text for line in take_initials([*map(make_line, ("W", "HEN THE WIND IS IN THE"))])]
    ['WHEN THE WIND IS IN THE']
    >>> [line.text for line in take_initials([*map(make_line, ("A", "ferry ran to Orle"))])]
    ['A ferry ran to Orle']
    """
    if not any(len(line.text) == 1 and line.text.isupper() for line in lines):
        return list(lines)
    said = frozenset(word.strip(_MARKS) for line in lines for word in line.key.split())
    taken: list[Line] = []
    for line in lines:
        initial = taken[-1] if taken else None
        if initial is None or not _is_initial(initial, line):
            taken.append(line)
            continue
        first = f"{initial.text}{line.text.partition(' ')[0]}"
        is_word = initial.text not in _WORDS or first.casefold().strip(_MARKS) in said
        text = f"{initial.text}{'' if is_word else ' '}{line.text}"
        taken[-1] = compose_line(text, initial.number, "", "", initial.span + line.span)
    return taken


def _is_initial(line: Line, below: Line) -> bool:
    is_letter = len(line.text) == 1 and line.text.isalpha() and line.text.isupper()
    is_plain = is_letter and not (line.shape or below.shape or line.verdict or below.verdict)
    first = below.text.partition(" ")[0]  # goes on with its word, all small or all in capitals
    is_rest = first[:1].islower() or (len(first) > 1 and first.isupper())
    return is_plain and is_rest and below.words >= _FEWEST_WORDS
