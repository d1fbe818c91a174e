"""Find the names in running text: people, places and organisations, in its own words.

A first version by shape: runs of capitals that are not there for the sake of a sentence's start.
It knows nothing of kinds; ``docs/roadmap.md`` says what comes.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sitegen.text.english import COUNTRIES, LONG_TITLES, MONTHS, NOT_NAMES, STOPWORDS, TITLES, WEEKDAYS
from sitegen.text.sentences import split_sentences

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’.-][^\W_]+)*|[^\s\w]")  # noqa: RUF001
_POSSESSIVE = re.compile(r"['’]s?$")  # noqa: RUF001
_CONNECTORS = frozenset({"of", "de", "da", "del", "der", "den", "van", "von", "bin", "ibn", "al", "y"})
_LONG_TITLES = re.compile("|".join(map(re.escape, LONG_TITLES)))
_LONGEST = 6  # words in a name; a longer run of capitals is a headline or a shout


@dataclass(frozen=True, slots=True)
class Name:
    """A name, how often the text says it in any form, and the forms it takes there."""

    text: str
    count: int
    forms: tuple[str, ...]


def find_names(paragraphs: Iterable[str]) -> tuple[Name, ...]:
    """Return the names in order of first mention, short forms joined to full ones.

    >>> text = ["Mayor Åsa Lindqvær met Ivo Brandt in Port Ellery. Lindqvær's plan pleased Brandt."]
    >>> [(name.text, name.count) for name in find_names(text)]
    [('Åsa Lindqvær', 2), ('Ivo Brandt', 2), ('Port Ellery', 1)]
    """
    mentions: list[str] = []
    openers: list[str] = []
    small: set[str] = set()
    for paragraph in paragraphs:
        if paragraph.isupper():
            continue
        for sentence in split_sentences(_LONG_TITLES.sub(";", paragraph)):
            _read_sentence(sentence, mentions, openers, small)
    mentions = _settle_openers(mentions, openers, small)
    return _join_forms(mentions)


def _read_sentence(sentence: str, mentions: list[str], openers: list[str], small: set[str]) -> None:
    """Add the runs of capitals in one sentence; a run that opens it goes to both lists."""
    tokens = _TOKEN.findall(sentence)
    run: list[str] = []
    opens = True
    for token in [*tokens, "."]:
        word = _POSSESSIVE.sub("", token)
        if _is_capital(word):
            run.append(word)
            if word == token:
                continue
        elif run and token in _CONNECTORS:
            run.append(token)
            continue
        elif token.isalpha():
            small.add(token)
        _close_run(run, mentions, openers if opens else None)
        run = []
        opens = opens and not token[0].isalnum()


def _is_capital(word: str) -> bool:
    return word[:1].isupper() and word.lower() not in MONTHS and word.lower() not in WEEKDAYS


def _close_run(run: list[str], mentions: list[str], openers: list[str] | None) -> None:
    """Turn a run into names: titles go, a people's adjective before a name stands alone."""
    words = list(run)
    while words and words[-1] in _CONNECTORS:
        words.pop()
    is_first = openers is not None
    while words:
        people = 2 if " ".join(words[:2]) in COUNTRIES else 1
        first = " ".join(words[:people])
        if first in COUNTRIES and (len(words) > people or not is_first):
            mentions.append(COUNTRIES[first])
            words = words[people:]
        elif first.lower() in TITLES or (is_first and first.lower() in STOPWORDS):
            words = words[1:]
        elif first in _CONNECTORS:
            words = words[1:]
        else:
            break
        is_first = False
    if len(words) > 1 and words[-2] not in _CONNECTORS and _is_people(words[-1]):
        mentions.append(COUNTRIES[words.pop()])
    name = COUNTRIES.get(" ".join(words), " ".join(words))
    if not words or len(words) > _LONGEST or len(name) < 2 or name.lower() in NOT_NAMES | STOPWORDS | TITLES:
        return
    mentions.append(name)
    if is_first and openers is not None:
        openers.append(name)


def _is_people(word: str) -> bool:
    """Tell whether a word is a country's adjective rather than its name."""
    return COUNTRIES.get(word, word) != word


def _settle_openers(mentions: list[str], openers: list[str], small: set[str]) -> list[str]:
    """Drop single words that are capital only because a sentence begins with them."""
    inside = Counter(mentions) - Counter(openers)
    within = {part for name in inside for part in name.split()}
    doubtful = {
        name
        for name in openers
        if " " not in name
        and name not in COUNTRIES.values()
        and (name.lower() in small or name not in within)
    }
    kept = [name for name in mentions if name not in doubtful]
    return [_drop_opener(name, within) if name in openers else name for name in kept]


def _drop_opener(name: str, within: set[str]) -> str:
    """Return ``Lozniva`` for a sentence that opens with ``Residents of Lozniva``."""
    first, *rest = name.split()
    is_phrase = len(rest) > 1 and rest[0] in _CONNECTORS and first not in within
    return " ".join(rest[1:]) if is_phrase else name


def _join_forms(mentions: list[str]) -> tuple[Name, ...]:
    """Count each name with its short forms: one word that belongs to one longer name only."""
    full = {name: name for name in mentions}
    longer = [name for name in full if " " in name]
    for name in full:
        owners = [other for other in longer if name != other and name in _short_forms(other)]
        if len(owners) == 1:
            full[name] = owners[0]
    counts = Counter(full[name] for name in mentions)
    forms: dict[str, list[str]] = {name: [name] for name in counts}
    for name, owner in full.items():
        if name != owner:
            forms[owner].append(name)
    return tuple(Name(text=name, count=counts[name], forms=tuple(forms[name])) for name in counts)


def _short_forms(name: str) -> tuple[str, ...]:
    """Return what a text may call a full name later: its last or its first word."""
    words = name.split()
    return (words[-1], words[0])
