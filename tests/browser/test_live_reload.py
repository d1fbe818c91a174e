"""Somebody has pages open in a browser while they work on the site."""

import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.unmeasured import leave_unmeasured

ROOT = Path(__file__).parents[2]
FERRY = "articles/cheers-and-ship-horns-as-stranded-ferry-floats-free-at-fourth-attempt/"
CONFIG = '[site]\ntitle = "The Skarrow Ledger"\nbase_url = "https://example.org/news/"\n'
STRICT = "default-src 'none'; style-src 'self'"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A site of one's own, with the sample's seeds and pages."""
    source = tmp_path / "site"
    for part in ("seeds", "content"):
        shutil.copytree(ROOT / part, source / part)
    (source / "sitegen.toml").write_text(CONFIG, encoding="utf-8")
    return source


@pytest.fixture
def preview(source: Path) -> Iterator[str]:
    """The address at which a server of its own serves the site."""
    with subprocess.Popen(
        [sys.executable, "-u", "-m", "sitegen", "serve", "-s", source, "--port", "0"],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env=leave_unmeasured(),
    ) as process:
        assert process.stderr
        lines = iter(process.stderr.readline, "")
        address = next(line.split()[-1] for line in lines if "serving" in line)
        next(line for line in lines if "Ctrl-C ends" in line)
        yield address
        process.send_signal(signal.SIGINT)


@pytest.fixture
def reader(browser: Browser) -> Iterator[BrowserContext]:
    """A browser in which no page may complain about anything."""
    context = browser.new_context()
    complaints: list[str] = []
    context.on("console", lambda message: complaints.append(message.text))
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    yield context
    context.close()
    assert complaints == []


def open_page(reader: BrowserContext, address: str) -> Page:
    """Open a page and wait until it listens to its changes; `window.marked` ends with the page."""
    page = reader.new_page()
    with page.expect_response(lambda response: "/.sitegen/changes" in response.url) as listening:
        page.goto(address)
    assert listening.value.status == 200
    page.evaluate("window.marked = true")
    return page


def is_the_same(page: Page) -> bool:
    return bool(page.evaluate("window.marked === true"))


def fetch(address: str) -> str:
    with urlopen(address, timeout=10) as response:  # noqa: S310 - our own server
        return str(response.read().decode())


def wait_for(is_true: Callable[[], bool]) -> None:
    end = time.monotonic() + 30
    while not is_true():
        assert time.monotonic() < end
        time.sleep(0.05)


def find_own_page(source: Path) -> Path:
    return source / "content" / "pages" / "about.md"


def test_the_page_that_a_change_concerns_reloads_and_no_other(
    reader: BrowserContext, source: Path, preview: str
) -> None:
    about = find_own_page(source)
    changed = open_page(reader, f"{preview}about/")
    other = open_page(reader, preview + FERRY)

    about.write_text(about.read_text(encoding="utf-8") + "\nWritten just now.\n", encoding="utf-8")

    expect(changed.get_by_text("Written just now.")).to_be_visible(timeout=30_000)
    assert not is_the_same(changed)
    other.wait_for_timeout(500)
    assert is_the_same(other)


def test_why_a_build_failed_is_shown_until_it_is_mended(
    reader: BrowserContext, source: Path, preview: str
) -> None:
    page = open_page(reader, preview)
    box = page.get_by_role("alert")

    (source / "sitegen.toml").write_text("[site]\ntitel = '<b>'", encoding="utf-8")
    expect(box).to_contain_text("did you mean 'title'?", timeout=30_000)
    assert "The Skarrow Ledger" in page.title()

    (source / "sitegen.toml").write_text(CONFIG, encoding="utf-8")
    expect(box).to_have_count(0, timeout=30_000)
    assert is_the_same(page)


def test_a_site_with_a_policy_that_allows_no_script_reloads_too(
    browser: Browser, source: Path, preview: str
) -> None:
    head = (ROOT / "templates" / "partials" / "head.html").read_text(encoding="utf-8")
    before, start, rest = head.partition('Content-Security-Policy" content="')
    strict = before + start + STRICT + rest[rest.index('"') :]
    own = source / "templates" / "partials" / "head.html"
    own.parent.mkdir(parents=True)
    own.write_text(strict, encoding="utf-8")
    wait_for(lambda: "script-src http://127.0.0.1:" in fetch(preview))
    # The browser complains of what the policy forbids, which is as it should be.
    context = browser.new_context()
    page = open_page(context, f"{preview}about/")

    about = find_own_page(source)
    about.write_text(about.read_text(encoding="utf-8") + "\nWritten just now.\n", encoding="utf-8")

    expect(page.get_by_text("Written just now.")).to_be_visible(timeout=30_000)
    context.close()


def test_a_page_of_another_origin_hears_nothing(
    browser: Browser, source: Path, preview: str
) -> None:
    """A page elsewhere that guesses the address, as an attacker would."""
    del source
    port = preview.rpartition(":")[2].partition("/")[0]
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"http://localhost:{port}/news/")

    heard = page.evaluate(
        """address => new Promise(done => {
            const stream = new EventSource(address);
            stream.onopen = () => done("open");
            stream.onerror = () => done("refused");
        })""",
        f"{preview}.sitegen/changes?page=/news/&version=&token=guessed",
    )

    assert heard == "refused"
    context.close()
