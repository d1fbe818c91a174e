"""A site of pages that are hard to show: what arrives when texts are scraped, at its worst."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from sitegen.model.article import Caption
from sitegen.model.dating import UNKNOWN
from sitegen.model.page import OwnPage, Page, RelatedPage
from sitegen.publish import Renderer, make_assets, output_path
from sitegen.text.wording import read_wording
from tests.publish.feed_samples import NOON
from tests.publish.site_samples import make_page, make_views, plan, shipped_theme

TAGS = tuple(f"Harbour Board {number}" for number in range(300))
LONG = " ".join(["Harbour Board Weighs Tolls on the Nine Bridges of Port Ellery"] * 5)[:300]
UNBROKEN = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 3
MARKUP = "<b>Bold</b> & “quoted” {{ 7 * 7 }} <script>alert(1)</script> *stars* [link](x)"
PARAGRAPH = (
    "The harbour board of Port Ellery met for the ninth time and agreed on nothing at all. " * 5
)
WORDS = "\n\n".join([PARAGRAPH] * 4)


def write_trying_site(folder: Path) -> None:
    """Draw the site into a folder, without search and feeds."""
    theme = shipped_theme()
    renderer = Renderer(theme)
    tags = ("Ellery", "ميناء", *TAGS)
    own = (OwnPage("Boats", "boats", f"# {UNBROKEN}\n\n`{'x' * 300}`\n\n{WORDS}"),)
    for view in make_views(plan(*_make_pages(), tags=tags, own=own), theme):
        _write(folder / output_path(view.address), renderer.render(view))
    for asset in make_assets(theme, read_wording("en")):
        _write(folder / asset.path, asset.data)


def _make_pages() -> Iterator[Page]:
    yield make_page("one-word", title="Fog", body=WORDS, tags=("Ellery",), story="tolls")
    yield make_page("long", title=LONG, summary=PARAGRAPH, body=WORDS, story="tolls")
    yield make_page("unbroken", title=UNBROKEN, body=f"{UNBROKEN}\n\n{WORDS}", agency=UNBROKEN)
    yield make_page(
        "arabic",
        title="ميناء إيليري يغلق أبوابه",
        body="نص عربي. " * 60,
        lang="ar",
        tags=("ميناء", "Ellery"),
        summary="نص عربي قصير.",
    )
    yield make_page(
        "arabic-too", title="الجسور التسعة", body="نص. " * 90, lang="ar", tags=("ميناء",)
    )
    yield make_page(
        "chinese", title="港口委员会讨论九座桥的通行费" * 6, body="港口。" * 300, lang="zh"
    )
    yield make_page("emoji", title="⚓️🚢 👩‍👩‍👧‍👦 🌊🌊🌊", body="🌫️ " * 200, summary="🚢" * 60)
    yield make_page(
        "markup",
        title=MARKUP,
        body=MARKUP,
        summary=MARKUP,
        agency=MARKUP,
        byline=MARKUP,
        dek=MARKUP,
        captions=(Caption(MARKUP, MARKUP),),
        url="https://post.example/?a=1&b=2",
        related=(RelatedPage("one-word", "", MARKUP),),
        is_truncated=True,
        dating=replace(UNKNOWN, moment=NOON, precision="day", evidence=MARKUP),
    )
    yield make_page("bare", title="Bare", body="", summary="", agency="", byline="", dating=UNKNOWN)
    yield make_page("tagged", title="Tagged", body=WORDS, tags=TAGS)
    yield make_page("tagged-too", NOON - timedelta(days=9), body=WORDS, tags=TAGS)
    yield make_page("huge", title="Huge", body="\n\n".join([PARAGRAPH] * 4_900))


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
