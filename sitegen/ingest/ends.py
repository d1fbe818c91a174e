"""Take back the end of a text where the article goes on behind it.

``Most read`` and ``120 comments`` stand behind articles, and in boxes amid them. What follows
tells which: comments come with names and ages, links with headlines, and a text with paragraphs
that have to do with what was said above.
"""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import pairwise, takewhile

from sitegen.ingest.cohesion import find_ties, is_tied_to, read_ties
from sitegen.ingest.looks import Look
from sitegen.ingest.word_lists import find_any, read_words
from sitegen.text.dateline import split_dateline

VOICE = find_any(read_words("voice"))  # of who speaks to the reader
OF_ABOVE = ("he ", "she ", "they ", "it ", "his ", "her ")  # how a sentence goes on from another
_REACH = 16  # lines behind a heading, of which some are blank
_PARAGRAPH, _REPORT = 6, 7  # words of a sentence, and of one that may report
_LONG = 25  # words
_LAST, _LINK_WORDS = 10, 4  # of a last paragraph behind a single link, and of that
_SURE = 3  # paragraphs in a row; what readers write has a name or an age in between
_NEAR = 4  # lines, in which a comment has its writer's name, its age or a button
_TIED, _WELL_TIED = 0.12, 0.3  # of a paragraph's words were said above the heading
_SAYS = (" said", " says", " told ", "“", "‘", '"', "»")
# Whose word something is, in the languages of Europe.
_OF_WHOM = re.compile(
    r"\b(?:according to|selon|d'après|laut|zufolge|según|secondo|segundo|volgens|enligt|ifølge"
    r"|według|podle)\b"
)
# The words of those who write to each other; reports have them in quotations only.
_TALK = re.compile(r"\b(?:i|me|my|you|your|yours|we|us|our)\b")
_BUTTONS = frozenset({"reply", "report", "like", "agree", "upvote"})  # below each comment
_LABEL = 3  # words
BUTTON_RULES = frozenset({"button", "row of buttons", "invitation"})
_OF_COMMENTS = frozenset({"age", "counter"})


def take_back_ends(looks: Sequence[Look]) -> Sequence[Look]:
    """Return the looks, those of headings behind which the text goes on as no end of it."""
    ends = [index for index, look in enumerate(looks) if look.end]
    if not ends:
        return looks
    settled = list(looks)
    said: set[str] = set()
    begin = 0
    for index, stop in pairwise([*ends, len(looks)]):
        said |= read_ties(look for look in looks[begin:index] if look.is_prose)
        begin = index
        below = [look for look in looks[index + 1 : min(stop, index + 1 + _REACH)] if _counts(look)]
        goes_on = _goes_on_amid_comments if looks[index].end == "comments" else _goes_on_amid_links
        is_above = not said and looks[index].end == "comments"  # where nobody could comment yet
        if is_above or (said and goes_on(below, said)):
            settled[index] = replace(looks[index], end="")
    return _settle_above(settled, ends)


def _settle_above(looks: list[Look], ends: Sequence[int]) -> list[Look]:
    """Take back the heading of links with another below them, behind which the text goes on."""
    for index, after in pairwise(reversed(ends)):
        if looks[after].end != "links" or looks[index].end or _REACH < index - after:
            continue
        said = read_ties(look for look in looks[:after] if look.is_prose)
        run = takewhile(_is_paragraph, filter(_counts, looks[index + 1 : index + 1 + _NEAR]))
        is_text = any(_LAST <= one.line.words and is_tied_to(one, said, _TIED) for one in run)
        if is_text and not any(map(_is_paragraph, looks[after + 1 : index])):
            looks[after] = replace(looks[after], end="")
    return looks


def _goes_on_amid_comments(below: Sequence[Look], said: AbstractSet[str]) -> bool:
    """Tell whether paragraphs follow at once, and neither a name nor an age between them."""
    start = next((i for i, look in enumerate(below) if not _is_beside_text(look)), len(below))
    if _is_above_long_paragraph(below[start : start + 2], said):
        return True
    run = list(takewhile(_is_paragraph, below[start:]))
    after = below[start + len(run) :][:_NEAR]
    if len(run) < _SURE and any(_is_of_comments(look) for look in after):
        return False
    return any(_belongs(look, said, _TIED) for look in run)


