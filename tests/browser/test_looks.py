"""The second look of the documents: nothing but tokens of its own, and readable in both schemes."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from sitegen.app.cli import main
from tests.browser.conftest import serve
from tests.browser.sample_site import ROOT

LOOK = ROOT / "docs" / "looks" / "harbour"
PAGES = (
    "index.html",
    "archive/2024/06/index.html",
    "tags/solveig-star/index.html",
    "search/index.html",
)


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    source = tmp_path_factory.mktemp("harbour")
    for part in ("seeds", "content"):
        shutil.copytree(ROOT / part, source / part)
    shutil.copyfile(ROOT / "sitegen.toml", source / "sitegen.toml")
    shutil.copytree(LOOK, source / "templates")
    output = tmp_path_factory.mktemp("web") / "repo"
    command = ["build", "-q", "-s", str(source), "-o", str(output), "--as-of", "2024-07-01"]
    assert main(command) == 0
    return output


@pytest.fixture(scope="module")
def harbour(output: Path) -> Iterator[str]:
    with serve(output) as address:
        yield address


def test_a_look_may_be_tokens_alone() -> None:
    assert [path.name for path in LOOK.rglob("*") if path.is_file()] == ["tokens.css"]


def test_what_a_site_adds_wins_by_the_weakest_selector(browser: Browser, output: Path) -> None:
    [sheet] = output.glob("assets/site.*.css")
    shipped = sheet.read_bytes()
    tab = browser.new_page()
    sheet.write_bytes(shipped + b"a{color:rgb(1,2,3)}nav{display:grid}")
    tab.goto((output / "index.html").as_uri())
    colour = "getComputedStyle(document.querySelector('.masthead [aria-current]')).color"
    seen = [tab.evaluate(colour)]
    tab.emulate_media(media="print")
    seen.append(tab.evaluate("getComputedStyle(document.querySelector('nav')).display"))
    tab.close()
    sheet.write_bytes(shipped)

    assert seen == ["rgb(1, 2, 3)", "grid"]


@pytest.mark.parametrize(
    ("scheme", "ground"), [("light", "rgb(244, 248, 250)"), ("dark", "rgb(13, 23, 32)")]
)
def test_every_text_stands_out_from_its_ground(
    browser: Browser, harbour: str, scheme: str, ground: str
) -> None:
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
    tab = context.new_page()
    for page in PAGES:
        tab.goto(harbour + page)
        assert tab.evaluate("getComputedStyle(document.body).backgroundColor") == ground
        found = Axe().run(tab, options={"runOnly": ["color-contrast"]}).response["violations"]
        assert found == [], page
    context.close()
