"""Leave out what who writes in a forum has below each post: a ruler, a motto, then the buttons."""

import re
from collections.abc import Sequence

from sitegen.ingest.document import RawLine, leave_out

SIGNATURE = "signature of a post"  # the rule's name in every account
_RULER = re.compile(r"\s*_{8,}\s*$")
_BUTTON = re.compile(r"\s*(?:reply with quote|quote|reply)\s*$", re.IGNORECASE)
_MOST_LINES, _MOST_WORDS = 4, 20


def drop_signatures(lines: Sequence[RawLine]) -> Sequence[RawLine]:
    """Return the lines, what stands between a ruler and the button to reply without a place.

    >>> texts = ["It was late.", "________", "If it floats, I mend it", "Reply With Quote"]
    >>> lines = drop_signatures([RawLine(number, text) for number, text in enumerate(texts, 1)])
    >>> [line.verdict for line in lines]
    ['', '', 'signature of a post', '']
    """
    rulers = [i for i, line in enumerate(lines) if line.text[:1] == "_" and _RULER.match(line.text)]
    if not rulers:  # as in most texts
        return lines
    signed: set[int] = set()
    for ruler in rulers:
        near = range(ruler + 1, min(ruler + 2 + _MOST_LINES, len(lines)))
        button = next((i for i in near if _BUTTON.match(lines[i].text)), ruler)
        between = range(ruler + 1, button)
        if all(lines[index].text.count(" ") < _MOST_WORDS for index in between):
            signed.update(between)
    return [
        leave_out(line, SIGNATURE) if index in signed else line for index, line in enumerate(lines)
    ]
