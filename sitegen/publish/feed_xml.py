"""Write a feed as RSS 2.0 and as Atom. The only module that knows feedgen and lxml.

feedgen 1.0.0 needs care, and one mend:

* every link of an Atom entry loses its attributes (upstream #135, #143): ``_Entry`` mends it;
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
from lxml.etree import ProcessingInstruction, SubElement, _Element, _ElementTree, tostring

from sitegen.model.feed import Feed, FeedItem
from sitegen.publish.urls import FEED_STYLE_ADDRESS, absolute_url, relative_root

# RFC 5005, "Feed Paging and Archiving".
_HISTORY = "http://purl.org/syndication/history/1.0"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_ATOM_LINK = "{http://www.w3.org/2005/Atom}link"
_TITLE = re.compile(rb"<title>[^<]*</title>")


class _Entry(BaseEntryExtension):  # type: ignore[misc] # feedgen has no types
    """Says that an entry's only link leads to the same as a web page, and which language it has."""

    language = ""

    def extend_atom(self, entry: _Element) -> _Element:
        for link in entry.iterfind("link"):
            link.set("rel", "alternate")
            link.set("type", "text/html")
        if self.language:
            entry.set(_LANGUAGE, self.language)
        return entry


class _History(BaseExtension):  # type: ignore[misc] # feedgen has no types
    """Says where a feed goes on and who tells of its news, and of an archive that it is one."""

    feed: Feed

    def extend_ns(self) -> dict[str, str]:
        return {"fh": _HISTORY} if self._is_told else {}

    @property
    def _is_told(self) -> bool:
        """Of the first archive validators say that it leads nowhere, if it says that it is one."""
        return self.feed.is_archive and bool(self.feed.older)

    def extend_rss(self, rss: _Element) -> _Element:
        (channel,) = rss
        self._extend(channel, _ATOM_LINK, "rss.xml", "application/rss+xml")
        return rss

    def extend_atom(self, atom: _Element) -> _Element:
        # feedgen gives the elements of Atom no namespace: that of the root is a mere attribute.
        self._extend(atom, "link", "atom.xml", "application/atom+xml")
        return atom

    def _extend(self, parent: _Element, tag: str, name: str, media_type: str) -> None:
        leads = {"prev-archive": self.feed.older} if self.feed.older else {}
        if self.feed.is_archive:
            leads["current"] = ""
        if self._is_told:
            SubElement(parent, f"{{{_HISTORY}}}archive")
        for relation, address in leads.items():
            url = absolute_url(self.feed.base_url, address + name)
            SubElement(parent, tag, rel=relation, href=url, type=media_type)
        if self.feed.hub:
            SubElement(parent, tag, rel="hub", href=self.feed.hub)


def render_xml(feed: Feed) -> tuple[bytes, bytes]:
    """Return the feed as RSS 2.0 and as Atom (RFC 4287), both encoded as UTF-8.

    In RSS, titles have numeric references for what some readers take for markup
    (https://www.rssboard.org/rss-profile#data-types-characterdata).
    """
    generator = _make_generator(feed)
    _set_links(generator, feed, "rss.xml", "application/rss+xml")
    rss = _serialise(generator._create_rss()[1], feed)  # noqa: SLF001 - no other way to a stylesheet
    _set_links(generator, feed, "atom.xml", "application/atom+xml")
    atom = _serialise(generator._create_atom()[1], feed)  # noqa: SLF001
    return _TITLE.sub(_number_title, rss), atom


def number_references(xml: str) -> str:
    """Return the XML of a title in RSS with numbers in place of names.

    >>> number_references("A &amp; B")
    'A &#x26; B'
    """
    return xml.replace("&amp;", "&#x26;").replace("&lt;", "&#x3C;")


def _number_title(title: re.Match[bytes]) -> bytes:
    return number_references(title[0].decode()).encode()


def _serialise(tree: _ElementTree, feed: Feed) -> bytes:
    """Return the document with a style sheet, for people who open a feed in a browser."""
    style = relative_root(feed.address) + FEED_STYLE_ADDRESS
    instruction = ProcessingInstruction("xml-stylesheet", f'href="{style}" type="text/css"')
    tree.getroot().addprevious(instruction)
    return tostring(tree, pretty_print=True, encoding="UTF-8", xml_declaration=True)


def _make_generator(feed: Feed) -> FeedGenerator:
    generator = FeedGenerator()
    generator.load_extension("dc", atom=False)
    generator.register_extension("entry", BaseExtension, _Entry, rss=False)
    generator.register_extension("history", _History)
    generator.history.feed = feed
    generator.id(feed.id)
    generator.title(feed.title)
    generator.description(feed.description)
    generator.author(name=feed.author)
    generator.language(feed.language)
    generator.generator("sitegen")
    generator.updated(feed.updated)
    if feed.icon:
        generator.icon(feed.icon)
    if feed.image:
        generator.image(url=feed.image, title=feed.title, link=feed.home_url)
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
    if item.rights:
        entry.rights(item.rights)
        entry.dc.dc_rights(item.rights)
    if item.language:
        entry.entry.language = item.language
        entry.dc.dc_language(item.language)
    for tag in item.tags:
        entry.category(term=tag)
