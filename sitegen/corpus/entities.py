"""Find the names of an article, and those it may be filed under."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache, lru_cache, reduce

from sitegen.corpus.kinds import NO_KINDS, Kinds
from sitegen.corpus.prose import read_prose
from sitegen.corpus.spellings import unite_mentions
from sitegen.model.article import PROSE_KINDS
from sitegen.model.page import Page
from sitegen.model.summary import Mention
from sitegen.text.answers import Answers
from sitegen.text.dateline import split_dateline
from sitegen.text.lexicon import is_outlet, mark_word, read_lexicon
from sitegen.text.names import find_names
from sitegen.text.spellings import fold_spelling
from sitegen.text.words import split_words

_MENTIONS = 40  # kept for each article, in order of first mention
_TOPICS = 12
_LEAD_WORDS = 90
_LEAST_LEAD = 25  # of a short text, all of which were its lead else, the half counts, or so many
TITLE_WEIGHT = 4
_LEAD_WEIGHT = 2
_BAR = 3  # what a name must weigh: said in the title or the lead, or three times
# What it must weigh beside two others, unless the title says it: what a long text says once is no
# subject, a place in passing least of all, and an outlet is mostly a witness.
_FEW = 2
_HIGHER_BAR = 4
_PLACE_BAR = 5
_OUTLET_BAR = 8
_HOME_BAR = 8  # beside any other: where the press is at home, most of what it tells happens
_LONG = 300  # words
# Where most of the English press is at home, so that most of what it names is American or British.
_HOMES = frozenset({"United States", "United Kingdom"})


def find_mentions(paragraphs: Sequence[str], language: str = "") -> tuple[Mention, ...]:
    """Return the names in a text of a language with their kinds, forms and counts."""
    return tuple(
        Mention(name=name.text, forms=name.forms, count=name.count, kind=name.kind)
        for name in find_names(paragraphs, language)[:_MENTIONS]
    )


def list_names(page: Page, kinds: Kinds = NO_KINDS) -> tuple[Mention, ...]:
    """Return the names in the text of a page, as all pages spell them.

    What the text says in short alone, other articles told in full: a surname, an abbreviation.
    ``kinds`` are those that all articles tell; of what kind this one takes a name for stays.
    """
    mentions = find_mentions(read_page_prose(page), page.lang)
    spellings = {fold_spelling(name): name for name in page.entities}
    settled = {
        one.name: spellings.get(fold_spelling(one.name)) or _write_out(one, page.tags, kinds)
        for one in mentions
    }
    return unite_mentions(mentions, settled)


def _write_out(mention: Mention, tags: Iterable[str], kinds: Kinds) -> str:
    """Return the last tag that a name is short for, itself if it is short for none."""
    names = {mention.name, mention.name.replace(".", "")}
    full = [tag for tag in tags if names & _abbreviate(tag) or _is_surname(mention, tag, kinds)]
    return full[-1] if full else mention.name


def _is_surname(mention: Mention, tag: str, kinds: Kinds) -> bool:
    """Tell whether a name is the last word of a person's: ``Norway`` is not the Bank of Norway."""
    told = kinds.get(fold_spelling(mention.name), mention.kind)
    is_person = kinds.get(fold_spelling(tag), told) == "person"
    return is_person and mention.name == tag.rsplit(" ", 1)[-1]


def _abbreviate(name: str) -> set[str]:
    """Return how a name of several words may be abbreviated, and one of a single word itself."""
    words = name.split()
    if len(words) == 1:
        return {name}
    capitals = "".join(word[0] for word in words if word[0].isupper())
    return {capitals, "".join(word[0].upper() for word in words)}


def read_page_prose(page: Page) -> list[str]:
    """Return the sentences of a page, without the place line before the first."""
    prose = [block.text for block in read_prose(page.body) if block.kind in PROSE_KINDS]
    prose[:1] = [split_dateline(first)[1] for first in prose[:1]]
    return prose


