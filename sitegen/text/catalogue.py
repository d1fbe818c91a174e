"""Read a catalogue of words that a site brings, and find what is wrong with it.

It is a file of gettext (https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html), read
entry by entry, so that one that is broken costs itself alone. What is sound is compiled, as
:mod:`sitegen.text.wording` takes it. Such a file is from outside: nothing in it is code, its rule
for plurals is calculated with numbers alone, and no entry may take away what the program puts in,
or add to it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from gettext import c2py
from io import BytesIO

from babel.core import UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, PoFileParser

from sitegen.text.translations import find_flaw, quote

_MOST_FORMS = 10  # of a plural; Arabic has six
# Numbers that a rule for plurals is tried with.
_NUMBERS = (*range(1001), 10**4, 10**6, 10**9)
_LINE = re.compile(
    r'(?:(?:msgctxt|msgid|msgid_plural|msgstr|msgstr\[\d\]) +)?"(?:[^"\\\x00-\x1f\x7f]|\\.)*"'
)
_NOT_UTF8 = re.compile("[\ud800-\udfff]")  # as Python keeps such bytes
_BEGINNING = re.compile(r"#|msgctxt |msgid ")
_PLURAL_RULE = re.compile(r"nplurals *= *([0-9]) *; *plural *= *([^;]+)")
# A rule may divide by numbers alone: what it divides by could be nothing.
_DIVISION = re.compile(r"[/%](?!\s*0*[1-9])")
_NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)  # the same words are the same bytes


@dataclass(frozen=True, slots=True)
class Listed:
    """A text of the interface that a catalogue has: where, and whether it is translated there."""

    line: int
    context: str
    text: str
    is_said: bool


@dataclass(frozen=True, slots=True)
class Translated:
    """What a catalogue says: compiled for gettext, empty where it says nothing.

    ``rule`` is its rule for plurals, as its head states it. ``flaws`` are the lines of what is left
    out, in order, each with the reason and the way out.
    """

    compiled: bytes
    rule: str
    texts: tuple[Listed, ...]
    flaws: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    """The lines of one entry but its comments, each with its number; flags are no comments."""

    lines: tuple[tuple[int, str], ...]

    @property
    def line(self) -> int:
        """Return where it begins."""
        return next((number for number, text in self.lines if text[:1] != "#"), 0)


def read_catalogue(data: bytes, language: str) -> Translated:
    """Return what a file says, and what is wrong with it; never raises."""
    read, broken = _read_entries(data)
    rule, count, misruled = _read_plural_rule(read, language)
    sound, unsound = _part_sound(read, count, language)
    compiled = _compile(sound.values(), rule, count) if sound else b""
    texts = tuple(
        Listed(line, *_key_of(one), is_said=sound.get(_key_of(one)) is one)
        for line, one in read
        if one.id
    )
    flaws = tuple(sorted((*broken, *misruled, *unsound)))
    return Translated(compiled, f"nplurals={count}; plural={rule};", texts, flaws)


def _read_entries(data: bytes) -> tuple[list[tuple[int, Message]], list[tuple[int, str]]]:
    read: list[tuple[int, Message]] = []
    flaws: list[tuple[int, str]] = []
    for entry in _cut_entries(data):
        flaw = _find_broken_line(entry) or _find_misnumbered(entry)
        message = None if flaw else _read_entry(entry)
        if message is None:
            lacking = "has no msgid and msgstr one below the other; mend it"
            flaws.append(flaw or (entry.line, lacking))
        else:
            read.append((entry.line, message))
    return read, flaws


def _part_sound(
    read: Iterable[tuple[int, Message]], count: int, language: str
) -> tuple[dict[tuple[str, str], Message], list[tuple[int, str]]]:
    """Return the translations that can be said, and what is wrong with the others."""
    sound: dict[tuple[str, str], Message] = {}
    flaws: list[tuple[int, str]] = []
    for line, message in read:
        if not message.id or message.fuzzy or not any(_forms(message.string)):
            continue
        context, text = _key_of(message)
        forms, plurals = _forms(message.string), count * message.pluralizable
        flaw = find_flaw(context, text, forms, plurals, language)
        if (context, text) in sound:
            flaw = f"translates {quote(text)} again; remove one of the two"
        if flaw:
            flaws.append((line, flaw))
        else:
            sound[context, text] = message
    return sound, flaws


def _cut_entries(data: bytes) -> Iterator[_Entry]:
    """Yield the entries of a file.

    Behind an empty line another one begins, and behind a ``msgid`` at what opens one: an entry that
    lacks its translation does not take the next one with it.
    """
    lines: list[tuple[int, str]] = []
    is_begun = has_text = False
    text = data.decode("utf-8-sig", "surrogateescape")
    for number, line in enumerate(text.split("\n"), 1):
        written = line.strip(" \t\r\f")
        if has_text if _BEGINNING.match(written) else is_begun and not written:
            yield _Entry(tuple(lines))
            lines, is_begun, has_text = [], False, False
        if written and (written[0] != "#" or written.startswith("#,")):
            lines.append((number, written))
            is_begun = is_begun or written[0] != "#"
            has_text = has_text or written.startswith(("msgid ", "msgstr"))
    if is_begun:
        yield _Entry(tuple(lines))


def _find_broken_line(entry: _Entry) -> tuple[int, str] | None:
    for number, line in entry.lines:
        if _NOT_UTF8.search(line):
            return number, "is not UTF-8; save the file as UTF-8"
        if line[0] != "#" and not _LINE.fullmatch(line):
            return number, "is no line of a catalogue, such as 'msgstr \"Words\"'; mend it"
    return None


def _find_misnumbered(entry: _Entry) -> tuple[int, str] | None:
    """Return the translation that would be taken for another, or for the only one.

    A text with a plural has each form once, by its number, and any other one translation without.
    """
    is_plural = any(line.startswith("msgid_plural ") for _, line in entry.lines)
    seen: set[str] = set()
    for number, line in entry.lines:
        keyword = line.partition(" ")[0]
        if not keyword.startswith("msgstr"):
            continue
        if keyword in seen:
            return number, f"{keyword} stands here twice, for one text; remove one of the two"
        if keyword != "msgstr" and not is_plural:
            told = "is a form of a plural, and its text has none; write msgstr in its place"
            return number, f"{keyword} {told}"
        seen.add(keyword)
    return None


class _Entries(Catalog):
    """Gathers entries as they stand, the header too, which else would be taken at its word."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[Message] = []

    @property
    def num_plurals(self) -> int:
        """Return more forms than any language has; how many there should be is told later."""
        return _MOST_FORMS

    def __setitem__(self, text: object, message: Message) -> None:
        self.entries.append(message)


