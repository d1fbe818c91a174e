"""The lines of a seed as the rules see them, and small questions about their shape."""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from html import unescape

from sitegen.ingest.document import RawLine, Shape
from sitegen.model.value import value
from sitegen.text.normalize import clean_line, fold
from sitegen.text.sentences import ends_sentence
from sitegen.text.words import estimate_words

HEADLINE_LIMIT = 200  # characters
_HEADLINE_LEAST = 8
_HEADING_LEAST, _HEADING_LIMIT = 4, 80  # characters of a sub-heading in capitals
_TITLE_WORDS = 16
_CUT_WORDS = 24
_UNSTOPPED_WORDS = 24  # a shorter line without a stop may be a headline in any script
_EMPHASIS = "*_"  # as plain text sets off words: "*Please feed.*"
_PHRASE_WORDS = 3  # a sentence of no more words may be a button: "Sign up now!"


@value
class Line:
    """A line: the 1-based number where it begins, its printable text, and the form to compare.

    ``words`` counts its words as spaces part them; ``is_sentence`` tells that it ends as a
    sentence does. ``shape`` is what the file's format, or a mark at its start, says of it;
    ``verdict`` names the rule by which the format knows that it is no part of an article.
    ``span`` counts the lines of the file that it was joined from; ``mark`` is an item's number.
    """

    number: int
    text: str
    key: str
    words: int
    is_sentence: bool
    shape: Shape = ""
    verdict: str = ""
    span: int = 1
    mark: str = ""


def make_lines(raw: Iterable[RawLine]) -> list[Line]:
    """Clean the lines of a document; what scrapers left of HTML entities is undone."""
    return [
        replace(make_line(one.text, one.number, one.shape, one.verdict), mark=one.mark)
        if one.mark
        else make_line(one.text, one.number, one.shape, one.verdict)
        for one in raw
    ]


def make_line(raw: str, number: int = 1, shape: Shape = "", verdict: str = "") -> Line:
    """Return one line as the rules see it."""
    if not raw or raw.isspace():
        return Line(number, "", "", 0, False, shape, verdict)  # noqa: FBT003 - a row of fields
    if "&" in raw:
        raw = read_entities(raw)
    if "opens" in raw:
        raw = _NEW_TAB.sub("", raw)
    if " MORE" in raw:
        raw = _PUT_BEHIND.sub(r"\g<name>", raw)
    return compose_line(clean_line(raw), number, shape, verdict, 1)


def read_entities(text: str) -> str:
    """Return a text with the characters that a scrape has left as entities of HTML.

    >>> read_entities("Tea &amp; cake, R&notable")
    'Tea & cake, R&notable'
    """
    return _ENTITY.sub(lambda match: unescape(match[0]), text)


def compose_line(text: str, number: int, shape: Shape, verdict: str, span: int) -> Line:
    """Return a line of clean text with all that is asked of it."""
    is_ended = ends_sentence(_drop_sign(text).rstrip(_EMPHASIS) or text)
    if text.isascii():
        words = text.count(" ") + (text != "")
        return Line(number, text, text.lower(), words, is_ended, shape, verdict, span)
    key = fold(text)
    words = estimate_words(text, key)
    is_sentence = is_ended or (_UNSTOPPED_WORDS <= words and is_unstopped(text))
    return Line(number, text, key, words, is_sentence, shape, verdict, span)


def _drop_sign(text: str) -> str:
    """Return a text without who signs it, and when, in brackets: ``(Ida Fellgate, 3.5.2025)``."""
    return _SIGN.sub("", text) if text[-1:] == ")" and text[-2:-1].isdigit() else text


def is_unstopped(text: str) -> bool:
    """Tell whether most of a text is of a script without full stops: Thai or Lao.

    >>> is_unstopped("เรือเกยตื้น"), is_unstopped("The captain is called สมชาย")
    (True, False)
    """
    return not text.isascii() and len(text) < 2 * len(_UNSTOPPED.findall(text))


def is_prose(line: Line) -> bool:
    """Tell whether a line is running text: it ends as a sentence does and is no mere phrase.

    A headline may end with a question mark too, but its words begin with capitals.

    >>> [is_prose(make_line(text)) for text in ("Who will pay for it?", "Who Will Pay for It?")]
    [True, False]
    """
    if not line.is_sentence or line.words <= _PHRASE_WORDS or trails_off(line):
        return False
    is_asked = line.text.rstrip("\"'”’»)]")[-1:] in {"?", "!"}
    return not (is_asked and line.words <= _TITLE_WORDS and is_titled(line.text))


def trails_off(line: Line) -> bool:
    """Tell whether a line is cut to fit a list: ``The harbour master closed the…``."""
    return line.words <= _CUT_WORDS and line.text.endswith(("…", "..."))


