"""Take away what a text browser writes for what it cannot show: numbers of links, pictures, forms.

``lynx -dump`` writes ``[12]summer schedule``, and lists the addresses of all links at the end,
below ``References`` or ``Visible links:``. The numbers are none of the page, and nothing is known
by them. For a picture it writes the name of its file, and ``[BUTTON]`` or ``[IFRAME]`` for what
else there was.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from sitegen.ingest.document import RawLine, Shape, leave_out

_HEADINGS = frozenset({"references", "visible links"})
_ADDRESS = re.compile(r"\s*(\d{1,4})\. (?:https?|ftp|file|mailto|javascript):\S*\s*$")
_NUMBER = re.compile(r"(?<!\w)\[(\d{1,4})\](?=\S)")  # notes stand behind words
_PICTURE = re.compile(r"\s*\[[\w.%-]{1,80}\.(?:jpe?g|png|gif|webp|svg)\]\s*", re.IGNORECASE)
_SHOWN = re.compile(r"\s*(?:\[(?:BUTTON|IFRAME|INLINE|EMBED|FORM|SUBMIT)\]|#\[1\]|_{8,}\s*\[)")
_FEWEST = 3  # addresses; fewer may be somebody's own notes
_VERDICT = "of a text browser"  # the rule that takes what it writes for a button or a form


def drop_link_numbers(lines: Sequence[RawLine]) -> Sequence[RawLine]:
    """Return the lines without the numbers of links, if their addresses are listed below them.

    >>> addresses = [f"{number}. https://orle.example/{number}" for number in (1, 2, 3)]
    >>> texts = ["The [1]ferry of [9]Orle", "References", *addresses]
    >>> drop_link_numbers([RawLine(place, text) for place, text in enumerate(texts, 1)])[0].text
    'The ferry of [9]Orle'
    """
    if not any("[" in line.text for line in lines):  # as in most texts
        return lines
    listed: dict[int, str] = {}
    is_below = False
    for index, line in enumerate(lines):
        is_below = is_below or line.text.strip(" :").casefold() in _HEADINGS
        if is_below and (match := _ADDRESS.match(line.text)):
            listed[index] = match[1]
    if len({*listed.values()}) < _FEWEST:
        return lines
    # A list that is cut, or was cut out of a longer one, tells of them all.
    last = max((*map(int, listed.values()), _count_links(lines)))

    def drop(match: re.Match[str]) -> str:
        return "" if int(match[1]) <= last else match[0]

    return [
        leave_out(line, _VERDICT)
        if index in listed and "http" not in line.text  # which is noise anywhere
        else _clean(line, drop)
        if "[" in line.text
        else line
        for index, line in enumerate(lines)
    ]


def _count_links(lines: Sequence[RawLine]) -> int:
    """Return how many numbers of links the lines have that count from one without a gap."""
    numbers = (int(one) for line in lines for one in _NUMBER.findall(line.text))
    count = 0
    for number in numbers:
        if number == count + 1:
            count = number
        elif number > count:
            break
    return count


def _clean(line: RawLine, drop: Callable[[re.Match[str]], str]) -> RawLine:
    """Return a line without numbers of links; with a picture it is what that shows."""
    if _SHOWN.match(line.text):
        return replace(line, verdict=line.verdict or _VERDICT)
    text = _NUMBER.sub(drop, line.text)
    if picture := _PICTURE.match(text):
        rest = text[picture.end() :]
        shape: Shape = line.shape or "caption"
        return replace(line, text=rest or text, shape=shape if rest else line.shape)
    return replace(line, text=text)
