"""Tell Polish by its letters, which two encodings write with different bytes.

Statistics fail here: of short texts both encodings, and the western one, make as much sense.
"""

import re

_LETTERS = frozenset("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ")
_SIGNS = frozenset("„”“’‘‚–—…«»§°\xa0")
# Letters that stand for signs such as "³" elsewhere, where those do not stand: inside or at the
# end of words of some length. "m³" is no word.
_SURE = re.compile(r"[^\W\d_]{3}[ąłżź]|[^\W\d_][ąłżź][^\W\d_]")
_FEWEST = 2
_STRANGE = 0.05  # of the signs beyond ASCII; names have letters from elsewhere


def find_polish(data: bytes) -> str:
    """Return the encoding in which bytes are Polish, or nothing.

    >>> text = "Prace rozpoczną się wiosną."
    >>> find_polish(text.encode("cp1250")), find_polish(text.encode("iso8859_2"))
    ('cp1250', 'iso8859_2')
    """
    return next((name for name in ("cp1250", "iso8859_2") if _is_polish(data, name)), "")


def _is_polish(data: bytes, encoding: str) -> bool:
    text = data.decode(encoding, "replace")
    beyond = [character for character in text if "\x7f" < character]
    strange = sum(one not in _LETTERS and one not in _SIGNS for one in beyond)
    kinds = _LETTERS.intersection(beyond)
    if _STRANGE * len(beyond) < strange or len(kinds) < _FEWEST:
        return False
    return len(_SURE.findall(text)) >= _FEWEST
