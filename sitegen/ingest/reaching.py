"""Reach out from the text that was found to the paragraphs of it that a box has parted from it."""

import re
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from sitegen.ingest.cohesion import is_tied_to, read_ties
from sitegen.ingest.ends import BUTTON_RULES, OF_ABOVE, VOICE, quotes
from sitegen.ingest.extent import Extent, is_taken_back
from sitegen.ingest.lines import Line
from sitegen.ingest.looks import HEAD_FACTS, Look, count_prose, find_above, find_below
from sitegen.ingest.players import FILM
from sitegen.ingest.word_lists import read_named

_QUOTES = frozenset('"“«„')
# Lines behind the end of a text in which it may go on, and in which two paragraphs may do so.
_REACH, _FAR_REACH = 8, 16
_TIED_WORDS, _TIED = 12, 0.3  # of a paragraph's words stand in the text too
_TIED_IN_BOX = 0.12
_REPORT = 5  # words of a last sentence that reports; what a page says is mostly shorter
_POINTER_WORDS = 4  # of a pointer that has the headline of the page beside it, at least one more
_ADVERTS = frozenset(words for words, rule in read_named("trailing").items() if rule == "advert")
BESIDE_POINTERS = BUTTON_RULES | {"counter", "reading time"}  # noise rules
_GOES_ON = re.compile(r"\bcontinu|^after newsletter promotion$")
_OFTEN = 3  # times above a paragraph, from which a button marks those of the text
_MOST_IN_FRONT = 60  # words, and half of those of the text; an article before has more


def reach_on(looks: Sequence[Look], extent: Extent) -> Extent:
    """Return the extent with the paragraphs that soon follow it and have to do with it.

    Inside some pages stands a box so large that it outweighs what is left of a short article.
    """
    ties = read_ties(looks[extent.begin : extent.end])
    marked = _find_marked(looks, extent)
    end, seen = _take_adjacent(looks, extent.end, ties), 0
    near = looks[max(0, extent.end - _REACH) : end]
    least = _TIED_IN_BOX if any(map(is_taken_back, near)) else _TIED
    for index in range(end, len(looks)):
        look = looks[index]
        # Behind the heading of a box it is known that the text goes on: its buttons do not count.
        seen += bool(look.line.text) and not (look.noise and least == _TIED_IN_BOX)
        if look.end or _FAR_REACH < seen:
            break
        # Behind the heading of that box it is known already that a paragraph may follow.
        least = _TIED_IN_BOX if is_taken_back(look) else least
        is_long = _TIED_WORDS <= look.line.words and is_tied_to(look, ties, least)
        is_far = _REACH < seen and not (
            is_long and (_goes_on(looks, index, ties) or is_below_button(looks, index))
        )
        is_said = is_long or (least == _TIED_IN_BOX and quotes(look))
        if index in marked or (look.is_prose and is_said and not is_far):
            end, seen = index + 1, 0
    return Extent(extent.begin, _take_last(looks, _take_adjacent(looks, end, ties), ties))


def _take_last(looks: Sequence[Look], end: int, ties: AbstractSet[str]) -> int:
    """Return the end of a text behind what interrupts it and a last short sentence below that.

    ``Read also: …`` points to one page and has nothing below it; an advert, a film and ``Story
    continues`` stand amid texts.
    """
    is_behind = False
    for index in range(_find_going_on(looks, end), len(looks)):
        look = looks[index]
        if look.end or not (look.noise or look.has_credit or not look.line.text):
            if look.end or not is_behind:
                break
            further = _take_adjacent(looks, index, ties)
            return _take_last(looks, further, ties) if index < further else end
        if look.line.text:
            is_beside = look.has_credit or look.noise in BESIDE_POINTERS
            is_behind = interrupts(look.line, look.noise) or (is_behind and is_beside)
    return end


def _find_going_on(looks: Sequence[Look], end: int) -> int:
    """Return where a page says soon behind a text that it goes on, below a box; else its end."""
    for index in range(end, min(end + _REACH + 1, len(looks))):
        if looks[index].end:
            break
        if looks[index].noise and _GOES_ON.search(looks[index].line.key):
            return index
    return end


def interrupts(line: Line, rule: str) -> bool:
    """Tell whether noise stands amid texts: a pointer to one page, an advert, part of a film."""
    key = line.key.strip(" -:")
    is_pointer = rule == "teaser" and _POINTER_WORDS < line.words
    return is_pointer or rule == FILM or key in _ADVERTS or bool(_GOES_ON.search(key))


