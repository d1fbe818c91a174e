"""Tell the questions of an interview, which each stand above their answer, and of a headline."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from sitegen.ingest.blocks import Marked
from sitegen.ingest.lines import Line, is_titled
from sitegen.ingest.looks import HEAD_FACTS, Look
from sitegen.text.sentences import split_sentences

_QUESTION_WORDS, _LONGEST_QUESTION, _ASKING_SENTENCES = 9, 25, 2
_FEWEST_TURNS, _TURN = 5, 3  # questions of an interview, and the paragraphs of each with its answer
_DEK_WORDS = 30
_QUOTES = " \"'“”‘’«»„-–—"
_LEAST_DOUBLED = 4
# "Who leads the harbour? Not Ada Brandt": the end of a headline may look like a credit.
_UNSIGNED = re.compile(r"\w[?!] [^\W\d_]\w+ [^\W\d_]\w+(?: [^\W\d_]\w+)?$")


def free_headlines(looks: Sequence[Look]) -> Sequence[Look]:
    """Take a question for no sentence of a text where byline or stamp stand right below it.

    Nor what is said twice at once: :func:`free_doubled`.

    >>> from sitegen.ingest.lines import make_line
    >>> from sitegen.ingest.looks import look_at
    >>> lines = ["What is this barrier, and why is it built?", "By Ivo Brandt", "Nobody knows."]
    >>> looks = look_at([make_line(text) for text in lines], lambda _: "")
    >>> looks[0].is_prose, free_headlines(looks)[0].is_prose
    (True, False)
    """
    looks = free_doubled(looks)
    texts = [index for index, look in enumerate(looks) if look.line.text]
    freed = {
        index
        for place, index in enumerate(texts[:-1])
        if looks[index].is_prose and looks[index].line.text.endswith("?")
        if _stands_above_head(looks, texts[place + 1 : place + 3])
        if _asks(looks[index].line, _ASKING_SENTENCES)
        if not (place and looks[texts[place - 1]].is_prose)
    }
    if not freed:
        return looks
    return [
        replace(look, is_prose=False) if index in freed else look
        for index, look in enumerate(looks)
    ]


def free_doubled(looks: Sequence[Look]) -> Sequence[Look]:
    """Take a line that is said again at once for no sentence and no credit, if it may be neither.

    So a scrape has many a headline; a caption that is said twice ends as a sentence does, with a
    full stop, or with who took the picture.

    >>> from sitegen.ingest.lines import make_line
    >>> from sitegen.ingest.looks import look_at
    >>> lines = ["Who pays for the harbour wall?"] * 2 + ["Nobody knows who pays for it."] * 2
    >>> [look.is_prose for look in free_doubled(look_at(map(make_line, lines), lambda _: ""))]
    [False, False, True, True]
    """
    texts = [look for look in looks if look.line.text]
    doubled = {
        one.line.key
        for one, other in pairwise(texts)
        if one.line.key == other.line.key and _may_be_said_twice(one)
    }
    if not doubled:
        return looks
    return [
        replace(look, is_prose=False, has_credit=False) if look.line.key in doubled else look
        for look in looks
    ]


def _may_be_said_twice(look: Look) -> bool:
    line = look.line
    if line.shape or look.noise or look.fact or not _LEAST_DOUBLED <= line.words:
        return False
    if _LONGEST_QUESTION < line.words or not (look.is_prose or look.has_credit):
        return False
    if look.has_credit:
        return bool(_UNSIGNED.search(line.text))
    is_asked = line.text.rstrip(_QUOTES)[-1:] in {"?", "!"}
    return is_asked or is_titled(line.text)


def _stands_above_head(looks: Sequence[Look], below: Sequence[int]) -> bool:
    """Tell whether byline or stamp come next, or the byline behind what sums the article up.

    ``below`` are the next two lines with text, or the last one.
    """
    first, *rest = (looks[index] for index in below)
    if first.fact in HEAD_FACTS:
        return True
    is_dek = first.is_prose and first.line.words <= _DEK_WORDS
    return is_dek and any(look.fact == "byline" for look in rest)


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
    return ": " not in mark.line.text and _asks(mark.line, _ASKING_SENTENCES)


def _asks(line: Line, most: int) -> bool:
    """Tell whether a line is a question in its writer's own words, of so many sentences at most."""
    if not line.text.endswith("?") or _LONGEST_QUESTION < line.words or line.text[0] in _QUOTES:
        return False
    return len(split_sentences(line.text)) <= most
