"""Know the headline that is all there is above a text: the first line, apart from a paragraph.

By itself it may look like a paragraph: it is long, or ends as a sentence does. Where it stands
tells more than what it looks like.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from sitegen.ingest.lines import HEADLINE_LIMIT, Line, is_headline_shaped, is_titled
from sitegen.ingest.looks import Look, is_body
from sitegen.ingest.stamps import is_dated
from sitegen.text.dateline import split_dateline
from sitegen.text.sentences import split_sentences

_FEWEST_WORDS, _SENTENCE_WORDS, _TITLED_WORDS = 4, 16, 24
_LEAD_WORDS = 12  # of the paragraph below a sentence, which is longer than that
_TWO = 2
_CLOCK = re.compile(r"\b\d{1,2}:\d\d\b")  # of a line that every page of a service begins with
_SAID = re.compile(r"\b(?:said|says|told|i|we)\b")


def mark_top(looks: Sequence[Look]) -> Sequence[Look]:
    """Return the looks of a section, its first line as a title if it can be nothing else."""
    first = next((index for index, look in enumerate(looks) if look.line.text), -1)
    top = next((i for i, look in enumerate(looks) if look.line.text and not look.noise), -1)
    if first < top and not _is_of_two(looks[top].line):
        return looks
    if top < 0 or not _stands_apart(looks, top) or not _may_be_title(looks[top]):
        return looks
    line = replace(looks[top].line, shape="title")
    marked = list(looks)
    marked[top] = replace(looks[top], line=line, is_prose=False, heading="", has_credit=False)
    return marked


def _stands_apart(looks: Sequence[Look], top: int) -> bool:
    """Tell whether a blank line and the first paragraph follow, but for pictures and buttons."""
    if top + 1 == len(looks) or looks[top + 1].line.text:
        return False
    line = looks[top].line
    least = max(_LEAD_WORDS, line.words + 1) if line.is_sentence else 0
    below = (look for look in looks[top + 1 :] if look.line.text)
    plain = (look for look in below if not (look.noise or look.fact or look.has_credit))
    # A caption without a credit may stand between two sentences and the text.
    leads = list(islice(plain, _TWO if _is_of_two(line) else 1))
    return any(is_body(lead) and least <= lead.line.words for lead in leads)


def _is_of_two(line: Line) -> bool:
    """Tell whether a line is two short sentences, as a headline below a menu may be."""
    return line.words <= _SENTENCE_WORDS and len(split_sentences(line.text)) == _TWO


def _may_be_title(look: Look) -> bool:
    line = look.line
    if look.noise or look.fact or look.has_credit or look.is_own or line.shape or line.verdict:
        return False
    if not _FEWEST_WORDS <= line.words or HEADLINE_LIMIT < len(line.text):
        return False
    if line.text[0].islower() or split_dateline(line.text)[0]:
        return False
    if _CLOCK.search(line.text) or is_dated(line):
        return False
    return is_headline_shaped(line) or _may_be_stopped(line)


def _may_be_stopped(line: Line) -> bool:
    """Tell whether a line with a full stop may be a headline: in capitals, or two sentences.

    One sentence alone may as well be the lead of a text without a headline.
    """
    if not line.is_sentence or _TITLED_WORDS < line.words:
        return False
    if is_titled(line.text):
        return True
    is_short = line.words <= _SENTENCE_WORDS and not _SAID.search(line.key)
    return is_short and len(split_sentences(line.text)) > 1
