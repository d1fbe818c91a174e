"""Settle what stands among noise and may be text: whether it speaks of the matter or to readers.

Only lines at the edge of a text are in doubt, where a page begs, thanks and advertises. They go
only if two things speak against them: they speak to the reader, and say nothing the text says.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from sitegen.ingest.blocks import Marked
from sitegen.ingest.cohesion import count_ties, find_ties, is_shared
from sitegen.ingest.ends import OF_ABOVE, VOICE
from sitegen.ingest.reaching import BESIDE_POINTERS, interrupts, reports

_OF_PAGE = re.compile(r"^[–—-]|©|\(c\)|\bcopyright\b|\brights\b")  # who wrote, whose it is
_MOST_WORDS = 20
_SURE_WORDS = 9
_LABEL_WORDS = 3  # below "Related topics"
_FEWEST_WORDS = 3  # of a sentence that ends a text
_TIED = 0.2
_FEWEST_QUESTIONS = 3  # in an interview
_FEWEST_SPEAKING, _SPEAKING = 2, 0.4  # paragraphs, and their share, of a text that says you or us
PARTING = frozenset(
    {
        "lone mark",
        "end mark",
        "counter",
        "address",
        "turned page",
        "stage direction",
        "table ruler",
    }
)
_DOUBTED = frozenset({"body", "dek"})
TEXT = frozenset({"body", "item", "quote", "row"})
QUOTES = frozenset('"“”«»„')


def settle_doubts(marked: Sequence[Marked]) -> list[Marked]:
    """Return the lines, those as noise that only speak to the reader or trail behind the text."""
    settled = _drop_trail(marked)
    lines = [index for index, mark in enumerate(marked) if mark.kind != "blank"]
    if not any(
        _may_speak(settled[index]) and _is_exposed(settled, lines, place)
        for place, index in enumerate(lines)
    ):
        return settled
    if _speaks_itself(marked):
        return settled
    is_interview = _FEWEST_QUESTIONS <= sum(map(_is_question, marked))
    ties = count_ties(mark.line.text for mark in marked if mark.kind in TEXT)
    for order in (range(len(lines)), range(len(lines) - 1, -1, -1)):
        for place in order:
            mark = settled[lines[place]]
            if (
                _may_speak(mark)
                and not (is_interview and _is_of_interview(settled, lines, place))
                and _is_exposed(settled, lines, place)
                and not _is_headed(settled, lines, place)
                and not is_shared(mark.line.text, ties, _TIED)
            ):
                reason = "speaks to the reader, beside other noise, and of nothing in the text"
                settled[lines[place]] = Marked(mark.line, "noise", "address to the reader", reason)
    return settled


def _speaks_itself(marked: Sequence[Marked]) -> bool:
    """Tell whether much of a text speaks of you and us: a leader, a letter, a guide to a place."""
    sure = [mark for mark in marked if mark.kind == "body" and _is_sure(mark)]
    own = [mark for mark in sure if QUOTES.isdisjoint(mark.line.text)]
    speaking = sum(
        _MOST_WORDS < mark.line.words and bool(VOICE.search(mark.line.key)) for mark in own
    )
    return _FEWEST_SPEAKING <= speaking and _SPEAKING * len(own) <= speaking


def _is_of_interview(settled: Sequence[Marked], lines: Sequence[int], place: int) -> bool:
    return any(_is_question(settled[lines[one]]) for one in (place - 1, place) if 0 <= one)


def _is_question(mark: Marked) -> bool:
    """Tell whether a line of the text is a short question; the answer to one speaks to who asks."""
    is_short = mark.line.words <= _SURE_WORDS
    return is_short and mark.kind in {"body", "heading"} and mark.line.text.endswith("?")


def _drop_trail(marked: Sequence[Marked]) -> list[Marked]:
    """Name as noise the short lines that come after noise behind the last sure paragraph."""
    settled = list(marked)
    places = range(len(marked))
    last = next((i for i in reversed(places) if _is_sure(marked[i])), len(marked))
    begin = next((i for i in places if _is_sure(marked[i])), last)
    rest = places[last + 1 :]
    amid = {mark.line.key for mark in marked[begin:last] if mark.kind == "noise"}
    noisy = (i for i in rest if is_noisy(marked[i]) and marked[i].line.key not in amid)
    first = next(noisy, len(marked))
    trail = [i for i in rest if first < i and marked[i].kind in {"body", "heading"}]
    if trail and not _ends_text([marked[i] for i in rest if marked[i].kind != "blank"]):
        sure = (mark.line.text for mark in marked if _is_sure(mark))
        ties = find_ties(" ".join(sure))
        for index in trail:
            line = marked[index].line
            words = find_ties(line.text)
            if line.key.startswith(OF_ABOVE) and not QUOTES.isdisjoint(line.text):
                continue  # what somebody said
            if reports(line) and _is_below_interruption(marked, index):
                continue
            is_label = line.words <= _LABEL_WORDS and not line.is_sentence
            is_listed = is_label and marked[first].rule == "list heading"
            if is_listed or len(words & ties) < _TIED * max(1, len(words)):
                reason = "stands behind noise at the end, and says nothing of the text"
                settled[index] = Marked(line, "noise", "behind the text", reason)
    return settled


def _is_below_interruption(marked: Sequence[Marked], index: int) -> bool:
    """Tell whether what stands amid texts only stands right above a line but for buttons."""
    above = (mark for mark in reversed(marked[:index]) if mark.kind != "blank")
    run = takewhile(lambda mark: mark.kind == "noise", above)
    near = next(
        (m for m in run if interrupts(m.line, m.rule) or m.rule not in BESIDE_POINTERS), None
    )
    return near is not None and interrupts(near.line, near.rule)


def is_noisy(mark: Marked) -> bool:
    """Tell whether a line is noise that came with a page, and no mark that parts what is around."""
    return mark.kind == "noise" and mark.rule not in PARTING


def _ends_text(rest: Sequence[Marked]) -> bool:
    """Tell whether a text ends behind one button or pointer: "The trial continues" and no more.

    Nothing but captions and facts stands behind that.
    """
    said = list(takewhile(lambda mark: mark.kind == "body", rest[1:]))
    return (
        bool(said)
        and rest[0].kind == "noise"
        and all(mark.kind in {"caption", "fact"} for mark in rest[1 + len(said) :])
        and all(mark.line.is_sentence and _FEWEST_WORDS <= mark.line.words for mark in said)
        and not any(VOICE.search(mark.line.key) or _OF_PAGE.search(mark.line.key) for mark in said)
    )


def _is_sure(mark: Marked) -> bool:
    """Tell whether a line of text is a paragraph beyond doubt: long, or somebody's words."""
    if mark.kind not in TEXT:
        return False
    return mark.line.words > _SURE_WORDS or mark.line.text[0] in QUOTES


