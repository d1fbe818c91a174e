"""Tell by trained weights how much a line sounds like a page that speaks of itself.

Pages ask their visitors, offer, thank and warn in words of their own, of which no list has all.
A logistic regression (Cox 1958) over the words of a line, its pairs of words and its shape weighs
them, trained by ``tools/train_page_voice.py`` on the seeds of ``tests/quality``, which are our own.
It is asked last, and only of lines at the edges of a text that came with its page; what is quoted,
said or shared with the text stays.

Weights are whole thousandths, so that sums are exact on every machine and in every order.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise

from sitegen.ingest.blocks import Marked
from sitegen.ingest.cohesion import count_ties, is_shared
from sitegen.ingest.doubts import PARTING, QUOTES, TEXT
from sitegen.ingest.lines import Line
from sitegen.ingest.page_talk import SAID
from sitegen.text.package_data import read_entries

WEIGHTS = "words/page_voice.txt"
# From here on seven of ten lines were the page's, of all that were read as text in sets which the
# weights had not been learnt from (``--held-out``).
_SURE = 2250
_MOST_WORDS = 40  # a paragraph that is lost costs more than a line that stays
_FEWEST_WORDS, _PAIR = 3, 2
_RULE = "voice of the page"
_REASON = "at the edge of the text, in words that pages use of themselves"
_VOICED = frozenset({"body", "item", "quote"})
_FEWEST_LINES = 2  # of text, of which none goes; and of noise, from which on it came with its page
_EDGE = 3  # lines above the last line of text, which may be of the page, too
_TIED = 0.2
_LONGEST_FIGURES = 5
_STEP, _LONGEST_STEP = 6, 8  # words by which lines are told to be longer
_TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+|[@£$€%?!:|•·©/]")
_SHAPES = {
    "Q": re.compile(r"[“”\"«»„]"),
    "STOP": re.compile(r"[.!?][\"”’)]*$"),
    "MAIL": re.compile(r"\S@\S"),
    "PHONE": re.compile(r"\d{3}[- ]\d{3}"),
    "URL": re.compile(r"\b\w+\.(?:com|org|net|example|uk|de|fr)\b"),
}


def drop_page_voice(marked: Sequence[Marked]) -> list[Marked]:
    """Return the lines, those at the edges that are in the voice of the page as noise."""
    settled = list(marked)
    lines = [index for index, mark in enumerate(marked) if mark.kind != "blank"]
    texts = [place for place, index in enumerate(lines) if marked[index].kind in TEXT]
    noise = sum(map(_is_noise, marked))
    if len(texts) <= _FEWEST_LINES or noise < _FEWEST_LINES:
        return settled
    waiting = [place for place in range(len(lines)) if texts[-1] - _EDGE <= place]
    waiting += [texts[0], *_list_exposed(marked, lines)]
    ties: Counter[str] = Counter()
    while waiting:
        place = waiting.pop()
        mark = settled[lines[place]]
        if mark.kind not in _VOICED or not _is_voiced(mark.line):
            continue
        if not ties:  # which most articles need not have
            ties.update(count_ties(marked[lines[one]].line.text for one in texts))
        if not is_shared(mark.line.text, ties, _TIED):
            settled[lines[place]] = Marked(mark.line, "noise", _RULE, _REASON)
            waiting += [one for one in (place - 1, place + 1) if 0 <= one < len(lines)]
    return settled


def _list_exposed(marked: Sequence[Marked], lines: Sequence[int]) -> list[int]:
    """Return the places of the lines beside noise."""
    noise = [place for place, index in enumerate(lines) if _is_noise(marked[index])]
    near = {one for place in noise for one in (place - 1, place + 1) if 0 <= one < len(lines)}
    return sorted(near)


def _is_noise(mark: Marked) -> bool:
    return mark.kind == "noise" and mark.rule not in PARTING


def _is_voiced(line: Line) -> bool:
    """Tell whether a line is in the voice of a page, and nothing of it is what somebody said."""
    is_plain = QUOTES.isdisjoint(line.text) and not SAID.search(line.key)
    return is_plain and sounds_like_page(line.text)


def sounds_like_page(text: str) -> bool:
    """Tell whether a line is surely in the voice of a page.

    >>> sounds_like_page("Sign up for our free daily newsletter and get the news by email.")
    True
    >>> sounds_like_page("The council signed the contract for the new bridge on Monday.")
    False
    """
    words = len(text.split())
    if not _FEWEST_WORDS <= words <= _MOST_WORDS:
        return False
    return _SURE <= weigh_voice(text, _read_weights())


def weigh_voice(text: str, weights: Mapping[str, int]) -> int:
    """Return how much speaks for the voice of a page, in thousandths; below zero, against it."""
    features = list_features(text)
    return weights[""] + sum(weights.get(one, 0) for one in features) if features else 0


def list_features(text: str) -> list[str]:
    """Return what counts of a line, none of one of a single word.

    Figures count by how many they are, for no number comes again.

    >>> list_features("Call 0800 today")
    ['0000', '0000 today', 'LONG 0', '^call', '^call 0000', 'call', 'call 0000', 'today']
    """
    key = text.strip().lower().replace("’", "'")
    found = _TOKEN.findall(key)
    words = ["0" * min(len(one), _LONGEST_FIGURES) if one[0].isdigit() else one for one in found]
    if len(words) < _PAIR:
        return []
    features = {*words, *map(" ".join, pairwise(words))}
    features |= {f"^{words[0]}", f"^{words[0]} {words[1]}"}
    features.add(f"LONG {min(_LONGEST_STEP, len(words) // _STEP)}")
    features |= {name for name, shape in _SHAPES.items() if shape.search(key)}
    return sorted(features)


@cache
def _read_weights() -> Mapping[str, int]:
    """Read our own weights, once and only when a line needs them."""
    return read_weights(read_entries("sitegen.ingest", WEIGHTS))


def read_weights(rows: Iterable[str]) -> Mapping[str, int]:
    """Return the weight of each feature from rows ``feature<tab>weight``; without one, of all."""
    told = (row.split("\t") for row in rows)
    return {feature: int(weight) for feature, weight in told}
