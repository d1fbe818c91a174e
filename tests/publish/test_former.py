"""What answers at the addresses of lists that were published and have no page now (law 5)."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sitegen.model.address import Address, AddressList
from sitegen.model.feed import Feed
from sitegen.model.page import OwnPage, Page, TagPage
from sitegen.model.record import Record
from sitegen.model.site import Site
from sitegen.publish.article_views import ArticleView
from sitegen.publish.feeds import list_feeds
from sitegen.publish.moved_views import GoneView, MovedView
from sitegen.publish.plan import list_addresses, plan_site
from tests.publish.feed_samples import EMPTY_THEME, SETTINGS
from tests.publish.site_samples import NOW, make_page, noon, render_bodies, tag, views_of

ONE, TWO = make_page("one", noon(12), tags=("Mira",)), make_page("two", noon(13), tags=("Mira",))


def plan(pages: Sequence[Page], published: Sequence[Address], **changes: object) -> Site:
    record = Record(tuple(pages), (tag("Mira"),), (), addresses=(AddressList(1, (*published,)),))
    settings = replace(SETTINGS, tag_minimum=2, tag_aliases=(("Miro", "Mira"),))
    return plan_site(replace(record, **changes), settings, NOW)  # type: ignore[arg-type] # each is a field


def publish(*pages: Page) -> list[Address]:
    return [*list_addresses(plan(pages, ()))]


def feeds_of(site: Site) -> dict[str, Feed]:
    feeds = (make() for make in list_feeds(site, render_bodies(site), EMPTY_THEME))
    return {feed.address: feed for feed in feeds}


def test_an_article_stands_on_the_list_with_all_its_addresses_its_own_last() -> None:
    moved = replace(ONE, aliases=("first",))

    rows = [one for one in publish(moved) if one.id]

    assert [row.path for row in rows] == ["articles/first/", "articles/one/"]
    assert {(row.id, row.first_seen, row.date) for row in rows} == {("one", noon(12), noon(12))}


def test_a_tag_with_too_few_articles_keeps_its_page_and_its_feed_with_these() -> None:
    site = plan([ONE], publish(ONE, TWO))

    view = views_of(site)["tags/mira/"]

    assert isinstance(view, GoneView)
    assert (view.title, [link.text for link in view.links]) == ("Mira", ["One"])
    assert [item.id for item in feeds_of(site)["tags/mira/"].items] == ["one"]


def test_a_link_to_a_tag_that_has_no_page_leads_to_what_is_left_of_it_and_else_to_none() -> None:
    body = "[Mira](../tags/mira.md) [Miro](../tags/miro.md) [Orle](../tags/orle.md)"
    page = replace(ONE, body=body)

    site = plan([page, TWO], [*publish(ONE, TWO), Address("tags/orle/", "Orle")])
    left = plan([page], [*publish(ONE, TWO), Address("tags/orle/", "Orle")])

    assert [_links_in(one) for one in (site, left)] == [
        ["../../tags/mira/", "../../tags/miro/"],
        ["../../tags/mira/"],
    ]


def _links_in(site: Site) -> list[str]:
    view = views_of(site)["articles/one/"]
    assert isinstance(view, ArticleView)
    return re.findall('href="([^"]*/)index.html"', view.body.text)


def test_a_tag_that_no_article_has_any_more_keeps_what_its_file_says_that_it_had() -> None:
    told = TagPage("Mira", "mira", (("one", "One"), ("lost", "Lost")), is_edited=False)

    site = plan([replace(ONE, tags=())], publish(ONE, TWO), tags=(told,))

    assert [item.id for item in feeds_of(site)["tags/mira/"].items] == ["one"]


def test_where_nothing_is_left_the_page_says_so_under_its_name_and_the_feed_is_empty() -> None:
    site = plan([], publish(ONE, TWO))

    view, feed = views_of(site)["tags/mira/"], feeds_of(site)["tags/mira/"]

    assert isinstance(view, GoneView)
    assert (view.title, view.links) == ("Mira", ())
    assert "One" not in str(view)
    assert (feed.title.split(" · ")[0], feed.items) == ("Mira", ())


def test_an_empty_feed_has_the_moment_of_the_articles_that_came_with_it_and_keeps_it() -> None:
    later = make_page("later", noon(20))
    published = [*publish(ONE, TWO), *(one for one in publish(later) if one.id)]

    for pages in ([], [later]):
        feed = feeds_of(plan(pages, published))["tags/mira/"]
        assert (feed.items, feed.updated) == ((), max(ONE.first_seen, TWO.first_seen))


def test_a_list_that_was_never_published_leaves_nothing() -> None:
    site = plan([ONE], publish(ONE))

    assert "tags/mira/" not in views_of(site)
    assert "tags/mira/" not in feeds_of(site)


def test_a_tag_that_is_an_alias_now_leads_on_and_its_feed_is_that_of_the_other() -> None:
    site = plan([ONE, TWO], [*publish(ONE, TWO), Address("tags/miro/", "Miro")])

    view = views_of(site)["tags/miro/"]

    assert isinstance(view, MovedView)
    assert view.path == "tags/mira/index.html"
    assert [item.id for item in feeds_of(site)["tags/miro/"].items] == ["two", "one"]


def test_a_story_with_one_report_left_leads_to_it_and_its_feed_has_it() -> None:
    told = [replace(page, story="mira-floods") for page in (ONE, TWO)]

    site = plan(told[:1], publish(*told))

    assert isinstance(views_of(site)["stories/mira-floods/"], MovedView)
    assert [item.id for item in feeds_of(site)["stories/mira-floods/"].items] == ["one"]


def test_a_source_keeps_its_address_when_another_of_that_name_is_no_more() -> None:
    pages = [
        replace(page, agency=name) for name in ("Orle Wire", "Orle, Wire") for page in _two(name)
    ]
    published = publish(*pages)
    paths = {one.title: one.path for one in published if one.path.startswith("sources/")}

    left = plan([page for page in pages if page.agency == "Orle, Wire"], published)

    assert sorted(paths.values()) == ["sources/", "sources/orle-wire-2/", "sources/orle-wire/"]
    assert [f"sources/{source.slug}/" for source in left.sources] == [paths["Orle, Wire"]]


def test_an_address_that_a_page_has_forgotten_leads_to_it() -> None:
    site = plan([replace(ONE, slug="uno")], publish(ONE))

    view = views_of(site)["articles/one/"]

    assert isinstance(view, MovedView)
    assert view.path == "articles/uno/index.html"


def test_a_draft_that_was_published_is_withdrawn_unless_a_person_says_otherwise() -> None:
    draft = replace(ONE, draft=True)
    said = OwnPage("Withdrawn", "one", "The heron asked for it.")

    plain, own = plan([draft], publish(ONE)), plan([draft], publish(ONE), gone=(said,))

    assert [page.title for page in plain.gone] == ["This article is withdrawn"]
    assert own.gone == (said,)
    assert "One" not in str(views_of(plain)["articles/one/"])


def test_a_month_without_articles_goes_on_to_answer_and_has_no_feed() -> None:
    site = plan([], publish(ONE))

    assert isinstance(views_of(site)["archive/2024/06/"], GoneView)
    assert "archive/2024/06/" not in feeds_of(site)


def _two(name: str) -> list[Page]:
    return [
        make_page(f"{name}-{day}".lower().replace(", ", "-by-").replace(" ", "-"), noon(day))
        for day in (12, 13)
    ]