def _may_speak(mark: Marked) -> bool:
    """Tell whether a short line of the text may speak to the reader rather than tell anything."""
    line = mark.line
    if mark.kind not in _DOUBTED or _MOST_WORDS < line.words or not VOICE.search(line.key):
        return False
    return QUOTES.isdisjoint(line.text)


def _is_headed(settled: Sequence[Marked], lines: Sequence[int], place: int) -> bool:
    """Tell whether the sub-heading right above a line has a word of it, or a number."""
    above = settled[lines[place - 1]] if place else None
    if above is None or above.kind != "heading":
        return False
    if above.line.text[0].isdigit():
        return True
    return not find_ties(above.line.text).isdisjoint(find_ties(settled[lines[place]].line.text))


def _is_exposed(settled: Sequence[Marked], lines: Sequence[int], place: int) -> bool:
    """Tell whether noise is next to a line, other than what parts articles anyway.

    Above the text facts count too: what stands between byline and lead is seldom the article's.
    """
    near = [settled[lines[other]] for other in (place - 1, place + 1) if 0 <= other < len(lines)]
    if any(map(is_noisy, near)):
        return True
    is_above = not any(settled[index].kind == "body" for index in lines[:place])
    below = settled[lines[place] + 1 : lines[place] + 2]
    is_apart = any(mark.kind == "blank" for mark in below)
    return is_above and is_apart and any(mark.kind in {"fact", "caption"} for mark in near[:1])


def list_below(marked: Sequence[Marked]) -> list[Marked | None]:
    """Return for each line the next one that is not blank."""
    below: list[Marked | None] = []
    after: Marked | None = None
    for mark in reversed(marked):
        below.append(after)
        after = after if mark.kind == "blank" else mark
    return below[::-1]
