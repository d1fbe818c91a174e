"""Read a JSON file: one article as an object, or several in a list.

Lists come as Scrapy writes them, or inside an object: ``items`` of JSON Feed, ``articles`` of
NewsAPI, ``response`` with ``results`` or ``docs`` of newspapers. Objects that follow one another
without a list are JSON Lines, whatever the file is named.
"""

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

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
from sitegen.ingest.json_lines import read_json_lines, split_lines
from sitegen.model.problem import Problem

_DEEPEST = 2  # objects around a list
_SPACE = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder(object_pairs_hook=make_object, parse_constant=refuse_constant)

# A value with the places where it begins and ends, or the error that ends the reading there.
_Found = tuple[int, int, object]


def read_json_file(text: str, place: str) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """Return a document for each article of a JSON file, and what is wrong; never raises."""
    lines = split_lines(text)
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    account = Account(lines, place)
    try:
        for start, end, value in _find_values(text):
            first = bisect_right(starts, start, hi=len(lines))
            last = bisect_right(starts, max(start, end - 1), hi=len(lines))
            account.add(_read_value(value, f"{place}:{first}", first), first, last)
    except _ManyError:
        return read_json_lines(text, place)
    return account.close()


def _read_value(value: object, place: str, number: int) -> JsonArticle | JsonFault:
    if isinstance(value, ValueError | RecursionError):
        what = describe_decode_fault(value)
        return JsonFault("not JSON", f"{what}; mend it, for nothing is read from here on")
    return read_article(value, place, number)


class _ManyError(Exception):
    """Behind the first object comes another one."""


def _find_values(text: str) -> Iterator[_Found]:
    """Yield what may be an article each, and the error that ended it, if one did."""
    start = _skip(text, 0)
    if start == len(text):
        return
    if text.startswith("[", start):
        yield from _walk_list(text, start)
        return
    try:
        value, end = _DECODER.raw_decode(text, start)
    except (ValueError, RecursionError) as error:
        if any(map(_is_object, text[start:].split("\n", 2)[1:2])):
            raise _ManyError from None
        yield getattr(error, "pos", start), len(text), error
        return
    if _skip(text, end) < len(text):
        raise _ManyError
    path = _find_list(value, _DEEPEST)
    if path:
        for name in path:
            start = _find_member(text, start, name)
        yield from _walk_list(text, start)
    else:
        yield start, end, value


def _walk_list(text: str, start: int) -> Iterator[_Found]:
    place = _skip(text, start + 1)
    while not text.startswith("]", place):
        try:
            value, end = _DECODER.raw_decode(text, place)
        except (ValueError, RecursionError) as error:
            yield getattr(error, "pos", place), len(text), error
            return
        yield place, end, value
        place = _skip(text, end)
        if text.startswith(",", place):
            place = _skip(text, place + 1)
        elif not text.startswith("]", place):
            yield place, len(text), json.JSONDecodeError("Expecting ',' delimiter", text, place)
            return


def _find_list(value: object, depth: int) -> tuple[str, ...]:
    """Return the names that lead to a list of articles, none for what is an article itself."""
    if not isinstance(value, dict) or _is_article(value):
        return ()
    for name, member in value.items():
        if isinstance(member, list) and any(map(_is_article, member)):
            return (name,)
    for name, member in value.items():
        path = _find_list(member, depth - 1) if depth else ()
        if path:
            return (name, *path)
    return ()


def _is_article(value: object) -> bool:
    return isinstance(read_article(value, "", 0), JsonArticle)


def _find_member(text: str, start: int, wanted: str) -> int:
    """Return where the value of a name begins, in an object that is known to be whole."""
    place = start
    while True:
        name, end = _DECODER.raw_decode(text, _skip(text, place + 1))
        value = _skip(text, _skip(text, end) + 1)
        if name == wanted:
            return value
        place = _skip(text, _DECODER.raw_decode(text, value)[1])


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _skip(text: str, place: int) -> int:
    match = _SPACE.match(text, place)
    return match.end() if match else place
