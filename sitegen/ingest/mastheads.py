"""Take the name of a site above its menu for what it is, where a headline stands below both.

By itself such a name looks like a headline: ``The Orle Ledger`` above ``News | Sport | Weather``.
"""

import re
from collections.abc import Sequence

from sitegen.ingest.document import MENU
from sitegen.ingest.lines import is_headline_shaped, is_titled
from sitegen.ingest.looks import HEAD_FACTS, Look, take_as_noise

RULE = "above a menu"
_REASON = "a few words above a menu, and a headline stands below that"
_MOST_WORDS = 7  # of a name
_ABOVE = 2  # lines that may stand above it at the head of a page
_REACH = 12  # lines below the menu, among which the headline stands
_HEADLINE_WORDS = 5  # few names of sites have as many
_PROSE_WORDS = 16  # of a sentence that begins a text
_MENUS = frozenset({"menu", MENU, "breadcrumbs"})
_BEGINS = frozenset({"address", "separator", "lone mark"})  # what stands above a copied page
_WORD = re.compile(r"[^\W\d_]+")
# What rows below a headline offer, and no menu of a site: to share, print or hear an article.
_TOOLS = frozenset(
    "share tweet facebook twitter whatsapp linkedin pinterest reddit email mail print save copy"
    " listen comment comments partager imprimer compartir imprimir copiar escuchar condividi"
    " stampa salva compartilhar teilen drucken merken hören delen afdrukken dela skriv del"
    " udostępnij drukuj".split()
)


def drop_mastheads(looks: Sequence[Look]) -> Sequence[Look]:
    """Take no line as noise but names of sites at the head of a page."""
    texts = [index for index, look in enumerate(looks) if look.line.text]
    if not any(looks[index].noise in _MENUS for index in texts):
        return looks
    taken = {
        texts[one]
        for place, index in enumerate(texts)
        if _may_be_name(looks[index])
        for one in range(place, _find_menu(looks, texts, place))
    }
    return take_as_noise(looks, taken, RULE, _REASON)


def _may_be_name(look: Look) -> bool:
    line = look.line
    is_plain = not (look.noise or look.fact or look.end or look.has_credit or line.shape)
    return is_plain and line.words <= _MOST_WORDS and not line.is_sentence


def _find_menu(looks: Sequence[Look], texts: Sequence[int], place: int) -> int:
    """Return the place of the menu below a line among the first of a page, 0 where there is none.

    A sentence may stand between the two, and a headline must stand below them.
    """
    above = [looks[index] for index in texts[max(0, place - _ABOVE - 1) : place]]
    if len(above) > _ABOVE and not any(look.noise in _BEGINS for look in above[1:]):
        return 0
    below = [looks[index] for index in texts[place + 1 : place + 2 + _REACH]]
    menu = next((n for n, look in enumerate(below[:2]) if _is_menu(look)), None)
    if menu is None or any(not look.noise for look in above[-1:]):
        return 0
    if any(look.noise or look.fact or _PROSE_WORDS < look.line.words for look in below[:menu]):
        return 0
    for look in below[menu + 1 :]:
        if _may_be_headline(look):
            return place + 1 + menu
        if look.fact in HEAD_FACTS or (look.is_prose and _PROSE_WORDS <= look.line.words):
            break
    return 0


def _is_menu(look: Look) -> bool:
    return look.noise in _MENUS and _TOOLS.isdisjoint(_WORD.findall(look.line.key))


def _may_be_headline(look: Look) -> bool:
    line = look.line
    is_plain = not (look.noise or look.fact or look.end or look.has_credit or look.is_prose)
    is_long = _HEADLINE_WORDS <= line.words + is_titled(line.text)
    return is_plain and is_long and is_headline_shaped(line)
