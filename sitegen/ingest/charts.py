"""Name what a chart or a map says amid a text: its title, its labels, its figures, its source.

A scrape has each label on a line of its own. By itself such a line may be a heading, or a row of
results; above ``Chart: Orle Ledger`` a run of them is a chart. ``Source: Orle Council`` says no
such thing: it stands below results and poems as well.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from sitegen.ingest.looks import Look

CHART = "chart"  # the rule's name in every account
_REASON = "a title, a label or a figure of a chart, whose source stands below it"
_SOURCE = re.compile(r"(?:chart|graphic|infographic|map)s?(?: by)?: \S")
_ASKED = re.compile(r"(?:poll|vote): .*\?$")
_MOST_ANSWERS = 10  # lines
_LABEL_WORDS, _SOURCE_WORDS = 12, 24
_FEWEST = 3  # labels
_NEAR = 40  # lines of text and labels


def drop_charts(looks: Sequence[Look]) -> Sequence[Look]:
    """Take no line as noise but those of charts between two paragraphs, and of polls."""
    printed = [index for index, look in enumerate(looks) if look.line.text]
    page = [looks[index] for index in printed]
    taken: set[int] = set()
    for place, look in enumerate(page):
        if look.line.key.startswith("poll"):
            taken.update(_find_poll(page, place))
        if not _is_source(look) or place in taken:
            continue
        first, last = _find_ends(page, place)
        is_amid = 0 < first and last + 1 < len(page) and page[first - 1].is_prose
        if is_amid and page[last + 1].is_prose and _FEWEST <= last - first:
            taken.update(range(first, last + 1))
    if not taken:
        return looks
    found = {printed[place] for place in taken}
    return [
        replace(look, noise=CHART, reason=_REASON, fact="", heading="", has_credit=False)
        if index in found
        else look
        for index, look in enumerate(looks)
    ]


def _find_poll(page: Sequence[Look], place: int) -> range:
    """Return the places of a poll amid a text: what it asks, its answers, how many there were."""
    key = page[place].line.key
    if not (key == "poll" or _ASKED.match(key)):
        return range(0)
    last = place
    asked = key != "poll"
    while last + 1 < len(page) and last - place < _MOST_ANSWERS:
        look = page[last + 1]
        if look.fact:
            break
        is_question = not asked and look.line.text.endswith("?")
        asked = asked or is_question
        if not (is_question or look.noise or (_may_be_label(look) and asked)):
            break
        last += 1
    is_amid = place > 0 and last + 1 < len(page) and page[last + 1].is_prose
    return range(place, last + 1) if asked and is_amid and place + 1 < last else range(0)


def _find_ends(page: Sequence[Look], place: int) -> tuple[int, int]:
    """Return the places of the first and the last line of the run that a source is part of."""
    first = last = place
    while 0 < first and place - first < _NEAR and _may_be_label(page[first - 1]):
        first -= 1
    while last + 1 < len(page) and last - place < _NEAR and _may_be_label(page[last + 1]):
        last += 1
    while place < last and not (_is_source(page[last]) or page[last].noise == "counter"):
        last -= 1  # the heading of what stands below
    return first, last


def _is_source(look: Look) -> bool:
    line = look.line
    return ": " in line.key and line.words <= _SOURCE_WORDS and bool(_SOURCE.match(line.key))


def _may_be_label(look: Look) -> bool:
    line = look.line
    is_plain = not (look.is_own or line.shape or look.is_prose or look.end)
    is_short = line.words <= _LABEL_WORDS and not line.is_sentence
    return is_plain and (is_short or _is_source(look)) and look.fact != "byline"
