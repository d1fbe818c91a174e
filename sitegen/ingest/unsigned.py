"""Find captions without a credit, and headlines of other articles, amid a text.

To a rule about single lines both look like a sub-heading. But that is short. A longer line that
ends no sentence tells what another article is about if the text has none of its words; and on a
page it says what a picture shows if the text has most of them. What is said twice in a row, once
with a few words more, is a caption and who took the picture.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from sitegen.ingest.blocks import LONE_CREDIT, Marked
from sitegen.ingest.cohesion import join_ties
from sitegen.ingest.credits import split_caption
from sitegen.ingest.lines import Line, is_titled, is_unstopped
from sitegen.ingest.photographers import is_given, is_photographer
from sitegen.ingest.twins import is_without_credit

OF_ANOTHER = "headline of another"  # the rule's name in every account
_LEAST_WORDS = 7
_TWIN_WORDS = 5  # of a caption above its credit
_LEAST_TIES = 3  # words by which a line can be held against the text
_TIED, _UNTIED = 0.5, 0.25  # of them are the text's, at least and at most
_PAGE_NOISE = 8  # lines of noise
_HEADING = "short line before a paragraph"
_ABOVE = "above the text"
_SHOUTED = "capitals or dashes"
_BELOW_HEAD = "text above the text"
_FORMS = frozenset({_HEADING, "fragment", _ABOVE, _SHOUTED, _BELOW_HEAD})
_CAPTION_WORDS = 18  # of a sentence below a picture; few leads have as few
_NUMBER = re.compile(r"\d{1,2}[.)] ")
_TEXT = frozenset({"body", "quote"})
_AMID = _TEXT | {"caption"}
_SET = frozenset({"title", "fact"})  # lines that are what they are


def find_unsigned(marked: Sequence[Marked]) -> list[Marked]:
    """Return the lines, with captions known without a credit, and headlines of others as noise."""
    refined = list(marked)
    printed = [index for index, mark in enumerate(marked) if mark.kind != "blank"]
    first = next((index for index in printed if marked[index].kind in _TEXT), -1)
    for above, below in pairwise(index for index in printed if marked[index].rule != "button"):
        if above == first and _is_captioned(marked, above, below):
            refined[above] = Marked(marked[above].line, "caption", "stands above a credit")
        if not (marked[above].line.is_sentence and marked[below].line.is_sentence):
            _name_pair(refined, above, below)
    doubted = [
        place
        for place, index in enumerate(printed)
        if refined[index].rule in _FORMS and _is_doubtful(refined[index].line)
    ]
    if not doubted:
        return refined
    is_page = _is_page(marked)
    said = join_ties(mark.line.text for mark in marked if mark.kind in _TEXT)
    # From the last on, for one caption may stand above another.
    for place in reversed(doubted):
        index = printed[place]
        mark = refined[index]
        ties = join_ties([mark.line.text])
        shared = len(ties & said)
        is_shown = (
            (is_page or mark.rule == _BELOW_HEAD)
            and mark.rule != _SHOUTED
            and max(_LEAST_TIES, _TIED * len(ties)) <= shared
        )
        if is_shown and not is_titled(mark.line.text) and _is_amid(refined, printed, place):
            reason = "ends no sentence, and says what the text beside it says"
            refined[index] = Marked(mark.line, "caption", "caption without a credit", reason)
        elif _LEAST_TIES <= len(ties) and shared <= _UNTIED * len(ties) and _heads(refined, index):
            reason = "a headline amid the text, which has nothing of it"
            refined[index] = Marked(mark.line, "noise", OF_ANOTHER, reason)
    return refined


def _name_pair(refined: list[Marked], above: int, below: int) -> None:
    """Name as captions a line above a lone credit, and two lines that say the same."""
    one, other = refined[above], refined[below]
    if other.rule == LONE_CREDIT and one.rule == _ABOVE and _TWIN_WORDS <= one.line.words:
        refined[above] = Marked(one.line, "caption", "stands above a credit")
    elif _are_twins(one.line, other.line) and _SET.isdisjoint({one.kind, other.kind}):
        short, long = sorted((above, below), key=lambda index: refined[index].line.words)
        reason = "says with its credit what stands beside it"
        refined[long] = Marked(refined[long].line, "caption", "caption said twice", reason)
        line = refined[short].line
        told = refined[long].line.text
        if split_caption(told).credit or split_caption(told, is_known=True).text == line.text:
            reason = f"says what line {refined[long].line.number} says"
            refined[short] = Marked(line, "noise", "repeated caption", reason)
        else:  # who took the picture is what the other line lacks
            refined[short] = Marked(line, "caption", "caption said twice", reason)


def _is_captioned(marked: Sequence[Marked], first: int, below: int) -> bool:
    """Tell whether the first sentence stands above who took a picture for whom, and below a longer.

    A lone ``Photo: Ivo Brandt`` may as well stand for a picture that nothing describes.
    """
    line = marked[below].line
    if (
        not (is_photographer(line.text) or is_given(line))
        or _CAPTION_WORDS < marked[first].line.words
    ):
        return False
    lines = (marked[index] for index in range(below + 1, len(marked)))
    after = next((mark for mark in lines if mark.kind in _TEXT), None)
    return after is not None and marked[first].line.words < after.line.words


def _are_twins(one: Line, other: Line) -> bool:
    """Tell whether one of two lines has the words of the other and then a name, the credit."""
    short, long = (one, other) if one.words < other.words else (other, one)
    return is_without_credit(short, long)


def _is_doubtful(line: Line) -> bool:
    if is_unstopped(line.text):  # it may be a sentence
        return False
    is_plain = not line.is_sentence and line.shape == "" and line.text[-1] not in ":?"
    return is_plain and _LEAST_WORDS <= line.words


def _is_page(marked: Sequence[Marked]) -> bool:
    """Tell whether much noise stands around a text: where little does, a line is a heading."""
    noise = sum(mark.kind == "noise" for mark in marked)
    return max(_PAGE_NOISE, sum(mark.kind in _TEXT for mark in marked) / 2) <= noise


def _is_amid(marked: Sequence[Marked], printed: Sequence[int], place: int) -> bool:
    """Tell whether a line stands right above text, and below text or the head of the article."""
    if not 0 < place < len(printed) - 1 or marked[printed[place + 1]].kind not in _AMID:
        return False
    above = marked[printed[place - 1]].kind
    if marked[printed[place]].rule == _BELOW_HEAD:  # a dek stands above the facts
        line = marked[printed[place]].line
        return above == "fact" and line.words <= _CAPTION_WORDS and ": " not in line.text
    return above in _AMID or (marked[printed[place]].rule == _ABOVE and above != "title")


def _heads(marked: Sequence[Marked], index: int) -> bool:
    """Tell whether a line looks like a sub-heading, without a number, above a new paragraph."""
    lines = (marked[place] for place in range(index + 1, len(marked)))
    below = next((mark for mark in lines if mark.kind != "blank"), None)
    is_heading = marked[index].rule in {_HEADING, _SHOUTED} and not _NUMBER.match(
        marked[index].line.text
    )
    return is_heading and below is not None and not below.line.text[0].islower()
