"""Write the XML of many feeds as feedgen writes it, without asking it for each of them.

Feeds differ in their texts and moments alone. So feedgen casts a mould of each shape once, with
marks where these go, and they are poured in. A property test compares both ways byte for byte, so
what :mod:`sitegen.publish.feed_xml` does otherwise one day, this does too.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache, lru_cache
from html import escape

from sitegen.model.feed import Feed, FeedItem
from sitegen.publish.feed_xml import number_references, render_xml
from sitegen.publish.urls import FEED_STYLE_ADDRESS, absolute_url, relative_root

# An article stands in the feeds of several tags, but seldom in two that follow one another.
_KEPT_ITEMS = 1_000

_PUBLISHED, _UPDATED = datetime(2001, 2, 3, 4, 5, 6, tzinfo=UTC), datetime(2007, 8, 9, tzinfo=UTC)
_DAYS = "Mon Tue Wed Thu Fri Sat Sun".split()
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_MARK = re.compile(r"mark-of-(\w+)-here")
_QUOTED_MARK = re.compile(rf'"{_MARK.pattern}"')
_FILE_MARK = re.compile(rf'"mark-of-base-here/(?:{_MARK.pattern}/)?(rss|atom)\.xml"')


@dataclass(frozen=True, slots=True)
class _Mould:
    """The XML of a feed without items, or of an item; ``middle`` is the line of one of its tags.

    The names of texts stand in it as the operator % wants them.
    """

    head: str
    middle: str
    tail: str


def pour_xml(feed: Feed) -> tuple[bytes, bytes]:
    """Return the feed as RSS 2.0 and as Atom, the very bytes of :func:`render_xml`."""
    items = [_pour_item(item) for item in feed.items]
    values = _list_feed_values(feed)
    rss, atom = _cast_feed(
        has_older=bool(feed.older),
        has_icon=bool(feed.icon),
        has_image=bool(feed.image),
        has_hub=bool(feed.hub),
        is_archive=feed.is_archive,
    )
    return (
        b"".join(((rss.head % values).encode(), *(item[0] for item in items), rss.tail.encode())),
        b"".join(((atom.head % values).encode(), *(item[1] for item in items), atom.tail.encode())),
    )


@lru_cache(maxsize=_KEPT_ITEMS)
def _pour_item(item: FeedItem) -> tuple[bytes, bytes]:
    """Return the item as it stands in RSS and in Atom."""
    rss, atom = _cast_item(
        has_content=bool(item.content_html),
        has_summary=bool(item.summary),
        has_author=bool(item.author),
        has_tags=bool(item.tags),
        has_rights=bool(item.rights),
        has_language=bool(item.language),
    )
    values = _list_item_values(item)
    tags = [{"tag": _escape(tag), "tag in quotes": _quote(tag)} for tag in item.tags]
    return _pour(rss, values, tags).encode(), _pour(atom, values, tags).encode()


def _pour(mould: _Mould, values: Mapping[str, str], tags: Sequence[Mapping[str, str]]) -> str:
    middle = (mould.middle % tag for tag in tags)
    return "".join((mould.head % values, *middle, mould.tail % values))


def _list_feed_values(feed: Feed) -> dict[str, str]:
    return {
        "id": _escape(feed.id),
        "title": _escape(feed.title),
        "title in RSS": number_references(_escape(feed.title)),
        "description": _escape(feed.description),
        "author": _escape(feed.author),
        "language": _escape(feed.language),
        "language in quotes": _quote(feed.language),
        "home": _escape(feed.home_url),
        "home in quotes": _quote(feed.home_url),
        "updated": feed.updated.isoformat(),
        "updated in RSS": _format_moment(feed.updated),
        "icon": _escape(feed.icon),
        "image": _escape(feed.image),
        "hub in quotes": _quote(feed.hub),
        "style": relative_root(feed.address) + FEED_STYLE_ADDRESS,
        **{
            f"{name} {kind}": _quote(absolute_url(feed.base_url, f"{address}{kind}.xml"))
            for name, address in (("own", feed.address), ("older", feed.older), ("current", ""))
            for kind in ("rss", "atom")
        },
    }


def _list_item_values(item: FeedItem) -> dict[str, str]:
    return {
        "id": _escape(item.id),
        "url": _escape(item.url),
        "url in quotes": _quote(item.url),
        "title": _escape(item.title),
        "title in RSS": number_references(_escape(item.title)),
        "author": _escape(item.author),
        "summary": _escape(escape(item.summary, quote=False)),
        "content": _escape(item.content_html),
        "published": item.published.isoformat(),
        "published in RSS": _format_moment(item.published),
        "updated": item.updated.isoformat(),
        "rights": _escape(item.rights),
        "tongue": _escape(item.language),
        "tongue in quotes": _quote(item.language),
    }


# ---------------------------------------------------------------- casting


@cache
def _cast_feed(
    *, has_older: bool, has_icon: bool, has_image: bool, has_hub: bool, is_archive: bool
) -> tuple[_Mould, _Mould]:
    """Return the moulds of a feed of one shape in RSS and in Atom."""
    rss, atom = _render(
        replace(
            _BLANK,
            older=f"{_mark('older')}/" if has_older else "",
            icon=_mark("icon") if has_icon else "",
            image=_mark("image") if has_image else "",
            hub=_mark("hub") if has_hub else "",
            is_archive=is_archive,
        )
    )
    return _cut(rss, "", "  </channel>"), _cut(atom, "", "</feed>")


@cache
def _cast_item(
    *,
    has_content: bool,
    has_summary: bool,
    has_author: bool,
    has_tags: bool,
    has_rights: bool,
    has_language: bool,
) -> tuple[_Mould, _Mould]:
    """Return the moulds of an item of one shape in RSS and in Atom."""
    item = FeedItem(
        id=_mark("id"),
        url=_mark("url"),
        title=_mark("title"),
        published=_PUBLISHED,
        updated=_UPDATED,
        author=_mark("author") if has_author else "",
        summary=_mark("summary") if has_summary else "",
        content_html=_mark("content") if has_content else "",
        tags=(_mark("tag"),) if has_tags else (),
        rights=_mark("rights") if has_rights else "",
        language=_mark("tongue") if has_language else "",
    )
    rss, atom = _render(replace(_BLANK, items=(item,)))
    return _cut(rss, "    <item>", "  </channel>"), _cut(atom, "  <entry", "</feed>")


def _render(feed: Feed) -> tuple[str, str]:
    """Return a feed as feedgen writes it, with the names of its texts as % wants them."""
    rss, atom = (_name_marks(xml.decode()) for xml in render_xml(feed))
    return rss.replace("<title>%(title)s<", "<title>%(title in RSS)s<"), atom


def _mark(name: str) -> str:
    return f"mark-of-{name}-here"


def _name_marks(xml: str) -> str:
    named = xml.replace("%", "%%")
    for name, moment in (("published", _PUBLISHED), ("updated", _UPDATED)):
        named = named.replace(moment.isoformat(), f"%({name})s")
        named = named.replace(_format_moment(moment), f"%({name} in RSS)s")
    named = named.replace(relative_root(_BLANK.address) + FEED_STYLE_ADDRESS, "%(style)s")
    named = _FILE_MARK.sub(lambda found: f'"%({found[1] or "current"} {found[2]})s"', named)
    return _MARK.sub(r"%(\1)s", _QUOTED_MARK.sub(r'"%(\1 in quotes)s"', named))


_BLANK = Feed(
    address=f"{_mark('own')}/",
    id=_mark("id"),
    base_url=f"{_mark('base')}/",
    home_url=_mark("home"),
    title=_mark("title"),
    description=_mark("description"),
    author=_mark("author"),
    language=_mark("language"),
    updated=_UPDATED,
    items=(),
)


def _cut(xml: str, start: str, end: str) -> _Mould:
    """Return what stands from one text up to another, parted at the line of the tag if any."""
    inner = xml[xml.index(start) : xml.index(end)]
    tag = next((line for line in inner.splitlines(keepends=True) if "%(tag" in line), "")
    head, _, tail = inner.partition(tag) if tag else (inner, "", "")
    return _Mould(head, tag, tail if start else xml[xml.index(end) :])


# ---------------------------------------------------------------- texts


def _escape(text: str) -> str:
    """Return a text as lxml writes it between tags."""
    plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return plain.replace("\r", "&#13;")


def _quote(text: str) -> str:
    """Return a text as lxml writes it between the quotes of an attribute."""
    plain = _escape(text).replace('"', "&quot;")
    return plain.replace("\n", "&#10;").replace("\t", "&#9;")


def _format_moment(moment: datetime) -> str:
    """Return a moment as RFC 2822 writes it; its zone is that of the datetime, always UTC here.

    >>> _format_moment(datetime(2024, 6, 14, 12, tzinfo=UTC))
    'Fri, 14 Jun 2024 12:00:00 +0000'
    """
    day = f"{_DAYS[moment.weekday()]}, {moment.day:02} {_MONTHS[moment.month - 1]} {moment.year}"
    return f"{day} {moment:%H:%M:%S %z}"
