"""Give an article the headline that it has, or that its text makes."""

import re

from sitegen.text.dateline import split_dateline
from sitegen.text.sentences import split_sentences

_TITLE_WORDS = 14
_DRESS = re.compile(r"^([*=_~#+-]{2,6}|#(?= )|\*(?=.*\*$))\s*(\w.*?)\s*(?:\1)?$")


def undress(title: str) -> str:
    """Return a headline without the marks that a plain text sets around one."""
    dress = _DRESS.match(title)
    return dress[2].strip() if dress else title


def make_title(lead: str) -> str:
    """Make a headline for an article that has none: its first sentence, or the start of it.

    >>> make_title("PORT ELLERY, June 14 (Northern Wire) - Ferries ran again. All nine did.")
    'Ferries ran again'
    """
    words = split_sentences(split_dateline(lead)[1] or lead)[0].rstrip(".").split()
    return " ".join(words[:_TITLE_WORDS]) + ("…" if len(words) > _TITLE_WORDS else "")
