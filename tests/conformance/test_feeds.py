"""Readers that people use see the same in all three formats, whatever a page says."""

import json
from calendar import timegm
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

import atoma
import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from sitegen.model.dating import Dating
from sitegen.model.feed import Feed
from sitegen.model.page import Page
from sitegen.publish.feeds import render_feed
from sitegen.publish.markup import render_markdown
from tests.publish.feed_samples import PAGE, make_feeds, make_site

HOSTILE = (
    "]]>",
    "<![CDATA[x]]>",
    "<script>alert(1)</script>",
    "AT&T &amp; &lt;b&gt; &#x26;",
    "\"quoted\" 'single'",
    "control\x00\x07\x0b\x1b\x7f\x85 ends",
    "{{ x }} {% y %} --- %",
    "\u202eright to left\u2028line",
    "Zoë 🚢 मीरा\ufffe",
    "a" * 300,
)


@dataclass(frozen=True)
class Seen:
    """What a reader sees of an item."""

    id: str
    url: str
    title: str
    published: datetime
    updated: datetime | None
    content: str


def make_feed(*pages: Page) -> Feed:
    site = make_site(*pages)
    bodies = {page.id: render_markdown(page.body) for page in site.pages}
    return make_feeds(site, bodies)[0]


def number_page(page: Page, number: int) -> Page:
    return replace(page, id=f"{page.id}{number}", slug=f"{page.slug}-{number}")


def see_in_rss(data: bytes) -> list[Seen]:
    """Read with lxml, which changes nothing, in the way of a strict reader."""
    names = {"content": "http://purl.org/rss/1.0/modules/content/"}
    return [
        Seen(
            item.findtext("guid") or "",
            item.findtext("link") or "",
            item.findtext("title") or "",
            datetime.strptime(item.findtext("pubDate") or "", "%a, %d %b %Y %H:%M:%S %z"),
            None,
            item.findtext("content:encoded", namespaces=names)
            or item.findtext("description")
            or "",
        )
        for item in etree.fromstring(data).iter("item")
    ]


def see_in_atom(data: bytes) -> list[Seen]:
    return [
        Seen(
            entry.id_,
            entry.links[0].href,
            entry.title.value,
            entry.published,
            entry.updated,
            entry.content.value,
        )
        for entry in atoma.parse_atom_bytes(data).entries
    ]


def see_in_json(data: bytes) -> list[Seen]:
    return [
        Seen(
            item["id"],
            item["url"],
            item["title"],
            datetime.fromisoformat(item["date_published"]),
            datetime.fromisoformat(item["date_modified"]),
            item["content_html"],
        )
        for item in json.loads(data)["items"]
    ]


def see_with_feedparser(data: bytes) -> Iterator[tuple[str, str, datetime]]:
    parsed: Any = feedparser.parse(data)
    assert not parsed.bozo, parsed.get("bozo_exception")
    for entry in parsed.entries:
        moment = datetime.fromtimestamp(timegm(entry.published_parsed), UTC)
        yield entry.id, entry.link, moment


def check_readers_agree(feed: Feed) -> None:
    rss, atom, json_feed = (file.data for file in render_feed(feed))
    wanted = [
        Seen(item.id, item.url, item.title, item.published, item.updated, item.content_html)
        for item in feed.items
    ]

    assert see_in_atom(atom) == wanted
    assert see_in_json(json_feed) == wanted
    assert see_in_rss(rss) == [replace(seen, updated=None) for seen in wanted]
    essence = [(seen.id, seen.url, seen.published) for seen in wanted]
    assert list(see_with_feedparser(rss)) == essence
    assert list(see_with_feedparser(atom)) == essence
    atoma.parse_rss_bytes(rss)


@pytest.mark.parametrize("count", [0, 1, 49, 50, 51])
def test_readers_agree_on_feeds_of_any_length(count: int) -> None:
    feed = make_feed(*(number_page(PAGE, number) for number in range(count)))

    assert len(feed.items) == min(count, 50)
    check_readers_agree(feed)


@pytest.mark.parametrize("text", HOSTILE)
def test_readers_agree_on_hostile_texts(text: str) -> None:
    page = replace(PAGE, title=text, summary=text, agency=text, tags=(text,), body=text)

    check_readers_agree(make_feed(page))


def test_a_title_looks_the_same_to_a_reader_that_takes_it_for_html() -> None:
    page = replace(PAGE, title="Fish & chips < 5")
    rss, atom, _ = (file.data for file in render_feed(make_feed(page)))

    assert feedparser.parse(rss).entries[0].title == "Fish & chips < 5"
    assert feedparser.parse(atom).entries[0].title == "Fish & chips < 5"


TEXTS = st.text(max_size=40) | st.lists(st.sampled_from(HOSTILE), max_size=3).map(" ".join)
MOMENTS = st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)).map(  # noqa: DTZ001 - hypothesis wants bounds without a zone
    lambda moment: moment.replace(microsecond=0)
)
PAGES = st.builds(
    lambda title, summary, agency, tags, body, moment, updated: replace(
        PAGE,
        title=title,
        summary=summary,
        agency=agency,
        tags=tuple(tags),
        body=body,
        dating=Dating(moment, "instant", "told"),
        updated=updated,
    ),
    TEXTS,
    TEXTS,
    TEXTS,
    st.lists(TEXTS, max_size=3),
    TEXTS.map(lambda text: f"{text}."),
    MOMENTS,
    MOMENTS,
)


@settings(max_examples=60)
@given(st.lists(PAGES, max_size=4))
def test_readers_agree_whatever_the_pages_say(pages: list[Page]) -> None:
    numbered = [number_page(page, number) for number, page in enumerate(pages)]

    feed = make_feed(*numbered)

    check_readers_agree(feed)
    assert render_feed(make_feed(*reversed(numbered))) == render_feed(feed)
