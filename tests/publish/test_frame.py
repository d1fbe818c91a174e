import json
from dataclasses import replace

import pytest

from sitegen.model.dating import UNKNOWN, Dating
from sitegen.model.page import OwnPage, Page
from sitegen.model.theme import Theme
from sitegen.publish.edition import make_edition
from sitegen.publish.frame import link_feeds, make_chrome, make_head
from sitegen.publish.linked_data import describe_article
from tests.publish.feed_samples import NOON, SETTINGS
from tests.publish.site_samples import edition_of, make_page, plan

# ------------------------------------------------------------------ around the page


@pytest.mark.parametrize(
    ("address", "current"),
    [("", "Latest"), ("page/3/", "Latest"), ("tags/mira/", "Tags"), ("about/", "About")],
)
def test_the_navigation_marks_the_part_of_the_site_that_a_page_is_in(
    address: str, current: str
) -> None:
    edition = edition_of(plan(own=(OwnPage("About", "about", ""),)))

    navigation = make_chrome(address, edition).navigation

    assert [link.text for link in navigation if link.is_current] == [current]


def test_an_article_is_in_no_part_of_the_navigation() -> None:
    navigation = make_chrome("articles/a/", edition_of(plan())).navigation

    assert not any(link.is_current for link in navigation)


@pytest.mark.parametrize(
    ("language", "direction"), [("en", "ltr"), ("de-AT", "ltr"), ("ar", "rtl"), ("AR-EG", "rtl")]
)
def test_the_direction_of_the_site_follows_its_language(language: str, direction: str) -> None:
    site = plan(settings=replace(SETTINGS, language=language))

    chrome = make_chrome("", edition_of(site))

    assert (chrome.language, chrome.direction, chrome.foreign) == (language, direction, "")


def test_a_site_in_a_language_without_words_of_ours_is_english_and_names_its_own_words() -> None:
    site = plan(settings=replace(SETTINGS, language="he-IL"))

    chrome = make_chrome("", edition_of(site))

    assert (chrome.language, chrome.direction, chrome.foreign) == ("en", "ltr", "he-IL")


def test_style_sheet_and_icon_are_linked_under_their_published_names() -> None:
    theme = Theme(templates=(), assets=(("icon.svg", b"i"), ("site.css", b"c")), digest="")

    chrome = make_chrome("", make_edition(plan(), {}, theme))

    assert chrome.stylesheet.startswith("assets/site.")
    assert chrome.icon.startswith("assets/icon.")


def test_a_theme_without_assets_is_linked_to_none() -> None:
    chrome = make_chrome("", edition_of(plan()))

    assert (chrome.stylesheet, chrome.icon) == ("", "")


# ------------------------------------------------------------------ the head


def test_the_feeds_of_a_page_come_before_those_of_the_site() -> None:
    feeds = link_feeds("tags/mira/", "Mira", SETTINGS)

    head = make_head(
        "tags/mira/", edition_of(plan()), title="Mira", description="", data={}, feeds=feeds
    )

    assert [feed.path for feed in head.feeds] == [
        *("tags/mira/atom.xml", "tags/mira/rss.xml", "tags/mira/feed.json"),
        *("atom.xml", "rss.xml", "feed.json"),
    ]
    assert head.feeds[0].url == "https://example.org/news/tags/mira/atom.xml"
    assert head.canonical == "https://example.org/news/tags/mira/"


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("", "Kelsund & Co"),
        ("Mira", "Mira · Kelsund & Co"),
        ("a" * 60, "a" * 60),
        ("word " * 20, "word word word word word word word word word word word word word…"),
        ("a" * 80, "a" * 69 + "…"),
    ],
)
def test_the_title_of_a_tab_fits(title: str, shown: str) -> None:
    head = make_head("", edition_of(plan()), title=title, description="", data={})

    assert head.title == shown
    assert head.subject == (title or "Kelsund & Co")


# ------------------------------------------------------------------ linked data


def describe(page: Page) -> dict[str, object]:
    graph = describe_article(page, (("Latest", ""), ("A", "articles/a/")), SETTINGS)["@graph"]
    assert isinstance(graph, list)
    json.dumps(graph)
    article: dict[str, object] = graph[0]
    return article


def test_an_article_describes_itself() -> None:
    article = describe(make_page("a", dating=Dating(NOON, "day", ""), byline="", tags=("Mira",)))

    assert article["@type"] == "NewsArticle"
    assert article["url"] == "https://example.org/news/articles/a/"
    assert article["author"] == {"@type": "Organization", "name": "KNA"}
    assert article["publisher"] == {
        "@type": "Organization",
        "name": "Kelsund & Co",
        "url": "https://example.org/news/",
    }
    assert article["datePublished"] == "2024-06-14"
    assert article["keywords"] == ["Mira"]


def test_a_byline_is_an_author_beside_the_agency() -> None:
    person = {"@type": "Person", "name": "Zoë Dorn"}

    assert describe(make_page("a"))["author"] == [person, {"@type": "Organization", "name": "KNA"}]
    assert describe(make_page("a", agency=""))["author"] == person


def test_what_is_not_known_of_an_article_is_not_said() -> None:
    article = describe(make_page("a", dating=UNKNOWN, agency="", byline=""))

    assert article.keys().isdisjoint({"author", "datePublished", "dateModified", "keywords"})
