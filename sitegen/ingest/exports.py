"""Cut the exports of newspaper databases, whose own lines say where each article begins and ends.

Six layouts are known, from files as their users save them: that of LexisNexis before and since
2018, of Factiva with its codes, above their values or beside them, and without, and of ProQuest.
In each the articles stand one behind another, with a head that states headline, author, day and
newspaper, and a tail of subject terms.
"""

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from sitegen.ingest.bylines import read_byline
from sitegen.ingest.dates import read_stamp, read_stated_date
from sitegen.ingest.document import JOINED, Document, Facts, RawLine
from sitegen.ingest.export_layouts import LAYOUTS, ROLES, Layout
from sitegen.ingest.lines import Line, make_line

FIELD = "field of an export"  # the verdict on what a database says about an article
_EDITION = re.compile(r", [\w ]*edition *$", re.IGNORECASE)  # behind the day
_YEAR = re.compile(r"\d{4}\b")
_MAY_BORDER = re.compile(r"Document |End of D| *HD(?:[ \t]|$)| *\d+ of \d+ D")  # how borders begin
_CODE = re.compile(r"[A-Z]{2,3}$")
_GOES_ON = re.compile(r" *TD$")  # the code of what follows the first paragraphs
_LENGTH = re.compile(r"^[\d,.]+ words$", re.IGNORECASE)
_PAGED = re.compile(r"page \d+ (?:of|/) \d+$")
_NO_NAME = re.compile(
    r"[\W\d_]*|[A-Z]{2,8}|\d+[A-Z]?|(?:\w+ )?(?i:edition|english|copyright\b.*|\(?[c©]\)? .*"
    r"|all rights reserved\.?|proquest document link)"
)
_NAME = re.compile(r"[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’.-]*){1,3}$")  # of a person
# What is told of a picture, in some words more than who took it.
_PICTURE = re.compile(
    r"(?:photo(?:graph)?|picture|image|drawing)s?[:;,] *(\S+(?: +\S+){3}.*)$", re.IGNORECASE
)
_NONE = frozenset({"none available.", "none", "not available."})
_LONGEST_DEK = 60  # words
_PROSE_WORDS = 12


@dataclass(slots=True)
class _Stated:
    """What the lines around an article state, by what it is about; of two the first counts."""

    facts: dict[str, str] = field(default_factory=dict)
    date_origin: str = ""

    def take(self, role: str, value: str, number: int) -> None:
        """Take a fact from the line of that number, if it is one."""
        if role == "byline":
            value = _read_names(value)
        if not value or value.casefold() in _NONE or role in self.facts:
            return
        if role == "date":
            if read_stated_date(value, "") is None:
                return
            self.date_origin = f"line {number} of the export"
        if role != "dek" or len(value.split()) <= _LONGEST_DEK:
            self.facts[role] = value


def cut_export(document: Document) -> tuple[Document, ...]:
    """Return the articles of an export, each a document; any other document as it is.

    Text that stands before or behind all of them is a document, too, and read as any text is.
    """
    lines = document.lines
    texts = [line.text for line in lines if line.text]
    begun = (text for text in texts if text[0] in "DEH" or not text[0].isalpha())
    if not any(map(_MAY_BORDER.match, begun)):  # as in nearly all
        return (document,)
    for layout in LAYOUTS:
        found = layout.find_borders(lines)
        if not found:
            continue
        begin = _find_begin(lines[: found[0]], layout)
        final = found[-1] if layout.last else _find_last_field(lines, layout)
        end = final + 1 if _has_prose(lines[final + 1 :]) else len(lines)
        starts = [begin, *(found[1:] if layout.first else (index + 1 for index in found[:-1]))]
        parts = [lines[i:j] for i, j in pairwise([*starts, end])]
        if all(_is_stated(part, layout) for part in parts):
            around = [Document(part) for part in (lines[:begin], lines[end:])]
            made = [around[0], *(_read(part, layout) for part in parts), around[1]]
            return tuple(one for one in made if one.lines)
    return (document,)


