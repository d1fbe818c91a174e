"""Take the values out of front matter with the type that each key wants."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import get_args

from sitegen.model.dating import BASES, UNKNOWN, Basis, Dating, Precision
from sitegen.text.days import YEARS

_BOOLEANS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_PRECISIONS: tuple[Precision, ...] = get_args(Precision)
_PARTIAL_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", re.ASCII)
_INSTANT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:.*", re.ASCII)
_COUNT = re.compile(r"[0-9]{1,12}")
_SCORE = re.compile(r"[0-9]\.?[0-9]*(?:e-[0-9]+)?")
_PLAIN_SLUG = re.compile(r"[A-Za-z0-9_-]+")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_NOON = timedelta(hours=12)
_SLUG_BYTES = 240  # a file system takes 255 for a name, and the file's ending comes on top


@dataclass(frozen=True, slots=True)
class Mistake:
    """A value that cannot be used: its key, and a message with the way out."""

    key: str
    message: str


@dataclass(slots=True)
class Fields:
    """Front matter by key. Mistakes are collected, so that all of a file are told at once.

    ``taken`` are the keys that somebody asked for, whether they are there or not.

    Taking a value never fails: what is missing, or has the wrong type, is the empty value.
    """

    values: Mapping[str, object]
    mistakes: list[Mistake] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)

    def take_text(self, key: str) -> str:
        """Return a line of text, empty if the key is missing."""
        value = self._take(key, "")
        if isinstance(value, str):
            return value
        self._report(key, "write one text, not a list")
        return ""

    def require_text(self, key: str, meaning: str) -> str:
        """Return a text that must be there."""
        if not self._take(key):
            self._report(key, f"the key is missing; add {meaning}")
            return ""
        return self.take_text(key)

    def take_bool(self, key: str) -> bool:
        """Return a truth, False if the key is missing."""
        text = self.take_text(key)
        if text and text.lower() not in _BOOLEANS:
            self._report(key, f"'{text}' is neither true nor false; write one of them")
        return _BOOLEANS.get(text.lower(), False)

    def take_count(self, key: str) -> int:
        """Return a whole number, 0 if the key is missing."""
        text = self.take_text(key)
        if _COUNT.fullmatch(text):
            return int(text)
        if text:
            self._report(key, f"'{text}' is no whole number; write one such as 120")
        return 0

    def take_score(self, key: str) -> float:
        """Return a number from 0 to 1, 0 if the key is missing."""
        text = self.take_text(key)
        if _SCORE.fullmatch(text) and float(text) <= 1:
            return float(text)
        if text:
            self._report(key, f"'{text}' is no number from 0 to 1; write one such as 0.5")
        return 0.0

    def take_slug(self, key: str) -> str:
        """Return a text that may be part of a path, empty if the key is missing."""
        return self._check_slug(key, self.take_text(key))

    def require_slug(self, key: str, stem: str) -> str:
        """Return a slug that must be there; it need not be the name of its file."""
        return self._check_slug(key, self.require_text(key, f"the name of the file, '{stem}'"))

    def require_stem(self, key: str, stem: str) -> str:
        """Return a slug that must be the name of its file."""
        slug = self.require_text(key, f"the name of the file, '{stem}'")
        if slug and slug != stem:
            self._report(key, f"'{slug}' is not the name of the file; write '{stem}'")
        return slug

    def take_slugs(self, key: str) -> tuple[str, ...]:
        """Return texts that each may be part of a path."""
        return tuple(self._check_slug(key, slug) for slug in self.take_texts(key))

    def require_address(self, key: str) -> str:
        """Return an address of the site below its base URL: slugs, each with a slash behind it."""
        address = self.require_text(key, "an address such as articles/ferry-late/")
        if address and not all(map(is_slug, address.removesuffix("/").split("/"))):
            self._report(key, f"'{address}' is no address; write it like articles/ferry-late/")
            return ""
        return address

    def take_url(self, key: str) -> str:
        """Return an address elsewhere, empty if the key is missing."""
        url = self.take_text(key)
        if url and not url.startswith(("https://", "http://")):
            self._report(key, f"'{url}' is no web address; begin with https://")
            return ""
        return url

    def take_texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; a single text is a list of one."""
        value = self._take(key) or []
        if isinstance(value, str):
            return (value,)
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
        self._report(key, "write a list of texts")
        return ()

    def take_tags(self, key: str) -> tuple[str, ...]:
        """Return the names in a list, or in a text between commas: each once, none of them empty.

        >>> Fields({"tags": "Port Ellery, Trams"}, []).take_tags("tags")
        ('Port Ellery', 'Trams')
        >>> Fields({"tags": ["Trams", "", "trams", "Paris, Texas"]}, []).take_tags("tags")
        ('Trams', 'Paris, Texas')
        """
        value = self._take(key)
        texts = value.split(",") if isinstance(value, str) else self.take_texts(key)
        names: dict[str, str] = {}
        for name in (" ".join(text.split()) for text in texts):
            names.setdefault(name.casefold(), name)
        return tuple(filter(None, names.values()))

    def take_rows(self, key: str) -> "tuple[Fields, ...]":
        """Return a list of mappings, each as fields that report to the same mistakes."""
        value = self._take(key) or []
        if isinstance(value, list) and all(isinstance(row, dict) for row in value):
            return tuple(Fields(row, self.mistakes) for row in value)
        self._report(key, "write a list of mappings, such as '- title: a title'")
        return ()

    def take_moment(self, key: str) -> datetime | None:
        """Return a moment in UTC; a day alone is its noon."""
        return self._read_moment(key)[0]

    def require_moment(self, key: str, meaning: str) -> datetime:
        """Return a moment that must be there."""
        self.require_text(key, meaning)
        return self.take_moment(key) or _EPOCH

    def take_dating(self) -> Dating:
        """Return the date with the precision that its key states, or that it is written with.

        The coarser of both counts: ``2024-06-14`` is a day, whatever ``date_precision`` says.
        """
        moment, written = self._read_moment("date")
        evidence, contrary = self.take_text("date_source"), self.take_text("date_contrary")
        basis = self._take_basis("date_basis")
        stated = self._take_precision("date_precision")
        if moment is None:
            return Dating(None, UNKNOWN.precision, evidence, contrary=contrary)
        known = [precision for precision in (written, stated) if precision != "unknown"]
        return Dating(moment, max(known, key=_PRECISIONS.index), evidence, basis, contrary)

    def _take(self, key: str, default: object = None) -> object:
        self.taken.add(key)
        return self.values.get(key, default)

    def _take_precision(self, key: str) -> Precision:
        text = self.take_text(key) or "unknown"
        for precision in _PRECISIONS:
            if precision == text:
                return precision
        self._report(key, f"'{text}' is no precision; write one of {', '.join(_PRECISIONS)}")
        return "unknown"

    def _take_basis(self, key: str) -> Basis:
        text = self.take_text(key) or BASES[0]
        for basis in BASES:
            if basis == text:
                return basis
        self._report(key, f"'{text}' is no basis of a date; write one of {', '.join(BASES)}")
        return BASES[0]

    def _read_moment(self, key: str) -> tuple[datetime | None, Precision]:
        text = self.take_text(key)
        moment, precision = _parse_moment(text)
        if text and moment is None:
            self._report(
                key, f"'{text}' is no date; write it like 2024-06-14 or 2024-06-14T12:00:00Z"
            )
        return moment, precision

    def _check_slug(self, key: str, slug: str) -> str:
        if not slug or is_slug(slug):
            return slug
        self._report(key, f"'{slug}' is no address; use letters, digits and dashes")
        return ""

    def _report(self, key: str, message: str) -> None:
        self.mistakes.append(Mistake(key, message))


