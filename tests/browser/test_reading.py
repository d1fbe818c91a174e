"""A reader opens the sample site and reads an article, on a phone, without JavaScript."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

TITLE = "Cheers and Ship Horns as Stranded Ferry Floats Free at Fourth Attempt"


@pytest.fixture(params=["served below a path", "opened from disk"])
def start(request: pytest.FixtureRequest, server: str, site: Path) -> str:
    return server if "served" in request.param else (site / "index.html").as_uri()


def test_a_reader_finds_an_article_through_its_tag_and_reads_it(tab: Page, start: str) -> None:
    tab.goto(start)
    tab.get_by_role("link", name="Tags", exact=True).first.click()
    tab.get_by_role("link", name="Solveig Star").first.click()
    tab.get_by_role("link", name=TITLE).first.click()

    assert tab.get_by_role("heading", level=1).inner_text() == TITLE
    text = tab.get_by_role("article").first.inner_text()
    assert "the ferry Solveig Star slid backwards into deep water on Friday night" in text
    assert "14 June 2024" in text


def test_related_articles_lead_on_and_home_leads_back(tab: Page, start: str) -> None:
    tab.goto(start)
    tab.get_by_role("link", name="Tags", exact=True).first.click()
    tab.get_by_role("link", name="Solveig Star").first.click()
    tab.get_by_role("link", name=TITLE).first.click()

    tab.get_by_role("link", name="Lookout Was Below Deck").first.click()
    assert "Lookout" in tab.get_by_role("heading", level=1).inner_text()
    tab.get_by_role("link", name="The Skarrow Ledger").first.click()
    assert "The Skarrow Ledger" in tab.title()


def test_a_tag_that_leads_nowhere_does_not_look_like_one_that_does(tab: Page, site: Path) -> None:
    grounds = """() => [...document.querySelectorAll(".tags li")].map(
        tag => [tag.querySelector("a") !== null, getComputedStyle(tag).backgroundColor])"""
    looks = set()
    for article in site.glob("articles/*/index.html"):
        tab.goto(article.as_uri())
        looks |= {tuple(look) for look in tab.evaluate(grounds)}

    assert sorted(leads for leads, _ in looks) == [False, True]
    assert len({ground for _, ground in looks}) == 2


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_page_scrolls_sideways(browser: Browser, site: Path, width: int) -> None:
    pages = ("index.html", "tags/index.html", "digest/index.html", "archive/2024/06/index.html")
    article = next(site.glob("articles/*/index.html")).relative_to(site).as_posix()
    tab = browser.new_page(viewport={"width": width, "height": 800})

    for page in (*pages, "feeds/index.html", "boats/index.html", article):
        tab.goto((site / page).as_uri())
        assert tab.evaluate("document.documentElement.scrollWidth") <= width, page
    tab.close()


def test_a_wide_table_scrolls_by_itself_with_the_keys_and_is_printed_whole(
    browser: Browser, site: Path
) -> None:
    tab = browser.new_page(viewport={"width": 390, "height": 800})
    tab.goto((site / "boats" / "index.html").as_uri())
    table = tab.get_by_role("figure", name="Table")
    is_wider = "box => box.clientWidth < box.scrollWidth"

    assert table.evaluate(is_wider)
    table.evaluate("box => { box.moved = new Promise(done => { box.onscroll = () => done(1) }) }")
    table.focus()
    tab.keyboard.press("ArrowRight")
    assert table.evaluate("box => box.moved")
    tab.emulate_media(media="print")
    assert not table.evaluate(is_wider)
    tab.close()


def test_dark_and_light_are_two_grounds(browser: Browser, server: str) -> None:
    grounds = []
    for scheme in ("light", "dark"):
        tab = browser.new_page(color_scheme=scheme)
        tab.goto(server)
        grounds.append(tab.evaluate("getComputedStyle(document.body).backgroundColor"))
        tab.close()

    light, dark = (sum(map(int, ground[4:-1].split(","))) for ground in grounds)
    assert dark < 200
    assert 600 < light


def test_nothing_is_fetched_from_elsewhere(browser: Browser, server: str) -> None:
    tab = browser.new_page()
    requested: list[str] = []
    tab.on("request", lambda request: requested.append(request.url))
    tab.goto(server)
    tab.get_by_role("link", name="Tags", exact=True).first.click()

    assert requested
    assert {url for url in requested if not url.startswith(server)} == set()
    tab.close()
