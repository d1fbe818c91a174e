"""Read a feed in Atom and say what RFC 4287 would not accept."""

from collections import Counter
from collections.abc import Iterator

from sitegen.check.facts import FeedFacts, Item
from sitegen.check.findings import MEND, error, shorten, warning
from sitegen.check.moments import read_rfc3339
from sitegen.check.rss import ATOM, list_chain, tell_archive
from sitegen.check.trees import Element, children_of, has_margin, line_of, text_of
from sitegen.model.problem import Problem
from sitegen.text.normalize import drop_mail_addresses

MEDIA_TYPE = "application/atom+xml"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_FEED = frozenset(
    "author category contributor generator icon id link logo rights subtitle title updated "
    "entry".split()
)
_ENTRY = frozenset(
    "author category content contributor id link published rights source summary title "
    "updated".split()
)
_MANY = frozenset("author category contributor link entry".split())
_TEXT_TYPES = frozenset(["text", "html", "xhtml"])


def read_atom(path: str, root: Element) -> FeedFacts:
    """Return what a feed says; what is missing is empty."""
    updated = _text(root, "updated")
    return FeedFacts(
        path=path,
        media_type=MEDIA_TYPE,
        id=_text(root, "id"),
        title=_text(root, "title"),
        own_url=_href(root, "self"),
        home_url=_href(root, "alternate"),
        language=root.get(_LANGUAGE) or "",
        updated_text=updated,
        updated=read_rfc3339(updated),
        is_archive=tell_archive(path, root),
        chain=tuple(list_chain(root)),
        items=tuple(_read_entry(path, entry) for entry in root.iterfind(f"{ATOM}entry")),
        icon_url=_text(root, "icon"),
    )


def examine_atom(path: str, root: Element) -> Iterator[Problem]:
    """Yield what is wrong with a feed as Atom."""
    place = f"{path}:{line_of(root)}"
    yield from _examine_children(place, root, _FEED)
    if not _text(root, "id"):
        yield error(place, f"has no id; {MEND}")
    if not _text(root, "updated"):
        yield error(place, f"does not say when it was updated; {MEND}")
    own = [link for link in _links(root) if link.get("rel") == "self"]
    if 1 < len(own):
        yield error(place, f"names {len(own)} own addresses (rel=self); {MEND}")
    if own and own[0].get("type") != MEDIA_TYPE:
        yield error(place, f"has a link rel=self of another type; {MEND}")
    has_author = root.find(f"{ATOM}author") is not None
    for entry in root.iterfind(f"{ATOM}entry"):
        yield from _examine_entry(f"{path}:{line_of(entry)}", entry, has_author=has_author)


def _examine_entry(place: str, entry: Element, *, has_author: bool) -> Iterator[Problem]:
    yield from _examine_children(place, entry, _ENTRY)
    if not _text(entry, "updated"):
        yield error(place, f"does not say when it was updated; {MEND}")
    if not has_author and entry.find(f"{ATOM}author") is None:
        yield error(place, "has no author, and neither has the feed; set author under [site]")
    yield from (
        error(place, f"has white space around its {name}; {MEND}")
        for name in ("id", "updated", "published")
        if has_margin(entry.find(f"{ATOM}{name}"))
    )
    content = entry.find(f"{ATOM}content")
    if content is not None:
        kind = content.get("type", "text")
        if kind not in _TEXT_TYPES and "/" not in kind:
            yield error(
                place, f"has a content of the type '{shorten(kind)}', which none has; {MEND}"
            )
    alternates = Counter(
        (link.get("type"), link.get("hreflang"))
        for link in _links(entry)
        if link.get("rel", "alternate") == "alternate"
    )
    if any(1 < count for count in alternates.values()):
        yield error(place, f"has two links to one kind of page (rel=alternate); {MEND}")
    if not alternates and content is None:
        yield error(place, f"has neither a content nor a link; {MEND}")


def _examine_children(place: str, parent: Element, known: frozenset[str]) -> Iterator[Problem]:
    counts = Counter(children_of(parent))
    for name, count in counts.items():
        short = name.removeprefix(ATOM)
        if (name.startswith(ATOM) or not name.startswith("{")) and short not in known:
            yield error(place, f"has <{shorten(short)}>, which Atom does not know; {MEND}")
        elif 1 < count and name.startswith(ATOM) and short not in _MANY:
            yield error(place, f"has <{short}> {count} times; {MEND}")
    yield from _examine_parts(place, parent)


def _examine_parts(place: str, parent: Element) -> Iterator[Problem]:
    """Yield what is wrong with the pieces that feeds and entries have in common."""
    for category in parent.iterfind(f"{ATOM}category"):
        if not category.get("term"):
            yield error(place, f"has a category without term=; {MEND}")
    for author in parent.iterfind(f"{ATOM}author"):
        yield from _examine_author(place, _text(author, "name"))
    for link in _links(parent):
        if not link.get("href"):
            yield error(place, f"has a link without href=; {MEND}")
    for name in ("title", "summary", "subtitle", "rights"):
        text = parent.find(f"{ATOM}{name}")
        if text is not None and text.get("type", "text") not in _TEXT_TYPES:
            yield error(place, f"has a {name} of a type that texts do not have; {MEND}")
    if parent.find(f"{ATOM}id") is not None and ":" not in _text(parent, "id"):
        yield warning(place, f"has an id that is no URI; {MEND}")


def _examine_author(place: str, name: str) -> Iterator[Problem]:
    if not name:
        yield error(place, "has an author without a name; set author under [site]")
    elif drop_mail_addresses(name) != name:
        yield warning(place, f"has a mail address in the name of an author; {MEND}")


def _read_entry(path: str, entry: Element) -> Item:
    published, updated = _text(entry, "published"), _text(entry, "updated")
    contents = tuple(
        text_of(piece) if piece.get("type") == "html" else ""
        for piece in (entry.find(f"{ATOM}content"), entry.find(f"{ATOM}summary"))
        if piece is not None
    )
    return Item(
        place=f"{path}:{line_of(entry)}",
        id=_text(entry, "id"),
        url=_href(entry, "alternate"),
        title=_text(entry, "title"),
        published_text=published,
        published=read_rfc3339(published),
        updated_text=updated,
        updated=read_rfc3339(updated),
        contents=contents,
        tags=tuple(category.get("term") or "" for category in entry.iterfind(f"{ATOM}category")),
        language=entry.get(_LANGUAGE) or "",
    )


def _text(parent: Element, name: str) -> str:
    return text_of(parent.find(f"{ATOM}{name}"))


def _links(parent: Element) -> list[Element]:
    return list(parent.iterfind(f"{ATOM}link"))


def _href(parent: Element, kind: str) -> str:
    """Return the address of the first link of a kind; one without a kind is the alternate."""
    found = (link for link in _links(parent) if link.get("rel", "alternate") == kind)
    return next((link.get("href") or "" for link in found), "")
