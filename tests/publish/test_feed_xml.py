import locale
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from feedgen.entry import FeedEntry
from lxml import etree

from sitegen.publish.feed_xml import render_xml
from tests.publish.feed_samples import FEED, ITEM, NOON

NAMES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
}


def render(**changes: Any) -> tuple[Any, Any]:
    """Return channel and feed element of one feed whose item has the changes."""
    rss, atom = render_xml(replace(FEED, items=(replace(ITEM, **changes),)))
    return etree.fromstring(rss).find("channel"), etree.fromstring(atom)


def test_a_channel_of_rss() -> None:
    channel, _ = render()

    assert [(child.tag, child.text) for child in channel if child.tag != "item"] == [
        ("title", "Mira"),
        ("link", "https://example.org/news/tags/mira/"),
        ("description", "All about Mira"),
        ("{http://www.w3.org/2005/Atom}link", None),
        ("docs", "http://www.rssboard.org/rss-specification"),
        ("generator", "sitegen"),
        ("language", "en"),
        ("lastBuildDate", "Fri, 14 Jun 2024 13:00:00 +0000"),
    ]
    assert dict(channel.find("atom:link", NAMES).attrib) == {
        "href": "https://example.org/news/tags/mira/rss.xml",
        "rel": "self",
        "type": "application/rss+xml",
    }


def test_an_item_of_rss_has_its_excerpt_before_its_content() -> None:
    channel, _ = render()

    assert [(child.tag, child.text) for child in channel.find("item")] == [
        ("title", "Ferry late"),
        ("link", "https://example.org/news/articles/ferry-late/"),
        ("description", "A ferry was late."),
        ("{http://purl.org/rss/1.0/modules/content/}encoded", "<p>A ferry was late.</p>"),
        ("guid", "tag:example.org,2024:sitegen/0"),
        ("category", "Mira"),
        ("category", "C#"),
        ("pubDate", "Fri, 14 Jun 2024 12:00:00 +0000"),
        ("{http://purl.org/dc/elements/1.1/}creator", "KNA"),
    ]
    assert channel.find("item/guid").get("isPermaLink") == "false"


def test_a_feed_of_atom() -> None:
    _, feed = render()

    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    assert feed.findtext("atom:id", namespaces=NAMES) == FEED.id
    assert feed.findtext("atom:updated", namespaces=NAMES) == "2024-06-14T13:00:00+00:00"
    assert feed.findtext("atom:author/atom:name", namespaces=NAMES) == "Kelsund Courier"
    assert feed.find("atom:generator", NAMES).attrib == {}
    assert [dict(link.attrib) for link in feed.findall("atom:link", NAMES)] == [
        {
            "href": "https://example.org/news/tags/mira/atom.xml",
            "rel": "self",
            "type": "application/atom+xml",
        },
        {"href": "https://example.org/news/tags/mira/", "rel": "alternate", "type": "text/html"},
    ]


def test_an_entry_of_atom() -> None:
    _, feed = render()

    entry = feed.find("atom:entry", NAMES)

    assert [etree.QName(child).localname for child in entry] == (
        "id title updated author content link summary category category published".split()
    )
    assert entry.findtext("atom:updated", namespaces=NAMES) == "2024-06-14T13:00:00+00:00"
    assert entry.findtext("atom:published", namespaces=NAMES) == "2024-06-14T12:00:00+00:00"
    assert entry.findtext("atom:author/atom:name", namespaces=NAMES) == "KNA"
    assert entry.find("atom:content", NAMES).get("type") == "html"
    assert [one.get("term") for one in entry.findall("atom:category", NAMES)] == ["Mira", "C#"]
    assert dict(entry.find("atom:link", NAMES).attrib) == {
        "href": ITEM.url,
        "rel": "alternate",
        "type": "text/html",
    }


def test_feedgen_still_loses_the_attributes_of_an_entry_s_links() -> None:
    """When this fails, upstream has mended #135: take _AtomLink out of feed_xml.py."""
    entry = FeedEntry()
    entry.id("a")
    entry.title("a")
    entry.link(href="https://example.org/", rel="alternate", type="text/html")

    assert dict(entry.atom_entry().find("link").attrib) == {"href": "https://example.org/"}