def _is_above_long_paragraph(below: Sequence[Look], said: AbstractSet[str]) -> bool:
    """Tell whether a sub-heading follows, and a long paragraph with its words: no reader's name."""
    if len(below) < 2 or _LABEL < below[0].line.words or _is_of_comments(below[0]):  # noqa: PLR2004
        return False
    is_long = below[1].is_prose and _LONG <= below[1].line.words
    is_headed = bool(find_ties(below[0].line.text) & find_ties(below[1].line.text))
    return is_long and is_headed and is_tied_to(below[1], said, _TIED)


def _goes_on_amid_links(below: Sequence[Look], said: AbstractSet[str]) -> bool:
    """Tell whether paragraphs follow that are no teasers: those have headlines above them."""
    above = list(takewhile(lambda look: not _is_paragraph(look), below))
    headlines = sum(not _is_beside_text(look) for look in above)
    run = list(takewhile(_is_paragraph, below[len(above) :]))
    if not headlines or 1 < len(run):
        return any(_belongs(look, said, _TIED) for look in run)
    rest = below[len(above) + len(run) :]
    is_end = all(look.noise and not _is_of_comments(look) for look in rest)
    if headlines == 1 and is_end and _is_last(above, run, said):
        return True
    if _ends_box(above[-1]) and any(quotes(look) or is_tied_to(look, said, _TIED) for look in run):
        return True
    if 1 < headlines and any(_belongs(look, said, _WELL_TIED) for look in run):
        return True
    return _goes_on_below_form(rest, said)


def _goes_on_below_form(below: Sequence[Look], said: AbstractSet[str]) -> bool:
    """Tell whether a paragraph that is tied to the text stands below the button of a form."""
    return any(
        _ends_box(above)
        and _LAST <= look.line.words
        and look.is_prose
        and is_tied_to(look, said, _TIED)
        for above, look in pairwise(below)
    )


def _is_last(above: Sequence[Look], run: Sequence[Look], said: AbstractSet[str]) -> bool:
    """Tell whether a paragraph below a single link is the last of the text, and no teaser of it.

    A link of few words may be the name of somebody, and the paragraph says who that is.
    """
    link = next(look.line for look in above if not _is_beside_text(look))
    headline = find_ties(link.text)
    return _LINK_WORDS <= link.words and any(
        headline.isdisjoint(find_ties(look.line.text))
        and _LAST <= look.line.words
        and not _TALK.search(look.line.key)
        and (quotes(look) or _OF_WHOM.search(look.line.key) or is_tied_to(look, said, _TIED))
        for look in run
    )


def _ends_box(look: Look) -> bool:
    """Tell whether a button ends a box: the paragraph below is no teaser of a headline above it."""
    return look.noise in BUTTON_RULES and not _is_of_comments(look)


def _counts(look: Look) -> bool:
    return bool(look.line.text) and not look.line.verdict


def _is_beside_text(look: Look) -> bool:
    """Tell whether a line may stand in a box or above a paragraph, and is of no comment."""
    is_plain_noise = bool(look.noise) and not _is_of_comments(look)
    return is_plain_noise or bool(look.heading) or look.line.shape == "heading" or look.has_credit


def _is_of_comments(look: Look) -> bool:
    """Tell whether a line is what comments have beside them: an age, a count, ``Reply``."""
    return look.noise in _OF_COMMENTS or _is_reply(look) or look.line.key.endswith(" ago")


def _is_reply(look: Look) -> bool:
    return look.line.key.partition(" ")[0] in _BUTTONS and look.line.words <= _LABEL


def _is_paragraph(look: Look) -> bool:
    is_shaped = look.line.shape in {"quote", "item"} and not look.noise
    return (look.is_prose and _PARAGRAPH <= look.line.words) or is_shaped


def _belongs(look: Look, said: AbstractSet[str], least: float) -> bool:
    """Tell whether a paragraph reports: it says who says it, or where, or speaks of the same.

    A long one that is about neither writer nor reader is no comment and no footer, either.
    """
    if quotes(look) or split_dateline(look.line.text)[0]:
        return True
    is_report = _REPORT <= look.line.words and not _TALK.search(look.line.key)
    return is_report or is_tied_to(look, said, least)


def quotes(look: Look) -> bool:
    """Tell whether a line has somebody's words, or says who said or told something."""
    return any(one in look.line.text for one in _SAYS)
