"""Read the heads that exports put above an article: ``Title: …``, ``Date: …``, ``Body:``."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sitegen.ingest.document import RawLine
from sitegen.ingest.word_lists import read_named

_FIELDS = read_named("fields")
_FIELD = re.compile(
    r"^[^\w\s]{0,3}\s?([A-Za-z][A-Za-z /_-]{1,24}?)(?:[^\w\s:>]{0,2}:[^\w\s]{0,2}|>>)(?:\s+|$)"
)
# What a mailing list puts before the subject: "[harbour-list] Ferries", "Re: [ferries 12] Late".
_LIST_TAG = re.compile(
    r"^((?:\w{2,3}: ?)*)\[(?:[a-z\d._-]+|[\w.]+[_-][\w.-]+|EXT(?:ERNAL)?)(?:[ :#]\d+)?\] (?=\S)"
)
_NAME = 40  # characters, within which the name of a field ends
_FEWEST = 3  # fields below one another that are a head without a title, two are one with it
_REACH = 8  # lines within which the next field of a head stands


def read_fields(lines: Sequence[RawLine]) -> tuple[RawLine, ...]:
    """Return the lines; in heads, titles without the name of their field and with their shape.

    >>> head = [RawLine(1, "Title: Ferry Late"), RawLine(2, "Date: 2024-06-14")]
    >>> [(one.text, one.shape) for one in read_fields(head)]
    [('Ferry Late', 'title'), ('Date: 2024-06-14', 'field')]
    """
    may_be = [i for i, line in enumerate(lines) if ":" in line.text or ">>" in line.text]
    found = {index: field for index in may_be if (field := _read_field(lines[index]))}
    if not found:
        return tuple(lines)
    heads = {index for head in _group(found) if _is_head(head, found) for index in head}
    if heads:  # no article writes ">>"
        heads.update(index for index in found if ">>" in lines[index].text[:_NAME])
    return tuple(
        _settle(line, *found[index]) if index in heads else line for index, line in enumerate(lines)
    )


def _read_field(line: RawLine) -> tuple[str, str] | None:
    """Return what a field is about and its value, None for a line that is none."""
    text = line.text.lstrip()
    name = text[:_NAME]
    if line.shape or line.verdict or (":" not in name and ">>" not in name):
        return None
    match = _FIELD.match(text)
    if match is None or (role := _FIELDS.get(match[1].casefold().strip())) is None:
        return None
    value = text[match.end() :].strip()
    is_subject = match[1].casefold() == "subject"
    return role, _LIST_TAG.sub(r"\1", value) if is_subject else value


def _group(found: dict[int, tuple[str, str]]) -> Iterator[list[int]]:
    """Yield the indexes of the fields that stand close to one another."""
    group: list[int] = []
    for index in found:
        if group and _REACH < index - group[-1]:
            yield group
            group = []
        group.append(index)
    if group:
        yield group


def _is_head(group: Sequence[int], found: dict[int, tuple[str, str]]) -> bool:
    roles = {found[index][0] for index in group}
    return (2 if "title" in roles else _FEWEST) <= len(roles)


def _settle(line: RawLine, role: str, value: str) -> RawLine:
    if role == "title" and value:
        return replace(line, text=value, shape="title")
    if role == "body":
        return replace(line, text=value) if value else replace(line, verdict="name of a field")
    if role == "day" and value:  # a stamp, once the code before it is gone
        return replace(line, text=value)
    return replace(line, shape="field")
