"""A reader searches the sample site, by typing, by address, and where no search can be."""

import json
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, Route, expect

from sitegen.publish.search_words import split_search_words

FERRIES = "Ferry With 312 Aboard Runs Aground in Fog off Fjelling Islands"
LOOKOUT = "Lookout Was Below Deck When Solveig Star Grounded, Union Says"
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
# What both languages might cut otherwise.
TEXTS = (
    "The mayor’s 1,200 ‘friends’ said: no-one.",
    "ZOË Đorđević, İstanbul, ΣΊΣΥΦΟΣ, STRASSE, straße, ﬁsh, ½, №5",
    "東京タワーの港 がぎぐ 港 한국어 ภาษาไทย",
    "العربيّة، «да»؛ किताब। שָׁלוֹם־עולם",
    "sheep 🐑 👩‍🚀 €5 100% C++ e\u0301tude ① Ⅳ x²",
    "a" * 70,
)


@pytest.fixture
def tab(browser: Browser, server: str) -> Iterator[Page]:
    """A phone's tab on the search, in which no script may fail and no policy be violated."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    tab = context.new_page()
    complaints: list[str] = []

    def complain(message: ConsoleMessage) -> None:
        complaints.append(message.text)

    tab.on("console", complain)
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.goto(f"{server}search/index.html")
    yield tab
    context.close()
    assert complaints == []


def titles(tab: Page) -> list[str]:
    return tab.locator(".found h2").all_inner_texts()


def test_typing_finds_and_marks_and_the_address_says_what_was_asked(tab: Page) -> None:
    tab.get_by_label("Words to look for").press_sequentially("ferry")

    expect(tab.get_by_role("status")).to_have_text("5 articles")
    assert titles(tab)[0] == FERRIES
    assert tab.locator("mark").first.inner_text() == "Ferry"
    expect(tab).to_have_url(re.compile(r"search/index\.html\?q=ferry$"))


def test_at_twice_the_size_of_text_the_field_still_shows_what_is_typed(tab: Page) -> None:
    tab.set_viewport_size({"width": 360, "height": 800})
    tab.evaluate("document.documentElement.style.fontSize = '212.5%'")

    box = tab.get_by_label("Words to look for").bounding_box()

    assert box is not None
    assert box["width"] > 250


def test_other_forms_of_a_word_are_found_even_those_that_no_article_has(tab: Page) -> None:
    field = tab.get_by_label("Words to look for")
    field.fill("ferries ")
    expect(tab.get_by_role("status")).to_have_text("5 articles")

    field.fill("herringed ")
    expect(tab.locator("mark").first).to_have_text("Herring")


def test_an_address_can_be_shared_and_its_results_lead_to_articles(tab: Page) -> None:
    tab.goto(f"{tab.url}?q=solveig+star")

    expect(tab.get_by_role("status")).to_have_text("5 articles")
    assert titles(tab)[0] == LOOKOUT
    tab.get_by_role("link", name=LOOKOUT).click()
    expect(tab.get_by_role("heading", level=1)).to_have_text(LOOKOUT)


def test_filters_narrow_the_search_and_work_alone(tab: Page) -> None:
    tab.get_by_label("Tag").select_option("Solveig Star")
    expect(tab.get_by_role("status")).to_have_text("4 articles")

    tab.get_by_label("Source").select_option("Northern Wire")
    expect(tab.get_by_role("status")).to_have_text("1 article")
    assert titles(tab) == [FERRIES]

    tab.get_by_label("Date").select_option("2024-06")
    expect(tab.get_by_role("status")).to_have_text("1 article")
    expect(tab).to_have_url(re.compile(r"\?tag=Solveig\+Star&source=Northern\+Wire&when=2024-06$"))


def test_a_filter_that_no_menu_offers_works_by_its_address(tab: Page) -> None:
    tab.goto(f"{tab.url}?when=1999-01&q=ferry")

    expect(tab.get_by_role("status")).to_contain_text("Nothing found for “ferry”")
    expect(tab.get_by_label("Date")).to_have_value("1999-01")


def test_without_a_result_the_page_says_so_and_offers_other_ways(tab: Page) -> None:
    tab.get_by_label("Words to look for").fill("zebra")

    expect(tab.get_by_role("status")).to_contain_text("Nothing found for “zebra”")
    expect(tab.get_by_role("heading", name="Other ways in")).to_be_visible()
    assert titles(tab) == []


def test_a_word_that_is_only_begun_is_no_search_without_a_result(tab: Page) -> None:
    field, status = tab.get_by_label("Words to look for"), tab.get_by_role("status")

    field.fill("fe")
    expect(status).to_contain_text("Nothing yet for “fe”: go on typing")
    field.fill("fer")
    expect(status).to_contain_text("articles")


@pytest.mark.parametrize("query", ["zebra", "jetty"])
def test_below_few_results_the_other_ways_are_in_sight(tab: Page, query: str) -> None:
    tab.goto(f"{tab.url}?q={query}")

    expect(tab.get_by_role("heading", name="Other ways in")).to_be_in_viewport()


def test_words_that_no_article_has_together_find_some_of_them(tab: Page) -> None:
    tab.get_by_label("Words to look for").fill("ferry zebra ")

    expect(tab.get_by_role("status")).to_contain_text("these have some of them: 5 articles")


def test_more_results_come_on_demand_and_take_the_focus_along(tab: Page) -> None:
    tab.get_by_label("Date").select_option("2024")
    more = tab.get_by_role("button", name="More results")
    expect(more).to_be_visible()
    assert len(titles(tab)) == 10

    more.click()
    expect(tab.locator(".found a").nth(10)).to_be_focused()


def test_the_keys_lead_to_the_field_and_from_it_to_the_results(tab: Page) -> None:
    tab.keyboard.press("/")
    expect(tab.get_by_label("Words to look for")).to_be_focused()
    tab.keyboard.type("/ferry")
    expect(tab.get_by_role("status")).to_have_text("5 articles")
    expect(tab.get_by_label("Words to look for")).to_have_value("/ferry")
    tab.keyboard.press("Enter")

    for _ in range(5):  # the button, three menus, the first result
        tab.keyboard.press("Tab")
    expect(tab.get_by_role("link", name=FERRIES)).to_be_focused()


def test_an_index_that_cannot_be_fetched_is_told_and_asked_for_again(tab: Page) -> None:
    tab.route("**/search/words/*", lambda route: route.fulfill(status=200, body="not JSON"))
    tab.get_by_label("Words to look for").fill("ferry")
    expect(tab.get_by_role("status")).to_contain_text("The index could not be fetched")

    tab.unroute("**/search/words/*")
    tab.get_by_role("button", name="Search").click()
    expect(tab.get_by_role("status")).to_have_text("5 articles")


def test_results_that_cannot_be_fetched_are_told_and_asked_for_again(tab: Page) -> None:
    tab.route("**/search/articles/*", lambda route: route.fulfill(status=200, body="not JSON"))
    tab.get_by_label("Words to look for").fill("ferry")
    expect(tab.get_by_role("status")).to_contain_text("The index could not be fetched")
    assert titles(tab) == []

    tab.unroute("**/search/articles/*")
    tab.get_by_role("button", name="Search").click()
    expect(tab.get_by_role("status")).to_have_text("5 articles")
    assert titles(tab)[0] == FERRIES


def test_results_and_their_number_are_shown_at_once(tab: Page) -> None:
    """However slowly the results come; a reader who listens hears of nothing that is not there."""

    def answer_late(route: Route) -> None:
        time.sleep(0.3)
        route.continue_()

    tab.route("**/search/articles/*", answer_late)
    tab.get_by_label("Words to look for").fill("ferry")

    expect(tab.get_by_role("status")).to_have_text("5 articles")
    assert len(titles(tab)) == 5


def test_text_is_never_code(tab: Page) -> None:
    tab.goto(f"{tab.url}?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E&tag=%3Cb%3E")

    expect(tab.get_by_role("status")).to_contain_text("Nothing found for “<img")
    assert tab.locator("main img, main b").count() == 0


@pytest.mark.parametrize("query", ["", "?q=ferry", "?q=zebra"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_shifts(
    browser: Browser, server: str, query: str, scheme: str
) -> None:
    tab = browser.new_page(
        viewport={"width": 320, "height": 800},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    tab.add_init_script(
        "window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach("
        "entry => { shift += entry.value })).observe({type: 'layout-shift', buffered: true})"
    )
    tab.goto(f"{server}search/index.html{query}")
    tab.wait_for_load_state("networkidle")

    found = Axe().run(tab, options={"runOnly": list(RULES)})
    assert found.violations_count == 0, found.generate_report()
    assert tab.evaluate("shift") == 0
    assert tab.evaluate("document.documentElement.scrollWidth") <= 320
    tab.close()


def test_both_languages_cut_texts_into_the_same_words(tab: Page) -> None:
    """What the script makes of a query is seen by what it would mark."""
    tab.goto(f"{tab.url}?q=x")
    expect(tab.get_by_role("status")).not_to_be_empty()
    script = (Path(__file__).parents[2] / "templates/assets/search.js").read_text("utf-8")
    cut = script[script.index("const WORD") : script.index("let files")]
    classes = "const {separators, unspaced} = document.querySelector('.find').dataset;"
    program = f"texts => {{ {classes} {cut} return texts.map(split) }}"

    assert tab.evaluate(program, list(TEXTS)) == [split_search_words(text) for text in TEXTS]


def test_without_javascript_there_are_the_ways_without_it(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{server}search/index.html?q=ferry")

    assert not tab.get_by_label("Words to look for").is_visible()
    assert tab.get_by_text("The search needs JavaScript").is_visible()
    tab.get_by_role("link", name="Solveig Star").click()
    assert tab.get_by_role("heading", level=1).inner_text() == "Solveig Star"
    context.close()


def test_opened_from_disk_the_page_says_what_to_do(browser: Browser, site: Path) -> None:
    tab = browser.new_page()
    tab.goto((site / "search" / "index.html").as_uri())
    tab.get_by_label("Words to look for").fill("ferry")

    expect(tab.get_by_role("status")).to_contain_text("opened from disk")
    tab.close()


def test_the_page_for_lost_addresses_leads_to_the_search(site: Path) -> None:
    text = (site / "404.html").read_text(encoding="utf-8")

    assert 'action="https://skarrow-ledger.example/search/index.html"' in text


def test_a_search_stays_small(site: Path, tab: Page) -> None:
    sizes: list[int] = []
    tab.on("response", lambda answer: sizes.append(len(answer.body())))
    tab.goto(f"{tab.url}?q=solveig+star")
    expect(tab.get_by_role("status")).to_have_text("5 articles")

    index = json.loads((site / "search" / "index.json").read_bytes())
    assert index["articles"] == 31
    assert sum(sizes) < 100_000
