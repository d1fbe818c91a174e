"""Read a feed in RSS 2.0 and say what its specification and the W3C validator would not accept.

https://www.rssboard.org/rss-specification and https://www.rssboard.org/rss-profile.
"""

import re
from collections import Counter
from collections.abc import Iterator

from sitegen.check.addresses import is_absolute
from sitegen.check.facts import FeedFacts, Item
from sitegen.check.findings import MEND, error, shorten, warning
from sitegen.check.moments import read_rfc822
from sitegen.check.trees import Element, children_of, has_margin, line_of, text_of
from sitegen.model.problem import Problem

MEDIA_TYPE = "application/rss+xml"
ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
ARCHIVES = "/feeds/archive/"

_ARCHIVE = "{http://purl.org/syndication/history/1.0}archive"
_ITEM_LANGUAGE = "{http://purl.org/dc/elements/1.1/}language"
_CREATOR = "{http://purl.org/dc/elements/1.1/}creator"

_CHANNEL = frozenset(
    "title link description language copyright managingEditor webMaster pubDate lastBuildDate "
    "category generator docs cloud ttl image rating textInput skipHours skipDays item".split()
)
_ITEM = frozenset(
    "title link description author category comments enclosure guid pubDate source".split()
)
_CHAIN = frozenset(["prev-archive", "next-archive", "current", "first", "last", "next", "previous"])
_MANY = frozenset(["category", "item", "enclosure"])
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+(?: \(.*\))?")


def read_rss(path: str, root: Element) -> FeedFacts:
    """Return what a feed says; what is missing is empty."""
    channel = root.find("channel")
    if channel is None:
        channel = root
    updated = _text(channel, "lastBuildDate")
    return FeedFacts(
        path=path,
        media_type=MEDIA_TYPE,
        id="",
        title=_text(channel, "title"),
        own_url=next((link.get("href") or "" for link in _list_own(channel)), ""),
        home_url=_text(channel, "link"),
        language=_text(channel, "language"),
        updated_text=updated,
        updated=read_rfc822(updated),
        is_archive=tell_archive(path, channel),
        chain=tuple(list_chain(channel)),
        items=tuple(_read_item(path, item) for item in channel.iterfind("item")),
    )


def tell_archive(path: str, parent: Element) -> bool:
    """Tell whether a feed is an archive of another; the first one does not say that it is."""
    return parent.find(_ARCHIVE) is not None or ARCHIVES in f"/{path}"


def list_chain(parent: Element) -> Iterator[str]:
    """Yield the other documents of a feed that it names (RFC 5005)."""
    for link in parent.iterfind(f"{ATOM}link"):
        if link.get("rel") in _CHAIN:
            yield link.get("href") or ""


def examine_rss(path: str, root: Element) -> Iterator[Problem]:
    """Yield what is wrong with a feed as RSS."""
    if root.get("version") != "2.0":
        yield error(f"{path}:1", f"is no RSS 2.0; {MEND}")
    channels = root.findall("channel")
    if len(channels) != 1:
        yield error(f"{path}:1", f"has {len(channels)} channels, and should have 1; {MEND}")
        return
    [channel] = channels
    place = f"{path}:{line_of(channel)}"
    yield from _examine_children(path, channel, _CHANNEL)
    if not _text(channel, "description"):
        yield error(place, "has no description; set description under [site]")
    own = _list_own(channel)
    if 1 < len(own):
        yield error(place, f"names {len(own)} own addresses (atom:link rel=self); {MEND}")
    if own and own[0].get("type") != MEDIA_TYPE:
        yield error(place, f"has an atom:link rel=self of another type; {MEND}")
    ttl = _text(channel, "ttl")
    if ttl and not ttl.isdecimal():
        yield error(place, f"has '{shorten(ttl)}' for ttl, no number of minutes; {MEND}")
    image = channel.find("image")
    if image is not None and _text(image, "link") != _text(channel, "link"):
        yield warning(place, f"has an image with another link than its own; {MEND}")
    yield from _examine_date(place, _text(channel, "pubDate"), "pubDate")
    for item in channel.iterfind("item"):
        yield from _examine_item(path, item)


def _examine_item(path: str, item: Element) -> Iterator[Problem]:
    place = f"{path}:{line_of(item)}"
    yield from _examine_children(path, item, _ITEM)
    yield from (
        error(place, f"has white space around its {name}; {MEND}")
        for name in ("guid", "link", "pubDate")
        if has_margin(item.find(name))
    )
    guid = item.find("guid")
    if guid is not None and guid.get("isPermaLink") != "false" and not is_absolute(text_of(guid)):
        yield error(place, f'has a guid that is no address, without isPermaLink="false"; {MEND}')
    if guid is not None and guid.get("isPermaLink") not in {None, "true", "false"}:
        yield error(place, f"has an isPermaLink that is neither true nor false; {MEND}")
    author = item.findtext("author")
    if author is not None and item.find(_CREATOR) is not None:
        yield error(place, f"has both an author and a dc:creator; {MEND}")
    if author is not None and not _MAIL.fullmatch(author.strip()):
        yield error(place, f"has an author that is no mail address; use dc:creator; {MEND}")
    for enclosure in item.iterfind("enclosure"):
        lacking = [name for name in ("url", "length", "type") if not enclosure.get(name)]
        if lacking:
            yield error(place, f"has an enclosure without {' and '.join(lacking)}; {MEND}")
    names = list(children_of(item))
    if CONTENT in names and "description" in names[names.index(CONTENT) :]:
        yield warning(place, f"has its description behind its content; {MEND}")


def _examine_children(path: str, parent: Element, known: frozenset[str]) -> Iterator[Problem]:
    counts = Counter(children_of(parent))
    place = f"{path}:{line_of(parent)}"
    for name, count in counts.items():
        if not name.startswith("{") and name not in known:
            yield error(place, f"has <{shorten(name)}>, which RSS does not know; {MEND}")
        elif 1 < count and not name.startswith("{") and name not in _MANY:
            yield error(place, f"has <{name}> {count} times; {MEND}")
    if 1 < counts[CONTENT]:
        yield error(place, f"has its content {counts[CONTENT]} times; {MEND}")
    for category in parent.iterfind("category"):
        if not text_of(category):
            yield error(place, f"has an empty category; {MEND}")


def _examine_date(place: str, text: str, name: str) -> Iterator[Problem]:
    if text and not read_rfc822(text):
        yield error(place, f"has '{shorten(text)}' for {name}, no date of RFC 822; {MEND}")


def _read_item(path: str, item: Element) -> Item:
    published = _text(item, "pubDate")
    contents = (text_of(item.find(CONTENT)), _text(item, "description"))
    return Item(
        place=f"{path}:{line_of(item)}",
        id=_text(item, "guid"),
        url=_text(item, "link"),
        title=_text(item, "title"),
        published_text=published,
        published=read_rfc822(published),
        updated_text="",
        updated=None,
        contents=contents,
        tags=tuple(text_of(category) for category in item.iterfind("category")),
        language=text_of(item.find(_ITEM_LANGUAGE)),
    )


def _text(parent: Element, name: str) -> str:
    return text_of(parent.find(name))


def _list_own(channel: Element) -> list[Element]:
    return [link for link in channel.iterfind(f"{ATOM}link") if link.get("rel") == "self"]
