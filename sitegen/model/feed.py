"""A feed as a value: the same items, ids, titles and dates in all three formats.

No text in it holds a character that XML forbids; title, description and ids are never empty.
All texts are plain but ``content_html``; all times are in UTC.
"""

from datetime import datetime

from sitegen.model.value import value


@value
class FeedItem:
    """One article, or one digest issue, in a feed. All URLs are absolute.

    ``content_html`` is empty where the settings ask for excerpts only; ``rights`` says whose the
    text is, where that is known. ``language`` is that of title and text where it is not the feed's.
    """

    id: str
    url: str
    title: str
    published: datetime
    updated: datetime
    author: str
    summary: str
    content_html: str
    tags: tuple[str, ...]
    rights: str = ""
    language: str = ""


@value
class Archived:
    """An article as the main feed told of it when it left: what its archive says for good.

    ``language`` is its own, empty where it is that of the site.
    """

    id: str
    slug: str
    title: str
    published: datetime
    updated: datetime
    author: str
    summary: str
    language: str = ""


@value
class FeedArchive:
    """Articles that the main feed had no room for any more, first come first.

    ``number`` counts from 1; the same article is in one archive only, and stays there.
    """

    number: int
    articles: tuple[Archived, ...]


@value
class Feed:
    """A feed, newest item first. ``address`` is the folder in which its three files lie.

    ``updated`` is that of its newest item, never "now". A feed that is empty has the moment of the
    articles that came with it, or the epoch where none have.
    ``older`` is the folder of the archive that goes on where this document ends, empty where none
    does; ``is_archive`` tells that it is such an archive of the main feed itself (RFC 5005).
    ``icon`` is the whole address of a picture, ``image`` that of one in PNG, which RSS wants, and
    ``hub`` that of a WebSub hub which is told of news in this feed; each may be empty.
    """

    address: str
    id: str
    base_url: str
    home_url: str
    title: str
    description: str
    author: str
    language: str
    updated: datetime
    items: tuple[FeedItem, ...]
    older: str = ""
    is_archive: bool = False
    icon: str = ""
    image: str = ""
    hub: str = ""
