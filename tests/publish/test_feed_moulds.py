from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.feed import Feed, FeedItem
from sitegen.publish.feed_moulds import pour_xml
from sitegen.publish.feed_xml import render_xml
from tests.publish.feed_samples import FEED, ITEM

# What XML can hold at all: a Feed has nothing else.
ODD = ["<", "&", ">", '"', "'", "%", "%s", "%%", "{}", "]]>", "\n", "\r", "\t", " ", "é", "🚢", "a"]
LETTERS = st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff")
TEXTS = st.lists(st.sampled_from(ODD) | LETTERS, max_size=8).map("".join)
LINES = TEXTS.map(lambda text: f"x{text}")
YEARS = (datetime(1000, 1, 1), datetime(9999, 12, 31))  # noqa: DTZ001 - hypothesis adds the zone
MOMENTS = st.datetimes(*YEARS, timezones=st.just(UTC)).map(
    lambda moment: moment.replace(microsecond=0)
)
ITEMS = st.builds(
    FeedItem,
    id=LINES,
    url=LINES,
    title=LINES,
    published=MOMENTS,
    updated=MOMENTS,
    author=TEXTS,
    summary=TEXTS,
    content_html=TEXTS,
    tags=st.lists(LINES, max_size=3).map(tuple),
    rights=TEXTS,
    language=TEXTS,
)
FEEDS = st.builds(
    Feed,
    address=st.sampled_from(["", "tags/mira/", "tags/é&<>/"]),
    id=LINES,
    base_url=LINES,
    home_url=LINES,
    title=LINES,
    description=LINES,
    author=LINES,
    language=LINES,
    updated=MOMENTS,
    items=st.lists(ITEMS, max_size=3).map(tuple),
    older=st.sampled_from(["", "feeds/archive/1/"]),
    is_archive=st.booleans(),
    icon=TEXTS,
    image=TEXTS,
    hub=TEXTS,
)


@given(FEEDS)
def test_what_is_poured_is_what_feedgen_writes(feed: Feed) -> None:
    assert pour_xml(feed) == render_xml(feed)


@pytest.mark.parametrize("number", [0, 1, 2])
def test_feeds_of_any_length_are_the_same(number: int) -> None:
    feed = replace(FEED, items=(ITEM,) * number)

    assert pour_xml(feed) == render_xml(feed)
