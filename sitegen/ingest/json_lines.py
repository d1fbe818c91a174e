"""Read JSON Lines (https://jsonlines.org): one article on each line."""

import json

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
_DECODER = json.JSONDecoder(object_pairs_hook=make_object, parse_constant=refuse_constant)


def read_json_lines(text: str, place: str) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """Return a document for each line, and what is wrong with lines; never raises.

    A line ends at a line feed only: inside a JSON text other separators may stand as they are.
    """
    lines = split_lines(text)
    account = Account(lines, place)
    for number, line in enumerate(lines, start=1):
        if line.strip():
            account.add(_read_line(line, f"{place}:{number}", number), number, number)
    return account.close()


def split_lines(text: str) -> list[str]:
    """Return the lines of a text of JSON, without what ends them."""
    lines = text.split("\n")
    return lines if lines[-1] else lines[:-1]


def _read_line(line: str, place: str, number: int) -> JsonArticle | JsonFault:
    try:
        record = _DECODER.decode(line)
    except (ValueError, RecursionError) as error:
        what = describe_decode_fault(error)
        if line.strip() in _OPENINGS:
            what = "begins JSON of several lines; name the file .json"
        elif isinstance(error, json.JSONDecodeError):
            what = f"{what}; write one whole object on each line"
        return JsonFault("not JSON", what)
    return read_article(record, place, number)
