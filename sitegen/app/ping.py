"""Tell the WebSub hub that the feeds may have news (https://www.w3.org/TR/websub/).

The hub then fetches them, and sends what is new to who asked it to: so the site must be published
before. How a publisher tells its hub is left open there; all hubs take what PubSubHubbub had.
"""

from dataclasses import dataclass
from typing import Any

from sitegen.app.fetch import send_form
from sitegen.app.job import Job
from sitegen.app.report import count
from sitegen.errors import UsageError
from sitegen.publish import HUB_FOLDERS, absolute_url

_FILES = ("rss.xml", "atom.xml", "feed.json")


@dataclass(frozen=True, slots=True)
class Ping:
    """The hub, and the feeds that it was told of."""

    hub: str
    feeds: tuple[str, ...]


def ping_hub(job: Job) -> Ping:
    """Tell the hub of the settings of the feeds that name it.

    Raise UsageError where there is no hub, SitegenError where it does not take it.
    """
    hub = job.settings.feed_hub
    if not hub:
        raise UsageError("there is no hub to tell; name one as hub under [feeds] in sitegen.toml")
    paths = [f"{folder}{name}" for folder in HUB_FOLDERS for name in _FILES]
    feeds = tuple(absolute_url(job.settings.base_url, path) for path in paths)
    send_form(hub, [("hub.mode", "publish"), *(("hub.url", feed) for feed in feeds)])
    return Ping(hub, feeds)


def describe_ping(ping: Ping) -> dict[str, Any]:
    """Return what was done as values for JSON."""
    return {"hub": ping.hub, "feeds": list(ping.feeds)}


def write_ping(ping: Ping) -> str:
    """Return what was done as a line."""
    return f"{ping.hub} was told of {count(len(ping.feeds), 'feed')}"
