"""Read the fields of a JSON object that is an article, by the names that exporters give them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sitegen.ingest.document import Facts
from sitegen.ingest.fact_names import TEXT, find_facts

_REQUIRED = ("title", TEXT)
_PASSED_OVER = frozenset({"byline", "dek"})  # without a word where they are no text: ids, images
_NAMED = frozenset({"byline", "source"})  # objects with a name, as schema.org has them
_KINDS = {bool: "true or false", int: "a number", float: "a number", list: "a list"}


class MissingError(ValueError):
    """An object lacks what an article must have, or has something else in its place."""

    def __init__(self, rule: str, message: str) -> None:
        super().__init__(message)
        self.rule = rule


@dataclass(frozen=True, slots=True)
class Record:
    """An article as an object states it; ``warnings`` tell of fields that are passed over."""

    text: str
    facts: Facts
    warnings: tuple[str, ...]


def read_record(record: dict[str, object], number: int) -> Record:
    r"""Return the article of an object on a line. Raise MissingError.

    >>> made = read_record({"headline": "Ferry Late", "body": ["One.", "Two."], "author": {
    ...     "name": "Ida Fellgate"}, "timestamp": 1718357400, "url": 7}, 1)
    >>> made.facts.title, made.text, made.facts.byline, made.facts.date
    ('Ferry Late', 'One.\n\nTwo.', 'Ida Fellgate', '1718357400')
    >>> made.warnings
    ("'url' is a number, so it is passed over; write it in double quotes",)
    """
    stated: dict[str, str] = {}
    warnings: list[str] = []
    origin = ""
    for fact, entries in find_facts(record.items()):
        for name, value in entries:
            text = _read_value(fact, value)
            if text is None and fact in _REQUIRED:
                raise MissingError("wrong field", f"{_tell_kind(name, value)}; {_QUOTE}")
            if text is None and fact not in _PASSED_OVER:
                warnings.append(f"{_tell_kind(name, value)}, so it is passed over; {_QUOTE}")
            if text and text.strip():
                stated[fact] = text
                origin = f"the field {name!r} of line {number}" if fact == "date" else origin
                break
    for fact in _REQUIRED:
        if fact not in stated:
            raise MissingError("missing field", f"has no {fact!r}; add it or take the line out")
    text = stated.pop(TEXT)
    facts = Facts(**{**stated, "title": " ".join(stated["title"].split())}, date_origin=origin)
    if facts.source.startswith(("https://", "http://")):  # as trafilatura states the address
        facts = replace(facts, source="", url=facts.url or facts.source)
    return Record(text, facts, tuple(warnings))


_QUOTE = "write it in double quotes"


def _tell_kind(name: str, value: object) -> str:
    return f"{name!r} is {_KINDS.get(type(value), 'no text')}"


def _read_value(fact: str, value: object) -> str | None:
    """Return the text of a field, nothing for null, None where it is none.

    Of several authors all are named; of several paragraphs each is one.
    """
    if value is None:
        return ""
    if fact in {"date", "title"} and isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, list) and fact in {"byline", TEXT}:
        if fact == "byline":
            return ", ".join(_list_texts(value))
        return "\n\n".join(value) if all(isinstance(one, str) for one in value) else None
    if isinstance(value, dict) and fact in _NAMED:
        value = value.get("name")
    return value if isinstance(value, str) else None


def _list_texts(values: list[object]) -> Iterator[str]:
    """Yield each text, and of each object with a name that name."""
    for value in values:
        text = value.get("name") if isinstance(value, dict) else value
        if isinstance(text, str) and text.strip():
            yield text.strip()
