"""Visit every page of a site with a real browser and tell what was active in it, or not shown."""

import os
import re
import shutil
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, suppress
from dataclasses import dataclass, field
from fractions import Fraction
from functools import partial
from html import unescape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import StringIO
from pathlib import Path
from threading import Thread
from typing import Any

from playwright.sync_api import Browser, Dialog, Request, sync_playwright

from tests.faults.hostile.active_content import BASE
from tests.faults.hostile.grammar import make_vectors
from tests.faults.hostile.sites import (
    build,
    find_wanted,
    write_content_site,
    write_seed_site,
)

# A page of the same origin shows others in frames, and counts what calls it: `grammar.CALL`.
_BEGIN = "() => { window.ran = []; window.__ran = number => ran.push(number) }"
_SHOW = """async addresses => {
    document.body.replaceChildren();
    window.frames_shown = addresses.map(address => {
        const frame = document.createElement("iframe");
        frame.loaded = new Promise(resolve => frame.onload = resolve);
        frame.src = address;
        document.body.append(frame);
        return frame;
    });
    await Promise.all(frames_shown.map(frame => frame.loaded));
}"""
_PROBE = """wanted => frames_shown.map((frame, at) => {
    const there = frame.contentDocument;
    const bad = [];
    if (!there) return { bad: ["led elsewhere"], shown: {} };
    for (const element of there.querySelectorAll("*"))
        for (const { name, value } of element.attributes) {
            if (/^on/i.test(name)) bad.push(`attribute ${name}`);
            if (!/^(href|src|action|formaction|data|poster|xlink:href)$/i.test(name)) continue;
            let scheme = "none:";
            try { scheme = new URL(value, there.baseURI).protocol } catch { }
            if (!/^(https?|mailto|none):$/.test(scheme)) bad.push(`${name} to ${value}`);
        }
    for (const element of there.querySelectorAll("a[href], button, input, summary, [tabindex]")) {
        element.dispatchEvent(new MouseEvent("mouseover"));
        element.focus({ preventScroll: true });
    }
    const shown = {};
    for (const selector of wanted[at])
        shown[selector] = [...there.querySelectorAll(selector)]
            .map(element => element.textContent).join(" ");
    return { bad, shown };
})"""
_TOGETHER = 25
_SHOWN = 0.97


@dataclass(slots=True)
class Seen:
    """What the browser met: how many pages, what was active, and what was not shown by where."""

    pages: int = 0
    active: list[str] = field(default_factory=list)
    wanted: Counter[str] = field(default_factory=Counter)
    missing: dict[str, list[str]] = field(default_factory=dict)

    def note(self, name: str, found: dict[str, Any], wanted: Mapping[str, str]) -> None:
        """Note what was found in a page, and which of its texts are not shown as they are."""
        self.pages += 1
        self.active += [f"{name}: {what}" for what in found["bad"]]
        for where, text in wanted.items():
            self.wanted[where] += 1
            there = flatten(found["shown"].get(where, ""))
            # A scraper leaves entities in a text, and a reader wants to see what they stand for.
            if flatten(text) not in there and flatten(unescape(text)) not in there:
                self.missing.setdefault(where, []).append(f"{name}: {text!r}")

    def find_share(self) -> float:
        """Return the share of the texts that were shown letter for letter."""
        lost = sum(map(len, self.missing.values()))
        return 1 - lost / max(1, self.wanted.total())


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine; give its address."""

    class Quiet(SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def handle(self) -> None:
            with suppress(ConnectionError):  # the browser has left the page
                super().handle()

        def log_message(self, *_: object) -> None:
            pass

    handler = partial(Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as http:
        Thread(target=http.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{http.server_address[1]}/"
        http.shutdown()


def visit_all(
    browser: Browser, output: Path, root: str, wanted: Mapping[str, Mapping[str, str]]
) -> Seen:
    """Visit every page at the address ``root``; ``wanted`` says what a page must show, by its name.

    The policy of the pages is off: what could run must not be there, not only be forbidden.
    """
    seen = Seen()
    context = browser.new_context(bypass_csp=True, service_workers="block")
    tab = context.new_page()
    here = ["index.html"]

    def hear(request: Request) -> None:
        if not request.url.startswith((root, BASE)):
            seen.active.append(f"{here[0]} and others: asked for {request.url}")

    def dismiss(dialog: Dialog) -> None:
        seen.active.append(f"{here[0]} and others: a dialog")
        dialog.dismiss()

    tab.on("request", hear)
    tab.on("dialog", dismiss)
    tab.on("popup", lambda _: seen.active.append(f"{here[0]} and others: a window"))
    tab.goto(root)
    tab.evaluate(_BEGIN)
    names = sorted(path.relative_to(output).as_posix() for path in output.rglob("*.html"))
    for start in range(0, len(names), _TOGETHER):
        here = names[start : start + _TOGETHER]
        tab.evaluate(_SHOW, [root + name for name in here])
        found = tab.evaluate(_PROBE, [list(wanted.get(name, {})) for name in here])
        for name, one in zip(here, found, strict=True):
            seen.note(name, one, wanted.get(name, {}))
    seen.active += [f"the text {number} ran" for number in tab.evaluate("window.ran")]
    context.close()
    return seen


def flatten(text: str) -> str:
    """Return a text without what is never shown: controls and turns of direction, kinds of space.

    >>> flatten("a\\u202eb \\x07 c\\n d")
    'ab c d'
    """
    kept = (
        sign for sign in text if sign.isspace() or unicodedata.category(sign) not in {"Cc", "Cf"}
    )
    return re.sub(r"\s+", " ", "".join(kept)).strip()


def visit_hostile_sites(
    workshop: Path, share: Fraction, part: int
) -> Iterator[tuple[str, list[str]]]:
    """Yield what is active on sites of the grammar's texts, and what of it is not shown.

    Nothing is tried where there is no Chromium.
    """
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not program:
        return
    vectors = list(make_vectors())[part % int(1 / share) :: int(1 / share)]
    # Chromium's own sandbox needs rights that a container's root does not give.
    options = ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
    options += ["--no-sandbox"] if os.geteuid() == 0 else []
    for write_site in (write_seed_site, write_content_site):
        site = workshop / write_site.__name__
        write_site(site, vectors)
        with redirect_stderr(StringIO()):
            status = build(site)
        wanted = find_wanted(site / "output", vectors)
        with sync_playwright() as playwright, serve(site / "output") as root:
            browser = playwright.chromium.launch(executable_path=program, args=options)
            seen = visit_all(browser, site / "output", root, wanted)
            browser.close()
        damage = seen.active + ([] if status in {0, 3} else [f"the build ended with {status}"])
        if seen.find_share() < _SHOWN:
            damage += [line for lines in seen.missing.values() for line in lines]
        shown = f"{100 * seen.find_share():.2f} % shown as they are, {seen.wanted.total():,} times"
        yield f"{site.name}: {len(vectors):,} texts on {seen.pages:,} pages; {shown}", damage
