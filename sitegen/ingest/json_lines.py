"""Read JSON Lines (https://jsonlines.org): one article on each line."""

import json
import re

from sitegen.ingest.document import Document
from sitegen.ingest.json_account import Account
from sitegen.ingest.json_article import (
    JsonArticle,
    JsonFault,
    describe_decode_fault,
    make_object,
    read_article,
    refuse_constant,
)
from sitegen.model.problem import Problem

_OPENINGS = frozenset("[{")
_OPENS_VALUE = re.compile(r"[ \t\r]*(?:[{[\"tfnNI\d]|-[\dI])")  # of JSON, or else that Python reads
_UNTOLD = JsonFault("not JSON", "")
_DECODER = json.JSONDecoder(object_pairs_hook=make_object, parse_constant=refuse_constant)


def read_json_lines(text: str, place: str) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """Return a document for each line, and what is wrong with lines; never raises.

    A line ends at a line feed only: inside a JSON text other separators may stand as they are.
    """
    lines = split_lines(text)
    account = Account(lines, place)
    for number, line in enumerate(lines, start=1):
        if line.strip():
            found = _read_line(line, place, number, is_told=account.names_faults)
            account.add(found, number, number)
    return account.close()


def split_lines(text: str) -> list[str]:
    """Return the lines of a text of JSON, without what ends them."""
    lines = text.split("\n")
    return lines if lines[-1] else lines[:-1]


def _read_line(line: str, place: str, number: int, *, is_told: bool) -> JsonArticle | JsonFault:
    """Return the article of a line, or why it is none: in words only where somebody is told."""
    if not is_told and not _OPENS_VALUE.match(line):
        return _UNTOLD
    try:
        record = _DECODER.decode(line)
    except (ValueError, RecursionError) as error:
        return JsonFault("not JSON", _describe(line, error)) if is_told else _UNTOLD
    return read_article(record, f"{place}:{number}", number)


def _describe(line: str, error: ValueError | RecursionError) -> str:
    if line.strip() in _OPENINGS:
        return "begins JSON of several lines; name the file .json"
    what = describe_decode_fault(error)
    is_unread = isinstance(error, json.JSONDecodeError)
    return f"{what}; write one whole object on each line" if is_unread else what
