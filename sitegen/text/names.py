"""Find the names in running text: people, places and organisations, in its own words.

A first version by shape: runs of capitals that are not there for the sake of a sentence's start.
It knows nothing of kinds; ``docs/roadmap.md`` says what comes.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sitegen.text.english import (
    COUNTRIES,
    LONG_TITLES,
    MONTHS,
    NOT_NAMES,
    STOPWORDS,
    TITLES,
    WEEKDAYS,
)
from sitegen.text.sentences import split_sentences

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’.-][^\W_]+)*|[^\s\w]")
_POSSESSIVE = re.compile(r"['’]s?$")
_CONNECTORS = frozenset(
    {"of", "de", "da", "del", "der", "den", "van", "von", "bin", "ibn", "al", "y"}
)
_LONG_TITLES = re.compile("|".join(map(re.escape, LONG_TITLES)))
_LONGEST = 6  # words in a name; a longer run of capitals is a headline or a shout


_NOT_NAMES = NOT_NAMES | STOPWORDS | TITLES


@dataclass(frozen=True, slots=True)
class Name:
    """A name, how often the text says it in any form, and the forms it takes there."""

    text: str
    count: int
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Mention:
    """A name in a sentence; one that opens it may owe its first capital to that alone."""

    name: str
    opens: bool


def find_names(paragraphs: Iterable[str]) -> tuple[Name, ...]:
    """Return the names in order of first mention, short forms joined to full ones.

    >>> text = ["Mayor Åsa Lindqvær met Ivo Brandt in Port Ellery. Lindqvær's plan pleased Brandt."]
    >>> [(name.text, name.count) for name in find_names(text)]
    [('Åsa Lindqvær', 2), ('Ivo Brandt', 2), ('Port Ellery', 1)]
    """
    mentions: list[_Mention] = []
    small: set[str] = set()
    for paragraph in paragraphs:
        if paragraph.isupper():
            continue
        for sentence in split_sentences(_LONG_TITLES.sub(";", paragraph)):
            tokens = _TOKEN.findall(sentence)
            small.update(token for token in tokens if token.islower())
            for run, opens in _find_runs(tokens):
                mentions += _split_run(run, opens=opens)
    return _join_forms(_settle_openers(mentions, small))


def _find_runs(tokens: list[str]) -> Iterator[tuple[list[str], bool]]:
    """Return the runs of capitals in a sentence, and whether each opens it.

    A run may hold small words such as ``of`` inside, and ends with a possessive.
    """
    run: list[str] = []
    opens = True
    for token in [*tokens, "."]:
        word = _POSSESSIVE.sub("", token)
        is_capital = _is_capital(word)
        if is_capital or (run and token in _CONNECTORS):
            run.append(word)
            if not is_capital or word == token:
                continue
        while run and run[-1] in _CONNECTORS:
            run.pop()
        if run:
            yield run, opens
        run = []
        opens = opens and not token[0].isalnum()


def _is_capital(word: str) -> bool:
    return word[:1].isupper() and word.lower() not in MONTHS and word.lower() not in WEEKDAYS


def _split_run(run: list[str], *, opens: bool) -> Iterator[_Mention]:
    """Part a run into names: titles go, a people's adjective stands for its country."""
    words = run
    while words:
        length = 2 if " ".join(words[:2]) in COUNTRIES else 1
        first = " ".join(words[:length])
        if first in COUNTRIES and len(words) > length:
            yield _Mention(COUNTRIES[first], opens=opens)
        elif not _is_courtesy(first, opens=opens):
            break
        words, opens = words[length:], False
    if len(words) > 1 and words[-2] not in _CONNECTORS and _is_people(words[-1]):
        yield _Mention(COUNTRIES[words[-1]], opens=False)
        words = words[:-1]
    written = " ".join(words)
    is_short = len(words) <= _LONGEST and 1 < len(written)
    if is_short and written.lower() not in _NOT_NAMES:
        yield _Mention(COUNTRIES.get(written, written), opens=opens)


def _is_courtesy(word: str, *, opens: bool) -> bool:
    """Tell whether a capital word before a name is not part of it."""
    if word.lower() in TITLES or word in _CONNECTORS:
        return True
    return opens and word.lower() in STOPWORDS


def _is_people(word: str) -> bool:
    """Tell whether a word is a country's adjective rather than its name."""
    return COUNTRIES.get(word, word) != word


def _settle_openers(mentions: list[_Mention], small: set[str]) -> list[str]:
    """Drop single words that are capital only because a sentence begins with them."""
    inside = {part for mention in mentions if not mention.opens for part in mention.name.split()}
    countries = set(COUNTRIES.values())
    kept = []
    for mention in mentions:
        first, *rest = mention.name.split()
        if not mention.opens or mention.name in countries:
            kept.append(mention.name)
        elif not rest:
            if first in inside and first.lower() not in small:
                kept.append(first)
        elif first not in inside and rest[0] in _CONNECTORS and rest[1:]:
            kept.append(" ".join(rest[1:]))  # Lozniva, where "Residents of Lozniva" opens
        else:
            kept.append(mention.name)
    return kept


def _join_forms(mentions: list[str]) -> tuple[Name, ...]:
    """Count each name with its short forms: one word that belongs to one longer name only."""
    full = {name: name for name in mentions}
    owners = defaultdict(list)
    for name in full:
        for form in _short_forms(name):
            owners[form].append(name)
    for name in full:
        if len(owners[name]) == 1:
            full[name] = owners[name][0]
    counts = Counter(full[name] for name in mentions)
    forms: dict[str, list[str]] = {name: [name] for name in counts}
    for name, owner in full.items():
        if name != owner:
            forms[owner].append(name)
    return tuple(Name(text=name, count=counts[name], forms=tuple(forms[name])) for name in counts)


def _short_forms(name: str) -> set[str]:
    """Return what a text may call a full name later: its last or its first word."""
    words = name.split()
    return {words[0], words[-1]} - {name}
