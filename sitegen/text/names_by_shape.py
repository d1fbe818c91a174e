"""Find names in a text of a language that we have no tables of: by how they are written.

Runs of capitals that are not there for the sake of a sentence's start. Where capitals are as many
as in German, whose nouns all have one, a single capital word tells nothing.
"""

import re
from collections.abc import Container, Iterable, Iterator, Sequence

from sitegen.text.sentences import split_sentences

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’.-][^\W_]+)*|\S")
_CONNECTORS = frozenset(
    "de da do dos das del della di du des la le el der den van von zu bin ibn al y i e".split()
)
_NOBLE = frozenset({"von", "van", "zu", "de"})
_LONGEST = 6  # words in a name; a longer run of capitals is a headline or a shout
_ENOUGH = 20  # words inside sentences that tell how a language uses capitals
_MOST_CAPITALS = 0.25  # share of these words


def find_capitals(paragraphs: Iterable[str]) -> list[str]:
    """Return the runs of capitals in order of mention, as often as each is said.

    >>> find_capitals(["Jan Nowak odwiedził Łódź. Wczoraj padało."])
    ['Jan Nowak', 'Łódź']
    """
    sentences = [
        _TOKEN.findall(sentence)
        for paragraph in paragraphs
        if not paragraph.isupper()
        for sentence in split_sentences(paragraph)
    ]
    inside = [word for words in sentences for word in words[1:] if word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in inside)
    is_crowded = _ENOUGH <= len(inside) and _MOST_CAPITALS * len(inside) < capitals
    small = {word for word in inside if word.islower()}
    connectors = _NOBLE if is_crowded else _CONNECTORS
    runs = [run for words in sentences for run in _find_runs(words, connectors)]
    inside_runs = {tuple(run) for run, opens in runs if not opens}
    known = {word for run in inside_runs for word in run}
    names = []
    for run, opens in runs:
        name = run
        if opens and tuple(run[1:]) in inside_runs:
            name = run[1:]
        elif opens and len(run) == 1 and (run[0] not in known or run[0].lower() in small):
            continue
        if _is_name(name, is_crowded=is_crowded):
            names.append(" ".join(name))
    return names


def _find_runs(
    words: Sequence[str], connectors: Container[str]
) -> Iterator[tuple[list[str], bool]]:
    """Yield the runs of capitals in a sentence, and whether each opens it."""
    run: list[str] = []
    opens = True
    begins = True
    for word in (*words, "."):
        if word[0].isupper() or (run and word in connectors):
            opens = begins if not run else opens
            run.append(word)
        elif run:
            while run[-1] in connectors:
                run.pop()
            yield run, opens
            run = []
        begins = begins and not word[0].isalnum()


def _is_name(run: Sequence[str], *, is_crowded: bool) -> bool:
    words = sum(word[0].isupper() for word in run)
    is_abbreviation = run[0].isupper() and len(run[0]) < _LONGEST
    return (
        words <= _LONGEST and 1 < len(run[0]) and (1 < words or is_abbreviation or not is_crowded)
    )
