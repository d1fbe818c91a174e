"""Find what a report of an event adds to those before it: its new sentences.

Novelty as in TREC's Novelty track: a sentence is new as far as its words have not been said before
(Allan, Wade and Bolivar, "Retrieval and Novelty Detection at the Sentence Level", SIGIR 2003; there
the plain count of new words did as well as anything finer).
"""

from collections.abc import Collection, Sequence

from sitegen.text.languages import Language, read_language
from sitegen.text.quotations import is_in_quotation
from sitegen.text.sentences import ends_sentence
from sitegen.text.statements import Statement
from sitegen.text.words import split_words

_LENGTHS = range(8, 46)  # words of a sentence that can stand alone in a list
_NEW, _SHARE = 4, 0.5  # words, and the part of all, that must be new


def find_additions(
    reports: Sequence[Sequence[Statement]], language: str = "en", most: int = 2
) -> tuple[tuple[str, ...], ...]:
    """Return for each report, in order of time, the sentences that add most to those before it.

    The first adds nothing; the others ``most`` sentences at most, in their own order.

    >>> from sitegen.text.statements import read_statements
    >>> find_additions([
    ...     read_statements(["A ferry with 312 people aboard ran aground in thick fog."]),
    ...     read_statements(["A ferry with 312 people aboard ran aground in fog. Tugs from "
    ...                      "Larkmoor pulled her free on Sunday with a borrowed chain."])])
    ((), ('Tugs from Larkmoor pulled her free on Sunday with a borrowed chain.',))
    """
    known = read_language(language)
    said: set[str] = set()
    additions = []
    for number, statements in enumerate(reports):
        additions.append(_choose(statements, said, most, known) if number else ())
        said.update(*(statement.words for statement in statements))
    return tuple(additions)


def _choose(
    statements: Sequence[Statement], said: Collection[str], most: int, language: Language
) -> tuple[str, ...]:
    """Return the sentences with most new words; of two that say the same, the one with more."""
    taken: list[int] = []
    known = set(said)
    open_to_choice: Sequence[int] = range(len(statements))
    for _ in range(most):
        new = {place: len(statements[place].words - known) for place in open_to_choice}
        # What is not new enough now will not be when more is known.
        open_to_choice = [
            place
            for place, number in new.items()
            if number >= _NEW and number >= _SHARE * len(statements[place].words)
        ]
        by_news = sorted(open_to_choice, key=new.__getitem__, reverse=True)
        able = (place for place in by_news if _can_stand_alone(statements[place].text, language))
        best = next(able, None)
        if best is None:
            break
        taken.append(best)
        known |= statements[best].words
    return tuple(statements[place].text for place in sorted(taken))


def _can_stand_alone(sentence: str, language: Language) -> bool:
    words = split_words(sentence)
    is_whole = ends_sentence(sentence) and not is_in_quotation(sentence)
    if not is_whole or len(words) not in _LENGTHS:
        return False
    return words[0] not in language.leaning and words[0] not in language.readers
