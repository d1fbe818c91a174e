"""Name whom a report comes from."""

from urllib.parse import urlsplit


def name_source(agency: str, source: str, url: str) -> str:
    """Return the agency, else the source, else the host of the original's address.

    >>> name_source("", "", "https://ledger.example/2024/ferry")
    'ledger.example'
    """
    return agency or source or (urlsplit(url).hostname or "" if url else "")