def _is_stated(lines: Sequence[RawLine], layout: Layout) -> bool:
    """Tell whether a text is marked in the lines, and below what is stated about it."""
    begin = next((i for i, line in enumerate(lines) if layout.text.match(line.text)), 0)
    return any(
        layout.read_label(line.text) or _LENGTH.match(line.text) or read_stamp(make_line(line.text))
        for line in lines[:begin]
    )


def _find_begin(lines: Sequence[RawLine], layout: Layout) -> int:
    """Return where an export begins behind other text, 0 where there is none."""
    if layout.first:
        return len(lines) if _has_prose(lines) else 0
    text = next((i for i, line in enumerate(lines) if layout.text.match(line.text)), 0)
    return next((i + 1 for i in range(text - 1, -1, -1) if _is_prose(lines[i])), 0)


def _find_last_field(lines: Sequence[RawLine], layout: Layout) -> int:
    """Return the place of the last line by which the tail of an article is known."""
    places = range(len(lines) - 1, -1, -1)
    return next((i for i in places if layout.behind.match(lines[i].text)), len(lines))


def _has_prose(lines: Sequence[RawLine]) -> bool:
    return any(map(_is_prose, lines))


def _is_prose(line: RawLine) -> bool:
    """Tell whether a line is a sentence of some length, as databases write none of their own."""
    made = make_line(line.text)
    return _PROSE_WORDS <= made.words and made.is_sentence


def _read(lines: Sequence[RawLine], layout: Layout) -> Document:
    """Return an article of an export: its headline and text, and facts for what is stated."""
    begin = next(i for i, line in enumerate(lines) if layout.text.match(line.text))
    behind = (i for i in range(begin + 1, len(lines)) if layout.behind.match(lines[i].text))
    end = next(behind, len(lines))
    stated = _Stated()
    head = _read_head(lines[:begin], layout, stated)
    text = [_read_text(line, layout) for line in lines[begin:end]]
    tail = [
        line
        if _is_prose(line) and not layout.read_label(line.text)
        else _read_field(line, layout, stated)
        for line in lines[end:]
    ]
    facts = Facts(**stated.facts, date_origin=stated.date_origin)
    return Document((*head, *text, *tail), facts, is_single=True)


def _cut_edition(text: str) -> str:
    """Return a line without the edition behind its day.

    >>> _cut_edition("Monday, March 4, 2024, Late Edition"), _cut_edition("The day, late edition")
    ('Monday, March 4, 2024', 'The day, late edition')
    """
    day = text.rpartition(",")[0]
    return day if _EDITION.match(text, len(day)) and _YEAR.search(day) else text


def _read_head(lines: Sequence[RawLine], layout: Layout, stated: _Stated) -> list[RawLine]:
    """Return the lines above a text: the headline, day and byline as such, all others fields."""
    firsts = layout.find_borders(lines) if layout.first else []
    cover = firsts[0] + (not layout.is_coded) if firsts else 0
    made = [make_line(_cut_edition(line.text)) for line in lines]
    labels = {i: label for i, line in enumerate(lines) if (label := layout.read_label(line.text))}
    titles = _find_title(made, labels, cover, stated, is_day_below=layout.is_day_below)
    read = [replace(line, verdict=FIELD) if line.text.strip() else line for line in lines[:cover]]
    read += [_read_field(line, layout, stated) for line in lines[cover:]]
    for index in range(cover, len(lines)):
        if index not in labels and (read_stamp(made[index]) or read_byline(made[index])):
            read[index] = replace(lines[index], text=made[index].text)
    if titles:
        words = [labels[index][1] if index in labels else made[index].text for index in titles]
        read[titles[0]] = replace(lines[titles[0]], text=" ".join(words), shape="title")
        for index in titles[1:]:
            read[index] = replace(lines[index], verdict=JOINED)
    return read


