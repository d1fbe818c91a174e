"""Find what could act in the files of a site: the strictest reading of HTML, feeds and JSON.

A parser that follows the standard says what a browser would see, not a search in the bytes.
"""

import json
import re
from collections.abc import Iterator
from io import BytesIO
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

import html5lib

BASE = "http://localhost:8000/"  # of a site without a configuration
_ELEMENTS = frozenset(
    "a abbr article aside b bdi blockquote body br caption code dd del details div dl dt em"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html input ins kbd label li"
    " link main mark meta nav ol option p path pre q rect s script section select small span"
    " strong sub summary sup svg table tbody td text tfoot th thead time title tr tspan ul line"
    " circle g polyline button search template output noscript rp rt ruby desc"
    " wbr DOCUMENT_FRAGMENT".split()
)
_DATA_SCRIPTS = frozenset({"application/ld+json", "speculationrules"})
_ADDRESSES = frozenset({"href", "src", "action", "formaction", "data", "poster", "cite"})
_SCHEMES = frozenset({"", "http", "https", "mailto"})
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_HTML_IN_FEEDS = frozenset({"description", "encoded", "content", "summary"})
_SPACE = re.compile(r"[\t\n\r]|^[\x00-\x20]+")  # what a browser leaves out of an address


def find_active(path: str, data: bytes) -> Iterator[str]:
    """Yield what is active, or could deceive, in a file of the site."""
    if path.startswith("assets/") or path.endswith(".png"):
        return
    if path.endswith(".epub"):
        yield from _examine_book(path, data)
        return
    text = data.decode()
    yield from (f"{path}: control {found[0]!r}" for found in _CONTROL.finditer(text))
    if path.endswith(".html"):
        yield from (f"{path}: {found}" for found in _examine_html(text, is_page=True))
    elif path.endswith((".xml", ".opml")):
        yield from (f"{path}: {found}" for found in _examine_xml(text))
    elif path.endswith(".json"):
        yield from (f"{path}: {found}" for found in _examine_json(json.loads(text)))


def _examine_html(text: str, *, is_page: bool) -> Iterator[str]:
    parser = html5lib.HTMLParser(strict=is_page, namespaceHTMLElements=False)
    tree = parser.parse(text) if is_page else parser.parseFragment(text)
    for element in tree.iter():
        if isinstance(element.tag, str):
            yield from _examine_element(element, is_page=is_page)


def _examine_book(path: str, data: bytes) -> Iterator[str]:
    with ZipFile(BytesIO(data)) as book:
        pages = [name for name in book.namelist() if name.endswith(".xhtml")]
        for name in pages:
            for element in fromstring(book.read(name)).iter():  # noqa: S314 - what sitegen wrote
                for found in _examine_element(element, is_page=False):
                    yield f"{path}: {name}: {found}"


def _examine_element(element: Element, *, is_page: bool) -> Iterator[str]:
    tag = str(element.tag).rpartition("}")[2]
    if tag not in _ELEMENTS:
        yield f"element <{tag}>"
    if tag == "script":
        is_own = urlsplit(element.get("src", "https://x/")).scheme == ""
        if not is_page or not (element.get("type") in _DATA_SCRIPTS or is_own):
            yield "a script"
    if tag == "meta" and element.get("http-equiv", "").lower() == "refresh":
        target = element.get("content", "").partition("url=")[2]
        yield from _examine_address("refresh", target)
    for name, value in element.attrib.items():
        plain = str(name).rpartition("}")[2].lower()
        if plain.startswith("on") or plain in {"style", "srcdoc", "srcset", "ping", "background"}:
            yield f"attribute {plain}={value!r}"
        if plain in _ADDRESSES:
            yield from _examine_address(tag, value)


def _examine_address(tag: str, address: str) -> Iterator[str]:
    try:
        scheme = urlsplit(_SPACE.sub("", address)).scheme
    except ValueError:
        scheme = ""
    if scheme not in _SCHEMES:
        yield f"{tag} leads to {address!r}"
    if tag in {"img", "link", "script", "iframe", "input"} and not _is_own(address):
        yield f"{tag} asks for {address!r}"


def _is_own(address: str) -> bool:
    return not urlsplit(address).netloc or address.startswith(BASE)


def _examine_xml(text: str) -> Iterator[str]:
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        yield "a document type"
    for element in fromstring(text).iter():  # noqa: S314 - what sitegen wrote, without a doctype
        for name, value in element.attrib.items():
            if name in {"href", "url", "src", "htmlUrl", "xmlUrl"}:
                yield from _examine_address("feed", value)
        tag = element.tag.rpartition("}")[2]
        if tag in {"link", "guid", "loc"} and element.text:
            scheme = urlsplit(element.text.strip()).scheme
            if scheme not in {*_SCHEMES, "tag"}:
                yield f"{tag} {element.text!r}"
        if tag in {"item", "entry"}:
            for inner in element:
                if inner.tag.rpartition("}")[2] in _HTML_IN_FEEDS and inner.text:
                    yield from _examine_html(inner.text, is_page=False)


def _examine_json(value: object, key: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _examine_json(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from _examine_json(inner, key)
    elif isinstance(value, str) and key.endswith("url"):
        yield from _examine_address("feed", value)
    elif isinstance(value, str) and key == "content_html":
        yield from _examine_html(value, is_page=False)
