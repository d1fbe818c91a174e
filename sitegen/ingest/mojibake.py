"""Mend text that was UTF-8 and was read as something else. The only module that knows ftfy.

Only where that is certain, and nothing else that ftfy can do: quotes, widths and entities stay.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from operator import attrgetter

from sitegen.ingest.document import Document, Facts

# The first byte of a character in UTF-8 and one that follows it, as Windows-1252 and Latin-1 show
# them; and the controls that Latin-1 has where Windows-1252 has quotes and dashes.
_SUSPECT = re.compile("[Â-ô][\x80-¿ŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]|[ÂÃâ] |[\x80-\x9f]")
_STEPS = frozenset(
    {
        ("encode", "latin-1"),
        ("encode", "sloppy-windows-1252"),
        ("transcode", "restore_byte_a0"),
        ("decode", "utf-8"),
        ("decode", "windows-1252"),
        ("apply", "decode_inconsistent_utf8"),
        ("transcode", "fix_c1_controls"),
    }
)
# The byte 9D of a closing quote, which Windows-1252 lacks and many a program drops.
_OPENING, _CUT_CLOSING = "â€œ", re.compile(r"â€(?=[\s,.;:!?)\]]|$)")
_SHOWN = 30
_read_stated = attrgetter(*(one.name for one in fields(Facts)))


@dataclass(frozen=True, slots=True)
class Mended:
    """Documents in which wrong letters are put right; ``note`` tells of it, empty for none."""

    documents: tuple[Document, ...]
    note: str


def mend_documents(documents: tuple[Document, ...]) -> Mended:
    """Return the documents with every line mended that can be mended for certain."""
    if not any(_is_suspect(document) for document in documents):
        return Mended(documents, "")
    changes: dict[int, str] = {}
    made = tuple(_mend_document(document, changes) for document in documents)
    if not changes:
        return Mended(documents, "")
    number, word = min(changes.items())
    lines = "1 line" if len(changes) == 1 else f"{len(changes):,} lines"
    return Mended(
        made,
        f"UTF-8 that had been read as another encoding was mended in {lines}, "
        f"such as line {number}: {word}",
    )


def _is_suspect(document: Document) -> bool:
    """Tell whether anything in a document needs a closer look; most have nothing."""
    texts = [*_read_stated(document.facts), *(line.text for line in document.lines)]
    whole = "\n".join(texts)
    if whole.isascii():
        return False
    # Most text beyond ASCII has curly quotes and no letter of Latin-1: that costs no search.
    data = whole.encode("utf-8", "replace")
    if b"\xc3" not in data and b"\xc2" not in data:
        return False
    return any(not text.isascii() and _SUSPECT.search(text) for text in texts)


def mend_text(text: str) -> str:
    """Return a text with its letters put right, or as it is; text that is fine never changes.

    >>> mend_text("Itâ€™s at ZoÃ«â€™s cafÃ©"), mend_text("“Ça ira”, dit-elle à Zoë")
    ('It’s at Zoë’s café', '“Ça ira”, dit-elle à Zoë')
    >>> mend_text("â€œIt was late,â€ she said.")
    '“It was late,” she said.'
    """
    if text.isascii() or not _SUSPECT.search(text):
        return text
    if _OPENING in text:
        text = _CUT_CLOSING.sub("â€\x9d", text)
    from ftfy import TextFixerConfig, fix_encoding_and_explain

    config = TextFixerConfig(replace_lossy_sequences=False)  # that one guesses at lost letters
    mended = fix_encoding_and_explain(text, config)
    is_certain = all((step.action, step.parameter) in _STEPS for step in mended.explanation or ())
    return mended.text if is_certain else text


def _mend_document(document: Document, changes: dict[int, str]) -> Document:
    lines = list(document.lines)
    for place, line in enumerate(lines):
        mended = mend_text(line.text)
        if mended != line.text:
            lines[place] = replace(line, text=mended)
            changes.setdefault(line.number, _show_change(line.text, mended))
    return replace(document, lines=tuple(lines), facts=_mend_facts(document.facts))


def _mend_facts(facts: Facts) -> Facts:
    return Facts(**{one.name: mend_text(getattr(facts, one.name)) for one in fields(facts)})


def _show_change(before: str, after: str) -> str:
    """Return the first word that is another one now."""
    return next(_list_changes(before.split(), after.split()), after)[:_SHOWN]


def _list_changes(before: Iterable[str], after: Iterable[str]) -> Iterator[str]:
    return (new for old, new in zip(before, after, strict=False) if old != new)
