"""Turn the bytes of a seed file into lines of text."""

import codecs
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text as lines without their ends, and the encoding that was found.

    ``is_text`` is false for bytes that no person wrote as text: pictures, archives, programs.
    """

    lines: tuple[str, ...]
    encoding: str
    is_text: bool


def decode(data: bytes) -> Decoded:
    r"""Decode by byte order mark, else as UTF-8, else as Windows-1252; never raises.

    A byte that Windows-1252 leaves undefined falls back to Latin-1, which has them all
    (https://encoding.spec.whatwg.org/#legacy-single-byte-encodings).

    >>> decode(b"Caf\xe9\r\nOpen").lines
    ('Café', 'Open')
    """
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    for candidate in (encoding, "cp1252"):
        try:
            return _split(data.decode(candidate), candidate)
        except UnicodeDecodeError:
            continue
    return _split(data.decode("latin-1"), "latin-1")


def _split(text: str, encoding: str) -> Decoded:
    return Decoded(lines=tuple(text.splitlines()), encoding=encoding, is_text="\0" not in text)
