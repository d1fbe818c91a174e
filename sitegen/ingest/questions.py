"""Tell the questions of an interview: short lines that each stand above their answer."""

from collections.abc import Sequence
from itertools import pairwise

from sitegen.ingest.blocks import Marked
from sitegen.text.sentences import split_sentences

_QUESTION_WORDS, _LONGEST_QUESTION, _ASKING_SENTENCES = 9, 25, 2
_FEWEST_TURNS, _TURN = 5, 3  # questions of an interview, and the paragraphs of each with its answer
_QUOTES = " \"'“”‘’«»„-–—"


def find_questions(marked: list[Marked], printed: Sequence[int]) -> list[Marked]:
    """Name short questions that each stand above a paragraph: headings, if there are several.

    Where questions and answers take turns, a question may have a sentence before it.
    """
    texts = [index for index in printed if marked[index].kind in {"body", "heading"}]
    asking = [index for index in texts if _is_question(marked[index])]
    if not asking:
        return marked
    found = _find_answered(texts, asking)
    is_interview = _takes_turns(texts, found)
    if not is_interview:
        plain = [i for i in asking if len(split_sentences(marked[i].line.text)) == 1]
        found = _find_answered(texts, plain)
    short = sum(marked[index].line.words <= _QUESTION_WORDS for index in found)
    is_interview = is_interview or short > len(found) / 2
    refined = list(marked)
    for index in found if short > 1 else ():
        if marked[index].line.words <= _QUESTION_WORDS or is_interview:
            refined[index] = Marked(marked[index].line, "heading", "question before a paragraph")
    return refined


def _find_answered(texts: Sequence[int], asking: Sequence[int]) -> list[int]:
    """Return those of the questions below which something else stands."""
    questions = frozenset(asking)
    return [i for i, below in pairwise(texts) if i in questions and below not in questions]


def _takes_turns(texts: Sequence[int], found: Sequence[int]) -> bool:
    """Tell whether many questions come so close that most have two paragraphs for an answer."""
    if len(found) < _FEWEST_TURNS:
        return False
    between = texts.index(found[-1]) - texts.index(found[0]) + 1
    return between <= _TURN * len(found)


def _is_question(mark: Marked) -> bool:
    line = mark.line
    is_one = line.text.endswith("?") and line.words <= _LONGEST_QUESTION
    is_one = is_one and line.text[0] not in _QUOTES and ": " not in line.text
    return is_one and len(split_sentences(line.text)) <= _ASKING_SENTENCES
