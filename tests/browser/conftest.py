"""A real browser on the built sample site: Debian's Chromium, driven by Playwright."""

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, Request, sync_playwright

from tests.browser.sample_site import build_sample_site
from tests.browser.trying_site import write_trying_site


def find_chromium() -> str:
    """Return the browser's path; without one CI fails, and a person is told what was left out."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if path:
        return path
    message = "no Chromium here: install Debian's package chromium, or name one in CHROMIUM"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="session")
def web(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that is served."""
    return tmp_path_factory.mktemp("web")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, web: Path) -> Path:
    """The output folder of the sample site, inside a folder named as a repository would be."""
    source = tmp_path_factory.mktemp("site")
    build_sample_site(source, web / "repo")
    return web / "repo"


@pytest.fixture(scope="session")
def trying_site(web: Path) -> Path:
    """The output folder of a site of pages that are hard to show."""
    write_trying_site(web / "trying")
    return web / "trying"


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser's path."""
    return find_chromium()


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(chromium: str, playwright: Playwright) -> Iterator[Browser]:
    # Chromium's own sandbox needs rights that a container's root does not give.
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    browser = playwright.chromium.launch(executable_path=chromium, args=arguments)
    yield browser
    browser.close()


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """The address at which a folder is served below a path, as GitHub Pages would."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    handler = partial(Quiet, directory=str(folder.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as http:
        threading.Thread(target=http.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{http.server_address[1]}/{folder.name}/"
        http.shutdown()


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    """The address of the sample site."""
    with serve(site) as address:
        yield address


def _complain(request: Request) -> Iterator[str]:
    """Yield what failed, but for what the browser itself gave up because the page was left.

    It still asks for the icon when a test has seen enough; a file that is not there fails with
    another word (ERR_FILE_NOT_FOUND, ERR_CONNECTION_REFUSED).
    """
    if request.failure != "net::ERR_ABORTED":
        yield f"failed: {request.url}: {request.failure}"


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A phone's tab without JavaScript that must not complain about anything."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, java_script_enabled=False, color_scheme="light"
    )
    tab = context.new_page()
    complaints: list[str] = []
    tab.on("console", lambda message: complaints.append(message.text))
    tab.on("requestfailed", lambda request: complaints.extend(_complain(request)))
    yield tab
    context.close()
    assert complaints == []
