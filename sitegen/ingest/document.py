"""What a reader of one file format hands on: raw lines with what the format says of them."""

from dataclasses import replace
from typing import Literal

from sitegen.model.value import value

# What the format itself tells of a line: Markdown's marks, HTML's elements. Plain text tells
# nothing, and the rules have to find out. A caption is ``signed`` if its credit stands above it.
Shape = Literal[
    "", "title", "heading", "item", "quote", "row", "caption", "link", "field", "credit", "signed"
]

OUTSIDE = "outside the article"  # the verdict on what an HTML page has around its article
# The verdict on a line that continues the paragraph above it: its words stand there already.
JOINED = "joined above"
MENU = "menu"  # the verdict on entries with wide gaps between them, which no rule of a line sees
LONGEST = 5_000_000  # characters of a page or of one line; every rule takes time in line with them


@value
class RawLine:
    """One line of a file, or one block of a format without lines.

    ``number`` is that of the line in the file, from 1. ``verdict`` names the rule by which the
    format itself knows that the line is no part of an article; mostly it is empty. ``mark`` is the
    number that an item of a list began with, such as ``3``. ``run`` holds the lines of the file in
    place of which this one stands, if it does.
    """

    number: int
    text: str
    shape: Shape = ""
    verdict: str = ""
    mark: str = ""
    run: tuple["RawLine", ...] = ()


@value
class Facts:
    """What is stated beside the text, by a sidecar, a JSON field, front matter or meta tags.

    ``date`` is ISO 8601, as exact as it was stated, or as somebody wrote it; ``date_origin`` says
    where, such as ``stated in wire.toml``; ``issue_date`` is the day of the paper or the letter
    that the text stood in. All may be empty.
    """

    title: str = ""
    dek: str = ""
    url: str = ""
    date: str = ""
    source: str = ""
    lang: str = ""
    byline: str = ""
    date_origin: str = ""
    rights: str = ""
    issue_date: str = ""


@value
class Document:
    """Lines that are read together. ``is_single``: they are one article, whatever they look like.

    Plain text and Markdown files are one document that may hold many articles; each line of a
    JSON Lines file, and an HTML page, is one that holds one.
    """

    lines: tuple[RawLine, ...]
    facts: Facts = Facts()
    is_single: bool = False


def renumber(line: RawLine, number: int) -> RawLine:
    """Return a line with another number; ``replace`` takes four times as long."""
    step = number - line.number
    run = tuple(renumber(one, one.number + step) for one in line.run) if step else line.run
    return RawLine(number, line.text, line.shape, line.verdict, line.mark, run)


def leave_out(line: RawLine, rule: str) -> RawLine:
    """Return a line with the verdict that it is no part of an article, a blank one as it is."""
    return replace(line, verdict=rule) if line.text.strip() and not line.verdict else line
