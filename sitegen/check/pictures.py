"""Examine a picture that is text: SVG may hold code, which runs for whoever opens it by itself."""

from collections.abc import Iterator

from sitegen.check.active import find_code
from sitegen.check.findings import MEND, error, shorten
from sitegen.check.trees import NotWellFormedError, line_of, list_elements, name_of, read_xml
from sitegen.model.output import OutputFile
from sitegen.model.problem import Problem

_XLINK = "{http://www.w3.org/1999/xlink}href"


def examine_picture(file: OutputFile) -> Iterator[Problem]:
    """Yield the code in an SVG file, and what it loads from elsewhere."""
    try:
        root = read_xml(file.data).root
    except NotWellFormedError as fault:
        yield error(f"{file.path}:{fault.line}", f"is not XML: {shorten(fault.reason)}; {MEND}")
        return
    for element in list_elements(root):
        place = f"{file.path}:{line_of(element)}"
        if name_of(element).rpartition("}")[2] in {"script", "foreignObject"}:
            yield error(place, "has code in a picture; take it out")
        yield from (error(place, fault) for fault in find_code(element) if "style=" not in fault)
        address = element.get(_XLINK) or element.get("href") or ""
        if address and not address.startswith(("#", "data:image/")):
            yield error(place, f"loads '{shorten(address)}'; keep it in the picture")
