"""Say in words why two pages are related, so that a reader who looks at both agrees."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from sitegen.corpus.terms import list_terms
from sitegen.model.page import Page
from sitegen.model.value import value
from sitegen.text.common_words import read_common_words
from sitegen.text.languages import read_language
from sitegen.text.things import list_things
from sitegen.text.wording import Wording
from sitegen.text.words import split_words

_NAMED = 3  # things in common that a reason names
_FEWEST = 2  # words in common that make a reason where no name does
_WORDS_ALONE = 0.13  # cosine from which words in common are a reason without a name
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


@value
class ShownPair:
    """What a list shows of two pages, all that words in common are looked for in.

    ``language`` is that of the first.
    """

    language: str
    title: str
    shown: str
    other_title: str
    other_shown: str


def share_words(pair: ShownPair) -> tuple[str, ...]:
    """Return words of both headlines, or else two at least that both show beside them.

    Common words are left out: that two articles have them is no reason.
    """
    language = pair.language
    in_titles = _find_common(pair.title, pair.other_title, language)
    shown = _find_common(pair.shown, pair.other_shown, language)
    if not in_titles and len(shown) < _FEWEST:
        return ()
    pairs = _list_pairs(pair.shown, language) & _list_pairs(pair.other_shown, language)
    terms = list(dict.fromkeys((*in_titles, *shown)))
    named = _join_neighbours(terms, shown, dict(sorted(pairs)))
    return tuple(words for words in named if _is_thing(words, pair))


def find_reason(
    one: Page,
    other: Page,
    cosine: float,
    support: Mapping[str, int],
    words: Wording,
    share: Callable[[ShownPair], tuple[str, ...]] = share_words,
) -> str:
    """Return in words what two pages have in common; empty if nothing that a reader would see.

    ``cosine`` is how much their texts are alike. ``support`` counts the pages of each tag: what
    few have in common says more, where it is twice as few: else a reason would be written the other
    way round when one more article has the second of two names. ``share`` may know a faster way to
    the same words.
    """
    if one.story and one.story == other.story:
        return words.gettext("reports the same story")
    shared = [tag for tag in one.tags if tag in other.tags]
    shared.sort(key=lambda tag: support[tag].bit_length())
    if not shared and _WORDS_ALONE <= cosine:
        shared = [*share(ShownPair(one.lang, one.title, _show(one), other.title, _show(other)))]
    if not shared:
        return ""
    return words.gettext("also about %(names)s", names=words.names(shared[:_NAMED]))


def _is_thing(words: str, pair: ShownPair) -> bool:
    """Tell whether words name something, where one of two English texts can tell.

    That both say "presidential" or "rising" is no reason for a reader.
    """
    if read_language(pair.language).code != "en":
        return True
    last = set(_list_terms(words.rpartition(" ")[2], pair.language))
    both = (pair.shown, pair.other_shown)
    return not all(last.isdisjoint(_list_things(shown, pair.language)) for shown in both)


def _join_neighbours(
    terms: Sequence[str], shown: Mapping[str, str], following: Mapping[str, str]
) -> Iterator[str]:
    """Yield the words of terms, those as one that follow one another in both texts.

    >>> list(_join_neighbours(["islands", "reef"], {"fjelling": "Fjelling", "islands": "Islands",
    ...     "reef": "reef"}, {"fjelling": "islands"}))
    ['Fjelling Islands', 'reef']
    """
    before = {later: earlier for earlier, later in following.items()}
    told: set[str] = set()
    for term in terms:
        first = before.get(term, term)
        chain = [one for one in (first, following.get(first, first)) if one in shown]
        if told.isdisjoint(chain):
            yield " ".join(shown[one] for one in dict.fromkeys(chain))
        told.update(chain)


def _find_common(one: str, other: str, language: str) -> dict[str, str]:
    """Return the telling words of two texts, each by its term and as the first text writes it.

    A capital letter of one alone is that of a headline or of the head of a sentence.
    """
    telling, others = _list_telling(other, language), _read_words(other, language)
    return {
        term: word.lower() if others.get(term, word).islower() else word
        for term, word in _read_words(one, language).items()
        if term in telling
    }


# A page is compared with some twenty others, in both directions.
@lru_cache(maxsize=4096)
def _list_telling(text: str, language: str) -> frozenset[str]:
    known = read_language(language)
    terms = frozenset(list_terms(split_words(text), known.stop))
    return terms.difference(read_common_words(), known.weekdays, known.months)


@lru_cache(maxsize=4096)
def _read_words(text: str, language: str) -> Mapping[str, str]:
    """Return each term of a text with the word that is written for it first, small if one is."""
    found: dict[str, str] = {}
    for word in _WORD.findall(text):
        for term in _list_terms(word, language):
            if term not in found or (word.islower() and not found[term].islower()):
                found[term] = word.removesuffix("'s").removesuffix("’s")
    return found


@lru_cache(maxsize=4096)
def _list_pairs(text: str, language: str) -> frozenset[tuple[str, str]]:
    """Return the terms of words with capitals that have nothing but a space between them."""
    words = [(found, _list_terms(found[0], language)) for found in _WORD.finditer(text)]
    return frozenset(
        (earlier[0], later[0])
        for (one, earlier), (other, later) in pairwise(words)
        if len(earlier) == len(later) == 1
        and text[one.end() : other.start()] == " "
        and one[0][0].isupper()
        and other[0][0].isupper()
    )


@lru_cache(maxsize=4096)
def _list_things(text: str, language: str) -> frozenset[str]:
    return frozenset(term for word in list_things(text) for term in _list_terms(word, language))


# Many texts say the same words, and each is read for both of what is asked of it.
@lru_cache(maxsize=16_384)
def _list_terms(word: str, language: str) -> tuple[str, ...]:
    """Return the terms of a single word as it is written."""
    return tuple(list_terms(split_words(word), read_language(language).stop))


def _show(page: Page) -> str:
    """Return what a list shows of a page: the summary first, for headlines have capitals."""
    return f"{page.summary} {page.dek} {page.title}"
