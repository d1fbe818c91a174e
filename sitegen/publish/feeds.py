"""Make the feeds of the site from its channels: as many of the newest items as there is room for.

What the feed of the whole site has no room for is in its archives
(``docs/decisions/feeds-have-archives.md``).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import lru_cache, partial
from urllib.parse import quote

from sitegen.model.digest import Issue
from sitegen.model.feed import Feed, FeedArchive, FeedItem
from sitegen.model.output import OutputFile
from sitegen.model.page import Page
from sitegen.model.settings import Settings
from sitegen.model.site import Site
from sitegen.model.theme import Theme
from sitegen.model.value import value
from sitegen.publish import urls
from sitegen.publish.assets import asset_address
from sitegen.publish.channels import Channel, list_channels, list_former_channels
from sitegen.publish.feed_items import (
    make_archived_item,
    make_issue_item,
    make_page_item,
    name_author,
    show_literally,
)
from sitegen.publish.matter import NO_STAMPS, Maker, Stamps
from sitegen.publish.plan import list_link_targets
from sitegen.text.wording import read_wording

# Of HTML, as XML writes it: readers refuse feeds that are much larger than 512 KB.
CONTENT_BYTES = 460 * 1024
# Of one item that is long by itself.
LONG_BYTES = CONTENT_BYTES // 8

# The feeds that a hub is told of: a site has too many for it to be told of each.
HUB_FOLDERS = ("", "digest/")

# An article stands in the feeds of several tags, but seldom in two that follow one another; with
# its text it takes some four kilobytes.
KEPT_ITEMS = 1_000


@value
class _Matter:
    """All that shapes a feed: the stamps of the site and of its items, and what it is about."""

    stamps: tuple[bytes, ...]
    address: str
    title: str
    description: str
    older: str
    since: datetime
    icon: str
    image: str


def list_feeds(
    site: Site, bodies: Mapping[str, str], theme: Theme, stamps: Stamps = NO_STAMPS
) -> Iterator[Maker[Feed]]:
    """Yield a maker of each feed of the site.

    ``bodies`` is the HTML of each page and each issued digest by its id, ``stamps`` are theirs.

    A feed has as many of the newest items as the settings allow and ``CONTENT_BYTES`` can hold.
    """
    addresses = list_link_targets(site)
    icon, image = (
        urls.absolute_url(site.settings.base_url, address) if address else ""
        for address in (asset_address(theme, name) for name in ("icon.svg", "icon.png"))
    )

    @lru_cache(maxsize=KEPT_ITEMS)
    def make_item(entry_id: str) -> FeedItem:
        entry, body = entries[entry_id], bodies[entry_id]
        if isinstance(entry, Issue):
            return make_issue_item(entry, body, addresses, site.settings)
        return make_page_item(entry, body, addresses, site.settings)

    entries: dict[str, Page | Issue] = {}
    for channel in (*list_channels(site), *list_former_channels(site)):
        newest = channel.entries[: site.settings.feed_items]
        entries |= {entry.id: entry for entry in newest}
        ids = [entry.id for entry in newest]
        make = partial(_make_current_feed, channel, ids, make_item, site, icon=icon, image=image)
        yield Maker(make, partial(_describe, channel, ids, stamps, icon=icon, image=image))
    yield from map(Maker, _list_archives(site))


def render_feed(feed: Feed) -> tuple[OutputFile, ...]:
    """Return the feed as RSS 2.0, Atom and JSON Feed, with the same items in each."""
    # Imported late: a build in which no feed has news needs neither feedgen nor lxml.
    from sitegen.publish.feed_json import render_json
    from sitegen.publish.feed_moulds import pour_xml

    rss, atom = pour_xml(feed)
    return (
        OutputFile(path=f"{feed.address}rss.xml", data=rss),
        OutputFile(path=f"{feed.address}atom.xml", data=atom),
        OutputFile(path=f"{feed.address}feed.json", data=render_json(feed)),
    )


def _describe(
    channel: Channel, ids: Sequence[str], stamps: Stamps, *, icon: str, image: str
) -> _Matter:
    about = channel.title, channel.description, channel.older, channel.since
    return _Matter(stamps.find(*ids), channel.address, *about, icon, image)


def _make_current_feed(
    channel: Channel,
    ids: Iterable[str],
    make_item: Callable[[str], FeedItem],
    site: Site,
    *,
    icon: str,
    image: str,
) -> Feed:
    feed = _make_feed(channel, map(make_item, ids), site.authority, site.settings)
    hub = site.settings.feed_hub if channel.address in HUB_FOLDERS else ""
    return replace(feed, icon=icon, image=image, hub=hub)


def _make_feed(
    channel: Channel, items: Iterable[FeedItem], authority: str, settings: Settings
) -> Feed:
    fitting = _fit(items)
    return Feed(
        address=channel.address,
        id=f"{authority}/feed/{quote(channel.address)}",
        base_url=settings.base_url,
        home_url=urls.absolute_url(settings.base_url, channel.address),
        title=show_literally(channel.title) or settings.base_url,
        description=show_literally(channel.description) or settings.base_url,
        author=name_author(settings.author) or name_author(settings.title) or settings.base_url,
        language=settings.language,
        updated=max((item.updated for item in fitting), default=channel.since),
        items=fitting,
        older=channel.older,
    )


def _list_archives(site: Site) -> Iterator[Callable[[], Feed]]:
    """Yield the archives of the main feed, the oldest first, as functions that make them."""
    older = ""
    for archive in site.archives:
        yield partial(_make_archive, archive, older, site)
        older = urls.feed_archive_address(archive.number)


def _make_archive(archive: FeedArchive, older: str, site: Site) -> Feed:
    """Return an archive of the main feed, with that feed's own id.

    It tells of articles in excerpts: so 10,000 articles take 25 MB and not 200.
    """
    settings = site.settings
    words = read_wording(settings.language, settings.words)
    title = words.gettext(
        "Archive %(number)s · %(site)s", number=archive.number, site=settings.title
    )
    about = words.gettext("Earlier articles of %(site)s", site=settings.title)
    address = urls.feed_archive_address(archive.number)
    channel = Channel(address, title, about, (), older)
    told = sorted(archive.articles, key=lambda one: (one.published, one.id), reverse=True)
    items = (make_archived_item(one, settings) for one in told)
    return replace(
        _make_feed(channel, items, site.authority, settings),
        id=f"{site.authority}/feed/",
        home_url=urls.absolute_url(settings.base_url, ""),
        is_archive=True,
    )


def _fit(items: Iterable[FeedItem]) -> tuple[FeedItem, ...]:
    """Return the items, where all have no room some without their content: none is lost.

    Those that are long by themselves go without it first, the longest before others, then the
    oldest: so one long text drives out no others.
    """
    told = list(items)
    sizes = [_measure(item.content_html) for item in told]
    excess = sum(sizes) - CONTENT_BYTES
    if excess > 0:
        oldest = range(len(told) - 1, -1, -1)
        long = [place for place in oldest if sizes[place] > LONG_BYTES]
        longest = sorted(long, key=lambda place: -sizes[place])
        for place in dict.fromkeys((*longest, *oldest)):
            if excess <= 0:
                break
            told[place] = replace(told[place], content_html="")
            excess -= sizes[place]
    return tuple(told)


@lru_cache(maxsize=KEPT_ITEMS)
def _measure(html: str) -> int:
    """Return how many bytes HTML has as XML writes it."""
    plain = len(html) if html.isascii() else len(html.encode())
    return plain + 4 * html.count("&") + 3 * html.count("<") + 3 * html.count(">")
