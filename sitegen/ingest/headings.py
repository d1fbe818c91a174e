"""Tell a sub-heading that nothing marks as one from the text around it."""

import re
from collections.abc import Iterable

from sitegen.ingest.lines import Line, is_titled
from sitegen.ingest.looks import Look

HEADING_WORDS = 10
_CLAUSE_WORDS, _SIGNED_WORDS = 4, 6
_LEFTOVER_WORDS, _LEAD_WORDS, _FIELD_WORDS = 16, 5, 5
# "Attendance: 1,204", "Referee: K. Amdal": a label of a few words and what it is.
_FIELD = re.compile(r"[^\W\d_][\w’'-]*(?: [\w’'-]+){0,2}: (?=\S)")
_FIGURES = re.compile(r"[\d\s.,:%£$€–-]*\d[\d\s.,:%£$€–-]*")
_NUMBERED = re.compile(r"(\d{1,2})[.)] ")


def is_plain_heading(line: Line, after: Look | None) -> bool:
    """Tell whether a short line without a full stop introduces the paragraph below it.

    What ends with a colon and stands above a list, or says a whole clause, belongs to the text;
    so does what ends with a comma, and a name with its place or handle, which signs a letter.
    A field is none where its value is a number, or another field stands below it.
    """
    if not after or line.is_sentence or HEADING_WORDS < line.words:
        return False
    is_above_list = after.line.shape in {"item", "row", "quote"}
    if not is_above_list and (after.noise or not after.line.is_sentence):
        return False
    if line.text.endswith(":"):
        return not is_above_list and line.words <= _CLAUSE_WORDS
    field = _FIELD.match(line.text) if line.words <= _FIELD_WORDS else None
    if field and (_FIGURES.fullmatch(line.text, field.end()) or _FIELD.match(after.line.text)):
        return False
    is_signature = ", " in line.text and is_titled(line.text) and line.words <= _SIGNED_WORDS
    is_signature = is_signature and not line.text[0].isdigit()  # "2. The Anchor, Orle"
    is_signature = is_signature or " (@" in line.text or line.text[0] in "–—"
    if line.text[0] == "(" and line.text[-1] == ")":
        return False
    return line.text[-1] not in ",;" and not is_signature and not line.text[0].islower()


def goes_on_counting(line: Line, headings: Iterable[Line]) -> bool:
    """Tell whether a line has the number behind that of the last heading: ``3. West pier``."""
    number = _NUMBERED.match(line.text)
    last = _NUMBERED.match(next(iter(headings), line).text) if number else None
    return number is not None and last is not None and int(number[1]) == int(last[1]) + 1


def is_leftover(line: Line) -> bool:
    """Tell whether a line of a page's text is too short to be a paragraph that breaks off."""
    goes_on = line.text.endswith((":", ',"', ",”")) and _LEAD_WORDS <= line.words
    return not line.is_sentence and not goes_on and line.words <= _LEFTOVER_WORDS
