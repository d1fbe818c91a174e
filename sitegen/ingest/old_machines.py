"""Tell text of old machines, which wrote Mac OS Roman and the pages of DOS, from that of Windows.

All have the same bytes for other letters, so each can be read as the other. What was read wrongly
shows it by letters where none can stand: ``donÕt``, ``caf‚``. A reading is taken only where that
of Windows has several such places, this one has none, and no other reading of them is as good.
"""

import re
from itertools import islice

from sitegen.ingest.alphabets import is_western
from sitegen.ingest.encodings import WIDE_LETTERS

_READINGS = ("mac_roman", "cp850", "cp437")
_FEWEST = 2  # places
# Capitals behind small letters and behind stops, low quotes behind letters, signs inside words,
# and bytes that mean nothing.
_WRONG = re.compile(
    r"[a-zß-öø-ÿ][À-ÖØ-ÞŠŒŽŸ]|[,.?!;:][À-ÖØ-ÞŠŒŽŸ](?!\w)|[^\W\d_][‚„ˆ]|[a-z][ªº¿¡]"
    r"|[^\W\d_][‡‰‹›™¢£¤¥§¨©¬®¯±²³´¶¸¹»«¼½¾¿¡…“”†•˜�](?=[^\W\d_])|�"
)
_SWALLOWED = re.compile(r"[A-Za-z](?![\0-\u2e7f])[^\W_]|(?![\0-\u2e7f])[^\W_][A-Za-z]")


def find_old(data: bytes) -> str:
    """Return the encoding of an old machine that bytes are in for certain, or nothing.

    >>> find_old("“I don’t know,” she said of the café.".encode("mac_roman"))
    'mac_roman'
    >>> find_old("They met in the café, and the señor had coffee for all of them.".encode("cp850"))
    'cp850'
    >>> find_old("“I don’t know,” she said of the café.".encode("cp1252"))
    ''
    """
    places = _WRONG.finditer(data.decode("cp1252", "replace"))
    if len(list(islice(places, _FEWEST))) < _FEWEST:
        return ""
    texts: dict[str, str] = {}
    for encoding in _READINGS:
        text = data.decode(encoding)
        if is_western(text) and not _WRONG.search(text.replace("…", " ")):
            texts.setdefault(text, encoding)
    return next(iter(texts.values())) if len(texts) == 1 and not _is_wide(data) else ""


def _is_wide(data: bytes) -> bool:
    """Tell whether the bytes may be signs of East Asia: quotes of two bytes amid English."""
    for encoding in sorted(WIDE_LETTERS):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _SWALLOWED.search(text):  # no letter of theirs has taken one of a word for its half
            return True
    return False
