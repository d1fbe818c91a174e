"""Read a catalogue of words that a site brings, and find what is wrong with it.

It is a file of gettext (https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html), read
entry by entry, so that one that is broken costs itself alone. What is sound is compiled, as
:mod:`sitegen.text.wording` takes it. Such a file is from outside: nothing in it is code, its rule
for plurals is calculated with numbers alone, and no entry may take away what the program puts in,
or add to it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from gettext import c2py
from io import BytesIO

from babel.core import UnknownLocaleError
from babel.dates import format_date, format_time
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, PoFileParser

from sitegen.text.normalize import drop_controls

LARGEST_CATALOGUE = 2**20
_MOST_FORMS = 10  # of a plural; Arabic has six
_LONGEST_DATE = 100
_LONGEST_SHOWN = 60
# Numbers that a rule for plurals is tried with.
_NUMBERS = (*range(1001), 10**4, 10**6, 10**9)
_LINE = re.compile(
    r'(?:(?:msgctxt|msgid|msgid_plural|msgstr|msgstr\[\d\]) +)?"(?:[^"\\\x00-\x1f\x7f]|\\.)*"'
)
_BEGINNING, _BEGUN, _NO_COMMENT = map(re.compile, ("#|msgctxt |msgid ", "msgid |msgstr", "[^#]"))
_PLURAL_RULE = re.compile(r"nplurals *= *(\d) *; *plural *= *([^;]+)")
# A rule may divide by numbers alone: what it divides by could be nothing.
_DIVISION = re.compile(r"[/%](?!\s*0*[1-9])")
_PLACE = re.compile(r"%\((\w+)\)s")
_TAG = re.compile(r"<[^>]*>")
_DAY, _CLOCK = date(2024, 6, 14), time(13, 5)
_NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)  # the same words are the same bytes


@dataclass(frozen=True, slots=True)
class Translated:
    """What a catalogue says: compiled for gettext, empty where it says nothing.

    ``texts`` are those of the interface that it translates. ``flaws`` are the lines of what is
    left out, in order, each with the reason and the way out.
    """

    compiled: bytes
    texts: frozenset[str]
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
    flaws: list[tuple[int, str]] = []
    read: list[tuple[int, Message]] = []
    for entry in _cut_entries(data):
        flaw = _find_broken_line(entry)
        message = None if flaw else _read_entry(entry)
        if message is None:
            flaws.append(flaw or (entry.line, "has no msgid and msgstr one below the other"))
        else:
            read.append((entry.line, message))
    rule, count, misruled = _read_plural_rule(read, language)
    flaws += misruled
    sound: dict[tuple[str | None, str], Message] = {}
    for line, message in read:
        key = (message.context, _first(message.id))
        if not key[1] or message.fuzzy or not any(_forms(message.string)):
            continue
        if key in sound:
            flaws.append((line, f"translates {_show(message)} again; remove one of the two"))
        elif flaw_here := _find_flaw(message, count):
            flaws.append((line, flaw_here))
        else:
            sound[key] = message
    compiled = _compile(sound.values(), rule, count) if sound else b""
    texts = frozenset(text for _, text in sound)
    return Translated(compiled, texts, tuple(sorted(flaws)))


def _cut_entries(data: bytes) -> Iterator[_Entry]:
    """Yield the entries of a file.

    Behind an empty line another one begins, and behind a ``msgid`` at what opens one: an entry that
    lacks its translation does not take the next one with it.
    """
    lines: list[tuple[int, str]] = []
    text = data.decode("utf-8-sig", "surrogateescape")
    for number, line in enumerate(text.split("\n"), 1):
        written = line.strip(" \t\r\f")
        before = _NO_COMMENT if not written else _BEGUN if _BEGINNING.match(written) else None
        if before and any(before.match(one) for _, one in lines):
            yield _Entry(tuple(lines))
            lines = []
        if written and (written[0] != "#" or written.startswith("#,")):
            lines.append((number, written))
    if any(map(_NO_COMMENT.match, (line for _, line in lines))):
        yield _Entry(tuple(lines))


def _find_broken_line(entry: _Entry) -> tuple[int, str] | None:
    for number, line in entry.lines:
        if any("\ud800" <= letter <= "\udfff" for letter in line):
            return number, "is not UTF-8; save the file as UTF-8"
        if line[0] != "#" and not _LINE.fullmatch(line):
            return number, "is no line of a catalogue, such as 'msgstr \"Words\"'; mend it"
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
    usual = _find_usual_rule(language)
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


def _find_usual_rule(language: str) -> str:
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


def _find_flaw(message: Message, count: int) -> str:
    """Return what is wrong with a translation, with the way out, or nothing."""
    forms = _forms(message.string)
    wanted = count if message.pluralizable else 1
    if not all(forms[:wanted]) or any(forms[wanted:]):
        last = f"msgstr[{wanted - 1}]" if wanted > 1 else "no other"
        return (
            f"{_show(message)} needs its forms from msgstr[0] to {last}; fill in each, or state "
            "another rule in Plural-Forms"
        )
    text = _first(message.id)
    lines_apart = "\n" in text
    for form in forms[:wanted]:
        if drop_controls(form) != form or ("\n" in form and not lines_apart):
            return f"{_show(message)} has a line break or a control character; remove it"
        if _TAG.findall(text) not in ([], _TAG.findall(form)):
            tags = " ".join(_TAG.findall(text))
            return f"{_show(message)} needs the marks {tags} in this order, and no others"
    if message.context:
        return "" if _is_pattern(message) else f"{_quote(forms[0])} is no pattern of dates; mend it"
    return _find_misplaced(message, forms[:wanted])


def _find_misplaced(message: Message, forms: Sequence[str]) -> str:
    """Return which places for values a translation lacks, or has too many, with the way out.

    One form of a plural may do without its number, as in "one article".
    """
    places = set(_PLACE.findall(_first(message.id)))
    found = [set(_PLACE.findall(form)) for form in forms]
    known = places | {"number"} if message.pluralizable else places
    if alien := sorted(set.union(*found) - known):
        return f"{_show(message)} has no place '%({alien[0]})s'; remove it"
    if lacking := sorted(places - set.union(*found)):
        return f"{_show(message)} lacks the place '%({lacking[0]})s'; put it in"
    for form in forms if known else ():
        if "%" in _PLACE.sub("\0", form).replace("%%", ""):
            return f"{_show(message)} has a '%' that opens no place; write it twice"
    return ""


def _is_pattern(message: Message) -> bool:
    """Tell whether a translation is a pattern of dates or times, as all with a context are."""
    pattern = str(message.string)
    try:
        if str(message.context).startswith("time"):
            told = format_time(_CLOCK, pattern, locale="en")
        else:
            told = format_date(_DAY, pattern, locale="en")
    except (ValueError, LookupError, AttributeError, TypeError):
        return False
    return 0 < len(told) <= _LONGEST_DATE


def _compile(messages: Iterable[Message], rule: str, count: int) -> bytes:
    catalog = Catalog(creation_date=_NO_DATE, revision_date=_NO_DATE)
    catalog.mime_headers = [("Plural-Forms", f"nplurals={count}; plural={rule};")]
    for one in messages:
        forms = _forms(one.string)
        catalog.add(one.id, forms[:count] if one.pluralizable else forms[0], context=one.context)
    compiled = BytesIO()
    write_mo(compiled, catalog)
    return compiled.getvalue()


def _show(message: Message) -> str:
    return _quote(_first(message.id))


def _quote(text: str) -> str:
    return f"'{text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + '…'}'"


def _first(text: object) -> str:
    return str(text[0]) if isinstance(text, (list, tuple)) else str(text)


def _forms(text: object) -> tuple[str, ...]:
    return tuple(map(str, text)) if isinstance(text, (list, tuple)) else (str(text),)
