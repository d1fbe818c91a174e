"""The beginning of every id that is minted: ``tag:`` URIs (RFC 4151)."""

import re
from collections.abc import Iterable
from datetime import datetime
from urllib.parse import urlsplit

# What stands between host and name in every id. The year is that of the scheme, not of the article:
# the same text has the same id again after content/ was lost.
ID_SCHEME = "2026:sitegen"
_MINTED = re.compile(rf"tag:[^:,]+,{ID_SCHEME}/[0-9a-f]{{16}}")


def find_authority(ids: Iterable[tuple[datetime, str]], base_url: str) -> str:
    """Return how the ids begin that came first, so that it outlives a move of the site.

    ``ids`` are those of all pages, drafts too, each with the moment when it was first seen; those
    that a person made up do not count. Without any, the host of the base URL begins them.

    >>> find_authority([], "https://news.example/repo/")
    'tag:news.example,2026:sitegen'
    """
    minted = [pair for pair in ids if _MINTED.match(pair[1])]
    if not minted:
        return f"tag:{urlsplit(base_url).hostname or 'localhost'},{ID_SCHEME}"
    return min(minted)[1].rpartition("/")[0]
