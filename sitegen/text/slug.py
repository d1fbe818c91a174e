"""Turn a title into the part of an address that stands for it."""

import re
from collections.abc import Container
from unicodedata import category

from sitegen.text.normalize import strip_accents

LIMIT = 72
_DASHES = re.compile("-{2,}")
_APOSTROPHES = re.compile("['’‘ʼ]")
_SEPARATORS = re.compile(r"[\W_]+")
# Signs on letters stay, for in Indian scripts a word without them is another; but not the points of
# Hebrew and Arabic, which most texts leave out, nor what only chooses how an emoji looks.
_POINTS = re.compile("[\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u20e3\ufe00-\ufe0f]")
# Letters that Unicode does not decompose, and signs that are words of their own in names.
_SPELLED = str.maketrans(
    {"ß": "ss", "æ": "ae", "ø": "o", "đ": "d", "ł": "l", "þ": "th", "ð": "d", "œ": "oe", "ı": "i"}
    | {"+": " plus ", "#": " sharp ", "&": " and ", "@": " at "}
)
# Windows will not create a file of these names, whatever follows the first dot
# (https://learn.microsoft.com/windows/win32/fileio/naming-a-file).
_RESERVED = {"con", "prn", "aux", "nul"} | {f"{p}{n}" for p in ("com", "lpt") for n in range(10)}


def make_slug(title: str) -> str:
    """Return a slug of at most ``LIMIT`` characters, whole words where that is possible.

    Letters of any script stay; marks on Latin letters go. The result is never empty, never
    begins with a dot or a dash, and is no reserved file name.

    >>> make_slug("Mayor’s ‘early date’: Zoë Đorđević wins C++ prize")
    'mayors-early-date-zoe-dordevic-wins-c-plus-plus-prize'
    >>> make_slug("CON"), make_slug("…")
    ('con-', 'untitled')
    """
    spelled = strip_accents(title).lower().translate(_SPELLED)
    slug = _shorten(_part(_APOSTROPHES.sub("", spelled)).strip("-"))
    if slug in _RESERVED:
        return f"{slug}-"
    return slug or "untitled"


def make_unique_slug(title: str, taken: Container[str]) -> str:
    """Return the title's slug, with the first free number behind it if it is taken.

    >>> make_unique_slug("C", {"c", "c-2"})
    'c-3'
    """
    slug = make_slug(title)
    if slug not in taken:
        return slug
    number = 2
    while f"{slug}-{number}" in taken:
        number += 1
    return f"{slug}-{number}"


def _part(text: str) -> str:
    """Put a dash for what is neither a letter, nor a number, nor a sign on one.

    >>> _part("कोहरे में ❤️ नावें")
    'कोहरे-में-नावें'
    """
    if text.isascii():
        return _SEPARATORS.sub("-", text)
    kept = _POINTS.sub("", text)
    return _DASHES.sub("-", "".join(sign if _is_letter(sign) else "-" for sign in kept))


def _is_letter(sign: str) -> bool:
    return sign.isalnum() or category(sign).startswith("M")


def _shorten(slug: str) -> str:
    """Cut at a dash; file systems count bytes, 255 at most, so longer scripts are cut earlier."""
    if len(slug) > LIMIT:
        cut = slug.rfind("-", 0, LIMIT + 1)
        slug = slug[: cut if cut > LIMIT // 2 else LIMIT]
    while len(slug.encode()) > 3 * LIMIT:
        slug = slug[:-1]
    return slug.strip("-")
