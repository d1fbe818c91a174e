"""Find what would run code or ask another server, in a page or in the HTML of a feed."""

import re
from collections.abc import Iterator

from sitegen.check.trees import Element, attributes_of, name_of

# What loads by itself when a page is shown, and the attributes that say from where.
_LOADING = {
    "img": ("src", "srcset"),
    "script": ("src",),
    "audio": ("src",),
    "video": ("src", "poster"),
    "source": ("src", "srcset"),
    "track": ("src",),
    "input": ("src",),
    "image": ("href",),
    "use": ("href",),
    "form": ("action",),
    "button": ("formaction",),
}
_LOADING_LINKS = frozenset(
    "stylesheet icon apple-touch-icon mask-icon preload modulepreload prefetch preconnect "
    "dns-prefetch manifest".split()
)
# What has no place on a page of ours at all: other people's pages and programs.
_FOREIGN = frozenset("iframe frame frameset object embed applet portal".split())
_URL_ATTRIBUTES = frozenset("href src action formaction poster data xlink:href background".split())
# Blocks of data that a browser does not run.
_DATA_TYPES = frozenset(["application/ld+json", "application/json", "speculationrules"])
_SCRIPT_SCHEME = re.compile(r"(?:javascript|vbscript|livescript):|data:text/html", re.IGNORECASE)
# What browsers pass over inside a scheme.
_IGNORED = re.compile("[\x00-\x20]")
_POLICY_HOLE = re.compile(
    r"'unsafe-(?:inline|eval|hashes)'|\*|(?<![\w'-])(?:https?:|data:(?=[^;]*script))"
)


def find_code(element: Element) -> Iterator[str]:
    """Yield what of an element is code: what no text may hold, in a page or in a feed."""
    name = name_of(element)
    if name in _FOREIGN:
        yield f"has <{name}>, which shows what others may change; take it out"
    for attribute, value in attributes_of(element):
        if attribute.startswith("on"):
            yield f"runs code by {attribute}= on <{name}>; take it out"
        elif attribute in _URL_ATTRIBUTES and is_code(value):
            yield f"has code for an address in {attribute}= of <{name}>; take it out"
        elif attribute == "style":
            yield f"has style= on <{name}>, which the content policy forbids; use a class"


def find_scripts(element: Element) -> Iterator[str]:
    """Yield what of a page's <script> or <style> its own policy would forbid."""
    name = name_of(element)
    if name == "style":
        yield "has <style>, which the content policy forbids; put it into assets/site.css"
    if name == "script" and not element.get("src"):
        kind = (element.get("type") or "").lower()
        if kind not in _DATA_TYPES:
            yield "has a script in the page; put it into a file under assets/"


def list_loaded(element: Element) -> Iterator[str]:
    """Yield the addresses that a browser asks for by itself because of an element."""
    name = name_of(element)
    if name == "link":
        kinds = set((element.get("rel") or "").lower().split())
        if kinds & _LOADING_LINKS:
            yield element.get("href") or ""
        return
    for attribute in _LOADING.get(name, ()):
        value = element.get(attribute)
        if value is None:
            continue
        if attribute == "srcset":
            yield from (part.split()[0] for part in value.split(",") if part.strip())
        else:
            yield value


def is_code(address: str) -> bool:
    r"""Tell whether following an address runs code.

    >>> is_code("java\tscript:alert(1)"), is_code("https://example.org/javascript:")
    (True, False)
    """
    if ":" not in address:
        return False  # most links of a page, without looking at each of their letters
    return bool(_SCRIPT_SCHEME.match(_IGNORED.sub("", address)))


def find_policy_holes(policy: str) -> Iterator[str]:
    """Yield what is wrong with a content security policy.

    >>> list(find_policy_holes("default-src 'none'; script-src 'self'"))
    []
    """
    directives = {
        words[0].lower(): " ".join(words[1:])
        for part in policy.split(";")
        if (words := part.split())
    }
    if directives.get("default-src") != "'none'":
        yield "has a content policy without default-src 'none'; begin it with that"
    for name, sources in directives.items():
        hole = _POLICY_HOLE.search(sources)
        if hole:
            yield f"has a content policy that opens {name} by {hole[0]}; name 'self' alone"
