"""Keep who signed the letters of a page of letters: names and towns look like what a page leaves.

Two letters or more begin with an address to the editor; below each stand one or two lines that end
no sentence, and below them perhaps the headline of the next letter.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from sitegen.ingest.blocks import FRAGMENT, Marked

SIGNED = "signature of a letter"  # the rule's name in every account
_ADDRESS = re.compile(
    r"(?:SIR|Sir|MADAM|Madam|Sirs|Dear (?:Sir|Madam|Editor|Mr Editor)(?: or Madam)?"
    r"|To the Editor)\b ?(?:[,:;–—-]|I\b)"
)
_FEWEST = 2  # letters
_MOST_LINES, _MOST_WORDS = 3, 8  # of a signature
_MAY_SIGN = frozenset({"body", "heading"})
_MAY_SIGN_NOISE = frozenset({FRAGMENT, "behind the text", "label", "heading without text"})


def keep_signatures(marked: Sequence[Marked]) -> list[Marked]:
    """Return the lines, those below the letters to an editor as text."""
    kept = list(marked)
    printed = [index for index, mark in enumerate(marked) if mark.kind != "blank"]
    begun = [n for n, index in enumerate(printed) if _is_address(marked[index])]
    if len(begun) < _FEWEST:
        return kept
    behind = _list_signing(marked, printed[_find_end(marked, printed, begun[-1]) :])
    has_headlines = False
    for place in begun:
        end = _find_end(marked, printed, place)
        signed = _list_signing(marked, printed[end:])
        # What stands above the next letter, and more than below the last one, is its headline.
        is_next = end + len(signed) in begun
        if is_next and (len(signed) == _MOST_LINES or len(behind) < len(signed)):
            signed = signed[:-1]
            has_headlines = True
        for index in signed:
            kept[index] = Marked(marked[index].line, "body", SIGNED)
    above = printed[begun[0] - 1] if begun[0] else -1
    if has_headlines and 0 <= above and marked[above].rule in _MAY_SIGN_NOISE:
        kept[above] = Marked(marked[above].line, "heading", "short line before a paragraph")
    return kept


def _is_address(mark: Marked) -> bool:
    return mark.kind == "body" and bool(_ADDRESS.match(mark.line.text))


def _find_end(marked: Sequence[Marked], printed: Sequence[int], place: int) -> int:
    """Return the place behind the last sentence of a letter that begins at a place."""
    sentences = takewhile(
        lambda index: marked[index].kind == "body" and marked[index].line.is_sentence,
        printed[place:],
    )
    return place + max(1, sum(1 for _ in sentences))


def _list_signing(marked: Sequence[Marked], printed: Sequence[int]) -> list[int]:
    """Return the indexes of the first lines that may be a signature."""
    near = takewhile(lambda index: _may_sign(marked[index]), printed[:_MOST_LINES])
    return list(near)


def _may_sign(mark: Marked) -> bool:
    is_bare = not mark.line.shape and not mark.line.is_sentence
    is_plain = mark.kind in _MAY_SIGN or mark.rule in _MAY_SIGN_NOISE
    return is_bare and is_plain and mark.line.words <= _MOST_WORDS
