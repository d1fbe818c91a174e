"""Name what a printed page has above and below its text: its number, and what stands beside it.

A book, a report or a paper that was made text from its printed pages says its own name, a day or
its author at each turn of a page. The number counts up, and the lines beside it come again.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from sitegen.ingest.bylines import read_byline
from sitegen.ingest.columns import find_written, lead_on
from sitegen.ingest.credits import has_credit
from sitegen.ingest.lines import Line, compose_line
from sitegen.ingest.noise import find_noise
from sitegen.ingest.photographers import read_lone_credit
from sitegen.ingest.reasons import TURN

_MOST_WORDS = 12
_FEW_WORDS = 4  # of a name that may stand above the headline of the first page
_FEWEST_NUMBERS = 3  # elsewhere; one less where the file says that a page ends
_DEPTH = 3  # lines beside a number
_STEPS = frozenset({1, 2})  # the left and the right pages of a book have heads of their own
_EDGES = " -–—|·•[]().,"
_PAGE = re.compile(
    r"(?P<beside>.*?)[\[(|·•–—-]? ?(?:pages?|p\.|pg\.?|seite|página|pagina|sida|side|strona)"
    r" (?P<number>\d{1,4})(?: ?(?:of|von|de|di|av|af|van|z|/) ?\d{1,4})?[\])]?$"
)
_OF_ALL = re.compile(r"(?P<beside>)(?P<number>\d{1,4})/\d{1,4}$")
# What a browser prints below and above each page: its address, and when it was printed.
_PRINTED = re.compile(r"(?P<beside>\S(?>(?:(?!://)\S)*)://\S++) (?P<number>\d{1,4})/\d{1,4}$")
_NUMBERED_AT = re.compile(
    r"(?P<beside>)(?P<number>\d{1,4}) (?:of|von|de|sur|di|van) \d{1,4}"
    r" \d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d\d\b.{0,5}$"
)
_PRINTED_AT = re.compile(r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d\d(?: [ap]\.?m\.?)? \S")
_BARE = re.compile(r"(?P<beside>)[\[(–—-]? ?(?P<number>\d{1,4}) ?[\])–—-]?$")
_BESIDE = re.compile(
    r"(?P<number>\d{1,4}) (?P<behind>\D.*\D|\D.*\b(?:19|20)\d\d)$"
    r"|(?P<before>.*\S) (?P<last>\d{1,4})$"
)
_PATTERNS = {
    "printed": _PRINTED,
    "printed at": _NUMBERED_AT,
    "page": _PAGE,
    "of all": _OF_ALL,
    "bare": _BARE,
}
_FEWEST = {"printed": 1, "printed at": 1, "page": 2}  # that need nothing beside them to be known
_NUMBER_ENDS = frozenset("0123456789)]-–—")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DAY_WORDS = 4  # of a day in words, at most


class _Foot(NamedTuple):
    """A line with the number of a page: its place among the lines with text, and the number."""

    place: int
    number: int


def mark_running(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines, those of the heads and feet of printed pages with a verdict.

    A blank line that has it already is where the file itself says that a page ends.

    >>> from sitegen.ingest.lines import make_line
    >>> texts = ["Storm", "The sea rose.", "Orme [Page 1]", "Storm", "It sank.", "Orme [Page 2]"]
    >>> [line.text for line in mark_running([make_line(text) for text in texts]) if line.verdict]
    ['Orme [Page 1]', 'Storm', 'Orme [Page 2]']
    """
    numbered = [line for line in lines if line.words <= _MOST_WORDS and _has_number(line.key)]
    if not numbered:  # as in most files
        return lines
    places = [index for index, line in enumerate(lines) if line.text]
    texts = [lines[index] for index in places]
    edges = _find_edges(lines)
    turned: set[int] = set()
    for (kind, _), feet in _group_feet(texts, has_breaks=bool(edges)).items():
        heads = _find_heads(texts, {foot.place for foot in feet})
        if kind == "printed":
            beside = {foot.place + side for foot in feet for side in (-1, 1)} & set(
                range(len(texts))
            )
            heads |= {place for place in beside if _PRINTED_AT.match(_read_key(texts[place]))}
        is_named = kind == "beside" and _is_name(texts[feet[0].place])
        if kind in _FEWEST or is_named or heads or all(foot.place in edges for foot in feet):
            turned.update([foot.place for foot in feet], heads)
    if not turned:
        return lines
    marked = list(lines)
    for place in turned:
        marked[places[place]] = replace(marked[places[place]], verdict=TURN)
    return marked


def _find_edges(lines: Sequence[Line]) -> set[int]:
    """Return the places, among lines with text, of those beside the end of a page, if any is told.

    The very first and the very last line are among them.
    """
    ends: list[int] = []
    count = 0
    for line in lines:
        if line.text:
            count += 1
        elif line.verdict == TURN:
            ends.append(count)
    return {end - side for end in (0, *ends, count) for side in (0, 1)} if ends else set()


def _group_feet(
    texts: Sequence[Line], *, has_breaks: bool
) -> dict[tuple[str, str], Sequence[_Foot]]:
    """Return the lines with numbers of pages, those together that say the same beside them."""
    groups: dict[tuple[str, str], list[_Foot]] = defaultdict(list)
    for place, line in enumerate(texts):
        is_plain = line.shape in {"", "row"} and not (line.verdict or line.is_sentence)
        if is_plain and line.words <= _MOST_WORDS and (found := _read_foot(_read_key(line))):
            kind, beside, number = found
            groups[kind, beside].append(_Foot(place, number))
    fewest = _FEWEST_NUMBERS - has_breaks
    return {
        name: feet
        for name, feet in groups.items()
        if _FEWEST.get(name[0], fewest) <= len(feet)
        and (len(feet) == 1 or _counts_up(feet, has_year=_tells_day(name[1])))
    }


