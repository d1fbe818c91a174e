"""Examine one HTML page by itself."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.check import active, head
from sitegen.check.addresses import Target, find_target, is_on_this_machine
from sitegen.check.facts import Link, PageFacts
from sitegen.check.findings import MEND, error, mend_link, shorten, warning
from sitegen.check.trees import (
    Element,
    line_of,
    list_telling,
    name_of,
    read_html,
    text_of,
)
from sitegen.model.output import OutputFile
from sitegen.model.problem import Problem

# What answers for addresses at any depth, so that its own links must be whole addresses.
NOT_FOUND = "404.html"
# A page that is larger takes seconds to arrive on a phone.
LARGEST_PAGE = 1024 * 1024

_FEED_TYPES = ("rss+xml", "atom+xml", "feed+json")
_REFRESH = re.compile(r"\s*\d+\s*[;,]\s*url\s*=\s*['\"]?(?P<url>[^'\"]*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Source:
    """What the rules of a page need to know of where it lies."""

    path: str
    base_url: str

    def place(self, element: Element) -> str:
        return f"{self.path}:{line_of(element)}"


def examine_page(file: OutputFile, base_url: str) -> tuple[PageFacts | None, tuple[Problem, ...]]:
    """Return what a page says for others, None where nothing can be read, and what is wrong."""
    root, mends = read_html(file.data)
    if root is None:
        return None, (error(file.path, f"is an empty page; {MEND}"),)
    source = _Source(file.path, base_url)
    elements = list_telling(root)
    read = head.read_head(root)
    links: list[Link] = []
    problems = list(_examine_bytes(file, mends))
    for element in elements:
        problems += _examine_element(element, source, links)
    problems += head.examine_head(file, read, base_url)
    problems += _examine_whole(elements, source, read)
    facts = PageFacts(
        path=file.path,
        title=read.title,
        description=read.description,
        canonical=read.canonical,
        is_hidden=read.is_hidden,
        is_redirect=bool(read.refresh),
        is_article=read.open_graph_type == "article",
        moved_to=_find_refresh(read.refresh, source),
        anchors=frozenset(_list_anchors(elements)),
        links=tuple(links),
        feeds=tuple(_list_feeds(elements, source)),
    )
    return facts, tuple(problems)


def _examine_bytes(file: OutputFile, mends: tuple[tuple[int, str], ...]) -> Iterator[Problem]:
    try:
        file.data.decode()
    except UnicodeDecodeError as fault:
        line = file.data.count(b"\n", 0, fault.start) + 1
        yield error(f"{file.path}:{line}", f"is not UTF-8; {MEND}")
    for line, reason in mends:
        yield error(f"{file.path}:{line}", f"is not well-formed: {shorten(reason)}; {MEND}")
    if len(file.data) > LARGEST_PAGE:
        yield warning(file.path, f"is larger than {LARGEST_PAGE // 1024} KB; split the article")


def _examine_element(element: Element, source: _Source, links: list[Link]) -> Iterator[Problem]:
    """Yield what is wrong with an element; add the links that it has to other files."""
    name = name_of(element)
    for fault in active.find_code(element):
        yield error(source.place(element), fault)
    if name in {"a", "area"}:
        href = element.get("href")
        if href is not None and not active.is_code(href):
            yield from _follow(href, source.place(element), source, links, loads=False)
        return
    place = source.place(element)
    for fault in active.find_scripts(element):
        yield error(place, fault)
    loaded = [address for address in active.list_loaded(element) if not _is_data(address)]
    for address in loaded:
        yield from _follow(address, place, source, links, loads=True)
    href = element.get("href")
    if name == "link" and href is not None and not loaded:
        yield from _follow(href, place, source, links, loads=False)
    if name == "base":
        yield error(place, "has <base>, which bends every link of the page; take it out")
    if name == "img" and element.get("alt") is None:
        yield error(place, 'has a picture without alt=; say what it shows, or alt=""')
    if name == "script" and (element.get("type") or "").endswith("json"):
        yield from _examine_json(element, place)


def _examine_json(element: Element, place: str) -> Iterator[Problem]:
    try:
        json.loads(text_of(element))
    except ValueError:
        yield error(place, f"has linked data that is no JSON; {MEND}")


def _follow(
    href: str, place: str, source: _Source, links: list[Link], *, loads: bool
) -> Iterator[Problem]:
    """Yield what is wrong with an address by itself; add it to the links if it is of the site."""
    if not href.strip():
        yield error(place, f"has an empty link; {MEND}")
        return
    try:
        target = find_target(source.path, href, source.base_url)
    except ValueError:
        yield error(place, f"links to '{shorten(href)}', which is no address; mend the link")
        return
    if is_on_this_machine(href, source.base_url):
        way = mend_link(place)
        yield error(place, f"links to '{shorten(href)}', which only this machine has; {way}")
    elif target is None:
        if _is_other_scheme(href, source.base_url):
            yield error(place, f"links to '{shorten(href)}', the site by another scheme; {MEND}")
        if loads and _is_elsewhere(href):
            yield error(place, f"loads '{shorten(href)}' from another host; keep it under assets/")
    elif _is_relative(href) and source.path == NOT_FOUND and not href.startswith("#"):
        yield error(place, f"links to '{shorten(href)}', which works at one depth only; {MEND}")
    elif href.startswith("/") and not href.startswith("//") and source.path != NOT_FOUND:
        way = mend_link(place)
        yield error(place, f"links to '{shorten(href)}' from the root of the host; {way}")
    else:
        links.append(Link(place, target))


def _examine_whole(elements: list[Element], source: _Source, read: head.Head) -> Iterator[Problem]:
    counts = Counter(element.get("id") for element in elements)
    for element in elements:
        name = element.get("id")
        if name is not None and 1 < counts[name]:
            counts[name] = 0
            yield error(source.place(element), f"has the id '{shorten(name)}' twice; {MEND}")
    headings = sum(name_of(element) == "h1" for element in elements)
    if headings != 1 and not read.refresh:
        yield error(source.path, f"has {headings} first headings (h1), and should have 1; {MEND}")


def _find_refresh(refresh: str, source: _Source) -> Target | None:
    found = _REFRESH.match(refresh)
    if not found:
        return None
    try:
        return find_target(source.path, found["url"].strip(), source.base_url)
    except ValueError:
        return None


def _list_anchors(elements: list[Element]) -> Iterator[str]:
    for element in elements:
        name = element.get("id") or (element.get("name") if name_of(element) == "a" else None)
        if name:
            yield name


def _list_feeds(elements: list[Element], source: _Source) -> Iterator[tuple[Link, str]]:
    for element in elements:
        if name_of(element) != "link":
            continue
        kind = element.get("type") or ""
        if element.get("rel") == "alternate" and kind.endswith(_FEED_TYPES):
            try:
                target = find_target(source.path, element.get("href") or "", source.base_url)
            except ValueError:
                continue
            if target:
                yield Link(source.place(element), target), kind


def _is_relative(href: str) -> bool:
    return ":" not in href.partition("/")[0] and not href.startswith("/")


def _is_elsewhere(href: str) -> bool:
    return href.startswith("//") or href.lower().startswith(("http:", "https:", "ws:", "wss:"))


def _is_other_scheme(href: str, base_url: str) -> bool:
    """Tell whether an address is of the site but for http or https."""
    scheme, _, rest = base_url.partition("://")
    other = "http" if scheme == "https" else "https"
    return href.startswith(f"{other}://{rest}")


def _is_data(address: str) -> bool:
    return address.lower().startswith("data:image/")
