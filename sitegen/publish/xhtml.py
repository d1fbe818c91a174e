r"""Build XML of elements, and turn the HTML of bodies into XHTML. This room's second door to lxml.

What is put in is text or an element, so nothing has to be escaped by hand (law 9). Characters that
may stand in no page are dropped, for XML has no way to write some of them.
"""

from collections.abc import Mapping
from typing import TypeAlias

from lxml import etree

from sitegen.text.normalize import drop_controls

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml has no open name for the type

XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def make_element(
    name: str,
    *content: Element | str,
    attributes: Mapping[str, str] | None = None,
    namespaces: dict[str | None, str] | None = None,
) -> Element:
    """Return an element with its content in order, and those attributes that are not empty.

    >>> bold = make_element("b", "c")
    >>> etree.tostring(make_element("p", "a < b ", bold, attributes={"dir": "", "id": "d"}))
    b'<p id="d">a &lt; b <b>c</b></p>'
    """
    made = etree.Element(name, nsmap=namespaces or {})  # type: ignore[arg-type] # None is the default one
    for key, value in (attributes or {}).items():
        if value:
            made.set(key, drop_controls(value))
    for one in content:
        if not isinstance(one, str):
            made.append(one)
        elif len(made):
            made[-1].tail = (made[-1].tail or "") + drop_controls(one)
        else:
            made.text = (made.text or "") + drop_controls(one)
    return made


def read_body(html: str) -> Element:
    r"""Return a sanitised body as the content of one element.

    >>> etree.tostring(read_body("<p>a&nbsp;b<br>c &lt; d</p>\n<hr>"))
    b'<div><p>a&#160;b<br/>c &lt; d</p>\n<hr/></div>'
    """
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True)
    page = etree.fromstring(f"<div>{drop_controls(html)}</div>".encode(), parser)
    return page[0][0]


def write_xml(root: Element, *, is_page: bool = False) -> bytes:
    """Return a document in UTF-8; a page begins as HTML pages do.

    >>> print(write_xml(make_element("html", namespaces={None: "urn:x"}), is_page=True).decode())
    <?xml version='1.0' encoding='UTF-8'?>
    <!DOCTYPE html>
    <html xmlns="urn:x"/>
    """
    if is_page:
        return etree.tostring(
            root, encoding="UTF-8", xml_declaration=True, doctype="<!DOCTYPE html>"
        )
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)
