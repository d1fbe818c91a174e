"""Tell captions by the blocks that they stand in: two lines, of which one is who took the picture.

Where blank lines part the paragraphs of a text, two lines without one are no paragraphs. Below or
above ``Photo: Ivo Brandt`` stands what the picture shows; so it does beside a name in capitals, if
that stands so again or at the head of the text.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from sitegen.ingest.blocks import BELOW_CREDIT, LONE_CREDIT, Marked
from sitegen.ingest.doubts import QUOTES
from sitegen.ingest.photographers import read_lone_credit

_ALONE = 4  # paragraphs with a blank line above and below, from which these part all of them
_PAIR = 2
_NAME_WORDS = range(2, 4)
_FEWEST_WORDS, _MOST_WORDS = 4, 40  # of a caption
_TEXT = frozenset({"body", "heading"})
_LEFT = frozenset({"fragment", "above the text", "label", "box", "headline of another"})


def find_picture_blocks(marked: Sequence[Marked]) -> list[Marked]:
    """Return the lines, those of blocks of a caption and its credit as such."""
    found = list(marked)
    blocks = list(_list_blocks(marked))
    alone = sum(len(block) == 1 and marked[block[0]].kind == "body" for block in blocks)
    if alone < _ALONE:
        return found
    pairs = [block for block in blocks if len(block) == _PAIR]
    names = _find_names(marked, pairs)
    for above, below in pairs:
        is_first, is_last = (_is_credit(marked[one], names) for one in (above, below))
        credit, said = (above, below) if is_first else (below, above)
        if is_first == is_last or not _may_caption(marked[said]):
            continue
        rule = BELOW_CREDIT if is_first else "stands above a credit"
        found[said] = Marked(marked[said].line, "caption", rule)
        found[credit] = Marked(marked[credit].line, "caption", LONE_CREDIT)
    return found


def _list_blocks(marked: Sequence[Marked]) -> Iterator[list[int]]:
    """Yield the indexes of the lines between two blank ones, but for buttons."""
    for is_blank, group in groupby(range(len(marked)), lambda at: marked[at].kind == "blank"):
        block = [index for index in group if marked[index].rule != "button"]
        if block and not is_blank:
            yield block


def _find_names(marked: Sequence[Marked], pairs: Sequence[Sequence[int]]) -> frozenset[str]:
    """Return the names in capitals that stand below captions, or once more at the head."""
    keys = Counter(marked[below].line.key for _, below in pairs if _is_shouted(marked[below]))
    first = next((at for at, mark in enumerate(marked) if mark.kind == "body"), 0)
    head = {mark.line.key for mark in marked[:first]}
    return frozenset(key for key, count in keys.items() if count > 1 or key in head)


def _is_shouted(mark: Marked) -> bool:
    return mark.line.words in _NAME_WORDS and mark.line.text.isupper()


def _is_credit(mark: Marked, names: frozenset[str]) -> bool:
    if mark.kind in {"title", "fact"}:
        return False
    return bool(read_lone_credit(mark.line)) or (_is_shouted(mark) and mark.line.key in names)


def _may_caption(mark: Marked) -> bool:
    is_plain = mark.kind in _TEXT or mark.rule in _LEFT
    is_plain = is_plain and mark.line.text[0] not in QUOTES  # a quotation and who said it
    return is_plain and _FEWEST_WORDS <= mark.line.words <= _MOST_WORDS
