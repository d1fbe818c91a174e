"""Read the dates that are stated: by stamps, by place lines, and beside the text.

Months and years in running text name the past more often than the day of publication (measured:
7 to 18 % right), so they are never taken; what posts and pictures tell is another module's.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache

from sitegen.ingest.day_figures import spell_year
from sitegen.ingest.lines import Line
from sitegen.ingest.named_months import FULL_DATE, NAME, STAMP_MONTHS, find_named, is_named
from sitegen.ingest.stamps import DAYS, find_dates, find_numbered_day, spell_date
from sitegen.model.dating import Dating
from sitegen.text.days import YEARS
from sitegen.text.months import MONTHS
from sitegen.text.normalize import clean_line, fold

_TIME = (
    r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::\d{2}(?:\.\d+)?)?\s*(?P<half>[ap]\.?m\.?)?\s*"
    r"(?P<zone>gmt|utc|z|[+-]\d{2}:?\d{2})?"
)
_LABEL = (
    r"(?:(?:first |last )?"
    r"(?:published|posted|updated|modified|created|issued|filed|pub ?date|date|on|at)"
    r"(?: on| at)?\s*:?\s*)*"
)
_NEVER, _WEEK = datetime.max.replace(tzinfo=UTC), timedelta(days=7)
_COARSE_LENGTHS = {"month": timedelta(days=30), "year": timedelta(days=365)}
_LONGEST_WAIT = timedelta(days=5 * 365)  # for the last update of an article
_YEAR = re.compile(r"\d{4}|\d[/.]\d\d\b|\d-[^\W\d]{3,9}-\d\d ")  # which any date has
_FULL_DATE = re.compile(FULL_DATE)
_STAMP = re.compile(
    rf"^[\s|•·-]*{_LABEL}(?:(?:{DAYS}),? )?{FULL_DATE}"
    rf"(?:(?:,| at| -| \||t| ·)?\s*{_TIME})?[\s.|•·]*$"
)
_CAPITAL = r"[^\W\d_a-zß-ÿ]"  # of whatever alphabet: Århus, Östersund, Łódź
_OF = "of|upon|de|del|da|do|la|al|sur|am|an der|an de|ob der"  # amid the name of a place
_PLACE = rf"{_CAPITAL}[\w'’.-]{{0,30}}(?: (?:(?:{_OF}) )?{_CAPITAL}[\w'’.-]{{0,30}}){{0,3}}"
_AGENCY = r"(?:\([^()]{2,60}\)|/[^()/]{2,40}/)"
# Newspapers of India leave out the dash: "Navapur, Jun 27 (PTI) The railway".
_BEHIND_DATE = rf"(?:\)?,?\s*(?:{_AGENCY}\s*)?[-–—:]+ | {_AGENCY} (?={_CAPITAL}))"
_DATED = re.compile(rf"\d{_BEHIND_DATE}")  # what any place line with a date has, and few leads
_DATELINE = re.compile(
    rf"^(?:{_PLACE}(?:, {_PLACE})?(?: {_AGENCY})?(?:[,:]?| [–—-]{{1,2}}) "
    rf"|(?=[^()–—-]{{5,24}} {_AGENCY} ?[–—-]))"  # without a place an agency must follow
    rf"\(?(?i:(?:{DAYS}),? )?(?:(?:le|den|el|il|em|op) )?"
    rf"(?i:{FULL_DATE}|(?P<known>(?P<name>{NAME})\.? \d{{1,2}}))" + _BEHIND_DATE
)


def read_stamp(line: Line) -> Dating | None:
    """Return the date of a line that holds nothing but a date, or ``None``.

    A time counts only with its zone: without one it is not known which instant it names.

    >>> from sitegen.ingest.lines import make_line
    >>> read_stamp(make_line("Published: 14 June 2024, 09:30")).moment.isoformat()
    '2024-06-14T12:00:00+00:00'
    >>> read_stamp(make_line("June 15, 2024 18:05 GMT")).precision
    'instant'
    """
    return _read_dated(line.key, line.text) if _YEAR.search(line.key) else None


@lru_cache(maxsize=256)
def _read_dated(key: str, text: str) -> Dating | None:
    """Remember the date of a line: several rules ask for that of the same few lines."""
    if match := _match_stamp(_name_zone(spell_date(key))):
        return _make_dating(match, text)
    if day := find_numbered_day(key):
        return date_to_day(day, text)
    made = (_make_dating(one, text) for one in find_dates(key))
    datings = sorted(filter(None, made), key=lambda one: one.moment or _NEVER)
    if not datings or _is_life(datings):
        return None
    return datings[0]  # the earlier of two is when it was published


def _match_stamp(key: str) -> re.Match[str] | None:
    match = _STAMP.match(key)
    return match if match and is_named(match, STAMP_MONTHS) else None


def date_to_day(day: date, evidence: str) -> Dating:
    """Return a date that is known to the day, which noon in UTC stands for."""
    return Dating(datetime(day.year, day.month, day.day, 12, tzinfo=UTC), "day", evidence)


def _is_life(datings: Sequence[Dating]) -> bool:
    """Tell whether two dates are too far apart for an article and its update: birth and death."""
    first, last = datings[0].moment, datings[-1].moment
    return first is not None and last is not None and _LONGEST_WAIT < last - first


def read_dateline(
    paragraph: str, captions: Iterable[str], beside: Dating | None = None
) -> Dating | None:
    """Return the date that stands between a paragraph's place line and its text.

    Agencies leave out the year. A caption of the same day or of the week before tells it, or a
    month or a year that is stated ``beside`` the text; nothing else does.

    >>> lead = "PORT ELLERY, June 14 (Northern Wire) - Ferries ran."
    >>> read_dateline(lead, ["A ferry at noon, June 13, 2024."]).moment.date().isoformat()
    '2024-06-14'
    >>> read_dateline(lead, ["The ferry before the fire, May 3, 2019."]) is None
    True
    """
    match = _DATELINE.match(paragraph) if _DATED.search(paragraph) else None
    if not match or not is_named(match) or fold(match["name"] or "may") not in MONTHS:
        return None
    evidence = match[0].strip()
    if not match["known"]:
        return _make_dating(match, evidence)
    day = match["known"].replace(".", "").casefold()
    for caption in captions:
        for full in find_named(_FULL_DATE, caption.casefold()):
            seen = _make_dating(full, "")
            if seen and (found := _complete(day, seen, _WEEK)):
                return replace(found, evidence=f"{evidence} … {caption}")
    if beside and beside.precision in _COARSE_LENGTHS:
        found = _complete(day, beside, _COARSE_LENGTHS[beside.precision])
        return found and replace(found, evidence=f"{evidence} … {beside.evidence}")
    return None


def _complete(day: str, seen: Dating, reach: timedelta) -> Dating | None:
    """Return a day of a month in the year that puts it within reach after a date."""
    if not seen.moment:
        return None
    for year in (seen.moment.year, seen.moment.year + 1):
        match = _FULL_DATE.fullmatch(f"{day}, {year:04}")
        made = match and is_named(match) and _make_dating(match, "")
        if made and made.moment and timedelta() <= made.moment - seen.moment <= reach:
            return made
    return None


def read_stated_date(text: str, origin: str) -> Dating | None:
    """Return a date that is stated beside a text: ISO 8601, RFC 2822, or as people write it.

    It is known as exactly as it is stated; ``origin`` becomes part of its evidence.

    >>> read_stated_date("Fri, 14 Jun 2024 09:30:00 EST", "in wire.toml").moment.isoformat()
    '2024-06-14T14:30:00+00:00'
    >>> [read_stated_date(text, "").precision for text in ("2024", "June 2024", "2024-06-14")]
    ['year', 'month', 'day']
    >>> [f"{read_stated_date(text, '').moment:%Y-%m-%d}" for text in ("4/23/18", "23.4.97")]
    ['2018-04-23', '1997-04-23']
    >>> [read_stated_date(text, "") for text in ("31 February 2024", "4/3/18")]
    [None, None]
    """
    origin = f", {origin}" if origin else ""
    if count := _UNIX_TIME.fullmatch(text.strip()):
        moment = datetime.fromtimestamp(int(count[1]), UTC)
        if int(count[1]) % _DAY == 0:
            return Dating(moment.replace(hour=12), "day", f"{moment:%Y-%m-%d} ({text}){origin}")
        return Dating(moment, "instant", f"{moment:%Y-%m-%dT%H:%M:%SZ} ({text}){origin}")
    evidence = f"{text}{origin}"
    key = spell_year(_name_zone(_reorder(fold(clean_line(text)))))
    if match := _match_stamp(_expand(key)):
        return _make_dating(match, evidence)
    if day := find_numbered_day(key):
        return date_to_day(day, evidence)
    coarse = _COARSE.fullmatch(key)
    if not coarse or not is_named(coarse) or int(coarse["year"]) not in YEARS:
        return None
    name, number = coarse["month"], coarse["number"]
    month = MONTHS[fold(name)] if name else int(number or 1)
    if not 1 <= month <= _MONTHS_OF_A_YEAR:
        return None
    first = datetime(int(coarse["year"]), month, 1, 12, tzinfo=UTC)
    return Dating(first, "month" if name or number else "year", evidence)


def _name_zone(key: str) -> str:
    """Return a date with its zone, if that has a name of one meaning, as an offset."""
    before, space, zone = key.rpartition(" ")
    return f"{before} {_OLD_ZONES[zone]}" if space and zone in _OLD_ZONES else key


def _reorder(key: str) -> str:
    """Return a date that a program wrote, the year last or the zone in words, as others do.

    >>> _reorder("fri may 05 11:04:00 edt 2017"), _reorder("sat may 6 09:30:00 2017")
    ('05 may 2017 11:04:00 edt', '6 may 2017 09:30:00')
    >>> _reorder("fri may 05 2017 11:04:00 gmt-0400 (eastern daylight time)")
    '05 may 2017 11:04:00 -0400'
    """
    if match := _PROGRAM_DATE.fullmatch(key):
        zone = match[4] or ""
        offset = zone.removeprefix("gmt").removeprefix("utc")
        zone = offset if offset[:1] in {"+", "-"} else zone if zone in _KNOWN_ZONES else ""
        return f"{match[2]} {match[1]} {match[5]} {match[3]} {zone}".rstrip()
    if match := _BROWSER_DATE.fullmatch(key):
        return f"{match[2]} {match[1]} {match[3]} {match[4]}"
    return _HOURS.sub(r"\g<0>00", _ZONE_NAME.sub("", key))


def _expand(key: str) -> str:
    """Return other ways to write a date in one that a stamp has.

    They are the basic form of ISO 8601 without hyphens and colons, the year first between slashes
    or dots, and the month by name between hyphens.
    """
    compact = _COMPACT.match(key)
    if not compact:
        return _JOINED_DAY.sub(r"\1 \2 \3", _SLASHED.sub(r"\1-\3-\4", key))
    time = f"t{compact[4]}:{compact[5]}" if compact[4] else ""
    return f"{compact[1]}-{compact[2]}-{compact[3]}{time}{key[compact.end() :]}"


_MONTHS_OF_A_YEAR = 12
# Seconds since 1970, or parts of them, as pandas, Java and JavaScript write; until March 2030, for
# what begins with 19 or 20 may as well be 2024061409. Whole days are those of a column of days.
_UNIX_TIME = re.compile(r"(1[0-8]\d{8})(?:\d{3}|\d{6})?(?:\.\d{1,9})?")
_DAY = 24 * 60 * 60
_HOURS = re.compile(r"\d{2}:\d{2}:\d{2}(?:\.\d+)?[+-]\d{2}$")  # a zone as PostgreSQL writes it
_ZONE_NAME = re.compile(r"\[[a-z0-9_/+-]+\]$")  # RFC 9557
# C, Java and what Twitter was write the year last, JavaScript the name of the zone.
_PROGRAM_DATE = re.compile(
    r"[a-z]{3} ([a-z]{3}) (\d{1,2}) (\d{2}:\d{2}:\d{2}) "
    r"(?:([a-z]{1,4}|(?:gmt|utc)?[+-]\d{2}:?\d{2}) )?(\d{4})"
)
_BROWSER_DATE = re.compile(
    r"[a-z]{3} ([a-z]{3}) (\d{2}) (\d{4} \d{2}:\d{2}:\d{2}) gmt([+-]\d{4})(?: \(.*\))?"
)
_SLASHED = re.compile(r"^(\d{4})([/.])(\d{1,2})\2(\d{1,2})\b")
_JOINED_DAY = re.compile(r"^(\d{1,2})-([a-z]{3,9})-(\d{4})\b")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:t(\d{2})(\d{2})(?:\d{2})?|$|(?=t))")
_COARSE = re.compile(rf"(?:(?P<month>{NAME})\.?,? )?(?P<year>\d{{4}})(?:-(?P<number>\d{{2}}))?")
# RFC 2822 section 4.3, and mainland Europe. BST is Dhaka's as well as London's, IST of three lands.
_OLD_ZONES = {"est": "-0500", "edt": "-0400", "cst": "-0600", "cdt": "-0500"}
_OLD_ZONES |= {"mst": "-0700", "mdt": "-0600", "pst": "-0800", "pdt": "-0700"}
_OLD_ZONES |= {"cet": "+0100", "cest": "+0200", "eet": "+0200", "eest": "+0300"}
_KNOWN_ZONES = frozenset({*_OLD_ZONES, "gmt", "utc", "z"})


def _make_dating(match: re.Match[str], evidence: str) -> Dating | None:
    """Return the date, or ``None`` for one that the calendar does not have."""
    parts = match.groupdict()
    month = parts["month"]
    year, day = (parts[name] or parts[name + "2"] or parts[name + "3"] for name in ("year", "day"))
    number = STAMP_MONTHS[fold(month)] if month else int(parts["month3"])
    if int(year) not in YEARS:
        return None
    try:
        noon = datetime(int(year), number, int(day), 12, tzinfo=UTC)
    except ValueError:
        return None
    if not parts.get("zone"):
        return Dating(moment=noon, precision="day", evidence=evidence)
    return _add_time(noon, parts, evidence)


def _add_time(noon: datetime, parts: dict[str, str], evidence: str) -> Dating:
    """Return the instant, or the day alone."""
    half = (parts["half"] or "").replace(".", "")
    hour = int(parts["hour"]) % 12 + 12 * (half == "pm") if half else int(parts["hour"])
    try:
        local = noon.replace(hour=hour, minute=int(parts["minute"]), tzinfo=_zone(parts["zone"]))
        moment = local.astimezone(UTC)
    except ValueError:  # the clock has no such time
        return Dating(moment=noon, precision="day", evidence=evidence)
    return Dating(moment=moment, precision="instant", evidence=evidence)


def _zone(text: str) -> timezone:
    if text in {"gmt", "utc", "z"}:
        return UTC
    minutes = int(text[1:3]) * 60 + int(text[-2:])
    return timezone(timedelta(minutes=-minutes if text[0] == "-" else minutes))


def tells_update(stamp: Dating) -> bool:
    """Tell whether a stamp names nothing but the day of a later change.

    >>> [tells_update(Dating(None, "day", text)) for text in ("Updated 15 June", "15 June 2024")]
    [True, False]
    """
    words = set(fold(stamp.evidence).replace(":", " ").split())
    return not words.isdisjoint(_CHANGED) and words.isdisjoint(_PUBLISHED)


_CHANGED = frozenset(
    "updated modified edited aktualisiert actualizado aggiornato atualizado".split()
)
_PUBLISHED = frozenset("published posted created issued filed".split())


def choose_stamp(stamps: Iterable[Dating]) -> Dating | None:
    """Return the earliest stamp, which is when it was published; later ones tell of updates."""
    return min(stamps, key=lambda dating: dating.moment or _NEVER, default=None)
