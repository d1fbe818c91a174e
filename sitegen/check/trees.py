"""Read XML and HTML as trees. The only module of this room that knows lxml.

Nothing that a file names is fetched, and no entity that it declares is put in.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from lxml import etree

_TELLING = etree.XPath("descendant-or-self::*[@* or self::h1 or self::script or self::style]")

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml has no open name for the type


class NotWellFormedError(Exception):
    """A file that a strict reader refuses, at ``line``."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line
        self.reason = reason


@dataclass(frozen=True, slots=True)
class XmlFile:
    """The root of an XML file; what stands before it: encoding, style sheets, a DOCTYPE."""

    root: Element
    encoding: str
    stylesheets: tuple[tuple[str, str], ...]
    has_doctype: bool


def read_xml(data: bytes) -> XmlFile:
    """Return the tree of an XML file. Raise NotWellFormedError.

    ``stylesheets`` are (address, media type) of each ``xml-stylesheet`` instruction.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise NotWellFormedError(error.lineno or 1, error.msg or "is empty") from None
    info = root.getroottree().docinfo
    return XmlFile(
        root=root,
        encoding=(info.encoding or "UTF-8").upper(),
        stylesheets=tuple(_list_stylesheets(root)),
        has_doctype=bool(getattr(info, "doctype", "")),
    )


def _list_stylesheets(root: Element) -> Iterator[tuple[str, str]]:
    for before in root.itersiblings(preceding=True):
        if isinstance(before, etree._ProcessingInstruction) and before.target == "xml-stylesheet":  # noqa: SLF001 - lxml has no open name for the type
            yield before.get("href") or "", before.get("type") or ""


def read_html(data: bytes) -> tuple[Element | None, tuple[tuple[int, str], ...]]:
    """Return the tree of a page, None where there is nothing, and what its parser had to mend.

    Each mend is (line, reason). libxml2 2.14 and later cuts a page into tags as HTML5 says.
    """
    # A parser each: its list of errors grows with every page.
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, no_network=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return None, ()
    mends = tuple((entry.line, entry.message) for entry in parser.error_log)
    return root, mends


def read_fragment(text: str) -> Element | None:
    """Return the tree of a piece of HTML, None where it holds nothing."""
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, no_network=True)
    data = text.encode("utf-8", "replace")
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return None


def list_elements(root: Element) -> Iterator[Element]:
    """Yield the elements of a tree in the order of the text, without instructions."""
    for element in root.iter():
        if isinstance(element.tag, str):
            yield element


def list_telling(root: Element) -> list[Element]:
    """Return the elements of a page that say more than that they are there, in order.

    Those with an attribute, and those that count without one. Found by libxml2: most of a page
    is plain paragraphs, which cost Python more than all the rest.
    """
    return _TELLING(root)  # type: ignore[return-value] # the path gives elements alone


def name_of(element: Element) -> str:
    """Return the name of an element, with its namespace in braces where it has one."""
    return str(element.tag)


def children_of(element: Element) -> Iterator[str]:
    """Yield the names of the elements directly in one, without comments and instructions."""
    for child in element.iterchildren("*"):
        yield str(child.tag)


def attributes_of(element: Element) -> list[tuple[str, str]]:
    """Return the attributes of an element, names in lower case where it is HTML."""
    return element.items()  # type: ignore[return-value] # the stubs allow bytes, which never come


def line_of(element: Element) -> int:
    """Return the line on which an element begins, from 1."""
    line: int | None = element.sourceline  # type: ignore[assignment] # the stubs leave it open
    return line or 1


def has_margin(element: Element | None) -> bool:
    """Tell whether the text of an element has white space around it, which strict readers keep."""
    text = "" if element is None else element.text or ""
    return text != text.strip()


def text_of(element: Element | None) -> str:
    """Return all text of an element, its children's too, without white space around it."""
    return "" if element is None else "".join(map(str, element.itertext())).strip()
