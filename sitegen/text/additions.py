"""Find what a report of an event adds to those before it: its new sentences.

Novelty as in TREC's Novelty track: a sentence is new as far as its words have not been said before
(Allan, Wade and Bolivar, "Retrieval and Novelty Detection at the Sentence Level", SIGIR 2003; there
the plain count of new words did as well as anything finer).
"""

from collections.abc import Container, Iterable, Iterator, Sequence

from sitegen.text.languages import Language, read_language
from sitegen.text.quotations import is_in_quotation
from sitegen.text.sentences import ends_sentence, split_sentences
from sitegen.text.words import split_words

_STEM = 6  # letters that count: "ferries" and "ferry" are one
_SHORTEST = 4  # letters of a word that says anything; a number says it in fewer
_LENGTHS = range(8, 46)  # words of a sentence that can stand alone in a list
_NEW, _SHARE = 4, 0.5  # words, and the part of all, that must be new


def find_additions(
    reports: Sequence[Sequence[str]], language: str = "en", most: int = 2
) -> tuple[tuple[str, ...], ...]:
    """Return for each report, in order of time, the sentences that add most to those before it.

    A report is given as its paragraphs. The first adds nothing; the others ``most`` sentences at
    most, in their own order.

    >>> find_additions([["A ferry with 312 people aboard ran aground in thick fog."],
    ...                 ["A ferry with 312 people aboard ran aground in fog. Tugs from Larkmoor "
    ...                  "pulled her free on Sunday with a chain borrowed from a crane."]])
    ((), ('Tugs from Larkmoor pulled her free on Sunday with a chain borrowed from a crane.',))
    """
    known = read_language(language)
    said: set[str] = set()
    additions = []
    for number, paragraphs in enumerate(reports):
        sentences = list(_list_sentences(paragraphs, known.stop))
        additions.append(_choose(sentences, said, most, known) if number else ())
        for _, words in sentences:
            said |= words
    return tuple(additions)


def _list_sentences(
    paragraphs: Iterable[str], stop: Container[str]
) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the sentences with the words by which they say something."""
    for paragraph in paragraphs:
        for sentence in split_sentences(paragraph):
            yield sentence, read_content(sentence, stop)


def read_content(text: str, stop: Container[str]) -> frozenset[str]:
    """Return the words of a text that say something, by their first letters; no ``stop`` words."""
    return frozenset(
        word[:_STEM]
        for word in split_words(text)
        if (len(word) >= _SHORTEST or not word.isalpha()) and word not in stop
    )


def _choose(
    sentences: Sequence[tuple[str, frozenset[str]]], said: set[str], most: int, language: Language
) -> tuple[str, ...]:
    """Return the sentences with most new words; of two that say the same, the one with more."""
    able = [
        place
        for place, (sentence, _) in enumerate(sentences)
        if _can_stand_alone(sentence, language)
    ]
    taken: list[int] = []
    known = set(said)
    for _ in range(most):
        new = {place: len(sentences[place][1] - known) for place in able}
        fitting = [place for place in able if _SHARE * len(sentences[place][1]) <= new[place]]
        best = max(fitting, key=new.__getitem__, default=-1)
        if new.get(best, 0) < _NEW:
            break
        taken.append(best)
        known |= sentences[best][1]
    return tuple(sentences[place][0] for place in sorted(taken))


def _can_stand_alone(sentence: str, language: Language) -> bool:
    words = split_words(sentence)
    is_whole = ends_sentence(sentence) and not is_in_quotation(sentence)
    if not is_whole or len(words) not in _LENGTHS:
        return False
    return words[0] not in language.leaning and words[0] not in language.readers
