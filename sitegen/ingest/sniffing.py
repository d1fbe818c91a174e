"""Tell what a file that is named as plain text really holds: people save pages as ``.txt``."""

import re
from typing import Literal

Sniffed = Literal["", "markdown", "html", "json"]

# What a page begins with, as browsers tell it (https://mimesniff.spec.whatwg.org/, section 7.1).
_PAGE = re.compile(
    r"(?:<\?xml[^<>]*\?>\s*)?(?:<!--[^<>]{0,500}-->\s*){0,3}<(?:!doctype html|html|head"
    r"|h1|div|table|style|title|body|br|p|article|section|main|meta)[\s/>]",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    r"</(?:html|body|div|p|h1|title|table|article|section|main)\s*>", re.IGNORECASE
)
_OBJECT = re.compile(r"\[?\s*\{\s*\"[^\"\\\n]{1,60}\"\s*:")
_TARGET = r"(?:https?:/|/|#|\./|\.\./|mailto:)[^()\s]*"
_LINK = re.compile(rf"\[[^\[\]\n]*\]\({_TARGET}(?:\s\"[^\"\n]*\")?\)")
_BLANK = "\ufeff \t\r\n"
_BEGINNING = 4_096  # bytes
_FEWEST_LINKS, _LINES_A_LINK = 3, 20  # a text may quote a link or two


def begins_as_page(data: bytes) -> bool:
    """Tell whether bytes begin as a page does, which says in what letters it is written.

    >>> begins_as_page(b"<html><meta charset=koi8-r>"), begins_as_page(b"Ferry late")
    (True, False)
    """
    return bool(_PAGE.match(data[:_BEGINNING].decode("latin-1").lstrip(_BLANK)))


def sniff_format(text: str) -> Sniffed:
    """Return the format that plain text is written in, nothing if it is no other.

    >>> sniff_format("<!DOCTYPE html><title>Ferry</title>"), sniff_format("<p> is what she typed.")
    ('html', '')
    >>> sniff_format('{"title": "Ferry"}'), sniff_format("[Home](/) [News](/n)  * [Sport](/s)")
    ('json', 'markdown')
    """
    begun = text.lstrip(_BLANK)
    if _PAGE.match(begun) and _CLOSED.search(begun):
        return "html"
    if _OBJECT.match(begun):
        return "json"
    links = sum(1 for _ in _LINK.finditer(text)) if "](" in text else 0
    is_linked = _FEWEST_LINKS <= links and text.count("\n") < links * _LINES_A_LINK
    return "markdown" if is_linked else ""
