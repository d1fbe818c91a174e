"""Read lines that hold several facts about the article: ``Ivo Brandt | 24 May 2025``."""

import re
from collections.abc import Iterable, Iterator

from sitegen.ingest.bylines import is_post, read_byline
from sitegen.ingest.counters import is_age, is_counter, is_near_day, is_reading_time
from sitegen.ingest.dates import read_stamp
from sitegen.ingest.lines import Line, is_titled, make_line
from sitegen.ingest.matter_dates import is_of_matter
from sitegen.ingest.named_months import NAME, find_named, part_at
from sitegen.ingest.stamps import DAYS, is_numbered_day
from sitegen.text.english import STOPWORDS
from sitegen.text.lexicon import is_outlet
from sitegen.text.name_kinds import is_person

_PARTS = re.compile(
    r"\s+[|·•/–—-]+\s+|,\s+|\s+at\s+(?=\d)|\s+(?=[|·•])|(?<=\d)\s+(?=by [A-Z])"
    rf"|\s+on\s+(?=(?i:{DAYS}|(?P<month>{NAME}))\b)"
    r"|(?<=[^\W\d_])\s+(?=\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4},? \d{1,2}[:.]\d\d$)"  # a day in figures
)
# By whom, and when: "By IDA FELLGATE Updated 8:41 PM GMT, March 12, 2024".
_PUBLISHED = re.compile(r"(?<=\w) (?=(?:first |last )?(?i:published|updated|posted) )")
_NAME_PUBLISHED = re.compile(r"(?:[A-ZÀ-Þ][\w'’.-]+ ){2,4}Published (?=[A-Z\d])")
# What parts names, and never the words of one; and the signs that any of it has.
_FIRM, _FIRM_SIGNS = re.compile(r"\s[|·•](?:\s|$)"), ("|", "·", "•")
_FIGURES = re.compile(r"\d")
_DAY = re.compile(r"\b(?:19|20)\d\d\b|\d{1,2}[:h]\d\d|\d{1,2}時")
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d")
_ISSUE = re.compile(
    r"(?:issue|edition|episode|vol\.|volume|no\.) ?#?\d+$|(?:pages?|pg?\.|pp\.) ?[a-z]?\d+$"
)
_UPDATED = re.compile(
    r"(?:(?:last )?(?:updated|modified)|mise? à jour|modifiée?|aktualisiert|actualizad[oa]"
    r"|aggiornato|atualizado|bijgewerkt):? (?:(?:at|à|um|a las|alle|às|om) )?"
    r"\d{1,2}[:.h]\d\d ?(?:[ap]\.?m\.?)?(?: [a-z]{2,4})?$"
)
_CHANGED = re.compile(r"(?:last )?(?:updated|modified):? (?=[a-z\d])")
_NO_YEAR = re.compile(r"[a-z]{3,9}\.? \d{1,2}")
_DASHES = frozenset("–—")
_MOST_PARTS = 6
_LIMIT, _FIRM_LIMIT = 14, 22  # words
_NAME_WORDS = 5
_AND = re.compile(r",? (?:and|&) |, ")
_FULL_NAME = range(2, 4)  # words
_FEWEST_NAMES, _MOST_NAMES = 2, 9  # words of one who wrote, and of several


def read_head(line: Line) -> tuple[str, ...]:
    """Return the facts of a line that holds nothing but byline, place and date, one by one.

    >>> from sitegen.ingest.lines import make_line
    >>> read_head(make_line("Lorcan Tew, Friday 11 April 2025"))
    ('Lorcan Tew', 'Friday 11 April 2025')
    >>> read_head(make_line("Lorcan Tew Published May 3, 2025 Updated May 3, 2025 10:26am"))
    ('Lorcan Tew', 'Published May 3, 2025', 'Updated May 3, 2025 10:26am')
    >>> read_head(make_line("Lorcan Tew 11-04-25, 06:30"))
    ('Lorcan Tew', '11-04-25, 06:30')
    >>> read_head(make_line("Rosa Fell Friday 11 April 2025 06.30"))
    ('Rosa Fell', 'Friday 11 April 2025 06.30')
    """
    is_by = line.key.startswith("by ")
    if not is_by and not _FIGURES.search(line.text):  # as in most lines
        return ()
    if line.text[0] in _DASHES or line.text[-1] == ":":  # who said what stands above, or below
        return ()
    is_sentence = line.is_sentence and not line.key.endswith((" a.m.", " p.m.", " min."))
    is_firm = any(map(line.text.__contains__, _FIRM_SIGNS)) and bool(_FIRM.search(line.text))
    if is_sentence or (_FIRM_LIMIT if is_firm else _LIMIT) < line.words:
        return ()
    is_signed = is_by and is_firm
    if not is_signed and not _DAY.search(line.text):
        return ()
    is_named = is_by or _NAME_PUBLISHED.match(line.text) is not None
    text = _PUBLISHED.sub(" | ", line.text) if is_named else line.text
    pieces = _part_name(text) or _list_parts(text)
    parts = [make_line(part) for part in pieces if part.strip(" |·•-")]
    whole, parts = parts, [part for part in _join_clocks(parts) if not _is_count(part)]
    is_left = len(parts) == 1 < len(whole)
    if is_left and (read_stamp(parts[0]) or (is_near_day(whole[-1]) and read_byline(parts[0]))):
        return (parts[0].text,)
    if not 1 < len(parts) <= _MOST_PARTS:
        return ()
    others = [part for part in parts if not (read_stamp(part) or is_numbered_day(part.key))]
    if not others and is_of_matter(line):  # the days of a life, or of a term
        return ()
    is_dated = len(others) < len(parts)
    if (is_dated or is_signed) and all(_is_name(part) for part in others):
        return tuple(part.text for part in parts)
    return ()