def _find_title(
    made: Sequence[Line],
    labels: Mapping[int, tuple[str, str]],
    cover: int,
    stated: _Stated,
    *,
    is_day_below: bool,
) -> list[int]:
    """Return the places of a headline's lines, and take who is named by it and by its day."""
    named = (i for i in labels if i >= cover and ROLES.get(labels[i][0]) == "title")
    days = [i for i, line in enumerate(made) if i >= cover and i not in labels and read_stamp(line)]
    names = [i for i in range(cover, len(made)) if i not in labels and _may_be_name(made[i])]
    above = [i for i in names if not days or i < days[-1]]
    below = [i for i in names if days and i > days[-1]]
    source = above.pop() if is_day_below and above and days else next(iter(below), None)
    if source is not None:
        stated.take("source", made[source].text, 0)
    if below_code := _list_below_code(made):
        return below_code
    first = next(named, None)
    if first is not None:
        return [first, *_follow(first, 1, made, labels)]
    if not days:
        return [above[0], *_follow(above[0], 1, made, labels)] if above else []
    if is_day_below and above:
        return [*reversed(_follow(above[-1], -1, made, labels)), above[-1]]
    if is_day_below:  # or the newspaper stands above it alone
        return [below[0], *_follow(below[0], 1, made, labels)] if below else []
    if len(above) > 1 and _is_writer(made[above[-1]], made[above[-2]]):
        stated.take("byline", made[above.pop()].text, 0)
    return above[-1:]


def _list_below_code(made: Sequence[Line]) -> list[int]:
    """Return the places of the lines below the code of the headline, up to the next code."""
    code = next((i for i, line in enumerate(made) if line.text == "HD"), None)
    if code is None:
        return []
    end = next((i for i in range(code + 1, len(made)) if _CODE.match(made[i].text)), code + 1)
    return [i for i in range(code + 1, end) if made[i].text]


def _is_writer(line: Line, above: Line) -> bool:
    """Tell whether a line is a name below a headline, and no headline below that of a section."""
    return bool(_NAME.match(line.text)) and line.words < above.words


def _follow(place: int, step: int, made: Sequence[Line], labels: Container[int]) -> list[int]:
    """Return the places of the lines that touch one above or below it and are no fields.

    Above the first headline of a page, and of a document of several, stands its number.
    """
    found = []
    place += step
    while 0 <= place < len(made) and made[place].text and place not in labels:
        if _PAGED.match(made[place].key):
            break
        found.append(place)
        place += step
    return found


def _may_be_name(line: Line) -> bool:
    """Tell whether a line without a label may be a headline or the name of a newspaper."""
    is_other = _LENGTH.match(line.text) or _NO_NAME.fullmatch(line.text) or _PAGED.match(line.key)
    return bool(line.text) and not (is_other or read_stamp(line) or read_byline(line))


def _read_text(line: RawLine, layout: Layout) -> RawLine:
    if begun := layout.text.match(line.text):
        return replace(line, text=begun[1]) if begun[1].strip() else replace(line, verdict=FIELD)
    if _GOES_ON.match(line.text):
        return replace(line, verdict=FIELD)
    code = layout.read_label(line.text) if layout.is_coded else None
    return replace(line, text=code[1]) if code else line


def _read_field(line: RawLine, layout: Layout, stated: _Stated) -> RawLine:
    """Return a line with what it states taken from it."""
    label = layout.read_label(line.text)
    role = ROLES.get(label[0], "") if label else ""
    if label and label[0] == "graphic" and (picture := _PICTURE.match(label[1])):
        return replace(line, text=picture[1], shape="caption")
    if label and role and role != "title":
        stated.take(role, label[1], line.number)
    return replace(line, verdict=FIELD) if line.text.strip() else line


def _read_names(text: str) -> str:
    """Return who wrote, the family name last.

    >>> _read_names("Fellgate, Ida; Brandt, Ivo"), _read_names("By Ida Fellgate, Staff Writer")
    ('Ida Fellgate, Ivo Brandt', 'Ida Fellgate')
    """
    parts = [part.partition(", ") for part in text.strip(" ;").split("; ")]
    is_turned = all(
        first and len(first.split()) == 1 and len(name.split()) == 1 for name, _, first in parts
    )
    if is_turned:
        return ", ".join(f"{first} {name}" for name, _, first in parts)
    begins = text.casefold().startswith("by ")
    return read_byline(make_line(text if begins else f"By {text}")) or text.strip()