def _read_key(line: Line) -> str:
    """Return a line to compare; what stands at both sides of a page looks like a row of a table."""
    return line.key.replace(" | ", " ") if line.shape == "row" else line.key


def _read_foot(key: str) -> tuple[str, str, int] | None:
    """Return how a line has the number of a page, what stands beside it, and the number."""
    if not _has_number(key):
        return None
    for kind, pattern in _PATTERNS.items():
        if match := pattern.match(key):
            return kind, match["beside"].strip(_EDGES), int(match["number"])
    if match := _BESIDE.match(key):
        beside = match["behind"] or match["before"]
        return "beside", beside.strip(_EDGES), int(match["number"] or match["last"])
    return None


def _has_number(key: str) -> bool:
    """Tell whether a text may have a number at its beginning or its end."""
    return key[:1].isdigit() or key[-1:] in _NUMBER_ENDS


def _tells_day(name: str) -> bool:
    """Tell whether a day stands beside the number and the name of a paper, and is not all."""
    return bool(_YEAR.search(name)) and _DAY_WORDS < len(name.split())


def _counts_up(feet: Sequence[_Foot], *, has_year: bool) -> bool:
    """Tell whether numbers go up as those of pages do.

    Of a paper that says its day beside each, somebody may have taken some of the pages.
    """
    steps = {after.number - before.number for before, after in pairwise(feet)}
    if has_year and 1 < len(steps):
        return min(steps) > 0
    return len(steps) == 1 and steps <= _STEPS


def _is_name(line: Line) -> bool:
    """Tell whether the text beside a number is the name of what is printed, not a heading."""
    return line.text.isupper() or bool(_YEAR.search(line.key))


def _find_heads(texts: Sequence[Line], feet: set[int]) -> set[int]:
    """Return the places of the lines that stand beside the numbers again and again."""
    heads: set[int] = set()
    for side, edge in ((1, -1), (-1, len(texts))):
        ends = feet | {edge}  # the first page has no number above it
        for _ in range(_DEPTH):
            near = {end + side for end in ends if 0 <= end + side < len(texts)} - feet
            counts = Counter(texts[place].key for place in near if _may_be_head(texts[place]))
            running = {
                key
                for key, count in counts.items()
                if max(2, (len(feet) + 1) // 2) <= count
                and sum(line.key == key for line in texts) <= count + 1
            }
            heads |= {place for place in near if texts[place].key in running}
            ends = {place for place in near if place in heads or find_noise(texts[place])}
    return heads - _keep_headline(texts, heads)


def _keep_headline(texts: Sequence[Line], heads: set[int]) -> set[int]:
    """Return the place of the first line, if it may be the headline that comes again as a head.

    A head has a day or another line beside it, or is short and stands above a headline.
    """
    if 0 not in heads or 1 in heads or any(map(str.isdigit, texts[0].key)):
        return set()
    is_above = 1 < len(texts) and _may_be_head(texts[1])
    return set() if is_above and texts[0].words <= _FEW_WORDS else {0}


def _may_be_head(line: Line) -> bool:
    if line.is_sentence or line.shape or line.verdict or _MOST_WORDS < line.words:
        return False
    return not (find_noise(line) or read_byline(line) or has_credit(line) or read_lone_credit(line))


def join_over_pages(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines, those as one that are a sentence which a turned page interrupts.

    What the page has between them is within the span of the joined line.

    >>> from sitegen.ingest.lines import make_line
    >>> foot = replace(make_line("Page 1"), verdict=TURN)
    >>> lines = [make_line("Piles eaten by ship-"), foot, make_line(""), make_line("worm.")]
    >>> [(line.text, line.span) for line in join_over_pages(lines)]
    [('Piles eaten by shipworm.', 4)]
    """
    if not any(line.verdict == TURN for line in lines):
        return lines
    written = find_written(lines)
    groups: list[list[Line]] = []
    aside: list[Line] = []  # what stands between the last line of text and this one
    for line in lines:
        if not line.text or line.verdict == TURN:
            aside.append(line)
        elif groups and any(one.verdict for one in aside) and _goes_on(groups[-1][-1], line):
            groups[-1] += [*aside, line]
            aside = []
        else:
            groups += [*([one] for one in aside), [line]]
            aside = []
    groups += [[one] for one in aside]
    return [_merge(group, written) for group in groups]


def _goes_on(above: Line, below: Line) -> bool:
    """Tell whether a sentence that has not ended goes on with a small letter."""
    is_plain = not (above.shape or below.shape or above.verdict or below.verdict)
    return is_plain and not above.is_sentence and below.text[0].islower()


def _merge(group: Sequence[Line], written: AbstractSet[str]) -> Line:
    if len(group) == 1:
        return group[0]
    texts = [line.text for line in group if line.text and line.verdict != TURN]
    glued = [lead_on(above, below, written) for above, below in pairwise(texts)]
    span = sum(line.span for line in group)
    return compose_line("".join([*glued, texts[-1]]), group[0].number, "", "", span)
