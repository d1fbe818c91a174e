"""Read the fields of a JSON object that is an article, by the names that exporters give them."""

import re
from dataclasses import dataclass
from html import unescape

from sitegen.ingest.document import Facts
from sitegen.ingest.fact_names import TEXT, find_facts
from sitegen.ingest.facts import choose_statements

_REQUIRED = ("title", TEXT)
_SEVERAL = frozenset({"byline", TEXT})  # may be lists
_SHOWN = frozenset({"title", "byline", "source", "dek"})  # as they stand
_NAMED = frozenset({"byline", "source"})  # objects with a name, as schema.org has them
_KINDS = {bool: "true or false", int: "a number", float: "a number"}


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

    >>> made = read_record({"headline": "Ferry <i>Late</i>", "body": ["One.", "Two."], "author": {
    ...     "name": "Ida Fellgate"}, "timestamp": 1718357400, "url": 7}, 1)
    >>> made.facts.title, made.text, made.facts.byline, made.facts.date
    ('Ferry Late', 'One.\n\nTwo.', 'Ida Fellgate', '1718357400')
    >>> made.warnings
    ("'url' is a number, so it is passed over; write it in double quotes",)
    """
    stated: dict[str, list[str]] = {}
    dates: dict[str, str] = {}
    warnings: list[str] = []
    for fact, entries in find_facts(record.items()):
        texts: list[str] = []
        wrong: list[str] = []
        for name, value in entries:
            text, is_whole = _read_value(fact, value)
            text = _leave_marks(text) if fact in _SHOWN else text
            if text.strip():
                texts.append(text)
            if not is_whole:
                wrong.append(f"{name!r} {_tell_kind(fact, value)}")
                which = "which" if text else "so it"
                warnings.append(f"{wrong[-1]}, {which} is passed over; {_QUOTE}")
            if fact == "date":
                dates.setdefault(text, name)
        if fact in _REQUIRED and wrong and not texts:
            raise MissingError("wrong field", f"{wrong[0]}; {_QUOTE}")
        stated |= {fact: texts} if texts else {}
    for fact in _REQUIRED:
        if fact not in stated:
            raise MissingError("missing field", f"has no {fact!r}; add it or take the line out")
    text = _CUT.sub("", stated.pop(TEXT)[0])
    chosen = choose_statements(stated)
    date = chosen.get("date", "")
    origin = f"the field {dates[date]!r} of line {number}" if date else ""
    facts = Facts(**{**chosen, "title": " ".join(chosen["title"].split())}, date_origin=origin)
    return Record(text, facts, tuple(warnings))


_QUOTE = "write it in double quotes"
_CUT = re.compile(r"\s*\[\+\d+ chars\]\s*$")  # where NewsAPI cuts a text
# Elements that stand inside a line, which no headline that speaks of HTML is likely to close.
_MARK = re.compile(
    r"</?(?:a|abbr|b|br|cite|code|em|i|mark|p|q|s|small|span|strong|sub|sup|u)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)


def _leave_marks(text: str) -> str:
    """Return a text without marks of HTML, if it has any that are closed or end a line.

    >>> _leave_marks("Vale &amp; Co"), _leave_marks("<p>Tea<br/>here</p>"), _leave_marks("Why <p>?")
    ('Vale & Co', 'Tea here', 'Why <p>?')
    """
    if "</" in text or "/>" in text:
        text = " ".join(_MARK.sub(" ", text).split())
    return unescape(text)


def _tell_kind(fact: str, value: object) -> str:
    if isinstance(value, list):
        return "holds what is no text" if fact in _SEVERAL else "is a list"
    return f"is {_KINDS.get(type(value), 'no text')}"


def _read_value(fact: str, value: object) -> tuple[str, bool]:
    """Return the text of a field, nothing for null, and whether all of it is text.

    Of several authors all are named; of several paragraphs each is one.
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        return (str(value), True) if fact in {"date", "title"} else ("", False)
    if isinstance(value, list) and fact in _SEVERAL:
        texts = [_read_text(fact, one) for one in value if one is not None]
        told = [text.strip() for text in texts if text and text.strip()]
        return (", " if fact == "byline" else "\n\n").join(told), None not in texts
    text = _read_text(fact, value)
    return text or "", text is not None


def _read_text(fact: str, value: object) -> str | None:
    """Return a text, or the name of who is an object, as schema.org has people; None for others."""
    if isinstance(value, dict) and fact in _NAMED:
        name = value.get("name")
        parts = (value.get("givenName"), value.get("familyName"))
        value = name or " ".join(part for part in parts if isinstance(part, str)) or name
        if isinstance(value, list):
            return ", ".join(one for one in value if isinstance(one, str)) or None
    if value is None:
        return ""
    return value if isinstance(value, str) else None