def _part_name(text: str) -> tuple[str, ...]:
    """Part the name of somebody from the date that stands behind it without a mark between them.

    What is no byline must be names, the first of a first name that is known: with a day behind it
    ``Port Ellery`` is a place or a paper.
    """
    words = text.split(" ")
    is_by = words[0].casefold() == "by"
    for count in range(_FEWEST_NAMES + is_by, min(len(words) - 1, _MOST_NAMES)):
        name, date = " ".join(words[:count]), " ".join(words[count:])
        if date[0].isalnum() and read_stamp(make_line(date)):
            if name[-1] == ",":  # a mark that parts them
                break
            first = _AND.split(name)[0].split()
            is_name = not is_by and len(first) in _FULL_NAME and is_titled(name)
            is_name = is_name and is_person([first[0], first[-1]]) and not is_outlet(name)
            return (name, date) if is_name or (is_by and read_byline(make_line(name))) else ()
    return ()


def _list_parts(text: str) -> Iterator[str]:
    """Yield what stands between the marks of a line, a stamp with its clock as a whole."""
    for part in _FIRM.split(text):
        yield from [part] if read_stamp(make_line(part)) else _split_date(part)


def _split_date(text: str) -> list[str]:
    """Part a line at its marks, but leave a date such as ``May 24, 2025`` whole."""
    pieces = [piece for piece in part_at(find_named(_PARTS, text), text) if piece]
    for index in range(len(pieces) - 1):
        pair = f"{pieces[index]}, {pieces[index + 1]}"
        # Without its century a day in figures is known by its clock alone.
        is_day = is_numbered_day(pair.lower()) and not is_numbered_day(pieces[index])
        if is_day or read_stamp(make_line(pair)):
            return [*pieces[:index], pair, *pieces[index + 2 :]]
    return pieces


def _join_clocks(parts: Iterable[Line]) -> Iterator[Line]:
    """Yield the parts, a clock that stands behind a date as a part of that.

    >>> [one.text for one in _join_clocks(map(make_line, ["May 3, 2025", "9:05 AM EDT", "Echo"]))]
    ['May 3, 2025, 9:05 AM EDT', 'Echo']
    """
    before: Line | None = None
    for part in parts:
        if before and _CLOCK.match(part.text):
            joined = make_line(f"{before.text}, {part.text}")
            if read_stamp(before) and read_stamp(joined):
                before = joined
                continue
        if before:
            yield before
        before = part
    if before:
        yield before


def _is_count(part: Line) -> bool:
    """Tell whether a part counts comments, or says which issue or page it is, or when it changed.

    Without its day the clock of an update tells nothing.
    """
    if _ISSUE.match(part.key) or _UPDATED.match(part.key) or is_near_day(part):
        return True
    if changed := _CHANGED.match(part.key):
        rest = make_line(part.text[changed.end() :])
        return is_age(rest) or bool(_NO_YEAR.fullmatch(rest.key))
    return part.text.rstrip(".")[-1:].isalpha() and (is_counter(part) or is_reading_time(part))


def _is_name(part: Line) -> bool:
    if read_byline(part) or _DAY.fullmatch(part.text) or is_post(part):
        return True
    if part.text.split()[0] in STOPWORDS:  # "in Mirovar": the end of a caption
        return False
    is_short = part.words <= _NAME_WORDS and not part.is_sentence
    return is_short and is_titled(part.text) and not _FIGURES.search(part.text)
