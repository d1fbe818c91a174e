"""Find the blocks of a page that an extractor kept, so that all others can be named too."""

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.ingest.html_blocks import PageBlock

_NO_LETTER = re.compile(r"[\W_]+")
_FEW = 20  # places of one text among which the nearest is looked for; of more, the first is taken
_PART = 0.8  # of a kept text; if so much of it is found in blocks, nothing of it is missing
_SHORTEST = 12  # letters; shorter texts are parts of others by chance
_COSTLIEST = 20_000_000  # letters to compare in the search for parts of blocks


@dataclass(frozen=True, slots=True)
class Aligned:
    """A block and whether it was kept; blocks of the extractor's own stand where they belong."""

    block: PageBlock
    is_kept: bool


def align_blocks(page: Sequence[PageBlock], kept: Sequence[PageBlock]) -> tuple[Aligned, ...]:
    """Return the blocks of the page in order, each once, and kept ones that are in none of them.

    >>> page = [PageBlock("Menu"), PageBlock("The ferry ran aground."), PageBlock("Share")]
    >>> [one.is_kept for one in align_blocks(page, [PageBlock("The ferry ran aground.")])]
    [False, True, False]
    """
    keys = [make_key(block.text) for block in page]
    kept_keys = [make_key(block.text) for block in kept]
    places = _match_equal(keys, kept_keys)
    found = {place for place in places if place is not None}
    found |= _match_parts(keys, kept_keys, places, found)
    joined = [keys[place] for place in sorted(found)]
    lost = sum(len(key) for key, place in zip(kept_keys, places, strict=True) if place is None)
    if _COSTLIEST < lost * len(joined):
        joined = []
    extra: dict[int, list[PageBlock]] = {}
    last = -1
    for number, place in enumerate(places):
        if place is not None:
            last = place
        elif kept_keys[number] and not _is_covered(kept_keys[number], joined):
            extra.setdefault(last, []).append(kept[number])
    aligned = [Aligned(block, is_kept=True) for block in extra.get(-1, ())]
    for place, block in enumerate(page):
        aligned.append(Aligned(block, is_kept=place in found))
        aligned += (Aligned(one, is_kept=True) for one in extra.get(place, ()))
    return tuple(aligned)


def make_key(text: str) -> str:
    """Return the letters and digits of a text, by which two forms of it are compared."""
    return _NO_LETTER.sub("", text).casefold()


def _match_equal(keys: Sequence[str], kept: Sequence[str]) -> list[int | None]:
    """Return for each kept text the place of the block that says the same, nearest to the last."""
    free: dict[str, deque[int]] = {}
    for place, key in enumerate(keys):
        free.setdefault(key, deque()).append(place)
    only = {key: places[0] for key, places in free.items() if len(places) == 1}
    coming = _list_coming(kept, only)
    found: list[int | None] = []
    last = -1
    for number, key in enumerate(kept):
        places = free.get(key) if key else None
        if not places:
            found.append(None)
            continue
        wanted = last + 1 if 0 <= last else coming[number]
        place = places[0]
        if 1 < len(places) <= _FEW:
            place = min(places, key=lambda one: abs(one - wanted))  # used at once
        places.remove(place)
        found.append(place)
        last = place
    return found


def _list_coming(kept: Sequence[str], only: dict[str, int]) -> list[int]:
    """Return for each kept text the place of the next one whose place is beyond doubt."""
    coming: list[int] = []
    place = 0
    for key in reversed(kept):
        place = only.get(key, place)
        coming.append(place)
    return coming[::-1]


def _match_parts(
    keys: Sequence[str], kept: Sequence[str], places: Sequence[int | None], found: set[int]
) -> set[int]:
    """Return the places of blocks that are part of a kept text, or have one as a part."""
    lost = [key for key, place in zip(kept, places, strict=True) if place is None and key]
    rest = [place for place, key in enumerate(keys) if place not in found and _SHORTEST <= len(key)]
    if _COSTLIEST < sum(map(len, lost)) * len(rest) or not lost:
        return set()
    whole = "\n".join(lost)
    inside = {place for place in rest if keys[place] in whole}
    around = {
        place
        for key in lost
        if _SHORTEST <= len(key)
        for place in rest
        if len(key) < len(keys[place]) and key in keys[place]
    }
    return inside | around


def _is_covered(key: str, joined: Sequence[str]) -> bool:
    """Tell whether the blocks that were found say most of a kept text."""
    covered = 0
    for other in joined:
        if key in other:
            return True
        if _SHORTEST <= len(other) and other in key:
            covered += len(other)
    return _PART * len(key) <= covered
