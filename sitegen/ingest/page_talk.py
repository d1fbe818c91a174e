"""Tell what a page says of itself at the edges of a text: offers, rights, who wrote it.

Only lines at the edges are asked: beside noise, or first or last of the text. Some words settle it.
All others articles say too, who speak of newsletters and of readers: what is shared with the text
and what somebody said speaks for a line, an address to the reader or of a mailbox against it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import pairwise

from sitegen.ingest.blocks import Marked
from sitegen.ingest.cohesion import count_ties, is_shared
from sitegen.ingest.doubts import QUOTES, TEXT, is_noisy
from sitegen.ingest.ends import VOICE
from sitegen.ingest.lines import Line
from sitegen.ingest.word_lists import find_any, read_named

_RULE = "page talk"
_REASON = "at the edge of the text, and speaks of the page or to its visitors"
BIO_RULE = "about the author"
BIO_REASON = "behind the text, and says who wrote it"
_MOST_WORDS = 90
_EDGE = 3  # lines above the last line of text, which may be of the page, too
_FEWEST = 2  # lines of text, of which none goes
_ENOUGH = 3
_TIED, _SURELY_TIED = 0.2, 0.4
_HEADED = frozenset({_RULE, "address to the reader", "consent"})
_SENTENCE = 6  # words
_SURE_WORDS = 25  # of a line that says it amid the text
_DOUBTED = frozenset({"body", "dek", "heading", "item", "quote"})


_ENDS = ("", ".", ",", ":", ";", "!", "?", ")", ".)", "’s", "'s")
_PHRASES = {
    "report": ["said", "says", "told", "asked", "according to"],
    **{
        weight: [words for words, named in read_named("phrases").items() if named == weight]
        for weight in ("certain", "sure", "weak", "reach")
    },
}
SAID = find_any(_PHRASES["report"])  # what somebody said is no page's


def _list_signs() -> dict[str, list[tuple[str, str]]]:
    """Return the phrases and their weights, by the longest word and what may stand behind it."""
    by_sign: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for weight, phrases in _PHRASES.items():
        for phrase in phrases:
            longest = max(re.findall(r"\w+", phrase), key=len)
            for end in _ENDS:
                by_sign[longest + end].append((phrase, weight))
    return dict(by_sign)


_BY_SIGN = _list_signs()
_SIGNS = frozenset(_BY_SIGN)
_CONTACT = re.compile(r"\S@\S|(?<!\w)@\w|\bwww\.|https?://|\b\w+\.(?:com|org|net|example)\b")
# Where the writer of a text is reached; whom a text names may be reached "at the post office".
_REACHED = re.compile(
    rf"{_CONTACT.pattern}|\d{{3}}|\[e-?mail|\bus\b"
    r"|\b(?:bluesky|facebook|instagram|linkedin|mastodon|twitter|whatsapp)\b"
)
_ASKING = (
    "continue reading ",
    "published ",
    "follow ",
    "please ",
    "contact ",
    "email ",
    "e-mail ",
    "reach ",
    "write to ",
)
_FOLLOW = re.compile(
    r"^(?:please )?follow .{2,60} on (?:bluesky|facebook|instagram|linkedin|mastodon|threads|tiktok"
    r"|twitter|whatsapp|x|youtube)(?:(?:,| and|,? or) \w+){0,3}(?: @?\w+)?[.!]?$"
    r"|^follow (?:the )?.{1,40}'s? (?:\w+ )?coverage\b"
    r"|^(?:contact|e-?mail|reach|write to) (?!us\b).{2,60} (?:at|on|via) \S+@\S+"
    r"|^continue reading .{3,150} (?:at|on) .{3,60}$"
    r"|^published (?:by|in) .{3,60} (?:from|on) .{3,30}\b(?:19|20)\d\d\.?$"
)
# "Ivo Brandt is a reporter at the Ledger": a name of two words or more, and soon a trade.
_BIO = re.compile(
    r"^(?!(?:The|His|Her|This|That|A|An|Mr|Mrs|Ms) )(?:(?![a-zß-ÿ])[^\W\d_][\w'’.-]+ ){2,4}"
    r"(?:is|was|has|covers|writes|reports|teaches|works|lives|joined|edits)\b.{0,80}"
    r"\b(?i:writer|reporter|correspondent|editor|columnist|journalist|author|contributor|professor"
    r"|lecturer|fellow|corps member|intern|freelancer|critic|producer|student|major|covers"
    r"|written for|book|commentator|publisher|host|senior)\b"
    # "Ivo Brandt is a retired pilot who lives in Orle": below an opinion.
    r"|^(?:[A-ZÀ-Þ][\w'’.-]+ ){2,3}is an? (?:[\w-]+ ){1,4}"
    r"(?:who lives|living|based) (?:in|on|near)\b"
)


@cache
def _find_shape(weight: str) -> re.Pattern[str]:
    """Return what finds the phrases of a weight: many, and in most files there is none."""
    return find_any(_PHRASES[weight])


def is_bio(line: Line) -> bool:
    """Tell whether a line says who somebody is that writes: a name, and soon a trade."""
    return bool(_BIO.match(line.text))


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
        if is_noisy(marked[index])
        for near in (place - 1, place + 1)
        if 0 <= near < len(lines)
    ]
    last = _find_last(settled, lines, len(lines))
    waiting += range(max(0, last - _EDGE), len(lines))
    waiting += [next(p for p, index in enumerate(lines) if marked[index].kind in TEXT)]
    waiting += [place for place, index in enumerate(lines) if _says_itself(marked[index])]
    ties: Counter[str] = Counter()
    while waiting:
        place = waiting.pop()
        mark = settled[lines[place]]
        if mark.kind not in _DOUBTED or _MOST_WORDS < mark.line.words:
            continue
        if last <= place and is_bio(mark.line):
            settled[lines[place]] = Marked(mark.line, "noise", BIO_RULE, BIO_REASON)
        elif _is_talk(mark.line, ties, marked):
            settled[lines[place]] = Marked(mark.line, "noise", _RULE, _REASON)
        else:
            continue
        waiting += [near for near in (place - 1, place + 1) if 0 <= near < len(lines)]
        if place == last:
            last = _find_last(settled, lines, last)
            waiting += range(last, place)
    return _drop_headings(settled, lines)


def _says_itself(mark: Marked) -> bool:
    """Tell whether a short line says what only a page does, wherever in the text it stands."""
    line = mark.line
    is_plain = mark.kind in _DOUBTED and line.words <= _SURE_WORDS and QUOTES.isdisjoint(line.text)
    weights = _find_weights(line.key) if is_plain else set()
    is_sure = _has("sure", line, weights) and bool(VOICE.search(line.key))
    return is_sure or _has("certain", line, weights)


def _drop_headings(settled: list[Marked], lines: Sequence[int]) -> list[Marked]:
    """Name as noise the headings of what a page says of itself: they head nothing else."""
    for above, below in pairwise(lines):
        heading, talk = settled[above], settled[below]
        is_talk = talk.rule in _HEADED and _SENTENCE <= talk.line.words
        if heading.kind == "heading" and is_talk:
            reason = "heads what a page says of itself"
            settled[above] = Marked(heading.line, "noise", _RULE, reason)
    return settled


def _is_talk(line: Line, ties: Counter[str], marked: Sequence[Marked]) -> bool:
    """Tell whether a line sounds like a page and shares little with the text."""
    if line.key.startswith(_ASKING) and _FOLLOW.match(line.key):
        return True
    weights = _find_weights(line.key)
    if weights <= {"report"}:
        return False
    if _has("certain", line, weights):
        return True
    if _has("report", line, weights):
        return False
    is_reached = _has("reach", line, weights) and bool(_REACHED.search(line.key))
    is_sure = is_reached or _has("sure", line, weights)
    if not is_sure and ("weak" not in weights or _weigh(line) < _ENOUGH):
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


def _find_weights(key: str) -> set[str]:
    """Return the weights of the phrases that a line may have.

    Most have none, and to see that by single words is many times as fast as to search.
    """
    found = _SIGNS.intersection(key.split())
    return {weight for sign in found for phrase, weight in _BY_SIGN[sign] if phrase in key}


def _has(weight: str, line: Line, weights: AbstractSet[str]) -> bool:
    return weight in weights and _find_shape(weight).search(line.key) is not None


def _weigh(line: Line) -> int:
    """Return how much a line sounds like a page by words that articles have, too."""
    weak = min(2, len(_find_shape("weak").findall(line.key)))
    if not weak or not QUOTES.isdisjoint(line.text):
        return 0
    return weak + bool(VOICE.search(line.key)) + bool(_CONTACT.search(line.text))