def weigh_topics(
    mentions: Sequence[Mention], title: str, paragraphs: Sequence[str]
) -> tuple[tuple[str, int], ...]:
    """Return the names that the article may be filed under with their weights, heaviest first.

    They depend on this article alone: a new article never changes what another is about.
    """
    head = _pad(_split_owners(title))
    opening = " ".join(paragraphs[:4])
    text = "\n".join(paragraphs)
    length = min(_LEAD_WORDS, max(_LEAST_LEAD, text.count(" ") // 2))
    lead = _pad(_split_owners(opening)[:length])
    told = " ".join((title, *opening.split()[:_LEAD_WORDS]))
    weighted = []
    forms = [[_PADDED[form] for form in mention.forms] for mention in mentions]
    in_head, in_lead = _find_said(forms, head), _find_said(forms, lead)
    for place, mention in enumerate(mentions):
        in_title = place in in_head and _is_named(mention, title)
        weight = mention.count - _count_people(mention, told, text)
        weight += TITLE_WEIGHT * in_title
        weight += _LEAD_WEIGHT * (place in in_lead)
        if weight >= _BAR:
            weighted.append((-weight, place, in_title))
    is_long = _LONG < sum(text.count(" ") + 1 for text in paragraphs)
    chosen: list[tuple[str, int]] = []
    for negative, place, in_title in sorted(weighted):
        bar = _find_bar(mentions[place], len(chosen), is_long=is_long)
        if in_title or bar <= -negative:
            chosen.append((mentions[place].name, -negative))
    return tuple(chosen[:_TOPICS])


def _find_said(names: Sequence[Sequence[str]], text: str) -> frozenset[int]:
    """Return which of some names, given by their forms, a text says otherwise than within others.

    Jersey is not said where New Jersey is.
    """
    said = {
        place: own
        for place, forms in enumerate(names)
        if (own := [form for form in forms if form in text])
    }
    every = [form for own in said.values() for form in own]
    together = "\n".join(every)
    within = {
        place: longer
        for place, own in said.items()
        if any(1 < together.count(form) for form in own)
        if (longer := _list_longer(own, every))
    }
    for place, longer in within.items():
        rest = reduce(lambda left, name: left.replace(name, "  "), longer, text)
        if not any(form in rest for form in said[place]):
            del said[place]
    return frozenset(said)


def _list_longer(own: Collection[str], forms: Iterable[str]) -> list[str]:
    """Return the forms of others that have one of a name's own within them."""
    return [form for form in forms if form not in own and any(one in form for one in own)]


def _find_bar(mention: Mention, others: int, *, is_long: bool) -> int:
    """Return what a name must weigh that the title does not say, beside some heavier ones."""
    if mention.kind != "person" and is_outlet(mention.name):
        return _OUTLET_BAR
    if others and mention.name in _HOMES:
        return _HOME_BAR
    if others < _FEW or not is_long:
        return _BAR
    return _PLACE_BAR if mention.kind == "place" else _HIGHER_BAR


def _is_named(mention: Mention, title: str) -> bool:
    """Tell whether a title says a home of the press by a name: ``US``, not ``American voters``."""
    own = _list_own_names().get(mention.name) if mention.name in _HOMES else None
    return own is None or _find_any(own).search(title) is not None


def _count_people(mention: Mention, head: str, text: str) -> int:
    """Return how often a country is but whose something is, as in ``American voters``.

    That tells nothing of what a text is about: of the countries where the press is at home never,
    of others not unless its head or the text says the country by a name.
    """
    own = _list_own_names().get(mention.name)
    if not own or mention.name in {f"{form}s" for form in mention.forms}:  # peoples alone
        return 0
    names = _find_any(own)
    is_home = mention.name in _HOMES
    if not is_home and names.search(head):
        return 0
    said = len(names.findall(text))
    return max(0, mention.count - said) if is_home or not said else 0


@cache
def _list_own_names() -> Mapping[str, tuple[str, ...]]:
    """Return the names of each country without those of its people, the longest first."""
    known = read_lexicon()
    names: dict[str, list[str]] = defaultdict(list)
    for name, country in known.countries.items():
        if name in known.kinds:
            names[country].append(name)
    return {country: tuple(sorted(own, key=len, reverse=True)) for country, own in names.items()}


@lru_cache(maxsize=1024)
def _find_any(forms: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds any of some words, whole; letters come first, for the search leaps so."""
    whole = (rf"{form}(?<!\w{form})" for form in map(re.escape, forms))
    return re.compile(rf"(?:{'|'.join(whole)})(?!\w)")


def _split_owners(text: str) -> list[str]:
    """Return the words, ``Solanza's`` as ``solanza``."""
    return [word.removesuffix("'s") for word in split_words(text)]


def _pad(words: Sequence[str]) -> str:
    """Return words so that those of a name are in those of a text where they stand in a row."""
    return f" {' '.join(words)} "


def _pad_form(form: str) -> str:
    """Return a form as heads have it: without owners, or a Fishermen's Union stood in no title.

    Behind the owner must stand a word of bodies: ``Aramco's Abqaiq`` is two names, read as one.
    """
    is_body = "o" in mark_word(form.rsplit(" ", 1)[-1])
    return _pad((_split_owners if is_body else split_words)(form))


_PADDED: Answers[str, str] = Answers(_pad_form, most=20_000)
