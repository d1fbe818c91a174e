"""Pages of a finished site in Chromium, on a phone and a desktop, and what a search there costs."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.search import ask_us, make_queries, serve
from tests.browser.probes import LOST, WATCH_SHIFTS

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
SCREENS = {"a phone": (320, 640), "a desktop": (1280, 900)}
AXE: dict[str, Any] = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},  # which axe leaves out unless asked
    "resultTypes": ["violations"],
}
# Its errors, not its advice.
SNIFF = """() => new Promise(resolve => HTMLCS.process("WCAG2AA", document, () => resolve(
    HTMLCS.getMessages().filter(one => one.type === HTMLCS.ERROR)
        .map(one => `${one.code}: ${one.element.outerHTML?.slice(0, 120)}`))))"""


@dataclass(slots=True)
class Seen:
    """What was found on the pages that were looked at."""

    axe: list[str] = field(default_factory=list)
    sniffer: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    shifted: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Open Chromium, which CHROMIUM names where it is elsewhere than Debian puts it."""
    with sync_playwright() as playwright:
        # Its own sandbox needs rights that a container's root does not give.
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


def look_at_pages(browser: Browser, output: Path, names: Sequence[str], sniffer: Path) -> Seen:
    """Ask axe and HTML_CodeSniffer about pages, and see what is cut off, moves or goes wrong."""
    seen = Seen()
    rules = sniffer.read_text(encoding="utf-8")
    with serve(output, []) as root:
        for screen, (width, height) in SCREENS.items():
            for name in names:
                context = browser.new_context(viewport={"width": width, "height": height})
                tab = context.new_page()
                _listen(tab, root, f"{name} on {screen}", seen)
                tab.add_init_script(WATCH_SHIFTS)
                tab.goto(root + name, wait_until="networkidle")
                _examine(tab, f"{name} on {screen}", rules, seen)
                context.close()
    return seen


def _listen(tab: Page, root: str, where: str, seen: Seen) -> None:
    def hear(said: str) -> None:
        seen.complaints.append(f"{where}: {said}")

    tab.on("console", lambda message: hear(message.text))
    tab.on("pageerror", lambda error: hear(str(error)))
    tab.on("request", lambda one: None if one.url.startswith(root) else hear(f"asks {one.url}"))


def _examine(tab: Page, where: str, rules: str, seen: Seen) -> None:
    seen.lost += (f"{where}: {text}" for text in tab.evaluate(LOST))
    if tab.evaluate("document.documentElement.scrollWidth > innerWidth"):
        seen.lost.append(f"{where}: scrolls sideways")
    if shift := tab.evaluate("shift"):
        seen.shifted.append(f"{where}: {shift}")
    found = Axe().run(tab, options=AXE).response["violations"]
    seen.axe += (f"{where}: {one['id']} {node['html']}" for one in found for node in one["nodes"])
    tab.evaluate(rules)
    seen.sniffer += (f"{where}: {said}" for said in tab.evaluate(SNIFF))


def weigh_searches(browser: Browser, output: Path) -> list[int]:
    """Return the bytes of each of many searches, from opening the page to its first results."""
    sent: list[int] = []
    sizes = []
    with serve(output, sent) as address:
        for query in make_queries(output):
            sent.clear()
            context = browser.new_context()
            ask_us(context.new_page(), address, query.words)
            context.close()
            sizes.append(sum(sent))
    return sizes
