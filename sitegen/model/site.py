"""The whole site as a value, before anything of it is drawn."""

from dataclasses import dataclass
from datetime import datetime

from sitegen.model.digest import Digest
from sitegen.model.feed import FeedArchive
from sitegen.model.history import History
from sitegen.model.page import OwnPage, Page
from sitegen.model.settings import Settings
from sitegen.model.story import Story


@dataclass(frozen=True, slots=True)
class Tag:
    """A name with a page of its own, and the pages that carry it, newest first."""

    title: str
    slug: str
    pages: tuple[Page, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """Whom several reports come from, and these, newest first."""

    name: str
    slug: str
    pages: tuple[Page, ...]


@dataclass(frozen=True, slots=True)
class FormerList:
    """A tag, source, story or digest that had a page and has none, and what is left of it.

    ``address`` goes on to answer; ``pages`` stand newest first, and may be none. ``title`` is empty
    where nobody knows it any more; ``since`` is when the newest article had come that was on record
    before the address was.
    """

    address: str
    title: str
    pages: tuple[Page, ...]
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Site:
    """What will be published.

    ``pages`` stand newest first, ``tags`` by title, ``sources`` by name, ``stories`` and
    ``digests`` newest first.
    ``latest`` are those pages that the main feed tells of; ``archives`` tell of all others, the
    oldest archive first.
    ``gone`` are what stands where articles were, ``former`` where lists of articles were;
    ``histories`` are what has changed in the texts of articles, the first change first.
    ``with_feeds`` are the addresses of such lists that ever had feeds.
    ``authority`` begins every ``tag:`` URI that the site makes for its feeds and digests.
    """

    settings: Settings
    pages: tuple[Page, ...]
    tags: tuple[Tag, ...]
    stories: tuple[Story, ...]
    digests: tuple[Digest, ...]
    own: tuple[OwnPage, ...]
    authority: str
    latest: tuple[Page, ...]
    archives: tuple[FeedArchive, ...]
    sources: tuple[Source, ...]
    gone: tuple[OwnPage, ...]
    former: tuple[FormerList, ...] = ()
    with_feeds: frozenset[str] = frozenset()
    histories: tuple[History, ...] = ()
