"""Find what stands amid a text like a sub-heading and is none: captions without a credit, teasers.

A sub-heading is short. A longer line that ends no sentence says what a picture shows, if it has
the words of the text around it, or what another article is about, if it has not.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from sitegen.ingest.blocks import LONE_CREDIT, Marked
from sitegen.ingest.cohesion import find_ties, join_ties
from sitegen.ingest.lines import Line, is_titled

_LEAST_WORDS = 7
_TWIN_WORDS = 5
_CREDIT_WORDS = 8  # that a caption has more than its twin
_LEAST_SHARED, _TIED = 3, 0.5  # words of a caption that the text has, and their part of all
_UNTIED = 0.25  # of the words of a line that tells of something else, at most
_PAGE_NOISE = 8  # lines of noise
_HEADING = "short line before a paragraph"
_FORMS = frozenset({_HEADING, "fragment", "above the text", "line under the headline"})
_NUMBER = re.compile(r"\d{1,2}[.)] ")
_TEXT = frozenset({"body", "quote"})
_AMID = _TEXT | {"caption"}
OF_ANOTHER = "headline of another"  # the rule's name in every account
_REASON = "ends no sentence, and says what the text says"
_OTHER = "a headline amid the text, which has nothing of it"


def find_unsigned(marked: Sequence[Marked]) -> list[Marked]:
    """Return the lines, with captions known without a credit, and headlines of others as noise."""
    refined = list(marked)
    printed = [index for index, mark in enumerate(marked) if mark.kind != "blank"]
    _name_twins(refined, printed)
    doubted = [place for place, index in enumerate(printed) if _is_doubtful(refined[index])]
    if not doubted:
        return refined
    is_page = _is_page(marked)
    said = join_ties(mark.line.text for mark in marked if mark.kind in _TEXT)
    # From the last on, for one caption may stand above another.
    for place in reversed(doubted):
        index = printed[place]
        line, rule = refined[index].line, refined[index].rule
        ties = frozenset(find_ties(line.text))
        shared = len(ties & said)
        is_tied = is_page and max(_LEAST_SHARED, _TIED * len(ties)) <= shared
        if is_tied and not is_titled(line.text) and _is_amid(refined, printed, place):
            refined[index] = Marked(line, "caption", "caption without a credit", _REASON)
        elif rule == _HEADING and _LEAST_SHARED <= len(ties) and _begins_below(refined[index:]):
            if shared <= _UNTIED * len(ties) and not _NUMBER.match(line.text):
                refined[index] = Marked(line, "noise", OF_ANOTHER, _OTHER)
    return refined


def _is_page(marked: Sequence[Marked]) -> bool:
    """Tell whether much noise stands around a text: where little does, the line is a heading."""
    noise = sum(mark.kind == "noise" for mark in marked)
    return max(_PAGE_NOISE, sum(mark.kind in _TEXT for mark in marked) / 2) <= noise


def _begins_below(marked: Sequence[Marked]) -> bool:
    """Tell whether a paragraph begins below the first of some lines, and goes not on from it."""
    below = next((mark for mark in marked[1:] if mark.kind != "blank"), None)
    return below is not None and not below.line.text[0].islower()


def _is_doubtful(mark: Marked) -> bool:
    line = mark.line
    is_plain = not line.is_sentence and line.shape == "" and line.text[-1] not in ":?"
    return mark.rule in _FORMS and is_plain and _LEAST_WORDS <= line.words


def _is_amid(marked: Sequence[Marked], printed: Sequence[int], place: int) -> bool:
    """Tell whether a line stands right above text, and below text or the head of the article."""
    above = marked[printed[place - 1]] if place else None
    below = marked[printed[place + 1]] if place + 1 < len(printed) else None
    if above is None or below is None or below.kind not in _AMID:
        return False
    is_below_head = marked[printed[place]].rule == "above the text" and above.kind != "title"
    return above.kind in _AMID or is_below_head


def _name_twins(refined: list[Marked], printed: Sequence[int]) -> None:
    """Name two lines as captions of which one says the other, and a few words more: its credit."""
    for one, other in pairwise(printed):
        above, below = refined[one], refined[other]
        is_above_credit = below.rule == LONE_CREDIT and above.rule == "above the text"
        if is_above_credit and _TWIN_WORDS <= above.line.words:
            refined[one] = Marked(above.line, "caption", "stands above a credit")
        lines = sorted((refined[one].line, refined[other].line), key=lambda line: line.words)
        if _are_twins(*lines) and not {refined[one].kind, refined[other].kind} & {"title", "fact"}:
            for index in (one, other):
                reason = "says with or without its credit what stands beside it"
                refined[index] = Marked(refined[index].line, "caption", "caption said twice", reason)


def _are_twins(short: Line, long: Line) -> bool:
    if short.words < _TWIN_WORDS or not 0 < long.words - short.words <= _CREDIT_WORDS:
        return False
    if not long.key.startswith(short.key.rstrip(".")):
        return False
    rest = long.text[len(short.text) :].lstrip(" .|,–—-(©")
    return rest[:1].isupper() and not long.is_sentence
