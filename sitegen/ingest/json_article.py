"""Turn one JSON object into the document of an article, or say why it is none."""

from collections import Counter
from dataclasses import fields, replace
from html import unescape
from json import JSONDecodeError
from operator import attrgetter
from typing import NoReturn

from sitegen.ingest.document import LONGEST, Document, Facts, RawLine, renumber
from sitegen.ingest.facts import check_facts, fill_facts
from sitegen.ingest.html_file import is_marked_up, read_marked_up
from sitegen.ingest.json_record import MissingError, read_record
from sitegen.ingest.line_ends import list_lines
from sitegen.ingest.monotony import gather_monotony
from sitegen.model.problem import Problem
from sitegen.model.value import value

_ESCAPED = "&lt;/p&gt;"  # left by exports that escape HTML once too often
_SHOWN = 200  # characters of a name that is told
_GET_FACTS = attrgetter(*(field.name for field in fields(Facts)))  # astuple would copy each


@value
class JsonArticle:
    """An article as an object states it, and what of the object is passed over."""

    title: str
    text: str
    facts: Facts
    problems: tuple[Problem, ...]
    caption: str = ""


@value
class JsonFault:
    """Why a value is no article: the rule, for the account, and a message for the user."""

    rule: str
    message: str


class WrongError(ValueError):
    """JSON that a lenient reader takes and that can mean two things, or nothing."""


def read_article(record: object, place: str, number: int) -> JsonArticle | JsonFault:
    """Return the article of a value of JSON; ``number`` is that of the line where it begins."""
    if not isinstance(record, dict):
        return JsonFault(
            "not an object",
            'is JSON, but no object; write one such as {"title": "…", "text": "…"}',
        )
    return _check_record(record, place, number)


def _check_record(record: dict[str, object], place: str, number: int) -> JsonArticle | JsonFault:
    try:
        read = read_record(record, number)
    except MissingError as error:
        return JsonFault(error.rule, str(error))
    if any(map(_is_broken, (read.text, read.caption, *_GET_FACTS(read.facts)))):
        return JsonFault(
            "broken text", "holds half of a character (a lone surrogate); mend its text"
        )
    longest = max(map(len, list_lines(read.text)), default=0)
    if LONGEST < longest:
        return JsonFault(
            "text too long",
            f"has a paragraph of {longest:,} characters, the limit is {LONGEST:,}; "
            "break it into paragraphs",
        )
    title = read.facts.title
    facts, problems = check_facts(replace(read.facts, title=""), place)
    passed_over = (Problem(place, message, "warning") for message in read.warnings)
    return JsonArticle(title, read.text, facts, (*passed_over, *problems), read.caption)


def make_document(article: JsonArticle, place: str, number: int) -> Document:
    """Return an article with all its lines under the number of the line where its JSON begins."""
    text, facts = article.text, article.facts
    head = [RawLine(number, article.title, "title")]
    if article.caption:
        head.append(RawLine(number, article.caption, "caption"))
    if _ESCAPED in text and not is_marked_up(text):
        text = unescape(text)
    read = read_marked_up(text, place) if is_marked_up(text) else Document(())
    if not read.lines:
        lines = gather_monotony([RawLine(number, line) for line in list_lines(text)])
        return Document((*head, *lines), facts, is_single=True)
    lines = gather_monotony([renumber(line, number) for line in read.lines])
    known = fill_facts(facts, replace(read.facts, title=""))
    return Document((*head, *lines), known, is_single=True)


def make_object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Return an object of JSON whose names differ. Raise WrongError."""
    made = dict(pairs)
    if len(made) < len(pairs):
        names = Counter(key for key, _ in pairs)
        twice = next(key for key, count in names.items() if 1 < count)
        raise WrongError(f"has {twice[:_SHOWN]!r} twice; keep one of them")
    return made


def refuse_constant(name: str) -> NoReturn:
    """Refuse NaN and the infinities, which Python reads and JSON does not have."""
    raise WrongError(f"is not JSON: {name} is no value of it; write null")


def _is_broken(text: str) -> bool:
    return not text.isascii() and any("\ud800" <= character <= "\udfff" for character in text)


def describe_decode_fault(error: ValueError | RecursionError) -> str:
    """Say why a text is not JSON.

    >>> import json
    >>> try:
    ...     json.loads('{"title"')
    ... except ValueError as error:
    ...     describe_decode_fault(error)
    "is not JSON: expecting ':' delimiter at column 9"
    """
    if isinstance(error, WrongError):
        return str(error)
    if isinstance(error, JSONDecodeError):
        what = error.msg.removesuffix(" starting at").removesuffix(" at")
        return f"is not JSON: {what[:1].lower()}{what[1:]} at column {error.colno}"
    if isinstance(error, RecursionError):
        return "cannot be read; take out what is nested too deeply"
    return "holds a number of too many digits; write it in double quotes"
