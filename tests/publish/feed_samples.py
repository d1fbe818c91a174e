"""Sites and feeds for the tests of feeds, as small as may be."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sitegen.model.dating import Dating
from sitegen.model.digest import Issue
from sitegen.model.feed import Feed, FeedItem
from sitegen.model.page import Page, TagPage
from sitegen.model.record import Record
from sitegen.model.settings import Settings
from sitegen.model.site import Site
from sitegen.model.theme import Theme
from sitegen.publish.feeds import list_feeds
from sitegen.publish.plan import plan_site

NOON = datetime(2024, 6, 14, 12, tzinfo=UTC)

EMPTY_THEME = Theme(templates=(), assets=(), digest="")

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
    search=True,
    social_cards=500,
    epub=True,
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


def make_feeds(site: Site, bodies: Mapping[str, str], theme: Theme = EMPTY_THEME) -> list[Feed]:
    return [make() for make in list_feeds(site, bodies, theme)]


def make_issue(slug: str, **changes: object) -> Issue:
    """Return the digest of a day or week that tells of ``PAGE``."""
    issue = Issue(
        id=f"tag:example.org,2026:sitegen/digest/{slug}",
        slug=slug,
        kind="week" if "W" in slug else "day",
        title=f"Digest {slug}",
        issued=NOON,
        summary="Ferry late",
        articles=(PAGE.id,),
        late=(),
        linked=(PAGE.slug,),
        body="### [Ferry late](../articles/ferry-late.md)\n\nSee [gone](../articles/gone.md).",
        draft=False,
        is_edited=False,
    )
    return replace(issue, **changes)  # type: ignore[arg-type]


def make_site(
    *pages: Page,
    tags: tuple[TagPage, ...] = (),
    issues: tuple[Issue, ...] = (),
    settings: Settings = SETTINGS,
) -> Site:
    """Return the site of some pages and digests."""
    record = Record(pages=pages, tags=tags, own=(), issues=issues)
    return plan_site(record, settings, NOON)
