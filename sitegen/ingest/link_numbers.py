"""Take away the numbers that a text browser gives to the links of a page.

``lynx -dump`` writes ``[12]summer schedule``, and lists the addresses of all links at the end,
below ``References``. The numbers are none of the page, and nothing is known by them.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from sitegen.ingest.document import RawLine

_HEADING = "references"
_ADDRESS = re.compile(r"\s*(\d{1,4})\. (?:https?|ftp|file|mailto|javascript):\S*\s*$")
_NUMBER = re.compile(r"(?<!\w)\[(\d{1,4})\](?=\S)")  # notes stand behind words
_FEWEST = 3  # addresses; fewer may be somebody's own notes


def drop_link_numbers(lines: Sequence[RawLine]) -> Sequence[RawLine]:
    """Return the lines without the numbers of links, if their addresses are listed below them.

    >>> addresses = [f"{number}. https://orle.example/{number}" for number in (1, 2, 3)]
    >>> texts = ["The [1]ferry of [9]Orle", "References", *addresses]
    >>> drop_link_numbers([RawLine(place, text) for place, text in enumerate(texts, 1)])[0].text
    'The ferry of [9]Orle'
    """
    if not any("[" in line.text for line in lines):  # as in most texts
        return lines
    listed: set[str] = set()
    is_below = False
    for line in lines:
        is_below = is_below or line.text.strip().casefold() == _HEADING
        match = _ADDRESS.match(line.text) if is_below else None
        listed.update(match.groups() if match else ())
    if len(listed) < _FEWEST:
        return lines
    last = max(map(int, listed))  # a list that was cut out of a longer one tells of them all

    def drop(match: re.Match[str]) -> str:
        return "" if int(match[1]) <= last else match[0]

    return [
        replace(line, text=_NUMBER.sub(drop, line.text)) if "[" in line.text else line
        for line in lines
    ]
