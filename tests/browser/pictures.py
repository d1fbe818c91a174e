"""Pictures of every kind of page, in docs/images: ``make pictures`` takes them anew.

They are for people to look at, and for a test to compare with what the pages look like now. The
fonts are the same everywhere, the way to draw them differs between versions of a browser, so what
is compared is how dark each part of a picture is, in squares of 40 pixels
(docs/decisions/pictures-by-squares.md).
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from PIL import Image, ImageChops, ImageStat
from playwright.sync_api import Page, Playwright, sync_playwright

from tests.browser.kinds import KINDS, find_page
from tests.browser.sample_site import ROOT, build_sample_site

FOLDER = ROOT / "docs" / "images"
SQUARE = 40  # pixels
COLOURS = 24  # enough for type on paper, and a third of the bytes

FONTS = Path("/usr/share/fonts/truetype/liberation")  # Debian's package fonts-liberation
_FONT_RULES = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>{fonts}</dir><cachedir>{cache}</cachedir>
{aliases}
<match target="pattern">
<edit name="family" mode="append_last"><string>Liberation Sans</string></edit>
</match>
<match target="font"><edit name="hinting" mode="assign"><bool>false</bool></edit></match>
</fontconfig>"""
_ALIAS = "<alias><family>{}</family><prefer><family>Liberation {}</family></prefer></alias>"
_FAMILIES = {
    "serif": "Serif",
    "system-ui": "Sans",
    "sans-serif": "Sans",
    "ui-monospace": "Mono",
    "monospace": "Mono",
}

Scheme = Literal["light", "dark"]
# Width and height in pixels, scheme, medium.
LOOKS: Mapping[str, tuple[int, int, Scheme, Literal["screen", "print"]]] = {
    "phone-light": (360, 720, "light", "screen"),
    "phone-dark": (360, 720, "dark", "screen"),
    "desktop-light": (1280, 880, "light", "screen"),
    "desktop-dark": (1280, 880, "dark", "screen"),
    "print": (760, 1080, "light", "print"),
}


@contextmanager
def open_plain_browser(playwright: Playwright, chromium: str, folder: Path) -> Iterator[Page]:
    """Open a browser without script that knows one family of fonts; ``folder`` is for its files."""
    rules = folder / "fonts.conf"
    aliases = "".join(_ALIAS.format(*pair) for pair in _FAMILIES.items())
    rules.write_text(_FONT_RULES.format(fonts=FONTS, cache=folder, aliases=aliases), "utf-8")
    browser = playwright.chromium.launch(
        executable_path=chromium,
        # Chromium's own sandbox needs rights that a container's root does not give.
        args=["--no-sandbox"] if os.geteuid() == 0 else [],
        env={**os.environ, "FONTCONFIG_FILE": str(rules)},
    )
    yield browser.new_page(java_script_enabled=False)
    browser.close()


def take_pictures(tab: Page, address: str) -> Iterator[tuple[str, Image.Image]]:
    """Yield each look of a page, without script, as its name and the top of the page."""
    tab.goto(address)
    for name, (width, height, scheme, medium) in LOOKS.items():
        tab.set_viewport_size({"width": width, "height": height})
        tab.emulate_media(color_scheme=scheme, media=medium, reduced_motion="reduce")
        yield name, Image.open(BytesIO(tab.screenshot())).convert("RGB")


def compare_pictures(one: Image.Image, other: Image.Image) -> float:
    """Return how much two pictures of a size differ, square by square, from 0 to 255."""
    size = (one.width // SQUARE, one.height // SQUARE)
    squares = [picture.convert("L").resize(size, Image.Resampling.BOX) for picture in (one, other)]
    return float(ImageStat.Stat(ImageChops.difference(*squares)).mean[0])


def main() -> None:
    """Take all pictures anew."""
    chromium = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    with TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        output = folder / "output"
        build_sample_site(folder / "site", output)
        with open_plain_browser(playwright, chromium, folder) as tab:
            for kind in KINDS:
                for look, picture in take_pictures(tab, find_page(kind, output).as_uri()):
                    drawn = picture.quantize(COLOURS, dither=Image.Dither.NONE)
                    drawn.save(FOLDER / f"{kind}-{look}.png", optimize=True)


if __name__ == "__main__":
    main()
