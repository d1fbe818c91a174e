"""Read dates as strictly as their standards write them."""

import re
from datetime import UTC, datetime, timedelta, timezone

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_DAYS = "Mon Tue Wed Thu Fri Sat Sun".split()
_RFC_822 = re.compile(
    r"(?:(?P<weekday>[A-Z][a-z]{2}), )?(?P<day>\d{1,2}) (?P<month>[A-Z][a-z]{2}) (?P<year>\d{4}) "
    r"(?P<hour>\d{2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))? (?P<zone>GMT|UT|[+-]\d{4})",
    re.ASCII,
)
_RFC_3339 = re.compile(
    r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})", re.ASCII
)
_W3C_DATE = re.compile(
    r"\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?)?)?",
    re.ASCII,
)


def read_rfc822(text: str) -> datetime | None:
    """Return the moment of a date in RSS, None where it is none, or has the wrong weekday.

    RFC 822 as RSS 2.0 uses it: a year of four digits. The zones that it knows by letters differ
    from reader to reader (EST), so only GMT and offsets count.

    >>> read_rfc822("Mon, 01 Jul 2024 06:00:00 +0000").isoformat()
    '2024-07-01T06:00:00+00:00'
    >>> read_rfc822("Tue, 01 Jul 2024 06:00:00 +0000"), read_rfc822("1 Jul 2024 06:00 EST")
    (None, None)
    """
    found = _RFC_822.fullmatch(text)
    if not found or found["month"] not in _MONTHS:
        return None
    try:
        moment = datetime(
            int(found["year"]),
            _MONTHS.index(found["month"]) + 1,
            int(found["day"]),
            int(found["hour"]),
            int(found["minute"]),
            int(found["second"] or 0),
            tzinfo=_read_zone(found["zone"]),
        )
    except ValueError:
        return None
    is_right_day = found["weekday"] in {None, _DAYS[moment.weekday()]}
    return moment if is_right_day else None


def read_rfc3339(text: str) -> datetime | None:
    """Return the moment of a date in Atom or JSON Feed, None where it is none.

    >>> read_rfc3339("2024-07-01T06:00:00Z").isoformat(), read_rfc3339("2024-07-01 06:00")
    ('2024-07-01T06:00:00+00:00', None)
    """
    if not _RFC_3339.fullmatch(text):
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def read_sitemap_date(text: str) -> datetime | None:
    """Return the first moment of a date as sitemaps have it, None where it is none.

    https://www.w3.org/TR/NOTE-datetime: a year, a month, a day, or a time with its zone.

    >>> read_sitemap_date("2024-06").isoformat(), read_sitemap_date("2024-13")
    ('2024-06-01T00:00:00+00:00', None)
    """
    if not _W3C_DATE.fullmatch(text):
        return None
    whole = f"{text}-01-01"[:10] if len(text) <= len("2024-06-01") else text
    try:
        moment = datetime.fromisoformat(whole)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _read_zone(zone: str) -> timezone:
    if zone in {"GMT", "UT"}:
        return UTC
    minutes = int(zone[1:3]) * 60 + int(zone[3:5])
    return timezone(timedelta(minutes=-minutes if zone[0] == "-" else minutes))
