"""Name as noise what a site writes at the head of each of its articles, in whatever language.

A headline is said again, too, but the text below has its words. A label such as ``Share article``
has none of the words of any text, and comes again behind a paragraph, with the next article.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, islice, pairwise
from operator import eq

from sitegen.ingest.cohesion import find_shared, join_ties
from sitegen.ingest.looks import Look, find_below, is_body

_RULE = "recurring label"
_REASON = "comes again with the next article, and no text has a word of it"
_MOST_WORDS = 5
_REFRAINS, _REFRAIN_WORDS = 3, 16  # times that a page says a sentence below its buttons
_REFRAIN = "a sentence that comes again and again below what is noise"
_SLIDES = 4  # times that a line stands below itself for each picture of a series
_SLIDE_RULE = "label of a series"
_SLIDE_REASON = "stands below itself over and over, beside buttons"


def drop_labels(looks: Sequence[Look]) -> Sequence[Look]:
    """Take no line as noise but short ones that stand above the first paragraph and again later.

    What stands right above a paragraph or a stamp each time may head what is below it.
    """
    looks = _drop_refrains(looks)
    first = next((index for index, look in enumerate(looks) if is_body(look)), 0)
    looks = _drop_slides(looks, first)
    above = {look.line.key.rstrip(": ") for look in looks[:first] if _may_be_label(look)}
    if not above:
        return looks
    places: dict[str, list[int]] = defaultdict(list)
    for index, look in enumerate(looks):
        if look.line.words <= _MOST_WORDS and (key := look.line.key.rstrip(": ")) in above:
            places[key].append(index)
    taken: set[int] = set()
    for found in places.values():
        if found[-1] < first or not all(_may_be_label(looks[index]) for index in found):
            continue
        if all(_heads(looks, index) for index in found):
            continue
        if not _is_said(looks[found[0]], list(filter(is_body, looks))):
            taken.update(found)
    if not taken:
        return looks
    return [
        replace(look, noise=_RULE, reason=_REASON, heading="") if index in taken else look
        for index, look in enumerate(looks)
    ]


def _drop_refrains(looks: Sequence[Look]) -> Sequence[Look]:
    """Take short sentences as noise that a page has below a button or the like, over and over."""
    texts = [index for index, look in enumerate(looks) if look.line.text]
    places: dict[str, list[int]] = defaultdict(list)
    for above, index in pairwise(texts):
        look = looks[index]
        if look.is_prose and look.line.words <= _REFRAIN_WORDS:
            places[look.line.key].append(index if looks[above].noise else -1)
    taken = {
        index
        for found in places.values()
        if _REFRAINS <= len(found) and min(found) >= 0
        for index in found
    }
    if not taken:
        return looks
    return [
        replace(look, noise=_RULE, reason=_REFRAIN, is_prose=False) if index in taken else look
        for index, look in enumerate(looks)
    ]


def _drop_slides(looks: Sequence[Look], first: int) -> Sequence[Look]:
    """Take short lines behind the first paragraph as noise that stand there over and over.

    A page has one for each picture of a series, beside the buttons of that; a longer line may be a
    caption, and one without buttons a refrain.
    """
    refined = list(looks)
    texts = [index for index in range(first, len(looks)) if looks[index].line.text]
    keys = [looks[index].line.key for index in texts]
    if not any(map(eq, keys, islice(keys, 1, None))):  # as on most pages
        return refined
    start = 0
    for _, run in groupby(texts, lambda index: looks[index].line.key):
        indexes = list(run)
        end = start + len(indexes)
        beside = [*texts[max(0, start - 1) : start], *texts[end : end + 1]]
        start = end
        if len(indexes) < _SLIDES or not any(looks[index].noise for index in beside):
            continue
        if all(_may_be_label(looks[index]) for index in indexes):
            for index in indexes:
                look = looks[index]
                refined[index] = replace(look, noise=_SLIDE_RULE, reason=_SLIDE_REASON, heading="")
    return refined


def _may_be_label(look: Look) -> bool:
    line = look.line
    is_plain = not (look.noise or look.fact or look.end or look.has_credit or line.shape)
    return is_plain and 0 < line.words <= _MOST_WORDS and not line.is_sentence


def _heads(looks: Sequence[Look], index: int) -> bool:
    after = find_below(looks, index)
    return after is not None and (is_body(after) or after.fact != "")


def _is_said(look: Look, texts: Sequence[Look]) -> bool:
    """Tell whether any text has a word of a line; one without a word to tell by may be said."""
    words = join_ties([look.line.text])
    return not words or bool(find_shared(words, texts))
