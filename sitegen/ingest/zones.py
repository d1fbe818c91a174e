"""Find the text of a section that has little around it: as much as can be, for none may be lost."""

from collections import Counter
from collections.abc import Sequence

from sitegen.ingest.cohesion import is_tied, is_tied_to, read_ties
from sitegen.ingest.extent import Extent, find_extent, is_piece
from sitegen.ingest.looks import Look
from sitegen.ingest.reaching import reach_on

_LEAD_WORDS, _SURE_WORDS = 8, 12  # of a sentence that may be, and of one that is, of the text
_TIED, _WELL_TIED = 0.12, 0.2  # of a line's words stand in the text too
_LABEL_WORDS = 3
_LONG_WORDS = 10  # from which a line without an end is a paragraph


def find_lead(section: Sequence[Look], extent: Extent, *, is_page: bool) -> int:
    """Return the index above which the headline stands.

    Where little is around a text, it is the first sentence that has to do with the text.
    """
    if is_page or not extent.end:
        return extent.begin if extent.end else len(section)
    text = section[extent.begin : extent.end]
    for index, look in enumerate(section[: extent.begin]):
        words = look.line.words
        if not look.is_prose or words < _LEAD_WORDS or look.has_credit:
            continue
        if _SURE_WORDS <= words or is_tied(look, text, _TIED):
            return index
    return extent.begin


def widen(section: Sequence[Look], extent: Extent, counts: Counter[str], below: int) -> Extent:
    """Return the extent of a text that has little around it: from its first sentence to its last.

    Behind a list of links or what readers wrote a sentence is no longer the article's.
    """
    begin = next((i for i in range(below, len(section)) if _is_text(section[i], counts)), -1)
    if begin < 0:
        return extent if extent.end else _find_unended(section)
    end = max(extent.end, begin)
    for index in range(end, len(section)):
        look = section[index]
        if look.end:
            break
        if (look.line.is_sentence and _is_plain(look)) or _is_shaped(look):
            end = index + 1
    return Extent(begin, _take_cut(section, end))


def leave_page(section: Sequence[Look], extent: Extent, anchor: int) -> Extent:
    """Return the extent of a section of a dumped page without what the page has behind its text.

    A short article has too few lines around it to look like a page, yet it ends as one does. A
    single paragraph is not trusted to be all of a text, and what says the same is of the text.
    """
    if not is_piece(section):
        return extent
    end = reach_on(section, find_extent(section, anchor, is_page=True)).end
    kept = section[extent.begin : end]
    if sum(look.is_prose for look in kept) <= 1:
        return extent
    ties = read_ties(kept)
    for index in range(end, extent.end):
        look = section[index]
        is_long = look.is_prose and _SURE_WORDS <= look.line.words
        end = index + 1 if is_long and is_tied_to(look, ties, _WELL_TIED) else end
    return Extent(extent.begin, min(end, extent.end))


def trust_choice(section: Sequence[Look], below: int) -> Extent:
    """Return the extent of a text whose lines the reader of its format has chosen already."""
    chosen = [
        index
        for index in range(below, len(section))
        if section[index].line.text and not section[index].line.verdict
    ]
    texts = [i for i in chosen if section[i].is_prose or _is_shaped(section[i])]
    begin = texts[0] if texts else len(section)
    return Extent(begin, chosen[-1] + 1 if texts else begin)


def _is_text(look: Look, counts: Counter[str]) -> bool:
    is_text = look.is_prose or _is_shaped(look)
    return is_text and counts[look.line.key] == 1 and not look.has_credit


def _is_shaped(look: Look) -> bool:
    return look.line.shape in _TEXT_SHAPES and not look.noise


_TEXT_SHAPES = frozenset({"item", "quote", "row"})


def _find_unended(section: Sequence[Look]) -> Extent:
    """Return the extent of a text without any sentence: from its first long line on."""
    lines = [index for index, look in enumerate(section) if _is_plain(look)]
    begin = next((i for i in lines[1:] if _LONG_WORDS < section[i].line.words), len(section))
    return Extent(begin, max((i + 1 for i in lines if begin <= i), default=begin))


def _take_cut(section: Sequence[Look], end: int) -> int:
    """Return the end of the text, behind the paragraph that breaks off, if there is one.

    Only one can: where several lines without an end follow, they are a list of something else.
    """
    rest = [index for index in range(end, len(section)) if _is_plain(section[index])]
    if not rest or any(
        section[index].end or section[index].is_own for index in range(end, rest[0])
    ):
        return end  # what a person names as noise takes lines away and brings none back
    words = section[rest[0]].line.words
    is_last = len(rest) == 1 and _LABEL_WORDS < words
    return rest[0] + 1 if is_last or _LONG_WORDS < words else end


def _is_plain(look: Look) -> bool:
    """Tell whether nothing speaks against a line being text but that it ends no sentence."""
    line = look.line
    return bool(line.text) and not (
        look.noise or look.fact or look.has_credit or look.end or line.verdict or look.is_own
    )
