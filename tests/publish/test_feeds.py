from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, get_type_hints

import pytest
from lxml import etree

from sitegen.model.dating import UNKNOWN, Dating
from sitegen.model.feed import Archived, Feed, FeedArchive
from sitegen.model.output import OutputFile
from sitegen.model.page import Copy, Page, TagPage
from sitegen.model.record import Record
from sitegen.model.site import Site
from sitegen.model.theme import Theme
from sitegen.publish import feeds
from sitegen.publish.feeds import render_feed
from sitegen.publish.markup import render_markdown
from sitegen.publish.opml import make_opml
from sitegen.publish.plan import plan_site
from sitegen.publish.renewal import moment_of
from tests.publish.feed_samples import (
    FEED,
    NOON,
    PAGE,
    SETTINGS,
    make_feeds,
    make_issue,
    make_site,
)

MIRA = TagPage(title="Mira", slug="mira", entries=(), is_edited=False)
HOUR = timedelta(hours=1)


def make_pages(count: int) -> tuple[Page, ...]:
    """Return pages that are an hour apart, newest first."""
    return tuple(
        replace(
            PAGE,
            id=f"tag:example.org,2024:sitegen/{number}",
            slug=f"ferry-{number}",
            dating=Dating(NOON - number * HOUR, "instant", "told"),
        )
        for number in range(count)
    )


def find_feed(site: Site, address: str, bodies: Mapping[str, str] | None = None) -> Feed:
    known = bodies or {page.id: f"<p>{page.body}</p>" for page in site.pages}
    issues = (digest.issue for digest in site.digests if digest.issue)
    known = {**known, **{issue.id: render_markdown(issue.body) for issue in issues}}
    return next(feed for feed in make_feeds(site, known) if feed.address == address)


def resolve(body: str) -> str:
    site = make_site(replace(PAGE, tags=("Mira",)), tags=(MIRA,))
    return find_feed(site, "", {PAGE.id: body}).items[0].content_html


def test_there_is_a_feed_for_the_site_its_digests_each_tag_source_and_story() -> None:
    first, second = make_pages(2)
    site = make_site(
        replace(first, tags=("Mira",), story="pier"), replace(second, story="pier"), tags=(MIRA,)
    )

    found = {
        feed.address: feed for feed in make_feeds(site, dict.fromkeys([first.id, second.id], ""))
    }

    assert {address: feed.title for address, feed in found.items()} == {
        "": "Kelsund & Co",
        "digest/": "Digests · Kelsund & Co",
        "tags/mira/": "Mira · Kelsund & Co",
        "sources/kna/": "KNA · Kelsund & Co",
        "stories/pier/": "Ferry late · Kelsund & Co",
    }
    assert [item.id for item in found["tags/mira/"].items] == [first.id]
    assert [item.id for item in found["stories/pier/"].items] == [first.id, second.id]


def test_an_item_says_what_its_page_says() -> None:
    page = replace(PAGE, tags=("Mira", "C#"), updated=NOON + HOUR)

    (item,) = find_feed(make_site(page), "").items

    assert item.id == page.id
    assert item.url == "https://example.org/news/articles/ferry-late/"
    assert item.title == "Ferry late"
    assert (item.published, item.updated) == (NOON, NOON + HOUR)
    assert item.author == "KNA"
    assert item.summary == "A ferry was late."
    assert item.content_html == "<p>A ferry was late.</p>"
    assert item.tags == ("Mira", "C#")


def test_the_author_is_who_wrote_it_where_no_agency_is_known() -> None:
    assert find_feed(make_site(replace(PAGE, agency="")), "").items[0].author == "Zoë Dorn"


def test_a_page_without_a_date_has_the_moment_when_it_was_seen() -> None:
    page = replace(PAGE, dating=UNKNOWN, first_seen=NOON - HOUR)

    assert find_feed(make_site(page), "").items[0].published == NOON - HOUR


