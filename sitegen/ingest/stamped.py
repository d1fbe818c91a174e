"""Find the dates of an article: its stamps, its place line, and what stands beside its text."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from sitegen.ingest.address_date import read_address_date
from sitegen.ingest.blocks import Marked
from sitegen.ingest.bylines import read_agency, read_byline
from sitegen.ingest.dates import (
    choose_stamp,
    date_to_day,
    read_dateline,
    read_stamp,
    read_stated_date,
    tells_update,
)
from sitegen.ingest.dating import settle_date
from sitegen.ingest.document import Facts
from sitegen.ingest.heads import read_head
from sitegen.ingest.leftovers import ABOVE_TEXT
from sitegen.ingest.lines import Line, make_line
from sitegen.ingest.shown import read_shown_date
from sitegen.ingest.stamps import (
    find_numbered_day,
    is_dated,
    is_numbered_day,
    names_day,
    take_dates,
)
from sitegen.ingest.worth import TEXT
from sitegen.ingest.writers import WRITER
from sitegen.model.article import Caption
from sitegen.model.dating import Dating

# As the Unicode CLDR 44 has their dates in figures.
_DAY_FIRST = frozenset(
    "ar bg ca cs da de el es fi fr gl he hi hr id it nb nl nn no pl pt ro ru sk sl sr tr uk"
    " vi".split()
)
# What says that a day is that of the publication, or a byline.
_PUBLISHED = re.compile(
    r"\bpubli|\b(?:posted|updated|issued|released|broadcast|aired|date|datum|data|fecha|veröffentlicht"
    r"|aktualisiert|erstellt)\b|^by [^\W\d]"
)
# When somebody took a text from where it was published, or looked at it there.
_RETRIEVED = re.compile(
    r"\b(?:exported|saved|printed|retrieved|accessed|archived|downloaded|captured|crawled|fetched"
    r"|copied|scanned|generated|today|forecast|abgerufen|gespeichert|exportiert|consulté"
    r"|consultado|guardado|consultato)\b"
)
_TO_COME = frozenset("on by at until till from to am ab bis um le el il op em".split())
_LONGEST_AGENCY = 5  # letters: "(PNW) 12 May 2021"
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_MONTH = timedelta(days=30)
_HEAD_LINES = 3  # below a dek, among which the byline stands
_SIGNED = frozenset({"byline", "byline and date", "post of the writer", WRITER})


def date_article(
    marked: Sequence[Marked],
    lead: str,
    captions: Sequence[Caption],
    facts: Facts,
    language: str,
) -> Dating:
    """Return the date that the text itself states, else the one beside it, else what it shows.

    ``lead`` is the first paragraph of the text, before which its place line stands.
    """
    shown = [caption.text for caption in captions]
    beside = read_stated_date(facts.date, facts.date_origin) if facts.date else None
    stamps = _list_stamps(marked, language)
    stamp = choose_stamp(stamp for stamp in stamps if not tells_update(stamp))
    stated = (
        stamp,
        read_dateline(lead, shown, beside) or _read_with_year(lead, stamp),
        beside,
        read_address_date(facts.url),
    )
    of_issue = facts.issue_date
    issue = read_stated_date(of_issue, "the head of the page or mail") if of_issue else None
    issue = issue and replace(issue, basis="shown")
    # The day of an update, and one amid other words, count and contradict only where nothing else
    # tells of the publication.
    stamps += _list_dates_beside(marked, language) if not any(stated) else []
    first = choose_stamp(stamp for stamp in stamps if not tells_update(stamp))
    updated = first or choose_stamp(stamps) if not any(stated) else None
    paragraphs = [mark.line.text for mark in marked if mark.kind in TEXT]
    lines = [mark.line.text for mark in marked]
    seen = read_shown_date(paragraphs, captions, lines, language)
    return settle_date((*stated, updated, issue, seen))


def _read_with_year(lead: str, stamp: Dating | None) -> Dating | None:
    """Return the day of a place line without a year, in the month before a stamp that has one.

    The stamp counts; so it is told where the place line says another day.
    """
    if stamp is None or stamp.moment is None or stamp.precision not in {"instant", "day"}:
        return None
    month = replace(stamp, moment=stamp.moment - _MONTH, precision="month")
    found = read_dateline(lead, (), month)
    return found and replace(found, evidence=found.evidence.partition(" … ")[0])


def list_facts(line: Line) -> list[Line]:
    """Return the facts of a line each on its own: ``By Ivo Brandt | 24 May 2025`` holds two."""
    if read_stamp(line) or read_byline(line) or read_agency(line):
        return [line]
    parts = read_head(line)
    if not parts and line.text.endswith(")"):
        head, _, agency = line.text.rpartition(" (")
        parts = (*read_head(make_line(head)), f"({agency}")
    return [make_line(part, line.number) for part in parts] or [line]


def _list_stamps(printed: Sequence[Marked], language: str) -> list[Dating]:
    """Return the dates that stand above the text, or else those that stand behind it.

    Within a text a date is that of a post or of a document that the text shows. A line or two of
    text above a stamp may be the dek, if the byline stands there, too.
    """
    texts = [place for place, mark in enumerate(printed) if mark.kind in TEXT]
    head = _find_end_of_head(printed)
    for place in range(head + 1, min(head + 1 + _HEAD_LINES, len(printed))):
        if printed[place].rule in _SIGNED:
            head = place + _HEAD_LINES
            break
        if printed[place].kind in TEXT:
            break
    behind = [
        mark
        for above, mark in pairwise(printed[texts[-1] :])
        if "@" not in above.line.text  # under the name of who wrote a post
    ]
    above = [
        line for mark in printed[:head] if mark.kind == "fact" for line in list_facts(mark.line)
    ]
    # A source with its date, as at the end of a list of sources, is signed by nobody.
    below = [line for mark in behind if mark.kind == "fact" for line in _list_signed(mark.line)]
    for lines in (above, below):
        if datings := [dating for line in lines if (dating := read_stamp(line))]:
            return datings
    return [dating for line in above if (dating := _read_numbered_day(line, language))]


def _find_end_of_head(printed: Sequence[Marked]) -> int:
    """Return the place of the first line of text that is none of those above it."""
    texts = [place for place, mark in enumerate(printed) if mark.kind in TEXT]
    return next((i for i in texts if printed[i].rule not in ABOVE_TEXT), texts[-1])


def _list_dates_beside(printed: Sequence[Marked], language: str) -> list[Dating]:
    """Return the dates that stand above the text in lines with other words."""
    found = []
    for mark in printed[: _find_end_of_head(printed)]:
        if mark.rule != "line with a date":
            continue
        for text in find_dates_beside(mark.line):
            day = read_stated_date(text, "") or _read_numbered_day(make_line(text), language)
            found += [replace(day, evidence=mark.line.text)] if day else []
    return found


def find_dates_beside(line: Line) -> tuple[str, ...]:
    """Return the dates of a line with other words that tells of the publication.

    It says so, or it begins with the date and has a word more at most: what is on a day, until
    then or by then may be in years to come.

    >>> find_dates_beside(make_line("Posted on 11th May 2023 in Interviews"))
    ('11th may 2023',)
    >>> [find_dates_beside(make_line(f"{words} 11 May 2033")) for words in ("Saved on", "Fair on")]
    [(), ()]
    """
    if not is_dated(line):
        return ()
    found, rest = take_dates(line.key)
    if _RETRIEVED.search(rest):
        return ()
    if _PUBLISHED.search(line.key):
        return found
    before = " ".join(_LETTERS.findall(line.key.partition(found[0])[0]))
    is_agency = len(before) <= _LONGEST_AGENCY and before not in _TO_COME
    is_first = is_agency or names_day(before)
    return found if is_first and len(_LETTERS.findall(rest)) <= 1 else ()


def _read_numbered_day(line: Line, language: str) -> Dating | None:
    """Return the day that figures between strokes mean where its language puts the day first.

    In English nobody knows which it is; the first of several days is meant.
    """
    is_known = language.partition("-")[0] in _DAY_FIRST
    day = find_numbered_day(line.key, is_day_first=True) if is_known else None
    return date_to_day(day, line.text) if day else None


def _list_signed(line: Line) -> list[Line]:
    """Return the facts of a line if one of them says who wrote it, else the line itself.

    A day in figures behind a text is mostly that of what a reader wrote.
    """
    if is_numbered_day(line.key):
        return []
    facts = list_facts(line)
    return facts if any(map(read_byline, facts)) else [line]
