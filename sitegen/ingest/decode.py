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


_FOREIGN = 0.3  # of the letters; more accents than that no western language has
_DAMAGED = 0.1  # of the signs beyond ASCII; a file with more wrong ones was never UTF-8


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, and the encoding that was found.

    ``doubt`` says what is wrong with the bytes, in words for the user, and is empty where nothing
    is; ``is_text`` is false for bytes that cannot be read as text at all.
    """

    text: str
    encoding: str
    doubt: str
    is_text: bool

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines as editors show them, without their ends."""
        return tuple(self.text.splitlines())


def decode(data: bytes) -> Decoded:
    r"""Decode by byte order mark, else as UTF-8, else as Windows-1252; never raises.

    UTF-8 with a few wrong bytes stays UTF-8, with U+FFFD in their place. Bytes that would give
    mostly accented letters are in no western encoding, and which one it is cannot be told.

    >>> decode(b"Caf\xe9\r\nOpen").lines
    ('Café', 'Open')
    """
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    text = data.decode(encoding, "replace")
    if "\0" in text:
        return Decoded(
            text, encoding, "binary data, not text; move it out of the seeds", is_text=False
        )
    damage = text.count("\ufffd")
    if not damage:
        return Decoded(text, encoding, "", is_text=True)
    if encoding != "utf-8" or damage < _DAMAGED * sum(character > "\x7f" for character in text):
        doubt = f"damaged in {damage} places, shown as \ufffd; save it as UTF-8 again"
        return Decoded(text, encoding, doubt, is_text=True)
    return _decode_western(data)


def _decode_western(data: bytes) -> Decoded:
    """Decode as Windows-1252, whose undefined bytes are those of Latin-1.

    That is what browsers do (https://encoding.spec.whatwg.org/#legacy-single-byte-encodings).
    """
    try:
        text, encoding = data.decode("cp1252"), "cp1252"
    except UnicodeDecodeError:
        text, encoding = data.decode("latin-1"), "latin-1"
    letters = [character for character in text if character.isalpha()]
    if _FOREIGN * len(letters) < sum(character > "\x7f" for character in letters):
        return Decoded(
            text, encoding, "its encoding cannot be told; save it as UTF-8", is_text=False
        )
    doubt = "is not UTF-8 and was read as Windows-1252; save it as UTF-8 to be sure"
    return Decoded(text, encoding, doubt, is_text=True)
