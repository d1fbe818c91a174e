r"""Turn plain Markdown prose into HTML in linear time, whatever it holds.

Prose is what generated pages are made of: paragraphs and headings, lists, block quotations and
tables of the plainest form, corrections and the first words of an item in italics, backslash
escapes, and links with a plain label. On prose this room's two Markdown readers agree letter for
letter (a property test compares them); on anything else this one shows the text as it was written.
It never fails, and never looks at a character more than a few times.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

# What CommonMark lets a backslash escape, and Python-Markdown is told to.
ESCAPABLE = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"

_ESCAPE = rf"\\[{re.escape(ESCAPABLE)}]"
_ENTITY = r"&(?:#[0-9]+|#x[0-9a-fA-F]+|[0-9a-zA-Z]+);"
_LINK = rf"\[((?:[^\[\]\\`<>*_&\n]|{_ESCAPE})+)\]\(([\w./%#?=+,:@~-]+)\)"
_TOKEN = re.compile(rf"{_ESCAPE}|{_ENTITY}|{_LINK}|[<>]++|&")
# Possessive, so that text which is not prose is told in one pass.
_INLINE = rf"(?>(?:[^\\\[`<>*_&!]++|{_ESCAPE}|{_ENTITY}|{_LINK}|&|!(?!\[))+)"
_BLOCK_MARK = r"(?![#>+*=|:~-]|\d+[.)]|\s)"
_HEADING = re.compile(r"(#{2,6}) (.+)")
_ITALIC = re.compile(r"\*((?>(?:[^\\*\n]|\\.)+))\*")
_LIST = re.compile(r"- .+(?>(?:\n- .+)*)")
_LEAD = re.compile(r"\*((?>(?:[^\\*\n]|\\.)+))\*(?= )")
_QUOTE = re.compile(r">.*(?>(?:\n>.*)*)")
_ROW = r"\|(?>(?:(?>(?:[^\\|\n]|\\.)*)\|)+)"
_TABLE = re.compile(rf"{_ROW}\n\|(?>(?:[ ]?:?-+:?[ ]?\|)+)(?>(?:\n{_ROW})*)")
_CELL = re.compile(r"((?>(?:[^\\|]|\\.)*))\|")
_QUOTE_MARK = re.compile(r"^>[ ]?", re.MULTILINE)

_PROSE_HEADING = re.compile(rf"#{{2,6}} (?![ ]){_INLINE}")
_PROSE_LINE = re.compile(rf"{_BLOCK_MARK}{_INLINE}")
_PROSE_ITALIC = re.compile(rf"\*(?!\s){_INLINE}\*")
_PROSE_LEAD_ITEM = re.compile(rf"\*(?!\s){_INLINE}(?<!\s)\* {_INLINE}")
_PROSE_RULE = re.compile(r"\|(?>(?: --- \|)+)")
_PROSE_CELL = re.compile(rf"(?>(?:[^\\\[`<>*_&!]++|{_ESCAPE}|{_ENTITY}|&|!(?!\[))*)")
_BLANK_LINES = re.compile(r"\n(?:[ ]*\n)+")
# No target is looked through beyond where the next one begins: that is looked at by itself.
_REFERENCE_OR_SCHEME = re.compile(rf"{_ENTITY}|\]\((?>(?:[^)\]:]++|\](?!\())*):")


def is_prose(body: str) -> bool:
    """Tell whether a body holds nothing but prose."""
    blocks = _split_blocks(body)
    # Two lists, or quotations, with but an empty line between them are one to Markdown.
    is_parted = all(one[0] not in "->" or one[0] != other[0] for one, other in pairwise(blocks))
    return is_parted and all(map(_is_prose_block, blocks))


def is_harmless(body: str) -> bool:
    """Tell whether a sanitiser would leave a body that is shown as prose just as it is.

    All text in it is escaped; what is left to look at are references to characters, a space that
    HTML writes as one, and links that have a scheme.

    >>> is_harmless("Fish & chips"), is_harmless("Fish &copy; chips")
    (True, False)
    """
    return "\xa0" not in body and not _REFERENCE_OR_SCHEME.search(body)


def render_prose(body: str) -> str:
    r"""Return the HTML of a body; what is not prose in it is shown as it was written.

    >>> render_prose("## Harbour\n\nThe [Mira](../tags/mira.md) rose 3\\*.")
    '<h2>Harbour</h2>\n<p>The <a href="../tags/mira.md">Mira</a> rose 3*.</p>'
    """
    return "\n".join(_render_block(block) for block in _split_blocks(body))


def _split_blocks(body: str) -> list[str]:
    return [block for block in _BLANK_LINES.split(body.strip("\n")) if block.strip()]


def _is_prose_block(block: str) -> bool:
    form = _form_of(block)
    return _are_prose_lines(block.split("\n")) if form is None else form.is_prose(block)


def _render_block(block: str) -> str:
    form = _form_of(block)
    return f"<p>{_render_inline(block)}</p>" if form is None else form.render(block)


def _are_prose_lines(lines: Sequence[str]) -> bool:
    return all(not line.endswith(" ") and _PROSE_LINE.fullmatch(line) for line in lines)


# ---------------------------------------------------------------- the forms of a block


def _is_prose_heading(block: str) -> bool:
    return bool(_PROSE_HEADING.fullmatch(block)) and not block.endswith(("#", " "))


def _render_heading(block: str) -> str:
    marks, _, text = block.partition(" ")
    return f"<h{len(marks)}>{_render_inline(text)}</h{len(marks)}>"


def _is_prose_italic(block: str) -> bool:
    return bool(_PROSE_ITALIC.fullmatch(block)) and block[-2] != " "


def _render_italic(block: str) -> str:
    return f"<p><em>{_render_inline(block[1:-1])}</em></p>"


def _is_prose_list(block: str) -> bool:
    items = [line[2:] for line in block.split("\n")]
    plain = [item for item in items if not _PROSE_LEAD_ITEM.fullmatch(item)]
    return _are_prose_lines(plain) and not any(item.endswith(" ") for item in items)


def _render_list(block: str) -> str:
    items = (f"<li>{_render_item(line[2:])}</li>" for line in block.split("\n"))
    return "\n".join(("<ul>", *items, "</ul>"))


def _render_item(text: str) -> str:
    """Return an item of a list, which may begin with words in italics: who reports it."""
    lead = _LEAD.match(text)
    if not lead:
        return _render_inline(text)
    return f"<em>{_render_inline(lead[1])}</em>{_render_inline(text[lead.end() :])}"


def _is_prose_quote(block: str) -> bool:
    """Tell whether a quotation is paragraphs of one line, with a mark on each line."""
    lines = block.split("\n")
    said, gaps = lines[::2], lines[1::2]
    return (
        len(said) == len(gaps) + 1
        and all(gap == ">" for gap in gaps)
        and all(line.startswith("> ") for line in said)
        and _are_prose_lines([line[2:] for line in said])
    )


def _render_quote(block: str) -> str:
    paragraphs = _split_blocks(_QUOTE_MARK.sub("", block))
    said = (f"<p>{_render_inline(text)}</p>" for text in paragraphs)
    return "\n".join(("<blockquote>", *said, "</blockquote>"))


def _is_prose_table(block: str) -> bool:
    header, rule, *rows = block.split("\n")
    cells = [_split_row(row) for row in (header, *rows)]
    width = len(cells[0])
    return (
        bool(_PROSE_RULE.fullmatch(rule))
        and len(_split_row(rule)) == width
        and all(len(row) <= width for row in cells)
        and _is_filled(cells, block)
        and all(_PROSE_CELL.fullmatch(cell) for row in cells for cell in row)
    )


def _render_table(block: str) -> str:
    header, _, *rows = (_split_row(line) for line in block.split("\n"))
    width = len(header)
    rows = rows or [[]]
    if _is_filled([header, *rows], block):
        rows = [row + [""] * (width - len(row)) for row in rows]
    body = "\n".join(_render_row(row, "td") for row in rows)
    head = _render_row(header, "th")
    return f"<table>\n<thead>\n{head}\n</thead>\n<tbody>\n{body}\n</tbody>\n</table>"


def _is_filled(rows: Sequence[Sequence[str]], block: str) -> bool:
    """Tell whether short rows are filled with empty cells: not where these outgrow the text."""
    return sum(len(rows[0]) - len(row) for row in rows) <= len(block)


def _render_row(cells: Sequence[str], tag: str) -> str:
    inner = "\n".join(f"<{tag}>{_render_inline(cell)}</{tag}>" for cell in cells)
    return f"<tr>\n{inner}\n</tr>"


def _split_row(row: str) -> list[str]:
    return [cell.strip(" ") for cell in _CELL.findall(row[1:])]


@dataclass(frozen=True, slots=True)
class _Form:
    """What a block looks like, when it is prose, and how it is shown in any case."""

    pattern: re.Pattern[str]
    is_prose: Callable[[str], bool]
    render: Callable[[str], str]


_FORMS: Mapping[str, _Form] = {
    "#": _Form(_HEADING, _is_prose_heading, _render_heading),
    "*": _Form(_ITALIC, _is_prose_italic, _render_italic),
    "-": _Form(_LIST, _is_prose_list, _render_list),
    ">": _Form(_QUOTE, _is_prose_quote, _render_quote),
    "|": _Form(_TABLE, _is_prose_table, _render_table),
}


def _form_of(block: str) -> _Form | None:
    """Return the form of a block; of a paragraph, and of what is none of the forms, None."""
    form = _FORMS.get(block[0])
    return form if form and form.pattern.fullmatch(block) else None


# ---------------------------------------------------------------- inside a line


def _render_inline(text: str) -> str:
    return _TOKEN.sub(_render_token, text)


def _render_token(token: re.Match[str]) -> str:
    label, target = token[1], token[2]
    if label:
        return f'<a href="{escape(target)}">{_render_inline(label)}</a>'
    written = token[0]
    if written.startswith("\\"):
        return escape(written[1], quote=False)
    is_reference = written[0] == "&" and len(written) > 1
    return written if is_reference else escape(written, quote=False)
