"""Every kind of page, and every page that is hard to show, meets the bars of a readable site."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from axe_playwright_python.sync_playwright import Axe
from lxml import html
from playwright.sync_api import Browser, Page, Request, Response

from tests.browser.kinds import KINDS, find_page
from tests.browser.probes import (
    FOCUSED,
    LOST,
    MOVING,
    PALE,
    SPACING,
    STOPS,
    TWICE_THE_TEXT,
    UNMARKED,
    UNSEEN,
    WATCH_SHIFTS,
)

TRYING = (
    *(kind for kind in KINDS if kind not in {"article", "search", "feeds"}),
    *"one-word long unbroken arabic chinese emoji markup bare tagged huge".split(),
)
VISITS = (*((False, kind) for kind in KINDS), *((True, kind) for kind in TRYING))
AXE: dict[str, Any] = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},  # which axe leaves out unless asked
    "resultTypes": ["violations"],
}


class Visit:
    """A page to visit, on the server and on disk."""

    def __init__(self, kind: str, folder: Path, server: str) -> None:
        found = find_page(kind, folder)
        self.kind = kind
        self.web = folder.parent
        self.root = server.removesuffix("repo/")
        self.url = self.root + found.relative_to(self.web).as_posix()

    def find_file(self, url: str) -> Path:
        """Return the file that is served at an address."""
        return self.web / unquote(url.removeprefix(self.root))


@pytest.fixture(scope="module", params=VISITS, ids=lambda of: f"{'trying-' * of[0]}{of[1]}")
def visit(request: pytest.FixtureRequest, site: Path, trying_site: Path, server: str) -> Visit:
    is_trying, kind = request.param
    return Visit(kind, trying_site if is_trying else site, server)


@pytest.fixture(scope="module", params=KINDS)
def sample(request: pytest.FixtureRequest, site: Path, server: str) -> Visit:
    return Visit(request.param, site, server)


@contextmanager
def open_tab(browser: Browser, visit: Visit, **options: Any) -> Iterator[Page]:
    """Open a page in a tab in which nothing may be complained of, and nothing asked elsewhere."""
    context = browser.new_context(**({"viewport": {"width": 320, "height": 640}} | options))
    tab = context.new_page()
    complaints: list[str] = []
    tab.on("console", lambda message: complaints.append(message.text))
    tab.on("pageerror", lambda error: complaints.append(str(error)))

    def hear_request(request: Request) -> None:
        if not request.url.startswith(visit.root):
            complaints.append(f"asked elsewhere: {request.url}")

    def hear_answer(answer: Response) -> None:
        if not answer.ok:
            complaints.append(f"{answer.status}: {answer.url}")

    tab.on("request", hear_request)
    tab.on("response", hear_answer)
    tab.add_init_script(WATCH_SHIFTS)
    tab.goto(visit.url, wait_until="load")
    yield tab
    context.close()
    assert complaints == []


def list_violations(tab: Page, *only: str) -> list[str]:
    options = AXE | ({"runOnly": {"type": "rule", "values": list(only)}} if only else {})
    return [
        f"{found['id']}: {node['html'][:200]} {node['any'][0]['message'] if node['any'] else ''}"
        for found in Axe().run(tab, options=options).response["violations"]
        for node in found["nodes"]
    ]


def test_a_narrow_phone_shows_it_all_and_axe_finds_nothing(browser: Browser, visit: Visit) -> None:
    with open_tab(browser, visit, color_scheme="light") as tab:
        assert tab.evaluate(LOST) == []
        assert tab.evaluate("document.documentElement.scrollWidth") <= 320
        if visit.kind != "huge":  # a minute of work for axe, and no other elements than "long" has
            assert list_violations(tab) == []
        assert tab.evaluate("shift") == 0


def test_a_wide_screen_in_the_dark_has_contrast(browser: Browser, sample: Visit) -> None:
    wide = {"width": 1280, "height": 900}
    with open_tab(browser, sample, color_scheme="dark", viewport=wide) as tab:
        assert list_violations(tab, "color-contrast", "target-size") == []
        assert tab.evaluate("document.documentElement.scrollWidth") <= 1280
        assert tab.evaluate("shift") == 0


def test_readers_settings_of_text_lose_nothing(browser: Browser, visit: Visit) -> None:
    """Text of twice the size, then lines and letters further apart, on a phone and a desktop."""
    if visit.kind == "huge":
        pytest.skip("the same elements as an article of common size")
    with open_tab(browser, visit) as tab:
        for change in (TWICE_THE_TEXT, SPACING):
            tab.evaluate(change)
            for width in (320, 1280):
                tab.set_viewport_size({"width": width, "height": 900})
                assert tab.evaluate(LOST) == []
                assert tab.evaluate("document.documentElement.scrollWidth") <= width
            tab.evaluate("document.documentElement.style.fontSize = ''")


def test_the_keys_reach_everything_and_the_focus_is_seen(browser: Browser, sample: Visit) -> None:
    with open_tab(browser, sample) as tab:
        wanted = tab.evaluate(STOPS)
        tab.keyboard.press("Tab")
        assert tab.evaluate("document.activeElement.className") == "skip"
        reached = [tab.evaluate(FOCUSED)]
        for _ in wanted[1:]:
            tab.keyboard.press("Tab")
            reached.append(tab.evaluate(FOCUSED))
        tab.keyboard.press("Tab")

        assert [stop["at"] for stop in reached] == wanted
        assert [stop for stop in reached if not stop["is_seen"]] == []
        assert tab.evaluate("document.activeElement === document.body")  # and no trap: the way out


def test_the_skip_link_leads_past_the_navigation(browser: Browser, sample: Visit) -> None:
    with open_tab(browser, sample) as tab:
        tab.keyboard.press("Tab")
        tab.keyboard.press("Enter")
        assert tab.evaluate("location.hash") == "#main"
        tab.keyboard.press("Tab")
        # What has the focus now is the first thing in the text, or what comes after a text without.
        assert tab.evaluate("""() => !document.activeElement.closest("header, .skip")""")


def test_without_script_the_page_says_the_same(browser: Browser, sample: Visit) -> None:
    if sample.kind == "search":
        pytest.skip("the search says that it needs script: tests/browser/test_search.py")
    with open_tab(browser, sample) as tab:
        scripted = tab.locator("body").inner_text().replace("\nCopy\n", "\n")
    with open_tab(browser, sample, java_script_enabled=False) as tab:
        plain = tab.locator("body").inner_text()

    assert plain == scripted


def test_forced_colours_leave_charts_calendars_and_places_to_be_seen(
    browser: Browser, sample: Visit
) -> None:
    with open_tab(browser, sample, forced_colors="active", color_scheme="dark") as tab:
        assert list_violations(tab, "color-contrast", "link-in-text-block") == []
        assert tab.evaluate(UNSEEN) == 0
        assert tab.evaluate(UNMARKED) == []


def test_motion_is_only_for_those_who_want_it(browser: Browser, sample: Visit) -> None:
    with open_tab(browser, sample, reduced_motion="reduce") as tab:
        assert tab.evaluate(MOVING) == 0


def test_print_is_black_on_white_without_navigation_and_names_the_address_once(
    browser: Browser, sample: Visit
) -> None:
    with open_tab(browser, sample, color_scheme="dark", reduced_motion="reduce") as tab:
        address = tab.locator("link[rel=canonical]").get_attribute("href") or ""
        tab.emulate_media(media="print", color_scheme="dark")
        text = tab.locator("body").inner_text()

        assert tab.locator("nav:visible, form:visible, button:visible").count() == 0
        assert text.splitlines().count(address) == 1
        assert tab.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
        assert (
            tab.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        )
        assert tab.evaluate(PALE) == []


def test_what_is_hard_to_show_makes_no_page_heavy(trying_site: Path) -> None:
    """Beside its text, which is as long as it is, a page is within the bars of all pages."""
    names = {path.parent.name for path in trying_site.glob("articles/*/index.html")}
    assert names >= set(TRYING) - set(KINDS)
    for path in trying_site.rglob("*.html"):
        tree = html.document_fromstring(path.read_bytes())
        for text in [one for one in tree.iter("div") if "text" in one.get("class", "").split()]:
            text.clear()
        assert len(gzip.compress(path.read_bytes())) <= 15_000, path
        assert len(gzip.compress(html.tostring(tree))) <= 6_000, path
        assert sum(1 for _ in tree.iter()) <= 800, path


def test_a_cold_visit_asks_for_four_files_at_most(browser: Browser, sample: Visit) -> None:
    if sample.kind == "search":
        pytest.skip("has a bar of its own: tests/browser/test_search.py")
    with open_tab(browser, sample) as tab:
        loaded = tab.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
        icon = tab.locator("link[rel=icon]").evaluate("link => link.href")
    files = {sample.find_file(url) for url in (sample.url, *loaded, icon)}

    assert 3 <= len(files) <= 4
    assert sum(len(gzip.compress(file.read_bytes())) for file in files) <= 20_000