def _read_entry(entry: _Entry) -> Message | None:
    gathered = _Entries()
    try:
        PoFileParser(gathered, abort_invalid=True).parse([line for _, line in entry.lines])
    except (PoFileError, ValueError, LookupError, AttributeError, TypeError):
        return None
    return gathered.entries[0] if len(gathered.entries) == 1 else None


def _read_plural_rule(
    read: Iterable[tuple[int, Message]], language: str
) -> tuple[str, int, list[tuple[int, str]]]:
    """Return the rule by which numbers have forms, how many forms, and what is wrong with it.

    Without a header that states it, it is what Babel knows of the language.
    """
    usual = find_usual_rule(language)
    headers = [(line, str(message.string)) for line, message in read if not message.id]
    for line, header in headers:
        stated = [row for row in header.splitlines() if row.lower().startswith("plural-forms:")]
        if not stated:
            continue
        found = _PLURAL_RULE.search(stated[0])
        if found and _is_rule(found[2].strip(), int(found[1])):
            return found[2].strip(), int(found[1]), []
        message = f"states Plural-Forms that are no rule for numbers; state '{usual}'"
        return *_split_rule(usual), [(line, message)]
    return *_split_rule(usual), []


def find_usual_rule(language: str) -> str:
    """Return the rule for plurals that a language has, as Plural-Forms state it.

    >>> find_usual_rule("da"), find_usual_rule("tlh")
    ('nplurals=2; plural=(n != 1);', 'nplurals=2; plural=(n != 1);')
    """
    try:
        return str(Catalog(locale=language.partition("-")[0]).plural_forms)
    except (UnknownLocaleError, ValueError):
        return str(Catalog().plural_forms)


def _split_rule(rule: str) -> tuple[str, int]:
    found = _PLURAL_RULE.search(rule)
    return (found[2].strip(), int(found[1])) if found else ("n != 1", 2)


def _is_rule(rule: str, count: int) -> bool:
    """Tell whether a rule gives each number one of so many forms.

    >>> _is_rule("(n > 1)", 2), _is_rule("n % 3", 2), _is_rule("1 / (n - 2000)", 2)
    (True, False, False)
    """
    if _DIVISION.search(rule):
        return False
    try:
        choose = c2py(rule)
        return all(0 <= choose(number) < count for number in _NUMBERS)
    except ValueError:
        return False


def _compile(messages: Iterable[Message], rule: str, count: int) -> bytes:
    catalog = Catalog(creation_date=_NO_DATE, revision_date=_NO_DATE)
    catalog.mime_headers = [("Plural-Forms", f"nplurals={count}; plural={rule};")]
    for one in messages:
        forms = _forms(one.string)
        catalog.add(one.id, forms[:count] if one.pluralizable else forms[0], context=one.context)
    compiled = BytesIO()
    write_mo(compiled, catalog)
    return compiled.getvalue()


def _key_of(message: Message) -> tuple[str, str]:
    return message.context or "", _first(message.id)


def _first(text: object) -> str:
    return str(text[0]) if isinstance(text, (list, tuple)) else str(text)


def _forms(text: object) -> tuple[str, ...]:
    return tuple(map(str, text)) if isinstance(text, (list, tuple)) else (str(text),)
