"""What a check says: where, what is wrong, and what to do."""

from sitegen.model.problem import Problem

MEND = "build again; if it stays, mend the template or report it"


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