def is_slug(text: str) -> bool:
    """Tell whether a text is fit to be part of a path and an address.

    >>> is_slug("åland-2024"), is_slug("../etc"), is_slug(".git"), is_slug("")
    (True, False, False, False)
    >>> is_slug("a" * 300)
    False
    """
    if len(text) <= _SLUG_BYTES and _PLAIN_SLUG.fullmatch(text):
        return True
    is_fit = all(
        character in "-_" or unicodedata.category(character)[0] in "LMN" for character in text
    )
    return is_fit and 0 < len(text.encode()) <= _SLUG_BYTES


def _parse_moment(text: str) -> tuple[datetime | None, Precision]:
    """Return the moment that a text means, and how exactly it says so; None if it is no date."""
    try:
        partial = _PARTIAL_DATE.fullmatch(text)
        if partial:
            year, month, day = partial.groups()
            if int(year) not in YEARS:
                return None, "unknown"
            moment = datetime(int(year), int(month or 1), int(day or 1), tzinfo=UTC) + _NOON
            return moment, "day" if day else "month" if month else "year"
        if _INSTANT.fullmatch(text):
            moment = datetime.fromisoformat(text)
            if moment.year not in YEARS:
                return None, "unknown"
            zone = moment.tzinfo or UTC
            return moment.replace(tzinfo=zone).astimezone(UTC), "instant"
    except (ValueError, OverflowError):
        return None, "unknown"
    return None, "unknown"
