from dataclasses import replace
from datetime import timedelta

from sitegen.publish.article_views import ArticleView
from sitegen.publish.other_views import FeedsView
from sitegen.publish.source_views import SourcesView, SourceView
from sitegen.publish.tag_views import TagView
from tests.publish.feed_samples import NOON, SETTINGS
from tests.publish.site_samples import make_page, make_pages, noon, plan, views_of

TWICE = replace(SETTINGS, tag_minimum=2)


def test_a_source_needs_as_many_articles_as_a_tag() -> None:
    once = make_page("a", agency="Orle Press")
    wire = make_pages(2, agency="Northern Wire")

    site = plan(once, *wire, make_page("b", agency=""), settings=TWICE)

    assert [(source.name, source.slug) for source in site.sources] == [
        ("Northern Wire", "northern-wire")
    ]


def test_of_two_sources_with_one_slug_the_one_that_came_first_keeps_it() -> None:
    first = make_page("a", noon(14), agency="Orle-Press")
    second = make_page("b", noon(15), agency="Orle Press")

    slugs = {source.name: source.slug for source in plan(second, first).sources}

    assert slugs == {"Orle-Press": "orle-press", "Orle Press": "orle-press-2"}


def test_a_source_named_like_a_part_of_a_list_has_another_address() -> None:
    assert plan(make_page("a", agency="Page")).sources[0].slug == "page-2"


def test_a_source_lists_its_articles_and_what_it_writes_about() -> None:
    pages = make_pages(3, agency="KNA", tags=("Mira",))

    view = views_of(plan(*pages, make_page("x", agency="Wire"), tags=("Mira",)))["sources/kna/"]

    assert isinstance(view, SourceView)
    assert (view.title, view.summary) == ("KNA", "3 articles, 14 June 2024")
    assert (view.list.text, view.list.path) == ("Sources", "sources/index.html")
    assert [(link.text, link.note) for link in view.companions] == [("Mira", "3 articles")]
    assert [len(group.blocks) for group in view.groups] == [3]
    assert view.chart is not None
    assert view.feeds[0].path == "sources/kna/atom.xml"


def test_a_source_and_a_tag_of_one_name_have_titles_of_their_own() -> None:
    pages = make_pages(3, agency="KNA", tags=("KNA",))

    views = views_of(plan(*pages, tags=("KNA",)))

    source, tag = views["sources/kna/"], views["tags/kna/"]
    assert isinstance(source, SourceView)
    assert isinstance(tag, TagView)
    assert source.head.title.startswith("Reports by KNA")
    assert tag.head.title.startswith("KNA")


def test_older_parts_of_a_source_do_not_change_with_its_newest_article() -> None:
    pages = make_pages(60, agency="KNA")
    newer = make_page("new", NOON + timedelta(days=1), agency="KNA")

    before, after = views_of(plan(*pages)), views_of(plan(newer, *pages))

    assert before["sources/kna/page/1/"] == after["sources/kna/page/1/"]


def test_the_sources_of_most_articles_come_first() -> None:
    site = plan(make_page("x", agency="Alm News"), *make_pages(2, agency="Wire"))

    view = views_of(site)["sources/"]

    assert isinstance(view, SourcesView)
    assert [(link.text, link.note) for link in view.sources] == [
        ("Wire", "2 articles"),
        ("Alm News", "1 article"),
    ]


def test_an_article_leads_to_its_source_where_that_has_a_page() -> None:
    site = plan(make_page("a", agency="KNA"), *make_pages(2, agency="Wire"), settings=TWICE)
    views = views_of(site)

    paths = {
        view.source: view.source_path for view in views.values() if isinstance(view, ArticleView)
    }

    assert paths == {"KNA": "", "Wire": "sources/wire/index.html"}


def test_the_subscribe_page_names_the_feeds_of_sources() -> None:
    view = views_of(plan(*make_pages(2, agency="Wire")))["feeds/"]

    assert isinstance(view, FeedsView)
    assert [(each.title, each.home) for each in view.sources] == [
        ("Wire", "sources/wire/index.html")
    ]
    assert view.sources_path == "sources/index.html"
