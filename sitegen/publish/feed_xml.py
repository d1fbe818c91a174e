"""Write a feed as RSS 2.0 and as Atom. The only module that knows feedgen and lxml.

feedgen 1.0.0 needs care, and one mend:

* every link of an Atom entry loses its attributes (upstream #135, #143): ``_AtomLink`` mends it;
* a date that is not set becomes the clock's: all are set;
* an author without an e-mail address is left out of RSS: Dublin Core names the creator instead;
* entries are put in front of each other unless one asks for ``order="append"``;
* the last link of a feed becomes the channel's link in RSS: the one to the page comes last;
* a character that XML forbids raises: a Feed has none.

feedgen sets the locale of the whole process while it writes a date: render in one thread.
"""

import re
from html import escape

from feedgen.entry import FeedEntry
from feedgen.ext.base import BaseEntryExtension, BaseExtension
from feedgen.feed import FeedGenerator
from lxml.etree import _Element

from sitegen.model.feed import Feed, FeedItem
from sitegen.publish.urls import absolute_url

_TITLE = re.compile(rb"<title>[^<]*</title>")


class _AtomLink(BaseEntryExtension):  # type: ignore[misc] # feedgen has no types
    """Says that an entry's only link leads to the same as a web page."""

    def extend_atom(self, entry: _Element) -> _Element:
        for link in entry.iterfind("link"):
            link.set("rel", "alternate")
            link.set("type", "text/html")
        return entry


def render_xml(feed: Feed) -> tuple[bytes, bytes]:
    """Return the feed as RSS 2.0 and as Atom (RFC 4287), both encoded as UTF-8.

    In RSS, titles have numeric references for what some readers take for markup
    (https://www.rssboard.org/rss-profile#data-types-characterdata).
    """
    generator = _make_generator(feed)
    _set_links(generator, feed, "rss.xml", "application/rss+xml")
    rss: bytes = generator.rss_str(pretty=True)
    _set_links(generator, feed, "atom.xml", "application/atom+xml")
    atom: bytes = generator.atom_str(pretty=True)
    return _TITLE.sub(_number_title, rss), atom


def number_references(xml: str) -> str:
    """Return the XML of a title in RSS with numbers in place of names.

    >>> number_references("A &amp; B")
    'A &#x26; B'
    """
    return xml.replace("&amp;", "&#x26;").replace("&lt;", "&#x3C;")


def _number_title(title: re.Match[bytes]) -> bytes:
    return number_references(title[0].decode()).encode()


def _make_generator(feed: Feed) -> FeedGenerator:
    generator = FeedGenerator()
    generator.load_extension("dc", atom=False)
    generator.register_extension("link_mend", BaseExtension, _AtomLink, rss=False)
    generator.id(feed.id)
    generator.title(feed.title)
    generator.description(feed.description)
    generator.author(name=feed.author)
    generator.language(feed.language)
    generator.generator("sitegen")
    generator.updated(feed.updated)
    for item in feed.items:
        _fill_entry(generator.add_entry(order="append"), item)
    return generator


def _set_links(generator: FeedGenerator, feed: Feed, name: str, media_type: str) -> None:
    own_url = absolute_url(feed.base_url, feed.address + name)
    own = {"href": own_url, "rel": "self", "type": media_type}
    home = {"href": feed.home_url, "rel": "alternate", "type": "text/html"}
    generator.link([own, home], replace=True)


def _fill_entry(entry: FeedEntry, item: FeedItem) -> None:
    entry.id(item.id)
    entry.title(item.title)
    entry.link(href=item.url)
    entry.published(item.published)
    entry.updated(item.updated)
    if item.content_html:
        entry.content(item.content_html, type="html")
    if item.summary:
        # Readers take the description of RSS for HTML, so that is what the summary is in both.
        entry.summary(escape(item.summary, quote=False), type="html")
    if item.author:
        entry.author(name=item.author)
        entry.dc.dc_creator(item.author)
    for tag in item.tags:
        entry.category(term=tag)
