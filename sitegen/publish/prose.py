r"""Turn plain Markdown prose into HTML in linear time, whatever it holds.

Prose is what generated pages are made of: paragraphs and headings, backslash escapes, and links
with a plain label. On prose this room's two Markdown readers agree letter for letter (a property
test compares them); on anything else this one shows the text as it was written.
It never fails, and never looks at a character more than a few times.
"""

import re
from html import escape

# What CommonMark lets a backslash escape, and Python-Markdown is told to.
ESCAPABLE = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"

_ESCAPE = rf"\\[{re.escape(ESCAPABLE)}]"
_ENTITY = r"&(?:#[0-9]+|#x[0-9a-fA-F]+|[0-9a-zA-Z]+);"
_LINK = rf"\[((?:[^\[\]\\`<>*_&\n]|{_ESCAPE})+)\]\(([\w./%#?=+,:@~-]+)\)"
_TOKEN = re.compile(rf"{_ESCAPE}|{_ENTITY}|{_LINK}|[&<>]")
# Possessive, so that text which is not prose is told in one pass.
_INLINE = rf"(?:[^\\\[`<>*_&!]|{_ESCAPE}|{_ENTITY}|{_LINK}|&|!(?!\[))++"
_BLOCK_MARK = r"(?![#>+*=|:~-]|\d+[.)]|\s)"
_HEADING = re.compile(r"(#{2,6}) (.+)")
_PROSE_HEADING = re.compile(rf"#{{2,6}} (?![ ]){_INLINE}")
_PROSE_LINE = re.compile(rf"{_BLOCK_MARK}{_INLINE}")
_BLANK_LINES = re.compile(r"\n(?:[ ]*\n)+")


def is_prose(body: str) -> bool:
    """Tell whether a body holds nothing but paragraphs, headings, escapes and plain links."""
    return all(_is_prose_block(block) for block in _split_blocks(body))


def render_prose(body: str) -> str:
    r"""Return the HTML of a body; what is not prose in it is shown as it was written.

    >>> render_prose("## Harbour\n\nThe [Mira](../tags/mira.md) rose 3\\*.")
    '<h2>Harbour</h2>\n<p>The <a href="../tags/mira.md">Mira</a> rose 3*.</p>'
    """
    return "\n".join(_render_block(block) for block in _split_blocks(body))


def _split_blocks(body: str) -> list[str]:
    return [block for block in _BLANK_LINES.split(body.strip("\n")) if block.strip()]


def _is_prose_block(block: str) -> bool:
    if _PROSE_HEADING.fullmatch(block):
        return not block.endswith(("#", " ")) and "\n" not in block
    lines = block.split("\n")
    return all(not line.endswith(" ") and _PROSE_LINE.fullmatch(line) for line in lines)


def _render_block(block: str) -> str:
    heading = _HEADING.fullmatch(block)
    if heading:
        level = len(heading[1])
        return f"<h{level}>{_render_inline(heading[2])}</h{level}>"
    return f"<p>{_render_inline(block)}</p>"


def _render_inline(text: str) -> str:
    return _TOKEN.sub(_render_token, text)


def _render_token(token: re.Match[str]) -> str:
    label, target = token[1], token[2]
    if label:
        return f'<a href="{escape(target)}">{_render_inline(label)}</a>'
    written = token[0]
    if written.startswith("\\"):
        return escape(written[1], quote=False)
    return written if len(written) > 1 else escape(written, quote=False)
