"""A site in Arabic runs from right to left, and says so of all that does not."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, FloatRect, Page, expect

from sitegen.app.cli import main
from tests.browser.conftest import serve

SEEDS = (
    Path(__file__).parent / "arabic.jsonl",
    Path(__file__).parents[1] / "cases/languages/de.txt",
)
TITLE = "دفتر أورلا"
SETTINGS = f"""
[site]
title = "{TITLE}"
description = "أخبار المرسى والجزر، كل خبر مرة واحدة."
language = "ar"
base_url = "https://orla.example/"
"""
WIDTHS = {"phone": 390, "desktop": 1280}
# Addresses, and names that are the same in every language.
ADDRESS = re.compile(r"https?://\S+")
LATIN = re.compile(r"[A-Za-z]{2,}")
FORMATS = {
    "JavaScript",
    "RSS",
    "Atom",
    "EPUB",
    "JSON",
    "Markdown",
}
# What is shown and stands in no element that says it is of another language. The text of a digest
# is one piece, with articles of all languages in it.
OWN_WORDS = """
() => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const inside = node.parentElement;
    if (inside.closest("script, style, template, code, b, q, option, .address, .digest")) continue;
    if (inside.closest("[lang]").lang !== document.documentElement.lang) continue;
    found.push(node.data);
  }
  for (const named of document.querySelectorAll("[aria-label], [abbr]")) {
    found.push(named.ariaLabel || named.abbr);
  }
  return found;
}
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("arabic")
    (root / "seeds").mkdir()
    for seed in SEEDS:
        (root / "seeds" / seed.name).write_bytes(seed.read_bytes())
    (root / "sitegen.toml").write_text(SETTINGS, encoding="utf-8")
    output = tmp_path_factory.mktemp("web") / "repo"
    command = ["build", "-q", "-s", str(root), "-o", str(output), "--as-of", "2024-07-01"]
    assert main(command) == 0
    return output


@pytest.fixture(scope="module")
def server(site: Path) -> Iterator[str]:
    with serve(site) as address:
        yield address


@pytest.fixture(params=WIDTHS)
def tab(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    tab = browser.new_page(viewport={"width": WIDTHS[request.param], "height": 900})
    yield tab
    tab.close()


def list_pages(site: Path) -> list[str]:
    """Return all pages but those that lead on at once."""
    pages = [path for path in sorted(site.rglob("*.html")) if b'"refresh"' not in path.read_bytes()]
    assert len(pages) > 25
    return [path.relative_to(site).as_posix() for path in pages]


def test_no_page_scrolls_sideways(tab: Page, site: Path) -> None:
    for page in list_pages(site):
        tab.goto((site / page).as_uri())
        width = tab.viewport_size and tab.viewport_size["width"]
        assert tab.evaluate("document.documentElement.scrollWidth") <= (width or 0), page


def test_lines_begin_at_the_right_and_the_rail_stands_at_the_left(tab: Page, site: Path) -> None:
    tab.goto((site / "index.html").as_uri())
    width = tab.evaluate("innerWidth")

    def box(name: str) -> FloatRect:
        found = tab.locator(name).first.bounding_box()
        assert found
        return found

    first, last = box(".masthead nav li:first-child"), box(".masthead nav li:last-child")
    headline = box(".block :is(h2, h3)[dir=auto] a")

    assert width - 110 < first["x"] + first["width"]
    assert last["x"] < first["x"]
    assert width / 2 < headline["x"] + headline["width"]
    if width > 1000:
        assert box(".rail")["x"] < box(".river")["x"]


def test_an_english_article_runs_from_left_to_right_amid_it(tab: Page, site: Path) -> None:
    tab.goto((site / "index.html").as_uri())
    english = tab.locator(".block:has(h3[lang=en])")

    assert english.locator("h3").evaluate("each => getComputedStyle(each).direction") == "ltr"
    lefts: list[float] = [
        english.locator(name).evaluate(
            "each => { const range = new Range(); range.selectNodeContents(each);"
            " return range.getBoundingClientRect().left }"
        )
        for name in ("h3", ".dek")
    ]
    assert abs(lefts[0] - lefts[1]) < 2


def test_a_latin_name_before_a_date_leaves_the_date_whole(tab: Page, site: Path) -> None:
    page = next(path for path in site.glob("articles/*/index.html") if "ledger" in path.parent.name)
    tab.goto(page.as_uri())
    day = tab.locator(".story > .meta time")

    # A date torn apart has pieces on both sides of the name.
    name = tab.locator(".story > .meta b").bounding_box()
    date = day.bounding_box()
    assert name
    assert date
    assert date["x"] + date["width"] <= name["x"]


def test_a_page_says_nothing_in_english_that_is_its_own(browser: Browser, site: Path) -> None:
    tab = browser.new_page()
    content = {"Mirovar", "Orle", "Kestrel", "Sons", "Tideline", "Post", "Karin", "Holst"}
    for page in list_pages(site):
        tab.goto((site / page).as_uri())
        texts = [ADDRESS.sub("", text) for text in tab.evaluate(OWN_WORDS)]
        said = {word for text in texts for word in LATIN.findall(text)}
        assert said - FORMATS - content == set(), page
    tab.close()


def test_every_text_in_another_script_says_its_language(browser: Browser, site: Path) -> None:
    tab = browser.new_page()
    tab.goto((site / "index.html").as_uri())
    told = tab.locator("h3").evaluate_all("all => all.map(each => [each.innerText, each.lang])")

    assert len(told) > 4
    for title, lang in told:
        assert bool(LATIN.search(title)) == bool(lang), title
    tab.close()


def test_the_search_counts_as_arabic_does(browser: Browser, server: str) -> None:
    tab = browser.new_page(viewport={"width": 390, "height": 844})
    tab.goto(f"{server}search/index.html")
    field, state = tab.locator("#q"), tab.get_by_role("status")

    field.fill("عدستها ")
    expect(state).to_have_text("مقال واحد")
    field.fill("المجلس ")
    expect(state).to_have_text("مقالان")
    field.fill("ميروفار ")
    expect(state).to_have_text("4 مقالات")
    field.fill("قطار")
    expect(state).to_contain_text("لا نتائج عن «قطار»")
    tab.close()


@pytest.mark.parametrize("name", ["index.html", "search/index.html", "archive/2024/06/index.html"])
def test_nobody_is_shut_out(browser: Browser, server: str, name: str) -> None:
    tab = browser.new_page()
    tab.goto(server + name)

    assert Axe().run(tab).response["violations"] == []
    tab.close()


def test_a_site_s_own_english_words_end_with_their_full_stop(
    browser: Browser, tmp_path: Path
) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "de.txt").write_bytes(SEEDS[1].read_bytes())
    config = SETTINGS.replace("أخبار المرسى والجزر، كل خبر مرة واحدة.", "News from four shores.")
    (tmp_path / "sitegen.toml").write_text(config, encoding="utf-8")
    assert main(["build", "-q", "-s", str(tmp_path), "--as-of", "2024-07-01"]) == 0
    tab = browser.new_page()
    tab.goto((tmp_path / "output" / "index.html").as_uri())

    first, last = (
        tab.locator(".motto bdi").evaluate(
            "(each, at) => { const range = new Range(); range.setStart(each.firstChild, at);"
            " range.setEnd(each.firstChild, at + 1); return range.getBoundingClientRect().left }",
            at,
        )
        for at in (0, len("News from four shores"))
    )
    tab.close()

    assert first < last
