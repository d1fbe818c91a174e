"""Which pages have a picture for when they are shared, and what stands on it.

The newest articles have one of their own, as many as the settings say; all other pages have the
site's. A title in letters that the font lacks would be drawn as boxes, so it has the site's too.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.model.output import OutputFile
from sitegen.model.page import Page
from sitegen.model.settings import Settings
from sitegen.model.site import Site
from sitegen.publish import urls
from sitegen.publish.dates import format_date_of
from sitegen.publish.plan import source_of
from sitegen.publish.social_card_text import CardText
from sitegen.text.wording import read_wording

SITE_CARD = "card.png"

# Latin, Greek and Cyrillic letters, as text of today has them, and the usual signs: the font has
# all of them (tests/publish/test_social_card_image.py looks).
_DRAWABLE = re.compile(
    r"[ -~\u00a0-\u017f\u0391-\u03a1\u03a3-\u03a9\u03b1-\u03c9\u0386\u0388-\u038a\u038c"
    r"\u038e\u038f\u03ac-\u03ce\u0401-\u044f\u0451-\u045f\u0490\u0491\u2010-\u2015\u2018-\u201e\u2020-\u2022"
    r"\u2026\u2030\u2032\u2033\u2039\u203a\u20ac\u2116\u2122]*"
)


@dataclass(frozen=True, slots=True)
class SocialCard:
    """A picture: its address, and what stands on it."""

    address: str
    text: CardText


def list_social_cards(site: Site) -> Iterator[SocialCard]:
    """Yield every card of the site."""
    settings = site.settings
    if _has_site_card(settings):
        text = CardText(title=settings.title, above="", below=settings.description)
        yield SocialCard(address=SITE_CARD, text=text if is_drawable(text.below) else _bare(text))
        for page in site.pages[: settings.social_cards]:
            if is_drawable(page.title):
                yield SocialCard(address=_card_address(page), text=_describe(page, settings))


def draw_social_card(card: SocialCard) -> tuple[OutputFile, ...]:
    """Return the picture of a card."""
    # Imported late: a build in which no card is new needs no Pillow.
    from sitegen.publish.social_card_image import draw_card

    return (OutputFile(path=card.address, data=draw_card(card.text)),)


def find_social_cards(site: Site) -> dict[str, str]:
    """Return the addresses of all cards: the site's under the empty string, others by page id."""
    settings = site.settings
    if not _has_site_card(settings):
        return {}
    newest = filter(lambda page: is_drawable(page.title), site.pages[: settings.social_cards])
    return {"": SITE_CARD} | {page.id: _card_address(page) for page in newest}


def is_drawable(text: str) -> bool:
    """Tell whether the font has all letters of a text.

    >>> is_drawable("Zoë’s “Øresund” – Київ"), is_drawable("東京")
    (True, False)
    """
    return _DRAWABLE.fullmatch(text) is not None


def _has_site_card(settings: Settings) -> bool:
    return bool(settings.social_cards) and is_drawable(settings.title)


def _card_address(page: Page) -> str:
    return urls.article_address(page.slug) + SITE_CARD


def _describe(page: Page, settings: Settings) -> CardText:
    words = read_wording(settings.language, settings.words)
    date = format_date_of(page, settings.timezone, words) if page.dating.moment else ""
    facts = (source_of(page), date)
    below = " · ".join(fact for fact in facts if fact and is_drawable(fact))
    return CardText(title=page.title, above=settings.title, below=below)


def _bare(text: CardText) -> CardText:
    return CardText(title=text.title, above=text.above, below="")
