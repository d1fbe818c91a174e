"""Read what somebody handed on by mail, with a mark before each of its lines.

A file whose lines are nearly all quoted is read without the marks. Where the quotation has a head
of its own, a headline with byline or date below it, what stands around it is the mail's.
"""

import re
from dataclasses import replace

from sitegen.ingest.bylines import read_byline
from sitegen.ingest.dates import read_stamp
from sitegen.ingest.document import RawLine, leave_out
from sitegen.ingest.lines import Line, is_headline_shaped, make_line
from sitegen.ingest.reasons import MAIL

_FEWEST, _SHARE = 8, 0.6  # quoted lines, and their share of those that are not blank
_MARK = re.compile(r"^(?:> ?)+")
# What shows around a quotation that it is a mail's: its head, or who wrote.
_MAIL = re.compile(
    r"(?:from|to|subject|sent|date|cc|von|an|betreff): \S|(?:fwd?|fw|wg): |.{0,5}original message"
    r"|begin forwarded|.{0,12}forwarded message|.{0,80}\bwrote:$",
    re.IGNORECASE,
)
_HEAD_LINES = 6
_TITLE_WORDS = range(3, 25)
_AROUND = 0.75  # of the words that are quoted; a mail of more is a text itself


def free_quotation(lines: tuple[RawLine, ...]) -> tuple[RawLine, ...]:
    """Return the lines of a mail that was handed on without the marks before nearly all of them."""
    quoted = [index for index, line in enumerate(lines) if line.text[:1] == ">"]
    if len(quoted) < _FEWEST:  # as in most texts
        return lines
    if len(quoted) < _SHARE * sum(bool(line.text.strip()) for line in lines):
        return lines
    freed = tuple(replace(line, text=_MARK.sub("", line.text)) for line in lines)
    first, last = quoted[0], quoted[-1] + 1
    is_mail = _count_words((*freed[:first], *freed[last:])) <= _AROUND * _count_words(
        freed[first:last]
    )
    around = (*freed[:first], *freed[last:])
    is_mail = is_mail and any(_MAIL.match(line.text) for line in around)
    if not is_mail or not _has_head(freed[first:last]):
        return freed
    above = (leave_out(line, MAIL) for line in freed[:first])
    below = (leave_out(line, MAIL) for line in freed[last:])
    return (*above, *freed[first:last], *below)


def _count_words(lines: tuple[RawLine, ...]) -> int:
    return sum(line.text.count(" ") for line in lines)


def _has_head(lines: tuple[RawLine, ...]) -> bool:
    """Tell whether lines begin with a headline and with who wrote it, or when."""
    head = [made for line in lines if (made := make_line(line.text)).text][:_HEAD_LINES]
    if not head:
        return False
    title, *below = head
    return _may_be_title(title) and any(read_byline(one) or read_stamp(one) for one in below)


def _may_be_title(line: Line) -> bool:
    is_plain = ":" not in line.text.partition(" ")[0] and not line.is_sentence
    is_fact = bool(read_byline(line) or read_stamp(line))
    return line.words in _TITLE_WORDS and is_plain and is_headline_shaped(line) and not is_fact
