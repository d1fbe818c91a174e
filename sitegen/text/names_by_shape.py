"""Find names in a text of a language that we have no model of: by how they are written.

Runs of capitals that are not there for the sake of a sentence's start. Where capitals are as many
as in German, whose nouns all have one, a single capital word tells nothing, unless the words
around it do: those that the language's table has.
"""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from typing import NamedTuple

from sitegen.text.languages import Language, read_language
from sitegen.text.normalize import fold
from sitegen.text.sentences import split_sentences

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’.-][^\W_]+)*|\S")
_CONNECTORS = frozenset(
    "de da do dos das del della di du des la le el der den van von zu bin ibn al y i e".split()
)
_NOBLE = frozenset({"von", "van", "zu", "de"})
_BEGINNERS = frozenset("“„«\"'‘(¿¡:")  # signs behind which a sentence may begin amid another
_LONGEST = 6  # words in a name; a longer run of capitals is a headline or a shout
_ENOUGH = 20  # words inside sentences that tell how a language uses capitals
_MOST_CAPITALS = 0.25  # share of these words


class _Run(NamedTuple):
    """Capital words in a row, and small ones between them that names have inside.

    ``opens`` tells that a sentence may begin with them, ``before`` is the word before them.
    """

    words: tuple[str, ...]
    opens: bool
    before: str


def find_capitals(paragraphs: Iterable[str], language: str = "") -> list[tuple[str, str]]:
    """Return the names in order of mention, as often as each is said, with its form there.

    ``language`` is the tag of the text's language. A surname alone is the one person's whose full
    name the text has said before.

    >>> text = ["Jan Nowak odwiedził Łódź. Wczoraj spał Nowak."]
    >>> find_capitals(text, "pl")
    [('Jan Nowak', 'Jan Nowak'), ('Łódź', 'Łódź'), ('Jan Nowak', 'Nowak')]
    """
    known = read_language(language)
    sentences = [
        _TOKEN.findall(sentence)
        for paragraph in paragraphs
        if not paragraph.isupper()
        for sentence in split_sentences(paragraph)
    ]
    inside = [word for words in sentences for word in words[1:] if word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in inside)
    is_crowded = _ENOUGH <= len(inside) and _MOST_CAPITALS * len(inside) < capitals
    is_crowded = is_crowded or bool(known.articles)
    connectors = _NOBLE if is_crowded else _CONNECTORS
    runs = [run for words in sentences for run in _find_runs(words, connectors, known.stop)]
    if is_crowded:
        names = _choose_among_nouns(runs, known)
    else:
        names = _choose(runs, {word for word in inside if word.islower()})
    return list(_join_surnames(names))


def _find_runs(
    words: Sequence[str], connectors: Container[str], stop: Container[str]
) -> Iterator[_Run]:
    """Yield the runs of capitals in a sentence, without the small words that open it."""
    run: list[str] = []
    opens = begins = True
    before = last = ""
    for word in (*words, "."):
        folded = fold(word)
        if word[0].isupper() and begins and not run and folded in stop:
            begins = False
        elif word[0].isupper() or (run and word in connectors):
            if not run:
                opens, before = begins, last
            run.append(word)
        elif run:
            while run[-1] in connectors:
                run.pop()
            yield _Run(tuple(run), opens, before)
            run = []
        begins = word in _BEGINNERS or (begins and not word[0].isalnum())
        last = folded


def _choose(runs: Sequence[_Run], small: Container[str]) -> Iterator[tuple[str, ...]]:
    """Yield the runs that are names; a word that only ever opens a sentence is none."""
    inside = {run.words for run in runs if not run.opens}
    known = {word for words in inside for word in words}
    for words, opens, _ in runs:
        # "Gestern Jan Nowak" is one name behind an opener, "Jan Nowak" none behind "Jan".
        is_opener = words[0].lower() in small or (_is_several(words[1:]) and words[0] not in known)
        name = words[1:] if opens and is_opener and words[1:] in inside else words
        if opens and len(name) == 1 and (name[0] not in known or name[0].lower() in small):
            continue
        if _is_short(name) and 1 < len(name[0]):
            yield name


def _choose_among_nouns(runs: Sequence[_Run], known: Language) -> Iterator[tuple[str, ...]]:
    """Yield the names where every noun has a capital: of several words, or behind a title."""
    runs = [run for run in runs if not _is_quantity(run, known)]
    runs = [kept for run in runs if (kept := _drop_time(run, known)).words]
    nouns = {run.words[0] for run in runs if run.before in known.articles}
    cut = [_cut_nouns(run.words, nouns, known) for run in runs]
    inside = {name for name, run in zip(cut, runs, strict=True) if not run.opens}
    told = {
        name
        for name, run in zip(cut, runs, strict=True)
        if name and (name in inside or not _is_adjective(name, run, known.adjectives))
        if _is_several(name) or _is_abbreviation(name[0]) or name != run.words
    }
    ends = {name[-1] for name in told}
    for name in cut:
        if name and _is_short(name) and (name in told or (len(name) == 1 and name[0] in ends)):
            yield name


def _is_adjective(name: Sequence[str], run: _Run, endings: tuple[str, ...]) -> bool:
    """Tell whether the first word may be an adjective that has a capital for its place."""
    return run.opens and name == run.words and fold(name[0]).endswith(endings)


def _is_quantity(run: _Run, known: Language) -> bool:
    """Tell whether a run is what is counted, as in ``90 Tonnen Hering`` or ``Millionen Kronen``."""
    return run.before[:1].isdigit() or fold(run.words[0]) in known.measures


def _drop_time(run: _Run, known: Language) -> _Run:
    """Return a run without a month or a day of the week at its end."""
    last = fold(run.words[-1])
    is_time = last in known.months or last in known.weekdays
    return run._replace(words=run.words[:-1]) if is_time else run


def _cut_nouns(words: tuple[str, ...], nouns: Container[str], known: Language) -> tuple[str, ...]:
    """Return a run without the nouns and titles before the name: ``Insel Orle`` is Orle."""
    start = 0
    while start < len(words) and not _is_abbreviation(words[start]):
        word = words[start]
        if not (word[0].islower() or word in nouns or fold(word).endswith(known.titles)):
            break
        start += 1
    return words[start:]


def _join_surnames(names: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Yield each name with its form: a last word alone stands for the one name it is of."""
    owners: dict[str, set[tuple[str, ...]]] = {}
    for name in names:
        if _is_several(name):
            owners.setdefault(name[-1], set()).add(name)
        found = owners.get(name[0], set()) if len(name) == 1 else set()
        full = next(iter(found)) if len(found) == 1 else name
        yield " ".join(full), " ".join(name)


def _is_several(name: Sequence[str]) -> bool:
    return 1 < sum(word[0].isupper() for word in name)


def _is_short(name: Sequence[str]) -> bool:
    return sum(word[0].isupper() for word in name) <= _LONGEST


def _is_abbreviation(word: str) -> bool:
    return word.isupper() and 1 < len(word) < _LONGEST
