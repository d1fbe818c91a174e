"""Write running text as Markdown and read it back: the same words, whatever they look like."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import groupby

from sitegen.model.article import PROSE_KINDS, Block, BlockKind

# What Markdown would take for markup anywhere in a line, and what only at its start
# (https://spec.commonmark.org/0.31.2/). A tilde has no backslash escape in older Markdown.
_SPECIAL = re.compile(r"[\\`*_\[\]#<~]|&(?=#?\w+;)")
_ENTITIES = {"<": "&lt;", "&": "&amp;", "~": "&#126;"}
_LINE_START = re.compile(r"^(?=[>+=|:-])|^(\d+)(?=[.)])")
_WORD = re.compile(r"\w")
_NEVER_BEFORE = frozenset("!-\u2010\u2011")  # a name that is linked: a mark of Markdown, hyphens
_MARK = r"(?:[-+*]|\d{1,9}[.)]) "  # of an item
_BULLET, _NEXT_BULLET = re.compile(_MARK), re.compile(rf"\n(?={_MARK})")
_RULE = re.compile(r"\|(?: ?:?-+:? ?\|)+")
# To the end where no bar comes: else a search begins anew at each letter of a long row without one.
_CELL = re.compile(r"((?>(?:\\.|[^|])*))(\||\Z)")
_ITALIC = re.compile(r"\*((?:\\.|[^\\*])+)\*")
# What stands for something else in a line, from left to right: an escaped sign, a link, an entity.
_MARKUP = re.compile(
    r"\\(?P<sign>[!-/:-@\[-`{-~])"
    r"|\[(?P<words>(?:\\.|[^\\\[\]])+)\]\([^()\s]*\)"
    r"|(?P<entity>&#?\w+;)"
)


@dataclass(frozen=True, slots=True)
class Prose:
    """Running text, and of each name that is to be linked the file and the forms it is said in.

    ``said`` are the forms of all names in the text: in a longer one a name is no mention.
    """

    blocks: tuple[Block, ...]
    names: tuple[tuple[str, tuple[str, ...]], ...]
    said: tuple[str, ...] = ()


def write_body(prose: Prose) -> str:
    r"""Return Markdown with the first mention of each name linked, in the first form that is said.

    >>> write_body(Prose((Block("paragraph", "In Mira"),), (("../tags/m.md", ("Miras", "Mira")),)))
    'In [Mira](../tags/m.md)\n'
    """
    text = "\n".join(block.text for block in prose.blocks if block.kind in PROSE_KINDS)
    links = {}
    for target, forms in prose.names:
        said = next((form for form in forms if form in text), None)
        if said:
            links[said] = target
    longer = {one: "" for one in prose.said if any(_is_within(name, one) for name in links)}
    return write_prose(prose.blocks, longer | links)


def _is_within(name: str, longer: str) -> bool:
    """Tell whether a name is a part of a longer one, and no mention there.

    Orle is none in ``Orle Bay`` and in ``Port Orle``; what a longer name ends with may stand behind
    a title: ``House Speaker Ida Brandt``.
    """
    if name == longer or name not in longer:  # as most
        return False
    if not re.search(rf"\b{re.escape(name)}\b", longer):
        return False
    return " " not in name or not longer.endswith(f" {name}")


def write_prose(blocks: Iterable[Block], links: Mapping[str, str]) -> str:
    r"""Return Markdown: paragraphs, ``##`` headings, corrections in italics.

    Items in a row are one list, quotes one block quotation, rows one table under its first row.
    ``links`` maps the words of a name to the file that its first mention leads to; a longer name
    that leads to none keeps what is in it from being linked.

    >>> write_prose([Block("paragraph", "5 * 3 in Mirovar")], {"Mirovar": "../tags/mirovar.md"})
    '5 \\* 3 in [Mirovar](../tags/mirovar.md)\n'
    """
    waiting = dict(links)
    groups = groupby(blocks, key=lambda block: (block.kind, bool(block.number)))
    pieces = (_write_group(kind, list(group), waiting) for (kind, _), group in groups)
    return "\n\n".join(pieces) + "\n"


def read_prose(body: str) -> tuple[Block, ...]:
    r"""Return the blocks of a page's body, without links: the inverse of :func:`write_prose`.

    >>> read_prose("5 \\* 3 in [Port Ellery](../tags/port.md)\n")[0].text
    '5 * 3 in Port Ellery'
    """
    return tuple(
        Block(kind, text, number)
        for piece in re.split(r"\n\s*\n", body.strip())
        for kind, number, markdown in _read_piece(
            [" ".join(line.split()) for line in piece.split("\n")]
        )
        if (text := _read_text(markdown.strip()))
    )


def escape(text: str) -> str:
    """Return a line of text that Markdown shows as it stands."""
    return _SPECIAL.sub(lambda match: _ENTITIES.get(match[0], f"\\{match[0]}"), text)


def _write_group(kind: BlockKind, blocks: Sequence[Block], waiting: dict[str, str]) -> str:
    """Write the neighbouring blocks of one kind."""
    texts = [block.text for block in blocks]
    match kind:
        case "heading":
            return "\n\n".join(f"## {escape(text)}" for text in texts)
        case "correction":
            return "\n\n".join(f"*{escape(text)}*" for text in texts)
        case "item":
            marks = [f"{block.number}." if block.number else "-" for block in blocks]
            lines = (write_line(text, waiting) for text in texts)
            return "\n".join(f"{mark} {line}" for mark, line in zip(marks, lines, strict=True))
        case "quote":
            return "\n>\n".join(f"> {write_line(text, waiting)}" for text in texts)
        case "row":
            return _write_table(texts)
        case "paragraph":
            return "\n\n".join(write_line(text, waiting) for text in texts)


def _write_table(rows: Sequence[str]) -> str:
    r"""Write rows as a pipe table as wide as its longest row.

    A header that is too short is filled with cells that hold not even a space, by which they are
    known again; readers of Markdown fill the other rows themselves.

    >>> print(_write_table(["Pier", "North | 3"]))
    | Pier ||
    | --- | --- |
    | North | 3 |
    """
    widths = [1 + row.split(" ").count("|") for row in rows]
    header, *others = (f"| {' '.join(map(_write_cell_word, row.split(' ')))} |" for row in rows)
    missing = max(widths) - widths[0]
    return "\n".join((header + "|" * missing, "|" + " --- |" * max(widths), *others))


def _write_cell_word(word: str) -> str:
    return word if word == "|" else escape(word).replace("|", "\\|")


def write_line(text: str, waiting: dict[str, str]) -> str:
    """Return running text as Markdown, with nothing at its start that is a mark.

    Names that are ``waiting`` for their first mention become links, and wait no more.
    """
    return _LINE_START.sub(r"\1\\", _link_names(text, waiting))


def _link_names(text: str, waiting: dict[str, str]) -> str:
    """Escape a text and link each waiting name where it is first said, longest name first."""
    pieces = []
    end = 0
    while place := _find_first(text, end, waiting):
        start, name = place
        words = escape(name)
        linked = f"[{words}]({waiting.pop(name)})" if waiting[name] else words
        pieces += [escape(text[end:start]), linked]
        end = start + len(name)
    return "".join((*pieces, escape(text[end:])))


def _find_first(text: str, begin: int, names: Iterable[str]) -> tuple[int, str] | None:
    """Return where the first of some names stands, the longest where several begin."""
    found = ((_find_words(text, name, begin), name) for name in names)
    places = [(start, -len(name), name) for start, name in found if 0 <= start]
    start, _, name = min(places, default=(-1, 0, ""))
    return (start, name) if name else None


def _find_words(text: str, name: str, begin: int) -> int:
    """Return where a name stands as whole words, -1 where it does not.

    Behind a hyphen it is the end of another: ``al-Orle``, ``Sorano-Brandt``. Behind an exclamation
    mark it does not count either: there Markdown would make the link a picture.
    """
    start = text.find(name, begin)
    while start != -1:
        end = start + len(name)
        is_word = _WORD.match(text[start - 1 : start]) or _WORD.match(text[end : end + 1])
        if not is_word and text[start - 1 : start] not in _NEVER_BEFORE:
            return start
        start = text.find(name, start + 1)
    return -1


def _read_piece(lines: Sequence[str]) -> Iterator[tuple[BlockKind, str, str]]:
    """Yield what stands between two empty lines: kind, number and Markdown of each block."""
    whole = " ".join(lines).strip()
    if whole.startswith("## "):
        yield "heading", "", whole[3:]
    elif italic := _ITALIC.fullmatch(whole):
        yield "correction", "", italic[1]
    elif _BULLET.match(lines[0]):
        # A line without a bullet goes on with the entry above it.
        items = _NEXT_BULLET.split("\n".join(lines))
        for text in items:
            mark, _, rest = text.replace("\n", " ").partition(" ")
            yield "item", mark.rstrip(".)") if mark[0].isdigit() else "", rest
    elif all(line.startswith(">") for line in lines):
        quoted = "\n".join(line[1:].strip() for line in lines)
        yield from (("quote", "", text.replace("\n", " ")) for text in quoted.split("\n\n"))
    elif _is_table(lines):
        yield from (("row", "", _read_row(line)) for line in (lines[0], *lines[2:]))
    else:
        yield "paragraph", "", whole


def _is_table(lines: Sequence[str]) -> bool:
    """Tell whether every line is a row between bars and the second one rules off the first."""
    if len(lines) == 1 or not _RULE.fullmatch(lines[1]):
        return False
    return all(line[0] == "|" == line[-1] for line in lines)


def _read_row(line: str) -> str:
    """Return the cells of a row without those that only fill it."""
    cells = [text for text, bar in _CELL.findall(line[1:]) if bar]
    while cells and not cells[-1]:
        cells.pop()
    return " ".join(" | ".join(cells).split())


def _read_text(markdown: str) -> str:
    return _MARKUP.sub(_read_markup, markdown)


def _read_markup(match: re.Match[str]) -> str:
    if match["entity"]:
        return unescape(match["entity"])
    return match["sign"] or _read_text(match["words"])
