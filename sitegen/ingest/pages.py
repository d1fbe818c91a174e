"""Cut a file where one page, record or message ends and the next begins, whatever they hold.

These marks are certain: a number such as ``Article 2 of 3``, the head of a record, the first lines
of the file once more, the way past a page's menus. What is less certain is in ``split.py``, which
looks at single pages.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sitegen.ingest.lines import Line
from sitegen.ingest.looks import HEAD_FACTS, Look, is_body
from sitegen.ingest.reasons import TURN
from sitegen.ingest.word_lists import read_words

_ORDINAL = re.compile(
    r"^[\W_]*(?:(?:article|story|documents?|doc|item|record|text|clip(?:ping)?|cutting|result|message|news)\s*"
    r"(?:no\.?|nr\.?|#|:)?\s*\d{1,5}(?:\s*(?:of|/|from)\s*\d{1,5})?|\d{1,5}\s+of\s+\d{1,5}"
    r"(?:\s+(?:documents|articles|stories|results|items))?)[\W_]*$"
)
_BARE = re.compile(r"\d{1,3} of \d{1,3}$")
_ORDINAL_WORDS = 5
# "P301 NORDTEXT 301 Tue 04 Feb 19:42:07": the first row of a page of teletext.
_CLOCKED = re.compile(r"p?\d{3}\b.{3,40}\b\d{1,2}:\d\d[:/.]\d\d$")
_CLOCKED_WORDS = 9
_PAGE_WORDS = 100  # of the text of a page
_TOPS = read_words("tops")
_GAP = 2  # blank lines above the head of a page
_HEAD = 3  # lines
_HEAD_REACH = 12  # lines


def cut_pages(looks: Sequence[Look]) -> list[Sequence[Look]]:
    """Return the pages of a file, in order; together they hold every line."""
    found = (*_find_ordinals(looks), *_find_records(looks), *_find_heads(looks), *_find_tops(looks))
    starts = sorted({0, *found})
    return [looks[start:end] for start, end in pairwise([*starts, len(looks)])]


def is_ordinal(look: Look) -> bool:
    """Tell whether a line numbers an article among others, or a page: ``Document 2 of 9``."""
    line = look.line
    if line.key[-1:].isdigit() and line.words <= _CLOCKED_WORDS and _CLOCKED.match(line.key):
        return True
    return 0 < line.words <= _ORDINAL_WORDS and bool(_ORDINAL.match(line.key))


def is_place(line: Line) -> bool:
    """Tell whether a line says nothing but which of several a thing is: ``2 of 5``."""
    return " of " in line.key and bool(_BARE.match(line.key))


def _find_ordinals(looks: Sequence[Look]) -> list[int]:
    """Return the indexes of the lines that number articles, if there are several.

    A line that stands above a caption numbers the pictures of a gallery.
    """
    short = (i for i, look in enumerate(looks) if 0 < look.line.words <= _CLOCKED_WORDS)
    found = [index for index in short if is_ordinal(looks[index]) and not _numbers(looks, index)]
    return found if len(found) > 1 and not _are_slides(looks, found) else []


def _are_slides(looks: Sequence[Look], found: Sequence[int]) -> bool:
    """Tell whether bare numbers stand below byline or stamp, and none of these between them.

    They number the pictures or the parts of one article: ``2 of 5``.
    """
    if not all(is_place(looks[index].line) for index in found):
        return False
    first, last = found[0], found[-1]
    is_headed = any(look.fact in HEAD_FACTS for look in looks[:first])
    return is_headed and not any(look.fact in HEAD_FACTS for look in looks[first:last])


def _numbers(looks: Sequence[Look], index: int) -> bool:
    below = next((look for look in looks[index + 1 : index + 1 + _HEAD] if look.line.text), None)
    return below is not None and below.has_credit


def _find_records(looks: Sequence[Look]) -> Iterator[int]:
    """Yield the index of the first field of each head that has a title."""
    for index, look in enumerate(looks):
        if look.line.shape != "title":
            continue
        first = index
        for above in range(index - 1, max(-1, index - _HEAD_REACH), -1):
            if looks[above].line.shape == "field":
                first = above
            elif looks[above].line.text:
                break
        yield first


def _find_tops(looks: Sequence[Look]) -> Iterator[int]:
    """Yield where a page offers the way past its menus, behind the text of another page.

    What asks to allow cookies stands above it, too, and is shorter.
    """
    words = 0
    for index, look in enumerate(looks):
        words += look.line.words if is_body(look) else 0
        if look.line.key in _TOPS:
            if _PAGE_WORDS <= words:
                yield index
            words = 0


def _find_heads(looks: Sequence[Look]) -> list[int]:
    """Return where the first lines of the file come again, apart from what stands above them.

    They are the name of the site and its menu. Two lines must stand below a wide gap, three below
    any: a headline that comes again is followed by something else.
    """
    texts = [i for i, look in enumerate(looks) if look.line.text and look.noise != TURN]
    keys = [looks[index].line.key for index in texts]
    if len(set(keys[:2])) < len(keys[:2]) or any(looks[index].is_prose for index in texts[:2]):
        return []
    body = next((place for place, index in enumerate(texts) if is_body(looks[index])), len(texts))
    found = [place for place, key in enumerate(keys) if key == keys[0] and body < place]
    return [texts[place] for place in found if _is_head(texts, keys, place)]


def _is_head(texts: Sequence[int], keys: Sequence[str], place: int) -> bool:
    """Tell whether the lines at a place are those that the file begins with, but for a headline."""
    gap = texts[place] - texts[place - 1] - 1
    same = sum(key in keys[place : place + _HEAD + 1] for key in dict.fromkeys(keys[: _HEAD + 1]))
    return gap > 0 and same >= _HEAD - (_GAP <= gap)
