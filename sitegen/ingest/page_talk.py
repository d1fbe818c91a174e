"""Tell what a page says of itself at the edges of a text: offers, rights, who wrote it.

Only lines at the edges are asked: beside noise, or first or last of the text. Some words settle it.
All others articles say too, who speak of newsletters and of readers: what is shared with the text
and what somebody said speaks for a line, an address to the reader or of a mailbox against it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from sitegen.ingest.blocks import Marked
from sitegen.ingest.cohesion import count_ties, is_shared
from sitegen.ingest.doubts import PARTING, QUOTES, TEXT, VOICE
from sitegen.ingest.lines import Line
from sitegen.ingest.word_lists import find_any, read_named

_RULE = "page talk"
_REASON = "at the edge of the text, and speaks of the page or to its visitors"
_BIO_RULE = "about the author"
_BIO_REASON = "behind the text, and says who wrote it"
_MOST_WORDS = 90
_EDGE = 3  # lines above the last line of text, which may be of the page, too
_FEWEST = 2  # lines of text, of which none goes
_ENOUGH = 3
_TIED, _SURELY_TIED = 0.2, 0.4
_DOUBTED = frozenset({"body", "dek", "heading", "item", "quote"})


class _Phrases(NamedTuple):
    """Words to look for, by the longest of each phrase with what may stand behind it.

    A line without any of those has no phrase, as most have none, and to see that is many times as
    fast as to search.
    """

    shape: re.Pattern[str]
    by_sign: dict[str, tuple[str, ...]]
    signs: frozenset[str]

    def count_in(self, line: Line, words: AbstractSet[str]) -> int:
        """Return how many phrases a line has, given the signs among the words of its key."""
        return len(self.shape.findall(line.key)) if self._may_have(line, words) else 0

    def is_in(self, line: Line, words: AbstractSet[str]) -> bool:
        """Tell whether a line has any of the phrases, given the same."""
        return self._may_have(line, words) and bool(self.shape.search(line.key))

    def _may_have(self, line: Line, words: AbstractSet[str]) -> bool:
        found = self.signs & words
        return any(one in line.key for sign in found for one in self.by_sign[sign])


_ENDS = ("", ".", ",", ":", ";", "!", "?", ")", ".)", "’s", "'s")


def _make_phrases(phrases: Iterable[str]) -> _Phrases:
    every = tuple(phrases)
    by_sign: dict[str, tuple[str, ...]] = {}
    for phrase in every:
        longest = max(re.findall(r"\w+", phrase), key=len)
        for end in _ENDS:
            by_sign[longest + end] = (*by_sign.get(longest + end, ()), phrase)
    return _Phrases(find_any(every), by_sign, frozenset(by_sign))


def _read_phrases(weight: str) -> _Phrases:
    return _make_phrases(words for words, named in read_named("phrases").items() if named == weight)


_CERTAIN, _SURE, _WEAK = _read_phrases("certain"), _read_phrases("sure"), _read_phrases("weak")
_SIGNS = _CERTAIN.signs | _SURE.signs | _WEAK.signs
_REPORTS = _make_phrases(("said", "says", "told", "asked", "according to"))
_ANY_SIGNS = _SIGNS | _REPORTS.signs
_CONTACT = re.compile(r"\S@\S|(?<!\w)@\w|\bwww\.|https?://|\b\w+\.(?:com|org|net|example)\b")
# "Ivo Brandt is a reporter at the Ledger": a name of two words or more, and soon a trade.
_BIO = re.compile(
    r"^(?!(?:The|His|Her|This|That|A|An|Mr|Mrs|Ms) )(?:(?![a-zß-ÿ])[^\W\d_][\w'’.-]+ ){2,4}"
    r"(?:is|was|has|covers|writes|reports|teaches|works|lives|joined|edits)\b.{0,80}"
    r"\b(?i:writer|reporter|correspondent|editor|columnist|journalist|author|contributor|professor"
    r"|lecturer|fellow|critic|producer|student|major|covers|written for|book|commentator|publisher"
    r"|host|senior)\b"
)


def drop_page_talk(marked: Sequence[Marked]) -> list[Marked]:
    """Return the lines, those at the edges that a page says of itself as noise."""
    settled = list(marked)
    lines = [index for index, mark in enumerate(marked) if mark.kind != "blank"]
    if sum(marked[index].kind in TEXT for index in lines) <= _FEWEST:
        return settled
    # A line of noise exposes those beside it, and one that goes is noise then.
    waiting = [
        near
        for place, index in enumerate(lines)
        if marked[index].kind == "noise" and marked[index].rule not in PARTING
        for near in (place - 1, place + 1)
        if 0 <= near < len(lines)
    ]
    last = _find_last(settled, lines, len(lines))
    waiting += range(max(0, last - _EDGE), len(lines))
    waiting += [next(p for p, index in enumerate(lines) if marked[index].kind in TEXT)]
    ties: Counter[str] = Counter()
    while waiting:
        place = waiting.pop()
        mark = settled[lines[place]]
        if mark.kind not in _DOUBTED or _MOST_WORDS < mark.line.words:
            continue
        if last <= place and _BIO.match(mark.line.text):
            settled[lines[place]] = Marked(mark.line, "noise", _BIO_RULE, _BIO_REASON)
        elif _is_talk(mark.line, ties, marked):
            settled[lines[place]] = Marked(mark.line, "noise", _RULE, _REASON)
        else:
            continue
        waiting += [near for near in (place - 1, place + 1) if 0 <= near < len(lines)]
        if place == last:
            last = _find_last(settled, lines, last)
            waiting += range(last, place)
    return settled


def _is_talk(line: Line, ties: Counter[str], marked: Sequence[Marked]) -> bool:
    """Tell whether a line sounds like a page and shares little with the text."""
    words = _ANY_SIGNS.intersection(line.key.split())
    if _SIGNS.isdisjoint(words):
        return False
    if _CERTAIN.is_in(line, words):
        return True
    if _REPORTS.is_in(line, words):
        return False
    is_sure = _SURE.is_in(line, words)
    if not is_sure and _weigh(line, words) < _ENOUGH:
        return False
    if not ties:
        ties.update(count_ties(mark.line.text for mark in marked if mark.kind in TEXT))
    return not is_shared(line.text, ties, _SURELY_TIED if is_sure else _TIED)


def _find_last(settled: Sequence[Marked], lines: Sequence[int], before: int) -> int:
    """Return the place of the last line of text before another; 0 where there is none."""
    for place in range(before - 1, -1, -1):
        if settled[lines[place]].kind in TEXT:
            return place
    return 0


def _weigh(line: Line, words: AbstractSet[str]) -> int:
    """Return how much a line sounds like a page by words that articles have, too."""
    weak = min(2, _WEAK.count_in(line, words))
    if not weak or not QUOTES.isdisjoint(line.text):
        return 0
    return weak + bool(VOICE.search(line.key)) + bool(_CONTACT.search(line.text))
