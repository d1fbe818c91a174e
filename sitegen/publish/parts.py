"""The pieces that views are made of: finished text, in the order in which a page shows it.

A ``path`` is an address as links write it below the root of the site (urls.link_path); templates
put ``site.root`` before it. So a card is made once and serves every page that shows it.
"""

from sitegen.model.value import value
from sitegen.publish.markup import Html


@value
class Link:
    """Words that lead to a page of the site; ``note`` stands beside them: a count, a reason.

    ``language`` is that of the words where it is not the page's.
    """

    text: str
    path: str
    note: str = ""
    language: str = ""


@value
class NavigationLink:
    """An entry of the navigation; ``is_current`` on the pages of its part of the site."""

    text: str
    path: str
    is_current: bool


@value
class Chrome:
    """What stands around every page. ``root`` leads from the page to the root of the site.

    ``language`` and ``direction`` are those of the words of the interface, ``foreign`` that of the
    site's own words where it is another, else empty. ``search_page`` is empty where the site has no
    search.
    """

    title: str
    description: str
    language: str
    direction: str
    foreign: str
    root: str
    home: str
    stylesheet: str
    icon: str
    feeds_page: str
    about_page: str
    search_page: str
    navigation: tuple[NavigationLink, ...]


@value
class FeedLink:
    """A feed that belongs to a page; ``url`` is absolute, to copy or to hand to a reader."""

    title: str
    media_type: str
    format: str
    path: str
    url: str


@value
class Head:
    """What a page tells machines: browsers, feed readers, search engines, other sites.

    ``subject`` is the page's title alone, ``title`` the same with the site's. ``picture`` is the
    whole address of its social card, or empty. ``book`` is the path of the same as an EPUB, or
    empty. By ``data_hash`` the page's policy knows ``data``.
    """

    title: str
    subject: str
    description: str
    canonical: str
    kind: str
    published: str
    picture: str
    feeds: tuple[FeedLink, ...]
    data: Html
    data_hash: str
    book: str = ""


@value
class Card:
    """An article in a list. ``moment`` is its date for machines, empty where it is unknown.

    ``clock`` is what its day's heading leaves to say of its date: the time, or that the day is
    not known. ``opening`` is the line under the headline, or the first sentences of ``summary``,
    for who runs an eye down a list. ``direction`` is ``ltr``, ``rtl`` or ``auto``.
    """

    title: str
    path: str
    date: str
    clock: str
    moment: str
    source: str
    summary: str
    opening: str
    language: str
    direction: str


@value
class Block:
    """One event in a list: a headline, the other reports under it, and where they all are."""

    card: Card
    others: tuple[Card, ...]
    story: Link | None


@value
class Group:
    """Blocks under one heading; ``path`` is empty where the heading leads nowhere."""

    title: str
    path: str
    blocks: tuple[Block, ...]


@value
class PartLink:
    """A way to another part of a long list."""

    text: str
    path: str
    is_current: bool


@value
class Pager:
    """The ways out of one part of a long list; all empty where the list has only one."""

    newer: str
    older: str
    parts: tuple[PartLink, ...]


@value
class ChartRow:
    """A week of a chart in words."""

    week: str
    count: str


@value
class Chart:
    """Articles a week: the outline of the bars in SVG, what they say, and the same as a table."""

    outline: str
    label: str
    rows: tuple[ChartRow, ...]


@value
class Cell:
    """A day or a month of a calendar; ``tint`` from 0 (nothing) to 3 (much), ``path`` or empty.

    ``note`` is how many articles it has, where there is room to say it.
    """

    text: str
    path: str
    label: str
    tint: int
    note: str = ""
