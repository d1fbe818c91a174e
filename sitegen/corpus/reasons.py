"""Say in words why two pages are related, so that a reader who looks at both agrees."""

import re
from collections.abc import Mapping
from functools import lru_cache

from sitegen.corpus.terms import list_terms
from sitegen.model.page import Page
from sitegen.text.common_words import read_common_words
from sitegen.text.languages import read_language
from sitegen.text.wording import Wording
from sitegen.text.words import split_words

_NAMED = 3  # things in common that a reason names
_FEWEST = 2  # words in common that make a reason where no name does
_WORDS_ALONE = 0.13  # cosine from which words in common are a reason without a name
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


def find_reason(
    one: Page, other: Page, cosine: float, support: Mapping[str, int], words: Wording
) -> str:
    """Return in words what two pages have in common; empty if nothing that a reader would see.

    ``cosine`` is how much their texts are alike. ``support`` counts the pages of each tag: what
    few have in common says more.
    """
    if one.story and one.story == other.story:
        return words.gettext("reports the same story")
    shared = sorted((tag for tag in one.tags if tag in other.tags), key=lambda tag: support[tag])
    if not shared and _WORDS_ALONE <= cosine:
        shared = _share_words(one, other)
    if not shared:
        return ""
    return words.gettext("also about %(names)s", names=words.names(shared[:_NAMED]))


def _share_words(one: Page, other: Page) -> list[str]:
    """Return words of both headlines, or else two at least that both show beside them.

    Common words are left out: that two articles have them is no reason.
    """
    in_titles = _find_common(one.title, other.title, one.lang)
    shown = _find_common(_show(one), _show(other), one.lang)
    if not in_titles and len(shown) < _FEWEST:
        return []
    return [shown[term] for term in dict.fromkeys((*in_titles, *shown))]


def _find_common(one: str, other: str, language: str) -> dict[str, str]:
    """Return the telling words of two texts, each by its term and as the first text writes it."""
    others = _list_telling(other, language)
    return {term: word for term, word in _read_words(one, language).items() if term in others}


# A page is compared with some twenty others, in both directions.
@lru_cache(maxsize=4096)
def _list_telling(text: str, language: str) -> frozenset[str]:
    known = read_language(language)
    terms = frozenset(list_terms(split_words(text), known.stop))
    return terms.difference(read_common_words(), known.weekdays, known.months)


@lru_cache(maxsize=4096)
def _read_words(text: str, language: str) -> Mapping[str, str]:
    """Return each term of a text with the word that is written for it first."""
    stop = read_language(language).stop
    found: dict[str, str] = {}
    for word in _WORD.findall(text):
        for term in list_terms(split_words(word), stop):
            found.setdefault(term, word.removesuffix("'s").removesuffix("’s"))
    return found


def _show(page: Page) -> str:
    """Return what a list shows of a page: the summary first, for headlines have capitals."""
    return f"{page.summary} {page.dek} {page.title}"
