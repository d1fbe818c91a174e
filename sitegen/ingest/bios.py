"""Find the note on who wrote that stands behind a text, by the name that the byline has.

Reports seldom name their writer. So a last paragraph that begins with that name says who it is, and
so does what stands below the name alone; behind it nothing of the article follows.
"""

import re
from collections.abc import Sequence

from sitegen.ingest.blocks import Marked
from sitegen.ingest.doubts import TEXT
from sitegen.ingest.page_talk import BIO_REASON, BIO_RULE
from sitegen.ingest.writers import list_names, read_writer

_EDGE = 3  # paragraphs, of which a note on the writer may be one
_FEWEST = 2  # paragraphs above it
_ABOVE = 2  # lines of a box above its paragraph: a name, and what somebody is
_LONGEST = 60  # words of a note
# "Fellgate reported from Orle. Brandt contributed to this report.": how agencies sign.
_REPORTED = re.compile(
    r"(?:(?:and )?[A-ZÀ-Þ][\w'’.-]+,? ){1,6}reported from (?:the )?"
    r"[A-ZÀ-Þ][\w'’-]*(?:,? [A-ZÀ-Þ][\w'’-]*)*[.,;]"
)
_SIGNED_WORDS = 30
_BEHIND = "stands behind the note on who wrote"


def drop_note(marked: Sequence[Marked]) -> list[Marked]:
    """Return the lines, the note on the writer and what text stands behind it as noise."""
    names = frozenset(list_names(marked))
    texts = [index for index, mark in enumerate(marked) if mark.kind in TEXT]
    if not names or len(texts) <= _FEWEST:
        return list(marked)
    begin = texts[max(_FEWEST, len(texts) - _EDGE) - 1] + 1
    note = next((i for i in range(begin, len(marked)) if _is_note(marked, i, names)), len(marked))
    kept = list(marked[:note])
    for index, mark in enumerate(marked[note:]):
        if mark.kind in TEXT or mark.kind == "heading":
            rule, reason = (BIO_RULE, BIO_REASON) if index == 0 else ("behind the text", _BEHIND)
            kept.append(Marked(mark.line, "noise", rule, reason))
        else:
            kept.append(mark)
    return kept


def drop_boxes_on_writers(marked: Sequence[Marked]) -> list[Marked]:
    """Return the lines, the last boxes on who wrote or advised as noise, each with what heads it.

    ``Ida Fellgate``, ``Heating engineer``, ``Ida has looked after boilers for 22 years.``: the name
    is left beside the text, and what stands below it begins with it, or with the first one.
    """
    kept = list(marked)
    names = frozenset(list_names(marked))
    texts = [index for index, mark in enumerate(marked) if mark.kind in TEXT]
    for index in reversed(texts[_FEWEST:]):
        head = _find_name(marked, index, names)
        if head < 0:
            break
        for place in range(head + 1, index + 1):
            if marked[place].kind in TEXT or marked[place].kind == "heading":
                kept[place] = Marked(marked[place].line, "noise", BIO_RULE, BIO_REASON)
    return kept


def _find_name(marked: Sequence[Marked], index: int, names: frozenset[str]) -> int:
    """Return the place of the name by which a paragraph below it begins, -1 where none is."""
    line = marked[index].line
    above = [place for place in range(index) if marked[place].kind != "blank"][-_ABOVE:]
    for place in reversed(above if line.is_sentence and line.words <= _LONGEST else []):
        mark = marked[place]
        is_name = mark.kind == "noise" and (mark.line.key in names or read_writer(mark.line))
        if is_name and line.key.split()[0] == mark.line.key.split()[0]:
            return place
    return -1


def _is_note(marked: Sequence[Marked], index: int, names: frozenset[str]) -> bool:
    """Tell whether a line is the writer's name above a paragraph, or a paragraph that begins so."""
    mark = marked[index]
    if mark.kind not in TEXT and mark.kind != "heading":
        return False
    key = mark.line.key
    if key in names:
        lines = (marked[place] for place in range(index + 1, len(marked)))
        below = next((one for one in lines if one.kind != "blank"), None)
        return below is not None and below.kind in TEXT and below.line.words <= _LONGEST
    if mark.line.words <= _SIGNED_WORDS and _REPORTED.match(mark.line.text):
        return True
    # Behind a colon stands what the writer asked.
    behind = (key[len(name)] for name in names if key.startswith(name))
    is_named = any(not sign.isalnum() and sign != ":" for sign in behind)
    return is_named and mark.line.is_sentence and mark.line.words <= _LONGEST
