"""Examine what is stated beside a text, and choose between two statements."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from urllib.parse import urlsplit

from sitegen.ingest.bylines import read_byline
from sitegen.ingest.dates import read_stated_date
from sitegen.ingest.document import Facts
from sitegen.ingest.lines import make_line, read_entities
from sitegen.model.problem import Problem
from sitegen.text.normalize import clean_line

_LONGEST = 2_000  # characters of an address; browsers take no more
_SHOWN = 60
# The shape of a language tag (RFC 5646, section 2.1); that the language exists is not asked.
_BREAK = re.compile(r"</?(?:br|div|h[1-6]|li|p)(?:\s[^<>]*)?/?>", re.IGNORECASE)
# Elements that stand inside a line, which no headline that speaks of HTML is likely to close.
_MARK = re.compile(
    r"</?(?:a|abbr|b|cite|code|em|i|mark|q|s|small|span|strong|sub|sup|u)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,4}")


def check_facts(facts: Facts, place: str) -> tuple[Facts, tuple[Problem, ...]]:
    """Return the facts that can be used, and a warning for each of the others.

    >>> facts, problems = check_facts(Facts(lang="Elvish, high", source="Wire"), "seeds/a.toml")
    >>> facts.lang, facts.source, problems[0].message
    ('', 'Wire', "the language 'Elvish, high' is no language tag; write one such as en or pt-BR")
    """
    stated = {one.name: getattr(facts, one.name) for one in fields(facts)}
    facts = Facts(**{name: clean_line(text) for name, text in stated.items() if text})
    messages: list[str] = []
    if facts.url and not _is_address(facts.url):
        messages.append(f"the address {_show(facts.url)} is no web address; begin it with https://")
        facts = replace(facts, url="")
    if facts.lang and not _LANGUAGE.fullmatch(facts.lang):
        messages.append(
            f"the language {_show(facts.lang)} is no language tag; write one such as en or pt-BR"
        )
        facts = replace(facts, lang="")
    if facts.date and read_stated_date(facts.date, facts.date_origin) is None:
        messages.append(
            f"the date {_show(facts.date)} is in no calendar or cannot be read; "
            "write it as 2024-06-14 or 2024-06-14T09:30:00Z"
        )
        facts = replace(facts, date="")
    facts = replace(
        facts,
        title=leave_source(facts.title, facts.source),
        byline=_leave_names(facts.byline),
        lang=facts.lang.replace("_", "-"),
        date_origin=facts.date_origin if facts.date else "",
    )
    return facts, tuple(Problem(place, message, "warning") for message in messages)


def leave_source(title: str, source: str) -> str:
    """Return a headline without the name of its paper behind it, as exports and pages have it.

    >>> leave_source("Ferry late - The Wire", "the wire"), leave_source("Ferry - late", "Wire")
    ('Ferry late', 'Ferry - late')
    """
    for mark in (" - ", " – ", " — ", " | "):
        head, found, tail = title.rpartition(mark)
        if found and source and tail.strip().casefold() == source.casefold():
            return head.rstrip()
    return title


def _leave_names(byline: str) -> str:
    """Return who wrote, without addresses of their pages and without "By".

    >>> _leave_names("Ida Fellgate, https://a.example/ida"), _leave_names("By Ivo Brandt, Reporter")
    ('Ida Fellgate', 'Ivo Brandt')
    """
    names = ", ".join(one for one in byline.split(", ") if not _is_address(one))
    if not names.casefold().startswith("by "):
        return names
    return read_byline(make_line(names)) or names


def choose_statements(stated: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Return of each fact the first of its texts that can be used, the best first; else the first.

    A source that is an address, as trafilatura writes it, is the address.

    >>> choose_statements({"date": ["soon", "2024"], "source": ["https://a.example/1", "Wire"]})
    {'date': '2024', 'source': 'Wire', 'url': 'https://a.example/1'}
    """
    sources = stated.get("source", ())
    told = {
        **stated,
        "source": [text for text in sources if not _is_address(text)],
        "url": [*stated.get("url", ()), *filter(_is_address, sources)],
    }
    return {
        fact: next((text for text in texts if _is_usable(fact, text)), texts[0])
        for fact, texts in told.items()
        if texts
    }


def _is_usable(fact: str, text: str) -> bool:
    if fact == "date":
        return read_stated_date(text, "") is not None
    return fact != "url" or _is_address(text)


def leave_marks(text: str) -> str:
    """Return a text without marks of HTML, if any is closed or breaks a line, and its entities.

    >>> leave_marks("<p>Tea &amp; H<sub>2</sub>O<br/>here</p>"), leave_marks("Why <p>, R&notable?")
    ('Tea & H2O here', 'Why <p>, R&notable?')
    """
    if "</" in text or "/>" in text or "<br>" in text:
        text = " ".join(_MARK.sub("", _BREAK.sub(" ", text)).split())
    return read_entities(text)


def fill_facts(first: Facts, second: Facts) -> Facts:
    """Return the first statement, with the second wherever the first says nothing.

    >>> facts = fill_facts(Facts(source="Wire"), Facts(source="Post", lang="en"))
    >>> facts.source, facts.lang
    ('Wire', 'en')
    """
    filled = {
        one.name: getattr(first, one.name) or getattr(second, one.name) for one in fields(Facts)
    }
    return Facts(**filled)


def _is_address(text: str) -> bool:
    if _LONGEST < len(text) or " " in text:
        return False
    try:
        parts = urlsplit(text)
        return parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:  # brackets that are no IPv6 address
        return False


def _show(text: str) -> str:
    return repr(text if len(text) <= _SHOWN else text[:_SHOWN] + "…")
