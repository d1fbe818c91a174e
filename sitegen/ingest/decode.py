"""Turn the bytes of a seed file into text. The only module that knows charset-normalizer."""

import codecs
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sitegen.ingest.alphabets import find_by_language
from sitegen.ingest.encodings import DECLARED_ONLY, LARGER, NAMES, WIDE_LETTERS, WINDOWS
from sitegen.ingest.line_ends import list_lines
from sitegen.ingest.old_machines import find_old
from sitegen.ingest.polish import find_polish

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FOREIGN = 0.3  # of the letters; more accents than that no western language has
_DAMAGED = 0.1  # of the signs beyond ASCII; a file with more wrong ones was never UTF-8
_WRONG_LINES = 0.25  # of the lines; a file of which more are not UTF-8 has another encoding
_FEW = 5  # letters beyond ASCII; fewer say nothing of a language, and most texts are western
_FEWEST = 3  # different ones, for the same reason
_RARE = 0.02  # of the letters; no language that needs another encoding has so few of its own
_SAMPLE = 16_384  # bytes of lines that are not ASCII, enough to tell an encoding by
_WIDE = 0.05  # of the bytes; as many zeros a text in UTF-16 has whose words part at spaces
_PLAIN = 0.6  # of the bytes; where more are printable ASCII, a zero among them is an accident
_BYTEWISE = frozenset({"utf-8", "utf-8-sig"})
_CONTROLS = bytes(byte for byte in range(0x20) if byte not in b"\t\n\v\f\r\x1b\x1c\x1d\x1e\x1f")
# Control characters that a text may hold by accident: one in so many bytes, and a few in a short
# text. Pictures and archives have one in ten, programs more.
_RARE_EACH, _STRAY, _STRAY_EACH = 1_000, 16, 32
_BINARY = "binary data, not text; move it out of the seeds"


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, and the encoding that was found.

    ``doubt`` says what is wrong with the bytes, in words for the user, and is empty where nothing
    is; ``is_text`` is false for bytes that cannot be read as text at all. ``label`` names an
    encoding that had to be guessed from the content.
    """

    text: str
    encoding: str
    doubt: str
    is_text: bool
    label: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines as editors show them, without their ends."""
        return tuple(list_lines(self.text))


def decode(data: bytes, declared: str = "") -> Decoded:
    r"""Decode by byte order mark, else as UTF-8, else as declared, else by content; never raises.

    UTF-8 with a few wrong bytes stays UTF-8, with U+FFFD in their place. Bytes in no encoding
    that can be told are not read at all: wrong letters are worse than none.

    >>> decode(b"Caf\xe9\r\nOpen").lines
    ('Café', 'Open')
    >>> decode("Паром сел на мель в густом тумане во вторник".encode("koi8_r")).label
    'KOI8-R'
    """
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    if encoding == "utf-8" and (found := _find_marked(data)):
        return _accept(data, found)
    if encoding in _BYTEWISE and (zeros := _count_stray_zeros(data)):
        decoded = decode(data.replace(b"\0", b""), declared)
        told = "1 zero byte, which was" if zeros == 1 else f"{zeros:,} zero bytes, which were"
        doubts = (f"holds {told} left out", decoded.doubt)
        return replace(decoded, doubt="; ".join(filter(None, doubts)))
    text = data.decode(encoding, "replace")
    if "\0" in text:
        return Decoded(text, encoding, _BINARY, is_text=False)
    damage = text.count("\ufffd")
    if not damage:
        return Decoded(text, encoding, "", is_text=True)
    if encoding != "utf-8":
        return Decoded(text, encoding, _tell_damage(text), is_text=True)
    if damage < _DAMAGED * sum(character > "\x7f" for character in text) or _is_mostly_utf8(data):
        return _decode_damaged(data)
    if found := _find_declared(data, declared):
        return _accept(data, found, is_declared=True)
    western = _find_western(data)
    # Latin-1 has controls where the text has letters, so any other encoding is likelier.
    is_last = western == "latin-1"
    sample = _take_sample(data)
    told = find_polish(data) or find_old(sample) or find_by_language(sample)
    guessed = told or ("" if is_last else western) or _guess(sample) or western
    if guessed:
        return _accept(data, guessed)
    doubt = "its encoding cannot be told; save it as UTF-8"
    return Decoded(data.decode("latin-1"), "latin-1", doubt, is_text=False)


