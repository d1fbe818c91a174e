"""Tell lists, quotations and tables of plain text by the marks at the start of their lines.

One line proves little: a dash may open a heading or somebody's speech. So a bullet that is also a
dash, a number or a tab counts only where the lines around it are of the same kind.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sitegen.ingest.document import MENU, RawLine, Shape
from sitegen.ingest.quoted_mail import free_quotation

_BULLET = re.compile(r"^\s*[•‣◦▪●■○◆➤►∙·▢☐□]\s+(?=\S)")
_DASH = re.compile(r"^\s*(?:[-*+–—]|--)\s+(?=\S)(?!.*\s[-*+–—]\s*$)")
_NUMBER = re.compile(r"^\s*(?:\(?\d{1,2}[.)]|\(?[a-z]\))\s+(?=\S)")
_QUOTE = re.compile(r"^(?=.*[^\s>])\s*>+\s?(?=\S)")
_CELLS = re.compile(r"(?<!\s)\s*(?:\t+|\s\|\s)\s*")  # from where white space begins
_EDGE = re.compile(r"^\s*\||\|\s*$")
_EDGED = re.compile(r"^\s*\|\s*(?=\S)(?=[^|]*\|).*\|\s*$")
_DRAWN = re.compile(r"^\s*(?:\+[-=]{2,}){1,40}\+\s*$")  # above, below and between drawn rows
_GAPS = re.compile(r"\s{2,}")
_FEWEST_ENTRIES, _FEWEST_SHOUTED, _ENTRY_WORDS = 3, 5, 4
_FIGURE, _FIGURES = re.compile(r"\d"), re.compile(r"\d+")
# "2 Orle Town 9 6 2 1 20": a place, a name and four numbers or more.
_TALLY = re.compile(
    r"\s*(?:(\d{1,2})\.? )?([^\W\d](?:.*?[^\W\d])?\)?)((?: [+−-]?\d{1,4}(?:[.,:]\d{1,3})?){4,})$"
)
_TALLY_HEAD, _COLUMN = re.compile(r" [A-Z] [A-Z] [A-Z]\b"), 3  # letters of the name of a column
_LONGEST_TALLY = 120  # characters
_RULER = re.compile(r"^(?=(?s:.*?)--)[\s|:+=-]++$")
_ITEM_WORDS = 60  # a longer line behind a number is a paragraph that somebody numbered


def find_shapes(lines: Iterable[RawLine]) -> tuple[RawLine, ...]:
    """Return the lines, those of lists, quotations and tables without marks and with a shape.

    >>> [one.shape for one in find_shapes([RawLine(1, "- tea"), RawLine(2, "- salt")])]
    ['item', 'item']
    """
    lines = free_quotation(tuple(lines))
    found = [_look(line) if line.text else (line, "", "") for line in lines]
    if not any(mark for _, mark, _ in found):  # as in most articles
        return lines
    texts = [index for index, (line, _, _) in enumerate(found) if not _stands_between(line.text)]
    places = {index: place for place, index in enumerate(texts)}
    return tuple(_settle(index, found, texts, places.get(index, 0)) for index in range(len(found)))


def _stands_between(text: str) -> bool:
    """Tell whether a line is blank, or rules off the head of a table."""
    return not text.strip() or (_is_edge(text) and bool(_RULER.match(text)))


def _is_edge(text: str) -> bool:
    return "|" in text or bool(_DRAWN.match(text))


_Found = tuple[RawLine, str, str]


def _look(line: RawLine) -> _Found:
    """Return a line, the name of the mark it begins with, and its text without that."""
    text = line.text
    if line.shape or line.verdict or not text:
        return line, "", text
    if tally := _read_tally(text):
        return line, f"row of {len(tally)}", " | ".join(tally)
    start = text[:3]
    if start[0].isalpha() and ")" not in start and "\t" not in text and " | " not in text:
        return line, "menu" if "  " in text and _is_menu(text) else "", text  # as most lines
    head = text.lstrip()[:3]
    if head[:1] in _HEADS or head[:1].isdigit() or ")" in head:
        for name, shape in _MARKS:
            if match := shape.match(text):
                return line, name, text[match.end() :]
    if head[:1] in _EDGES and (_DRAWN.match(text) or _EDGED.match(text)):
        return _look_at_drawn(line)
    inner = text.strip()
    if ("\t" in inner or " | " in inner) and not _RULER.match(text):
        cells = [cell.strip() for cell in _CELLS.split(_EDGE.sub("", text.strip(" \r\n")))]
        if len(cells) > 1:
            return line, f"row of {len(cells)}", " | ".join(cells)
    return line, "", text


def _read_tally(text: str) -> list[str]:
    """Return the cells of a row of results that single spaces part, or of the head above them.

    >>> _read_tally("2 Orle Town 9 6 2 +1 20"), _read_tally("It ran in 1987 1988")
    (['2', 'Orle Town', '9', '6', '2', '+1', '20'], [])
    >>> _read_tally("First Division P W D L Pts")
    ['First Division', 'P', 'W', 'D', 'L', 'Pts']
    """
    if _LONGEST_TALLY < len(text):
        return []
    match = _TALLY.match(text) if text[-1].isdigit() else None
    if match:
        return [*filter(None, match.groups()[:2]), *match[3].split()]
    if not _TALLY_HEAD.search(text):
        return []
    words = text.split()
    name = next((n for n, word in enumerate(words) if len(word) == 1), 0)
    is_head = all(len(word) <= _COLUMN and word[0].isupper() for word in words[name:])
    return [" ".join(words[:name]), *words[name:]] if name and is_head else []


def _is_menu(text: str) -> bool:
    """Tell whether a line is entries with wide gaps between them: ``News  Sport  Notices``.

    They begin with capitals; words that were set to fill a line do not all.
    """
    cells = _GAPS.split(text.strip())
    fewest = _FEWEST_SHOUTED if text.isupper() else _FEWEST_ENTRIES
    return fewest <= len(cells) and all(
        cell[:1].isupper()
        and cell[-1:].isalnum()
        and cell.count(" ") < _ENTRY_WORDS
        and not _FIGURE.search(cell)
        for cell in cells
    )


def _look_at_drawn(line: RawLine) -> _Found:
    """Look at a line between edges: a row of a table, or the ruler between two."""
    text = line.text.strip()
    if _RULER.match(text):
        return line, "drawn ruler" if _DRAWN.match(text) else "", line.text
    cells = [cell.strip() for cell in text.strip("|").split("|")]
    return line, "drawn row", " | ".join(filter(None, cells))


def _settle_drawn(index: int, found: Sequence[_Found]) -> RawLine:
    """Return a line of a drawn table with its shape; one alone must have figures to be one."""
    line, mark, text = found[index]
    near = [*found[max(0, index - 1) : index], *found[index + 1 : index + 2]]
    if mark == "drawn ruler":
        is_table = any("row" in other for _, other, _ in near)
        return replace(line, verdict="table ruler") if is_table else line
    is_table = any(other.startswith("drawn") or _RULER.match(one.text) for one, other, _ in near)
    return replace(line, text=text, shape="row") if is_table or _FIGURE.search(text) else line


_HEADS = frozenset(">•‣◦▪●■○◆➤►∙·▢☐□-*+–—(")  # how a line with a mark begins, if not with a number
_EDGES = frozenset("+|")  # how a row of a drawn table begins, or the ruler above one
_MARKS = (("quote", _QUOTE), ("bullet", _BULLET), ("dash", _DASH), ("number", _NUMBER))


def _settle(index: int, found: Sequence[_Found], texts: Sequence[int], place: int) -> RawLine:
    line, mark, text = found[index]
    if not mark:
        return line
    shape: Shape = "item"
    if mark == "quote":
        return replace(line, text=text, shape="quote")
    if mark.startswith("drawn"):
        return _settle_drawn(index, found)
    if mark.startswith("row"):
        shape = "row"
    elif _ITEM_WORDS < text.count(" "):
        return line
    before = found[texts[place - 1]][1] if place else ""
    after = found[texts[place + 1]][1] if place + 1 < len(texts) else ""
    if mark == "menu":  # several in a row may be a table
        return line if mark in {before, after} else replace(line, verdict=MENU)
    if mark == "bullet" or mark in {before, after}:
        number = _FIGURES.search(line.text[: -len(text)]) if mark == "number" else None
        return replace(line, text=text, shape=shape, mark=number[0] if number else "")
    return line
