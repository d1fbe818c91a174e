"""Read one field in the forms in which tools write them, and a value without what dresses it.

They write ``Title: Ferry Late``, ``"title": "Ferry Late",``, ``<title>Ferry Late</title>``,
``[title] Ferry Late`` and ``title = Ferry Late``.
"""

import re
from typing import Literal, NamedTuple

from sitegen.ingest.fact_names import plain_name
from sitegen.ingest.word_lists import read_named, read_words

Form = Literal["plain", "quoted", "tag", "bracket", "equals"]

_ROLES = dict.fromkeys(map(plain_name, read_words("export_fields")), "meta") | {
    plain_name(name): role for name, role in read_named("fields").items()
}
_NAME = r"([A-Za-z][A-Za-z /_-]{1,24}?)"
_PLAIN = re.compile(rf"[^\w\s]{{0,3}}\s?{_NAME}(?:[^\w\s:>]{{0,2}}:[^\w\s]{{0,2}}|>>)(?:\s+|$)(.*)")
_DRESSED: tuple[tuple[Form, re.Pattern[str]], ...] = (
    ("quoted", re.compile(rf"[\[{{(, ]{{0,8}}(?:\"{_NAME}\"|'([A-Za-z][\w -]{{1,24}})') ?: ?(.*)")),
    ("tag", re.compile(rf"<{_NAME}> ?(.*?)(?:</[A-Za-z _-]{{2,24}}>)?$")),
    ("bracket", re.compile(rf"\[{_NAME}\]:?(?:\s+|$)(.*)")),
    ("equals", re.compile(rf"{_NAME} ?= +(.*)")),
)
_SIGN = {"quoted": ":", "tag": "<", "bracket": "[", "equals": "="}
_INDENT = 40  # of an object within others
BEGINNING = 40  # characters, within which the name of a field ends
# What a mailing list puts before the subject: "[harbour-list] Ferries", "Re: [ferries 12] Late".
_LIST_TAG = re.compile(
    r"^((?:\w{2,3}: ?)*)\[(?:[a-z\d._-]+|[\w.]+[_-][\w.-]+|EXT(?:ERNAL)?)(?:[ :#]\d+)?\] (?=\S)"
)
_OPENING = re.compile(r"^[\[({\s]*[\"']")
_BEHIND, _QUOTES = "])}, \t", frozenset("\"'")  # a value, and around it
_NEXT = re.compile(r"[\w\"'\])}], ?([\"'])[A-Za-z][\w -]{0,24}\1 ?:")
_TEXTS = re.compile(r"\"((?:[^\"\\]|\\.)*)\"")
_NOTHING = frozenset({"", "null", "None", "[", "[]", "{"})
_ESCAPED = re.compile(r"\\(u[0-9a-fA-F]{4}|.)")
_CONTROLS = {"n": "\n", "r": "\n", "t": " "}


class Field(NamedTuple):
    """A field of a record: what it is about, its value, and how it is written."""

    role: str
    value: str
    form: Form


def may_be_field(text: str) -> bool:
    """Tell quickly whether a line has a sign of a field, as few lines of articles have.

    >>> may_be_field("  <title>Ferry Late"), may_be_field("The ferry of Orle was late again.")
    (True, False)
    """
    head = text[: _INDENT + BEGINNING]
    return ":" in head or "[" in head or "<" in head or "=" in head or ">>" in head


def read_field(text: str) -> Field | None:
    """Return the field that a line is, None for any other line.

    >>> read_field("Title: Ferry Late"), read_field('  "datePublished": "14 June",')
    (Field(role='title', value='Ferry Late', form='plain'), Field(role='date', value='14 June', \
form='quoted'))
    >>> read_field("<headline>Ferry Late</headline>"), read_field("[text]"), read_field("Tide: low")
    (Field(role='title', value='Ferry Late', form='tag'), Field(role='body', value='', \
form='bracket'), None)
    """
    text = text.strip()
    name = text[:BEGINNING]
    for form, pattern in _DRESSED:
        if _SIGN[form] in name and (match := pattern.match(text)):
            *names, value = match.groups()
            role = _ROLES.get(plain_name("".join(filter(None, names))), "")
            if form == "quoted":  # whatever its name is, unless the whole record is in the line
                return None if _NEXT.search(value) else Field(role or "meta", undress(value), form)
            if role:
                return Field(role, value.strip(), form)
    if ":" not in name and ">>" not in name:
        return None
    match = _PLAIN.match(text)
    if match is None or (role := _ROLES.get(plain_name(match[1]), "")) == "":
        return None
    is_subject = match[1].casefold() == "subject"
    return Field(role, _LIST_TAG.sub(r"\1", match[2]) if is_subject else match[2], "plain")


def undress(value: str) -> str:
    r"""Return a value without the quotes around it, its escapes read; of a list all texts.

    >>> undress('"The \\"Orle\\" is late.",'), undress('["Ida Fellgate", "Ivo Brandt"],')
    ('The "Orle" is late.', 'Ida Fellgate, Ivo Brandt')
    >>> undress('"The "Orle" is late."'), undress("null,")
    ('The "Orle" is late.', '')
    """
    value = value.strip()
    if value.rstrip(",}] ") in _NOTHING:
        return ""
    if value[0] == "[":
        return ", ".join(_read_escapes(text) for text in _TEXTS.findall(value))
    value = _OPENING.sub("", value, count=1)
    bare = value.rstrip(_BEHIND)
    return _read_escapes(bare[:-1] if bare[-1:] in _QUOTES else value.rstrip(", "))


def _read_escapes(text: str) -> str:
    return _ESCAPED.sub(_read_escape, text) if "\\" in text else text


def _read_escape(match: re.Match[str]) -> str:
    sign = match[1]
    if len(sign) == 1:
        return _CONTROLS.get(sign, sign)
    letter = chr(int(sign[1:], 16))
    return "" if "\ud800" <= letter <= "\udfff" else letter
