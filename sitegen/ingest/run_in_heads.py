"""Take apart the head of a page that a scrape ran together: caption, headline, text in one line."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sitegen.ingest.blocks import Marked
from sitegen.ingest.lines import Line, make_line
from sitegen.ingest.worth import TEXT
from sitegen.text.sentences import ends_sentence

_SHORTEST = 20  # characters of a headline that no sentence says by chance
_NAME_WORDS = 8
_BAR = " | "  # before who took a picture


def part_run_in_head(marked: Sequence[Marked], title: str) -> list[Marked]:
    """Return the marked lines, the first paragraph without caption and headline where it has them.

    ``The pier at dusk. | Ivo Brandt Pier of Orle to Close In June the pier …`` is a caption, the
    headline, and the text. The headline inside a sentence stays: somebody speaks of it.
    """
    texts = [place for place, mark in enumerate(marked) if mark.kind in TEXT]
    if len(title) < _SHORTEST or not texts or title not in marked[texts[0]].line.text:
        return [*marked]
    first = texts[0]
    parts = [*_part(marked[first], title)]
    is_all = len(texts) == 1 and not any(mark.kind in TEXT for mark in parts)
    return [*marked] if is_all else [*marked[:first], *parts, *marked[first + 1 :]]


def _part(mark: Marked, title: str) -> Iterator[Marked]:
    """Yield the caption and the text, where the headline has both before it and behind it."""
    before, _, behind = (part.strip() for part in mark.line.text.partition(title))
    shown, bar, name = before.rpartition(_BAR)
    is_signed = bool(bar) and ends_sentence(shown) and len(name.split()) <= _NAME_WORDS
    is_caption = is_signed or (ends_sentence(before) and not behind)
    if mark.kind != "body" or not before or not is_caption or behind[:1].islower():
        yield mark
        return
    yield replace(mark, line=_cut(mark, before), kind="caption")
    if behind:
        yield replace(mark, line=_cut(mark, behind))


def _cut(mark: Marked, text: str) -> Line:
    return replace(make_line(text, mark.line.number, mark.line.shape), span=mark.line.span)
