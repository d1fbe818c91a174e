"""Read JSON Lines (https://jsonlines.org): one article on each line."""

import json
from collections import Counter
from dataclasses import astuple, dataclass, replace
from html import unescape
from typing import NoReturn

from sitegen.ingest.document import LONGEST, Document, Facts, RawLine
from sitegen.ingest.facts import check_facts, fill_facts
from sitegen.ingest.html_file import is_marked_up, read_marked_up
from sitegen.ingest.json_record import MissingError, read_record
from sitegen.ingest.line_ends import list_lines
from sitegen.model.problem import Problem

_TOLD = 100  # bad lines named one by one; a file with more is bad throughout
_OPENINGS = frozenset("[{")
_ESCAPED = "&lt;/p&gt;"  # left by exports that escape HTML once too often
_SHOWN = 200  # characters of a bad line that are kept for the account


@dataclass(frozen=True, slots=True)
class _Article:
    title: str
    text: str
    facts: Facts
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Fault:
    rule: str
    message: str


class _WrongError(ValueError):
    """JSON that a lenient reader takes and that can mean two things, or nothing."""


def read_json_lines(text: str, place: str) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """Return a document for each line, and what is wrong with lines; never raises.

    A line ends at a line feed only: inside a JSON text other separators may stand as they are.
    """
    documents: list[Document] = []
    unread: list[RawLine] = []  # those since the last article, which need no reading each
    problems: list[Problem] = []
    faults = warned = 0
    for number, line in enumerate(_split(text), start=1):
        if not line.strip():
            unread.append(RawLine(number, ""))
            continue
        found = _read_line(line, f"{place}:{number}", number)
        if isinstance(found, _Article):
            documents += [Document(tuple(unread))] if unread else []
            unread = []
            documents.append(_make_document(found, place, number))
            warned += bool(found.problems)
            problems += found.problems if warned <= _TOLD else ()
            continue
        unread.append(RawLine(number, _cut(line), verdict=found.rule))
        faults += 1
        if faults <= _TOLD:
            problems.append(Problem(f"{place}:{number}", found.message, "quarantined"))
    if _TOLD < faults:
        message = f"{faults - _TOLD:,} more lines cannot be read either; mend what wrote the file"
        problems.append(Problem(place, message, "quarantined"))
    if _TOLD < warned:
        message = f"{warned - _TOLD:,} more lines have fields that cannot be used"
        problems.append(Problem(place, f"{message}; mend what wrote the file", "warning"))
    documents += [Document(tuple(unread))] if unread else []
    return tuple(documents), tuple(problems)


def _split(text: str) -> list[str]:
    lines = text.split("\n")
    return lines if lines[-1] else lines[:-1]


def _read_line(line: str, place: str, number: int) -> _Article | _Fault:
    try:
        record = json.loads(line, object_pairs_hook=_make_object, parse_constant=_refuse_constant)
    except _WrongError as error:
        return _Fault("not JSON", str(error))
    except json.JSONDecodeError as error:
        if line.strip() in _OPENINGS:
            return _Fault("not JSON", "begins JSON of several lines; write each object on one line")
        what = error.msg.removesuffix(" starting at").removesuffix(" at")
        reason = f"{what[:1].lower()}{what[1:]} at column {error.colno}"
        return _Fault("not JSON", f"is not JSON: {reason}; write one whole object on each line")
    except RecursionError:
        return _Fault("not JSON", "cannot be read; take out what is nested too deeply")
    except ValueError:
        return _Fault("not JSON", "holds a number of too many digits; write it in double quotes")
    if not isinstance(record, dict):
        return _Fault(
            "not an object",
            'is JSON, but no object; write one such as {"title": "…", "text": "…"}',
        )
    return _check_record(record, place, number)


def _check_record(record: dict[str, object], place: str, number: int) -> _Article | _Fault:
    try:
        read = read_record(record, number)
    except MissingError as error:
        return _Fault(error.rule, str(error))
    if any(_is_broken(text) for text in (read.text, *astuple(read.facts))):
        return _Fault("broken text", "holds half of a character (a lone surrogate); mend its text")
    longest = max(map(len, list_lines(read.text)), default=0)
    if LONGEST < longest:
        return _Fault(
            "text too long",
            f"has a paragraph of {longest:,} characters, the limit is {LONGEST:,}; "
            "break it into paragraphs",
        )
    title = read.facts.title
    facts, problems = check_facts(replace(read.facts, title=""), place)
    passed_over = (Problem(place, message, "warning") for message in read.warnings)
    return _Article(title, read.text, facts, (*passed_over, *problems))


def _make_document(article: _Article, place: str, number: int) -> Document:
    """Return an article with all its lines under the number of its JSON line."""
    text, facts = article.text, article.facts
    title = RawLine(number, article.title, "title")
    if _ESCAPED in text and not is_marked_up(text):
        text = unescape(text)
    read = read_marked_up(text, place) if is_marked_up(text) else Document(())
    if not read.lines:
        lines = (RawLine(number, line) for line in list_lines(text))
        return Document((title, *lines), facts, is_single=True)
    lines = (line._replace(number=number) for line in read.lines)
    known = fill_facts(facts, replace(read.facts, title=""))
    return Document((title, *lines), known, is_single=True)


def _make_object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    made = dict(pairs)
    if len(made) < len(pairs):
        names = Counter(key for key, _ in pairs)
        twice = next(key for key, count in names.items() if 1 < count)
        raise _WrongError(f"has {twice[:_SHOWN]!r} twice; keep one of them")
    return made


def _refuse_constant(name: str) -> NoReturn:
    raise _WrongError(f"is not JSON: {name} is no value of it; write null")


def _is_broken(text: str) -> bool:
    return not text.isascii() and any("\ud800" <= character <= "\udfff" for character in text)


def _cut(line: str) -> str:
    line = line.strip()
    return line if len(line) <= _SHOWN else line[:_SHOWN] + "…"
