"""Read Markdown as scrapers write it: each mark becomes the shape of its line.

Every line of the file stays accounted for: one that continues a wrapped paragraph is marked as
joined to the line above, which holds the words of all.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from sitegen.ingest.belonging import is_of_text_above
from sitegen.ingest.document import JOINED, Document, RawLine, Shape, leave_out
from sitegen.ingest.facts import check_facts
from sitegen.ingest.lines import is_titled
from sitegen.ingest.markdown_code import FENCE, find_code
from sitegen.ingest.markdown_head import read_head
from sitegen.ingest.markdown_inline import is_only_links, read_image, reduce_marks
from sitegen.model.problem import Problem

_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(?:={3,}|-{3,})[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_ITEM = re.compile(r"[ \t]{0,12}(?:[-*+]|(\d{1,3})[.)])[ \t]+(?=\S)")
_QUOTE = re.compile(r" {0,3}>[ \t]?(?:>[ \t]?)*")
_TABLE_RULER = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_CELL_END = re.compile(r"(?<!\\)\|")
_TARGET = re.compile(r" {0,3}\[[^\[\]^][^\[\]]*\]:[ \t]*\S+")
_SPECIAL = re.compile(r"[|\[]")
_IS_DRAFT = "is a draft by its front matter, so it is left out; take that out to publish it"
# Alone in a line: a shortcode of Hugo, a tag of Liquid, the attributes of a block in kramdown.
_TAG = re.compile(r"[ \t]*(?:(?:\{\{(?:(?!\}\}).)+\}\}|\{%(?:(?!%\}).)+%\}|\{:[^{}]+\})[ \t]*)+$")
_CAPTION = re.compile(r"""\bcaption=(["'])((?:\\.|(?!\1).)+)\1""")
_ESCAPED = re.compile(r"\\(.)")
_BOLD = re.compile(r"(?:\*\*|__)([^*_]{3,80})(?:\*\*|__)$")
_TOP = "top heading"
_BYLINE = re.compile(r"(?:by|photos?|image)\b", re.IGNORECASE)
_WIDEST = 120  # characters of a line that somebody may have wrapped; longer ones are paragraphs
_NARROWEST = 50
_FEWEST, _SHARE = 2, 0.5  # of the lines that may go on, where the next word had no more room
_LONGEST = 100_000  # characters of a paragraph that is put together
_HEADLINE = 200  # characters
_REACH = 24  # lines, from which is seen whether texts have to do with one another
_HEADING_WORDS, _FEWEST_WORDS = 5, 35  # fewer words have sub-headings and teasers


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of the file: what it is, and its text without the mark that says so."""

    number: int
    raw: str
    text: str
    kind: str  # a shape, or one of: text, blank, rule, mark and a verdict


def read_markdown(lines: Sequence[str], place: str) -> tuple[Document, tuple[Problem, ...]]:
    """Return the lines of a Markdown file and what its head states; never raises.

    A text that its writer keeps back has lines that are in no article.
    """
    head = read_head(lines)
    facts, doubts = check_facts(head.facts, place)
    raw = [_say(number, line, "front matter") for number, line in _count(lines[: head.count], 1)]
    rows = _find_headings(list(_classify(lines, head.count)))
    raw += _join_rows(rows, _measure_width(rows))
    faults = [Problem(place, head.fault, "warning")] if head.fault else []
    if head.is_draft:
        raw = [leave_out(line, "draft") for line in raw]
        faults.append(Problem(place, _IS_DRAFT, "warning"))
    return Document(tuple(raw), facts), (*faults, *doubts)


def _count(lines: Sequence[str], start: int) -> Iterator[tuple[int, str]]:
    return enumerate(lines, start=start)


def _say(number: int, line: str, verdict: str) -> RawLine:
    return RawLine(number, line, verdict=verdict if line.strip() else "")


def _classify(lines: Sequence[str], front: int) -> Iterator[_Row]:
    """Say of each line behind the front matter what it is."""
    tables, code = _find_tables(lines), find_code(lines)
    ends = max((place for place, line in enumerate(lines) if "-->" in line), default=-1)
    in_comment = False
    for place in range(front, len(lines)):
        line = lines[place]
        if place in code:
            yield _Row(place + 1, line, line, "text" if line.strip() else "blank")
            continue
        starts = line.lstrip().startswith("<!--") and place <= ends
        if in_comment or starts:
            in_comment = "-->" not in line
            rest = "" if in_comment else line.partition("-->")[2]
            if not rest.strip():
                yield _Row(place + 1, line, line, "comment" if line.strip() else "blank")
                continue
        yield _classify_line(place + 1, line, is_row=place in tables)


def _find_tables(lines: Sequence[str]) -> frozenset[int]:
    """Return the places of lines that are rows: those around a ruler, as far as bars go."""
    rows: set[int] = set()
    open_table = False
    for place, line in enumerate(lines):
        if "|" not in line:
            open_table = False
        elif _TABLE_RULER.match(line):
            open_table = True
            rows |= {place - 1, place} if place and "|" in lines[place - 1] else {place}
        elif open_table:
            rows.add(place)
    return frozenset(rows)


def _classify_line(number: int, line: str, *, is_row: bool) -> _Row:
    if not line.strip():
        return _Row(number, line, "", "blank")
    if line[0].isalpha() and not _SPECIAL.search(line):  # most lines of most files
        return _Row(number, line, line, "text")
    if is_row or line.strip().startswith("|"):
        return _read_row(number, line)
    if _RULE.match(line) or _UNDERLINE.match(line):
        return _Row(number, line, line.strip(), "rule")
    if FENCE.match(line):
        return _Row(number, line, line, "mark")
    if _TARGET.match(line):
        return _Row(number, line, line, "link target")
    if heading := _HEADING.match(line):
        kind = _TOP if len(heading[1]) == 1 else "heading"
        return _Row(number, line, heading[2], kind)
    if (words := read_image(line)) is not None:
        return _Row(number, line, words, "caption" if words else "image")
    return _classify_tag(number, line) if _TAG.match(line) else _classify_text(number, line)


def _classify_tag(number: int, line: str) -> _Row:
    if caption := _CAPTION.search(line):
        return _Row(number, line, _ESCAPED.sub(r"\1", caption[2]), "caption")
    return _Row(number, line, "", "template tag")


def _classify_text(number: int, line: str) -> _Row:
    if quote := _QUOTE.match(line):
        rest = line[quote.end() :]
        return _Row(number, line, rest, "quote" if rest.strip() else "blank")
    if item := _ITEM.match(line):
        rest = line[item.end() :]
        return _Row(number, line, rest, "link" if is_only_links(rest) else "item")
    if is_only_links(line):
        return _Row(number, line, line, "link")
    return _Row(number, line, line, "text")


def _read_row(number: int, line: str) -> _Row:
    if _TABLE_RULER.match(line) and "-" in line:
        return _Row(number, line, line, "table ruler")
    cells = [cell.strip() for cell in _CELL_END.split(line.strip().strip("|"))]
    text = " | ".join(filter(None, cells))
    return _Row(number, line, text, "row" if text else "table ruler")


def _find_headings(rows: list[_Row]) -> list[_Row]:
    """Return the rows with headings named by the lines below them, and titles told from them.

    The first heading of the first rank is a headline. Of the others those are that begin another
    article: below a rule or two blank lines, above a byline, where parts of an article have
    headings of a lower rank, or where what follows says other things.
    """
    made = list(rows)
    for place in range(len(rows) - 1):
        if _is_underlined(rows, place):
            is_top = rows[place + 1].raw.lstrip().startswith("=")
            made[place] = replace(rows[place], kind=_TOP if is_top else "heading")
            made[place + 1] = replace(rows[place + 1], kind="mark")
    is_title, last = True, 0
    has_ranks = any(row.kind == "heading" for row in made)
    for place, row in enumerate(made):
        if row.kind == _TOP:
            is_title = is_title or has_ranks or _begins_article(made, place)
            is_title = is_title or _says_other_things(made, last, place)
            made[place] = replace(row, kind="title" if is_title else "heading")
            last, is_title = place if is_title else last, False
    return made


def _begins_article(rows: Sequence[_Row], place: int) -> bool:
    above = [row.kind for row in rows[max(place - 2, 0) : place]]
    if above == ["blank", "blank"] or "rule" in above:
        return True
    below = next((row for row in rows[place + 1 : place + 3] if row.kind != "blank"), None)
    return below is not None and bool(_BYLINE.match(below.text.lstrip(" *_")))


def _says_other_things(rows: Sequence[_Row], last: int, place: int) -> bool:
    """Tell whether a long heading and what follows have hardly a word of the text above them."""
    heading = rows[place].text
    below = list(takewhile(lambda row: row.kind != _TOP, rows[place + 1 : place + 1 + _REACH]))
    text = " ".join(row.text for row in below if row.kind == "text")
    is_long = _HEADING_WORDS <= len(heading.split()) + is_titled(heading)
    if not is_long or len(text.split()) < _FEWEST_WORDS:
        return False
    above = (row.text for row in rows[max(last, place - _REACH) : place])
    return not is_of_text_above(heading, [text], above)


def _measure_width(rows: Sequence[_Row]) -> int:
    """Return the width at which a file was wrapped, 0 where it was not.

    Lines with addresses don't count: those who wrap cannot break them.
    """
    lengths = [
        len(row.raw.rstrip())
        for row in rows
        if row.kind in {"text", "quote", "item"} and "](" not in row.raw and "://" not in row.raw
    ]
    widest = max(lengths, default=0)
    if not _NARROWEST <= widest <= _WIDEST:
        return 0
    pairs = [pair for pair in pairwise(rows) if _can_continue(*pair)]
    full = sum(_is_full(above, row, widest) for above, row in pairs)
    return widest if max(_FEWEST, _SHARE * len(pairs)) <= full else 0


def _join_rows(rows: Sequence[_Row], width: int) -> Iterator[RawLine]:
    """Yield the lines, each wrapped paragraph as its first line and those joined to it."""
    place = 0
    while place < len(rows):
        row = rows[place]
        if row.kind not in {"text", "quote", "item"}:
            yield _finish(row)
            place += 1
            continue
        pieces, length, end = [row.text.strip()], len(row.text), place + 1
        while end < len(rows) and length < _LONGEST and _continues(rows[end - 1], rows[end], width):
            pieces.append(rows[end].text.strip())
            length += len(rows[end].text)
            end += 1
        yield _finish(replace(row, text=" ".join(pieces)))
        yield from (_say(one.number, one.raw, JOINED) for one in rows[place + 1 : end])
        place = end


def _is_underlined(rows: Sequence[_Row], place: int) -> bool:
    """Tell whether a line is a heading by the rule below it: short, alone, and no sentence."""
    row = rows[place]
    if row.kind != "text" or not _UNDERLINE.match(rows[place + 1].raw):
        return False
    if _HEADLINE < len(row.text):
        return False
    is_first = not place or rows[place - 1].kind not in {"text", "item", "quote"}
    return is_first and not row.text.rstrip().endswith((".", ",", ";", ":", "”", '"'))


def _continues(above: _Row, row: _Row, width: int) -> bool:
    """Tell whether a line goes on with the one above: its first word had no more room there."""
    if not _can_continue(above, row):
        return False
    return (0 < width and _is_full(above, row, width)) or row.text.lstrip()[0].islower()


def _can_continue(above: _Row, row: _Row) -> bool:
    """Tell whether a line may be of one paragraph with the one above, which breaks on purpose."""
    is_text = row.kind == "text" and above.kind in {"text", "quote", "item"}
    is_quote = row.kind == above.kind == "quote"
    return (is_text or is_quote) and not above.raw.endswith(("  ", "\\"))


def _is_full(above: _Row, row: _Row, width: int) -> bool:
    return width < len(above.raw.rstrip()) + 1 + len(row.text.split(maxsplit=1)[0])


def _finish(row: _Row) -> RawLine:
    shape = _SHAPES.get(row.kind)
    if row.kind == "blank":
        return RawLine(row.number, "")
    if shape is None:
        return _say(row.number, row.raw, row.kind)
    if row.kind == "text" and (bold := _BOLD.match(row.text.strip())):
        is_heading = not bold[1].endswith((".", ",", ":", ";")) and not _BYLINE.match(bold[1])
        shape = "heading" if is_heading else shape
    # A stroke at the end breaks the line (CommonMark 0.31, section 6.7).
    text = reduce_marks(row.text.rstrip().removesuffix("\\")).strip()
    item = _ITEM.match(row.raw) if shape == "item" else None
    mark = (item and item[1]) or ""
    return RawLine(row.number, text, shape, "", mark) if text else _say(row.number, row.raw, "mark")


_SHAPES: dict[str, Shape] = {
    "text": "",
    "rule": "",
    "item": "item",
    "quote": "quote",
    "row": "row",
    "caption": "caption",
    "link": "link",
    "heading": "heading",
    "title": "title",
}
