"""Examine the HTML that an item of a feed brings: it is read far from the site."""

import re
from collections.abc import Iterator

from sitegen.check.active import find_code, is_code
from sitegen.check.addresses import find_target, is_absolute, is_on_this_machine
from sitegen.check.facts import Link
from sitegen.check.findings import MEND, error, shorten, warning
from sitegen.check.trees import Element, list_elements, name_of, read_fragment
from sitegen.model.problem import Problem

_ADDRESSES = ("href", "src", "poster", "cite")
# Nothing of this works in a reader, and some of it works too well.
_UNWANTED = frozenset(
    "script style link meta form input button select textarea base svg math".split()
)
# Control characters of Windows text that was read as Latin-1; XML allows them, readers stumble.
CONTROLS = re.compile("[\x7f-\x84\x86-\x9f]")
_SCHEMES = ("mailto:", "tel:")


def examine_feed_html(
    place: str, text: str, base_url: str
) -> tuple[tuple[Problem, ...], tuple[Link, ...]]:
    """Return what is wrong with a piece of HTML, and the files of the site that it leads to."""
    root = read_fragment(text)
    problems: list[Problem] = []
    if CONTROLS.search(text):
        fault = "has control characters in its text; mend the page in content/"
        problems.append(warning(place, fault))
    if root is None:
        return tuple(problems), ()
    links: list[Link] = []
    for element in list_elements(root):
        problems += _examine_element(place, element)
        for attribute in _ADDRESSES:
            address = element.get(attribute)
            if address is not None and not is_code(address):
                problems += _follow(place, address, base_url, links)
    return tuple(problems), tuple(links)


def _examine_element(place: str, element: Element) -> Iterator[Problem]:
    name = name_of(element)
    if name in _UNWANTED:
        yield error(place, f"has <{name}> in its HTML; take it out of the page in content/")
    for fault in find_code(element):
        yield error(place, f"in its HTML, {fault}")


def _follow(place: str, address: str, base_url: str, links: list[Link]) -> Iterator[Problem]:
    if address.startswith(_SCHEMES):
        return
    shown = shorten(address)
    if not is_absolute(address):
        yield error(place, f"links to '{shown}' in its HTML, which is no whole address; {MEND}")
    elif is_on_this_machine(address, base_url):
        yield error(place, f"links to '{shown}' in its HTML, which only this machine has; {MEND}")
    else:
        target = find_target("", address, base_url)
        if target:
            links.append(Link(place, target))
