"""Read the heads that exports put above an article: ``Title: …``, ``Date: …``, ``Body:``."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from sitegen.ingest.document import JOINED, RawLine
from sitegen.ingest.field_forms import BEGINNING, Field, may_be_field, read_field, undress
from sitegen.text.sentences import ends_sentence

_FEWEST = 3  # fields below one another that are a head without a title, two are one with it
_REACH = 8  # lines within which the next field of a head stands
_MADE = frozenset({"quoted", "tag"})  # forms that no article writes
_LABEL = re.compile(r"[A-Za-z][\w /-]{1,30}: *\S")
_REST, _VALUE = 12, 60  # words that a value goes on with; characters of one whose name is unknown
_LONG = 12  # words of a quoted value that is a text
_LEAD = 15  # words of a sentence, above which no text has begun
_WRAPPED, _NARROWEST = 6, 60  # lines of a value; characters of a line that is wrapped
# How the rules know what a field states, whatever a tool calls it.
_NAMES = {"byline": "Author", "date": "Date", "source": "Source", "url": "URL"}


def read_fields(lines: Sequence[RawLine]) -> tuple[RawLine, ...]:
    """Return the lines; in heads, titles without the name of their field and with their shape.

    >>> head = [RawLine(1, "Title: Ferry Late"), RawLine(2, "Date: 2024-06-14")]
    >>> [(one.text, one.shape) for one in read_fields(head)]
    [('Ferry Late', 'title'), ('Date: 2024-06-14', 'field')]
    """
    may_be = [i for i, line in enumerate(lines) if may_be_field(line.text)]
    read = {index: field for index in may_be if (field := _read_field(lines[index]))}
    found = {index: field for index, field in read.items() if not _is_text(field)}
    if not found:
        return tuple(lines)
    groups = [head for head in _group(found) if _is_head(head, found)]
    if len(groups) == 1 and _is_quoted_amid(lines, groups[0], found):
        return tuple(lines)
    heads = {index for head in groups for index in head}
    if not heads:
        return tuple(lines)
    counts = Counter(found[index].form for index in heads)
    heads.update(
        index
        for index, field in found.items()
        if (field.form in _MADE and 1 < counts[field.form])
        or ">>" in lines[index].text[:BEGINNING]  # no article writes it
    )
    kept = {index: found[index] for index in sorted(heads)}
    made, kept = _fill(lines, kept)
    texts = _read_quoted(made, kept)
    return tuple(
        one
        for index, line in enumerate(made)
        for one in (_settle(line, kept[index]) if index in kept else _split(line, texts.get(index)))
    )


def _is_text(field: Field) -> bool:
    """Tell whether a dressed field of a name that we do not know says more than a fact."""
    return field.form in _MADE and field.role == "meta" and _LONG <= field.value.count(" ")


def _is_quoted_amid(
    lines: Sequence[RawLine], head: Sequence[int], found: Mapping[int, Field]
) -> bool:
    """Tell whether an article shows how a head is written: a dressed one, with a text above it."""
    if all(found[index].form == "plain" for index in head):
        return False
    return any(
        _LEAD <= line.text.count(" ") and ends_sentence(line.text) for line in lines[: head[0]]
    )


def _read_field(line: RawLine) -> Field | None:
    return None if line.shape or line.verdict else read_field(line.text)


def _group(found: Mapping[int, Field]) -> Iterator[list[int]]:
    """Yield the indexes of the fields that stand close to one another."""
    group: list[int] = []
    for index in found:
        if group and _REACH < index - group[-1]:
            yield group
            group = []
        group.append(index)
    if group:
        yield group


def _is_head(group: Sequence[int], found: Mapping[int, Field]) -> bool:
    roles = {found[index].role for index in group}
    return (2 if "title" in roles else _FEWEST) <= len(roles)


def _fill(
    lines: Sequence[RawLine], kept: Mapping[int, Field]
) -> tuple[list[RawLine], dict[int, Field]]:
    """Return the lines and fields, with what stands between two fields without a blank line.

    It is a field of a name that we do not know, or goes on with a value that fills its line.
    """
    made, filled = list(lines), dict(kept)
    for above, below in pairwise(kept):
        between = range(above + 1, below)
        if len(between) > _WRAPPED or not all(lines[i].text.strip() for i in between):
            continue
        last = above
        for index in between:
            role, value, form = filled[last]
            if form != "plain" or role == "body" or not value:  # or what it names stands below it
                break
            rest = lines[index].text.strip()
            if _LABEL.match(rest) and len(rest) <= _VALUE and not ends_sentence(rest):
                filled[index] = Field("meta", lines[index].text, "plain")
                last = index
            elif _is_open(lines[index - 1].text) and rest.count(" ") < _REST:
                filled[last] = Field(role, f"{value} {rest}", form)
                made[last] = replace(made[last], text=f"{made[last].text} {rest}")
                made[index] = replace(lines[index], verdict=JOINED)
            else:
                break
    return made, dict(sorted(filled.items()))


def _is_open(text: str) -> bool:
    """Tell whether a line is as long as those that are wrapped, and no sentence ends there."""
    return _NARROWEST <= len(text) and not ends_sentence(text)


def _read_quoted(lines: Sequence[RawLine], kept: Mapping[int, Field]) -> dict[int, str]:
    """Return the texts, without their quotes, of lines that go on a quoted field above them.

    Below a list each line is a paragraph; a text that goes on over lines ends with a quote.
    """
    texts: dict[int, str] = {}
    ends = [*list(kept)[1:], len(lines)]
    for (index, field), end in zip(kept.items(), ends, strict=True):
        if field.form != "quoted" or field.role != "body":
            continue
        below = [i for i in range(index + 1, end) if any(map(str.isalnum, lines[i].text))]
        if not lines[index].text.rstrip().endswith("["):
            below = below[-1:]
        texts |= {i: undress(lines[i].text) for i in below}
    return texts


def _split(line: RawLine, text: str | None) -> Iterable[RawLine]:
    """Return a line with another text, a paragraph for each line of that."""
    if text is None:
        return [line]
    return [replace(line, text=part) for part in text.split("\n") if part.strip()] or [line]


def _settle(line: RawLine, field: Field) -> Iterable[RawLine]:
    role, value, form = field
    if role == "title" and value:
        return [replace(line, text=" ".join(value.split()), shape="title")]
    if role == "caption" and value:
        return [replace(line, text=value, shape="caption")]
    if role == "body":
        return _split(line, value) if value else [replace(line, verdict="name of a field")]
    if role == "day" and value:  # a stamp, once the code before it is gone
        return [replace(line, text=value)]
    if form != "plain" and value and role in _NAMES:
        return [replace(line, text=f"{_NAMES[role]}: {value}", shape="field")]
    return [replace(line, shape="field")]