@lru_cache(maxsize=128)
def is_titled(text: str) -> bool:
    """Tell whether most words of a line begin with a capital, as in many a headline.

    The answer is remembered: several rules ask for it of the same few lines.
    """
    words = text.split()
    return len(words) < 2 * sum(word.lstrip("\"'“‘«(")[:1].isupper() for word in words)


def is_small(line: Line) -> bool:
    """Tell whether a line has no capital where its script has them: Georgian writes none.

    >>> [is_small(make_line(text)) for text in ("anna holm", "Anna Holm", "ფერი", "渡し船")]
    [True, False, False, False]
    """
    return line.text.islower() and line.text != line.text.title()


def is_correction(line: Line) -> bool:
    """Tell whether a line is a note that corrects the text.

    >>> is_correction(make_line("Correction: The ferry had left at noon."))
    True
    """
    return line.key.startswith(_CORRECTING) and bool(_CORRECTION.match(line.key))


def is_headline_shaped(line: Line) -> bool:
    """Tell whether a line could be a headline: of some words, not too long, no full stop."""
    if not _HEADLINE_LEAST <= len(line.text) <= HEADLINE_LIMIT:
        return False
    if line.text.rstrip(_CLOSERS)[-1:] in _STOPS:
        is_short = line.words <= _SHORTENED_WORDS
        return 1 < line.words and is_short and bool(_SHORTENED.search(line.text))
    return 1 < line.words


_CORRECTING = ("this ", "(", "correct", "clarification", "editor's")  # how it begins
_CORRECTION = re.compile(
    r"^(?:this (?:version|story|article|report) (?:corrects|has been|was) |"
    r"\(?(?:correction|corrects|clarification|editor's note)\b[^.]{0,40}:)"
)
_UNSTOPPED = re.compile("[\u0e01-\u0e3a\u0e40-\u0eff]")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
# What a page says behind a link to those who do not see it.
_NEW_TAB = re.compile(r"(?<=\S)(?:, | \()opens (?:in )?(?:a )?new (?:tab|window)\b\)?")
# What a page opens behind the name of a person, run together by a scrape: the name in full,
# headlines, a button. "Ida Fellgate Ida Maria FellgateFerry strike ends Fares rise MORE (D) said".
_PUT_BEHIND = re.compile(
    r"\b(?P<name>[A-Z]\w[\w'’-]*) (?:[A-Z(][\w'’().-]* ){0,5}(?P=name)(?=[A-Z0-9'\"“‘$])"
    r".{10,600}? MORE\b"
)
_SIGN = re.compile(r" \([^\W\d][^()]{1,60}, \d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d\)$")
_STOPS, _CLOSERS = frozenset(".:,;。，：；、،؛۔।။។።၊"), "\"'”’»)]」』"
# With "U.S." or "the G.O.P." a headline may end, as a name does with "M.D.".
_SHORTENED = re.compile(
    r"\b(?:U\.S|U\.K|U\.N|E\.U|D\.C|O\.P|I\.A|B\.I|A\.E|L\.A|N\.[CDHJMY]|S\.[CD]|R\.I)\."
    r"[\"'”’»)\]」』]*$"
)
_SHORTENED_WORDS = 16  # a longer line with such an end is a sentence
_DASHES = "-–—*=_~#"
_DASHED = re.compile(rf"^[{_DASHES}]+\s*(\S.{{0,78}}?\S)\s*[{_DASHES}]+$")
_DASHED_LENGTH, _DASHES_KEPT = 80, 4


def read_heading(line: Line) -> str:
    """Return the words of a sub-heading in capitals or between marks, or an empty string.

    >>> [read_heading(make_line(text)) for text in ("- West pier -", "A NEW PIER", "Pier")]
    ['West pier', 'A NEW PIER', '']
    """
    if dashed := _read_dashed(line.text):
        return dashed
    is_shouted = line.text.isupper() and _HEADING_LEAST <= len(line.text) <= _HEADING_LIMIT
    return line.text if is_shouted and not line.text.endswith(".") else ""


def _read_dashed(text: str) -> str:
    """Return the words between marks; more than a few marks at each side say no more than these.

    To look for the words among marks by the thousand takes time quadratic in them and worse.
    """
    if text[:1] not in _DASHES or text[-1:] not in _DASHES:
        return ""
    if _DASHED_LENGTH < len(text.strip(_DASHES).strip()):
        return ""
    first = len(text) - len(text.lstrip(_DASHES))  # of the words, if there are any
    last = max(len(text.rstrip(_DASHES)), first - _DASHES_KEPT)
    found = _DASHED.match(text[max(0, first - 2 * _DASHES_KEPT) : last + _DASHES_KEPT])
    return found[1] if found else ""
