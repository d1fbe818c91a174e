"""The lines of a seed as the rules see them, and small questions about their shape."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape

from sitegen.ingest.document import RawLine, Shape
from sitegen.text.normalize import clean_line, fold
from sitegen.text.sentences import ends_sentence
from sitegen.text.words import count_words

HEADLINE_LIMIT = 200  # characters
_HEADLINE_LEAST = 8
_HEADING_LEAST, _HEADING_LIMIT = 4, 80  # characters of a sub-heading in capitals
_PHRASE_WORDS = 3  # a sentence of no more words may be a button: "Sign up now!"


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its 1-based number, its printable text, and the form that is compared.

    ``words`` counts its words; ``is_sentence`` tells that it ends as a sentence does.
    ``shape`` and ``verdict`` are what the file's format says of it.
    """

    number: int
    text: str
    key: str
    words: int
    is_sentence: bool
    shape: Shape = ""
    verdict: str = ""


def make_lines(raw: Iterable[RawLine]) -> tuple[Line, ...]:
    """Clean the lines of a document; what scrapers left of HTML entities is undone."""
    return tuple(make_line(one.text, one.number, one.shape, one.verdict) for one in raw)


def make_line(raw: str, number: int = 1, shape: Shape = "", verdict: str = "") -> Line:
    """Return one line as the rules see it."""
    text = clean_line(_ENTITY.sub(lambda match: unescape(match[0]), raw))
    return Line(number, text, fold(text), count_words(text), ends_sentence(text), shape, verdict)


def is_prose(line: Line) -> bool:
    """Tell whether a line is running text: it ends as a sentence does and is no mere phrase."""
    return line.is_sentence and _PHRASE_WORDS < line.words


def is_headline_shaped(line: Line) -> bool:
    """Tell whether a line could be a headline: of some words, not too long, no full stop."""
    if not _HEADLINE_LEAST <= len(line.text) <= HEADLINE_LIMIT or _STOPPED.search(line.text):
        return False
    return 1 < line.words


_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_STOPPED = re.compile(r"[.:,;][\"'”’»)\]]*$")
_DASHED = re.compile(r"^[-–—*=]+\s+(\S.{0,78}\S)\s+[-–—*=]+$")


def read_heading(line: Line) -> str:
    """Return the words of a sub-heading in capitals or between dashes, or an empty string.

    >>> [read_heading(make_line(text)) for text in ("- West pier -", "A NEW PIER", "Pier")]
    ['West pier', 'A NEW PIER', '']
    """
    if dashed := _DASHED.match(line.text):
        return dashed[1]
    is_shouted = line.text.isupper() and _HEADING_LEAST <= len(line.text) <= _HEADING_LIMIT
    return line.text if is_shouted and not line.is_sentence else ""
