"""Examine what a page says of itself in its head."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.check.active import find_policy_holes
from sitegen.check.addresses import is_absolute, is_same_url, own_url
from sitegen.check.findings import MEND, error, shorten, warning
from sitegen.check.trees import Element, line_of, list_elements, name_of, text_of
from sitegen.model.output import OutputFile
from sitegen.model.problem import Problem

# A language tag by its shape (RFC 5646): no list of languages is looked up.
LANGUAGE = re.compile(r"[a-z]{2,8}(?:-[a-z0-9]{1,8})*", re.IGNORECASE)

_DOCTYPE = b"<!doctype html>"
_BEGINNING = 200
_LOADS = frozenset(["script", "style", "link"])


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a page; what is missing is empty.

    ``is_policy_first`` tells that the policy stands before all that could be loaded.
    """

    language: str
    titles: tuple[str, ...]
    descriptions: tuple[str, ...]
    canonicals: tuple[str, ...]
    policies: tuple[str, ...]
    is_policy_first: bool
    open_graph_url: str
    open_graph_type: str
    has_charset: bool
    has_viewport: bool
    is_hidden: bool
    refresh: str

    @property
    def title(self) -> str:
        """The first title."""
        return self.titles[0] if self.titles else ""

    @property
    def description(self) -> str:
        """The first description."""
        return self.descriptions[0] if self.descriptions else ""

    @property
    def canonical(self) -> str:
        """The first canonical address."""
        return self.canonicals[0] if self.canonicals else ""


def read_head(root: Element) -> Head:
    """Return what stands in the head of a page."""
    part = root.find("head")
    elements = () if part is None else tuple(list_elements(part))
    metas = [element for element in elements if name_of(element) == "meta"]
    links = [element for element in elements if name_of(element) == "link"]
    policies = _find(metas, "http-equiv", "content-security-policy")
    return Head(
        language=root.get("lang") or "",
        titles=tuple(text_of(each) for each in elements if name_of(each) == "title"),
        descriptions=tuple(map(_content, _find(metas, "name", "description"))),
        canonicals=tuple(
            (link.get("href") or "").strip()
            for link in links
            if "canonical" in (link.get("rel") or "").lower().split()
        ),
        policies=tuple(map(_content, policies)),
        is_policy_first=_comes_first(policies, elements),
        open_graph_url=next(iter(map(_content, _find(metas, "property", "og:url"))), ""),
        open_graph_type=next(iter(map(_content, _find(metas, "property", "og:type"))), ""),
        has_charset=any((meta.get("charset") or "").lower() == "utf-8" for meta in metas),
        has_viewport=bool(_find(metas, "name", "viewport")),
        is_hidden=any("noindex" in _content(meta) for meta in _find(metas, "name", "robots")),
        refresh=next(iter(map(_content, _find(metas, "http-equiv", "refresh"))), ""),
    )


def examine_head(file: OutputFile, head: Head, base_url: str) -> Iterator[Problem]:
    """Yield what is wrong with the head of a page."""
    if not file.data[:_BEGINNING].lstrip().lower().startswith(_DOCTYPE):
        yield error(f"{file.path}:1", f"does not begin with <!DOCTYPE html>; {MEND}")
    if not LANGUAGE.fullmatch(head.language):
        shown = f"'{shorten(head.language)}'" if head.language else "nothing"
        yield error(f"{file.path}:1", f"has {shown} for its language; set <html lang=>")
    if not head.has_charset:
        yield error(file.path, 'does not say that it is UTF-8; add <meta charset="utf-8">')
    if not head.has_viewport:
        yield warning(file.path, 'has no <meta name="viewport">, so phones show it tiny; add it')
    yield from _examine_policy(file.path, head)
    yield from _examine_names(file.path, head)
    yield from _examine_addresses(file.path, head, base_url)


def _examine_policy(path: str, head: Head) -> Iterator[Problem]:
    if not head.policies:
        yield error(path, f"has no content security policy; {MEND}")
    elif not head.is_policy_first:
        yield error(path, f"has its content policy behind what it should guard; {MEND}")
    for policy in head.policies:
        yield from (error(path, fault) for fault in find_policy_holes(policy))


def _examine_names(path: str, head: Head) -> Iterator[Problem]:
    if not head.title:
        yield error(path, f"has no title; {MEND}")
    if 1 < len(head.titles):
        yield error(path, f"has {len(head.titles)} titles; {MEND}")
    if head.is_hidden:
        return
    if not head.description:
        yield error(path, f"has no description; {MEND}")
    if 1 < len(head.descriptions):
        yield error(path, f"has {len(head.descriptions)} descriptions; {MEND}")


def _examine_addresses(path: str, head: Head, base_url: str) -> Iterator[Problem]:
    if head.is_hidden and not (head.canonicals or head.refresh):
        return  # what stands where an article was has no address to be found at
    if len(head.canonicals) != 1:
        yield error(path, f"has {len(head.canonicals)} canonical addresses; {MEND}")
        return
    own = own_url(path, base_url)
    if not is_absolute(head.canonical):
        yield error(path, f"has '{shorten(head.canonical)}' for its canonical address; {MEND}")
    elif not head.refresh and not is_same_url(head.canonical, own):
        shown = shorten(head.canonical)
        yield error(path, f"says that its address is {shown}, but it lies at {own}; {MEND}")
    if head.open_graph_url and not is_same_url(head.open_graph_url, head.canonical):
        yield error(path, f"has an og:url that is not its canonical address; {MEND}")
    if head.refresh and not head.is_hidden:
        yield error(path, "sends its reader on without robots noindex; add it")


def _find(metas: list[Element], attribute: str, value: str) -> list[Element]:
    return [meta for meta in metas if (meta.get(attribute) or "").lower() == value]


def _content(meta: Element) -> str:
    return (meta.get("content") or "").strip()


def _comes_first(policies: list[Element], elements: tuple[Element, ...]) -> bool:
    loading = (line_of(each) for each in elements if name_of(each) in _LOADS)
    first = next(loading, None)
    if not policies or first is None:
        return True
    order = [each for each in elements if each in policies or name_of(each) in _LOADS]
    return order[0] in policies