def _count_stray_zeros(data: bytes) -> int:
    """Return how many zero bytes a text holds; none for binary data, which has more and others."""
    zeros = data.count(0)
    if not zeros:
        return 0
    controls = len(data) - len(data.translate(None, _CONTROLS))
    most = max(min(_STRAY, len(data) // _STRAY_EACH), len(data) // _RARE_EACH)
    return zeros if controls <= most else 0


def _is_mostly_utf8(data: bytes) -> bool:
    """Tell whether few lines are not UTF-8, and others are and show it by letters beyond ASCII."""
    lines = data.split(b"\n")
    telling = [_is_whole(line, "utf-8") for line in lines if not line.isascii()]
    wrong = telling.count(False)
    return wrong <= max(1, _WRONG_LINES * len(lines)) and 2 * wrong <= len(telling)


def _decode_damaged(data: bytes) -> Decoded:
    """Decode UTF-8 of which some lines came from elsewhere, or have lost bytes.

    A line without one whole character of UTF-8 is read as western, if it can be.
    """
    lines = data.split(b"\n")
    western: list[int] = []
    for place, line in enumerate(lines):
        if line.isascii() or _is_whole(line, "utf-8") or not line.decode(errors="ignore").isascii():
            continue
        if encoding := _find_western(line):
            lines[place] = line.decode(encoding).encode()
            western.append(place + 1)
    text = b"\n".join(lines).decode(errors="replace")
    doubts = [f"is not UTF-8 in {_tell_lines(western)} read as Windows-1252"] if western else []
    doubts.append(_tell_damage(text) if "\ufffd" in text else "save it as UTF-8 to be sure")
    return Decoded(text, "utf-8", "; ".join(doubts), is_text=True)


def _tell_lines(numbers: Sequence[int]) -> str:
    if len(numbers) == 1:
        return f"line {numbers[0]}, which was"
    return f"{len(numbers):,} lines, such as line {numbers[0]}, which were"


def _tell_damage(text: str) -> str:
    damage = text.count("\ufffd")
    places = "1 place" if damage == 1 else f"{damage:,} places"
    line = text.count("\n", 0, text.index("\ufffd")) + 1
    return f"damaged in {places} from line {line} on, shown as \ufffd; save it as UTF-8 again"


def _find_marked(data: bytes) -> str:
    """Return an encoding that shows itself by bytes that no other text has."""
    if b"\x1b$" in data and _is_whole(data, "iso2022_jp"):
        return "iso2022_jp"
    if b"\0" not in data or len(data) % 2:
        return ""
    high, low = data[::2].count(0), data[1::2].count(0)
    start = data[:_SAMPLE]
    if min(high, low) or max(high, low) < _WIDE * len(data):
        plain = sum(0x20 <= byte <= 0x7E for byte in start)  # noqa: PLR2004 # space to tilde
        if _PLAIN * len(start) < plain:
            return ""
    orders = ("utf-16-le", "utf-16-be") if high < low else ("utf-16-be", "utf-16-le")
    return next((name for name in orders if _is_wide_text(data, name)), "")


def _is_wide_text(data: bytes, encoding: str) -> bool:
    return _is_whole(data, encoding) and not any(map(_is_no_text, data.decode(encoding)))


def _is_no_text(character: str) -> bool:
    return not character.isspace() and unicodedata.category(character) in {"Cc", "Cn", "Co"}


def _find_declared(data: bytes, declared: str) -> str:
    """Return the encoding that a file declares, if it is one that we know and the bytes fit."""
    try:
        name = codecs.lookup(declared).name if declared.isascii() and declared else ""
    except (LookupError, ValueError):  # no such encoding; a name with a zero in it
        return ""
    name = LARGER.get(name, name).replace("iso8859-", "iso8859_").replace("-", "_")
    known = name in NAMES or name in DECLARED_ONLY
    return name if known and _is_whole(data, name) else ""


def _find_western(data: bytes) -> str:
    """Return the western encoding of bytes that say too little for another one to be found."""
    encoding = "cp1252" if _is_whole(data, "cp1252") else "latin-1"
    text = data.decode(encoding)
    letters = [character for character in text if character.isalpha()]
    beyond = [character for character in letters if "\x7f" < character]
    is_few = (
        len(beyond) <= _FEW or len(set(beyond)) <= _FEWEST or len(beyond) < _RARE * len(letters)
    )
    is_western = is_few and len(beyond) <= _FOREIGN * len(letters)
    return encoding if is_western and not _IMPLAUSIBLE.search(text) else ""


def _guess(sample: bytes) -> str:
    """Return the encoding of bytes by the letters and words that they would give, or nothing."""
    from charset_normalizer import from_bytes

    found = from_bytes(sample, cp_isolation=list(NAMES))
    matches = [match for match in found if _is_plausible(str(match))]
    if not matches:
        return ""
    best, text = matches[0], str(matches[0])
    rivals = [one for one in matches if str(one) != text and one.chaos == best.chaos]
    if rivals and not best.coherence and best.encoding not in WIDE_LETTERS:
        return ""  # too short a text: it makes as much sense in another alphabet
    if _is_whole(sample, "cp1252") and sample.decode("cp1252") == text:
        return "cp1252"
    if best.encoding == "cp1250" and not re.search(rb"[\x80-\x9f]", sample):
        return "iso8859_2"  # the same letters, but Windows puts half of them and quotes there
    return str(best.encoding)


def _find_windows(data: bytes, encoding: str) -> str:
    """Return the encoding of Windows in place of one that has controls where that has letters."""
    sibling = WINDOWS.get(encoding, "")
    if sibling and _CONTROL.search(data) and _is_whole(data, sibling):
        return sibling
    return encoding


def _take_sample(data: bytes) -> bytes:
    """Return lines that are not ASCII, up to a limit, cut where no character can be cut."""
    return b"\n".join(_list_sample(data))


def _list_sample(data: bytes) -> Iterator[bytes]:
    taken = 0
    for line in data.splitlines():
        if line.isascii():
            continue
        piece = line[: _SAMPLE - taken]
        if len(piece) < len(line):
            # Below 0x30 no byte is the second half of a character, in any of these encodings.
            ends = [place for place, byte in enumerate(piece) if byte < ord("0")]
            piece = piece[: ends[-1]] if ends else b""
        yield piece
        taken += len(piece) + 1
        if _SAMPLE <= taken or len(piece) < len(line):
            return


_CONTROL = re.compile(rb"[\x80-\x9f]")
# Signs that end up in words only where other letters were meant.
_IMPLAUSIBLE = re.compile(r"[^\W\d_][³¹²¿¡¼½¾¬¦¨¯¸×÷¤¥¢±§¶©®µ]\w|\w[¿¡¤¬¦]\B")
_TURKISH = re.compile("[þðýÞÐÝ]")
_ICELANDIC = re.compile("[áéíóúæÁÉÍÓÚÆ]")
_SHOUTING = 0.8
_LETTERS = 0.4  # of the signs beyond ASCII; the rest are vowel marks, quotes and dashes


def _is_plausible(text: str) -> bool:
    """Tell whether a text can be what somebody wrote: no signs inside words, not all capitals.

    Turkish that was read as western has letters of Icelandic without the others of it.
    """
    if _IMPLAUSIBLE.search(text):
        return False
    if _TURKISH.search(text) and not _ICELANDIC.search(text):
        return False
    beyond = [character for character in text if "\x7f" < character]
    letters = [character for character in beyond if character.isalpha()]
    capitals = sum(character.isupper() for character in letters)
    return capitals <= _SHOUTING * len(letters) and _LETTERS * len(beyond) <= len(letters)


def _is_whole(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _accept(data: bytes, encoding: str, *, is_declared: bool = False) -> Decoded:
    encoding = _find_windows(data, encoding)
    if encoding == "euc_kr" and not _is_whole(data, encoding):
        encoding = "cp949"  # the same with rare syllables, by which other texts look like Korean
    text = data.decode(encoding, "replace")
    label = NAMES.get(encoding) or DECLARED_ONLY[encoding]
    if "\0" in text:
        return Decoded(text, encoding, _BINARY, is_text=False)
    if is_declared:
        return Decoded(text, encoding, "", is_text=True, label=label)
    doubt = f"is not UTF-8 and was read as {label}; save it as UTF-8 to be sure"
    return Decoded(text, encoding, doubt, is_text=True, label=label)
