"""Join a listing of code whose words and signs a dump has put on lines of their own.

Pages colour each word of their code, so that a dump that breaks at every tag has a line for each
word, bracket and stop. Together they are one paragraph; one by one they look like a menu.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sitegen.ingest.lines import Line, compose_line

_OPENERS = frozenset("( [ { (( ([ ({ [[ [{ () (): (){ ({})".split())
_CLOSER = re.compile(r"[)\]};]+")
_SIGNS = re.compile(r"[^\w\s]{1,4}")
_OF_CODE = re.compile(r"[^\w\s]*[{}=;+*&<>_][^\w\s]*")  # stand alone in no sentence
_FEWEST_OPENERS = 2  # brackets that open alone on a line: links have one at most
_SIGN_SHARE = 3  # one of so many lines is a sign, at least
_FEWEST_LINES = 8
_MOST_WORDS = 3
_MARKS = ("//", "/*", "#", '"', "'")  # what comments and strings begin with, however long
_TIGHT_BEFORE, _TIGHT_BEHIND = frozenset(")].,;:(["), frozenset("([.")


def join_listings(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines with each listing that was dumped word by word as one of them.

    >>> from sitegen.ingest.lines import make_line
    >>> texts = "So: ring ( bell , 3 ) ; stop ( bell ) ; Done.".split()
    >>> [line.text for line in join_listings([make_line(text) for text in texts])]
    ['So:', 'ring(bell, 3); stop(bell);', 'Done.']
    """
    if sum(line.text in _OPENERS for line in lines) < _FEWEST_OPENERS:
        return lines
    joined: list[Line] = []
    place = 0
    for begin, end in _find_listings(lines):
        joined += lines[place:begin]
        joined.append(_merge(lines[begin:end]))
        place = end
    return [*joined, *lines[place:]]


def _find_listings(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Yield where each listing begins and ends: between its first bracket and its last."""
    start = 0
    while start < len(lines):
        if lines[start].text not in _OPENERS or lines[start].shape or lines[start].verdict:
            start += 1
            continue
        stop = start
        while stop < len(lines) and _may_be_code(lines[stop]):
            stop += 1
        end = stop
        while not _CLOSER.fullmatch(lines[end - 1].text) and start < end - 1:
            end -= 1
        begin = _reach_back(lines, start)
        if _is_listing(lines[begin:end]):
            yield begin, end
        start = stop


def _reach_back(lines: Sequence[Line], start: int) -> int:
    """Return where the code begins whose first bracket is known: behind the sentence above it."""
    begin = start
    while 0 < begin and _may_be_code(above := lines[begin - 1]):
        if above.is_sentence or (above.text[-1] == ":" and above.text[0].isalpha()):
            break
        begin -= 1
    return begin


def _may_be_code(line: Line) -> bool:
    """Tell whether a line can be a piece of code: a word or three, a sign, a string, a comment."""
    if not line.text or line.shape or line.verdict:
        return False
    return line.words <= _MOST_WORDS or line.text.startswith(_MARKS)


def _is_listing(lines: Sequence[Line]) -> bool:
    """Tell whether pieces are code: brackets that open, many signs, one of them of code alone."""
    texts = [line.text for line in lines]
    signs = [text for text in texts if _SIGNS.fullmatch(text)]
    if len(lines) < _FEWEST_LINES or sum(text in _OPENERS for text in texts) < _FEWEST_OPENERS:
        return False
    return len(lines) <= _SIGN_SHARE * len(signs) and any(map(_OF_CODE.fullmatch, signs))


def _merge(lines: Sequence[Line]) -> Line:
    """Return the pieces as one paragraph."""
    text = lines[0].text
    for line in lines[1:]:
        is_tight = line.text[0] in _TIGHT_BEFORE or text[-1] in _TIGHT_BEHIND
        text += line.text if is_tight else f" {line.text}"
    span = sum(line.span for line in lines)
    return replace(compose_line(text, lines[0].number, "", "", span), is_sentence=True)
