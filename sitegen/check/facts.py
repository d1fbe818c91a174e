"""What a file of the site says that can only be judged beside the other files."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sitegen.check.addresses import Target


class Link(NamedTuple):
    """A link to a file of the site, and the place that has it, such as ``index.html:12``."""

    place: str
    target: Target


@dataclass(frozen=True, slots=True)
class PageFacts:
    """A page, read. Texts are empty where it lacks them.

    ``moved_to`` is where a redirect sends its reader. ``feeds`` are the feeds that it offers, each
    with the media type that it says they have.
    """

    path: str
    title: str
    description: str
    canonical: str
    is_hidden: bool
    is_redirect: bool
    is_article: bool
    moved_to: Target | None
    anchors: frozenset[str]
    links: tuple[Link, ...]
    feeds: tuple[tuple[Link, str], ...]


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a feed, as a reader sees it; what is missing is empty or None.

    ``contents`` are its pieces of HTML. ``published_text`` and ``updated_text`` stand beside their
    moments, which are None where the text is no date of the format. ``language`` is that which the
    item names for itself.
    """

    place: str
    id: str
    url: str
    title: str
    published_text: str
    published: datetime | None
    updated_text: str
    updated: datetime | None
    contents: tuple[str, ...]
    tags: tuple[str, ...]
    language: str = ""


@dataclass(frozen=True, slots=True)
class FeedFacts:
    """A feed, read. ``media_type`` tells its format; ``is_archive`` an RFC 5005 document.

    ``chain`` are the feeds that it names as coming before or behind it.
    """

    path: str
    media_type: str
    id: str
    title: str
    own_url: str
    home_url: str
    language: str
    updated_text: str
    updated: datetime | None
    is_archive: bool
    chain: tuple[str, ...]
    items: tuple[Item, ...]
    icon_url: str = ""


@dataclass(frozen=True, slots=True)
class ListFacts:
    """A sitemap or an OPML list: what it lists, and the ``pages`` that it names by the way."""

    path: str
    kind: str
    links: tuple[Link, ...]
    pages: tuple[Link, ...] = ()
