"""Write a feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from functools import lru_cache

from sitegen.model.feed import Feed, FeedItem
from sitegen.publish.json_text import write_indented
from sitegen.publish.urls import absolute_url

# JSON Feed has no key for rights, and lets everybody add objects that say what they are about.
_ABOUT_RIGHTS = "http://purl.org/dc/elements/1.1/rights"
_NO_ITEMS = b"[]\n}"  # the end of a feed of none
# An article stands in the feeds of several tags, but seldom in two that follow one another.
_KEPT_ITEMS = 1_000


def render_json(feed: Feed) -> bytes:
    """Return the feed as UTF-8; keys stand in the order of the specification."""
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home_url,
        "feed_url": absolute_url(feed.base_url, f"{feed.address}feed.json"),
        **_lead_on(feed),
        "description": feed.description,
        "authors": [{"name": feed.author}],
        "language": feed.language,
        **({"icon": feed.icon, "favicon": feed.icon} if feed.icon else {}),
        **({"hubs": [{"type": "WebSub", "url": feed.hub}]} if feed.hub else {}),
        "items": [],
    }
    frame = write_indented(document)
    if not feed.items:
        return frame + b"\n"
    start = frame.removesuffix(_NO_ITEMS) + b"[\n  "
    return b"".join((start, b",\n  ".join(map(_write_item, feed.items)), b"\n ]\n}\n"))


@lru_cache(maxsize=_KEPT_ITEMS)
def _write_item(item: FeedItem) -> bytes:
    """Return the lines of an item."""
    return write_indented(_describe_item(item)).replace(b"\n", b"\n  ")


def _lead_on(feed: Feed) -> dict[str, str]:
    """Return where the items go on; none at the end."""
    older = absolute_url(feed.base_url, f"{feed.older}feed.json")
    return {"next_url": older} if feed.older else {}


def _describe_item(item: FeedItem) -> dict[str, object]:
    # An item must have one of the two contents; empty optional keys are left out.
    content = (
        {"content_html": item.content_html} if item.content_html else {"content_text": item.summary}
    )
    optional = {
        "summary": item.summary,
        "authors": [{"name": item.author}] if item.author else [],
        "tags": list(item.tags),
        "language": item.language,
        "_dc": {"about": _ABOUT_RIGHTS, "rights": item.rights} if item.rights else {},
    }
    return {
        "id": item.id,
        "url": item.url,
        "title": item.title,
        **content,
        "date_published": item.published.isoformat(),
        "date_modified": item.updated.isoformat(),
        **{key: value for key, value in optional.items() if value},
    }
