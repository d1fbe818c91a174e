"""Write running text as Markdown and read it back: the same words, whatever they look like."""

import re
from collections.abc import Iterable, Mapping
from html import unescape

from sitegen.model.article import Block

# What Markdown would take for markup anywhere in a line, and what only at its start
# (https://spec.commonmark.org/0.31.2/). A tilde has no backslash escape in older Markdown.
_SPECIAL = re.compile(r"[\\`*_\[\]#<~]|&(?=#?\w+;)")
_ENTITIES = {"<": "&lt;", "&": "&amp;", "~": "&#126;"}
_LINE_START = re.compile(r"^(?=[>+=|:-])|^(\d+)(?=[.)])")
_WORD = re.compile(r"\w")
_ITALIC = re.compile(r"\*((?:\\.|[^\\*])+)\*")
# What stands for something else in a line, from left to right: an escaped sign, a link, an entity.
_MARKUP = re.compile(
    r"\\(?P<sign>[!-/:-@\[-`{-~])"
    r"|\[(?P<words>(?:\\.|[^\\\[\]])+)\]\([^()\s]*\)"
    r"|(?P<entity>&#?\w+;)"
)


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
    pieces = []
    end = 0
    while place := _find_first(text, end, waiting):
        start, name = place
        pieces += [escape(text[end:start]), f"[{escape(name)}]({waiting.pop(name)})"]
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

    Behind an exclamation mark it does not count: there Markdown would make the link a picture.
    """
    start = text.find(name, begin)
    while start != -1:
        end = start + len(name)
        is_word = _WORD.match(text[start - 1 : start]) or _WORD.match(text[end : end + 1])
        if not is_word and text[start - 1 : start] != "!":
            return start
        start = text.find(name, start + 1)
    return -1


def _read_block(piece: str) -> Block:
    if piece.startswith("## "):
        return Block("heading", _read_text(piece[3:]))
    if italic := _ITALIC.fullmatch(piece):
        return Block("correction", _read_text(italic[1]))
    return Block("paragraph", _read_text(piece))


def _read_text(markdown: str) -> str:
    return _MARKUP.sub(_read_markup, markdown)


def _read_markup(match: re.Match[str]) -> str:
    if match["entity"]:
        return unescape(match["entity"])
    return match["sign"] or _read_text(match["words"])
