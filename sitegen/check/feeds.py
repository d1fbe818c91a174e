"""Examine one feed by itself, by the rules that all three formats share."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from itertools import pairwise

from sitegen.check.addresses import find_target, is_absolute, is_same_url, own_url
from sitegen.check.facts import FeedFacts, Item, Link
from sitegen.check.feed_html import CONTROLS
from sitegen.check.findings import MEND, error, shorten, warning
from sitegen.check.head import LANGUAGE
from sitegen.model.output import OutputFile
from sitegen.model.problem import Problem

# What readers take without trouble; older items belong in archive documents (RFC 5005).
MOST_ITEMS = 50
# Some readers refuse a feed beyond this, others load it at each visit.
LARGEST_FEED = 512 * 1024

_EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)
# A date known to the day stands at noon, which may be ahead of the clock that checks.
_LENIENCE = timedelta(days=1)
# A reference or a tag that was escaped twice shows in a title.
_MARKUP = re.compile(
    r"&(?:amp|lt|gt|quot|apos|nbsp|#x?[0-9a-f]+);|</?(?:b|i|em|strong|a|p|br|span)\b|</\w+>",
    re.IGNORECASE,
)


def examine_feed(
    file: OutputFile, feed: FeedFacts, base_url: str, now: datetime
) -> Iterator[Problem]:
    """Yield what is wrong with a feed, whatever its format."""
    path = feed.path
    if not feed.title:
        yield error(path, "has no title; set title under [site]")
    elif _MARKUP.search(feed.title):
        yield warning(path, f"shows markup in its title, '{shorten(feed.title)}'; write it plainly")
    if not LANGUAGE.fullmatch(feed.language):
        yield error(path, "has no language that is known; set language under [site]")
    yield from _examine_addresses(feed, base_url)
    if LARGEST_FEED < len(file.data):
        size = len(file.data) // 1024
        yield warning(path, f"has {size} KB; lower items or choose excerpts under [feeds]")
    if MOST_ITEMS < len(feed.items) and not feed.is_archive:
        yield warning(path, f"has {len(feed.items)} items; lower items under [feeds]")
    yield from _examine_updated(feed, now)
    yield from _examine_order(feed)
    for item in feed.items:
        yield from _examine_item(item, feed, base_url, now)
    yield from _find_doubles(feed)


def list_links(feed: FeedFacts, base_url: str) -> Iterator[Link]:
    """Yield the files of the site that a feed and its items lead to."""
    places = [(feed.path, url) for url in (feed.home_url, feed.icon_url, *feed.chain)]
    places += [(item.place, item.url) for item in feed.items]
    for place, url in places:
        try:
            target = find_target(feed.path, url, base_url) if is_absolute(url) else None
        except ValueError:
            continue
        if target:
            yield Link(place, target)


def digest_contents(text: str) -> bytes:
    """Return by what a piece of HTML is known again, in 16 bytes."""
    return blake2b(text.encode("utf-8", "replace"), digest_size=16).digest()


def _examine_addresses(feed: FeedFacts, base_url: str) -> Iterator[Problem]:
    own = own_url(feed.path, base_url)
    if not feed.own_url:
        yield error(feed.path, f"does not name its own address (rel=self); {MEND}")
    elif not is_same_url(feed.own_url, own):
        shown = shorten(feed.own_url)
        yield error(feed.path, f"says that its address is {shown}, but it lies at {own}; {MEND}")
    if not is_absolute(feed.home_url):
        yield error(feed.path, f"does not name the page that it is the feed of; {MEND}")
    for url in feed.chain:
        if not is_absolute(url):
            yield error(feed.path, f"names '{shorten(url)}' in its chain, no whole address; {MEND}")
    if is_absolute(feed.home_url) and not feed.home_url.startswith(base_url):
        yield error(feed.path, f"names {shorten(feed.home_url)} for its page, not ours; {MEND}")


def _examine_updated(feed: FeedFacts, now: datetime) -> Iterator[Problem]:
    if feed.updated_text and not feed.updated:
        yield error(feed.path, f"was updated at '{shorten(feed.updated_text)}', no date; {MEND}")
    if not feed.updated:
        return
    if now + _LENIENCE < feed.updated:
        yield error(feed.path, f"was updated in the future, {feed.updated_text}; {MEND}")
    moments = [moment for item in feed.items for moment in (item.published, item.updated) if moment]
    if moments and feed.updated < max(moments):
        yield error(feed.path, f"was updated before its newest item was; {MEND}")
    if moments and max(moments) < feed.updated and any(item.updated for item in feed.items):
        yield warning(feed.path, f"was updated after its newest item was; {MEND}")


def _examine_order(feed: FeedFacts) -> Iterator[Problem]:
    """Yield what readers that show items as they come would show wrongly."""
    dated = [item for item in feed.items if item.published]
    for newer, older in pairwise(dated):
        if newer.published and older.published and newer.published < older.published:
            yield error(older.place, f"is newer than the item before it; {MEND}")
            break
    moments = Counter(item.updated for item in feed.items if item.updated)
    same = sum(count for count in moments.values() if 1 < count)
    if same:
        message = f"has {same} items updated at the same moment as others"
        advice = (
            "readers may show them in any order; where their seeds state one time for all, such as "
            "midnight, for want of a better one, state the day alone"
        )
        yield warning(feed.path, f"{message}; {advice}")


def _examine_item(item: Item, feed: FeedFacts, base_url: str, now: datetime) -> Iterator[Problem]:
    place = item.place
    if not item.id:
        yield error(place, f"has no id; {MEND}")
    elif is_absolute(item.id):
        yield error(place, f"has an address for its id, which changes when the site moves; {MEND}")
    elif len(item.id.split()) != 1:
        yield error(place, f"has an id with a gap in it; {MEND}")
    if not any(item.contents) and feed.media_type != "application/feed+json":
        yield error(place, f"has neither a content nor a summary; {MEND}")
    yield from _examine_title(item)
    yield from _examine_url(item, base_url)
    yield from _examine_dates(item, now)


def _examine_title(item: Item) -> Iterator[Problem]:
    if not item.title:
        yield error(item.place, f"has no title; {MEND}")
    elif _MARKUP.search(item.title):
        shown = shorten(item.title)
        yield warning(item.place, f"shows markup in its title, '{shown}'; write it plainly")
    if CONTROLS.search(item.title):
        yield warning(item.place, "has control characters in its title; mend the page in content/")


def _examine_url(item: Item, base_url: str) -> Iterator[Problem]:
    shown = shorten(item.url)
    if not item.url:
        yield error(item.place, f"has no link; {MEND}")
    elif not is_absolute(item.url):
        yield error(item.place, f"links to '{shown}', which is no whole address; {MEND}")
    elif not item.url.startswith(base_url):
        yield error(item.place, f"links to '{shown}', which is not of this site; {MEND}")


def _examine_dates(item: Item, now: datetime) -> Iterator[Problem]:
    place = item.place
    if not item.published_text:
        yield error(place, f"does not say when it was published; {MEND}")
    for text, moment in (
        (item.published_text, item.published),
        (item.updated_text, item.updated),
    ):
        if text and not moment:
            yield error(
                place, f"has '{shorten(text)}' for a date, which its format has not; {MEND}"
            )
        elif moment and now + _LENIENCE < moment:
            yield error(place, f"is dated in the future, {text}; mend the date in content/")
        elif moment and moment < _EARLIEST:
            yield warning(place, f"is dated {text}, which validators take for a mistake; {MEND}")
    if item.published and item.updated and item.updated < item.published:
        yield error(place, f"was updated before it was published; {MEND}")


def _find_doubles(feed: FeedFacts) -> Iterator[Problem]:
    for name, values in (
        ("id", [item.id for item in feed.items]),
        ("link", [item.url for item in feed.items]),
    ):
        counts = Counter(value for value in values if value)
        for item, value in zip(feed.items, values, strict=True):
            if 1 < counts[value]:
                counts[value] = 0
                yield error(item.place, f"has the {name} of another item of this feed; {MEND}")
