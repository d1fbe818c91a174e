"""Compare two texts sentence by sentence."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sitegen.text.sentences import split_sentences
from sitegen.text.words import split_words

_ALIKE = 0.5  # of the shorter sentence's pairs of words, from which it is said otherwise
# What Markdown sets in italics or bold, and no star or line that a word has inside or alone. It
# ends at the next such sign, so that a line of them takes no longer than another.
_EMPHASIS = re.compile(r"(?<!\w)([*_]{1,3})(?![\s*_])([^*_]*[^*_\s])\1(?!\w)")
_NESTED = 2  # bold with italics in it
_COMMON = 8  # a pair of words in more sentences than this tells none from the others


@dataclass(frozen=True, slots=True)
class Changes:
    """What another text lacks, has more, and says otherwise (old and new words), in order."""

    gone: tuple[str, ...]
    new: tuple[str, ...]
    otherwise: tuple[tuple[str, str], ...]


def compare_sentences(old: Iterable[str], new: Iterable[str]) -> Changes:
    """Return what has changed from one text to the other, both given as paragraphs.

    Marks between words, emphasis, capital letters and the order of sentences do not count.

    >>> compare_sentences(["Fog came. She sank on Monday."], ["She sank on Sunday.", "Why?"])
    Changes(gone=('Fog came.',), new=('Why?',),
            otherwise=(('She sank on Monday.', 'She sank on Sunday.'),))
    """
    before, after = _read_sentences(old), _read_sentences(new)
    gone = [words for words in before if words not in after]
    added = [words for words in after if words not in before]
    pairs = _pair_alike(gone, added)
    taken = set(pairs.values())
    return Changes(
        gone=tuple(before[words] for index, words in enumerate(gone) if index not in pairs),
        new=tuple(after[words] for index, words in enumerate(added) if index not in taken),
        otherwise=tuple(
            (before[gone[index]], after[added[other]]) for index, other in pairs.items()
        ),
    )


def _read_sentences(paragraphs: Iterable[str]) -> dict[tuple[str, ...], str]:
    """Return the sentences by their words, each once."""
    plain = (_drop_emphasis(text) for text in paragraphs)
    sentences = (each for text in plain for each in split_sentences(text))
    read = {tuple(split_words(sentence)): sentence for sentence in sentences}
    read.pop((), None)
    return read


def _drop_emphasis(text: str) -> str:
    """Return a paragraph without marks of emphasis, which hide where a sentence ends or begins.

    >>> _drop_emphasis("**So *it* is.** 2*3*4 is 24, and _nobody_ asked.*")
    'So it is. 2*3*4 is 24, and nobody asked.*'
    """
    for _ in range(_NESTED if "*" in text or "_" in text else 0):
        text = _EMPHASIS.sub(r"\2", text)
    return text


def _pair_alike(
    gone: Sequence[tuple[str, ...]], added: Sequence[tuple[str, ...]]
) -> dict[int, int]:
    """Return for each sentence that is gone the new one that says it in other words, if any."""
    postings: dict[tuple[str, str], list[int]] = defaultdict(list)
    for other, words in enumerate(added):
        for pair in set(pairwise(words)):
            postings[pair].append(other)
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for index, words in enumerate(gone):
        shared: Counter[int] = Counter()
        for pair in sorted(set(pairwise(words))):
            if len(postings.get(pair, ())) <= _COMMON:
                shared.update(postings.get(pair, ()))
        for other, count in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
            length = min(len(words), len(added[other])) - 1
            if other not in taken and _ALIKE * length <= count:
                pairs[index] = other
                taken.add(other)
                break
    return pairs
