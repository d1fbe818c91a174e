"""Read the single values of the configuration: each gives the value or says what is wrong."""

import re
from datetime import UTC, tzinfo
from typing import Literal
from urllib.parse import quote, urlsplit, urlunsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from sitegen.app.nearest import suggest
from sitegen.model.seed import SourceNoise
from sitegen.text.wildcard import is_too_wide

# Readers poll a feed for years; what is older belongs into archive documents (RFC 5005).
_MOST_FEED_ITEMS = 50
# Well-formed by RFC 5646, as far as news sites need it: en, pt-BR, zh-Hant, sr-Latn-RS.
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?")
_URL_CHARACTERS = re.compile(r"[!-~]+")


class MistakeError(Exception):
    """A value cannot be used; the message says why and what would do."""


def read_text(value: object) -> str:
    """Return a text."""
    if not isinstance(value, str):
        raise MistakeError(f"must be a text in double quotes, not {_show(value)}")
    return value.strip()


def read_title(value: object) -> str:
    """Return a text that is not empty: every feed must have a title."""
    text = read_text(value)
    if not text:
        raise MistakeError("must not be empty")
    return text


def read_base_url(value: object) -> str:
    """Return the URL under which the site will be published, with a slash at its end.

    Other letters than those of ASCII are written as RFC 3987 maps an IRI to a URI.

    >>> read_base_url("https://example.org/news"), read_base_url("https://münchen.example/zeit/")
    ('https://example.org/news/', 'https://xn--mnchen-3ya.example/zeit/')
    """
    text = read_text(value)
    try:
        text = text if text.isascii() else _write_in_ascii(text)
        parts = urlsplit(text)
        has_host = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        has_host, parts = False, urlsplit("")
    if not has_host or parts.scheme not in {"http", "https"} or not _URL_CHARACTERS.fullmatch(text):
        raise MistakeError(
            f"{text!r} is no web address; write it whole, such as 'https://example.org/news/'"
        )
    if parts.query or parts.fragment or "@" in parts.netloc or text[-1] in "?#":
        raise MistakeError(
            f"{text!r} has more than scheme, host and path; leave out user names, '?' and '#'"
        )
    return text.rstrip("/") + "/"


def read_hub(value: object) -> str:
    """Return the address of a WebSub hub, empty where none is wanted.

    >>> read_hub(""), read_hub("https://hub.example/?key=1")
    ('', 'https://hub.example/?key=1')
    """
    text = read_text(value)
    if not text:
        return ""
    try:
        parts = urlsplit(text)
        is_whole = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        is_whole, parts = False, urlsplit("")
    if not is_whole or parts.scheme not in {"http", "https"} or not _URL_CHARACTERS.fullmatch(text):
        raise MistakeError(
            f"{text!r} is no web address; write the hub's whole, such as 'https://hub.example/'"
        )
    if parts.fragment or "@" in parts.netloc:
        raise MistakeError(f"{text!r} has a user name or a '#'; leave it out")
    return text


def _write_in_ascii(url: str) -> str:
    """Return an address with its host in Punycode and its path in percents. Raise ValueError."""
    parts = urlsplit(url)
    host = (parts.hostname or "").encode("idna").decode()
    user, at, _ = parts.netloc.rpartition("@")
    port = f":{parts.port}" if parts.port else ""
    return urlunsplit(
        parts._replace(
            netloc=f"{user}{at}{host}{port}", path=quote(parts.path, safe="/%~!$&'()*+,;=:@")
        )
    )


def read_language(value: object) -> str:
    """Return a language tag."""
    text = read_text(value)
    if not _LANGUAGE.fullmatch(text):
        raise MistakeError(f"{text!r} is no language tag; write one such as 'en' or 'pt-BR'")
    return text


def read_timezone(value: object) -> tzinfo:
    """Return a time zone by its name in the IANA database."""
    text = read_text(value)
    if text == "UTC":
        return UTC
    try:
        return ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        nearest = suggest(text, available_timezones())
        # There are six hundred of them, so only a near one is worth naming.
        hint = nearest if nearest.startswith("did") else "write one such as 'Europe/Lisbon'"
        raise MistakeError(f"{text!r} is no time zone; {hint}") from None


def read_texts(value: object) -> tuple[str, ...]:
    """Return a list of texts."""
    if not isinstance(value, list):
        raise MistakeError(f'must be a list of texts such as ["News"], not {_show(value)}')
    return tuple(read_text(item) for item in value)


def read_noise(value: object) -> tuple[str, ...]:
    """Return the lines that a person names as noise."""
    if not isinstance(value, list):
        raise MistakeError(
            f'must be a list of lines such as ["Follow * on Blip"], not {_show(value)}'
        )
    lines = tuple(read_text(item) for item in value)
    for line in lines:
        if is_too_wide(line):
            raise MistakeError(
                f"{line!r} would take lines that nobody meant; "
                "write at least two letters of the line, and * for what differs"
            )
    return lines


def read_input_noise(value: object) -> tuple[SourceNoise, ...]:
    """Return the lines that are noise in every seed."""
    return (SourceNoise("", read_noise(value)),)


def read_aliases(value: object) -> tuple[tuple[str, str], ...]:
    """Return (written, meant) pairs, sorted; what is meant has no other name in turn."""
    if not isinstance(value, dict):
        raise MistakeError(
            f'must be a table of lines such as "US" = "United States", not {_show(value)}'
        )
    pairs = sorted((written, read_title(meant)) for written, meant in value.items())
    meanings = {written.casefold(): meant for written, meant in pairs}
    for written, meant in pairs:
        further = meanings.get(meant.casefold(), meant)
        if further.casefold() == written.casefold() != meant.casefold():
            raise MistakeError(f"{_show(written)} and {_show(meant)} each mean the other; drop one")
        if further.casefold() != meant.casefold():
            raise MistakeError(
                f"{_show(written)} means {_show(meant)}, which means {_show(further)}; "
                "name what is meant in the end"
            )
    return tuple(pairs)


def read_tag_minimum(value: object) -> int:
    """Return how many articles a tag needs for a page of its own."""
    return _read_count(value, 1, None)


def read_feed_items(value: object) -> int:
    """Return how many items a feed may hold."""
    return _read_count(value, 1, _MOST_FEED_ITEMS)


def read_feed_content(value: object) -> Literal["full", "excerpt"]:
    """Return whether feeds carry whole articles."""
    if value == "full":
        return "full"
    if value == "excerpt":
        return "excerpt"
    raise MistakeError(f"must be 'full' or 'excerpt', not {_show(value)}")


def read_card_count(value: object) -> int:
    """Return how many of the newest articles have a social card of their own."""
    return _read_count(value, 0, None)


def read_switch(value: object) -> bool:
    """Return whether something is wanted."""
    if not isinstance(value, bool):
        raise MistakeError(f"must be true or false, not {_show(value)}")
    return value


def _read_count(value: object, least: int, most: int | None) -> int:
    wanted = f"{least} or more" if most is None else f"from {least} to {most}"
    if isinstance(value, bool) or not isinstance(value, int):
        raise MistakeError(f"must be a whole number, {wanted}, not {_show(value)}")
    if value < least or (most is not None and most < value):
        raise MistakeError(f"must be {wanted}, not {value}")
    return value


def _show(value: object) -> str:
    """Return a value as it may stand in the file.

    >>> _show("a"), _show(True), _show([1, 2])
    ("'a'", 'true', '[1, 2]')
    """
    return str(value).lower() if isinstance(value, bool) else repr(value)
