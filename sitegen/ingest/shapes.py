"""Tell lists, quotations and tables of plain text by the marks at the start of their lines.

One line proves little: a dash may open a heading or somebody's speech. So a bullet that is also a
dash, a number or a tab counts only where the lines around it are of the same kind.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sitegen.ingest.document import RawLine, Shape

_BULLET = re.compile(r"^\s*[•‣◦▪●■○◆➤►∙·]\s+(?=\S)")
_DASH = re.compile(r"^\s*[-*+–—]\s+(?=\S)(?!.*\s[-*+–—]\s*$)")
_NUMBER = re.compile(r"^\s*(?:\(?\d{1,2}[.)]|\(?[a-z]\))\s+(?=\S)")
_QUOTE = re.compile(r"^\s*>+\s?(?=\S)(?=.*[^\s>])")
_CELLS = re.compile(r"\s*(?:\t+|\s\|\s)\s*")
_EDGE = re.compile(r"^\s*\||\|\s*$")
_RULER = re.compile(r"^[\s|:+=-]*-{2}[\s|:+=-]*$")
_ITEM_WORDS = 60  # a longer line behind a number is a paragraph that somebody numbered


def find_shapes(lines: Iterable[RawLine]) -> tuple[RawLine, ...]:
    """Return the lines, those of lists, quotations and tables without marks and with a shape.

    >>> [one.shape for one in find_shapes([RawLine(1, "- tea"), RawLine(2, "- salt")])]
    ['item', 'item']
    """
    found = [_look(line) for line in lines]
    texts = [index for index, (line, _, _) in enumerate(found) if not _stands_between(line.text)]
    places = {index: place for place, index in enumerate(texts)}
    return tuple(_settle(index, found, texts, places.get(index, 0)) for index in range(len(found)))


def _stands_between(text: str) -> bool:
    """Tell whether a line is blank, or rules off the head of a table."""
    return not text.strip() or ("|" in text and bool(_RULER.match(text)))


_Found = tuple[RawLine, str, str]


def _look(line: RawLine) -> _Found:
    """Return a line, the name of the mark it begins with, and its text without that."""
    text = line.text
    if line.shape or line.verdict or not text:
        return line, "", text
    head = text.lstrip()[:3]
    if head[:1] in _HEADS or head[:1].isdigit() or ")" in head:
        for name, shape in _MARKS:
            if match := shape.match(text):
                return line, name, text[match.end() :]
    if ("\t" in text.strip() or " | " in text) and not _RULER.match(text):
        cells = [cell.strip() for cell in _CELLS.split(_EDGE.sub("", text.strip(" \r\n")))]
        if len(cells) > 1:
            return line, f"row of {len(cells)}", " | ".join(cells)
    return line, "", text


_HEADS = frozenset(">•‣◦▪●■○◆➤►∙·-*+–—(")  # how a line with a mark begins, if not with a number
_MARKS = (("quote", _QUOTE), ("bullet", _BULLET), ("dash", _DASH), ("number", _NUMBER))


def _settle(index: int, found: Sequence[_Found], texts: Sequence[int], place: int) -> RawLine:
    line, mark, text = found[index]
    if not mark:
        return line
    shape: Shape = "item"
    if mark == "quote":
        return replace(line, text=text, shape="quote")
    if mark.startswith("row"):
        shape = "row"
    elif _ITEM_WORDS < text.count(" "):
        return line
    before = found[texts[place - 1]][1] if place else ""
    after = found[texts[place + 1]][1] if place + 1 < len(texts) else ""
    if mark == "bullet" or mark in {before, after}:
        return replace(line, text=text, shape=shape)
    return line
