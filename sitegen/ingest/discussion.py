"""Name as noise what readers wrote below an article, where a page shows it.

Below a heading such as ``12 comments`` each comment has its hour beside a few sentences, and looks
like a short article with a headline and a date. Their hours follow each other sooner than those
of articles do.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sitegen.ingest.lines import is_headline_shaped
from sitegen.ingest.looks import Look
from sitegen.ingest.stamps import is_dated

_RULE = "what readers wrote"
_REASON = "below a heading for comments, among sentences that have an hour each"
_FEWEST_HOURS = 4  # of as many comments; articles below each other have their hours, too
_ARTICLE_WORDS = 40  # of text above the heading, which people can comment on
# Words of text between two hours: more is an article's, unless these are comments for sure.
_COMMENT_WORDS, _LONG_COMMENT_WORDS = 120, 300
_STAMP_WORDS = 16
_HEADED = 3  # of so many hours at most one has a headline above it
_TALKING = 3  # to so many hours one sentence at least is about who writes or reads it
# Words of those who write to each other, in some languages; reports have them in quotations only.
_TALK = re.compile(
    r"\b(?:i|me|my|you|your|yours|we|us|our|je|vous|nous|ich|wir|ihr|mir|mich|yo|usted|ustedes|nosotros"
    r"|você|vocês|io|voi|ik|jij|jullie|jag|jeg)\b"
)
_QUOTES = frozenset('"“«„')
_HEADLINE_WORDS = 5
_REACH = 6  # lines above, blank ones too
_CLOCK = re.compile(r"\d{1,2}[:h.]\d\d\b|\b\d{1,2} ?[ap]\.?m\b|\bago\b")


def drop_discussion(looks: Sequence[Look]) -> Sequence[Look]:
    """Take no line as noise but those between a heading for comments and the end of the last one.

    The last of the hours may be that of another article below: what follows the sentence above it
    stays.
    """
    taken = {index for zone in _find_zones(looks) for index in zone}
    if not taken:
        return looks
    return [
        _name(look) if index in taken and look.line.text and not look.end else look
        for index, look in enumerate(looks)
    ]


def _name(look: Look) -> Look:
    noise, reason = look.noise or _RULE, look.reason or _REASON
    return look._replace(noise=noise, reason=reason, fact="", heading="", is_prose=False)


def _find_zones(looks: Sequence[Look]) -> Iterator[range]:
    """Yield the lines of each discussion: from its heading to the last sentence between hours."""
    headings = [index for index, look in enumerate(looks) if look.end == "comments"]
    if not headings:
        return
    words = _count_words(looks)
    hours = [index for index, look in enumerate(looks) if _is_hour(look)]
    for heading, following in pairwise([*headings, len(looks)]):
        if words[heading] < _ARTICLE_WORDS:
            continue
        below = hours[bisect_left(hours, heading) : bisect_left(hours, following)]
        chain = _follow(below, words, heading)
        if len(chain) < _FEWEST_HOURS:
            continue
        headed = sum(_is_headed(looks, hour) for hour in chain)
        talk = sum(map(_is_talk, looks[heading : chain[-1]]))
        if _HEADED * headed <= len(chain) <= _TALKING * talk:
            last = max(i for i in range(heading, chain[-1]) if looks[i].is_prose or i == heading)
            yield range(heading + 1, last + 1)


def _follow(hours: Sequence[int], words: Sequence[int], heading: int) -> list[int]:
    """Return the hours that follow a heading, and each other, as soon as those of comments do."""
    chain: list[int] = []
    for hour in hours:
        most = _COMMENT_WORDS if len(chain) < _FEWEST_HOURS else _LONG_COMMENT_WORDS
        if most < words[hour] - words[chain[-1] if chain else heading]:
            break
        chain.append(hour)
    return chain


def _is_talk(look: Look) -> bool:
    """Tell whether a sentence is about who writes or who reads it, and quotes nobody."""
    is_told = look.is_prose and _QUOTES.isdisjoint(look.line.text)
    return is_told and bool(_TALK.search(look.line.key))


def _is_headed(looks: Sequence[Look], hour: int) -> bool:
    """Tell whether a headline stands above an hour, as above that of an article."""
    above = [look.line for look in looks[max(0, hour - _REACH) : hour] if look.line.text]
    return any(_HEADLINE_WORDS <= line.words and is_headline_shaped(line) for line in above[-2:])


def _count_words(looks: Sequence[Look]) -> list[int]:
    """Return for each line how many words of sentences stand above it."""
    counts = [0]
    for look in looks:
        counts.append(counts[-1] + (look.line.words if look.is_prose else 0))
    return counts


def _is_hour(look: Look) -> bool:
    """Tell whether a line says at what hour, or how long ago, somebody wrote something."""
    line = look.line
    if not line.text or _STAMP_WORDS < line.words or line.is_sentence:
        return False
    return bool(_CLOCK.search(line.key)) and (
        bool(look.fact) or look.noise == "age" or is_dated(line)
    )