def test_titles_are_escaped_once_and_with_numbers_where_readers_of_rss_trip() -> None:
    rss, atom = render_xml(
        replace(FEED, title="A & B", items=(replace(ITEM, title="<b>&amp;</b>"),))
    )

    assert b"<title>A &#x26; B</title>" in rss
    assert b"<title>&#x3C;b&gt;&#x26;amp;&#x3C;/b&gt;</title>" in rss
    assert b"<title>&lt;b&gt;&amp;amp;&lt;/b&gt;</title>" in atom


def test_a_title_in_the_content_is_left_alone() -> None:
    channel, _ = render(content_html="<title>a &amp; b</title>")

    assert channel.findtext("item/content:encoded", namespaces=NAMES) == (
        "<title>a &amp; b</title>"
    )


def test_a_summary_is_text_to_readers_that_take_it_for_html() -> None:
    channel, feed = render(summary='1 < 2 & "3"')

    assert channel.findtext("item/description") == '1 &lt; 2 &amp; "3"'
    summary = feed.find("atom:entry/atom:summary", NAMES)
    assert (summary.get("type"), summary.text) == ("html", '1 &lt; 2 &amp; "3"')


def test_an_excerpt_is_the_description_where_there_is_no_content() -> None:
    channel, feed = render(content_html="")

    assert channel.findtext("item/description") == "A ferry was late."
    assert channel.find("item/content:encoded", NAMES) is None
    assert feed.find("atom:entry/atom:content", NAMES) is None


def test_an_item_may_lack_summary_author_and_tags() -> None:
    channel, feed = render(summary="", author="", tags=())

    assert channel.find("item/dc:creator", NAMES) is None
    assert feed.find("atom:entry/atom:author", NAMES) is None
    assert channel.findtext("item/description") == ITEM.content_html


@pytest.fixture
def foreign_locale() -> Iterator[str]:
    """Set a locale with other month names, if the machine has one."""
    before = locale.setlocale(locale.LC_ALL)
    yield next(filter(None, map(try_locale, ["de_DE.UTF-8", "fr_FR.UTF-8", "C.UTF-8"])))
    locale.setlocale(locale.LC_ALL, before)


def try_locale(name: str) -> str:
    try:
        return locale.setlocale(locale.LC_ALL, name)
    except locale.Error:
        return ""


def test_dates_do_not_follow_the_locale_and_the_locale_stays(foreign_locale: str) -> None:
    channel, _ = render(published=NOON)

    assert channel.findtext("item/pubDate") == "Fri, 14 Jun 2024 12:00:00 +0000"
    assert locale.setlocale(locale.LC_ALL) == foreign_locale


def test_a_feed_has_a_style_sheet_for_people_who_open_it() -> None:
    for data in render_xml(FEED):
        assert b'<?xml-stylesheet href="../../assets/feed.css" type="text/css"?>' in data


def test_a_hub_is_named_in_both_and_has_no_type() -> None:
    rss, atom = map(etree.fromstring, render_xml(replace(FEED, hub="https://hub.example/?a&b")))

    for link in (rss.find("channel/atom:link[@rel='hub']", NAMES), atom.find("*[@rel='hub']")):
        assert link is not None
        assert sorted(link.items()) == [("href", "https://hub.example/?a&b"), ("rel", "hub")]
    assert not any(b'"hub"' in data for data in render_xml(FEED))


def test_the_icon_and_whose_a_text_is_are_named() -> None:
    feed = replace(
        FEED,
        icon="https://example.org/i.svg",
        image="https://example.org/i.png",
        items=(replace(ITEM, rights="© KNA"),),
    )
    rss, atom = map(etree.fromstring, render_xml(feed))

    assert atom.findtext("atom:icon", namespaces=NAMES) == "https://example.org/i.svg"
    assert rss.findtext("channel/image/url") == "https://example.org/i.png"
    assert rss.findtext("channel/image/link") == rss.findtext("channel/link")
    assert atom.findtext("atom:entry/atom:rights", namespaces=NAMES) == "© KNA"
    rights = "channel/item/{http://purl.org/dc/elements/1.1/}rights"
    assert rss.findtext(rights) == "© KNA"


def test_an_item_names_its_language_where_the_feed_has_another() -> None:
    feed = replace(FEED, items=(replace(ITEM, language="ja"), ITEM))
    rss, atom = map(etree.fromstring, render_xml(feed))

    language = "{http://www.w3.org/XML/1998/namespace}lang"
    assert [one.get(language) for one in atom.iterfind("atom:entry", NAMES)] == ["ja", None]
    told = "{http://purl.org/dc/elements/1.1/}language"
    assert [one.findtext(told) for one in rss.iterfind("channel/item")] == ["ja", None]
