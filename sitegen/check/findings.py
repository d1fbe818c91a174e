"""What a check says: where, what is wrong, and what to do."""

import re

from sitegen.model.problem import Problem

MEND = "build again; if it stays, mend the template or report it"

_ARTICLE = re.compile(r"(?:^|/)articles/([^/]+)/index\.html")


def mend_link(place: str) -> str:
    """Return what to do about a link at a place: in an article it may be a person's own.

    >>> mend_link("articles/lost-pen/index.html:59")[:51]
    'mend it in content/articles/lost-pen.md if it is of'
    """
    article = _ARTICLE.search(place)
    if article is None:
        return MEND
    return f"mend it in content/articles/{article[1]}.md if it is of that text; else {MEND}"


def error(place: str, message: str) -> Problem:
    """Return a finding that breaks the site for somebody: the check fails."""
    return Problem(place, message, "error")


def warning(place: str, message: str) -> Problem:
    """Return a finding that a person should look at."""
    return Problem(place, message, "warning")


def shorten(text: str) -> str:
    """Return a text as it fits in a message.

    >>> shorten("a" * 100)[-5:]
    'aaaa…'
    """
    flat = " ".join(text.split())
    return flat if len(flat) <= _MOST_SHOWN else f"{flat[: _MOST_SHOWN - 1]}…"


_MOST_SHOWN = 80
