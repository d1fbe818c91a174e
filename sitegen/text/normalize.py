"""Make text comparable and printable without changing its words."""

import re
import unicodedata

# Controls, zero-width marks, the byte order mark and code points that XML 1.0 forbids
# (https://www.w3.org/TR/xml/#charsets); controls of direction, which can make a line read as what
# it is not (https://trojansource.codes). Joiners stay: Persian and emoji need them.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff"
    "\ud800-\udfff\ufffe\uffff]"
)
# What may stand in no page: controls but tab and line feed, what has no character, and what turns
# the direction of the text around it.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef"
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
    )
    + "]"
)
# The bytes of UTF-8 that are no part of any of those.
_PLAIN_BYTES = bytes([*b"\n", *range(0x20, 0x7F)])
_MAIL_ADDRESS = re.compile(
    r"[<(\[]?(?:mailto:)?[^\s<>()\[\]@,;]{1,64}@[^\s<>()\[\]@,;]{1,255}[>)\]]?"
)
_QUOTES = tuple(zip("‘’‚‛“”„‟′–—‒―", "''''\"\"\"\"'----", strict=True))


def clean_line(line: str) -> str:
    r"""Return the line as it can be published: one kind of space, nothing invisible.

    >>> clean_line("  Ferries\u00a0resume\x07 at\tnoon ")
    'Ferries resume at noon'
    """
    if not line.isprintable():  # a line break, an odd space, or what nobody sees
        line = " ".join(line.split())
        if line.isprintable():
            return line
        line = _UNPRINTABLE.sub("", line)
    elif "  " not in line and line[:1] != " " != line[-1:]:
        return line
    return " ".join(line.split())


def drop_controls(text: str) -> str:
    r"""Return the text without the characters that may stand in no page; lines stay as they are.

    >>> drop_controls("pay \u202e001\u202c\x1b[2J\n now")
    'pay 001[2J\n now'
    """
    return text if is_printable(text) else _FORBIDDEN.sub("", text)


def is_printable(text: str) -> bool:
    r"""Tell whether each character of a text can be seen, or ends a line.

    >>> is_printable("Åland\n"), is_printable("a\tb")
    (True, False)
    """
    return text.isprintable() or bool(_encode_clean(text))


def encode_shown(text: str) -> bytes:
    r"""Return a text as UTF-8 without the characters that may stand in no page.

    >>> encode_shown("pay \u202e001\u202c\x1b[2J\n now")
    b'pay 001[2J\n now'
    """
    return _encode_clean(text) or _FORBIDDEN.sub("", text).encode()


def _encode_clean(text: str) -> bytes:
    """Return a text as UTF-8 where it is quickly told that nothing forbidden is in it, else none.

    All that is forbidden is not printable, and a look at each letter takes five times as long as to
    set aside those of plain English first.
    """
    try:
        data = text.encode()
    except UnicodeEncodeError:  # half a character
        return b""
    return data if data.translate(None, _PLAIN_BYTES).decode().isprintable() else b""


def drop_mail_addresses(name: str) -> str:
    """Return the name of a person without an address of theirs, and without its brackets.

    >>> drop_mail_addresses("Jane Doe <jane@wire.example>")
    'Jane Doe'
    """
    return " ".join(_MAIL_ADDRESS.sub(" ", name).split()) if "@" in name else name


def show_controls(text: str) -> str:
    r"""Return one line of text for a terminal: what it would obey, or nobody would see, is shown.

    >>> print(show_controls("a\x1b[2J\nb"))
    a\x1b[2J\nb
    """
    if text.isprintable():
        return text
    return "".join(
        one if one.isprintable() else one.encode("unicode_escape").decode() for one in text
    )


def fold(text: str) -> str:
    """Return a form in which two spellings of the same words are equal.

    Case, the style of quotes and dashes, and Unicode composition do not count; words do.

    >>> fold("‘Early Date’ – Mayor") == fold("'early date' - mayor")
    True
    >>> fold("İLGİLİ HABER")
    'ilgili haber'
    """
    if text.isascii():
        return text.lower()
    plain = _straighten(text)
    if plain.isascii():  # most text beyond ASCII has quotes and dashes, and nothing to compose
        return plain.lower()
    folded = _straighten(unicodedata.normalize("NFKC", text)).casefold()
    return folded.replace("i\u0307", "i")  # of the Turkish capital with a dot


def _straighten(text: str) -> str:
    """Return the text with one kind of quotes and of dashes."""
    for written, meant in _QUOTES:  # five times as fast as str.translate
        text = text.replace(written, meant)
    return text


def strip_accents(text: str) -> str:
    """Return the text without the marks on Latin letters, for slugs and for comparing names.

    Marks of other scripts stay: there they make other letters.

    >>> strip_accents("José Marañón, Åsa, が")
    'Jose Maranon, Asa, が'
    """
    if text.isascii():
        return text
    kept = []
    base = ""
    for character in unicodedata.normalize("NFKD", text):
        if not unicodedata.combining(character):
            base = character
        elif base < "\u0250":
            continue
        kept.append(character)
    return unicodedata.normalize("NFC", "".join(kept))
