"""Read the date in the address of an article: many sites file what they publish by its day."""

import re
from urllib.parse import urlsplit

from sitegen.ingest.dates import read_stated_date
from sitegen.ingest.named_months import NAME, find_named
from sitegen.model.dating import Dating
from sitegen.text.months import MONTHS
from sitegen.text.normalize import fold

_PATH = re.compile(
    rf"/(?P<year>(?:19|20)\d\d)(?:/(?P<month>{NAME})|[/-](?P<number>\d\d?))(?:[/-](?P<day>\d\d?))?"
    r"(?=/|$|-\D)"
    r"|/(?P<year2>(?:19|20)\d\d)/?(?P<number2>\d\d)(?P<day2>\d\d)(?=/|$|-\D)"
)


def read_address_date(address: str) -> Dating | None:
    """Return the day or the month in the path of an address, or ``None``.

    >>> read_address_date("https://example.org/2024/06/14/ferry-late").moment.date().isoformat()
    '2024-06-14'
    >>> read_address_date("https://example.org/news/2024/jun/ferry-late").precision
    'month'
    >>> read_address_date("https://example.org/2024/ferry-of-1948") is None
    True
    """
    try:
        path = urlsplit(address).path.casefold()
    except ValueError:  # brackets that are no IPv6 address
        return None
    match = next(find_named(_PATH, path), None)
    if not match:
        return None
    parts = match.groupdict()
    month = (
        MONTHS[fold(parts["month"])] if parts["month"] else int(parts["number"] or parts["number2"])
    )
    day = parts["day"] or parts["day2"]
    stated = f"{parts['year'] or parts['year2']}-{month:02}" + (f"-{int(day):02}" if day else "")
    found = read_stated_date(stated, "")
    return found and Dating(found.moment, found.precision, f"{stated} in the address {address}")
