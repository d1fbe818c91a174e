"""Cut newsletters that number their articles: ``1 big thing: HEADLINE``, ``2. HEADLINE``.

A numbered headline amid a text heads a part of it, or an entry of a list; in a letter that greets
its readers it begins something of its own.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from sitegen.ingest.dates import read_stamp
from sitegen.ingest.document import Document, Facts, RawLine, leave_out
from sitegen.ingest.lines import is_headline_shaped, make_line
from sitegen.ingest.reasons import PREAMBLE
from sitegen.ingest.word_lists import find_any, read_words

_FEWEST = 3  # articles
_FEWEST_WORDS, _PHRASE_WORDS = 20, 7  # of lines longer than a phrase, below a headline
_GREETING_WORDS = 30
_LONG_WORDS = 80  # of an introduction that is an article itself
_HEAD_LINES = 40  # above the first headline
# How a headline begins: with a number and a stop, perhaps a little picture, or with "1 big thing:".
_HEAD = re.compile(
    r"\W{0,4}(?P<number>\d{1,2})[.)]\s+[^\w\"'“‘«(]{0,4}(?P<title>\S.*)$"
    r"|\W{0,4}(?P<thing>1 [a-z]+ [a-z]+: \S.*)$"
)
_GREETING = find_any(read_words("greetings"))
_NUMBERED = re.compile(r"\W{0,4}\d{1,2}[ .)]")


class _Head(NamedTuple):
    place: int
    title: str


def cut_newsletter(document: Document) -> tuple[Document, ...]:
    """Return the articles of a newsletter, each a document; any other document as it is.

    What stands above the first is a document, too, and its day is that of the others.
    """
    lines = document.lines
    texts = ((index, line.text) for index, line in enumerate(lines) if line.text)
    numbered = [i for i, text in texts if not text[0].isalpha() and _NUMBERED.match(text)]
    if len(numbered) < _FEWEST:  # as in nearly all
        return (document,)
    heads = _find_heads(lines, numbered)
    if len(heads) < _FEWEST or not _greets(lines[: heads[0].place + 1][-_HEAD_LINES:]):
        return (document,)
    ends = [*(head.place for head in heads[1:]), len(lines)]
    parts = [(head, lines[head.place : end]) for head, end in zip(heads, ends, strict=True)]
    if not all(_has_text(part) for _, part in parts):
        return (document,)
    above = lines[: heads[0].place]
    facts = Facts(issue_date=_find_day(above))
    articles = (
        Document((replace(part[0], text=head.title, shape="title"), *part[1:]), facts)
        for head, part in parts
    )
    return (*_read_greeting(above), *articles)


def _find_heads(lines: Sequence[RawLine], numbered: Iterable[int]) -> list[_Head]:
    """Return the headlines numbered from one on, each behind a blank line."""
    heads: list[_Head] = []
    for index in numbered:
        found = _HEAD.match(lines[index].text)
        if not found or (index and lines[index - 1].text.strip()):
            continue
        title = found["thing"] or found["title"]
        # The first thing is the first, and a fun one may be the last, whatever its number.
        is_next = found["thing"] or int(found["number"]) == len(heads) + 1
        if is_next and is_headline_shaped(make_line(title)):
            heads.append(_Head(index, title))
    return heads


def _greets(lines: Sequence[RawLine]) -> bool:
    keys = (make_line(line.text) for line in lines)
    return any(_GREETING.search(one.key) for one in keys if one.words <= _GREETING_WORDS)


def _has_text(lines: Sequence[RawLine]) -> bool:
    words = (make_line(line.text).words for line in lines[1:])
    return _FEWEST_WORDS <= sum(number for number in words if _PHRASE_WORDS < number)


def _find_day(lines: Sequence[RawLine]) -> str:
    """Return the first line that is a day, as it is written, nothing without one."""
    texts = (line.text for line in lines)
    return next((text for text in texts if read_stamp(make_line(text))), "")


def _read_greeting(lines: tuple[RawLine, ...]) -> tuple[Document, ...]:
    """Return what stands above the first article: a document, and no text unless it is long."""
    if not lines:
        return ()
    if _LONG_WORDS <= sum(make_line(line.text).words for line in lines):
        return (Document(lines),)
    return (Document(tuple(leave_out(line, PREAMBLE) for line in lines)),)
