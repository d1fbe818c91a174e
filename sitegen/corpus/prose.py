"""Write running text as Markdown and read it back: the same words, whatever they look like."""

import re
from collections.abc import Iterable, Mapping
from html import unescape

from sitegen.model.article import Block

# What Markdown would take for markup anywhere in a line, and what only at its start
# (https://spec.commonmark.org/0.31.2/). A tilde has no backslash escape in older Markdown.
_SPECIAL = re.compile(r"[\\`*_\[\]#<~]|&(?=#?\w+;)")
_ENTITIES = {"<": "&lt;", "&": "&amp;", "~": "&#126;"}
_LINE_START = re.compile(r"^(?=[>+=|:-])|^(\d{1,9})(?=[.)])")
_ESCAPED = re.compile(r"\\([\\`*_\[\]#>+=|:.)-])")
_ITALIC = re.compile(r"^\*(?!\*)(.*[^\\])\*$")
_LINK = re.compile(r"(?<!\\)\[((?:\\.|[^\\\]])*)\]\([^()\s]*\)")


def write_prose(blocks: Iterable[Block], links: Mapping[str, str]) -> str:
    r"""Return Markdown: paragraphs, ``##`` headings, corrections in italics.

    ``links`` maps the words of a name to the file that its first mention leads to.

    >>> write_prose([Block("paragraph", "5 * 3 in Mirovar")], {"Mirovar": "../tags/mirovar.md"})
    '5 \\* 3 in [Mirovar](../tags/mirovar.md)\n'
    """
    waiting = dict(links)
    return "\n\n".join(_write_block(block, waiting) for block in blocks) + "\n"


def read_prose(body: str) -> tuple[Block, ...]:
    r"""Return the blocks of a page's body, without links: the inverse of :func:`write_prose`.

    >>> read_prose("5 \\* 3 in [Port Ellery](../tags/port.md)\n")[0].text
    '5 * 3 in Port Ellery'
    """
    pieces = (" ".join(piece.split()) for piece in re.split(r"\n\s*\n", body))
    return tuple(_read_block(piece) for piece in pieces if piece)


def escape(text: str) -> str:
    """Return a line of text that Markdown shows as it stands."""
    return _SPECIAL.sub(lambda match: _ENTITIES.get(match[0], f"\\{match[0]}"), text)


def _write_block(block: Block, waiting: dict[str, str]) -> str:
    if block.kind == "heading":
        return f"## {escape(block.text)}"
    if block.kind == "correction":
        return f"*{escape(block.text)}*"
    return _LINE_START.sub(r"\1\\", _link_names(block.text, waiting))


def _link_names(text: str, waiting: dict[str, str]) -> str:
    """Escape a paragraph and link each waiting name where it is first said, longest name first."""
    if not waiting:
        return escape(text)
    names = "|".join(re.escape(name) for name in sorted(waiting, key=len, reverse=True))
    pieces = []
    end = 0
    for match in re.finditer(rf"(?<!\w)(?:{names})(?!\w)", text):
        if target := waiting.pop(match[0], ""):
            pieces += [escape(text[end : match.start()]), f"[{escape(match[0])}]({target})"]
            end = match.end()
    return "".join((*pieces, escape(text[end:])))


def _read_block(piece: str) -> Block:
    if piece.startswith("## "):
        return Block("heading", _read_text(piece[3:]))
    if italic := _ITALIC.match(piece):
        return Block("correction", _read_text(italic[1]))
    return Block("paragraph", _read_text(piece))


def _read_text(markdown: str) -> str:
    """Undo links first, then entities, then backslashes."""
    return _ESCAPED.sub(r"\1", unescape(_LINK.sub(r"\1", markdown)))
