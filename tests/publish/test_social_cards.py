"""Which pages have a picture, and what is drawn on it."""

import struct
from dataclasses import replace
from typing import Any

import pytest
from PIL import Image, ImageFont

from sitegen.model.site import Site
from sitegen.publish import social_card_image
from sitegen.publish.social_card_image import draw_card
from sitegen.publish.social_card_text import CardText
from sitegen.publish.social_cards import find_social_cards, is_drawable, list_social_cards
from tests.publish.feed_samples import SETTINGS
from tests.publish.site_samples import make_page, make_pages, plan, views_of

FERRY = CardText("Ferry Runs Aground", "The Skarrow Ledger", "Northern Wire · 21 June 2024")


def site_with(cards: int, *, title: str = "Ledger", pages: int = 5) -> Site:
    return plan(*make_pages(pages), settings=replace(SETTINGS, social_cards=cards, title=title))


def addresses(site: Site) -> list[str]:
    return [card.address for card in list_social_cards(site)]


def test_the_newest_articles_have_cards_and_all_others_have_that_of_the_site() -> None:
    site = site_with(2)

    assert addresses(site) == ["card.png", "articles/page-0/card.png", "articles/page-1/card.png"]
    heads: list[Any] = [view for view in views_of(site).values() if hasattr(view, "head")]
    pictures = {view.address: view.head.picture.removeprefix(SETTINGS.base_url) for view in heads}
    assert pictures["articles/page-1/"] == "articles/page-1/card.png"
    assert pictures["articles/page-2/"] == pictures[""] == "card.png"


def test_every_card_that_is_named_is_drawn() -> None:
    site = site_with(4)

    assert sorted(find_social_cards(site).values()) == sorted(addresses(site))


def test_a_site_can_do_without_cards() -> None:
    site = site_with(0)

    assert addresses(site) == []
    assert find_social_cards(site) == {}


def test_a_title_that_the_font_cannot_write_has_the_card_of_the_site() -> None:
    settings = replace(SETTINGS, social_cards=9, description="港")
    site = plan(make_page("one", title="港のニュース"), settings=settings)

    (card,) = list_social_cards(site)
    assert (card.address, card.text.below) == ("card.png", "")
    assert addresses(site_with(9, title="港")) == []


def test_a_card_says_whence_and_when() -> None:
    page = make_page("one", title="Eels", agency="Northern Wire")
    site = plan(page, settings=replace(SETTINGS, social_cards=1))

    card = list(list_social_cards(site))[1]
    assert card.text.above == SETTINGS.title
    assert card.text.below.startswith("Northern Wire · ")


def size_of(png: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", png[16:24])
    return width, height


@pytest.mark.parametrize(
    "title", ["", "Eels", "Deal " * 100, "x" * 2_000, "Kläranlage – Øresund: «Да»", "Ω" * 40]
)
def test_any_title_makes_a_small_picture_of_one_size(title: str) -> None:
    png = draw_card(replace(FERRY, title=title, below=title))

    assert size_of(png) == (1200, 630)
    assert len(png) < 16_000


def test_equal_texts_make_equal_bytes_and_others_do_not() -> None:
    assert draw_card(FERRY) == draw_card(FERRY)
    assert draw_card(FERRY) != draw_card(replace(FERRY, title="Ferry Floats"))


def test_the_font_has_every_letter_that_it_is_trusted_with() -> None:
    font = social_card_image._load_font(40)
    missing = draw_letter(font, "\ue000")
    letters = filter(is_drawable, map(chr, range(0x21, 0x2200)))
    blank = {"\xa0", "\xad", "\u2028", "\u2029"}

    assert [one for one in letters if one not in blank and draw_letter(font, one) == missing] == []


def draw_letter(font: ImageFont.FreeTypeFont, letter: str) -> bytes:
    mask: Any = font.getmask(letter)
    return bytes(Image.Image()._new(mask).tobytes()) + bytes(mask.size)


def test_a_long_title_is_cut_where_its_room_ends() -> None:
    font, lines = social_card_image._fit("Deal " * 100)

    assert font.size == social_card_image.TITLE_SIZES[-1][0]
    assert len(lines) == social_card_image.TITLE_SIZES[-1][1]
    assert lines[-1].endswith("…")
