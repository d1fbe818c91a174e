"""Read the head of a Markdown file, in the three languages that generators of sites have for it.

Most write YAML between lines of ``---``, Hugo also TOML between lines of ``+++`` and an object of
JSON. All say in a word of their own that a text is not to be published.
"""

import json
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time

from sitegen.ingest.document import Facts
from sitegen.ingest.fact_names import TEXT, find_facts
from sitegen.ingest.json_article import make_object, refuse_constant
from sitegen.ingest.markdown_front import (
    LONGEST_FRONT,
    NO,
    YES,
    count_front_lines,
    list_entries,
    read_front_matter,
    read_texts,
    state_facts,
)
from sitegen.text.toml_text import load_toml

_FENCE = "+++"  # of TOML
_TABLE = re.compile(r"""[ \t]*(?:[\w."'-]+[ \t]*=|\[)""")  # what TOML begins with, and no text
_DRAFT = {"draft": YES, "published": NO, "status": frozenset({"draft"})}


@dataclass(frozen=True, slots=True)
class Head:
    """How many lines the head takes, what it states, and what is wrong with it.

    ``is_draft``: whoever wrote it keeps the text back.
    """

    count: int = 0
    facts: Facts = field(default_factory=Facts)
    is_draft: bool = False
    fault: str = ""


def read_head(lines: Sequence[str]) -> Head:
    """Return the head of a Markdown file; never raises.

    >>> head = read_head(["+++", "title = 'Ferry late'", "date = 2024-06-14", "+++", "Text."])
    >>> head.count, head.facts.title, head.facts.date
    (4, 'Ferry late', '2024-06-14')
    >>> read_head(["{", '"title": "Ferry late"', "}", "Text."]).count
    3
    >>> read_head(["---", "title: Ferry late", "draft: true", "---"]).is_draft
    True
    """
    first = lines[0].strip("\ufeff \t") if lines else ""
    if first == _FENCE:
        return _read_toml(lines)
    if first.startswith("{"):
        return _read_json([first, *lines[1:LONGEST_FRONT]])
    count = count_front_lines(lines)
    if not count:
        return Head()
    inner = lines[1 : count - 1]
    entries = ((key, " ".join(read_texts(key, raw)).strip()) for key, raw in list_entries(inner))
    return Head(count, read_front_matter(inner), _is_draft(entries))


def _read_toml(lines: Sequence[str]) -> Head:
    inner = lines[1:LONGEST_FRONT]
    last = next((place for place, line in enumerate(inner) if line.rstrip() == _FENCE), None)
    told = (line for line in inner[:last] if line.strip() and not line.lstrip().startswith("#"))
    if last is None or not _TABLE.match(next(told, "")):
        return Head()
    try:
        table = load_toml("\n".join(["", *inner[:last]]))  # lines as the file counts them
    except tomllib.TOMLDecodeError as error:
        reason = str(error)[:1].lower() + str(error)[1:]
        return Head(
            last + 2,
            fault=f"the front matter is not TOML: {reason}; until it is mended "
            "the text is read without it",
        )
    return _read_table(table, last + 2)


def _read_json(lines: Sequence[str]) -> Head:
    text = "\n".join(lines)
    decoder = json.JSONDecoder(object_pairs_hook=make_object, parse_constant=refuse_constant)
    try:
        table, end = decoder.raw_decode(text)
    except (ValueError, RecursionError):
        return Head()
    # An object amid words, or one that states nothing, is what the text is about.
    rest = text[end:].partition("\n")[0]
    if rest.strip() or not isinstance(table, dict):
        return Head()
    facts = {fact for fact, _ in find_facts(table.items())}
    if not facts or TEXT in facts:  # or is the article itself
        return Head()
    return _read_table(table, text.count("\n", 0, end) + 1)


def _read_table(table: Mapping[str, object], count: int) -> Head:
    entries = ((key, str(one)) for key, one in table.items() if isinstance(one, str | bool))
    return Head(count, state_facts(table.items(), _read_texts), _is_draft(entries))


def _is_draft(entries: Iterable[tuple[str, str]]) -> bool:
    return any(text.casefold() in _DRAFT.get(key.casefold(), ()) for key, text in entries)


def _read_texts(_: str, value: object) -> list[str]:
    """Return the texts of a value: of people and publishers with keys of their own the names.

    >>> _read_texts("byline", [{"name": "Ida", "age": 7}, "Ole"]), _read_texts("date", 2024)
    (['Ida', 'Ole'], ['2024'])
    """
    if isinstance(value, list):
        return [text for one in value if not isinstance(one, list) for text in _read_texts("", one)]
    if isinstance(value, dict):
        return _read_texts("", value["name"]) if isinstance(value.get("name"), str) else []
    if isinstance(value, date | time):  # or a moment: datetime is a kind of date
        return [value.isoformat()]
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return []
    try:
        return [str(value)]
    except ValueError:  # a number of more figures than Python writes
        return []
