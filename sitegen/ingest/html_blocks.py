"""Cut a tree of elements into blocks of visible text, in the order of the page.

Works on any tree whose elements have ``tag``, ``text``, ``tail``, a class and children, and imports
no library for it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from sitegen.ingest.document import Shape
from sitegen.model.value import value

# Of HTML, and of what an extractor makes of it.
_SHAPES: dict[str, Shape] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "head"), "heading"),
    **dict.fromkeys(("li", "dt", "dd", "item"), "item"),
    **dict.fromkeys(("blockquote", "q-block", "quote"), "quote"),
    **dict.fromkeys(("tr", "row"), "row"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
}
_CELLS = frozenset({"td", "th", "cell"})
# Elements that are captions by their class alone: "caption", "wp-caption-text", "photo__caption".
_NAMED = frozenset({"p", "div"})
_CAPTION = re.compile(r"(?:^|[\s_-])caption(?:[_-]+text)?(?:\s|$)", re.IGNORECASE)
_PLAIN = frozenset(
    "address article aside body br button center details dialog div dl fieldset figure footer form"
    " header hr html iframe lb legend list main nav noscript ol option p pre section select summary"
    " table tbody textarea tfoot thead ul ab comments lb".split()
)
_BLOCKS = _PLAIN | _CELLS | frozenset(_SHAPES)
_UNSEEN = frozenset("script style template noframes object svg canvas math audio video map".split())
_FEWEST_ROWS = 2
_NO_NUMBERS: Iterator[int] = iter(())
_LONGEST_NUMBER = 6  # digits
_GAP = re.compile(
    r"(?<=[^\s.!?:,;])(?:\t[\t ]*| [ \t]+)(?=\S)"
)  # typists leave one behind sentences

# But for U+0085, which is half a letter where UTF-8 was read as Latin-1, and is mended later.
_SPACE = re.compile(r"[^\S\x85]+")


@value
class PageBlock:
    """The text between two borders of blocks, and what the elements around it make of it.

    ``mark`` is the number that a browser shows before an item of a numbered list.
    """

    text: str
    shape: Shape = ""
    mark: str = ""


@dataclass(slots=True)
class _Pen:
    """The text since the last border; ``linked`` counts the characters of it in links.

    ``mark`` is the number of the item that has begun, until some of its text is finished.
    """

    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    mark: str = ""

    def take(self, text: str | None, *, in_link: bool) -> None:
        if text:
            self.pieces.append(text)
            self.linked += len("".join(text.split())) if in_link else 0

    def finish(self, shape: Shape) -> list[PageBlock]:
        if not self.pieces:  # as between two borders, half of the times
            return []
        drawn = "".join(self.pieces)
        text = _SPACE.sub(" ", drawn).strip("| ")
        is_link = bool(text) and len("".join(text.split())) <= self.linked
        self.pieces, self.linked = [], 0
        if not text or text.isspace():  # of the sign \x85, which may be half a letter elsewhere
            return []
        if not is_link and shape in {"", "quote"} and (rows := _read_rows(drawn)):
            return [PageBlock(row, "row") for row in rows]
        mark, self.mark = self.mark, ""
        if is_link and shape in {"", "item"}:
            return [PageBlock(text, "link")]
        return [PageBlock(text, shape, mark if shape == "item" else "")]


def _read_rows(drawn: str) -> list[str]:
    """Return the rows of a table that is set with spaces, as in ``pre``; nothing for other text."""
    if "\n" not in drawn or ("  " not in drawn and "\t" not in drawn):
        return []
    lines = [line.strip() for line in drawn.splitlines() if line.strip()]
    if len(lines) < _FEWEST_ROWS or not all(map(_GAP.search, lines)):
        return []
    return [_GAP.sub(" | ", line) for line in lines]


@dataclass(slots=True)
class _Place:
    """An open element: its children that are still to come, and what holds inside it."""

    children: Iterator[Any]
    tail: str | None = None
    is_border: bool = True
    shape: Shape = ""
    in_link: bool = False
    in_row: bool = False
    is_cell: bool = False
    numbers: Iterator[int] = _NO_NUMBERS  # of a numbered list's items


def list_blocks(root: Any) -> list[PageBlock]:  # noqa: ANN401 # an element of any library
    """Return the blocks of a tree, each piece of its visible text once."""
    pen = _Pen()
    blocks: list[PageBlock] = []
    top = _open(root, _Place(iter(())))
    pen.take(root.text, in_link=False)
    stack = [top]
    while stack:
        place = stack[-1]
        child = next(place.children, None)
        if child is None:
            stack.pop()
            if place.is_border:
                blocks += pen.finish(place.shape)
            around = stack[-1] if stack else top
            pen.take(" | " if place.is_cell else "", in_link=False)
            pen.take(place.tail, in_link=around.in_link)
            continue
        if not isinstance(child.tag, str) or child.tag in _UNSEEN:  # comments have no name
            pen.take(child.tail, in_link=place.in_link)
            continue
        opened = _open(child, place)
        if opened.is_border:
            blocks += pen.finish(place.shape)
        if child.tag == "li":
            pen.mark = str(next(place.numbers, ""))
        pen.take(child.text, in_link=opened.in_link)
        stack.append(opened)
    return blocks + pen.finish("")


def _open(element: Any, around: _Place) -> _Place:  # noqa: ANN401 # an element of any library
    tag = element.tag
    is_row = tag in {"tr", "row"} and _is_simple_row(element)
    is_cell = around.in_row and tag in _CELLS
    in_row = is_row or around.in_row
    shape: Shape = around.shape
    if tag in _SHAPES and not (tag in {"tr", "row"} and not is_row):
        shape = _SHAPES[tag]
    elif tag in _NAMED and _CAPTION.search(element.get("class") or ""):
        shape = "caption"
    return _Place(
        children=iter(element),
        tail=element.tail,
        is_border=tag in _BLOCKS and not is_cell,
        shape=shape,
        in_link=around.in_link or tag == "a",
        in_row=in_row,
        is_cell=is_cell,
        numbers=_count_items(element) if tag == "ol" else _NO_NUMBERS,
    )


def _count_items(element: Any) -> Iterator[int]:  # noqa: ANN401 # an element of any library
    """Return the numbers that a browser gives the items, from a start and backwards where asked.

    HTML, 4.4.5; a list counted by letters is as one without numbers.
    """
    if element.get("type", "1") != "1":
        return iter(())
    is_reversed = element.get("reversed") is not None
    first = str(element.get("start") or "").strip()
    if is_reversed and not first.isdecimal():
        first = str(sum(child.tag == "li" for child in element))
    start = int(first) if first.isdecimal() and len(first) <= _LONGEST_NUMBER else 1
    return iter(range(start, 0, -1)) if is_reversed else count(start)


def _is_simple_row(element: Any) -> bool:  # noqa: ANN401 # an element of any library
    """Tell whether a row of a table holds words alone: tables lay out whole pages, too."""
    inner = (one.tag for one in element.iter() if one is not element)
    return all(not isinstance(tag, str) or tag in _CELLS or tag not in _BLOCKS for tag in inner)