def test_nothing_was_updated_before_it_was_published() -> None:
    page = replace(PAGE, updated=NOON - HOUR)

    assert find_feed(make_site(page), "").items[0].updated == NOON


def test_a_feed_is_as_new_as_its_newest_item() -> None:
    first, second = make_pages(2)

    feed = find_feed(make_site(first, replace(second, updated=NOON + 3 * HOUR)), "")

    assert feed.updated == NOON + 3 * HOUR


def test_the_feeds_of_an_empty_site_are_empty_and_not_of_today() -> None:
    found = list(make_feeds(make_site(), {}))

    assert [feed.address for feed in found] == ["", "digest/"]
    assert {feed.items for feed in found} == {()}
    assert {feed.updated for feed in found} == {datetime(1970, 1, 1, tzinfo=UTC)}


@pytest.mark.parametrize(("pages", "items"), [(0, 0), (1, 1), (49, 49), (50, 50), (51, 50)])
def test_a_feed_has_the_newest_items_and_no_more_than_the_settings_allow(
    pages: int, items: int
) -> None:
    made = make_pages(pages)

    feed = find_feed(make_site(*reversed(made)), "")

    assert [item.id for item in feed.items] == [page.id for page in made[:items]]


def test_where_the_content_is_too_large_the_oldest_items_stand_without_theirs() -> None:
    site = make_site(*make_pages(3))
    bodies = {page.id: "å" * (feeds.CONTENT_BYTES // 4) for page in site.pages}

    feed = find_feed(site, "", bodies)

    assert [bool(item.content_html) for item in feed.items] == [True, True, False]


def test_an_item_that_no_feed_can_hold_stands_without_its_content() -> None:
    site = make_site(*make_pages(3))
    bodies = {page.id: f"<p>{page.body}</p>" for page in site.pages}
    bodies[site.pages[1].id] = "a" * (feeds.CONTENT_BYTES + 1)

    feed = find_feed(site, "", bodies)

    assert [bool(item.content_html) for item in feed.items] == [True, False, True]


def test_one_long_item_leaves_the_others_their_content_wherever_it_stands() -> None:
    site = make_site(*make_pages(30))
    bodies = {page.id: "a" * (feeds.LONG_BYTES // 8) for page in site.pages}
    longest, newest = site.pages[3].id, site.latest[0].id
    for entry_id in (longest, newest):
        bodies[entry_id] = "a" * (feeds.CONTENT_BYTES // 3)
    bodies[longest] += "a"

    feed = find_feed(site, "", bodies)

    assert [item.id for item in feed.items if not item.content_html] == [longest]


def test_feeds_of_excerpts_hold_no_content() -> None:
    site = make_site(PAGE, settings=replace(SETTINGS, feed_content="excerpt"))

    (item,) = find_feed(site, "").items

    assert (item.content_html, item.summary) == ("", "A ferry was late.")


@pytest.mark.parametrize(
    ("written", "href"),
    [
        ("../tags/mira.md", "https://example.org/news/tags/mira/"),
        ("ferry-late.md#top", "https://example.org/news/articles/ferry-late/#top"),
        ("../pages/gone.md", None),
        ("#pier", "https://example.org/news/articles/ferry-late/#pier"),
        ("/a?b=1&amp;c=2", "https://example.org/a?b=1&amp;c=2"),
        ("//[", "https://example.org/news/articles/ferry-late/"),
        ("https://a.example/?b&amp;c", "https://a.example/?b&amp;c"),
        ("mailto:a@a.example", "mailto:a@a.example"),
    ],
)
def test_every_address_in_a_text_is_absolute(written: str, href: str | None) -> None:
    link = f'<a href="{href}">it</a>' if href else "it"

    assert resolve(f'<p><a href="{written}">it</a></p>') == f"<p>{link}</p>"


def test_the_site_is_the_author_of_what_names_nobody_and_nobody_is_named_by_mail() -> None:
    signed = replace(SETTINGS, author="The Ledger <desk@ledger.example>")
    silent = replace(PAGE, agency="", byline="")
    mailed = replace(silent, byline="Jane Doe (jane@wire.example)")

    assert find_feed(make_site(silent, settings=signed), "").items[0].author == "The Ledger"
    assert find_feed(make_site(mailed), "").items[0].author == "Jane Doe"


def test_articles_from_before_1970_stand_in_their_order_on_its_first_morning() -> None:
    days = [datetime(year, 2, 16, 12, tzinfo=UTC) for year in (1000, 1899, 1962, 1969)]
    pages = [
        replace(page, dating=Dating(day, "day", "told"), first_seen=day, updated=day)
        for page, day in zip(make_pages(4), days, strict=True)
    ]

    items = find_feed(make_site(*pages), "").items

    assert [item.id for item in items] == [page.id for page in reversed(pages)]
    moments = [item.published for item in reversed(items)]
    assert moments == sorted(set(moments)) == [item.updated for item in reversed(items)]
    assert {moment.date().isoformat() for moment in moments} == {"1970-01-01"}


def test_texts_are_one_line_without_what_xml_forbids() -> None:
    page = replace(
        PAGE,
        title="Ferry\x07 \n late",
        summary="A\x00 b\u2028c",
        agency="K\ufffeNA",
        tags=("Mi\x1bra", "\x07"),
    )

    (item,) = find_feed(make_site(page), "", {page.id: "<p>a\x0bb\ud800</p>\n"}).items

    assert (item.title, item.summary, item.author) == ("Ferry late", "A b c", "KNA")
    assert item.tags == ("Mira",)
    assert item.content_html == "<p>ab</p>\n"


def test_a_title_of_nothing_is_the_address() -> None:
    (item,) = find_feed(make_site(replace(PAGE, title="\x07")), "").items

    assert item.title == item.url


def test_each_issued_digest_is_an_item_that_came_when_its_period_was_over() -> None:
    issues = tuple(map(make_issue, ("2024-06-14", "2024-06-16", "2024-W24")))

    items = find_feed(make_site(PAGE, issues=issues), "digest/").items

    after_sunday = datetime(2024, 6, 17, tzinfo=UTC)
    assert [(item.title, item.published) for item in items] == [
        ("Digest 2024-W24", after_sunday + timedelta(seconds=1)),
        ("Digest 2024-06-16", after_sunday),
        ("Digest 2024-06-14", datetime(2024, 6, 15, tzinfo=UTC)),
    ]
    assert items[2].id == "tag:example.org,2026:sitegen/digest/2024-06-14"
    assert items[2].url == "https://example.org/news/digest/2024-06-14/"
    assert items[2].updated == items[2].published
    assert items[2].summary == "Ferry late"


def test_a_digest_is_told_in_full_with_links_to_what_is_there() -> None:
    (item,) = find_feed(make_site(PAGE, issues=(make_issue("2024-06-14"),)), "digest/").items

    assert item.content_html == (
        '<h3><a href="https://example.org/news/articles/ferry-late/">Ferry late</a></h3>\n'
        "<p>See gone.</p>"
    )


def test_what_is_not_issued_is_in_no_feed() -> None:
    draft = make_issue("2024-06-14", draft=True)

    assert find_feed(make_site(PAGE), "digest/").items == ()
    assert find_feed(make_site(PAGE, issues=(draft,)), "digest/").items == ()


def test_ids_stay_when_the_site_moves() -> None:
    pages = tuple(
        replace(page, id=f"tag:example.org,2026:sitegen/{number:016x}")
        for number, page in enumerate(make_pages(3))
    )
    moved = replace(SETTINGS, base_url="https://elsewhere.example/")
    bodies = {page.id: "" for page in pages}

    before = list(make_feeds(make_site(*pages), bodies))
    after = list(make_feeds(make_site(*pages, settings=moved), bodies))

    assert [feed.id for feed in before] == [feed.id for feed in after]
    assert [[item.id for item in feed.items] for feed in before] == [
        [item.id for item in feed.items] for feed in after
    ]
    assert before[0].id == "tag:example.org,2026:sitegen/feed/"
    assert after[0].home_url == "https://elsewhere.example/"


def test_an_id_that_a_person_made_up_names_no_feed() -> None:
    mine = replace(PAGE, id="tag:mira.example,2020:one")

    assert find_feed(make_site(mine), "").id == "tag:example.org,2026:sitegen/feed/"


def test_a_draft_that_was_minted_first_still_names_the_feeds() -> None:
    first = replace(PAGE, id=f"tag:old.example,2026:sitegen/{1:016x}", draft=True)

    assert find_feed(make_site(first), "").id == "tag:old.example,2026:sitegen/feed/"


def test_without_a_page_that_was_minted_the_host_names_the_feeds() -> None:
    assert find_feed(make_site(), "").id == "tag:example.org,2026:sitegen/feed/"
    assert find_feed(make_site(replace(PAGE, id="by-hand")), "").id == (
        "tag:example.org,2026:sitegen/feed/"
    )


def test_a_feed_is_rendered_in_three_formats_beside_its_page() -> None:
    files = render_feed(FEED)

    assert [file.path for file in files] == [
        "tags/mira/rss.xml",
        "tags/mira/atom.xml",
        "tags/mira/feed.json",
    ]
    assert render_feed(FEED) == files
    assert get_type_hints(render_feed)["return"] == tuple[OutputFile, ...]


def test_the_list_of_feeds_names_each_feed_once() -> None:
    site = make_site(replace(PAGE, tags=("Mira",)), tags=(replace(MIRA, slug="åland"),))

    file = make_opml(site)

    assert file.path == "feeds.opml"
    outlines = etree.fromstring(file.data).findall("body/outline")
    assert [(outline.get("text"), outline.get("xmlUrl")) for outline in outlines] == [
        ("Kelsund & Co", "https://example.org/news/atom.xml"),
        ("Digests · Kelsund & Co", "https://example.org/news/digest/atom.xml"),
        ("Mira · Kelsund & Co", "https://example.org/news/tags/%C3%A5land/atom.xml"),
        ("KNA · Kelsund & Co", "https://example.org/news/sources/kna/atom.xml"),
    ]
    assert {outline.get("type") for outline in outlines} == {"rss"}
    assert outlines[2].get("htmlUrl") == "https://example.org/news/tags/%C3%A5land/"


def tell(page: Page) -> Archived:
    return Archived(page.id, page.slug, page.title, moment_of(page), page.updated, "", "Told.")


def archived_site(number: int = 5, **changes: Any) -> Site:
    """Return a site whose first four pages are in archives of two; that of a third is gone."""
    pages = make_pages(number)
    told = [tell(page) for page in reversed(pages)]
    archives = (
        FeedArchive(1, tuple(told[:2])),
        FeedArchive(2, tuple(told[2:4])),
        FeedArchive(3, (replace(told[0], id="gone"),)),
    )
    changed = tuple(replace(page, **changes) for page in pages)
    return plan_site(Record(changed, (), (), archives=archives), SETTINGS, NOON)


def test_the_main_feed_leads_to_its_archives_and_these_on_to_the_oldest() -> None:
    site = archived_site()

    chain = [find_feed(site, "")]
    while chain[-1].older:
        chain.append(find_feed(site, chain[-1].older))

    assert [feed.address.removeprefix("feeds/archive/") for feed in chain] == ["", "3/", "2/", "1/"]
    assert [item.id for feed in chain for item in feed.items] == [page.id for page in site.pages]
    assert [feed.is_archive for feed in chain] == [False, True, True, True]
    assert chain[1].items == ()
    assert {feed.id for feed in chain} == {chain[0].id}


def test_an_archive_that_leads_nowhere_does_not_say_that_it_is_one() -> None:
    """The W3C validator warns of one that does."""
    for number, is_told in ((1, False), (2, True)):
        rss, atom, _ = render_feed(find_feed(archived_site(), f"feeds/archive/{number}/"))
        assert [b"<fh:archive/>" in one.data for one in (rss, atom)] == [is_told, is_told]
        assert b'rel="current"' in rss.data
        assert b'rel="current"' in atom.data


def test_an_archive_stays_as_it_is_whatever_becomes_of_its_articles() -> None:
    changed = archived_site(title="Ferry on time", tags=("Mira",), body="New.", slug="on-time")

    for address in ("feeds/archive/1/", "feeds/archive/2/"):
        assert find_feed(changed, address) == find_feed(archived_site(), address)


def test_an_archive_keeps_its_articles_when_feeds_are_to_be_shorter() -> None:
    site = archived_site()
    shorter = replace(site, settings=replace(SETTINGS, feed_items=1))

    assert len(find_feed(shorter, "feeds/archive/1/").items) == 2


def test_a_feed_names_the_icon_of_the_site_and_an_archive_none() -> None:
    theme = Theme(templates=(), assets=(("icon.svg", b"<svg/>"),), digest="")
    site = archived_site()
    bodies = {page.id: "" for page in site.pages}

    icons = {feed.address: feed.icon for feed in make_feeds(site, bodies, theme)}

    assert icons[""].startswith("https://example.org/news/assets/icon.")
    assert icons["feeds/archive/1/"] == ""


@pytest.mark.parametrize(
    ("changes", "rights"),
    [
        ({}, "© Kelsund News"),
        ({"rights": "© the author"}, "© the author"),
        ({"agency": "", "source": "kna"}, "© Kelsund News"),
        ({"agency": "Wire"}, ""),
        ({"agency": "", "seeds": (Copy("KNA/a.txt", "", 1, 1.0, ""),)}, "© Kelsund News"),
    ],
)
def test_an_item_says_whose_its_text_is(changes: dict[str, Any], rights: str) -> None:
    settings = replace(SETTINGS, rights=(("KNA", "© Kelsund News"),))

    (item,) = find_feed(make_site(replace(PAGE, **changes), settings=settings), "").items

    assert item.rights == rights


def test_the_feed_of_a_story_that_became_part_of_another_goes_on_with_that_one() -> None:
    first, second = make_pages(2)
    site = make_site(
        replace(first, story="pier", former_stories=("fog",)),
        replace(second, story="pier", former_stories=("rain",)),
        replace(PAGE, id="alone", slug="alone", former_stories=("hail",)),
    )

    feed = find_feed(site, "stories/fog/")

    assert [item.id for item in feed.items] == [first.id, second.id]
    assert feed.id != find_feed(site, "stories/pier/").id
    assert not any(each.address == "stories/hail/" for each in make_feeds(site, _blank(site)))
    assert b"stories/fog" not in make_opml(site).data


def test_the_feed_of_a_tag_that_got_another_name_goes_on_under_the_old_one() -> None:
    settings = replace(SETTINGS, tag_aliases=(("Mirana", "Mira"), ("Moor", "Moors")))
    site = make_site(replace(PAGE, tags=("Mira",)), settings=settings, tags=(MIRA,))
    site = replace(site, with_feeds=frozenset({"tags/mirana/"}))

    feed = find_feed(site, "tags/mirana/")

    assert feed.items == find_feed(site, "tags/mira/").items
    assert feed.items
    assert feed.id.endswith("/feed/tags/mirana/")
    assert not any(each.address == "tags/moor/" for each in make_feeds(site, _blank(site)))
    assert b"tags/mirana" not in make_opml(site).data


def _blank(site: Site) -> Mapping[str, str]:
    return {page.id: "" for page in site.pages}


def test_an_item_names_its_language_where_the_site_has_another() -> None:
    languages = {"ja": "ja", "en": "", "": ""}

    for lang, told in languages.items():
        (item,) = find_feed(make_site(replace(PAGE, lang=lang)), "").items
        assert item.language == told
