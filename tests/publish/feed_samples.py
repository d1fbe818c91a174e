"""Sites and feeds for the tests of feeds, as small as may be."""

from datetime import UTC, datetime, timedelta

from sitegen.model.dating import Dating
from sitegen.model.feed import Feed, FeedItem
from sitegen.model.page import Page, Record, TagPage
from sitegen.model.settings import Settings
from sitegen.model.site import Site
from sitegen.publish.plan import plan_site

NOON = datetime(2024, 6, 14, 12, tzinfo=UTC)

SETTINGS = Settings(
    title="Kelsund & Co",
    description="What the island talks about",
    author="",
    base_url="https://example.org/news/",
    language="en",
    timezone=UTC,
    tag_aliases=(),
    tag_stop=(),
    tag_minimum=1,
    feed_items=50,
    feed_content="full",
    noise=(),
    drafts=False,
    future=True,
)

PAGE = Page(
    id="tag:example.org,2024:sitegen/0",
    title="Ferry late",
    slug="ferry-late",
    dating=Dating(NOON, "day", "June 14"),
    first_seen=NOON,
    updated=NOON,
    draft=False,
    lang="en",
    agency="KNA",
    byline="Zoë Dorn",
    captions=(),
    source="",
    url="",
    tags=(),
    entities=(),
    story="",
    summary="A ferry was late.",
    related=(),
    aliases=(),
    seeds=(),
    words=4,
    body="A ferry was late.",
    is_truncated=False,
    is_edited=False,
)

ITEM = FeedItem(
    id="tag:example.org,2024:sitegen/0",
    url="https://example.org/news/articles/ferry-late/",
    title="Ferry late",
    published=NOON,
    updated=NOON + timedelta(hours=1),
    author="KNA",
    summary="A ferry was late.",
    content_html="<p>A ferry was late.</p>",
    tags=("Mira", "C#"),
)

FEED = Feed(
    address="tags/mira/",
    id="tag:example.org,2024:sitegen/feed/tags/mira/",
    base_url="https://example.org/news/",
    home_url="https://example.org/news/tags/mira/",
    title="Mira",
    description="All about Mira",
    author="Kelsund Courier",
    language="en",
    updated=NOON + timedelta(hours=1),
    items=(ITEM,),
)


def make_site(*pages: Page, tags: tuple[TagPage, ...] = (), settings: Settings = SETTINGS) -> Site:
    """Return the site of some pages."""
    record = Record(pages=pages, tags=tags, own=())
    return plan_site(record, settings, NOON)
