"""Part a text into lines where it was meant to be parted."""

import re
from itertools import accumulate

_END = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\u2028\u2029]")
# The sign that old machines end lines with, but not where it is half a letter of UTF-8 that was
# read as Latin-1: "Ñ\x85" was a "х".
_LONE_END = re.compile(r"(?<![\x80-\xf4])\x85")

# More than that is no text, and the account of every line would fill the memory.
MOST_LINES = 250_000
_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"


def count_line_ends(text: str) -> int:
    r"""Return how many signs of a text end a line, or would in a text that has no other.

    >>> count_line_ends("one\ntwo\u2028")
    2
    """
    return sum(map(text.count, _ENDS))


def list_lines(text: str) -> list[str]:
    r"""Return the lines without their ends, as ``str.splitlines`` does, but for U+0085.

    That sign ends lines only in a text that has no other line end; elsewhere it is a letter or a
    sign in the wrong encoding, which is mended later.

    >>> list_lines("one\x85two"), list_lines("Ñ\x85Ð¾Ñ\x80") == ["Ñ\x85Ð¾Ñ\x80"]
    (['one', 'two'], True)
    """
    if "\x85" not in text:
        return text.splitlines()
    lines = _END.split(text)
    if len(lines) == 1:
        lines = _LONE_END.split(text)
    return lines if lines[-1] else lines[:-1]


def find_page_breaks(text: str) -> list[int]:
    r"""Return the indexes of the lines that a form feed ends, as it ends a printed page.

    >>> find_page_breaks("one\n2\n\fthree"), list_lines("one\n2\n\fthree")[2]
    ([2], '')
    """
    if "\f" not in text:
        return []
    ends = accumulate(len(list_lines(f"{page}\f")) for page in text.split("\f")[:-1])
    return [end - 1 for end in ends]