def _find_marked(looks: Sequence[Look], extent: Extent) -> AbstractSet[int]:
    """Return the paragraphs below what a page writes above one after the other, as it did above."""
    printed = [index for index, look in enumerate(looks) if look.line.text]
    pairs = [(one, other) for one, other in pairwise(printed) if looks[other].is_prose]
    above = Counter(looks[one].line.key for one, _ in pairs if looks[one].noise)
    inside = {looks[one].line.key for one, other in pairs if other in range(*extent)}
    marks = {key for key, count in above.items() if _OFTEN <= count and key in inside}
    return {other for one, other in pairs if looks[one].line.key in marks}


def _goes_on(looks: Sequence[Look], index: int, ties: AbstractSet[str]) -> bool:
    """Tell whether another paragraph of the text follows at once."""
    below = find_below(looks, index)
    is_long = below is not None and below.is_prose and _TIED_WORDS <= below.line.words
    return below is not None and is_long and is_tied_to(below, ties, _TIED_IN_BOX)


def is_below_button(looks: Sequence[Look], index: int) -> bool:
    """Tell whether a button stands right above a line: that of a form, which ends there."""
    above = find_above(looks, index)
    return above is not None and above.noise in BUTTON_RULES


def reach_back(looks: Sequence[Look], extent: Extent) -> Extent:
    """Return the extent with paragraphs that stand soon above it and have to do with it.

    A box may stand below the first paragraphs of a page. One alone may sum the text up, or another
    one; and what stands above a byline is no text. Above the heading of a box behind which the
    text is known to go on, all of them are of it.
    """
    ties = read_ties(looks[extent.begin : extent.end])
    begin, seen, is_above = extent.begin, 0, False
    is_in_box = False
    for index in range(extent.begin - 1, -1, -1):
        look = looks[index]
        if not look.line.text:
            continue
        seen += not look.noise  # a box has as many buttons as it likes
        if look.fact in HEAD_FACTS or look.end or _REACH < seen:
            break
        is_in_box = is_in_box or is_taken_back(look)
        is_long = look.is_prose and _TIED_WORDS <= look.line.words and not look.has_credit
        is_next = seen == 1 and begin < extent.begin  # right above what is text already
        least = _TIED_IN_BOX if is_next else _TIED
        is_text = is_long and (is_in_box or is_tied_to(look, ties, least))
        if is_text and is_above:
            begin, seen = index, 0
        is_above = is_text
    return Extent(begin, extent.end)


def drop_front(looks: Sequence[Look], extent: Extent) -> Extent:
    """Return the extent without sentences above the byline that have nothing to do with the text.

    Forms and boxes speak to the reader above the headline of a page.
    """
    facts = [i for i in range(*extent) if looks[i].fact in HEAD_FACTS]
    begin = next((i for i in range(facts[0], extent.end) if looks[i].is_prose), 0) if facts else 0
    front, text = looks[extent.begin : begin], looks[begin : extent.end]
    words = count_prose(front)
    if not words or min(_MOST_IN_FRONT, count_prose(text) // 2) < words:
        return extent
    ties = read_ties(text)
    is_tied = any(look.is_prose and is_tied_to(look, ties, _TIED_IN_BOX) for look in front)
    return extent if is_tied else Extent(begin, extent.end)


def _take_adjacent(looks: Sequence[Look], end: int, ties: AbstractSet[str]) -> int:
    """Return the end of a text behind a last short sentence, if it is said in or of the text.

    What somebody said may break off there, above what a reader has to pay for.
    """
    for index in range(end, len(looks)):
        look = looks[index]
        if look.line.text:
            if _breaks_off(looks, index):
                return index + 1
            is_plain = look.line.is_sentence and not (look.noise or look.fact or look.end)
            is_said = look.line.text[0] in _QUOTES or bool(ties & read_ties([look]))
            is_said = is_said or look.line.key.startswith(OF_ABOVE) or reports(look.line)
            return index + 1 if is_plain and is_said else end
    return end


def _breaks_off(looks: Sequence[Look], index: int) -> bool:
    """Tell whether a quotation of some length ends no sentence and stands above an invitation."""
    look = looks[index]
    if look.line.is_sentence or look.noise or look.fact or look.end or look.has_credit:
        return False
    is_said = look.line.text[0] in _QUOTES and _TIED_WORDS <= look.line.words
    below = next((one for one in looks[index + 1 :] if one.line.text), None)
    return is_said and below is not None and below.noise == "invitation"


def reports(line: Line) -> bool:
    """Tell whether a sentence right below a text tells something, and speaks to nobody."""
    return _REPORT <= line.words and line.text[-1] == "." and not VOICE.search(line.key)
